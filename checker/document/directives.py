"""What a draft says to figcheck: ``<!-- figcheck: ignore[rule] reason -->``, or a line ``[[figcheck: ...]]``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import get_close_matches

from checker.document.lines import Line, split_lines
from checker.document.markdown.matter import read_matter
from checker.document.markdown.starts import FENCE
from checker.document.read import FORMATS
from checker.errors import InputError
from checker.model.document import Document, visible
from checker.model.values import NamedTuple

COMMANDS = ("ignore", "ignore-file", "ignore-start", "ignore-end")
# A mark that nothing closes ends with its line.
_CLOSING = {"<!--": "-->", "{/*": "*/}", "[[": "]]", "%": "", "..": "", "//": "", "#": "", "NOTE": ""}
_OPENING = re.compile(
    r"(?:(<!--|\{/\*|\[\[|%)|^[ \t]*(\.\.|//|#|NOTE)(?=[ \t]))\s*(figcheck\b[ \t]*)(:?)(?=\s*([\w-]*))",
    re.IGNORECASE | re.MULTILINE,
)
_NAMES = {"plain": "plain text"}
_ANYWHERE = ("<!--", "[[", "{/*")
_BODY = re.compile(r"\s*([\w-]*)\s*(?:\[([^\[\]]*)\])?\s*(.*)\Z", re.DOTALL)
_NAME = re.compile(r"[^\s,][^,]*")
_KEY = re.compile(r"figcheck[ \t]*[:=]", re.IGNORECASE)
_UNTIL = "until="


class Directive(NamedTuple):
    """One directive, from *start* to *end* in the text. ``names`` are rules and findings, each with its offset."""

    start: int
    end: int
    command: str
    names: tuple[tuple[str, int], ...]
    reason: str
    until: date | None


def mistake(document: Document, at: int, message: str) -> InputError:
    """Return the error that tells of a directive: one nobody reads would silence less, or more, than was meant."""
    line, column = document.line_col(at)
    return InputError(f"{document.name}:{line}:{column}: {message}")


def read_directives(document: Document) -> list[Directive]:
    """Return all directives in text order.

    Raises:
        InputError: if one is misspelt or stands where it means nothing.
    """
    found = list(_in_matter(document)) if document.kind == "markdown" else []
    code = list(_fenced(document)) if document.kind == "markdown" else []
    at = 0
    while opening := _OPENING.search(document.text, at):
        at = opening.end()
        if _mark(opening) not in (*_ANYWHERE, *FORMATS[document.kind].comments):
            continue
        if not _is_shown(document, opening, code) and _is_meant(document, opening):
            found.append(_marked(document, opening))
            at = found[-1].end
    return found


def _in_matter(document: Document) -> Iterator[Directive]:
    """Yield the field ``figcheck:`` of the front matter, where plain ``ignore`` means the whole draft."""
    text = document.text
    lines = split_lines(text)
    matter = read_matter(text, lines)
    for line in lines[: matter.lines]:
        if not _KEY.match(text, line.start, line.end):
            continue
        field = next((f for f in matter.fields if f.key == "figcheck" and line.start < f.start <= line.end), None)
        if field is None:
            raise mistake(document, line.start, "must be one line, such as: figcheck: ignore[rule] reason")
        found = _parsed(document, line.start, field.start, field.end, field.end)
        if found.command not in ("ignore", "ignore-file"):
            raise mistake(document, field.start, f"got '{found.command}', front matter takes ignore or ignore-file")
        yield found._replace(command="ignore-file")


def _fenced(document: Document) -> Iterator[Line]:
    """Yield the stretches of fenced code: a page about figcheck shows directives and means none of them."""
    fence, start, is_quoted = "", 0, False
    for line in split_lines(document.text):
        source = document.text[line.start : line.end]
        words = source.lstrip(" \t>*+-").rstrip()
        if fence and is_quoted and not source.lstrip().startswith(">"):
            yield Line(start, line.start, line.start)
            fence = ""
        if not fence and (opened := FENCE.match(words)):
            fence, start = opened.group(1) or opened.group(2), line.start
            is_quoted = source.lstrip().startswith(">")
        elif fence and words.startswith(fence) and not words.strip(fence[0]):
            yield Line(start, line.end, line.next)
            fence = ""
    # What is printed is no code: the fence ended with the item that it stood in.
    if fence and not printed(document, start, len(document.text)):
        yield Line(start, len(document.text), len(document.text))


def printed(document: Document, start: int, end: int) -> str:
    """Return what a reader sees of the text between two offsets."""
    return visible(document.prose[start:end]).strip()


def _is_shown(document: Document, opening: re.Match[str], code: Sequence[Line]) -> bool:
    """Tell whether what stands here is quoted, not meant: in code, behind a backslash, or a comment that is printed."""
    at, text = opening.start(), document.text
    if document.kind != "markdown":
        return False
    if text[max(0, at - 1) : at] in ("`", "\\"):
        return True
    if _mark(opening) == "<!--" and printed(document, at, opening.end()):
        return text.find(_CLOSING["<!--"], at) >= 0
    block = bisect_right(code, at, key=lambda line: line.start) - 1
    return block >= 0 and at < code[block].end


def _is_meant(document: Document, opening: re.Match[str]) -> bool:
    """Tell a directive, also one without its colon, from a remark that begins with our name."""
    if opening.group(4):
        return True
    if get_close_matches(opening.group(5), COMMANDS, 1):
        raise mistake(document, opening.start(3), f"a colon is missing: figcheck: {opening.group(5)}")
    return False


def _mark(opening: re.Match[str]) -> str:
    return opening.group(1) or opening.group(2).upper()


def _marked(document: Document, opening: re.Match[str]) -> Directive:
    mark, start, text = _mark(opening), opening.start(), document.text
    taken = FORMATS[document.kind].comments
    if mark not in taken and not (document.kind == "markdown" and mark == "[["):
        raise mistake(document, start, f"{_NAMES.get(document.kind, document.kind)} takes {_shape(taken)}")
    closing = _CLOSING[mark]
    if mark == "[[" or not closing:
        line = document.line_starts[document.line_col(start)[0] :][:1]
        words = text[start : line[0] if line else None].rstrip()
        body_end = start + len(words) - len(closing) if words.endswith(closing) else -1
    else:
        body_end = text.find(closing, opening.end())
    if body_end < 0:
        raise mistake(document, start, f"{closing} is missing behind {mark} figcheck:")
    end = body_end + len(closing)
    if mark != "<!--" and printed(document, start, end):
        raise mistake(document, start, f"{mark}figcheck: ...{closing} must stand on a line of its own")
    return _parsed(document, start, opening.end(), body_end, end)


def _shape(marks: Sequence[str]) -> str:
    """Return how a directive is written in a format of those marks."""
    if not marks:
        return "no suppressions: it has no comments"
    mark = marks[0]
    blank = "" if mark == "[[" else " "
    whole = f"{mark}{blank}figcheck: ignore[rule] reason{blank if _CLOSING[mark] else ''}{_CLOSING[mark]}"
    return f"a line of its own: {whole}" if mark != "<!--" else whole


def _parsed(document: Document, start: int, body: int, body_end: int, end: int) -> Directive:
    match = _BODY.match(document.text[body:body_end])
    command, bracket, rest = match.groups() if match else ("", None, "")
    command_at = body + (match.start(1) if match else 0)
    if command not in COMMANDS:
        near = get_close_matches(command, COMMANDS, 1)
        hint = f"; did you mean '{near[0]}'?" if near else ""
        raise mistake(document, command_at, f"got '{command}', must be one of {', '.join(COMMANDS)}{hint}")
    names: list[tuple[str, int]] = []
    if match and bracket is not None:
        inner = body + match.start(2)
        names = [(" ".join(one.group().split()), inner + one.start()) for one in _NAME.finditer(bracket)]
    if (bracket is not None and not names) or rest.startswith(("[", "]")):
        raise mistake(document, command_at, f"must name rules or findings as {command}[rule, rule], or have no bracket")
    words = rest.split()
    untils = [word.removeprefix(_UNTIL) for word in words if word.startswith(_UNTIL)]
    until = [_day(document, command_at, raw) for raw in untils]
    reason = " ".join(word for word in words if not word.startswith(_UNTIL)).strip(" :-\u2013\u2014")
    return Directive(start, end, command, tuple(names), reason, min(until, default=None))


def _day(document: Document, at: int, raw: str) -> date:
    try:
        return date.fromisoformat(raw)
    except ValueError:
        raise mistake(document, at, f"until: got '{raw}', must be a date such as 2026-12-31") from None
