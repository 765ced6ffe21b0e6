"""All that is known of one draft when its figures are held against each other."""

from __future__ import annotations

from checker.lexicon.book import Lexicon
from checker.model.document import Document, Sentence
from checker.model.frame import Frame, Link
from checker.model.mention import Dismissed
from checker.model.values import NamedTuple


class Story(NamedTuple):
    """One draft, read: what every kind of check is given.

    ``frames`` holds every mention of the draft in text order, of any dimension, so ``frames[i].order == i``;
    ``links`` also those that a veto silenced (``link.veto``): a check takes only the others.
    ``sentences`` holds all sentences by ``Sentence.order``; tokens only where there is a figure.
    ``kept`` is what kinds of check worked out and others need too (see engine/once.py); it is no part of the value.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    frames: tuple[Frame, ...]
    dismissed: tuple[Dismissed, ...]
    links: tuple[Link, ...]
    lexicon: Lexicon
    kept: dict[str, object]
