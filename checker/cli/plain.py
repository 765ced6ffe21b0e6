"""A command line that needs no parser: ``figcheck check [--isolated] [-q] PATH...``, as hooks and gates call it.

To import click and to build its options takes as long as to check a short draft. What is not plain goes to click,
and a test holds both ways to the same answer.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from checker.cli.outputs import Output

_FLAGS = {
    "--isolated": "isolated",
    "--no-cache": "no_cache",
    "--exit-zero": "exit_zero",
    "--require-reason": "require_reason",
    "-q": "quiet",
    "--quiet": "quiet",
    "-v": "verbose",
    "--verbose": "verbose",
}


class Options(dict[str, Any]):
    """What is set; an option that is not given is None."""

    def __missing__(self, name: str) -> None:
        return None


def asked(arguments: Sequence[str]) -> tuple[tuple[str, ...], Options, tuple[Output, ...]] | None:
    """Return the paths, options and outputs of a plain check; None if the command line is not plain."""
    if list(arguments[:1]) != ["check"] or "_FIGCHECK_COMPLETE" in os.environ:
        return None
    params = Options()
    paths = []
    for word in arguments[1:]:
        if word in _FLAGS:
            params[_FLAGS[word]] = True
        elif word.startswith("-") and word != "-":
            return None
        else:
            paths.append(word)
    return tuple(paths), params, (Output("", ""),)
