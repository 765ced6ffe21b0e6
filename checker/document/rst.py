"""reStructuredText: underlined titles, directives, fields, both kinds of tables, footnotes, roles."""

from __future__ import annotations

import re

from checker.document.drawn import GRID, between_bars, columns, in_columns
from checker.document.lines import Line
from checker.document.linewise import Linewise
from checker.document.reading import Reading
from checker.lexicon.book import Lexicon
from checker.model.document import FILLER

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*[ \t]*\Z")
_DIRECTIVE = re.compile(r"([ \t]*)\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?([\w:-]+)::(?:[ \t]+|\Z)")
_SUBSTITUTED = re.compile(r"^[ \t]*\.\.[ \t]+\|([^|\n]{1,61})\|[ \t]+image::", re.MULTILINE)
_NOTE = re.compile(r"([ \t]*)\.\.[ \t]+\[(?:\d+|#[\w-]*|\*|[A-Za-z][\w.-]*)\][ \t]*")
_FIELD = re.compile(r"([ \t]*):([^:\n]{1,60}):(?:[ \t]+|\Z)")
_ITEM = re.compile(r"([ \t]*)(?:[-*+\u2022]|\(?(?:(\d{1,4})|#|[a-zA-Z])[.)])[ \t]+(?=\S)")
_SIMPLE = re.compile(r"[ \t]*=+(?:[ \t]+=+)+[ \t]*\Z")
_INLINE = re.compile(
    r"\\(?P<escape>[^\w\s]|[ \t])|(?P<ref>\[(?:\d{1,4}|#[\w-]{0,50}|\*|[A-Za-z][\w.-]{0,50})\]_)"
    r"|(?P<literal>``)(?=\S)[^`\n]{1,500}``"
    r"|(?P<role>:[\w:+.-]{1,60}:)?`(?P<words>[^`<]{1,500}?)(?:[ \t\n]*<[^<>`]{1,500}>)?`(?P<end>_{0,2})"
    r"|(?P<strong>\*\*)(?=\S)(?:[^*\n]|\n(?!\n)){1,500}\*\*|(?P<em>(?<![\w*])\*(?=[^\s*])[^*]{1,500}\*)"
    r"|\|(?P<name>[^|\s][^|\n]{0,60})\|_{0,2}",
)
_WIDE = 4
"""Characters under a title that are enough even where the title is wider."""

_CODE = frozenset(
    (
        *(
            "code",
            "code-block",
            "sourcecode",
            "literalinclude",
            "math",
            "raw",
            "contents",
            "toctree",
            "include",
            "meta",
        ),
        *("highlight", "default-role", "role", "class", "only", "index", "replace", "unicode", "graphviz", "plot"),
    )
)
_PICTURES = frozenset(("figure", "image"))
_QUOTES = frozenset(("epigraph", "highlights", "pull-quote", "blockquote"))
_META = {"date": "date", "published": "date", "language": "lang", "lang": "lang"}
_DOCINFO = frozenset(
    ("address", "author", "authors", "contact", "copyright", "organization", "revision", "slug", "status", "version")
)
_RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")


