"""Two takes of one story held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.facts.names import fact_name
from checker.history.pairs import Pair, key_of, paired, spot
from checker.history.slips import slips
from checker.lexicon.book import Lexicon
from checker.model.report import DocumentReport
from checker.model.takes import Takes, Turn


def compared(old: DocumentReport, new: DocumentReport, lexicon: Lexicon) -> Takes:
    """Return what became of every figure between two takes, and what a new take should have done and did not."""
    pairs = paired(old.frames, new.frames, lexicon)
    turns = tuple(_turns(pairs, lexicon))
    return Takes(old.path, new.path, turns, tuple(slips(pairs, old.facts, new, lexicon)))


def _turns(pairs: Sequence[Pair], lexicon: Lexicon) -> Iterable[Turn]:
    """Put together pairs that say the same of one fact in several parts of a draft."""
    groups: dict[tuple[object, ...], list[Pair]] = {}
    for pair in pairs:
        values = tuple(one and (one.mention.quantity.value, one.mention.quantity.kind) for one in pair)
        groups.setdefault((pair.change, key_of(pair.frame, lexicon), values), []).append(pair)
    for group in groups.values():
        frame = group[0].frame
        old = tuple(spot(pair.old) for pair in group if pair.old)
        new = tuple(spot(pair.new) for pair in group if pair.new)
        yield Turn(group[0].change, fact_name(frame, lexicon), frame.mention.status or "", old, new)
