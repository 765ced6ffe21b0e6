"""Vetoes from words beside a figure: another event, an earlier count, a claim, a modal, an editor's note."""

from __future__ import annotations

from checker.facts.pool import Pool
from checker.facts.vetoes import Veto
from checker.model.frame import Frame, Link
from checker.model.mention import Reason

TITLE_ROLES = frozenset({"headline", "standfirst"})
SOFT = frozenset({"soft-event", "earlier"})


def _cue(name: str) -> Veto:
    """Make the veto for one row of ``lexicons/cues.yaml``."""

    def veto(link: Link, pool: Pool) -> Reason | None:
        for frame in (link.second, link.first):
            if name in SOFT and (frame.is_opening or frame.block_role in TITLE_ROLES):
                continue
            reason = frame.bar(name)
            if reason:
                return reason
        return None

    return veto


def correction(link: Link, pool: Pool) -> Reason | None:
    """Silence a figure that an editor's note quotes: "An earlier version of this article said 46"."""
    return _first_in_block(link, "correction")


def modal(link: Link, pool: Pool) -> Reason | None:
    """Silence a figure that is feared, possible, forecast or denied against one that is asserted."""
    if link.first.mention.modality == link.second.mention.modality:
        return None
    return link.second.bar("modal") or link.first.bar("modal")


def local(link: Link, pool: Pool) -> Reason | None:
    """Silence a figure of one place, one day or one group: "in one village 12 died"."""
    return link.second.bar("local") or link.second.bar("soft-event")


def other_day(link: Link, pool: Pool) -> Reason | None:
    """Silence a figure of another day than the draft's: "The toll was 49 on Wednesday"."""
    return link.second.bar("other-day")


def other_year(link: Link, pool: Pool) -> Reason | None:
    """Silence a figure in whose sentence another year stands: "another, at a hotel in 2008, reached five deaths"."""
    if link.second.mention.definite or link.second.is_opening:
        return None
    own = {str(pool.document.dated.year)} if pool.document.dated else set()
    own |= {token.low for token in pool.sentences[link.first.mention.sentence].tokens}
    for token in pool.sentences[link.second.mention.sentence].tokens:
        if (
            len(token.low) == 4
            and token.low.isdecimal()
            and token.low[:2] in {"18", "19", "20"}
            and token.low not in own
        ):
            return Reason("another year", token.text)
    return None


def owner(link: Link, pool: Pool) -> Reason | None:
    """Silence a figure that is somebody's own: "The victors had 640 killed", "the army lost 12"."""
    mention = link.second.mention
    tokens = pool.sentences[mention.sentence].tokens
    before = pool.lexicon["owners"].ending(tokens, mention.at) if mention.at else None
    return Reason("somebody's own", tokens[mention.at - 1].text) if before else None


def part_event(link: Link, pool: Pool) -> Reason | None:
    """Silence a part whose own words name another event than its whole's do."""
    return next((r for r in link.second.bars if r.name == "other-event" and r not in link.first.bars), None)


def _first_in_block(link: Link, name: str) -> Reason | None:
    for frame in (link.second, link.first):
        reason = frame.bar(name) or _note(frame, name)
        if reason:
            return reason
    return None


def _note(frame: Frame, name: str) -> Reason | None:
    """Return the cue if the figure's block opens as an editor's note."""
    block = frame.mention.document.blocks[frame.mention.block]
    opening = (
        frame.mention.document.prose_of(block.span.start)[block.span.start : block.span.end][:40]
        .lower()
        .lstrip(" *_[(")
    )
    for word in ("correction", "clarification", "editor's note", "editor’s note", "an earlier version"):
        if opening.startswith(word):
            return Reason(name, word)
    return None


VETOES: dict[str, Veto] = {
    "other-event": _cue("other-event"),
    "soft-event": _cue("soft-event"),
    "earlier": _cue("earlier"),
    "other-day": other_day,
    "other-year": other_year,
    "owner": owner,
    "claim": _cue("claim"),
    "dispute": _cue("dispute"),
    "exclusion": _cue("exclusion"),
    "general": _cue("general"),
    "not-compared": _cue("not-compared"),
    "correction": correction,
    "modal": modal,
    "local": local,
    "part-event": part_event,
}
