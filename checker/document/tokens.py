"""Words, numbers and marks of a sentence."""

from __future__ import annotations

import re
import unicodedata

from checker.document.reading import UNSEEN, past_tail
from checker.model.document import Token

# Letters and raised digits ("km²"): \w also takes digits, "_" and vulgar fractions, tokens of their own ("2½").
_LETTER = r"[^\W\d_\u00bc-\u00be]"
_TOKEN = re.compile(rf"({_LETTER}+(?:['\u2019]{_LETTER}+)*|\d+(?:[.,]+\d+)*|\S)")

# Latin letters, quotation marks, dashes and signs of money. Where another character stands, a code point may be
# invisible, a mark on its letter, a digit that is not ASCII, or written in a form that NFC changes: such a sentence is
# read code point by code point. (A character class of these ranges would cost 1 ms at every start.)
_FAMILIAR = frozenset(
    chr(code)
    for codes in (range(0x250), range(0x2010, 0x2028), range(0x2030, 0x205F), range(0x20A0, 0x20C1))
    for code in codes
    if code != 0xAD
)
_FRACTION = "\u00bd"
_make = tuple.__new__
# Full-width and Arabic separators of a number.
_SEPARATORS = {"\uff0c": ",", "\uff0e": ".", "\u066c": ",", "\u066b": "."}


def tokenize(prose: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the tokens of ``prose[start:end]``, with offsets into *prose*.

    Soft hyphens, zero-width characters and fillers inside a word or number belong to its span, but not to its
    ``text`` or ``low``. ``low`` is lower case in NFC with straight apostrophes and ASCII digits.
    """
    words = prose[start:end]
    if not words.isascii() and not _FAMILIAR.issuperset(words):
        return _tokenize_odd(prose, start, end)
    # Parting the words once and adding up lengths takes three fifths of the time of a match object a token.
    tokens, at = [], start
    parts = iter(_TOKEN.split(words))
    for gap, text in zip(parts, parts, strict=False):
        first = at + len(gap)
        at = first + len(text)
        tokens.append(_make(Token, (first, at, text, text.lower().replace("\u2019", "'"))))
    return tuple(tokens)


def _tokenize_odd(prose: str, start: int, end: int) -> tuple[Token, ...]:
    places, shape = _visible(prose, start, end)
    tokens = []
    for match in _TOKEN.finditer(shape):
        at = places[match.start() : match.end()]
        text = "".join([prose[place] for place in at])
        tokens.append(Token(at[0], past_tail(prose, at[-1] + 1), text, _low(text)))
    return tuple(tokens)


def _visible(prose: str, start: int, end: int) -> tuple[list[int], str]:
    """Return where the visible code points stand, and the same number of characters to find tokens in.

    A mark on a letter is shaped as a letter, so that "e" with a combining acute stays in its word; a mark on
    anything else (the variation selector of an emoji) is left out. "⅓" is shaped as "½".
    """
    places: list[int] = []
    shape: list[str] = []
    in_word = False
    for place in range(start, end):
        char = prose[place]
        if char in UNSEEN:
            continue
        category = unicodedata.category(char)
        is_mark = category[0] == "M"
        if is_mark and not in_word and shape and not shape[-1].isspace():
            continue
        in_word = is_mark or char.isalpha()
        places.append(place)
        shape.append(
            "x"
            if is_mark
            else _FRACTION
            if category == "No" and char.isalnum() and not char.isdigit()
            else _SEPARATORS.get(char, char)
        )
    return places, "".join(shape)


def _low(text: str) -> str:
    if text[0].isdecimal():
        return "".join([str(unicodedata.decimal(char, _SEPARATORS.get(char, char))) for char in text])
    return unicodedata.normalize("NFC", text.lower().replace("\u2019", "'"))
