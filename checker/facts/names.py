"""What an editor would call a fact, a place in the draft, a figure."""

from __future__ import annotations

from checker.lexicon.book import Lexicon
from checker.model.frame import Frame

PLACES = {
    "headline": "headline",
    "standfirst": "standfirst",
    "caption": "caption",
    "infobox": "fact box",
    "table_cell": "table",
    "heading": "subheading",
    "footnote": "footnote",
}


def fact_name(frame: Frame, lexicon: Lexicon) -> str:
    """Return a name like "people killed", "boxes", "US dollars"; the dimension where nothing is counted."""
    mention = frame.mention
    noun = mention.document.words(mention.thing.span) if mention.thing else ""
    if mention.status:
        label = str(lexicon["statuses"].rows[mention.status].get("label", mention.status))
        is_noun = bool(mention.thing and lexicon["statuses"].get(mention.thing.head))
        return f"people {label}" if is_noun or not noun else f"{noun} {label}"
    return noun or mention.quantity.unit or mention.quantity.dimension


def place_name(frame: Frame) -> str:
    """Return where a figure stands, as an editor says it: "headline", "para 3", "caption"."""
    role, annex = frame.block_role, frame.mention.document.annex(frame.mention.span.start)
    if annex:
        return f"table {annex.path}"
    if role in PLACES:
        return PLACES[role]
    return f"para {frame.paragraph + 1}"


def phrase(frame: Frame) -> str:
    """Return the printed words of a figure, on one line."""
    return " ".join(frame.mention.words.split())
