"""``figcheck check draft.docx --annotate out.docx``: the findings as comments in a copy."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from checker.cli.drafts import read
from checker.cli.session import Session
from checker.cli.streams import save
from checker.document.docx.comments import Note, annotated
from checker.errors import InputError, UsageError
from checker.model.report import DocumentReport, Finding, Place

_OPTION = "--annotate"


def refuse_unfit(paths: Sequence[str], target: str) -> None:
    """Refuse what cannot be annotated, before any draft is read.

    Raises:
        UsageError: if there is not one Word file, or the copy would take its place.
    """
    if len(paths) != 1 or not paths[0].lower().endswith((".docx", ".docm")):
        raise UsageError(f"{_OPTION}: takes one draft in Word's format (.docx), got {', '.join(paths) or 'none'}")
    if os.path.exists(target) and os.path.samefile(paths[0], target):
        raise UsageError(f"{_OPTION} {target}: is the draft itself; no draft is changed, name another file")


def annotate(report: DocumentReport, session: Session, target: str) -> None:
    """Write a copy of a draft with a comment at each place of each finding.

    Raises:
        InputError: if the draft can be given no comments.
        UsageError: if the copy cannot be written.
    """
    _, data = read(report.path, session)
    try:
        copy = annotated(data, list(_notes(report)))
    except InputError as error:
        raise InputError(f"{report.path}: {error}") from None
    save(target, copy)


def _notes(report: DocumentReport) -> Iterator[Note]:
    for finding in report.findings:
        for place in (finding.primary, *finding.related):
            if report.document.annex(place.span.start):
                continue  # it stands in a table beside the draft
            yield Note(place.span.start, place.span.end, _words(finding, place))


def _words(finding: Finding, place: Place) -> str:
    label = f" ({place.label})" if place.label else ""
    return f"{finding.message}{label}\n{finding.severity}: {finding.rule}"
