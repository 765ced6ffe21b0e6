"""What is told to the reader."""

from __future__ import annotations

from checker.model.claim import Claim
from checker.model.document import Document
from checker.model.frame import Fact, Frame
from checker.model.mention import Dismissed
from checker.model.span import Span
from checker.model.values import NamedTuple


class Place(NamedTuple):
    """One place of a finding: the words as printed, line and column from 1, and what it is there."""

    span: Span
    line: int
    column: int
    text: str
    label: str


class Finding(NamedTuple):
    """One wrong token. ``primary`` is the outlier, ``related`` the other places, ``also`` the other rules it breaks.

    ``id`` stays the same while rule, path, the words around both figures and their values do; ``mark`` is what of it
    stays the same where the draft gets another path.
    ``claim`` is what failed, for ``explain`` and the report page.
    """

    id: str
    rule: str
    kind: str
    severity: str
    message: str
    fact: str
    primary: Place
    related: tuple[Place, ...]
    claim: Claim
    computed: str | None = None
    also: tuple[str, ...] = ()
    mark: str = ""


class Silenced(NamedTuple):
    """A finding that is not told. ``way`` is "draft" (a suppression with its ``reason``), "baseline", "unchanged"."""

    finding: Finding
    way: str
    reason: str = ""


class RuleNote(NamedTuple):
    """What outputs tell of a rule that spoke. ``severity`` is the worst level that it can give."""

    id: str
    kind: str
    severity: str
    rationale: str = ""
    source: str = ""


class DocumentReport(NamedTuple):
    """All that was read, joined and found in one draft. ``comparisons`` counts the claims that were judged.

    ``not_run`` names checks that could not run here, with the reason ("weekdays: the draft has no date").
    ``sentences`` are the places of all sentences in text order: what is printed around a figure.
    ``remarks`` tell of suppressions that are over or silence nothing, each with its place: "a.md:3:1: ...".
    ``counted`` stands for frames and facts in the report of a draft that was read before and had nothing to tell.
    ``claims`` is all that was judged, also what holds: it tells what each figure was held against.
    """

    path: str
    sha256: str
    document: Document
    frames: tuple[Frame, ...]
    dismissed: tuple[Dismissed, ...]
    facts: tuple[Fact, ...]
    comparisons: int
    findings: tuple[Finding, ...]
    silenced: tuple[Silenced, ...] = ()
    not_run: tuple[str, ...] = ()
    sentences: tuple[Span, ...] = ()
    remarks: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    counted: tuple[int, int] | None = None

    @property
    def figures(self) -> int:
        """The number of figures that were read."""
        return self.counted[0] if self.counted else len(self.frames)

    @property
    def joined(self) -> int:
        """The number of facts that they were joined to."""
        return self.counted[1] if self.counted else len(self.facts)

    def quiet(self, way: str) -> int:
        """Count the findings that are silenced in one way."""
        return sum(one.way == way for one in self.silenced)


class Report(NamedTuple):
    """Reports in the order of their paths. ``unread`` names every input that could not be read, with the reason.

    ``rules`` tells of the rules that have a finding here, in the order of their ids. ``stale`` names the entries of
    the baseline whose finding is gone.
    """

    documents: tuple[DocumentReport, ...]
    unread: tuple[str, ...] = ()
    rules: tuple[RuleNote, ...] = ()
    stale: tuple[str, ...] = ()

    def count(self, severity: str) -> int:
        """Count the findings of one severity over all drafts."""
        return sum(f.severity == severity for d in self.documents for f in d.findings)
