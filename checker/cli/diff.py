"""``figcheck diff``: two takes of one story, figure by figure."""

from __future__ import annotations

from typing import Any

import click

from checker.cli import gate
from checker.cli.drafts import outcome
from checker.cli.options import reading
from checker.cli.session import Session, wish
from checker.cli.streams import encoded, put, save
from checker.config.keys import KEYS
from checker.errors import FigcheckError, InputError
from checker.model.report import DocumentReport
from checker.writers.order import reaches

_FORMS = ("text", "json", "markdown")


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--output-format", "form", type=click.Choice(_FORMS), default="text", help="Form; text unless set.")
@click.option("--output-file", "file", metavar="FILE", help="File to write; stdout if none.")
@click.option("--all", "everything", is_flag=True, help="Show also what is unchanged.")
@click.option("--fail-on", type=click.Choice(KEYS["fail-on"].choices), help="Lowest severity that fails.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 though something was forgotten.")
@reading
def command(old: str, new: str, form: str, file: str | None, everything: bool, **params: Any) -> int:
    """Tell which figures were raised, lowered, added or dropped between two takes, and what was forgotten.

    It is an error where the body moved and the headline did not; a warning where a toll falls without a word of
    revision, and where a figure was changed in one place only.
    """
    from checker.history.takes import compared
    from checker.writers.takes import FORMS

    exit_zero = params.pop("exit_zero")
    session = Session(wish(params))
    before, after = _checked(old, session), _checked(new, session)
    takes = compared(before, after, session.settings_of(new).lexicon)
    told = FORMS[form](takes, everything)
    if file:
        save(file, encoded(told))
    else:
        put(told)
    level = session.config_of(new)["fail-on"].value
    shut = any(reaches(slip.severity, level) for slip in takes.slips)
    return gate.status(shut=shut, unread=False, failed=False, exit_zero=exit_zero)


def _checked(path: str, session: Session) -> DocumentReport:
    done = outcome(path, session)
    if done.report is None:
        raise (FigcheckError if done.failed else InputError)(done.problem)
    return done.report
