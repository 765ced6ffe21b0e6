"""Org: headings of stars, keywords, drawers, tables, links and footnotes."""

from __future__ import annotations

import re

from checker.document.lines import Line
from checker.document.linewise import Linewise
from checker.document.reading import Reading
from checker.lexicon.book import Lexicon

_KEYWORD = re.compile(r"[ \t]*#\+([A-Za-z_]+)(?:\[[^\]]*\])?:[ \t]*(.*)\Z")
_BLOCK = re.compile(r"[ \t]*#\+(begin|end)_(\w+)", re.IGNORECASE)
_HEADING = re.compile(r"(\*+)[ \t]+(?:(?:TODO|DONE)[ \t]+)?(?:\[#\w\][ \t]+)?(.*)\Z")
_TAGS = re.compile(r"[ \t]:[\w@#%:]{1,200}:\Z")
_ITEM = re.compile(r"([ \t]*)(?:[-+]|(\d{1,4})[.)]|(?<=[ \t])\*)[ \t]+(?:\[[ X-]\][ \t]+)?")
_TERM = re.compile(r"(.{1,60}?)[ \t]+::[ \t]+")
_NOTE = re.compile(r"\[fn:[\w-]+\][ \t]*")
_DRAWER = re.compile(r"[ \t]*:[\w-]+:[ \t]*\Z")
_RULE = re.compile(r"[ \t]*-{5,}[ \t]*\Z")
_INLINE = re.compile(
    r"\[\[(?P<target>[^\[\]\n]{1,500})\](?:\[(?P<words>[^\[\]\n]{1,500})\])?\]|(?P<note>\[fn:[\w-]*(?::(?:[^\[\]]|\[[^\[\]]*\]|\[\[[^\[\]]*\]\[[^\[\]]*\]\]){0,2000})?\])"
    r"|(?<![\w*/_=~+])(?P<mark>[*/_=~+])(?=\S)[^*/_=~+]{0,300}[^\s*/_=~+](?P=mark)(?![\w*/_=~+])|\\\\[ \t]*$",
    re.MULTILINE,
)
_TITLES = {"title": "headline", "subtitle": "standfirst", "caption": "caption", "description": "standfirst"}
_META = {"date": "date", "language": "lang"}
_VERBATIM = frozenset(("src", "example", "export", "comment", "latex", "html"))
_IMAGE = re.compile(r"(?:file:|\./|https?:).*\.(?:jpe?g|png|gif|svg|webp)\Z", re.IGNORECASE)


def read(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Read *text*."""
    return _Org(text, lexicon).read()


class _Org(Linewise):
    """``inside`` is the block whose end is awaited: "quote", "src"."""

    inside = ""

    def line(self, line: Line) -> None:
        words = self.words(line)
        bare = words.strip()
        if self._block(words, line):
            return
        if self.inside in _VERBATIM:
            self.hide(line)
        elif not bare:
            self.end()
        elif bare.startswith("#"):
            self._keyword(words, line)
        elif bare.startswith("|"):
            self._row(line, bare)
        elif bare[0] == ":" and _DRAWER.match(words):
            self.end()
            self._drawer(line)
        elif _RULE.match(words):
            self.end()
            self.hide(line)
        else:
            self._text(words, line)

    def _block(self, words: str, line: Line) -> bool:
        match = _BLOCK.match(words) if "#+" in words else None
        if match is None:
            return False
        self.end()
        self.hide(line)
        self.inside = match.group(2).lower() if match.group(1).lower() == "begin" else ""
        return True

    def _keyword(self, words: str, line: Line) -> None:
        match = _KEYWORD.match(words)
        if match is None and not words.lstrip().startswith(("# ", "#\t", "#+")) and words.strip() != "#":
            self._text(words, line)
            return
        self.end()
        name = match.group(1).lower() if match else ""
        if match and name in _TITLES and match.group(2):
            self.canvas.hide(line.start, line.start + match.start(2))
            self.has_headline = self.has_headline or name == "title"
            self.block(line.start + match.start(2), line.end, _TITLES[name])
            return
        if match and name in _META:
            self.meta[_META[name]] = match.group(2)
        self.hide(line)

    def _drawer(self, line: Line) -> None:
        """Hide the lines down to ":END:"; a drawer that never ends is one line."""
        last = next(
            (at for at in range(self.at, min(self.at + 200, len(self.lines))) if _is_end(self.words(self.lines[at]))),
            None,
        )
        self.hide(line)
        while last is not None and self.at <= last:
            self.hide(self.lines[self.at])
            self.at += 1

    def _row(self, line: Line, bare: str) -> None:
        if bare.startswith("|-"):
            self.hide(line)
            return
        bars = [at for at in range(line.start, line.end) if self.text[at] == "|"]
        for bar in bars:
            self.canvas.hide(bar, bar + 1)
        ends = [*bars[1:], line.end] if self.text[bars[-1] + 1 : line.end].strip() else bars[1:]
        self.row([(bar + 1, end) for bar, end in zip(bars, ends, strict=False)])

    def _text(self, words: str, line: Line) -> None:
        if self.rows:
            self.end()
        heading = _HEADING.match(words.rstrip()) if words[0] == "*" else None
        if heading:
            tags = _TAGS.search(heading.group(2)[-200:])
            start, end = line.start + heading.start(2), line.start + heading.end(2)
            end -= len(tags.group()) if tags else 0
            self.canvas.hide(line.start, start)
            self.canvas.hide(end, line.end)
            self.title(start, end, len(heading.group(1)))
            return
        note = _NOTE.match(words)
        item = None if note else _ITEM.match(words)
        if note:
            self.canvas.hide(line.start, line.start + note.end())
            self.open(line.start + note.end(), line.end, "footnote")
        elif item:
            self._item(item, line)
        elif self.inside in ("quote", "verse") and not self.run:
            self.open(line.start, line.end, "quote", 1)
        else:
            self.go_on(line.start, line.end)

    def _item(self, item: re.Match[str], line: Line) -> None:
        start = line.start + item.end()
        self.canvas.hide(line.start, start)
        term = _TERM.match(self.text, start, line.end)
        if term:
            self.canvas.hide(start, term.end())
            self.open(term.end(), line.end, "infobox", 0, term.group(1).strip())
        else:
            self.open(start, line.end, "list_item", 1 + len(item.group(1)) // 2, item.group(2) or "")

    def inline(self, start: int, end: int) -> None:
        for match in _INLINE.finditer(self.text, start, end):
            if match.group("target") is not None:
                self._link(match)
            elif match.group("note"):
                self._note_mark(match)
            elif match.group("mark"):
                self.canvas.fill(match.start(), match.start() + 1)
                self.canvas.fill(match.end() - 1, match.end())
            else:
                self.canvas.hide(match.start(), match.end())

    def _link(self, match: re.Match[str]) -> None:
        group = "words" if match.group("words") else "target"
        if group == "target" and _IMAGE.match(match.group("target")):
            self.canvas.hide(match.start(), match.end())
            self.images.append(match.span())
            return
        self.canvas.fill(match.start(), match.start(group))
        self.canvas.fill(match.end(group), match.end())

    def _note_mark(self, match: re.Match[str]) -> None:
        colon = match.group().find(":", len("[fn:"))
        if colon < 0:
            self.canvas.hide(match.start(), match.end())
        else:
            start, end = match.start() + colon + 1, match.end() - 1
            self.notes.append((match.start(), match.end(), start, end))
            self.inline(start, end)


def _is_end(words: str) -> bool:
    return words.strip().upper() == ":END:"
