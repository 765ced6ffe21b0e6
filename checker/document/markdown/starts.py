"""What opens a block of Markdown: one pattern a construct, matched where a line's own text begins."""

from __future__ import annotations

import re

HEADING = re.compile(r"(#{1,6})(?:[ \t]+|\Z)")
RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
UNDERLINE = re.compile(r"(=+|-+)[ \t]*\Z")
FENCE = re.compile(r"(`{3,})[^`]*\Z|(~{3,})")
MARKER = re.compile(r"(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|\Z)")
FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,100}\]:[ \t]*")
DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
DIRECTIVE = re.compile(r":{3,}[^:]*\Z|\[\[\s*figcheck:.*\]\][ \t]*\Z")
_MODULE = re.compile(r"import\s|export\s+(?:const|let|default|function|async)\b|\{/\*.*\*/\}[ \t]*\Z")

# Types 1 to 5 of HTML blocks in CommonMark, with what closes them; those of type 6 end at a blank line.
_CLOSED = (
    ("<!--", ("-->",)),
    ("<?", ("?>",)),
    ("<![cdata[", ("]]>",)),
    ("<!", (">",)),
)
_RAW = frozenset(("script", "pre", "style", "textarea"))
_RAW_ENDS = tuple(f"</{name}>" for name in sorted(_RAW))
_BLOCK_TAGS = frozenset(
    (
        *("address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col"),
        *(
            "colgroup",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
        ),
        *("form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe"),
        *("legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p"),
        *("param", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr"),
        *("track", "ul"),
    )
)
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)(?=[\s/>]|\Z)")
_ALONE = re.compile(r"<(?:/[A-Za-z][\w.-]*[ \t]*|[A-Za-z][\w.-]*(?:[ \t][^<>]*)?/?)>[ \t]*\Z")


def html_end(text: str, at: int, end: int, *, in_paragraph: bool) -> tuple[str, ...] | None:
    """Return what closes the HTML that opens at *at*, in lower case: () for a blank line; None where none opens."""
    if text[at] != "<":
        return None
    opening = text[at : at + 9].lower()
    for begins, closing in _CLOSED:
        if opening.startswith(begins):
            return closing if begins != "<!" or opening[2:3].isalpha() else None
    tag = _TAG.match(text, at, end)
    name = tag.group(2).lower() if tag else ""
    if tag and name in _RAW and not tag.group(1):
        return _RAW_ENDS
    if name in _BLOCK_TAGS or (not in_paragraph and _ALONE.match(text, at, end)):
        return ()
    return None


def is_module(text: str, at: int, end: int) -> bool:
    """Tell whether a line of an MDX module stands here: an import, an export or a comment."""
    if not _MODULE.match(text, at, end):
        return False
    return text[at] != "i" or text[at:end].rstrip(" \t;")[-1:] in ("'", '"')
