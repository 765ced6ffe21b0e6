"""The words of a finding: a rule's template, filled with the draft's own."""

from __future__ import annotations

from checker.model.claim import Claim
from checker.model.document import Document, visible
from checker.model.span import Span

LONGEST = 80
"""Code points of a quotation in a message; the report shows the whole sentence anyway."""


def fill(template: str, claim: Claim, document: Document) -> str:
    """Return *template* with its slots filled; ``{here}`` and ``{there}`` are quoted where the template does not."""
    spans = [premise.span for premise in claim.premises]
    values = _Slots({name: shortened(words) for name, words in claim.slots.items()})
    values |= {"computed": claim.result or "", "fact": claim.fact}
    for name, span in zip(("here", "there"), spans, strict=False):
        template = _quoting(template, name)
        values[name] = shortened(_read(document, span)).translate(_INNER)
    return template.format_map(values)


def shortened(words: str) -> str:
    """Return *words* on one line, cut between two words where they are long."""
    line = " ".join(words.split())
    if len(line) <= LONGEST:
        return line
    return line[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


class _Slots(dict[str, str]):
    """A claim need not fill every slot of its check: what it leaves out is empty."""

    def __missing__(self, name: str) -> str:
        return ""


_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})


def _read(document: Document, span: Span) -> str:
    """Return the words as a reader sees them, without markup."""
    return visible(document.prose_of(span.start)[span.start : span.end]) or document.words(span)


def _quoting(template: str, name: str) -> str:
    slot = "{" + name + "}"
    quoted = f"“{slot}”"
    return template.replace(quoted, slot).replace(slot, quoted)
