"""What one fresh process costs. Imports little: a child's peak memory is never less than what its parent held."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """User and system seconds of a process with its children, and its peak resident set in MiB."""

    seconds: float
    mebibytes: float


def cost(command: Sequence[str], environ: Mapping[str, str], accepted: Sequence[int] = (0, 1)) -> Cost:
    """Run *command* with its output thrown away.

    Raises:
        RuntimeError: if it ends with a status that is not *accepted*, so that no failure passes for speed.
    """
    null = os.open(os.devnull, os.O_RDWR)
    streams = [(os.POSIX_SPAWN_DUP2, null, fd) for fd in (0, 1, 2)]
    child = os.posix_spawn(command[0], command, environ, file_actions=streams)
    os.close(null)
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in accepted:
        raise RuntimeError(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    per_mebibyte = 1024**2 if sys.platform == "darwin" else 1024
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / per_mebibyte)


def median(values: Sequence[float]) -> float:
    """Return the middle value; the upper of the two middle ones where they are even in number."""
    return sorted(values)[len(values) // 2]


def environment(cache: str) -> dict[str, str]:
    """Return a plain environment whose caches lie in *cache*; proselint's and ours alike."""
    return {"PATH": os.environ["PATH"], "HOME": cache, "XDG_CACHE_HOME": cache, "LC_ALL": "C.UTF-8"}


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table, the first column to the left and the others to the right."""
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def put(made: str, page: Path, begin: str, end: str) -> None:
    """Print a table, or with ``--write`` put it into *page* between two marks."""
    if "--write" not in sys.argv[1:]:
        print(made)
        return
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    page.write_text(before + begin + made + end + rest.partition(end)[2], encoding="utf-8")
