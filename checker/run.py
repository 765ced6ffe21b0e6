"""The way of a draft: draft -> Document -> Mention -> Frame -> Link -> Claim -> Finding -> Report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from checker.digest import sha256
from checker.document.read import read_document, read_table
from checker.engine import kinds
from checker.engine.judge import judge
from checker.facts.connect import connect
from checker.facts.frames import make_frames
from checker.facts.pool import make_pool
from checker.facts.story import Story
from checker.facts.table import join
from checker.lexicon.book import Lexicon
from checker.mentions.read import read_mentions
from checker.model.claim import Claim
from checker.model.document import Document
from checker.model.report import DocumentReport, Finding, Report, RuleNote
from checker.model.values import NamedTuple

if TYPE_CHECKING:
    from checker.engine.rule import RuleSet


class Settings(NamedTuple):
    """What a run is told. ``dated`` and ``locale`` win over the draft's own; None leaves it to the draft.

    Suppressions end with ``today``, never with the clock; without it those with an end go on.
    """

    rules: RuleSet
    lexicon: Lexicon
    dated: date | None = None
    locale: str | None = None
    format: str | None = None
    encoding: str | None = None
    today: date | None = None
    require_reason: bool = False


def check_bytes(
    name: str, data: bytes, settings: Settings, place: str = "", tables: Sequence[tuple[str, bytes]] = ()
) -> DocumentReport:
    """Check one draft as read from a file. *place* is its path in the ids of findings, *name* unless told.

    *tables* are names and bytes of files of figures that it is held against.

    Raises:
        InputError: if it cannot be read.
    """
    document = open_document(name, data, settings)
    if not tables:
        return check_document(document, settings, sha256(data), place)
    from checker.document.annexes import annexed  # few drafts are held against a table

    read = [read_table(path, content, settings.encoding, settings.lexicon) for path, content in tables]
    return turned(check_document(annexed(document, read, settings.lexicon), settings, sha256(data), place))


def turned(report: DocumentReport) -> DocumentReport:
    """Return the findings with a place in the draft first: the draft is what is checked, the table what it is told."""
    return report._replace(findings=tuple(_turned(finding, report.document) for finding in report.findings))


def _turned(finding: Finding, document: Document) -> Finding:
    own = next((place for place in finding.related if not document.annex(place.span.start)), None)
    if own is None or not document.annex(finding.primary.span.start):
        return finding
    others = (finding.primary, *(place for place in finding.related if place != own))
    return finding._replace(primary=own, related=others)


def open_document(name: str, data: bytes, settings: Settings) -> Document:
    """Read a draft into its blocks."""
    return read_document(
        name,
        data,
        lexicon=settings.lexicon,
        format=settings.format,
        dated=settings.dated,
        locale=settings.locale,
        encoding=settings.encoding,
    )


def examine(document: Document, settings: Settings) -> Story:
    """Read every figure of a draft and tie together those that speak of one fact."""
    reads = read_mentions(document, settings.lexicon)
    frames = make_frames(document, reads.sentences, reads.mentions, settings.lexicon)
    links = connect(make_pool(document, reads.sentences, frames, settings.lexicon))
    return Story(document, reads.sentences, frames, reads.dismissed, links, settings.lexicon, {})


def check_document(document: Document, settings: Settings, digest: str = "", place: str = "") -> DocumentReport:
    """Check one draft: read it, claim what must hold, judge what does not. *digest* is the SHA-256 of its file.

    Raises:
        InputError: if a suppression in it is misspelt or names no rule.
    """
    story = examine(document, settings)
    claims = tuple(claim_all(story, settings.rules))
    report = DocumentReport(
        path=document.name,
        sha256=digest or sha256(document.text.encode("utf-8", "surrogatepass")),
        document=document,
        frames=story.frames,
        dismissed=story.dismissed,
        facts=join(story.frames, story.links, settings.lexicon),
        comparisons=len(claims),
        findings=judge(claims, settings.rules, document, place),
        not_run=tuple(_not_run(story, settings.rules)),
        sentences=tuple(sentence.span for sentence in story.sentences),
        claims=claims,
    )
    return _without_suppressed(report, settings) if "figcheck" in document.text.lower() else report


def _without_suppressed(report: DocumentReport, settings: Settings) -> DocumentReport:
    from checker.engine.suppress import without_suppressed  # few drafts have a suppression

    return without_suppressed(report, settings.rules, today=settings.today, require_reason=settings.require_reason)


def claim_all(story: Story, rules: RuleSet) -> Iterator[Claim]:
    """Yield every claim of every kind of check that a rule in force names."""
    for name in speaking(story, rules):
        yield from kinds.load(name).claims(story)


def speaking(story: Story, rules: RuleSet) -> list[str]:
    """Return the kinds of check in force that have something to look at in this draft."""
    return [name for name in rules.checks if kinds.can_speak(name, story)]


def report(documents: tuple[DocumentReport, ...], rules: RuleSet, unread: tuple[str, ...] = ()) -> Report:
    """Put the reports of several drafts together, with what their outputs tell of the rules that spoke."""
    spoke = {finding.rule for document in documents for finding in document.findings}
    spoke |= {also for document in documents for finding in document.findings for also in finding.also}
    spoke |= {one.finding.rule for document in documents for one in document.silenced}
    return Report(documents, unread, tuple(_note(rules, name) for name in sorted(spoke)))


def _note(rules: RuleSet, name: str) -> RuleNote:
    rule = rules[name]
    return RuleNote(rule.id, rule.kind, rule.worst, rule.rationale, rule.source)


def _not_run(story: Story, rules: RuleSet) -> Iterator[str]:
    if unread := [sentence for sentence in story.sentences if not sentence.is_read]:
        line, _ = story.document.line_col(unread[0].span.start)
        what = "with more figures, or in longer paragraphs, than prose has"
        yield f"figures: {len(unread)} sentences from line {line} on were not read: {what}"
    if story.document.unread:
        line, _ = story.document.line_col(story.document.unread)
        yield f"figures: nothing from line {line} on was read: no draft has as many lines, paragraphs or cells"
    for name in speaking(story, rules):
        missing = kinds.missing(name)
        reason = missing(story) if missing else None
        if reason:
            yield f"{name}: {reason}"