def read(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Read *text*."""
    return _Rst(text, lexicon).read()


class _Rst(Linewise):
    """``contexts`` are the indents at which the role of paragraphs changes, with that role; "" hides what is below.

    ``levels`` are the adornments of titles in the order in which they came.
    """

    def __init__(self, text: str, lexicon: Lexicon | None) -> None:
        super().__init__(text, lexicon)
        self.contexts: list[tuple[int, str]] = []
        self.levels: list[str] = []
        self.after_blank = True
        self.has_literal = False
        self.item_indent = -1
        self.pictures = frozenset(_SUBSTITUTED.findall(text))

    def line(self, line: Line) -> None:
        words = self.words(line)
        if not words.strip():
            self.end()
            self.after_blank = True
            return
        indent = _width(words)
        self._leave(indent)
        if self.contexts and not self.contexts[-1][1]:
            self.hide(line)
        elif self._is_title(line, words):
            self._title(line, words)
        elif GRID.match(words) or _SIMPLE.match(words):
            self.end()
            (self._grid if "+" in words else self._simple)(line)
        elif not self._marked(line, words, indent):
            self._text(line, words, indent)
        self.after_blank = False

    def _leave(self, indent: int) -> None:
        while self.contexts and indent < self.contexts[-1][0]:
            self.contexts.pop()

    # -- titles

    def _is_title(self, line: Line, words: str) -> bool:
        following = self._following(0)
        if _ADORNMENT.match(words):
            title, under = following, self._following(1)
            return (
                bool(title.strip()) and words.strip() == under.strip() and len(words.strip()) >= len(title.strip()) > 0
            )
        width = len(following.rstrip()) if _ADORNMENT.match(following) else 0
        return not words[0].isspace() and not self.run and (width >= len(words.rstrip()) or width >= _WIDE)

    def _following(self, count: int) -> str:
        at = self.at + count
        return self.words(self.lines[at]) if at < len(self.lines) else ""

    def _title(self, line: Line, words: str) -> None:
        self.contexts.clear()
        style = self._following(0).strip()[0]
        if _ADORNMENT.match(words):
            style = words.strip()[0] * 2
            self.hide(line)
            line = self.lines[self.at]
            self.at += 1
        self.hide(self.lines[self.at])
        self.at += 1
        if style not in self.levels:
            self.levels.append(style)
        self.title(line.start, line.end, self.levels.index(style) + 1)

    # -- directives, notes, comments, fields

    def _marked(self, line: Line, words: str, indent: int) -> bool:
        bare = words.lstrip()
        if bare.startswith(".. ") or bare.rstrip() == "..":
            self.end()
            self._explicit(line, words, indent)
            return True
        if bare.startswith("__ ") or (_ADORNMENT.match(words) and len(bare.rstrip()) >= 4):
            self.end()
            self.hide(line)
            return True
        field = _FIELD.match(words) if bare.startswith(":") else None
        if field and not self.run:
            self._field(field, line, indent)
        elif field:
            self.end()
            self._field(field, line, indent)
        return field is not None

    def _explicit(self, line: Line, words: str, indent: int) -> None:
        note = _NOTE.match(words)
        if note:
            self.canvas.hide(line.start, line.start + note.end())
            self.contexts.append((indent + 1, "footnote"))
            if note.end() < len(words):
                self.open(line.start + note.end(), line.end, "footnote")
            return
        directive = _DIRECTIVE.match(words)
        name = directive.group(2).lower() if directive else ""
        if directive is None or name in _CODE:
            self.hide(line)
            self.contexts.append((indent + 1, ""))
            return
        self._directive(name, line, line.start + directive.end(), indent)

    def _directive(self, name: str, line: Line, start: int, indent: int) -> None:
        has_words = start < line.end
        self.canvas.hide(line.start, line.end if name in _PICTURES else start)
        self.images += [(line.start, line.end)] if name in _PICTURES else []
        role = "caption" if name in _PICTURES else "quote" if name in _QUOTES else "paragraph"
        alt, header = self._options(indent)
        if name in _PICTURES:
            if alt and (name == "image" or not self._following_is_caption(indent)):
                self.block(*alt, "caption")
        elif has_words and name in ("table", "csv-table", "list-table"):
            self.block(start, line.end, "caption")
        elif has_words and name in ("topic", "sidebar", "rubric", "admonition"):
            self.block(start, line.end, "heading", 3)
        elif has_words:
            self.open(start, line.end, role)
        if name == "csv-table":
            self._csv(indent, header)
        elif name == "list-table":
            self._list_table(indent)
        else:
            self.contexts.append((indent + 1, role))

    def _following_is_caption(self, indent: int) -> bool:
        at = self.at
        while at < len(self.lines) and not self.words(self.lines[at]).strip():
            at += 1
        return at < len(self.lines) and _width(self.words(self.lines[at])) > indent

    def _options(self, indent: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
        """Hide the options of a directive; return where the words for a picture and the header of a table stand."""
        found: dict[str, tuple[int, int]] = {}
        while self.at < len(self.lines):
            line = self.lines[self.at]
            field = _FIELD.match(self.words(line))
            if field is None or _width(self.words(line)) <= indent:
                break
            start = line.start + field.end()
            found[field.group(2)] = (start, line.end)
            self.canvas.hide(line.start, start if field.group(2) in ("alt", "header") else line.end)
            self.at += 1
        return found.get("alt"), found.get("header")

    def _field(self, field: re.Match[str], line: Line, indent: int) -> None:
        name, start = field.group(2).strip(), line.start + field.end()
        key = _META.get(name.lower())
        if key and not any(piece.role == "paragraph" for piece in self.canvas.pieces):
            self.meta.setdefault(key, self.text[start : line.end].strip())
        self.canvas.hide(line.start, start)
        is_early = all(piece.role in ("headline", "front_matter") for piece in self.canvas.pieces)
        if is_early and name.lower() in _DOCINFO | _META.keys():
            self.open(start, line.end, "front_matter")
        else:
            self.open(start, line.end, "infobox", 0, name.strip("*"))

    # -- tables

    def _body(self, indent: int) -> list[Line]:
        """Take the lines that stand below a directive."""
        body = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            words = self.words(line)
            if words.strip() and _width(words) <= indent:
                break
            if words.strip():
                body.append(line)
            self.at += 1
        return body

    def _csv(self, indent: int, header: tuple[int, int] | None) -> None:
        from checker.document.csvtext import Field, split_record  # few drafts hold such a table

        body = [(line.start + _width(self.words(line)), line.end) for line in self._body(indent)]
        for at, end in [header, *body] if header else body:
            fields: list[Field] = split_record(self.text, at, end)
            bounds = [at, *(place for field in fields for place in (field.start, field.end)), end]
            for first, last in zip(bounds[::2], bounds[1::2], strict=True):
                self.canvas.hide(first, last)
            self.row([(field.start, field.end) for field in fields])
        self.end()

    def _list_table(self, indent: int) -> None:
        row: list[tuple[int, int]] = []
        for line in self._body(indent):
            match = re.match(r"([ \t]*)(\*[ \t]+)?-(?:[ \t]+|\Z)", self.words(line))
            if match is None:
                row[-1:] = [(row[-1][0], line.end)] if row else []
                continue
            if match.group(2) and row:
                self.row(row)
                row = []
            self.canvas.hide(line.start, line.start + match.end())
            row.append((line.start + match.end(), line.end))
        if row:
            self.row(row)
        self.end()

    def _grid(self, line: Line) -> None:
        """Read a table drawn with "+---+"; a cell of several lines is read by its first."""
        self.hide(line)
        is_first = True
        while self.at < len(self.lines) and self.words(self.lines[self.at]).lstrip()[:1] in ("|", "+"):
            line = self.lines[self.at]
            self.at += 1
            words = self.words(line)
            cells = between_bars(self.text, line)
            if words.lstrip()[0] == "+" or not cells:
                self.hide(line)
                is_first = True
                continue
            for start, end in cells:
                self.canvas.hide(start - 1, start)
                self.canvas.hide(end, end + 1)
            if is_first:
                self.row(cells)
            is_first = False
        self.end()

    def _simple(self, line: Line) -> None:
        """Read a table between lines of "=== ===", whose columns are as wide as these."""
        self.hide(line)
        below = columns(self.text, line)
        while self.at < len(self.lines):
            line = self.lines[self.at]
            words = self.words(line)
            is_rule = bool(_SIMPLE.match(words))
            is_last = is_rule and not self._following(1).strip()
            self.at += 1
            if is_rule or re.match(r"[ \t]*-+(?:[ \t]+-+)*[ \t]*\Z", words):
                self.hide(line)
            elif words.strip():
                self.row(in_columns(line, below))
            if is_last:
                break
        self.end()

    # -- text

    def _text(self, line: Line, words: str, indent: int) -> None:
        item = _ITEM.match(words)
        if item and (self.after_blank or not self.run or self.role == "list_item"):
            start = line.start + item.end()
            self.canvas.hide(line.start, start)
            level = 1 + sum(role == "list_item" for _, role in self.contexts)
            self.open(start, line.end, "list_item", level, item.group(2) or "")
            self.contexts.append((item.end(), "list_item"))
            return
        if self.run:
            self._goes_on(line, words)
            return
        role = self._role(indent)
        self.open(line.start, line.end, role, 1 if role in ("quote", "list_item") else 0)
        self._literal(line, words, indent)

    def _goes_on(self, line: Line, words: str) -> None:
        self.go_on(line.start, line.end)
        self._literal(line, words, min(_width(words), _width(self.text[self.run[0][0] : line.end])))

    def _literal(self, line: Line, words: str, indent: int) -> None:
        """Hide the "::" that ends a paragraph, and the code below it."""
        bare = words.rstrip()
        if bare.endswith("::"):
            end = line.start + len(bare)
            self.canvas.hide(end - 1, end)
            if len(bare.strip()) == 2 or bare[-3:-2].isspace():
                self.canvas.hide(end - 2, end)
            self.contexts.append((indent + 1, ""))

    def _role(self, indent: int) -> str:
        base = self.contexts[-1][0] if self.contexts else 0
        if self.contexts and indent <= max(base, 1) + 8 and self.contexts[-1][1] not in ("paragraph",):
            return self.contexts[-1][1]
        if not self.contexts and indent > 0:
            self.contexts.append((indent, "quote"))
            return "quote"
        return "paragraph"

    def inline(self, start: int, end: int) -> None:
        for match in _INLINE.finditer(self.text, start, end):
            self._mark(match)

    def _mark(self, match: re.Match[str]) -> None:
        start, end = match.span()
        if match.group("escape"):
            self.canvas.fill(start, start + 1 if not match.group("escape").isspace() else end)
        elif match.group("ref"):
            self.canvas.hide(start, end)
        elif match.group("words") is not None:
            self._interpreted(match)
        elif match.group("name") in self.pictures:
            self.canvas.hide(start, end)
            self.images.append((start, end))
        elif match.group("name"):
            self.canvas.fill(start, start + 1)
            self.canvas.fill(match.end("name"), end)
        else:
            width = 1 if match.group("em") else 2
            self.canvas.fill(start, start + width)
            self.canvas.fill(end - width, end)

    def _interpreted(self, match: re.Match[str]) -> None:
        role = (match.group("role") or "").strip(":")
        start, end = match.span("words")
        if role in ("sup", "superscript"):
            self.canvas.say(start, end, match.group("words").translate(_RAISED))
        self.canvas.fill(match.start(), start)
        self.canvas.fill(end, match.end())


def _width(words: str) -> int:
    return len(words) - len(words.lstrip(" \t" + FILLER))
