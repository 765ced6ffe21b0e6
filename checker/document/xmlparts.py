"""XML that strangers may have written: no entities, no document types, no bottomless nesting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from checker.errors import InputError

DEEPEST = 1_000
"""Elements inside each other. Tables in tables in text boxes come to about a hundred."""


class Handler(Protocol):
    """Takes what the parser meets. Names are ``prefix:local`` where ``names`` knows the namespace."""

    prefixes: Mapping[str, str]
    parser: expat.XMLParserType

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element; attributes have their local names."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def words(self, text: str) -> None:
        """Take characters."""


class _Names(dict[str, str]):
    """From "http://... local" to "w:local", each worked out once."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self.prefixes = prefixes

    def __missing__(self, name: str) -> str:
        space, _, local = name.rpartition(" ")
        short = self[name] = f"{self.prefixes.get(space, '?')}:{local}"
        return short


def parse(data: bytes, handler: Handler, part: str) -> None:
    """Parse *data*, the part of that name.

    Raises:
        InputError: if it is not well-formed, declares a document type, or nests too deeply.
    """
    names = _Names(handler.prefixes)
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise InputError(f"its part {part} nests elements deeper than {DEEPEST:,}")
        handler.start(names[name], {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(names[name])

    def refuse(*_: object) -> None:
        raise InputError(f"its part {part} declares a document type, which is refused: it may hold entity bombs")

    parser = handler.parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.words
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        # An encoding that nobody knows is a LookupError, and its name may be as long as the part.
        raise InputError(f"its part {part} is no well-formed XML: {str(error)[:80]}") from None
