"""Word files (docx): the text as it prints with all changes accepted, comments, headers and footers left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from posixpath import dirname, join, normpath
from xml.parsers import expat

from checker.document.docx.body import Body
from checker.document.docx.marks import RunMark
from checker.document.docx.numbering import read_numbering
from checker.document.docx.styles import read_styles
from checker.document.flow import Laid, Para, Run, lay_out
from checker.document.naming import named
from checker.document.package import Package
from checker.document.properties import read_properties
from checker.document.reading import Reading
from checker.document.xmlparts import parse
from checker.errors import InputError
from checker.lexicon.book import Lexicon
from checker.model.values import NamedTuple

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_FORM = "docx"


class Parts(NamedTuple):
    """The names of the parts that are read; "" for one that the file has not."""

    main: str
    styles: str
    footnotes: str
    endnotes: str
    comments: str
    numbering: str
    core: str
    custom: str


def read(source: bytes, lexicon: Lexicon | None = None) -> Reading:
    """Read the bytes of a Word file.

    Raises:
        InputError: if they are none, are encrypted or damaged; the message has no file name yet.
    """
    package = Package(source, _FORM)
    parts = find_parts(package)
    laid = walk(package, parts)
    meta = {**_properties(package, parts.custom), **_properties(package, parts.core)}
    prose, pieces = named(laid, lexicon)
    return Reading(laid.text, prose, pieces, meta, laid.locators)


def find_parts(package: Package) -> Parts:
    """Find the parts by their relations: a file may name them as it likes.

    Raises:
        InputError: if there is no main part.
    """
    top = _related(package, "")
    main = top.get("officeDocument", "")
    if not main:
        raise InputError("is no docx file: it has no main part")
    near = _related(package, main)
    return Parts(
        main,
        near.get("styles", ""),
        near.get("footnotes", ""),
        near.get("endnotes", ""),
        near.get("comments", ""),
        near.get("numbering", ""),
        top.get("core-properties", ""),
        top.get("custom-properties", ""),
    )


def walk(package: Package, parts: Parts) -> Laid:
    """Return the text with the place of every run: the main part, then the notes in the order of their marks."""
    styles = read_styles(package.optional(parts.styles))
    numbering = read_numbering(package.optional(parts.numbering), parts.numbering)
    body = Body(styles, numbering)
    parse(package.part(parts.main), body, parts.main)
    paragraphs = body.paragraphs
    for kind, part in (("footnote", parts.footnotes), ("endnote", parts.endnotes)):
        if any(reference[0] == kind for reference in body.notes):
            notes = Body(styles, numbering, kind)
            parse(package.part(part), notes, part)
            paragraphs.extend(_notes(notes, kind, body.notes))
    return lay_out(paragraphs)


def _notes(notes: Body, kind: str, references: Sequence[tuple[str, str, int]]) -> list[Para]:
    found = []
    mine = [(name, anchor) for which, name, anchor in references if which == kind]
    for number, (name, anchor) in enumerate(dict(mine).items(), 1):
        for para in notes.by_id.get(name, []):
            runs = [_in_note(run, f"{kind} {number}", anchor) for run in para.runs]
            found.append(para._replace(runs=runs))
    return found


def _in_note(run: Run, place: str, anchor: int) -> Run:
    mark = run.source._replace(anchor=anchor) if isinstance(run.source, RunMark) else None
    return run._replace(locator=f"{place}, {run.locator}", source=mark)


def _properties(package: Package, part: str) -> dict[str, str]:
    data = package.optional(part)
    return read_properties(data, part) if data else {}


class _Relations:
    """``targets`` holds the target of the first relation of each type, by the last word of the type."""

    parser: expat.XMLParserType
    prefixes: Mapping[str, str] = {_RELATIONS: "r"}

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "r:Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.targets.setdefault(_SAME.get(kind, kind), attributes.get("Target", ""))

    def end(self, name: str) -> None:
        """Relations hold nothing."""

    def words(self, text: str) -> None:
        """Relations have no words."""


_SAME = {"coreProperties": "core-properties", "customProperties": "custom-properties"}


def _related(package: Package, part: str) -> dict[str, str]:
    """Return the parts that *part* ("" for the package) is related to, by type of relation."""
    folder, name = dirname(part), part.rpartition("/")[2]
    relations = join(folder, "_rels", f"{name}.rels")
    reader = _Relations()
    data = package.optional(relations)
    if data:
        parse(data, reader, relations)
    found = {kind: normpath(join("/", folder, target))[1:] for kind, target in reader.targets.items()}
    return {kind: target for kind, target in found.items() if target in package.names}
