"""From a file's name and bytes to a Document."""

from __future__ import annotations

import os.path
from datetime import date
from importlib import import_module

from checker.document.dateline import dateline, find_date
from checker.document.decode import declared_encoding, decode
from checker.document.insets import parted
from checker.document.lines import line_starts
from checker.document.reading import Reading
from checker.errors import InputError, UsageError
from checker.lexicon.book import Lexicon
from checker.model.document import Block, Document, visible
from checker.model.values import NamedTuple


class Format(NamedTuple):
    """Where a format is read: ``read(source, lexicon) -> Reading`` in *module*.

    *source* is the decoded text, or the bytes where the file is a container. An ``InputError`` that it raises says
    what is wrong without the file's name, which is put before it. ``comments`` are the marks before a directive
    ("<!--"); ``has_wide_lines`` says that one line may hold all of a draft, so that none reaches over its line;
    ``declares_encoding`` that the first bytes may name one; ``is_walked`` that a folder is searched for it;
    ``is_table`` that it holds figures alone, which a draft can be held against. Where
    ``shared`` are suffixes of other files as well, *module* has an ``is_draft(text)`` for those found in a folder.
    """

    module: str
    suffixes: tuple[str, ...]
    is_container: bool = False
    comments: tuple[str, ...] = ()
    has_wide_lines: bool = False
    declares_encoding: bool = False
    is_walked: bool = True
    is_table: bool = False
    shared: tuple[str, ...] = ()


FORMATS = {
    "plain": Format("checker.document.plain", (".txt", ".text", ""), comments=("[[",)),
    "markdown": Format(
        "checker.document.markdown",
        (".md", ".markdown", ".mdx", ".mkd", ".mdown", ".rmd", ".qmd"),
        comments=("<!--", "{/*"),
    ),
    "html": Format(
        "checker.document.html",
        (".html", ".htm", ".xhtml"),
        comments=("<!--",),
        has_wide_lines=True,
        declares_encoding=True,
    ),
    "wikitext": Format("checker.document.wikitext", (".wiki", ".wikitext", ".mediawiki"), comments=("<!--",)),
    "csv": Format("checker.document.csvtext", (".csv",), is_table=True),
    "tsv": Format("checker.document.csvtext", (".tsv", ".tab"), is_table=True),
    "srt": Format("checker.document.subtitles", (".srt",)),
    "vtt": Format("checker.document.subtitles", (".vtt",), comments=("NOTE",)),
    "rst": Format("checker.document.rst", (".rst", ".rest"), comments=("..",)),
    "asciidoc": Format("checker.document.asciidoc", (".adoc", ".asciidoc", ".asc"), comments=("//",)),
    "org": Format("checker.document.org", (".org",), comments=("#",)),
    "latex": Format("checker.document.latex", (".tex", ".latex", ".ltx"), comments=("%",)),
    "nitf": Format(
        "checker.document.newsxml",
        (".nitf", ".xml"),
        comments=("<!--",),
        has_wide_lines=True,
        declares_encoding=True,
        shared=(".xml",),
    ),
    "newsml": Format(
        "checker.document.newsxml", (".newsml", ".g2"), comments=("<!--",), has_wide_lines=True, declares_encoding=True
    ),
    "eml": Format("checker.document.eml", (".eml",), is_container=True),
    "ipynb": Format("checker.document.ipynb", (".ipynb",), comments=("<!--",), has_wide_lines=True),
    "json": Format("checker.document.cms", (".json",), comments=("<!--",), has_wide_lines=True, shared=(".json",)),
    "docx": Format("checker.document.docx", (".docx", ".docm"), is_container=True, comments=("[[",)),
    "pdf": Format("checker.document.pdf", (".pdf",), is_container=True, comments=("[[",)),
    "rtf": Format("checker.document.rtf", (".rtf",), comments=("[[",), has_wide_lines=True),
    "epub": Format("checker.document.epub", (".epub",), is_container=True),
    "xlsx": Format("checker.document.workbook", (".xlsx",), is_container=True, is_walked=False, is_table=True),
    "odt": Format("checker.document.odt", (".odt", ".fodt"), is_container=True, comments=("[[",)),
}
SUFFIXES = {suffix: name for name, form in FORMATS.items() for suffix in form.suffixes}
"""Format by suffix, in lower case; a name without a suffix is plain text when it is named outright."""
WALKED = frozenset(suffix for suffix, name in SUFFIXES.items() if suffix and FORMATS[name].is_walked)
"""Suffixes of the files that are drafts wherever they lie. A workbook is read where it is named."""
SHARED = frozenset(suffix for form in FORMATS.values() for suffix in form.shared)
"""Suffixes of which a folder may hold files that are no drafts: package.json."""
TABLES = tuple(name for name, form in FORMATS.items() if form.is_table)
"""Formats of files of figures that a draft can be held against."""

_DATE_KEYS = ("date", "dateline", "published", "publishdate", "pubdate")
_LOCALE_KEYS = ("locale", "lang", "language")
_OPENING_BLOCKS = 4
MOST_LINES = 100_000
"""Lines of a text that are read, and paragraphs and cells of any draft: a book of 500 pages has a tenth of them."""


