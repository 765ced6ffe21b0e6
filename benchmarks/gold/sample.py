"""Print the spans of the three samples, as sentences-1 to -3 hold them: ``python benchmarks/gold/sample.py NUMBER``.

This decides which sentences are read, nothing else: the labels were given by reading.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ARTICLES = Path(__file__).resolve().parents[2].parent / "shared" / "eval" / "articles.jsonl"
SEED, SETS, SENTENCES = 20190104, 3, 150
WORDS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|"
    "trillion|dozens?|half|halved|thirds?|quarters?|second|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twice|thrice|"
    "doubled|tripled"
)
NUMBER = re.compile(rf"\d|\b(?:{WORDS})\b", re.IGNORECASE)
SHORT = re.compile(
    r"Mrs?|Ms|Dr|St|No|Sen|Rep|Gov|Gen|Col|Lt|Sgt|[JS]r|Prof|Inc|Ltd|Co|Corp|vs|U\.[SKN]|[ap]\.m|D\.C|e\.g|i\.e|approx|"
    r"Jan|Feb|Aug|Sept|Oct|Nov|Dec|Fr|Hon|Capt|Maj|Adm|[A-Z]"
)
END = re.compile(r"[.!?][\"”’)\]]*\s+(?=[\"“‘(\[]*[A-Z0-9])")
DATELINE = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \w+ \d+, \d{4}")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of *text*; a line end always ends one."""
    for line in re.finditer(r"[^\n]+", text):
        start, base, words = line.start(), line.start(), line.group()
        for end in END.finditer(words):
            before = words[: end.start()].split()
            last = before[-1].lstrip('("“[') if before else ""
            if words[end.start()] == "." and SHORT.fullmatch(last):
                continue
            yield start, base + end.start() + len(end.group().rstrip())
            start = base + end.end()
        if base + len(words.rstrip()) > start:
            yield start, base + len(words.rstrip())


def sample() -> list[list[tuple[str, int, int]]]:
    """Return the samples, from articles of their own each."""
    lines = ARTICLES.read_text(encoding="utf-8").splitlines()
    texts = {one["id"]: f"{one['title']}\n\n{one['text']}" for one in map(json.loads, lines)}
    order, chance = sorted(texts), random.Random(SEED)
    chance.shuffle(order)
    share, picked = len(order) // SETS, []
    for turn in range(SETS):
        pool = [
            (name, start, end)
            for name in sorted(order[turn * share : (turn + 1) * share])
            for start, end in sentences(texts[name])
            if NUMBER.search(texts[name][start:end]) and not DATELINE.fullmatch(texts[name][start:end].strip())
        ]
        picked.append(sorted(chance.sample(pool, SENTENCES)))
    return picked


if __name__ == "__main__":
    for row in sample()[int(sys.argv[1]) - 1]:
        print(json.dumps(dict(zip(("article", "start", "end"), row, strict=True))))
