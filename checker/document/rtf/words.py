"""The control words of RTF that tell what is printed."""

from __future__ import annotations

SYMBOLS = {
    "emdash": "\u2014",
    "endash": "\u2013",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "bullet": "\u2022",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "tab": "\t",
    "line": "\n",
    "page": "\n",
    "column": "\n",
    "~": "\u00a0",
    "_": "-",
    "{": "{",
    "}": "}",
    "\\": "\\",
}
"""Control words and symbols that print one character."""

LEFT_OUT = frozenset(
    (
        *("fonttbl", "colortbl", "info", "pict", "object", "private", "xe", "tc", "rxe", "bkmkstart", "bkmkend"),
        *("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "ftnsep", "ftnsepc"),
        *("shprslt", "nonshppict", "nonesttables", "annotation", "atnid", "atnauthor", "template", "operator"),
    )
)
"""Groups that are no text of the draft; so are all that begin with ``\\*``."""

RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
