"""``figcheck check`` as click sees it."""

from __future__ import annotations

from typing import Any

import click

from checker.cli.checking import check
from checker.cli.options import held_against, reading
from checker.cli.outputs import paired
from checker.config.keys import KEYS
from checker.writers import TABLE

_OUTPUTS = "figcheck.outputs"


class Check(click.Command):
    """Keeps the order of ``--output-format`` and ``--output-file``, which click forgets."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Pair the outputs before click sorts the options."""
        values = [p for p in self.params if isinstance(p, click.Option) and not p.is_flag]
        ctx.meta[_OUTPUTS] = paired(args, {name for option in values for name in option.opts})
        return super().parse_args(ctx, args)


@click.command(cls=Check, name="check")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--output-format", "_form", type=click.Choice(list(TABLE)), multiple=True, help="Form of the report. Repeatable."
)
@click.option(
    "--output-file", "_file", multiple=True, metavar="FILE", help="File for the report named before it; stdout if none."
)
@click.option(
    "--fail-on", type=click.Choice(KEYS["fail-on"].choices), help="Lowest severity that fails; error unless set."
)
@click.option("--max-warnings", metavar="N", help="Fail with more warnings than this.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 though there are findings.")
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules or kinds. Repeatable, or with commas.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules or kinds.")
@click.option("--severity", multiple=True, metavar="RULE=LEVEL", help="Set a rule to error, warning, info or off.")
@click.option("--today", metavar="YYYY-MM-DD", help="Day that ends suppressions with an earlier until=; unset, none.")
@click.option("--require-reason", is_flag=True, help="Refuse a suppression without a reason.")
@click.option("--without-suppressed", is_flag=True, help="Leave silenced findings out of SARIF; GitHub opens them.")
@click.option("--diff-base", metavar="REF", help="Only findings with a place in a line changed since this commit.")
@click.option("--staged", is_flag=True, help="Check what the next commit changes, as it will be committed.")
@click.option("--baseline", metavar="FILE", help="Known findings, as figcheck baseline writes them, are not told.")
@click.option("--follow-renames", is_flag=True, help="Ask git under which names drafts stand in the baseline.")
@click.option("--annotate", metavar="FILE", help="Copy of a Word draft, with a comment at each place of each finding.")
@held_against
@reading
@click.option("--jobs", metavar="N", help="Processes; unset, as many as are worth it.")
@click.option("-q", "--quiet", is_flag=True, help="Leave out notes and what was examined.")
@click.option("-v", "--verbose", is_flag=True, help="Show notes in full.")
@click.option("--show-settings", is_flag=True, help="Print the settings in force and where they come from.")
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **params: Any) -> int:
    """Report figures that disagree in files, folders, globs, or - for stdin.

    Exits with 0 when nothing reaches --fail-on, 1 when something does, 2 for a mistake in what was given, 3 when
    figcheck itself fails.
    """
    return check(paths, params, ctx.meta[_OUTPUTS])
