"""The marks of wikitext that stand in the line: links, templates, references, emphasis."""

from __future__ import annotations

import re
from itertools import pairwise

from checker.document.entities import without_references
from checker.document.mask import disjoint
from checker.document.tags import COMMENT, TAG, tag_name, tag_parts_words
from checker.document.wikitext.templates import Shown, shown_template
from checker.model.document import FILLER, TAIL
from checker.model.values import NamedTuple

_TOKEN = re.compile(
    r"<!--|\{\{|\}\}|\[\[|\]\]|\||=|<(?=[/A-Za-z])|'{2,}|\[(?:https?:)?//[^\s\]]*+|&#?\w{1,32};|__[A-Z]{3,30}__",
    re.IGNORECASE,
)
# Elements whose words are no running text, up to their end tag.
_OPAQUE = frozenset(("math", "pre", "score", "source", "syntaxhighlight", "timeline", "templatestyles", "chem"))
_MEDIA = frozenset(("file", "image", "datei", "bild", "fichier", "archivo"))
_HIDDEN_SPACES = frozenset(("category", "kategorie", "wikipedia", "template"))
_OPTION = re.compile(
    r"(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|center|none|upright|\d{0,5}x?\d{1,5}px)\s*\Z"
    r"|(?:alt|link|upright|lang|page|class|thumb)\s*=",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")


class Frame(NamedTuple):
    """An open ``{{``, ``[[`` or ``<ref>``: its place, the bars in it, and the first "=" behind each bar."""

    kind: str
    start: int
    inner: int
    bars: list[int]
    equals: dict[int, int]


class Scan(NamedTuple):
    """``prose`` is as long as the text. ``notes`` are the words of references.

    ``boxes`` are stretches that are blocks of their own, each with what it holds: role, label, start, end.
    ``quotes`` and ``galleries`` are stretches between the tags of those names.
    """

    prose: str
    notes: list[tuple[int, int]]
    boxes: list[tuple[int, int, tuple[Shown, ...]]]
    quotes: list[tuple[int, int]]
    galleries: list[tuple[int, int]]
    day: str


def scan(text: str) -> Scan:
    """Read *text* once."""
    scanner = _Scanner(text)
    scanner.run()
    return Scan(
        scanner.prose(),
        scanner.notes,
        scanner.boxes,
        scanner.spans["blockquote"],
        scanner.spans["gallery"],
        scanner.day,
    )


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.frames: list[Frame] = []
        self.hidden: list[tuple[int, int]] = []
        self.fillers: list[tuple[int, int]] = []
        self.printed: list[tuple[int, str]] = []
        self.notes: list[tuple[int, int]] = []
        self.boxes: list[tuple[int, int, tuple[Shown, ...]]] = []
        self.spans: dict[str, list[tuple[int, int]]] = {"blockquote": [], "gallery": []}
        self.opened: dict[str, list[int]] = {"blockquote": [], "gallery": []}
        self.open: dict[str, list[int]] = {"{{": [], "[[": [], "<ref": []}
        self.ends: dict[str, bool] = {}
        self.day = ""

    def run(self) -> None:
        at = 0
        while match := _TOKEN.search(self.text, at):
            at = self._step(match.group(), match.start(), match.end())

    def _step(self, token: str, start: int, end: int) -> int:
        top = self.frames[-1] if self.frames else None
        if token in ("|", "="):
            if top and token == "|":
                top.bars.append(start)
            elif top and top.bars:
                top.equals.setdefault(top.bars[-1], start)
        elif token in ("{{", "[["):
            self._push(token, start, end)
        elif token == "}}":
            self._pop("{{", end)
        elif token == "]]":
            if top and top.kind == "[[":
                self._pop("[[", end)
        elif token[0] == "<":
            return self._tag(start)
        elif token[0] == "'":
            self.fillers.append((start, end))
        elif token[0] == "[":
            return self._outside(start, end)
        elif token[0] == "&":
            self.printed.append((start, without_references(token)))
        else:
            self.hidden.append((start, end))
        return end

    def _push(self, kind: str, start: int, end: int) -> None:
        self.open[kind].append(len(self.frames))
        self.frames.append(Frame(kind, start, end, [], {}))

    def _pop(self, kind: str, end: int) -> None:
        """Close the last frame of *kind*; those opened inside it and never closed are words."""
        # "{{a <ref> }} </ref>": what was opened before a reference does not end in it.
        if not self.open[kind] or (self.open["<ref"] and self.open[kind][-1] < self.open["<ref"][-1]):
            return
        while self.frames[-1].kind != kind:
            self.open[self.frames.pop().kind].pop()
        frame = self.frames.pop()
        self.open[kind].pop()
        if kind == "{{":
            self._template(frame, end)
        elif kind == "[[":
            self._link(frame, end)

    def _outside(self, start: int, end: int) -> int:
        """Hide the address of "[https://a.b words]"."""
        close = self.text.find("]", end, end + 1000)
        if close < 0 or "\n" in self.text[end:close]:
            return end
        self.hidden.append((start, end))
        self.fillers.append((close, close + 1))
        return end

    def _tag(self, start: int) -> int:
        if self.text.startswith("<!--", start):
            match = COMMENT.match(self.text, start) if self.ends.get("<!--", True) else None
            self.ends["<!--"] = match is not None
            self.hidden.append((start, match.end() if match else len(self.text)))
            return match.end() if match else len(self.text)
        tag = TAG.match(self.text, start)
        if tag is None:
            return start + 1
        name, end = tag_name(tag), tag.end()
        closes, is_alone = tag.group().startswith("</"), tag.group().endswith("/>")
        if name == "ref":
            return self._note(start, end, closes, is_alone)
        if name in self.opened:
            self._span(name, start, end, closes)
        if name in _OPAQUE and not closes and not is_alone:
            return self._skip(name, start, end)
        if name == "nowiki" and not closes and not is_alone:
            close = self._close(name, end)
            self.fillers.append((start, end))
            return close if close >= 0 else end
        (self.hidden if tag_parts_words(name) and name != "nowiki" else self.fillers).append((start, end))
        return end

    def _note(self, start: int, end: int, closes: bool, is_alone: bool) -> int:
        if is_alone:
            self.hidden.append((start, end))
        elif not closes:
            self._push("<ref", start, end)
        elif self.open["<ref"]:
            frame = self.frames[self.open["<ref"][-1]]
            self._pop("<ref", end)
            self.hidden += [(frame.start, frame.inner), (start, end)]
            if not self.open["<ref"]:
                self.notes.append((frame.inner, start))
        else:
            self.hidden.append((start, end))
        return end

    def _span(self, name: str, start: int, end: int, closes: bool) -> None:
        if not closes:
            self.opened[name].append(end)
        elif self.opened[name]:
            self.spans[name].append((self.opened[name].pop(), start))

    def _close(self, name: str, at: int) -> int:
        """Return where the end tag of that name begins, or -1."""
        if not self.ends.get(name, True):
            return -1
        match = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self.text, at)
        self.ends[name] = match is not None
        return match.start() if match else -1

    def _skip(self, name: str, start: int, end: int) -> int:
        close = self._close(name, end)
        if close < 0:
            self.hidden.append((start, end))
            return end
        close = self.text.index(">", close) + 1
        self.hidden.append((start, close))
        return close

    def _template(self, frame: Frame, end: int) -> None:
        shown = shown_template(self.text, frame.inner, end - 2, frame.bars, frame.equals)
        self.day = self.day or shown.day
        if shown.words:
            self.printed.append((frame.start, shown.words + TAIL * (end - frame.start - len(shown.words))))
            return
        at = frame.start
        for start, stop, before in shown.kept:
            self._part(at, start, before)
            at = stop
        self._part(at, end, FILLER if shown.kept and not shown.fields else " ")
        if shown.fields and not self.open["<ref"]:
            self.boxes.append((frame.start, end, shown.fields))

    def _part(self, start: int, end: int, sign: str) -> None:
        """Hide what stands before or behind a part that is printed; *sign* is printed at its end, or parts it."""
        if start >= end:
            return
        if sign == FILLER:
            self.fillers.append((start, end))
            return
        self.hidden.append((start, end - len(sign)))
        if sign.strip():
            self.printed.append((end - len(sign), sign))
        else:
            self.hidden.append((end - len(sign), end))

    def _link(self, frame: Frame, end: int) -> None:
        target = self.text[frame.inner : frame.bars[0] if frame.bars else end - 2][:200]
        space = target.partition(":")[0].strip().lower() if ":" in target else ""
        if space in _MEDIA:
            self._media(frame, end)
            return
        if space in _HIDDEN_SPACES or (_LANGUAGE.match(space) and not frame.bars):
            self.hidden.append((frame.start, end))
            return
        start = frame.bars[-1] + 1 if frame.bars else frame.inner
        self.fillers += [(frame.start, start), (end - 2, end)]

    def _media(self, frame: Frame, end: int) -> None:
        bounds = [*frame.bars, end - 2]
        parts = [(bar + 1, after) for bar, after in pairwise(bounds)]
        parts = [part for part in parts if not _OPTION.match(self.text, *part) and self.text[slice(*part)].strip()]
        if not parts:
            self.hidden.append((frame.start, end))
            return
        start, stop = parts[-1]
        self.hidden += [(frame.start, start), (stop, end)]
        if not self.open["{{"] and not self.open["<ref"]:
            self.boxes.append((frame.start, end, (Shown("caption", "", start, stop),)))

    def prose(self) -> str:
        """Return the text with all marks hidden; what is hidden has no line ends."""
        out = list(self.text)
        for start, words in self.printed:
            out[start : start + len(words)] = words
        for start, end in self.fillers:
            out[start:end] = FILLER * (end - start)
        for start, end in disjoint(self.hidden):
            out[start:end] = " " * (end - start)
        return "".join(out)
