"""Subtitles in SubRip and WebVTT: what is said, sentence by sentence over the cues."""

from __future__ import annotations

import re

from checker.document.canvas import Canvas
from checker.document.entities import without_references
from checker.document.lines import Line, split_lines
from checker.document.reading import Reading
from checker.errors import InputError
from checker.lexicon.book import Lexicon

_TIME = r"(?:\d{1,4}:)?\d\d:\d\d[.,]\d{3}"
_TIMING = re.compile(rf"[ \t]*{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t][^\r\n]*)?\Z")
_TAG = re.compile(r"</?[A-Za-z0-9][^<>\n]*>|\{\\[^{}\n]*\}")
_REFERENCE = re.compile(r"&#?\w{1,32};")
_DASH = re.compile(r"[ \t]*[-\u2013\u2014][ \t]*(?=\S)")
_SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u2019\u201d)\]]*\s*\Z")
_HEADED = ("WEBVTT", "NOTE", "STYLE", "REGION")


def read(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Read *text*.

    Raises:
        InputError: if it has words and no cue.
    """
    reader = _Reader(text)
    reader.run()
    return Reading(text, reader.canvas.prose(), reader.canvas.pieces)


class _Reader:
    """Goes over the lines; ``open`` is the sentence that the cues so far have not ended."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.canvas = Canvas(text)
        self.open: tuple[int, int] | None = None
        self.has_cue = False

    def run(self) -> None:
        group: list[Line] = []
        for line in split_lines(self.text):
            if self.text[line.start : line.end].strip():
                group.append(line)
            else:
                self._block(group)
                group = []
        self._block(group)
        self._close()
        if not self.has_cue and self.text.strip().partition("\n")[0].strip() != "WEBVTT" and self.text.strip():
            raise InputError("has no cue, such as 00:00:01,000 --> 00:00:04,000")

    def _block(self, group: list[Line]) -> None:
        timing = next((at for at, line in enumerate(group[:2]) if _TIMING.match(self.text, line.start, line.end)), -1)
        is_words = timing < 0 and group and self.has_cue and not self.text.startswith(_HEADED, group[0].start)
        for line in group if timing < 0 and not is_words else group[: timing + 1]:
            self.canvas.hide(line.start, line.end)
        self.has_cue = self.has_cue or timing >= 0
        for line in group[timing + 1 :] if timing >= 0 or is_words else ():
            self._words(line)

    def _words(self, line: Line) -> None:
        source = self.text[line.start : line.end]
        dash = _DASH.match(source)
        if dash and self.open:
            self._close()
        if dash:
            self.canvas.hide(line.start, line.start + dash.end())
        for match in _TAG.finditer(source):
            self.canvas.fill(line.start + match.start(), line.start + match.end())
        for match in _REFERENCE.finditer(source):
            said = without_references(match.group(), is_xml=True)
            self.canvas.say(line.start + match.start(), line.start + match.end(), said)
        self.open = (self.open[0] if self.open else line.start, line.end)
        if _SENTENCE_END.search(_TAG.sub("", source)):
            self._close()

    def _close(self) -> None:
        if self.open:
            self.canvas.add(*self.open, "paragraph")
        self.open = None
