"""LaTeX: the words of a document between its commands."""

from __future__ import annotations

import re
import unicodedata

from checker.document.lines import Line
from checker.document.linewise import Linewise
from checker.document.reading import Reading
from checker.document.titles import is_title
from checker.lexicon.book import Lexicon
from checker.model.document import visible
from checker.model.values import NamedTuple

_TOKEN = re.compile(
    r"(?P<comment>(?<!\\)%[^\r\n]*)|\\(?P<name>[A-Za-z@]+\*?)|\\(?P<sign>[^A-Za-z\s])|\\(?P<space>\s)"
    r"|(?P<quote>``|''|---?|~)|(?P<math>\$\$?)|(?P<brace>[{}])|(?P<amp>&)|(?P<blank>\r?\n[ \t]*(?=\r?\n))"
)
_BEGIN = re.compile(r"\s*\{([^{}]{1,60})\}")
_OPTION = re.compile(r"[ \t]*\[[^\[\]]{0,500}\]")
_GROUP = re.compile(r"\s*\{")
_SECTIONS = {"part": 2, "chapter": 2, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5}
_ROLES = {
    **dict.fromkeys(("title", "headline"), "headline"),
    **dict.fromkeys(("subtitle", "standfirst"), "standfirst"),
    **dict.fromkeys(("caption", "captionof", "caption*"), "caption"),
    **dict.fromkeys(_SECTIONS, "heading"),
    **dict.fromkeys([f"{name}*" for name in _SECTIONS], "heading"),
}
_ENVIRONMENTS = {
    **dict.fromkeys(("quote", "quotation", "displayquote", "verse"), "quote"),
    "abstract": "standfirst",
}
_HIDDEN = frozenset(
    (
        *("verbatim", "Verbatim", "lstlisting", "minted", "equation", "equation*", "align", "align*", "displaymath"),
        *(
            "tikzpicture",
            "thebibliography",
            "comment",
            "filecontents",
            "alltt",
            "gather",
            "gather*",
            "eqnarray",
            "math",
        ),
    )
)
_TABLES = frozenset(("tabular", "tabular*", "tabularx", "longtable", "longtable*", "tabulary", "array"))
# Commands whose groups are no words, with how many groups they take.
_UNREAD = {
    **dict.fromkeys(("cite", "citep", "citet", "ref", "label", "pageref", "autoref", "eqref", "url", "input"), 1),
    **dict.fromkeys(
        ("include", "includegraphics", "usepackage", "documentclass", "bibliography", "vspace", "hspace"), 1
    ),
    **dict.fromkeys(("bibliographystyle", "pagestyle", "thispagestyle", "cline", "cmidrule", "hypersetup", "index"), 1),
    **dict.fromkeys(
        ("setlength", "renewcommand", "newcommand", "setcounter", "addtolength", "definecolor", "vspace*"), 2
    ),
    **dict.fromkeys(("author", "thanks", "affiliation", "email", "lstset", "geometry", "nocite", "hyphenation"), 1),
    **dict.fromkeys(("textcolor", "href", "rule", "fontsize", "color", "multirow*"), 1),
    "parencite": 1,
    "textcite": 1,
    "autocite": 1,
    "rowcolor": 1,
}
_PRINTED = {
    **{"ldots": "\u2026", "dots": "\u2026", "textellipsis": "\u2026", "pounds": "\u00a3", "textsterling": "\u00a3"},
    **{"euro": "\u20ac", "texteuro": "\u20ac", "EUR": "\u20ac", "textdollar": "$", "percent": "%", "textpercent": "%"},
    **{"textdegree": "\u00b0", "degree": "\u00b0", "ss": "\u00df", "oe": "\u0153", "ae": "\u00e6", "o": "\u00f8"},
    **{"aa": "\u00e5", "O": "\u00d8", "AE": "\u00c6", "AA": "\u00c5", "l": "\u0142", "i": "\u0131", "S": "\u00a7"},
    **{
        "textendash": "\u2013",
        "textemdash": "\u2014",
        "times": "\u00d7",
        "quad": " ",
        "qquad": " ",
        "textquoteright": "\u2019",
    },
    **{
        "textbackslash": "\\",
        "textasciitilde": "~",
        "newline": " ",
        "par": " ",
        "yen": "\u00a5",
        "copyright": "\u00a9",
    },
}
_SIGNS = {",": "\u2009", ";": " ", ":": " ", "!": "", "/": "", "-": "", "@": "", " ": " "}
_QUOTES = {"``": "\u201c", "''": "\u201d", "---": "\u2014", "--": "\u2013", "~": "\u00a0", "-": "-"}
_ACCENTS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307"}
_LETTERED = {"c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a"}
_FIGURES = frozenset(("num", "qty", "SI", "si", "unit", "numrange", "SIrange", "qtyrange"))
_PLAIN_MATH = re.compile(r"[\d\s.,{}+\-\u2212<>=%]|\\[,%$;!]")
_ACCENTED = re.compile(r"\{?\\?([A-Za-z])\}?")
_LONGEST_MATH = 2_000
_REPEATED = re.compile(r"\\end(?:head|foot|lastfoot)\b")
_LONGEST_HEAD = 5_000
"""Code points of what a table over several pages prints again on each."""
_DEFINED = re.compile(r"\s*\\[A-Za-z@]+[^{}\\\n]{0,60}")
_TITLES = re.compile(r"\\(title|subtitle|date|headline|standfirst)\s*\{")
_BRACES = re.compile(r"\\[{}\\]|[{}]")
_WORDS = re.compile(r"[^\s&\\]")
_LISTS = frozenset(("description", "enumerate", "itemize"))
_SPECIFIED = _TABLES | {"minipage", "wrapfigure", "multicols", "adjustbox"}


