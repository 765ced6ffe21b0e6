"""RTF for tests, with the groups that word processors put before the text."""

from __future__ import annotations

_HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\fswiss Helvetica;}}{\colortbl;\red0\green0\blue0;}"
    r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2 Title;}{\s3 Subtitle;}{\s4 Quote;}{\s5 caption;}}"
    r"{\*\generator Word 16;}{\info{\title 99 dead}{\creatim\yr2013\mo12\dy23}}"
    "{\\header\\pard Edition 26, 99 dead\\par}\n"
)


def rtf(*paragraphs: str) -> str:
    return _HEAD + "\n".join(paragraphs) + "}\n"


def par(words: str, style: int = 0) -> str:
    return f"{{\\pard\\s{style} {words}\\par}}"


def item(words: str) -> str:
    return rf"{{\pard{{\listtext\f0\'b7\tab}}\ls1\ilvl0 {words}\par}}"


def row(*cells: str) -> str:
    definition = "".join(rf"\cellx{(at + 1) * 1000}" for at in range(len(cells)))
    return rf"\trowd{definition}" + "".join(rf"\pard\intbl {cell}\cell" for cell in cells) + r"\row"


def encoded(words: str) -> str:
    """Return words with signs of RTF and characters that are no ASCII as escapes."""
    return "".join(_escaped(char) for char in words)


def _escaped(char: str) -> str:
    if char in "\\{}":
        return "\\" + char
    if char.isascii():
        return char
    units = char.encode("utf-16-le")
    codes = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
    return "".join(f"\\u{code}?" for code in codes)