def read_document(
    name: str,
    data: bytes,
    *,
    format: str | None = None,
    dated: date | None = None,
    locale: str | None = None,
    encoding: str | None = None,
    lexicon: Lexicon | None = None,
) -> Document:
    """Read the bytes of a draft. Without *format* the suffix of *name* decides.

    *lexicon* tells the names of months and of pictures: without it only ISO dates and marked captions are seen.

    Raises:
        InputError: if the suffix is of no format that is read, or the bytes are not text in it.
        UsageError: if *format* or *encoding* is unknown.
    """
    kind = format or _kind_of(name)
    form = _form(kind)
    if not encoding and form.declares_encoding:
        encoding = declared_encoding(data, name)
    source = data if form.is_container else decode(data, name, encoding)
    return _build(name, kind, _reading(name, form, source, lexicon), dated, locale, lexicon)


def is_draft(name: str, data: bytes) -> bool:
    """Tell whether a file with one of the ``SHARED`` suffixes is a draft; what cannot be decoded may be one."""
    form = FORMATS[_kind_of(name)]
    try:
        text = decode(data, name, declared_encoding(data, name) if form.declares_encoding else None)
    except InputError:
        return True
    found: bool = import_module(form.module).is_draft(text)
    return found


def read_table(name: str, data: bytes, encoding: str | None, lexicon: Lexicon) -> Document:
    """Read a file of figures that a draft is held against.

    Raises:
        InputError: if its suffix is of no format for tables, or it cannot be read.
    """
    if SUFFIXES.get(os.path.splitext(name)[1].lower()) not in TABLES:
        known = ", ".join(suffix for suffix, kind in SUFFIXES.items() if kind in TABLES)
        raise InputError(f"{name}: is no table that --table takes, only {known}")
    return read_document(name, data, encoding=encoding, lexicon=lexicon)


def read_text(
    text: str,
    name: str = "<text>",
    format: str = "plain",
    *,
    dated: date | None = None,
    locale: str | None = None,
    lexicon: Lexicon | None = None,
) -> Document:
    """Read a draft that is text already.

    Raises:
        UsageError: if *format* is unknown or is no format of text.
    """
    form = _form(format)
    if form.is_container:
        raise UsageError(f"{name}: {format} is no format of text")
    return _build(name, format, _reading(name, form, text, lexicon), dated, locale, lexicon)


def _kind_of(name: str) -> str:
    suffix = os.path.splitext(name)[1].lower()
    if suffix not in SUFFIXES:
        known = ", ".join(sorted(filter(None, SUFFIXES)))
        raise InputError(f"{name}: no format with the suffix {suffix} is read, only {known}; or give --format")
    return SUFFIXES[suffix]


def _form(kind: str) -> Format:
    if kind not in FORMATS:
        raise UsageError(f"--format: got {kind!r}, must be one of {', '.join(FORMATS)}")
    return FORMATS[kind]


def _reading(name: str, form: Format, source: str | bytes, lexicon: Lexicon | None) -> Reading:
    # Of a table all is read or nothing: without its last row, no total is seen.
    whole = source if isinstance(source, str) and not form.has_wide_lines and not form.is_table else ""
    end = _end_of_read(whole)
    try:
        reading: Reading = import_module(form.module).read(whole[:end] if end else source, lexicon)
    except InputError as error:
        raise InputError(f"{name}: {error}") from None
    return reading._replace(text=whole, prose=reading.prose.ljust(len(whole)), unread=end) if end else reading


def _end_of_read(text: str) -> int:
    """Return where the last line that is read ends, 0 where that is all."""
    mark = "\n" if "\n" in text else "\r"
    if text.count(mark) <= MOST_LINES:
        return 0
    end = 0
    for _ in range(MOST_LINES):
        end = text.index(mark, end) + 1
    return end


def _build(
    name: str, kind: str, reading: Reading, dated: date | None, locale: str | None, lexicon: Lexicon | None
) -> Document:
    meta = reading.meta
    if len(reading.prose) != len(reading.text):
        raise ValueError(
            f"{name}: {kind} gives {len(reading.prose)} code points of prose for {len(reading.text)} of text"
        )
    prose, insets, blocks = parted(reading.pieces, reading.prose)
    unread = blocks[MOST_LINES].span.start if len(blocks) > MOST_LINES else reading.unread
    blocks = blocks[:MOST_LINES]
    return Document(
        name,
        reading.text,
        prose,
        kind,
        blocks,
        line_starts(reading.text),
        meta,
        dated or _date(reading, blocks, lexicon),
        locale or next((meta[key] for key in _LOCALE_KEYS if meta.get(key)), "en"),
        reading.locators,
        insets=insets,
        unread=unread,
    )


def _date(reading: Reading, blocks: tuple[Block, ...], lexicon: Lexicon | None) -> date | None:
    for key in _DATE_KEYS:
        day = find_date(reading.meta.get(key, ""), lexicon)
        if day:
            return day
    opening = [block.span for block in blocks if block.role in ("paragraph", "standfirst")][:_OPENING_BLOCKS]
    return dateline([visible(reading.prose[span.start : span.end]) for span in opening], lexicon)
