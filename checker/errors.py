"""Mistakes that end a run, each with the exit status that tells a gate whose mistake it was."""

from __future__ import annotations


class FigcheckError(Exception):
    """A mistake told in one line. ``exit_status`` 3 is our own failure; 2 is wrong input, rule or configuration."""

    exit_status = 3


class UsageError(FigcheckError):
    """The command line asks for what cannot be done, or names nothing to examine."""

    exit_status = 2


class ConfigError(FigcheckError):
    """A configuration file is wrong."""

    exit_status = 2


class RuleError(FigcheckError):
    """Rule or lexicon files are wrong: one line for each mistake, which begins ``file:line:column:``."""

    exit_status = 2

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class InputError(FigcheckError):
    """A draft cannot be read; the line begins with its name."""

    exit_status = 2
