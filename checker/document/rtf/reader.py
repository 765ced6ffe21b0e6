"""From the source of an RTF file to what is printed of it, character for character in its place."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Any

from checker.document.insets import NOTE
from checker.document.reading import Piece
from checker.document.rtf.words import LEFT_OUT, RAISED, SYMBOLS
from checker.document.stylenames import role_of
from checker.errors import InputError
from checker.model.document import FILLER
from checker.model.values import NamedTuple

_TOKEN = re.compile(
    r"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\(.)|([{}])|([^\\{}\r\n]+)|[\r\n]+", re.DOTALL
)
_DEEPEST = 1_000


class _State(NamedTuple):
    """What holds in one group: ``dest`` is "" for text, "-" for what is left out, else the name of the group."""

    dest: str = ""
    fallback: int = 1
    is_hidden: bool = False
    is_raised: bool = False
    is_bold: bool = False
    is_italic: bool = False


class Found:
    """``prose`` has one character for each of the source; ``bold`` holds the starts of pieces all in bold.

    ``notes`` are footnotes inside the pieces.
    """

    def __init__(self, length: int) -> None:
        self.prose = [FILLER] * length
        self.pieces: list[Piece] = []
        self.notes: list[Piece] = []
        self.bold: set[int] = set()


def read_source(text: str) -> Found:
    """Read the source.

    Raises:
        InputError: if its groups do not end, or stand too deep in each other.
    """
    reader = _Reader(text)
    for token in _tokens(text):
        reader.take(token)
    reader.close(len(text))
    if len(reader.states) > 1:
        raise InputError(f"is no whole RTF file: {len(reader.states) - 1} of its groups have no end")
    return reader.found


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Yield the tokens; the bytes of a picture behind ``\\bin`` are passed over."""
    at = 0
    while match := _TOKEN.match(text, at):
        yield match
        at = match.end()
        if match.group(1) == "bin" and match.group(2):
            at += max(int(match.group(2)), 0)


