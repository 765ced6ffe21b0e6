"""Rows of words made into look-up data: every form of every word, with what it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.errors import RuleError
from checker.lexicon.book import BREAK, longest
from checker.lexicon.inflect import Irregular, conjugate, pluralise
from checker.lexicon.schema import WORD_LISTS, LexiconFile
from checker.model.values import NamedTuple
from checker.validation import choices, hint
from checker.yamlfile import Path, Tree

# As checker/document/tokens.py parts drafts, which this layer cannot import; a test holds the two together.
_LETTER = r"[^\W\d_\u00bc-\u00be\u2150-\u2189\u2460-\u24ff\u2776-\u2793]"
_TOKEN = re.compile(rf"{_LETTER}+(?:['\u2019]{_LETTER}+)*|\d+(?:[.,]+\d+)*|\S")
_REFERENCES = ("sub_of", "disjoint", "near")


class Source(NamedTuple):
    """One lexicon file: where its values stand, and what they are."""

    tree: Tree
    file: LexiconFile


class _Word(NamedTuple):
    row: str
    list: str
    text: str
    tree: Tree
    path: Path


Forms = dict[str, tuple[_Word, set[str]]]
"""Each phrase with the word that it is a form of and the tags of the form."""


def normalised(phrase: str) -> str:
    """Return *phrase* as ``Book`` keeps it: lower case, its tokens joined by one space ("twenty - one")."""
    return " ".join(token.lower().replace("\u2019", "'") for token in _TOKEN.findall(phrase))


def compile_book(sources: Sequence[Source], words: Irregular) -> dict[str, Any]:
    """Return the JSON data of one lexicon, the first source being extended by the others.

    ``rows`` holds the fields of each row; ``meanings``, ``counts`` and ``phrases`` its words;
    ``followers`` and ``forerunners`` are those of ``Book``.

    Raises:
        RuleError: a phrase in two rows, a row that is named and does not exist, a word to leave out that is not there.
    """
    rows = _joined_rows(sources)
    mistakes = [*_unknown_rows(sources, rows), *_rows_too_many(sources)]
    given, leave_out = _left_in(sources)
    forms: Forms = {}
    for word in given:
        for phrase, form in _forms(word, words):
            first, tags = forms.setdefault(phrase, (word, set()))
            if first.row == word.row:
                tags.add(form)
            elif _yields(phrase, word) == _yields(phrase, first):
                mistakes.append(_in_two_rows(phrase, word, first))
            elif _yields(phrase, first):
                forms[phrase] = (word, {form})
    for phrase, (tree, path) in leave_out.items():
        if forms.pop(normalised(phrase), None) is None:
            mistakes.append(tree.line(path, f"got '{phrase}', which is no word of the lexicon{hint(phrase, forms)}"))
    if mistakes:
        raise RuleError(*dict.fromkeys(mistakes))
    followers, forerunners = longest(forms)
    return {"rows": rows, **_packed(forms), "followers": followers, "forerunners": forerunners}


def _joined_rows(sources: Sequence[Source]) -> dict[str, dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for source in sources:
        for name, row in source.file.rows.items():
            fields = row.model_dump(mode="json", exclude_unset=True, exclude_none=True, exclude=set(WORD_LISTS))
            joined = rows.setdefault(name, {})
            for key, value in fields.items():
                before = joined.get(key)
                if isinstance(before, list):
                    joined[key] = list(dict.fromkeys([*before, *value]))
                else:
                    joined[key] = {**before, **value} if isinstance(before, dict) else value
    return rows


def _unknown_rows(sources: Sequence[Source], rows: Mapping[str, Any]) -> Iterator[str]:
    for tree, file in sources:
        for name, row in file.rows.items():
            for key in _REFERENCES:
                for at, other in enumerate(getattr(row, key)):
                    if other not in rows:
                        yield tree.line(("rows", name, key, at), choices(other, rows))


def _rows_too_many(sources: Sequence[Source]) -> Iterator[str]:
    """Yield a line for each row that an extension adds to a closed lexicon: code asks for its rows by name."""
    first, *extensions = sources
    for tree, file in extensions if first.file.closed else ():
        for name in file.rows:
            if name not in first.file.rows:
                yield tree.line(("rows", name), choices(name, first.file.rows), at_key=True)


def _left_in(sources: Sequence[Source]) -> tuple[list[_Word], dict[str, tuple[Tree, Path]]]:
    """Return the words of all rows without those that an extension leaves out, and the latter that were not found.

    A word left out takes its inflected forms with it; what is no word of a row may be one form ("bodies").
    """
    given: list[_Word] = []
    missing: dict[str, tuple[Tree, Path]] = {}
    for tree, file in sources:
        without = {word: (tree, ("without", at)) for at, word in enumerate(file.without)}
        found = {word.text for word in given}
        given = [word for word in given if word.text not in without]
        missing.update({word: place for word, place in without.items() if word not in found})
        given.extend(_words(tree, file))
    return given, missing


def _words(tree: Tree, file: LexiconFile) -> Iterator[_Word]:
    for name, row in file.rows.items():
        for key in WORD_LISTS:
            for at, text in enumerate(getattr(row, key)):
                yield _Word(name, key, text, tree, ("rows", name, key, at))


def _forms(word: _Word, words: Irregular) -> Iterator[tuple[str, str]]:
    """Yield each form of a word, normalised, with its tag."""
    text = re.sub(r" ?([-\u2010\u2011]) ?", "-", " ".join(word.text.lower().split()))
    if word.list == "nouns":
        yield normalised(text), "singular"
        for plural in pluralise(text, words):
            yield normalised(plural), "plural"
    elif word.list.endswith("_verbs"):
        voice = word.list.removesuffix("_verbs")
        for name, forms in conjugate(text, words)._asdict().items():
            for form in forms:
                yield normalised(form), f"{voice}:{name}"
    else:
        yield normalised(text), {"plurals": "plural", "adjectives": "adjective"}.get(word.list, "word")


def _yields(phrase: str, word: _Word) -> bool:
    """Tell whether another row may take this phrase: "including" as a preposition beats the form of "include"."""
    return word.list.endswith("_verbs") and normalised(word.text) != phrase


def _in_two_rows(phrase: str, word: _Word, first: _Word) -> str:
    line, _ = first.tree.values[first.path]
    where = f"line {line}" if first.tree.file == word.tree.file else f"{first.tree.file}:{line}"
    return word.tree.line(
        word.path, f"'{phrase}' (from '{word.text}') is in row '{first.row}' already ({where}); a phrase has one row"
    )


def _packed(forms: Forms) -> dict[str, Any]:
    """Return each meaning once, and all phrases in the order of their meanings as one string: quick to unpack."""
    meanings: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for phrase, (word, tags) in forms.items():
        meanings.setdefault((word.row, tuple(sorted(tags))), []).append(phrase)
    return {
        "meanings": [[row, list(tags)] for row, tags in meanings],
        "counts": [len(phrases) for phrases in meanings.values()],
        "phrases": BREAK.join(phrase for phrases in meanings.values() for phrase in phrases),
    }
