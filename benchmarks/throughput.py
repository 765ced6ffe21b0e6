"""CPU of many articles in one call beside proselint, and how the cost grows with the length of one draft.

    make bench

or, once build/bench is there: ``python benchmarks/throughput.py [ARTICLES]``. Takes published articles from
../shared/eval/articles.jsonl where that folder stands beside the checkout, else retells the sample drafts with other
figures. One process, one core (``--jobs 1``).
"""

from __future__ import annotations

import json
import math
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

from measure import cost, environment, median, table

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT / "build" / "bench"
BIN = BENCH / "venv" / "bin"
PUBLISHED = ROOT.parent / "shared" / "eval" / "articles.jsonl"
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
FIGURES = (1_000, 2_000, 4_000)
RUNS = 3


def articles(count: int) -> list[str]:
    """Return *count* texts, the published ones over and over where they are too few."""
    if PUBLISHED.exists():
        lines = PUBLISHED.read_text(encoding="utf-8").splitlines()
        texts = [f"{one['title']}\n\n{one['text']}\n" for one in map(json.loads, lines)]
    else:
        seeds = sorted((ROOT / "seeds").glob("0*"))
        texts = [varied(seed.read_text(encoding="utf-8"), turn) for turn in range(count) for seed in seeds]
    return list(islice(cycle(texts), count))


def varied(text: str, turn: int) -> str:
    """Return *text* with other figures of two and three digits, the same for the same *turn*."""
    return re.sub(r"\b[1-9][0-9]{1,2}\b", lambda figure: str(10 + (int(figure[0]) * 37 + turn * 101) % 890), text)


def laid_out(texts: Sequence[str], folder: Path, suffix: str = ".txt") -> int:
    """Write *texts* as files of a new *folder* and return their size in bytes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for number, text in enumerate(texts):
        (folder / f"{number:04}{suffix}").write_text(text, encoding="utf-8")
    return sum(path.stat().st_size for path in folder.iterdir())


def seconds(program: str, paths: Sequence[Path], *, remembers: bool = False) -> float:
    """Return the median CPU seconds of one call over *paths*; unless it *remembers*, no draft was checked before."""
    options = ["--isolated", "--exit-zero", "--jobs", "1"] if program == "figcheck" else []
    command = [str(BIN / program), "check", *options, *map(str, paths)]
    spent = []
    for _ in range(RUNS):
        for known in () if remembers else (BENCH / "cache" / "figcheck").glob("results-*"):
            known.unlink()
        spent.append(cost(command, environment(str(BENCH / "cache"))).seconds)
    return median(spent)


def many(count: int) -> list[list[str]]:
    """Return the lines of the table of many articles in one call."""
    folder = BENCH / "articles"
    size = laid_out(articles(count), folder)
    paths = sorted(folder.iterdir())
    spent = {program: seconds(program, paths) for program in ("proselint", "figcheck")}
    spent["figcheck, again"] = seconds("figcheck", paths, remembers=True)
    base = spent["proselint"]
    return [[f"`{name}`", f"{own:.2f}", f"{own / base:.2f}", f"{size / own / 1e6:.2f}"] for name, own in spent.items()]


def growing(sizes: Sequence[int], make: Callable[[int], bytes]) -> list[list[str]]:
    """Return the lines of the table of one draft in several sizes, the start-up taken off.

    The last line gives the slope: the exponent with which the cost grows from the first size to the last, 1 if linear.
    """
    empty = BENCH / "growth"
    laid_out(["Nothing is counted here.\n"], empty)
    start = seconds("figcheck", [empty / "0000.txt"])
    lines, all_spent = [], []
    for size in sizes:
        folder = BENCH / f"growth-{size}"
        length = laid_out([make(size).decode(errors="ignore")], folder)
        spent = max(seconds("figcheck", [folder / "0000.txt"]) - start, 1e-9)
        all_spent.append(spent)
        lines.append([f"{size:,}", f"{spent:.3f}", f"{length / spent / 1e6:.2f}"])
    slope = math.log(all_spent[-1] / all_spent[0]) / math.log(sizes[-1] / sizes[0])
    return [*lines, ["slope", f"{slope:.2f}", ""]]


def long_story(size: int) -> bytes:
    """Return *size* bytes of articles."""
    story = "\n".join(articles(300)).encode()
    return (story * (1 + size // len(story)))[:size]


def many_figures(count: int) -> bytes:
    """Return prose with *count* figures, four in each paragraph, a sentence long."""
    told = (
        f"In Town {chr(65 + n % 26)} {n % 90 + 10} died, {n % 70 + 30} were hurt and {n % 50 + 2} of 900 homes fell."
        for n in range(count // 4)
    )
    return "\n\n".join(told).encode()


def main() -> None:
    """Print all tables."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    origin = "published articles" if PUBLISHED.exists() else "articles made from seeds/"
    print(f"\n{count} {origin} in one call, median of {RUNS} runs\n")
    print(table(["program", "CPU s", "of proselint", "MB/s"], many(count)))
    print(f"\nOne draft, start-up taken off, median of {RUNS} runs\n")
    print(table(["bytes", "CPU s", "MB/s"], growing(SIZES, long_story)))
    print(f"\nOne draft with many figures, start-up taken off, median of {RUNS} runs\n")
    print(table(["figures", "CPU s", "MB/s"], growing(FIGURES, many_figures)))


if __name__ == "__main__":
    main()
