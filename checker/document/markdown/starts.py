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

_BLOCK_TAGS = (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link "
    "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead "
    "title tr track ul"
)
_HTML = (
    (
        re.compile(r"<(?:script|pre|style|textarea)(?=[\s>]|\Z)", re.I),
        re.compile(r"</(?:script|pre|style|textarea)>", re.I),
    ),
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<\?"), re.compile(r"\?>")),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
    (re.compile(r"<![A-Za-z]"), re.compile(r">")),
    (re.compile(rf"</?(?:{'|'.join(_BLOCK_TAGS.split())})(?=[\s/>]|\Z)", re.I), None),
)
_ALONE = re.compile(r"<(?:/[A-Za-z][\w.-]*[ \t]*|[A-Za-z][\w.-]*(?:[ \t][^<>]*)?/?)>[ \t]*\Z")


def html_end(text: str, at: int, end: int, *, in_paragraph: bool) -> tuple[bool, re.Pattern[str] | None]:
    """Tell whether a block of HTML opens at *at*, and what closes it (None: a blank line)."""
    for opening, closing in _HTML:
        if opening.match(text, at, end):
            return True, closing
    return not in_paragraph and bool(_ALONE.match(text, at, end)), None


def is_module(text: str, at: int, end: int) -> bool:
    """Tell whether a line of an MDX module stands here: an import, an export or a comment."""
    if not _MODULE.match(text, at, end):
        return False
    return text[at] != "i" or text[at:end].rstrip(" \t;")[-1:] in ("'", '"')
