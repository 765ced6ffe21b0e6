"""Small drafts through the whole pipeline."""

from __future__ import annotations

from datetime import date

import checker
from checker.model.report import Finding


def findings(text: str, rule: str, dated: str | None = None, name: str = "draft.txt") -> tuple[Finding, ...]:
    """Return what *rule* says of a draft, alone or as another name of what a stronger rule says."""
    day = date.fromisoformat(dated) if dated else None
    report = checker.check_text(text, name, dated=day)
    return tuple(f for f in report.documents[0].findings if rule in (f.rule, *f.also))


def places(text: str, rule: str, dated: str | None = None, name: str = "draft.txt") -> list[list[str]]:
    """Return the words of each finding of *rule*, the accused first."""
    return [[f.primary.text, *(place.text for place in f.related)] for f in findings(text, rule, dated, name)]
