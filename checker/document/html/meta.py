"""What a page says of itself: when it was published, in what language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.document.entities import without_references
from checker.document.html.tree import Node, Tree
from checker.model.document import visible

_DATES = (
    *("article:published_time", "datepublished", "og:article:published_time", "parsely-pub-date", "publish-date"),
    *("publish_date", "pubdate", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created"),
    *("dc.date", "dcterms.date", "date"),
)
_LINKED_DATA = re.compile(r"\"datePublished\"\s*:\s*\"([^\"\\]{8,40})\"")
_BODY = 100


def read_meta(tree: Tree) -> dict[str, str]:
    """Return ``date`` and ``lang``, as far as the page gives them."""
    meta = {}
    day = next(_days(tree), "")
    if day:
        meta["date"] = day
    for node in tree.nodes:
        if node.name == "html":
            given = tree.attributes(node)
            lang = given.get("lang") or given.get("xml:lang") or ""
            if lang.strip():
                meta["lang"] = lang.strip()
            break
    return meta


def _days(tree: Tree) -> Iterator[str]:
    """Yield what may be the date, the surest first."""
    metas: dict[str, str] = {}
    for node in tree.nodes:
        if node.name == "meta":
            given = tree.attributes(node)
            key = given.get("property") or given.get("name") or given.get("itemprop") or ""
            metas.setdefault(key.strip().lower(), visible(without_references(given.get("content", ""))))
    yield from (metas[key] for key in _DATES if metas.get(key))
    for node in tree.nodes:
        if node.name == "script" and "ld+json" in tree.attributes(node).get("type", "").lower():
            match = _LINKED_DATA.search(tree.text, node.inner, node.end)
            if match:
                yield match.group(1)
    yield from _times(tree)


def _times(tree: Tree) -> Iterator[str]:
    """Yield the ``datetime`` of marked dates of publication, then that of a first ``time`` before any paragraph."""
    times = [node for node in tree.nodes if node.name == "time"]
    yield from (tree.attributes(node).get("datetime", "") for node in times if _is_publication(tree, node))
    first = next((node for node in tree.nodes if node.name == "p" and node.words > _BODY), None)
    if times and (first is None or times[0].start < first.start):
        yield tree.attributes(times[0]).get("datetime", "")


def _is_publication(tree: Tree, node: Node) -> bool:
    given = tree.attributes(node)
    return "pubdate" in given or given.get("itemprop", "").lower() == "datepublished"
