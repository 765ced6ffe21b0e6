"""``figcheck baseline``: today's findings, so that a gate speaks only of others."""

from __future__ import annotations

import os
from typing import Any

import click

from checker.cli import gate
from checker.cli.given import given
from checker.cli.known import scope_of
from checker.cli.many import outcomes
from checker.cli.options import held_against, reading
from checker.cli.progress import watched
from checker.cli.session import Session, wish
from checker.cli.streams import encoded, save, say
from checker.errors import UsageError
from checker.history import baseline
from checker.history.baseline import Entry


@click.command("baseline")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--file", metavar="FILE", help="The baseline; unset, what 'baseline' in the configuration names.")
@click.option("--prune", is_flag=True, help="Only drop the entries whose finding is gone; add none.")
@click.option("--follow-renames", is_flag=True, help="Ask git for the new names of drafts that are not there.")
@held_against
@reading
@click.option("--jobs", metavar="N", help="Processes; unset, as many as are worth it.")
def command(paths: tuple[str, ...], file: str | None, prune: bool, follow_renames: bool, **params: Any) -> int:
    """Write the findings of today to a file that check --baseline reads.

    Entries of drafts that are not examined stay. The file has no words of a draft: an id, a rule and a path a line.
    """
    session = Session(wish(params))
    main = session.config_in(os.getcwd())
    target = file or main["baseline"].value
    if not target:
        raise UsageError("baseline: name its file with --file, or set 'baseline' in the configuration")
    before = baseline.read(target) if prune or os.path.exists(target) else {}
    wanted = paths or main["paths"].value
    found = given(wanted, session)
    done = list(watched(outcomes(found.paths, session, main["jobs"].value), len(found.paths), False))
    scope = scope_of(done, session, wanted, before, follow=follow_renames)
    after = (baseline.pruned if prune else baseline.written)(before, scope.documents, scope.is_gone)
    save(target, encoded(baseline.text(after)))
    problems = [*found.missing, *(outcome.problem for outcome in done if not outcome.report)]
    for line in (*found.remarks, *problems):
        say(line)
    say(f"checked {len(scope.documents)} documents; {_told(target, set(before), after)}")
    failed = any(outcome.failed for outcome in done)
    return gate.status(shut=False, unread=bool(problems), failed=failed, exit_zero=False)


def _told(target: str, before: set[Entry], after: set[Entry]) -> str:
    return f"{os.path.relpath(target)}: {len(after)} entries, {len(after - before)} new, {len(before - after)} dropped"
