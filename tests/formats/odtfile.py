"""OpenDocument texts for tests, written part by part."""

from __future__ import annotations

from tests.formats.docxfile import zipped

_O = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = " ".join(
    f'xmlns:{prefix}="{_O}{space}:1.0"'
    for prefix, space in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
        ("meta", "meta"),
    )
)
STYLES = "".join(
    f'<style:style style:name="{name}" style:family="paragraph"/>'
    for name in ("Title", "Subtitle", "Heading_20_1", "Quotations", "Caption", "Contents_20_1")
)


def p(words: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def style(name: str, family: str, properties: str) -> str:
    inside = f"<style:text-properties {properties}/>"
    return f'<style:style style:name="{name}" style:family="{family}">{inside}</style:style>'


def table(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


def row(*cells: str) -> str:
    inside = (one if one.startswith("<") else f"<table:table-cell>{p(one)}</table:table-cell>" for one in cells)
    return f"<table:table-row>{''.join(inside)}</table:table-row>"


def odt(*body: str, automatic: str = "", master: str = "", meta: str = "", manifest: str = "") -> bytes:
    content = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    content += f"<office:body><office:text>{''.join(body)}</office:text></office:body>"
    styles = f"<office:styles>{STYLES}</office:styles><office:master-styles>{master}</office:master-styles>"
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": _root("document-content", content),
        "styles.xml": _root("document-styles", styles),
        "meta.xml": _root("document-meta", f"<office:meta>{meta}</office:meta>"),
        "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
    }
    return zipped({name: text.encode() for name, text in parts.items()})


def _root(name: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><office:{name} {_NAMES}>{inside}</office:{name}>'
