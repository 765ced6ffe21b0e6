"""The command ``figcheck``: finds the subcommand, and turns whatever ends it into an exit status."""

from __future__ import annotations

import gc
import importlib
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import Any

import click

from checker.errors import FigcheckError
from checker.model.version import VERSION

COMMANDS = {
    "check": "checker.cli.check",
    "facts": "checker.cli.facts",
    "extract": "checker.cli.extract",
    "text": "checker.cli.text",
    "explain": "checker.cli.explain",
    "why-not": "checker.cli.why_not",
    "baseline": "checker.cli.baseline",
    "rules": "checker.cli.rules",
    "init": "checker.cli.init",
}
"""Name of a command -> the module that holds it as ``command``; imported only when it is called or listed."""

_OWN_OPTIONS = ("--version", "--help", "-h")


class Stopped(SystemExit):
    """SIGTERM came: leave at once, with nothing half written."""


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

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> Any:
        """Run, and exit with 0 to 3, 130 or 143: a failure of our own must not look like a finding."""
        with suppress(ValueError):  # outside the main thread signals are another's affair
            signal.signal(signal.SIGTERM, _stop)
        try:
            status = super().main(args, "figcheck", standalone_mode=False)
        except click.ClickException as error:
            error.show()
            status = 2
        except click.Abort:
            status = 130
        except FigcheckError as error:
            _say(str(error))
            status = error.exit_status
        except Exception as error:
            _say(_failure(error))
            status = 3
        # Python looks for cycles once more as it ends; over all that was loaded, that took 15% of a cold check.
        gc.freeze()
        sys.exit(status)


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped(128 + number)


def _say(message: str) -> None:
    from checker.cli.streams import say

    for line in message.split("\n"):
        say(line)


def _failure(error: Exception) -> str:
    """Word an uncaught exception in one line, with the traceback above it where it is asked for."""
    trace = ""
    if os.environ.get("FIGCHECK_DEBUG"):
        import traceback

        trace = "".join(traceback.format_exception(error))
    return (
        f"{trace}figcheck {VERSION} failed: {type(error).__name__}: {error}; this is a mistake in figcheck, "
        "please report it (FIGCHECK_DEBUG=1 shows where it happened)"
    )


@click.group(cls=Figcheck, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="figcheck", message="%(prog)s %(version)s")
def main() -> None:
    """Find figures that disagree inside one draft.

    `figcheck PATH` is short for `figcheck check PATH`. Nothing leaves this machine, and no draft is changed.
    """
