"""The command ``figcheck``: turns whatever ends it into an exit status."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import NoReturn

from checker.cli import plain
from checker.errors import FigcheckError
from checker.model.version import VERSION


class Stopped(SystemExit):
    """SIGTERM came: leave at once, with nothing half written."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run, and exit with 0 to 3, 130 or 143: a failure of our own must not look like a finding."""
    with suppress(ValueError):  # outside the main thread signals are another's affair
        signal.signal(signal.SIGTERM, _stop)
    try:
        status = _run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
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


def _run(arguments: Sequence[str]) -> int:
    if list(arguments) == ["--version"]:
        from checker.cli.streams import put

        put(f"figcheck {VERSION}\n")
        return 0
    asked = plain.asked(arguments)
    if asked is not None:
        from checker.cli.checking import check

        return check(*asked)
    from checker.cli import group

    return group.run(arguments)


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
