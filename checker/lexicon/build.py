"""Lexicon files read, held against their schema and made into look-up data. Only runs where no cache holds it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from checker.errors import RuleError
from checker.lexicon.compile import Source, compile_book
from checker.lexicon.schema import InflectionsFile, Row, irregular, is_field_type, model_with
from checker.validation import choices, quoted, validated
from checker.yamlfile import Tree, read_yaml

INFLECTIONS = "inflections"
Books = dict[str, list[Source]]
Given = TypeVar("Given")
Made = TypeVar("Made")


def build_lexicon(shipped: Sequence[str], extra: Sequence[str]) -> dict[str, Any]:
    """Return the data of every book by name. Files of *extra* that are no lexicons are left to others.

    Raises:
        RuleError: one line for each mistake in any of the files.
    """
    mistakes: list[str] = []
    trees = gather(_read_shipped, shipped, mistakes)
    trees += [tree for tree in gather(read_yaml, extra, mistakes) if is_lexicon(tree)]
    forms = gather(_inflections, [tree for tree in trees if tree.value["lexicon"] == INFLECTIONS], mistakes)
    books: Books = {}
    gather(lambda tree: _place(tree, books), [tree for tree in trees if tree.value["lexicon"] != INFLECTIONS], mistakes)
    mistakes.extend(_strange_rows(books))
    words = irregular(forms)
    compiled = dict(gather(lambda name: (name, compile_book(books[name], words)), books, mistakes))
    if mistakes:
        raise RuleError(*mistakes)
    return compiled


def is_lexicon(tree: Tree) -> bool:
    """Tell whether a file is a lexicon (and no rule)."""
    return isinstance(tree.value, dict) and "lexicon" in tree.value


def gather(make: Callable[[Given], Made], items: Iterable[Given], mistakes: list[str]) -> list[Made]:
    """Make something of each item; what is wrong with one is put to *mistakes* and does not hide the next."""
    made = []
    for item in items:
        try:
            made.append(make(item))
        except RuleError as error:
            mistakes.extend(error.lines)
    return made


def _read_shipped(file: str) -> Tree:
    tree = read_yaml(file)
    name = os.path.basename(file).removesuffix(".yaml")
    if not is_lexicon(tree):
        raise tree.error(("lexicon",), "is missing")
    if tree.value["lexicon"] != name:
        raise tree.error(("lexicon",), f"got {quoted(tree.value['lexicon'])}, must be '{name}', the name of the file")
    return tree


def _inflections(tree: Tree) -> InflectionsFile:
    return validated(InflectionsFile, tree)


def _place(tree: Tree, books: Books) -> None:
    """Validate one file and put it beside what it extends."""
    name, extends = tree.value["lexicon"], tree.value.get("extends")
    declared = _declared(tree.value.get("fields"))
    if extends is not None:
        if not isinstance(extends, str) or extends not in books:
            raise tree.error(("extends",), choices(extends, books))
        declared = {**books[extends][0].file.fields, **declared}
    elif isinstance(name, str) and name in books:
        first = books[name][0].tree.file
        raise tree.error(("lexicon",), f"got '{name}', which {first} holds already; 'extends: {name}' would add to it")
    source = Source(tree, validated(model_with(declared), tree))
    books.setdefault(extends or source.file.lexicon, []).append(source)


def _declared(fields: object) -> dict[str, Any]:
    """Return the fields that a file declares rightly; what is wrong with others is told when the file is validated."""
    if not isinstance(fields, dict):
        return {}
    return {name: kind for name, kind in fields.items() if is_field_type(kind) and name not in Row.model_fields}


def _strange_rows(books: Mapping[str, Sequence[Source]]) -> Iterator[str]:
    """Yield a line for each row that should name a row of another lexicon and does not."""
    for sources in books.values():
        for tree, file in sources:
            other = file.same_rows_as
            if other is None:
                continue
            if other not in books:
                yield tree.line(("same_rows_as",), choices(other, books))
                continue
            known = [name for source in books[other] for name in source.file.rows]
            for name in file.rows:
                if name not in known:
                    yield tree.line(("rows", name), choices(name, known), at_key=True)
