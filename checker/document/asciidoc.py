"""AsciiDoc: titles, delimited blocks, tables, lists, attributes, footnotes."""

from __future__ import annotations

import re

from checker.document.lines import Line
from checker.document.linewise import Linewise
from checker.document.reading import Reading
from checker.lexicon.book import Lexicon

_TITLE = re.compile(r"(={1,6}|#{1,6})[ \t]+(\S.*)\Z")
_ATTRIBUTE = re.compile(r":!?([\w-]+)!?:(?:[ \t]+(.*))?\Z")
_REVISION = re.compile(r"(?:v?[\d.]+,)?[ \t]*(\d{4}-\d\d-\d\d|\w+ \d{1,2}, \d{4}|\d{1,2} \w+ \d{4})[ \t]*(?::.*)?\Z")
_FENCE = re.compile(r"(?:-{4,}|\.{4,}|\+{4,}|/{4,}|={4,}|\*{4,}|_{4,}|--|\"\"|```\w*)[ \t]*\Z")
_TABLE = re.compile(r"[|,:!]={3,}[ \t]*\Z")
_STYLE = re.compile(r"\[[^\[\]]*\][ \t]*\Z")
_ANCHOR = re.compile(r"\[\[[^\[\]]+\]\][ \t]*\Z")
_MACRO = re.compile(r"(image|video|audio|include|toc|ifdef|ifndef|endif)::([^\s\[]*)\[(.*)\][ \t]*\Z")
_ITEM = re.compile(r"[ \t]*(?:(\*{1,5}|-|\u2022)|(\.{1,5})|(\d{1,4})\.)[ \t]+(?=\S)")
_TERM = re.compile(r"(\S.{0,80}?)(?:::{1,3}|;;)(?:[ \t]+|\Z)")
_CELL = re.compile(r"(?:(\d{1,3})?(?:\.(\d{1,3}))?[+*])?(?:[<^>.]{1,4})?[adehlmsv]?(?<!\\)\|")
_COLUMNS = re.compile(r"cols\s*=\s*(?:\"([^\"]*)\"|([\d*,]+))")
_ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_INLINE = re.compile(
    r"(?P<foot>footnote:[\w-]*\[)(?P<note>(?:[^\[\]]|\[[^\[\]]*\]){0,2000})\]"
    r"|(?P<link>(?:https?://|mailto:|link:|xref:)[^\s\[\]]{1,500}\[)(?P<words>[^\[\]]{0,500})\]"
    r"|<<[^<>,\n]{1,100}(?:,(?P<text>[^<>\n]{1,300}))?>>|image:[^\s:\[]{1,300}\[[^\]\n]{0,300}\]"
    r"|(?P<open>[\"']`)(?=\S)|(?P<close>(?<=\S)`[\"'])"
    r"|(?P<two>\*\*|__|``|##)(?=\S)(?:(?!(?P=two))[^\n]){1,300}?(?P=two)"
    r"|(?<![\w*_`#])(?P<one>[*_`#])(?=\S)[^*_`#]{0,300}[^\s*_`#](?P=one)(?!\w)"
    r"|\^(?P<up>[^\s^]{1,20})\^|~[^\s~]{1,20}~|\[(?:\.|#)[\w.#-]{1,60}\](?=[#*_`])"
    r"|[ \t]\+$|\{(?P<name>nbsp|amp|lt|gt|zwsp|empty|plus|deg)\}|(?P<reference>&#?\w{1,20};)",
    re.MULTILINE,
)
_NAMED = {"nbsp": "\u00a0", "amp": "&", "lt": "<", "gt": ">", "plus": "+", "deg": "\u00b0", "zwsp": "", "empty": ""}
_QUOTES = {'"`': "\u201c", '`"': "\u201d", "'`": "\u2018", "`'": "\u2019"}
_RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_META = {"date": "date", "revdate": "date", "pubdate": "date", "lang": "lang"}
_STANDFIRSTS = ("lead", "standfirst", "abstract", "dek", "subtitle")