def read(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Read *text*; without a preamble all of it."""
    return _Latex(text, lexicon).read()


class _Group(NamedTuple):
    """An open brace: what its words are ("" for running text, "note" for a footnote), and where its command began."""

    role: str
    level: int
    command: int
    inner: int


def _headed(reading: Reading) -> Reading:
    """Return the reading with the section that opens a draft without a title as its headline: before it stand no
    sentences, only lines such as "FOR IMMEDIATE RELEASE".
    """
    if any(piece.role == "headline" for piece in reading.pieces):
        return reading
    pieces = sorted(reading.pieces)
    first = next((piece for piece in pieces if piece.role == "heading"), None)
    before = [visible(reading.prose[p.start : p.end]).strip() for p in pieces if first and p < first]
    if first is None or any(words and not is_title(words) for words in before):
        return reading
    return reading._replace(pieces=[p._replace(role="headline") if p is first else p for p in reading.pieces])


class _Latex(Linewise):
    """One walk over the commands. ``start`` is where the open block began, ``kind`` its role, level and label."""

    def __init__(self, text: str, lexicon: Lexicon | None) -> None:
        super().__init__(text, lexicon)
        self.lines = []
        self.closings = _closings(text)
        self.environments: list[str] = []
        self.groups: list[_Group] = []
        self.awaited: _Group | None = None
        self.items: list[int] = []
        self.cells: list[tuple[int, int]] = []
        self.start = 0
        self.kind = ("paragraph", 0, "")

    def read(self) -> Reading:
        begin = self.text.find("\\begin{document}")
        finish = self.text.find("\\end{document}", max(begin, 0))
        last = finish if finish >= 0 else len(self.text)
        if begin >= 0:
            self._preamble(begin)
        self.start = max(begin, 0)
        self._walk(self.start, last)
        self._break(last)
        self.canvas.hide(last, len(self.text))
        return _headed(super().read())

    def line(self, line: Line) -> None:
        """Take in nothing: lines mean nothing in LaTeX."""

    def inline(self, start: int, end: int) -> None:
        """Hide nothing: all marks are hidden already."""

    def _preamble(self, end: int) -> None:
        """Take title and date, which may stand before the document, and hide all else."""
        at = 0
        for match in _TITLES.finditer(self.text, 0, end):
            last = self._closing(match.end() - 1)
            if last < 0 or match.start() < at:
                continue
            if match.group(1) == "date":
                self.meta["date"] = self.text[match.end() : last]
                continue
            self.canvas.hide(at, match.end())
            at = last
            self._walk(match.end(), last)
            self.canvas.add(match.end(), last, _ROLES[match.group(1)])
            self.has_headline = True
        self.canvas.hide(at, end)

    def _break(self, at: int) -> None:
        """End the open block, which reaches to *at*."""
        if self.start < at and not self._in_table():
            role, level, label = self.kind
            self.canvas.add(self.start, at, role, level, label)
        self.start = max(self.start, at)
        outer = next((_ENVIRONMENTS[name] for name in self.environments if name in _ENVIRONMENTS), "paragraph")
        self.kind = (outer, 1 if outer == "quote" else 0, "")

    def _in_table(self) -> bool:
        return any(name in _TABLES for name in self.environments[-3:])

    def _walk(self, at: int, end: int) -> None:
        while match := _TOKEN.search(self.text, at, end):
            at = max(self._step(match), match.end())

    def _step(self, match: re.Match[str]) -> int:
        """Take in one command or mark and return where to go on."""
        start, end = match.span()
        if match.group("name"):
            return self._command(match.group("name"), start, end)
        if match.group("sign"):
            return self._sign(match.group("sign"), start, end)
        if match.group("brace"):
            self._brace(start)
        elif match.group("math"):
            return self._math(start, match.group())
        elif match.group("quote"):
            self.canvas.say(start, end, _QUOTES[match.group()])
        elif match.group("amp"):
            self._cell(start, end)
        elif match.group("blank"):
            if not self._in_table() and not self.groups:
                self._break(start)
        else:
            self.canvas.hide(start, end)
        return end

    # -- braces

    def _brace(self, at: int) -> None:
        if self.text[at] == "{":
            group = self.awaited or _Group("", 0, at, at + 1)
            self.awaited = None
            self.groups.append(group._replace(inner=at + 1))
            self.canvas.fill(at, at + 1)
            return
        self.canvas.fill(at, at + 1)
        group = self.groups.pop() if self.groups else _Group("", 0, at, at)
        if group.role == "note":
            self.notes.append((group.command, at + 1, group.inner, at))
        elif group.role:
            self.canvas.add(group.inner, at, group.role, group.level)
            self.has_headline = self.has_headline or group.role == "headline"
            self.start = at + 1

    def _closing(self, at: int) -> int:
        """Return where the group that opens at *at* is closed; -1 where it is not."""
        return self.closings.get(at, -1)

    def _skip_groups(self, at: int, count: int) -> int:
        """Return where *count* groups, with options before them, end."""
        for _ in range(count):
            option = _OPTION.match(self.text, at)
            at = option.end() if option else at
            group = _GROUP.match(self.text, at)
            last = self._closing(group.end() - 1) if group else -1
            if last < 0:
                break
            at = last + 1
        return at

    # -- commands

    def _command(self, name: str, start: int, end: int) -> int:
        if name in ("begin", "end"):
            return self._environment(name, start, end)
        if name in _ROLES:
            return self._titled(name, start, end)
        if name in ("footnote", "footnotetext", "endnote"):
            self.awaited = _Group("note", 0, start, end)
            self.canvas.fill(start, end)
            return self._hidden_option(end)
        if name == "item":
            return self._item(start, end)
        if name in _PRINTED:
            self.canvas.say(start, end, _PRINTED[name])
            return self._swallow(end)
        if name in _LETTERED and (match := _ACCENTED.match(self.text, end)) and self.text[end : end + 1] in "{":
            return self._accent(_LETTERED[name], match, start)
        if name in _FIGURES:
            return self._figure(name, start, end)
        if name == "date":
            last = self._skip_groups(end, 1)
            self.meta.setdefault("date", self.text[end:last].strip("{} "))
            self.canvas.hide(start, last)
            return last
        return self._other(name, start, end)

    def _other(self, name: str, start: int, end: int) -> int:
        if name in ("multicolumn", "multirow"):
            last = self._skip_groups(end, 2)
            width = re.match(r"\s*\{\s*(\d{1,2})", self.text[end:last])
            if name == "multicolumn" and width and self._in_table():
                self.pending = int(width.group(1)) - 1
            self.canvas.fill(start, last)
            return last
        if name in ("def", "gdef", "edef", "xdef"):
            defined = _DEFINED.match(self.text, end)
            last = self._skip_groups(defined.end(), 1) if defined else end
            self.canvas.hide(start, last)
            return last
        if name == "endfirsthead":
            last = max((match.end() for match in _REPEATED.finditer(self.text, end, end + _LONGEST_HEAD)), default=end)
            self.canvas.hide(start, last)
            self.start = max(self.start, last)
            return last
        if name in _UNREAD:
            last = self._skip_groups(end, _UNREAD[name])
            self.images += [(start, last)] if name == "includegraphics" else []
            self.canvas.hide(start, last) if name not in ("textcolor", "href") else self.canvas.fill(start, last)
            return last
        last = self._swallow(end)
        self.canvas.fill(start, last)
        option = _OPTION.match(self.text, end)
        if option and name in ("includegraphics", "centering", "hline", "toprule", "midrule", "bottomrule"):
            self.canvas.hide(end, option.end())
            return option.end()
        return last

    def _swallow(self, end: int) -> int:
        """Fill the blank behind a command, which TeX does not print: "\\pounds 5" is "£5"."""
        if self.text[end : end + 2] == "{}":
            self.canvas.fill(end, end + 2)
            return end + 2
        if self.text[end : end + 1] == " ":
            self.canvas.fill(end, end + 1)
            return end + 1
        return end

    def _hidden_option(self, at: int) -> int:
        option = _OPTION.match(self.text, at)
        if option:
            self.canvas.hide(at, option.end())
            return option.end()
        return at

    def _titled(self, name: str, start: int, end: int) -> int:
        self._break(start)
        role = _ROLES[name]
        self.awaited = _Group(role, _SECTIONS.get(name.rstrip("*"), 1 if role == "headline" else 0), start, end)
        self.canvas.hide(start, end)
        at = self._hidden_option(end)
        if name == "captionof":
            last = self._skip_groups(at, 1)
            self.canvas.hide(at, last)
            return last
        return at

    def _item(self, start: int, end: int) -> int:
        self._break(start)
        if self.items:
            self.items[-1] += 1
        is_numbered = "enumerate" in self.environments[-1:]
        self.kind = ("list_item", max(len(self.items), 1), str(self.items[-1]) if self.items and is_numbered else "")
        option = _OPTION.match(self.text, end)
        last = option.end() if option else end
        if option and "description" in self.environments[-1:]:
            label = re.sub(r"\\[A-Za-z]+|[{}]", "", option.group().strip()[1:-1]).strip(" :")
            self.kind = ("infobox", 0, label)
        self.canvas.hide(start, last)
        self.start = last
        return last

    def _environment(self, command: str, start: int, end: int) -> int:
        match = _BEGIN.match(self.text, end)
        if match is None:
            self.canvas.hide(start, end)
            return end
        name = match.group(1)
        if name in _HIDDEN and command == "begin":
            close = self.text.find(f"\\end{{{name}}}", match.end())
            last = close if close >= 0 else match.end()
            self.canvas.hide(start, last)
            return last
        if command == "begin":
            return self._begin(name, start, match.end())
        if name in _TABLES and self._in_table():
            self._end_row(start)
            self.end()
        elif not self._in_table():
            self._break(start)
        if name in self.environments[-1:]:
            self.environments.pop()
        if name in _LISTS and self.items:
            self.items.pop()
        self.canvas.hide(start, match.end())
        self.start = match.end()
        self.kind = ("paragraph", 0, "")
        self._break(match.end())
        return match.end()

    def _begin(self, name: str, start: int, end: int) -> int:
        self._break(start)
        self.environments.append(name)
        if name in _LISTS:
            self.items.append(0)
        last = self._skip_groups(end, 2 if name in ("tabular*", "tabularx", "tabulary") else int(name in _SPECIFIED))
        option = _OPTION.match(self.text, last)
        last = option.end() if option else last
        self.canvas.hide(start, last)
        self.start = last
        self._break(last)
        self.pending = 0
        return last

    pending = 0

    def _cell(self, start: int, end: int) -> None:
        """End a cell at "&"."""
        self.canvas.hide(start, end)
        if self._in_table():
            self.cells += [(self.start, start), *[(start, start)] * self.pending]
            self.pending = 0
            self.start = end

    def _end_row(self, at: int) -> None:
        self._cell(at, at)
        cells, self.cells = self.cells, []
        if any(_WORDS.search(self.text[start:end]) for start, end in cells):
            self.row(cells)

    def _figure(self, name: str, start: int, end: int) -> int:
        """Read "\\SI{24}{km}" as "24 km" and "\\numrange{10}{20}" as "10–20"."""
        at = self._hidden_option(end)
        self.canvas.fill(start, end)
        first = self._closing(at) if self.text[at : at + 1] == "{" else -1
        if first < 0:
            return at
        self.canvas.fill(at, at + 1)
        second = self._closing(first + 1) if self.text[first + 1 : first + 2] == "{" and name != "num" else -1
        self.canvas.say(first, first + 1, ("\u2013" if "range" in name else " ") if second >= 0 else "\u200b")
        if second < 0:
            return first + 1
        self.canvas.fill(first + 1, first + 2)
        for match in re.finditer(r"\\", self.text[first:second]):
            self.canvas.fill(first + match.start(), first + match.end())
        self.canvas.fill(second, second + 1)
        return second + 1

    # -- signs

    def _sign(self, sign: str, start: int, end: int) -> int:
        if sign == "\\":
            option = _OPTION.match(self.text, end)
            last = option.end() if option else end
            self.canvas.hide(start, last)
            if self._in_table():
                self._end_row(start)
                self.start = last
            return last
        if sign in _ACCENTS and (match := _ACCENTED.match(self.text, end)):
            return self._accent(_ACCENTS[sign], match, start)
        if sign in "([":
            close = self.text.find("\\)" if sign == "(" else "\\]", end, end + _LONGEST_MATH)
            is_plain = close >= 0 and sign == "(" and _is_plain(self.text[end:close])
            self.canvas.fill(start, end)
            if is_plain or close < 0:
                return end
            self.canvas.hide(start, close + 2)
            return close + 2
        self.canvas.say(start, end, _SIGNS.get(sign, sign) or "\u200b")
        return end

    def _accent(self, mark: str, match: re.Match[str], start: int) -> int:
        char = unicodedata.normalize("NFC", match.group(1) + mark)
        self.canvas.say(start, match.end(), char)
        return match.end()

    def _math(self, start: int, mark: str) -> int:
        end = start + len(mark)
        close = self.text.find(mark, end, end + _LONGEST_MATH)
        self.canvas.fill(start, end)
        if close < 0 or "\n\n" in self.text[end:close]:
            return end
        if _is_plain(self.text[end:close]):
            self._walk(end, close)
            self.canvas.fill(close, close + len(mark))
        else:
            self.canvas.hide(start, close + len(mark))
        return close + len(mark)


def _closings(text: str) -> dict[int, int]:
    """Return where each group is closed, by where it opens."""
    opened: list[int] = []
    found: dict[int, int] = {}
    for match in _BRACES.finditer(text):
        if match.group() == "{":
            opened.append(match.start())
        elif match.group() == "}" and opened:
            found[opened.pop()] = match.start()
    return found


def _is_plain(words: str) -> bool:
    """Tell whether a formula is a figure: "$1{,}284$", "$-3.5$"."""
    return not _PLAIN_MATH.sub("", words)
