"""A copy of a Word file with comments, in which nothing else is changed."""

from __future__ import annotations

import io
import re
import zipfile
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from posixpath import basename, dirname, join
from xml.sax.saxutils import escape

from checker.document.docx import find_parts, walk
from checker.document.docx.marks import RunMark
from checker.document.flow import Run
from checker.document.package import Package
from checker.errors import InputError
from checker.model.values import NamedTuple

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RUN = re.compile(rb"<((?:[\w.\-]+:)?)r[\s/>]")
_ID = re.compile(rb"<(?:[\w.\-]+:)?comment\w*\s[^>]*?\bid=[\"'](\d+)[\"']")
_CLOSING = re.compile(rb"</((?:[\w.\-]+:)?)(\w+)\s*>\s*\Z")


class Note(NamedTuple):
    """A comment on ``[start, end)`` of the text; each line of ``words`` is a paragraph of it."""

    start: int
    end: int
    words: str


class _Mark(NamedTuple):
    """What is put in at one byte: in the middle of the words of ``within`` (then it parts its run), or between runs."""

    byte: int
    is_start: bool
    number: int
    within: RunMark | None


def annotated(data: bytes, notes: Sequence[Note]) -> bytes:
    """Return the Word file *data* with a comment for each note.

    What stands in a text box or a note is commented where that is anchored: Word takes comments nowhere else.

    Raises:
        InputError: if it cannot be read, or cannot be written without another change; the message has no name yet.
    """
    package = Package(data, "docx")
    parts = find_parts(package)
    main = package.part(parts.main)
    if b"\0" in main[:8]:
        raise InputError("cannot be given comments: its main part is written in UTF-16")
    laid = walk(package, parts)
    near = join(dirname(parts.main), "comments.xml") if not parts.comments else parts.comments
    first = 1 + max((int(one) for one in _ID.findall(main + package.optional(near))), default=-1)
    marks = [mark for at, note in enumerate(notes) for mark in _marks(main, laid.sources, note, first + at)]
    changed = {parts.main: _with_marks(main, marks), near: _with_comments(package, near, main, notes, first)}
    if not parts.comments:
        changed.update(_registered(package, parts.main, near, main))
    copy = _zipped(package, changed)
    again = Package(copy, "docx")
    if walk(again, find_parts(again)).text != laid.text:
        raise InputError("cannot be given comments without another change of its text")
    return copy


def _marks(main: bytes, sources: Sequence[tuple[int, Run]], note: Note, number: int) -> list[_Mark]:
    at = max(bisect_right(sources, note.start, key=lambda source: source[0]) - 1, 0)
    if sources and sources[at][0] + len(sources[at][1].text) <= note.start:
        at += 1
    until = bisect_right(sources, note.end - 1, key=lambda source: source[0]) - 1
    inside = [(start, run.source) for start, run in sources[at : until + 1] if isinstance(run.source, RunMark)]
    if not inside:
        raise InputError("cannot be given comments: a figure stands in no run")
    (first, opening), (last, closing) = inside[0], inside[-1]
    if opening.part or closing.part:
        return [_Mark(opening.anchor, is_start, number, None) for is_start in (True, False)]
    length = len(sources[until][1].text)
    return [
        _start(main, opening, max(note.start - first, 0), number),
        _end(main, closing, min(note.end - last, length), length, number),
    ]


def _start(main: bytes, run: RunMark, at: int, number: int) -> _Mark:
    """Return the mark before the character *at* of a run: in front of the run where nothing printed stands before."""
    before = (
        main[run.run : run.tag] if not run.properties[1] else main[main.index(b">", run.properties[1]) + 1 : run.tag]
    )
    opens = before.count(b"<") <= (0 if run.properties[1] else 1)
    if at == 0 and opens:
        return _Mark(run.run, True, number, None)
    return _Mark(_byte(main, run, at), True, number, run)


def _end(main: bytes, run: RunMark, at: int, length: int, number: int) -> _Mark:
    """Return the mark behind the character before *at*: behind the run where nothing follows in it."""
    if at == length:
        closing = re.compile(rb"</[\w.\-:]+\s*>\s*</(?:[\w.\-]+:)?r\s*>").match(main, _close(main, run))
        if closing:
            return _Mark(closing.end(), False, number, None)
    return _Mark(_byte(main, run, at), False, number, run)


def _close(main: bytes, run: RunMark) -> int:
    """Return the byte of the end tag of the ``w:t``."""
    return main.index(b"</", run.words[-1].byte)


def _byte(main: bytes, run: RunMark, at: int) -> int:
    at += run.dropped
    for words in run.words:
        if at < len(words.text):
            return words.byte + len(words.text[:at].encode())
        at -= len(words.text)
    return _close(main, run)


