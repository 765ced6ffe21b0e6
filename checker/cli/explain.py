"""``figcheck explain``: a rule, or how one finding came about."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import click

from checker.cli.drafts import outcome
from checker.cli.options import held_against, reading
from checker.cli.session import Session, wish
from checker.cli.streams import put
from checker.errors import InputError, UsageError
from checker.model.report import DocumentReport, Finding

_SHORTEST_ID = 4


@click.command("explain")
@click.argument("name", metavar="RULE|FINDING-ID")
@click.argument("path", required=False)
@held_against
@reading
def command(name: str, path: str | None, **params: Any) -> int:
    """Explain a rule: why it is there, its source and examples. Or, with a PATH, how a finding in it came about."""
    session = Session(wish(params))
    if path is None:
        from checker.cli.explain_rule import rule_lines

        lines: Iterable[str] = rule_lines(name, session.config_in(os.getcwd()))
    else:
        from checker.cli.explain_finding import finding_lines

        report = _checked(path, session)
        finding = _finding(report, name)
        rule = session.settings_of(path).rules[finding.rule]
        lines = finding_lines(report, finding, rule)
    put("".join(f"{line}\n" for line in lines))
    return 0


def _checked(path: str, session: Session) -> DocumentReport:
    done = outcome(path, session)
    if done.report is None:
        raise InputError(done.problem)
    return done.report


def _finding(report: DocumentReport, name: str) -> Finding:
    """Return the finding with that id; the first letters do where they are enough.

    Raises:
        UsageError: if there is none, or more than one; it names those of the draft.
    """
    hits = [finding for finding in report.findings if finding.id.startswith(name) and len(name) >= _SHORTEST_ID]
    if len({finding.id for finding in hits}) == 1:
        return hits[0]
    known = ", ".join(f"{finding.id} ({finding.rule})" for finding in report.findings) or "none"
    raise UsageError(f"{report.path}: no single finding '{name}' here; the findings of this draft are: {known}")
