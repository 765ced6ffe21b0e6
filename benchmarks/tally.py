"""Drafts with planted errors, and articles, scored as ../shared/eval/score_drafts.py scores them.

A planted error is found if an error or warning touches its first span, or two of the others. What is read of a draft
is kept, so that scoring the same drafts under other rules or words of the facts costs no second reading.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from checker.engine.judge import judge
from checker.engine.rule import RuleSet
from checker.facts.connect import connect
from checker.facts.frames import make_frames
from checker.facts.pool import Pool, make_pool
from checker.facts.story import Story
from checker.facts.vetoes import all_vetoes
from checker.mentions.read import read_mentions
from checker.model.claim import Claim
from checker.model.document import Document
from checker.model.report import Finding
from checker.run import Settings, claim_all, open_document

ROOT = Path(__file__).resolve().parent.parent
EVAL = ROOT.parent / "shared" / "eval"
LEDGER = "cross_document_drift"


class Draft(NamedTuple):
    """A draft that has been read, with the errors planted in it; none for a clean one."""

    document: Document
    reads: Any
    planted: Sequence[Mapping[str, Any]]


class Tied(NamedTuple):
    """A draft's figures tied together, all that must hold between them, and what is said where it does not."""

    draft: Draft
    pool: Pool
    story: Story
    claims: tuple[Claim, ...]
    findings: Sequence[Finding]


class Score(NamedTuple):
    """Counts over a set by kind: ``planted``, ``found``, ``right`` (under its kind); findings where none belongs."""

    planted: Counter[str]
    found: Counter[str]
    right: Counter[str]
    errors: Counter[str]
    warnings: Counter[str]
    spurious: Counter[str]


def labelled(folder: Path, settings: Settings) -> Iterator[Draft]:
    """Read the drafts of a folder with a labels.json."""
    for name, planted in json.loads((folder / "labels.json").read_text("utf-8")).items():
        yield read(name, (folder / name).read_bytes(), settings, planted)


def articles(settings: Settings) -> Iterator[Draft]:
    """Read the published articles, title first."""
    for line in (EVAL / "articles.jsonl").read_text("utf-8").splitlines():
        one = json.loads(line)
        title = one.get("title") + "\n\n" if one.get("title") else ""
        yield read(f"{one['id']}.txt", (title + one["text"]).encode(), settings, ())


def read(name: str, data: bytes, settings: Settings, planted: Sequence[Mapping[str, Any]]) -> Draft:
    """Read the figures of one draft."""
    document = open_document(name, data, settings)
    return Draft(document, read_mentions(document, settings.lexicon), planted)


def tied(draft: Draft, settings: Settings) -> Tied:
    """Tie the figures of a draft together and claim what must hold."""
    document, reads, lexicon = draft.document, draft.reads, settings.lexicon
    frames = make_frames(document, reads.sentences, reads.mentions, lexicon)
    pool = make_pool(document, reads.sentences, frames, lexicon)
    story = Story(document, reads.sentences, frames, reads.dismissed, connect(pool), lexicon, {})
    return _judged(draft, pool, story, settings.rules)


def tied_without(tie: Tied, row: str, settings: Settings) -> Tied:
    """Return *tie* without a link type or veto; where its links are the same, so is all that follows from them."""
    veto = all_vetoes().get(row)
    if veto and not any(link.veto and veto(link, tie.pool) for link in tie.story.links):
        return tie
    if not veto and not any(link.type == row for link in tie.story.links):
        return tie
    pool = tie.pool._replace(lexicon=settings.lexicon)
    links = connect(pool)
    if links == tie.story.links:
        return tie
    story = tie.story._replace(links=links, lexicon=settings.lexicon, kept={})
    return _judged(tie.draft, pool, story, settings.rules)


def _judged(draft: Draft, pool: Pool, story: Story, rules: RuleSet) -> Tied:
    claims = tuple(claim_all(story, rules))
    return Tied(draft, pool, story, claims, judge(claims, rules, draft.document))


def judged_without(tie: Tied, rule: str, rules: RuleSet) -> Tied:
    """Return *tie* under rules that lack one; where it said nothing, nothing changes."""
    if not any(rule in (finding.rule, *finding.also) for finding in tie.findings):
        return tie
    return tie._replace(findings=judge(tie.claims, rules, tie.draft.document))


def scored(ties: Iterable[Tied]) -> Score:
    """Score a set of drafts, each count by kind of discrepancy."""
    score = Score(*(Counter() for _ in Score._fields))
    for tie in ties:
        planted = tie.draft.planted
        loud = [f for f in tie.findings if f.severity != "info"]
        if not planted:
            for finding in loud:
                (score.errors if finding.severity == "error" else score.warnings)[finding.kind] += 1
            continue
        _count_found(tie.draft, loud, score)
        spans = [span for each in planted for span in each["spans"]]
        score.spurious.update(f.kind for f in loud if not any(_touches(f, span) for span in spans))
    return score


def _count_found(draft: Draft, loud: Sequence[Finding], score: Score) -> None:
    for each in draft.planted:
        if each["kind"] == LEDGER or each.get("severity") == "info":
            continue
        first, *others = each["spans"]
        hits = [f for f in loud if _touches(f, first) or sum(_touches(f, span) for span in others) >= 2]
        score.planted[each["kind"]] += 1
        score.found[each["kind"]] += bool(hits)
        score.right[each["kind"]] += any(f.kind in (each["kind"], *each.get("also", [])) for f in hits)


def _touches(finding: Finding, span: Sequence[Any]) -> bool:
    places = (place.span for place in (finding.primary, *finding.related))
    return any(place.start < span[1] and span[0] < place.end for place in places)


def sets(settings: Settings) -> dict[str, list[Draft]]:
    """Return the development drafts and the articles where they lie beside the checkout, and all rounds."""
    found = {
        "rounds": [
            d for folder in sorted((ROOT / "tests" / "drafts").glob("round*")) for d in labelled(folder, settings)
        ]
    }
    if EVAL.exists():
        found = {"dev": list(labelled(EVAL / "drafts", settings)), **found, "articles": list(articles(settings))}
    return found
