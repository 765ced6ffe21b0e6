"""What the styles of an OpenDocument text make of paragraphs and words."""

from __future__ import annotations

from collections.abc import Mapping

from checker.document.stylenames import role_of
from checker.model.values import NamedTuple

_MOST_PARENTS = 20


class Style(NamedTuple):
    """What one style says itself, and the name of the one that it is based on; None is "as that one"."""

    parent: str = ""
    role: str = ""
    level: int = 0
    is_bold: bool | None = None
    is_raised: bool | None = None
    is_hidden: bool | None = None
    is_italic: bool | None = None


class Styles:
    """The styles by family and name: "paragraph Quotations"."""

    def __init__(self) -> None:
        self.own: dict[str, Style] = {}
        self.style = self.family = ""

    def begin(self, attributes: Mapping[str, str]) -> None:
        """Begin a style."""
        name, self.family = attributes.get("name", ""), attributes.get("family", "")
        self.style = f"{self.family} {name}"
        role, level = role_of(attributes.get("display-name", name))
        outline = attributes.get("default-outline-level", "")
        if not role and len(outline) == 1 and outline in "123456789":
            role, level = "heading", int(outline)
        self.own[self.style] = Style(f"{self.family} {attributes.get('parent-style-name', '')}", role, level)

    def say(self, attributes: Mapping[str, str]) -> None:
        """Take what the open style says of words."""
        if not self.style:
            return
        style = self.own[self.style]
        if "font-weight" in attributes:
            style = style._replace(is_bold=attributes["font-weight"] in ("bold", "600", "700", "800", "900"))
        if "font-style" in attributes:
            style = style._replace(is_italic=attributes["font-style"] in ("italic", "oblique"))
        if "text-position" in attributes:
            style = style._replace(is_raised=attributes["text-position"].startswith("super"))
        if "display" in attributes:
            style = style._replace(is_hidden=attributes["display"] == "none")
        self.own[self.style] = style

    def end(self) -> None:
        """End the open style."""
        self.style = ""

    def resolved(self, name: str) -> Style:
        """Return a style with what it takes over from those that it is based on."""
        style = self.own.get(name, Style())
        for _ in range(_MOST_PARENTS):
            above = self.own.get(style.parent)
            if above is None:
                break
            role, level = (style.role, style.level) if style.role else (above.role, above.level)
            style = Style(
                above.parent,
                role,
                level,
                above.is_bold if style.is_bold is None else style.is_bold,
                above.is_raised if style.is_raised is None else style.is_raised,
                above.is_hidden if style.is_hidden is None else style.is_hidden,
                above.is_italic if style.is_italic is None else style.is_italic,
            )
        return style
