"""Several reports at once: each ``--output-format`` with the ``--output-file`` behind it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from checker.errors import UsageError
from checker.model.values import NamedTuple

FORMAT, FILE = "--output-format", "--output-file"


class Output(NamedTuple):
    """A report to write: ``form`` "" is what the settings say, ``file`` "" is stdout."""

    form: str
    file: str


def paired(arguments: Sequence[str], takes_value: Collection[str]) -> tuple[Output, ...]:
    """Read the outputs off the command line, where the order of the two options tells what belongs together.

    *takes_value* names the options whose next word is their value. Without any output, one on stdout.

    Raises:
        UsageError: if two outputs would go to stdout or into one file, or a file has no format before it.
    """
    given = list(_given(arguments, takes_value))
    if len(given) == 2 and given[0][0] == FILE and given[1][0] == FORMAT:
        given.reverse()  # one of each leaves no doubt
    outputs: list[Output] = []
    for option, value in given:
        if option == FORMAT:
            outputs.append(Output(value, ""))
        elif not outputs:
            outputs.append(Output("", value))
        elif outputs[-1].file:
            raise UsageError(f"{FILE} {value}: stands behind another {FILE}; put its {FORMAT} before it")
        else:
            outputs[-1] = outputs[-1]._replace(file=value)
    _refuse_twice(outputs)
    return tuple(outputs) or (Output("", ""),)


def _given(arguments: Sequence[str], takes_value: Collection[str]) -> list[tuple[str, str]]:
    found, words = [], iter(arguments)
    for word in words:
        if word == "--":
            break
        name, sign, value = word.partition("=")
        if name in (FORMAT, FILE):
            found.append((name, value if sign else next(words, "")))
        elif word in takes_value:
            next(words, "")
    return found


def _refuse_twice(outputs: Sequence[Output]) -> None:
    files = [output.file for output in outputs]
    if files.count("") > 1:
        forms = " and ".join(output.form or "the default" for output in outputs if not output.file)
        raise UsageError(f"{FORMAT}: {forms} would both go to stdout; give all but one an {FILE}")
    twice = next((file for file in files if files.count(file) > 1), None)
    if twice is not None:
        raise UsageError(f"{FILE} {twice}: is given for two outputs")
