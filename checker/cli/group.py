"""The commands as click sees them: for help, for options, and for what is no plain ``figcheck check PATH``."""

from __future__ import annotations

import importlib
from collections.abc import Sequence

import click

from checker.model.version import VERSION

COMMANDS = {
    "check": "checker.cli.check",
    "facts": "checker.cli.facts",
    "extract": "checker.cli.extract",
    "text": "checker.cli.text",
    "explain": "checker.cli.explain",
    "why-not": "checker.cli.why_not",
    "baseline": "checker.cli.baseline",
    "diff": "checker.cli.diff",
    "rules": "checker.cli.rules",
    "init": "checker.cli.init",
}
"""Name of a command -> the module that holds it as ``command``; imported only when it is called or listed."""

_OWN_OPTIONS = ("--version", "--help", "-h")


class Figcheck(click.Group):
    """The group of all commands; what is no command is a path to check."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order that a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``check`` in front of options that are not the group's own: ``figcheck --fail-on info drafts``."""
        if args and args[0].startswith("-") and args[0] not in _OWN_OPTIONS:
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take ``figcheck PATH`` for ``figcheck check PATH``."""
        if args[0] not in COMMANDS:
            args = ["check", *args]
        return super().resolve_command(ctx, args)


@click.group(cls=Figcheck, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="figcheck", message="%(prog)s %(version)s")
def figcheck() -> None:
    """Find figures that disagree inside one draft.

    `figcheck PATH` is short for `figcheck check PATH`. Nothing leaves this machine, and no draft is changed.
    """


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its status: 2 for arguments that click refuses, 130 for Ctrl-C."""
    try:
        status: int | None = figcheck.main(list(arguments), "figcheck", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return 2
    except click.Abort:
        return 130
    return status or 0
