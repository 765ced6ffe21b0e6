"""The main job, once the command line is read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker import run
from checker.cli import gate, gitignore
from checker.cli.drafts import Outcome
from checker.cli.given import given
from checker.cli.many import outcomes
from checker.cli.outputs import Output
from checker.cli.progress import watched
from checker.cli.session import Session, wish
from checker.cli.streams import encoded, go_to_one_place, is_terminal, put, save, say, wants_color
from checker.cli.walk import Found
from checker.config import Config
from checker.errors import UsageError
from checker.model.report import DocumentReport, Report, RuleNote
from checker.writers import TABLE, Style, load
from checker.writers.counts import not_run, remarks, summary


def check(paths: Sequence[str], params: Mapping[str, Any], asked: Sequence[Output]) -> int:
    """Check drafts, write the reports that are *asked* for, and return the exit status.

    *params* holds the options of ``figcheck check`` by their Python names, as click gives them.

    Raises:
        FigcheckError: if a path, setting or rule is wrong.
    """
    session = Session(wish(params))
    main = session.config_in(os.getcwd())
    if params["show_settings"]:
        return _show(paths, session, main)
    outputs = [o._replace(form=o.form or main["output-format"].value) for o in asked]
    _refuse_unknown(outputs)
    wanted = paths or main["paths"].value
    found = staged(paths, session) if params["staged"] else given(wanted, session)
    if params["annotate"]:
        from checker.cli.annotate import refuse_unfit  # few runs write comments

        refuse_unfit(found.paths, params["annotate"])
    for path in found.paths:
        session.settings_of(path)  # a wrong setting or rule is told before any draft is read
    # The page marks every figure, so it needs drafts read whole.
    kept = main["cache"].value and all(output.form != "html" for output in outputs)
    each = outcomes(found.paths, session, main["jobs"].value, use_cache=kept)
    done = list(watched(each, len(found.paths), params["quiet"]))
    stale: tuple[str, ...] = ()
    if main["baseline"].value:
        from checker.cli.known import without_known  # many runs have no baseline

        file = main["baseline"].value
        done, stale = without_known(done, session, wanted, file, follow=params["follow_renames"])
    if params["diff_base"]:
        from checker.cli.new_lines import without_unchanged

        done = without_unchanged(done, session, params["diff_base"])
    report = _report(done, found, session)._replace(stale=stale)
    shown = _style(main, params)
    if params["annotate"] and report.documents:
        from checker.cli.annotate import annotate

        annotate(report.documents[0], session, params["annotate"])
    _write(report, outputs, shown)
    _tell(report, found)
    judged = [(_gate(session.config_of(o.path)), o.report) for o in done if o.report]
    failed = any(outcome.failed for outcome in done)
    unread = bool(report.unread)
    return gate.status(shut=gate.is_shut(judged), unread=unread, failed=failed, exit_zero=params["exit_zero"])


def staged(paths: Sequence[str], session: Session) -> Found:
    """Find what will be committed; git is asked, so this is imported only here."""
    from checker.cli.staged import found

    return found(paths, session)


def _report(done: Iterable[Outcome], found: Found, session: Session) -> Report:
    """Put the drafts together; with several configurations, each brings the notes on its own rules."""
    reports: list[DocumentReport] = []
    notes: dict[str, RuleNote] = {}
    problems = list(found.missing)
    for outcome in done:
        if outcome.report is None:
            problems.append(outcome.problem)
            continue
        reports.append(outcome.report)
        if outcome.report.findings or outcome.report.silenced:
            one = run.report((outcome.report,), session.settings_of(outcome.path).rules)
            notes.update({note.id: note for note in one.rules})
    return Report(tuple(reports), tuple(problems), tuple(notes[name] for name in sorted(notes)))


def _style(main: Config, params: Mapping[str, Any]) -> Style:
    here = os.getcwd()
    top = gitignore.repository_of(here) or here
    prefix = os.path.relpath(here, top)
    return Style(
        verbose=params["verbose"],
        quiet=params["quiet"],
        fail_on=main["fail-on"].value,
        base=top,
        prefix="" if prefix == os.curdir else prefix,
        color=wants_color(main["color"].value, is_terminal(sys.stdout)),
        told_elsewhere=go_to_one_place(),
        without_suppressed=bool(params["without_suppressed"]),
    )


def _write(report: Report, outputs: Sequence[Output], style: Style) -> None:
    """Write files first: a reader of stdout may be gone before its end."""
    for output in outputs:
        if output.file:
            plain = style._replace(color=False, told_elsewhere=False)
            save(output.file, encoded(load(output.form)(report, plain)))
    for output in outputs:
        if not output.file:
            put(load(output.form)(report, style))
    summary_file = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if summary_file and any(o.form == "github" for o in outputs) and summary_file not in {o.file for o in outputs}:
        from checker.cli.jobsummary import append

        append(summary_file, load("markdown")(report, style))


def _refuse_unknown(outputs: Iterable[Output]) -> None:
    for output in outputs:
        if output.form not in TABLE:
            raise UsageError(f"output-format: got '{output.form}', must be one of {', '.join(TABLE)}")


def _tell(report: Report, found: Found) -> None:
    for remark in (*found.remarks, *report.unread):
        say(remark)
    for line in remarks(report):
        say(line)
    for reason in not_run(report):
        say(f"did not run: {reason}")
    say(summary(report))


def _gate(found: Config) -> gate.Gate:
    return gate.Gate(found["fail-on"].value, found["max-warnings"].value)


def _show(paths: Sequence[str], session: Session, main: Config) -> int:
    from checker.cli.show_settings import lines

    for path in paths or (os.curdir,):
        here = session.config_in(os.path.abspath(path)) if os.path.isdir(path) else session.config_of(path)
        put("".join(f"{line}\n" for line in lines(path, here, main)))
    return gate.CLEAN
