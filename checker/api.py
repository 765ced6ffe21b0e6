"""The Python interface: what ``import checker`` offers."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date

from checker import run
from checker.document.read import read_text
from checker.engine.loader import load_rules as _load_rules
from checker.engine.rule import RuleSet
from checker.lexicon.load import load_lexicon
from checker.mentions.read import read_mentions
from checker.model.mention import Mention
from checker.model.report import DocumentReport, Report

PathLike = str | os.PathLike[str]


def check_text(
    text: str,
    name: str = "draft.md",
    *,
    format: str | None = None,
    dated: date | None = None,
    locale: str | None = None,
    rules: Sequence[PathLike] = (),
) -> Report:
    """Check a draft that is text already; offsets count its code points. The suffix of *name* gives the format.

    Raises:
        FigcheckError: if a rule file is wrong or the format unknown.
    """
    settings = _settings(rules, format, dated, locale)
    return _report(run.check_bytes(name, text.encode("utf-8", "surrogatepass"), settings), settings)


def check_file(
    path: PathLike,
    *,
    format: str | None = None,
    dated: date | None = None,
    locale: str | None = None,
    rules: Sequence[PathLike] = (),
) -> Report:
    """Check one file.

    Raises:
        FigcheckError: if it cannot be read or a rule file is wrong.
        OSError: if the file cannot be opened.
    """
    settings = _settings(rules, format, dated, locale)
    with open(path, "rb") as file:
        return _report(run.check_bytes(os.fspath(path), file.read(), settings), settings)


def extract(
    text: str, name: str = "<text>", *, format: str = "plain", locale: str | None = None
) -> tuple[Mention, ...]:
    """Return every figure of a text with its local reading, in text order."""
    lexicon = load_lexicon()
    document = read_text(text, name, format, locale=locale, lexicon=lexicon)
    return read_mentions(document, lexicon).mentions


def load_rules(*paths: PathLike) -> RuleSet:
    """Return the shipped rules together with those of the files and folders named.

    Raises:
        RuleError: one line for each mistake in a rule or lexicon file.
    """
    return _load_rules(paths)


def _settings(rules: Sequence[PathLike], format: str | None, dated: date | None, locale: str | None) -> run.Settings:
    return run.Settings(_load_rules(rules), load_lexicon(rules), dated, locale, format)


def _report(document: DocumentReport, settings: run.Settings) -> Report:
    return run.report((document,), settings.rules)
