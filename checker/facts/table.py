"""The figure table: which figures were taken for one fact."""

from __future__ import annotations

from collections.abc import Sequence

from checker.facts.names import fact_name
from checker.lexicon.book import Lexicon
from checker.model.frame import Fact, Frame, Link


def join(frames: Sequence[Frame], links: Sequence[Link], lexicon: Lexicon) -> tuple[Fact, ...]:
    """Return every fact, in the order of its first figure; a figure that nothing joins is a fact of its own.

    Only unvetoed ``same`` links join: a part is not its whole.
    """
    root = list(range(len(frames)))
    for link in links:
        if link.veto is None and link.relation == "same":
            a, b = _find(root, link.first.order), _find(root, link.second.order)
            root[max(a, b)] = min(a, b)
    groups: dict[int, list[Frame]] = {}
    for frame in frames:
        groups.setdefault(_find(root, frame.order), []).append(frame)
    return tuple(Fact(fact_name(group[0], lexicon), tuple(group)) for group in groups.values())


def _find(root: list[int], order: int) -> int:
    while root[order] != order:
        root[order] = root[root[order]]
        order = root[order]
    return order