def _with_marks(main: bytes, marks: Sequence[_Mark]) -> bytes:
    groups: dict[int, list[_Mark]] = {}
    for mark in marks:
        groups.setdefault(mark.byte, []).append(mark)
    kept = {mark.within.tag for mark in marks if mark.within}
    edits = [(byte, b"".join(_written(main, group))) for byte, group in groups.items()]
    for tag in kept:
        end = main.index(b">", tag)
        if b"preserve" not in main[tag:end]:
            edits.append((end, b' xml:space="preserve"'))
    found, at = [], 0
    for byte, new in sorted(edits):
        found += [main[at:byte], new]
        at = byte
    return b"".join([*found, main[at:]])


def _written(main: bytes, group: Sequence[_Mark]) -> list[bytes]:
    """Return the bytes for all marks at one place: first the comments that end here, then those that begin."""
    within = next((mark.within for mark in group if mark.within), None)
    prefix = _prefix(main, within.run if within else group[0].byte)
    starts = {mark.number for mark in group if mark.is_start}
    points = starts & {mark.number for mark in group if not mark.is_start}
    ends = [_ending(prefix, m.number) for m in group if not m.is_start and m.number not in points]
    both = [_starting(prefix, number) + _ending(prefix, number) for number in sorted(points)]
    opens = [_starting(prefix, number) for number in sorted(starts - points)]
    inner = [*ends, *both, *opens]
    if within is None:
        return inner
    start, stop = within.properties
    properties = main[start : main.index(b">", stop) + 1] if stop else b""
    closing = b"</" + prefix + b"t></" + prefix + b"r>"
    return [closing, *inner, b"<" + prefix + b"r>", properties, b"<" + prefix + b't xml:space="preserve">']


def _prefix(main: bytes, at: int) -> bytes:
    match = _RUN.match(main, at) or _RUN.search(main)
    return match.group(1) if match else b"w:"


def _starting(prefix: bytes, number: int) -> bytes:
    return b'<%scommentRangeStart %sid="%d"/>' % (prefix, prefix, number)


def _ending(prefix: bytes, number: int) -> bytes:
    reference = b'<%sr><%scommentReference %sid="%d"/></%sr>' % (prefix, prefix, prefix, number, prefix)
    return b'<%scommentRangeEnd %sid="%d"/>' % (prefix, prefix, number) + reference


def _with_comments(package: Package, part: str, main: bytes, notes: Sequence[Note], first: int) -> bytes:
    space = _STRICT.decode() if _STRICT in main else _WORD
    old = package.optional(part) or f'<w:comments xmlns:w="{space}"></w:comments>'.encode()
    written = "".join(_comment(note, first + at, space) for at, note in enumerate(notes))
    closing = _CLOSING.search(old)
    if closing is None:
        raise InputError(f"cannot be given comments: its part {part} has no end")
    return old[: closing.start()] + written.encode() + old[closing.start() :]


def _comment(note: Note, number: int, space: str) -> str:
    """Return one comment, with its own namespace (the part may use any prefix) and no date (no clock is asked)."""
    lines = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in note.words.split("\n")
    )
    return f'<w:comment xmlns:w="{space}" w:id="{number}" w:author="figcheck" w:initials="fc">{lines}</w:comment>'


def _registered(package: Package, main: str, comments: str, content: bytes) -> dict[str, bytes]:
    """Return the two parts that tell of the new one: the relations of the main part and the types of all parts."""
    relations = join(dirname(main), "_rels", f"{basename(main)}.rels")
    old = package.optional(relations) or f'<Relationships xmlns="{_RELATIONS}"></Relationships>'.encode()
    kind = _STRICT_RELATION if _STRICT in content else _RELATION
    relation = f'<Relationship Id="figcheckComments" Type="{kind}" Target="{basename(comments)}"/>'
    types = f'<Override PartName="/{comments}" ContentType="{_TYPE}"/>'
    return {
        relations: _before_end(old, relation, relations),
        "[Content_Types].xml": _before_end(package.part("[Content_Types].xml"), types, "[Content_Types].xml"),
    }


def _before_end(data: bytes, inside: str, part: str) -> bytes:
    closing = _CLOSING.search(data)
    if closing is None or closing.group(1):
        raise InputError(f"cannot be given comments: its part {part} is written in an unusual way")
    return data[: closing.start()] + inside.encode() + data[closing.start() :]


def _zipped(package: Package, changed: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as copy:
        for entry in package.entries():
            content = changed.get(entry.filename)
            copy.writestr(entry, package.part(entry.filename) if content is None else content, entry.compress_type)
        for name in changed.keys() - package.names:
            entry = zipfile.ZipInfo(name)
            entry.external_attr = 0o600 << 16
            copy.writestr(entry, changed[name], zipfile.ZIP_DEFLATED)
    return data.getvalue()
