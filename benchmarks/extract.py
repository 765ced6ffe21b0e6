"""How fast figures are read: ``python benchmarks/extract.py``, one process, CPU seconds.

Prints MB/s of ``checker.extract`` beside quantulum3 and one bare regular expression on the same text, and how the work
grows with the length of the text, of one line, of a run of digits, with brackets inside brackets and with figures in
one sentence; a slope of 1 is linear. The text is published articles from ../shared/eval/articles.jsonl where that
folder stands beside the checkout, else seeds/.
"""

from __future__ import annotations

import importlib
import json
import math
import re
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from measure import table

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = ROOT.parent / "shared" / "eval" / "articles.jsonl"
BARE = re.compile(r"[$€£]?\d[\d,.]*(?:\s?(?:million|billion|percent|per cent|%|km|people))?")
MEGABYTE = 1_000_000
# quantulum3 takes minutes for a megabyte and its time grows with the square of a call.
FEW = 40_000
SIZES = (100_000, 1_000_000, 10_000_000)
SHAPES: dict[str, tuple[Callable[[int], str], int]] = {
    "one line": (lambda size: ("At least 12 people died and 31 were hurt in 2 towns, " * (size // 50))[:size], 40_000),
    "a run of digits": (lambda size: "It has " + "1" * size + " homes.", 400_000),
    "brackets inside brackets": (lambda size: "(12 [" * (size // 10) + "] 3)" * (size // 10), 100_000),
    "figures in one sentence": (lambda size: "He saw " + "12 men, " * (size // 8), 100_000),
}


def story() -> str:
    """Return about a megabyte of published text, one paragraph a line."""
    if PUBLISHED.exists():
        lines = map(json.loads, PUBLISHED.read_text(encoding="utf-8").splitlines())
        text = "\n\n".join(f"{one['title']}\n\n{one['text']}" for one in lines)
    else:
        text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("0*")))
    return (text + "\n\n") * (1 + MEGABYTE // len(text))


def seconds(work: Callable[[str], object], text: str) -> float:
    """Return the CPU seconds of one call; what it made is thrown away."""
    start = time.process_time()
    work(text)
    return time.process_time() - start


def quantulum() -> Callable[[str], object]:
    """Return quantulum3's parser, sentence by sentence, its classifier off."""
    warnings.simplefilter("ignore")
    vars(importlib.import_module("quantulum3.classifier"))["USE_CLF"] = False
    parse = importlib.import_module("quantulum3.parser").parse
    return lambda text: [parse(one) for one in re.split(r"(?<=[.!?])\s+|\n+", text) if one]


def beside_others(text: str) -> list[list[str]]:
    import checker

    programs: list[tuple[str, Callable[[str], object], str]] = [
        ("`checker.extract`", checker.extract, text[:MEGABYTE]),
        ("quantulum3", quantulum(), text[:FEW]),
        ("a bare regular expression", BARE.findall, text[:MEGABYTE]),
    ]
    lines = []
    for name, work, sample in programs:
        work(sample[:2_000])
        spent = min(seconds(work, sample) for _ in range(3))
        lines.append([name, f"{len(sample.encode()):,}", f"{spent:.3f}", f"{len(sample.encode()) / spent / 1e6:.3f}"])
    return lines


def slope(work: Callable[[str], object], make: Callable[[int], str], sizes: tuple[int, ...]) -> list[str]:
    """Return the seconds at each size and the exponent of growth between the first and the last."""
    spent = [seconds(work, make(size)) for size in sizes]
    power = math.log(spent[-1] / spent[0]) / math.log(sizes[-1] / sizes[0])
    return [*(f"{one:.2f}" for one in spent), f"{power:.2f}"]


def main() -> None:
    """Print the tables; with an argument, only the sizes up to that many bytes."""
    import checker

    most = int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1]
    text = story()
    print("One process, CPU; the best of three\n")
    print(table(["program", "bytes", "CPU s", "MB/s"], beside_others(text)))
    sizes = tuple(size for size in SIZES if size <= most)
    long = text * (1 + sizes[-1] // len(text))
    print("\nHow the work of `checker.extract` grows\n")
    rows = [
        [
            "published text",
            " / ".join(f"{size:,}" for size in sizes),
            *_joined(slope(checker.extract, lambda size: long[:size], sizes)),
        ]
    ]
    for name, (make, largest) in SHAPES.items():
        few = (largest // 16, largest // 4, largest)
        rows.append([name, " / ".join(f"{size:,}" for size in few), *_joined(slope(checker.extract, make, few))])
    print(table(["text", "bytes", "CPU s", "slope"], rows))


def _joined(cells: list[str]) -> list[str]:
    return [" / ".join(cells[:-1]), cells[-1]]


if __name__ == "__main__":
    main()