class _Reader:
    """The open groups and the open paragraph. ``skipped`` counts characters that stand for one given as a number."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found = Found(len(text))
        self.states = [_State()]
        self.codec = "cp1252"
        self.skipped = 0
        self.half = (0, 0)
        self.roles: dict[str, tuple[str, int]] = {}
        self.style = self.style_name = ""
        self.begins_group = False
        self.start = -1
        self.notes: list[tuple[int, int]] = []
        self.is_item = self.in_table = False
        self.role: tuple[str, int] = ("", 0)
        self.all_bold = self.all_italic = True
        self.has_image = self.after_image = False
        self.table = self.row = self.column = 0
        self.has_rows = False

    @property
    def state(self) -> _State:
        """Return what holds in the innermost group."""
        return self.states[-1]

    def set(self, **changes: Any) -> None:
        """Change what holds in the innermost group."""
        self.states[-1] = self.state._replace(**changes)

    def take(self, token: re.Match[str]) -> None:
        """Take the next token."""
        word, number, byte, symbol, brace, words = token.groups()
        begins, self.begins_group = self.begins_group, False
        if brace == "{":
            self._open()
        elif brace == "}":
            self._end(token.start())
        elif words is not None:
            self._print(token.start(), words)
        elif byte is not None:
            self._print_one(token.start(), codecs.decode(bytes([int(byte, 16)]), self.codec, "replace"))
        elif symbol is not None:
            self._symbol(token.start(), symbol, begins=begins)
        elif word is not None:
            self._word(token, word, number or "", begins=begins)

    def _open(self) -> None:
        if len(self.states) > _DEEPEST:
            raise InputError(f"nests groups deeper than {_DEEPEST:,}")
        self.states.append(self.state)
        self.begins_group = True
        self.skipped = 0

    def _end(self, at: int) -> None:
        ended = self.state
        if len(self.states) > 1:
            self.states.pop()
        self.skipped = 0
        if ended.dest != self.state.dest and ended.dest == "footnote" and self.notes:
            self.notes[-1] = (self.notes[-1][0], at)
        elif ended.dest != self.state.dest and ended.dest == "box":
            self.close(at)
        elif ended.dest == "styles" and self.style_name:
            self.roles[self.style] = role_of(self.style_name.strip(" ;"))
            self.style = self.style_name = ""

    def _symbol(self, at: int, symbol: str, *, begins: bool) -> None:
        if symbol == "*" and begins:
            self.set(dest="-")
            self.begins_group = True
        elif symbol in "\r\n":
            self._paragraph(at)
        elif symbol in SYMBOLS:
            self._print_one(at, SYMBOLS[symbol])

    def _word(self, token: re.Match[str], word: str, number: str, *, begins: bool) -> None:
        at = token.start()
        if word == "u" and number:
            self._unicode(at, int(number) % 0x10000)
        elif word in SYMBOLS:
            self._print_one(at, SYMBOLS[word])
        elif begins and self._group(word, at):
            pass
        elif word in ("par", "sect"):
            self._paragraph(at)
        elif word in ("cell", "nestcell"):
            self._cell(at)
        elif word == "row":
            self.row, self.column = self.row + 1, 0
        else:
            self._property(word, number)

    def _group(self, word: str, at: int) -> bool:
        """Take the word that names a group; False if it names none."""
        if word in LEFT_OUT:
            self.has_image = self.has_image or (word == "pict" and self.start < 0)
            self.set(dest="-")
        elif word == "stylesheet":
            self.set(dest="styles")
        elif word in ("listtext", "pntext"):
            self.is_item = True
            self.set(dest="-")
        elif word == "footnote" and self.state.dest == "":
            self.notes.append((at, at))
            self.set(dest="footnote")
        elif word == "shptxt":
            self.close(at)
            self.set(dest="box")
        else:
            return False
        return True

    def _property(self, word: str, number: str) -> None:
        is_on = number != "0"
        if word == "b":
            self.set(is_bold=is_on)
        elif word == "i":
            self.set(is_italic=is_on)
        elif word in ("v", "deleted"):
            self.set(is_hidden=is_on)
        elif word in ("super", "nosupersub", "sub"):
            self.set(is_raised=word == "super" and is_on)
        elif word == "plain":
            self.set(is_bold=False, is_hidden=False, is_raised=False, is_italic=False)
        elif word == "uc":
            self.set(fallback=int(number or 1))
        elif word == "ansicpg":
            self._codepage(number)
        elif word == "pard":
            self.is_item, self.in_table, self.role = False, False, ("", 0)
        elif word == "intbl":
            self.in_table = True
        elif word == "s":
            self.style, self.role = number, self.roles.get(number, ("", 0))
        elif word == "outlinelevel" and number in "012345678" and number and self.role[0] in ("", "heading"):
            self.role = ("heading", int(number) + 1)
        elif word == "ls" and self.state.dest == "" and number not in ("", "0"):
            self.is_item = True

    def _codepage(self, number: str) -> None:
        try:
            self.codec = codecs.lookup(f"cp{number}").name
        except LookupError:
            raise InputError(f"is written in code page {number}, which is not known") from None

    # Characters

    def _unicode(self, at: int, code: int) -> None:
        high, place = self.half
        self.half = (0, 0)
        if 0xD800 <= code < 0xDC00:
            self.half = (code, at)
        elif 0xDC00 <= code < 0xE000:
            if high:
                self._print_one(place, chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00))
        else:
            self._print_one(at, chr(code))
        self.skipped = self.state.fallback

    def _print_one(self, at: int, char: str) -> None:
        if self.skipped > 0:
            self.skipped -= 1
            return
        self._put(at, char[:1])

    def _print(self, at: int, words: str) -> None:
        passed = min(self.skipped, len(words))
        self.skipped -= passed
        if passed < len(words):
            self._put(at + passed, words[passed:])

    def _put(self, at: int, words: str) -> None:
        state = self.state
        if state.dest == "styles":
            self.style_name += words
        if state.dest in ("-", "styles") or state.is_hidden:
            return
        self._settle_table()
        if self.start < 0:
            self.start = at
        if words.strip() and state.dest != "footnote":
            self.all_bold = self.all_bold and state.is_bold
            self.all_italic = self.all_italic and state.is_italic
        self.found.prose[at : at + len(words)] = words.translate(RAISED) if state.is_raised else words

    # Blocks

    def _settle_table(self) -> None:
        """Begin a new table where the last one was left."""
        if self.in_table:
            self.has_rows = True
        elif self.has_rows:
            self.table, self.row, self.column, self.has_rows = self.table + 1, 0, 0, False

    def _paragraph(self, at: int) -> None:
        if self.state.dest in ("-", "styles"):
            return
        self.found.prose[at : at + 2] = "\n\n" if self.state.dest != "footnote" and not self.in_table else "\n "
        if self.state.dest != "footnote" and not self.in_table:
            self.close(at)

    def _cell(self, at: int) -> None:
        if self.state.dest in ("-", "styles"):
            return
        self._settle_table()
        self.found.prose[at] = "\t"
        if self.start >= 0:
            self._add(Piece(self.start, at, "table_cell", 0, self.table, self.row, self.column))
        self.column += 1

    def close(self, at: int) -> None:
        """End the open paragraph; one in italics right behind an image, or below it, is its caption."""
        has_image = self.has_image or self.after_image
        self.after_image, self.has_image = self.has_image and not self._has_words(at), False
        if not self._has_words(at):
            self.start = -1
            return
        role, level = self.role
        if role == "contents":
            self.found.prose[self.start : at] = " " * (at - self.start)
        if role in ("", "list_item") and self.is_item:
            role, level = "list_item", max(level, 1)
        if not role and has_image and self.all_italic:
            role = "caption"
        self._add(Piece(self.start, at, "paragraph" if role in ("", "contents") else role, level))

    def _has_words(self, at: int) -> bool:
        return self.start >= 0 and bool("".join(self.found.prose[self.start : at]).strip(FILLER + " \n\t"))

    def _add(self, piece: Piece) -> None:
        """Add a piece, and the notes in it."""
        self.found.notes += [Piece(start, stop, NOTE) for start, stop in self.notes if start < stop]
        self.found.pieces.append(piece)
        if self.all_bold:
            self.found.bold.add(piece.start)
        self.start, self.notes, self.all_bold, self.all_italic = -1, [], True, True
