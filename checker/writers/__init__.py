"""From a report to text: one file an output, found in a table, imported only when asked for."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from checker.model.report import Report
from checker.model.values import NamedTuple


class Style(NamedTuple):
    """How an output may look. ``fail_on`` is the level from which a finding fails the gate ("never" for none).

    ``told_elsewhere`` leaves out what the command says on stderr in any case, where both streams go to one place.
    ``without_suppressed`` leaves silenced findings out of SARIF, for readers that know no suppressions.
    Programs that read an output look for files from the top of the repository: ``base`` is that folder, ``prefix``
    leads from there to the folder that the command runs in. People get the paths that they gave.
    """

    color: bool = False
    verbose: bool = False
    quiet: bool = False
    told_elsewhere: bool = False
    fail_on: str = "error"
    base: str = ""
    prefix: str = ""
    without_suppressed: bool = False


Writer = Callable[[Report, Style], str]

TABLE = {
    "text": "checker.writers.text",
    "json": "checker.writers.json",
    "jsonl": "checker.writers.jsonl",
    "sarif": "checker.writers.sarif",
    "github": "checker.writers.github",
    "gitlab": "checker.writers.gitlab",
    "junit": "checker.writers.junit",
    "checkstyle": "checker.writers.checkstyle",
    "rdjson": "checker.writers.rdjson",
    "markdown": "checker.writers.markdown",
    "csv": "checker.writers.csv",
    "html": "checker.writers.html",
}
"""Name of an output -> the module whose ``write(report, style)`` gives its text."""


def load(name: str) -> Writer:
    """Return the writer of one output; importing it is put off to here."""
    writer: Writer = importlib.import_module(TABLE[name]).write
    return writer