def read(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Read *text*."""
    return _AsciiDoc(text, lexicon).read()


class _AsciiDoc(Linewise):
    """``fences`` are the open delimited blocks with their roles; ``style`` is the line of attributes above a block.

    ``caption`` is the title above an image or table, until the block that it names.
    """

    def __init__(self, text: str, lexicon: Lexicon | None) -> None:
        super().__init__(text, lexicon)
        self.fences: list[tuple[str, str]] = []
        self.style = ""
        self.caption: tuple[int, int] | None = None
        self.in_header = False
        self.item = 0

    def line(self, line: Line) -> None:
        words = self.words(line)
        bare = words.strip()
        if not bare:
            self.end()
            self.in_header = False
            return
        if self._verbatim(bare, line) or self._hidden(words, bare, line):
            return
        if _TABLE.match(bare):
            self.end()
            self._table(line, bare)
        elif not self._titled(words, line):
            self._text(words, line)

    def _verbatim(self, bare: str, line: Line) -> bool:
        """Take in delimiters and what stands in code and comments."""
        inside = self.fences[-1] if self.fences else ("", "")
        if inside[0] and bare == inside[0]:
            self.end()
            self.fences.pop()
            self.hide(line)
            return True
        if inside[1] == "hidden":
            self.hide(line)
            return True
        if not _FENCE.match(bare):
            return False
        self.end()
        self._caption("heading")
        role = "hidden" if (bare[:2] != "--" and bare[0] in "-.+/`") or bare.startswith("----") else ""
        role = "quote" if bare[0] in '_"' else role
        self.fences.append(("```" if bare.startswith("```") else bare, role))
        self.hide(line)
        self.style = ""
        return True

    def _hidden(self, words: str, bare: str, line: Line) -> bool:
        """Take in comments, attributes and lines of style."""
        attribute = _ATTRIBUTE.match(words) if words[0] == ":" else None
        if attribute:
            name = attribute.group(1).lower()
            if name in _META and attribute.group(2):
                self.meta.setdefault(_META[name], attribute.group(2))
        elif bare[0] == "[" and (_STYLE.match(bare) or _ANCHOR.match(bare)):
            self.end()
            self.style = bare if _STYLE.match(bare) else self.style
        elif self.in_header:
            revision = _REVISION.match(bare)
            if revision:
                self.meta.setdefault("date", revision.group(1))
        elif bare in ("+", "'''", "---", "***", "<<<"):
            self.end()
        elif not bare.startswith("//"):
            return False
        self.hide(line)
        return True

    def _titled(self, words: str, line: Line) -> bool:
        """Take in titles of sections and blocks, and macros that are a block."""
        title = _TITLE.match(words.rstrip()) if words[0] in "=#" else None
        if title:
            level = len(title.group(1))
            self.in_header = level == 1 and not self.has_headline
            start, end = line.start + title.start(2), line.start + title.end(2)
            self.canvas.hide(line.start, start)
            self.canvas.hide(end, line.end)
            self.title(start, end, level)
            self.item = 0
            return True
        if words[0] == "." and words[1:2] not in ("", ".", " ", "\t"):
            self.end()
            self._caption("heading")
            self.caption = (line.start + 1, line.end)
            self.canvas.hide(line.start, line.start + 1)
            return True
        macro = _MACRO.match(words) if "::" in words else None
        if macro:
            self.end()
            self._image(macro, line)
        return macro is not None

    def _image(self, macro: re.Match[str], line: Line) -> None:
        if self.caption:
            self._caption("caption")
            self.hide(line)
            return
        self.images += [(line.start, line.end)] if macro.group(1) == "image" else []
        alt = macro.group(3).partition(",")[0].strip().strip('"')
        if macro.group(1) != "image" or " " not in alt:
            self.hide(line)
            return
        start = line.start + macro.start(3) + macro.group(3).index(alt)
        self.canvas.hide(line.start, start)
        self.canvas.hide(start + len(alt), line.end)
        self.block(start, start + len(alt), "caption")

    def _caption(self, role: str) -> None:
        """Add the title of a block in that role."""
        if self.caption:
            self.block(*self.caption, role, 3 if role == "heading" else 0)
        self.caption = None

    def _text(self, words: str, line: Line) -> None:
        # "since she retired in / 1983. Her book": no item begins inside a paragraph.
        item = _ITEM.match(words) if not self.run or self.role in ("list_item", "infobox") else None
        term = None if item else _TERM.match(words)
        note = _ADMONITION.match(words)
        if item:
            self._item(item, line)
        elif term and (not self.run or self.role == "infobox"):
            self.canvas.hide(line.start, line.start + term.end())
            self._term(term, line)
        elif self.run:
            self.go_on(line.start, line.end)
        else:
            self._caption("heading")
            start = line.start + (note.end() if note else 0)
            self.canvas.hide(line.start, start)
            self.open(start, line.end, self._role())
            self.item = 0
        self.style = ""

    def _term(self, term: re.Match[str], line: Line) -> None:
        label = term.group(1).strip("*_ ")
        start = line.start + term.end()
        if start >= line.end and self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            start = line.start
        self.open(start, line.end, "infobox", 0, label)

    def _role(self) -> str:
        style = self.style.strip("[]").lower()
        if any(fence[1] == "quote" for fence in self.fences) or style.startswith(("quote", "verse")):
            return "quote"
        named = style.replace("role=", ".").replace('"', "")
        return "standfirst" if named.lstrip(".") in _STANDFIRSTS else "paragraph"

    def _item(self, item: re.Match[str], line: Line) -> None:
        bullet, dots, number = item.groups()
        self.item = int(number) if number else self.item + 1 if dots and len(dots) == 1 else 0 if bullet else self.item
        start = line.start + item.end()
        self.canvas.hide(line.start, start)
        label = str(self.item) if number or (dots and len(dots) == 1) else ""
        count = self.item
        self.open(start, line.end, "list_item", len(bullet or dots or "1"), label)
        self.item = count

    def _table(self, line: Line, bare: str) -> None:
        """Read a table: a row a line, or rows of as many cells as its columns."""
        self._caption("caption")
        self.hide(line)
        lines: list[Line] = []
        while self.at < len(self.lines) and self.words(self.lines[self.at]).strip() != bare:
            lines.append(self.lines[self.at])
            self.at += 1
        if self.at < len(self.lines):
            self.hide(self.lines[self.at])
            self.at += 1
        width = self._width(lines)
        cells = [cell for each in lines for cell in self._cells(each)]
        row: list[tuple[int, int]] = []
        for start, end, columns in cells:
            row += [(start, end), *[(end, end)] * (columns - 1)]
            if len(row) >= width:
                self.row(row)
                row = []
        if row:
            self.row(row)
        self.style = ""
        self.end()

    def _width(self, lines: list[Line]) -> int:
        match = _COLUMNS.search(self.style)
        if match:
            given = match.group(1) or match.group(2) or ""
            star = re.match(r"\s*(\d{1,3})\*", given)
            return int(star.group(1)) if star else given.count(",") + given.count(";") + 1
        first = next((line for line in lines if self.words(line).strip()), None)
        return sum(columns for _, _, columns in self._cells(first)) if first else 1

    def _cells(self, line: Line) -> list[tuple[int, int, int]]:
        """Return place and columns of the cells that begin in a line, and hide the marks before them."""
        marks = list(_CELL.finditer(self.text, line.start, line.end))
        cells = []
        for at, mark in enumerate(marks):
            self.canvas.hide(mark.start(), mark.end())
            end = marks[at + 1].start() if at + 1 < len(marks) else line.end
            cells.append((mark.end(), end, min(int(mark.group(1) or 1), 50)))
        return cells

    def inline(self, start: int, end: int) -> None:
        for match in _INLINE.finditer(self.text, start, end):
            self._mark(match)

    def _mark(self, match: re.Match[str]) -> None:
        start, end = match.span()
        kept = next((name for name in ("words", "text") if match.group(name)), None)
        if match.group("foot"):
            self.notes.append((start, end, *match.span("note")))
            self.inline(*match.span("note"))
        elif kept:
            self.canvas.fill(start, match.start(kept))
            self.canvas.fill(match.end(kept), end)
        elif match.group("two") or match.group("one"):
            width = 2 if match.group("two") else 1
            self.canvas.fill(start, start + width)
            self.canvas.fill(end - width, end)
        elif match.group("open") or match.group("close"):
            self.canvas.say(start, end, _QUOTES[match.group()])
        elif match.group("up"):
            self.canvas.say(start, end, match.group("up").translate(_RAISED))
        elif match.group("name"):
            self.canvas.say(start, end, _NAMED[match.group("name")] or "\u200b")
        elif match.group("reference"):
            from checker.document.entities import without_references

            self.canvas.say(start, end, without_references(match.group(), is_xml=True))
        elif match.group()[0] == "~":
            self.canvas.fill(start, start + 1)
            self.canvas.fill(end - 1, end)
        elif match.group()[0] == "[":
            self.canvas.fill(start, end)
        else:
            self.canvas.hide(start, end)
            self.images += [(start, end)] if match.group().startswith("image:") else []
