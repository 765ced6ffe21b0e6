"""Which part of a page is the draft: the article, without navigation, lists of links and what is never shown."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.document.html.tree import Node, Tree
from checker.model.values import NamedTuple

# Elements whose content a browser shows only when something else fails, or not as text.
_UNSHOWN = frozenset(
    (
        *("area", "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "label", "map", "meter"),
        *("noembed", "noframes", "noscript", "object", "option", "output", "progress", "script", "select", "style"),
        *("svg", "template", "textarea", "title", "video"),
    )
)
_CHROME_ROLES = frozenset(("banner", "contentinfo", "menu", "menubar", "navigation", "search", "toolbar"))
_UNSEEN = frozenset(("sr-only", "screen-reader-text", "visually-hidden", "visuallyhidden"))
_CHROME = frozenset(
    (
        *("ad", "ads", "advert", "advertisement", "breadcrumb", "breadcrumbs", "comments", "cookie-banner", "cookies"),
        *("menu", "most-popular", "most-read", "nav", "navbar", "navigation", "newsletter", "pagination", "promo"),
        *("recommended", "related", "related-articles", "related-content", "related-links", "related-posts"),
        *("related-stories", "share", "sharing", "sidebar", "skip-link", "social", "social-share", "sponsored"),
        *("trending",),
    )
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LINK_LISTS = frozenset(("aside", "div", "dl", "ol", "p", "section", "ul"))
_NOTES = frozenset(("doc-endnotes", "doc-footnote", "endnotes", "footnote", "footnotes", "references"))
_NOTE = re.compile(r"(?:cite_note|fn|footnote|note)[-_:]?\d+\Z", re.IGNORECASE)
_CODE = frozenset(("code", "highlight", "literal-block", "programlisting", "sourcecode"))
_LINKED = 0.8
_UNSHOWN_PARENT = 1
_IN = {"article": 2, "aside": 4, "nav": 4, "table": 8, "blockquote": 16, "figure": 16}
_FEWEST_LINKS = 2


class Content(NamedTuple):
    """``region`` is the node of the draft, ``headline`` that of its headline, which may stand outside: -1 for none.

    ``left_out`` are the nodes that are no part of it, each with all below it.
    """

    region: int
    headline: int
    left_out: frozenset[int]


def class_names(attributes: Mapping[str, str]) -> frozenset[str]:
    """Return the classes, the id, the role and the property of an element, in lower case."""
    names = (attributes.get(key, "") for key in ("class", "id", "role", "itemprop"))
    return frozenset(" ".join(names).lower().split())


def is_notes(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element holds footnotes."""
    return bool(_NOTE.match(attributes.get("id", ""))) or not _NOTES.isdisjoint(class_names(attributes))


def choose(tree: Tree) -> Content:
    """Choose the draft in a page, or all of a fragment."""
    unshown = {number for number, node in enumerate(tree.nodes) if number and _is_unshown(tree, node)}
    around = _around(tree, unshown)
    region = _region(tree, around, unshown)
    top = _top_heading(tree, around, region)
    kept = {region, top, *tree.ancestors(region), *(tree.ancestors(top) if top >= 0 else ())}
    noted = _above_notes(tree)
    chrome = {
        number
        for number, node in enumerate(tree.nodes)
        if number not in kept and _is_chrome(tree, node, around[number], number in noted, tree.nodes[region].words)
    }
    if top < 0:
        top = next((n for n, node in enumerate(tree.nodes) if node.name == "title" and node.words), -1)
    return Content(region, top, frozenset((unshown | chrome) - {top}))


def _is_unshown(tree: Tree, node: Node) -> bool:
    if node.name in _UNSHOWN:
        return True
    given = tree.attributes(node)
    if node.name == "pre" and (tree.text.startswith("<code", node.inner) or not _CODE.isdisjoint(class_names(given))):
        return True
    if node.name == "dialog" and "open" not in given:
        return True
    if not given:
        return False
    is_hidden = "hidden" in given or bool(_HIDDEN_STYLE.search(given.get("style", "")))
    return is_hidden or not _UNSEEN.isdisjoint(class_names(given))


def _around(tree: Tree, unshown: set[int]) -> list[int]:
    """Return for each node what it stands in, as bits of ``_IN``."""
    around = [0] * len(tree.nodes)
    for number, node in enumerate(tree.nodes):
        if number:
            above = tree.nodes[node.parent]
            bits = around[node.parent] | _IN.get(above.name, 0)
            around[number] = bits | (_UNSHOWN_PARENT if node.parent in unshown else 0)
    return around


def _region(tree: Tree, around: list[int], unshown: set[int]) -> int:
    """Return the article with most words of its own; the main part or the body where there is none or many."""
    body = next((n for n, node in enumerate(tree.nodes) if node.name == "body"), 0)
    main = next((n for n, node in enumerate(tree.nodes) if _is_main(tree, node) and n not in unshown), body)
    inside = _IN["article"] | _IN["aside"] | _UNSHOWN_PARENT
    articles = [n for n, node in enumerate(tree.nodes) if node.name == "article" and not around[n] & inside]
    articles = sorted((n for n in articles if n not in unshown), key=lambda n: _own(tree.nodes[n]))
    if not articles:
        return main
    others = sum(_own(tree.nodes[n]) for n in articles[:-1])
    return main if _own(tree.nodes[articles[-1]]) < 2 * others else articles[-1]


def _own(node: Node) -> int:
    return node.words - node.links


def _is_main(tree: Tree, node: Node) -> bool:
    return node.name == "main" or tree.attributes(node).get("role", "").lower() == "main"


def _top_heading(tree: Tree, around: list[int], region: int) -> int:
    """Return the first h1 in the region, else the only one in the page; -1 where there is none."""
    tops = [n for n, node in enumerate(tree.nodes) if node.name == "h1" and node.words]
    tops = [n for n in tops if not around[n] & _UNSHOWN_PARENT]
    area = tree.nodes[region]
    inside = [n for n in tops if area.first <= tree.nodes[n].first < area.last]
    return inside[0] if inside else tops[0] if len(tops) == 1 else -1


def _above_notes(tree: Tree) -> set[int]:
    """Return the elements that hold footnotes."""
    found: set[int] = set()
    for number, node in enumerate(tree.nodes):
        if is_notes(tree.attributes(node)):
            above = number
            while above > 0 and above not in found:
                found.add(above)
                above = tree.nodes[above].parent
    return found


def _is_chrome(tree: Tree, node: Node, around: int, holds_notes: bool, words: int) -> bool:
    """Tell whether an element is there to lead elsewhere; never of one with half of the *words* of the region."""
    if node.name in ("nav", "search"):
        return True
    if node.words * 2 > words:
        return False
    given = tree.attributes(node)
    if given and not (_CHROME_ROLES.isdisjoint(class_names(given)) and _CHROME.isdisjoint(class_names(given))):
        return True
    if node.name == "footer":
        return not holds_notes and not around & _IN["blockquote"]
    is_list = node.name in _LINK_LISTS and not around & _IN["table"] and node.anchors >= _FEWEST_LINKS
    return is_list and node.links >= _LINKED * node.words
