"""Selections that can never match: what a rule is narrowed to and no claim of its check can have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from checker.engine.build import Source
from checker.engine.check import Check
from checker.lexicon.book import Lexicon
from checker.model.document import ROLES
from checker.validation import choices

OF_LINKS = ("headline", "standfirst", "caption", "infobox", "table_cell", "body")
"""Where a claim of a link can stand: headline, caption and so on, if one of its two figures does, else the body."""
_BOOKS = {"status": ("statuses",), "thing": ("things", "persons")}


def never_matches(source: Source, check: Check, lexicon: Lexicon) -> Iterator[str]:
    """Yield a line for each value of a rule's ``select`` that none of its claims has, and for links turned off."""
    tree, file = source.tree, source.file
    links = [link for link in file.links or check.links if _row(lexicon, link).get("enabled", True)]
    if check.links and not links:
        yield tree.line(("links",) if file.links else (), f"{file.id} never speaks: its links are turned off")
        return
    for key, books in _BOOKS.items():
        names = getattr(file.select, key, None) or ()
        if names and not check.links and key not in check.selects:
            what = ", ".join((*check.selects, "place"))
            yield tree.line(("select", key), f"never matches: the check '{check.name}' can be narrowed to {what} alone")
            continue
        for at, name in enumerate(names):
            if not _has_words(lexicon, books, name):
                yield tree.line(
                    ("select", key, at), f"'{name}' never matches: neither it nor a row under it has a word"
                )
    places = _places(check, links, lexicon)
    for at, name in enumerate((file.select.place if file.select else None) or ()):
        if name not in places:
            yield tree.line(("select", "place", at), f"never matches: {choices(name, places)}")


def unknown_statuses(lexicon: Lexicon) -> Iterator[str]:
    """Yield a line for each status of lexicons/identities.yaml that there is none of."""
    statuses = lexicon["statuses"].rows if "statuses" in lexicon else {}
    for row, fields in (lexicon["identities"].rows if "identities" in lexicon else {}).items():
        for name in (fields.get("whole", ""), *fields.get("parts", ()), *fields.get("needed", ())):
            if name not in statuses:
                yield f"lexicon identities: row {row} never matches: {choices(name, statuses)}"


def _places(check: Check, links: Sequence[str], lexicon: Lexicon) -> list[str]:
    if not check.links:
        return list(ROLES)
    given = [place for link in links for place in _row(lexicon, link).get("places", OF_LINKS)]
    return list(dict.fromkeys(given))


def _row(lexicon: Lexicon, link: str) -> dict[str, Any]:
    return dict(lexicon["links"].rows.get(link, {})) if "links" in lexicon else {}


def _has_words(lexicon: Lexicon, books: Sequence[str], name: str) -> bool:
    given = {entry.id for book in books if book in lexicon for _, entry in lexicon[book]}
    return any(lexicon.is_kind_of(books[0], row, name) for row in given)
