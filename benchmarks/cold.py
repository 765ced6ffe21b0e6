"""CPU and peak memory of cold processes on one short draft, beside proselint on the same text.

    make bench

or, once build/bench is there: ``python benchmarks/cold.py [RUNS [DRAFT]]``. Every command runs once a round, so a
busy moment of the machine meets all alike; read the ratios rather than the milliseconds.
"""

from __future__ import annotations

import os
import sys

from measure import Cost, cost, environment, median, table

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BENCH = os.path.join(ROOT, "build", "bench")
BIN = os.path.join(BENCH, "venv", "bin")
BASE = "proselint check"
LIMITS = {"figcheck check": 0.8, "figcheck --version": 0.5}


def commands(draft: str) -> dict[str, list[str]]:
    """Return what is measured, by the name shown."""
    python, figcheck, proselint = (os.path.join(BIN, name) for name in ("python", "figcheck", "proselint"))
    return {
        BASE: [proselint, "check", draft],
        "figcheck check": [figcheck, "check", "--isolated", draft],
        "figcheck --version": [figcheck, "--version"],
        "python -c pass": [python, "-c", "pass"],
    }


def measure(draft: str, runs: int) -> dict[str, list[Cost]]:
    """Run every command *runs* times in turn, after one round that fills the caches and does not count."""
    environ = environment(os.path.join(BENCH, "cache"))
    rounds = [{name: cost(command, environ) for name, command in commands(draft).items()} for _ in range(runs + 1)]
    return {name: [one[name] for one in rounds[1:]] for name in rounds[0]}


def rows(costs: dict[str, list[Cost]]) -> list[list[str]]:
    """Return the lines of the table: medians, the ratio to proselint and the ratio that is allowed."""
    base = median([one.seconds for one in costs[BASE]])
    lines = []
    for name, all_of_it in costs.items():
        seconds = median([one.seconds for one in all_of_it])
        memory = median([one.mebibytes for one in all_of_it])
        limit = f"{LIMITS[name]:.2f}" if name in LIMITS else ""
        lines.append([f"`{name}`", f"{seconds * 1000:.0f}", f"{seconds / base:.2f}", limit, f"{memory:.0f}"])
    return lines


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    draft = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else os.path.join(ROOT, "seeds", "01-unrest.txt")
    head = ["command", "CPU ms", "of proselint", "at most", "peak MiB"]
    print(f"{os.path.relpath(draft, ROOT)}, {os.path.getsize(draft)} bytes, median of {runs} runs\n")
    print(table(head, rows(measure(draft, runs))))


if __name__ == "__main__":
    main()
