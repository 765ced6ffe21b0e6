"""Score ``checker.extract`` against sentences marked by hand: ``python benchmarks/gold.py NUMBER`` (1, 2 or 3).

What the marks mean and what is left out of the score: benchmarks/gold/README.md. The articles themselves are not here;
they are read from ../shared/eval/articles.jsonl where that folder stands beside the checkout.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from measure import table

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "benchmarks" / "gold"
ARTICLES = ROOT.parent / "shared" / "eval" / "articles.jsonl"
SETS = ("1", "2", "3")
CALENDAR = ("date", "time")
GROUPS = {
    "counts": ("count",),
    "money and percent": ("money", "percent", "points"),
    "ages and durations": ("age", "duration"),
    "ordinals": ("ordinal",),
}
BEFORE = re.compile(r"(?:[A-Z]{0,3}[$€£¥₹]\s*|an?\s+(?=\w))")
AFTER = re.compile(r"\s*(?:%|per ?cent|percent)$")
IRREGULAR = {"people": "person", "children": "child", "lives": "life", "dice": "die", "mps": "mp"}

Row = Mapping[str, Any]
Span = tuple[int, int]


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without a currency sign or article before and a percent sign behind the number."""
    if before := BEFORE.match(text, start, end):
        start = before.end() if before.end() < end else start
    if after := AFTER.search(text[start:end]):
        end = start + after.start() if after.start() else end
    return start, end


def singulars(noun: str) -> set[str]:
    """Return what *noun* may be the plural of, itself among them."""
    found = {noun, IRREGULAR.get(noun, noun), re.sub(r"men$", "man", noun), re.sub(r"ies$", "y", noun)}
    return found | {re.sub(r"s$", "", noun), re.sub(r"es$", "", noun)}


def head(counted: str | None) -> set[str | None]:
    """Return the head of a noun phrase in its possible singulars, or nothing but None."""
    phrase = re.split(r"\s(?:of|in|from|at|with|on|who|to)\s|,", counted or "")[0]
    words = re.findall(r"[^\W\d_][\w'’.-]*", phrase.lower())
    return set(singulars(words[-1])) if words else {None}


def allowed(gold: Row, slot: str) -> list[Any]:
    """Return the mark of *slot* and the others that a fair reader may prefer."""
    return [gold[slot], *gold.get("also", {}).get(slot, ())]


def same_number(left: float | None, right: float | None) -> bool:
    """Tell whether two values are one number, a third being 0.333 or 0.3333."""
    if left is None or right is None:
        return left is right
    return abs(left - right) <= 1e-3 * max(abs(left), abs(right))


def same_value(gold: Row, found: Row) -> bool:
    """Tell whether a mention has the printed value of a figure."""
    pairs = [(gold["low"], gold["high"]), *gold.get("also", {}).get("value", ())]
    low, high = found["number"]["low"], found["number"]["high"]
    return any(same_number(a, low) and same_number(b, high) for a, b in pairs)


def boundless(found: Row) -> bool:
    """Tell whether a mention is a word such as "many", which has neither a value nor an interval."""
    ends = (found["number"]["low"], found["number"]["high"], found["hard"]["low"], found["hard"]["high"])
    return found["kind"] == "vague" and all(end is None for end in ends)


def apart(left: Span, right: Span) -> bool:
    return left[1] <= right[0] or right[1] <= left[0]


def rates(hits: int, found: int, gold: int) -> list[str]:
    """Return the cells of precision, recall and F1."""
    precision, recall = hits / found if found else 0.0, hits / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return [f"{100 * part:.1f}" for part in (precision, recall, f1)] + [str(found), str(gold)]


def share(right: Sequence[bool]) -> list[str]:
    return [f"{100 * sum(right) / len(right):.1f}" if right else "-", str(len(right))]


class Tally:
    """What was marked, what was found, and which of them belong together."""

    def __init__(self) -> None:
        self.gold: list[Row] = []
        self.found: list[Row] = []
        self.pairs: list[tuple[Row, Row]] = []
        self.calendar_gold: list[bool] = []
        self.calendar_found: list[bool] = []
        self.look_alikes: list[bool] = []

    def read(self, text: str, row: Row, mentions: Iterable[Row]) -> None:
        """Add one marked sentence and the mentions of its article."""
        here = [one for one in mentions if row["start"] <= one["number"]["start"] < row["end"]]
        spans = {id(one): trimmed(text, one["number"]["start"], one["number"]["end"]) for one in here}
        marks = {id(one): trimmed(text, one["start"], one["end"]) for one in row["figures"]}
        sure = [one for one in row["figures"] if not one.get("unsure")]
        doubtful = [marks[id(one)] for one in row["figures"] if one.get("unsure")]
        here = [one for one in here if not boundless(one) and all(apart(spans[id(one)], mark) for mark in doubtful)]

        dates = [one for one in sure if one["dimension"] in CALENDAR]
        found_dates = [one for one in here if one["dimension"] in CALENDAR]
        for one in dates:
            self.calendar_gold.append(any(not apart(marks[id(one)], spans[id(other)]) for other in found_dates))
        for one in found_dates:
            self.calendar_found.append(any(not apart(spans[id(one)], marks[id(other)]) for other in dates))

        figures = [one for one in sure if one["dimension"] not in CALENDAR]
        mentioned = [one for one in here if one["dimension"] not in CALENDAR]
        self.gold += figures
        self.found += mentioned
        by_span: dict[Span, Row] = {}
        for one in mentioned:
            by_span.setdefault(spans[id(one)], one)
        self.pairs += [(one, by_span[marks[id(one)]]) for one in figures if marks[id(one)] in by_span]
        for no_figure in row["not"]:
            place = (no_figure["start"], no_figure["end"])
            self.look_alikes.append(all(apart(spans[id(one)], place) for one in mentioned))

    def tables(self) -> str:
        """Return the scores as Markdown."""
        valued = [pair for pair in self.pairs if same_value(*pair)]
        bounded = [(gold, found) for gold, found in valued if found["kind"] in allowed(gold, "bound")]
        total = len(self.found), len(self.gold)
        rows = [
            ["number span", *rates(len(self.pairs), *total)],
            ["number span and value", *rates(len(valued), *total)],
            ["number span, value and bound", *rates(len(bounded), *total)],
        ]
        named = {dimension for group in GROUPS.values() for dimension in group}
        measures = tuple({one["dimension"] for one in (*self.gold, *self.found)} - named)
        for name, group in {**GROUPS, "measures and ratios": measures}.items():
            right = sum(gold["dimension"] in group and one["dimension"] in group for gold, one in bounded)
            sizes = [sum(one["dimension"] in group for one in side) for side in (self.found, self.gold)]
            rows.append([f"{name}, with bound", *rates(right, *sizes)])
        precision, recall = (
            sum(side) / len(side) if side else 0.0 for side in (self.calendar_found, self.calendar_gold)
        )
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        cells = [f"{100 * part:.1f}" for part in (precision, recall, f1)]
        rows.append(["dates and times, overlap", *cells, str(len(self.calendar_found)), str(len(self.calendar_gold))])

        counts = [(gold, found) for gold, found in valued if gold["dimension"] == found["dimension"] == "count"]
        things = [(gold, bool(head(found["counted"]) & set(allowed(gold, "thing")))) for gold, found in counts]
        status = [(gold, found["status"] in allowed(gold, "status")) for gold, found in counts]
        role = [(gold, found["role"] in allowed(gold, "role")) for gold, found in counts]
        slots = [
            ["thing", *share([right for _, right in things])],
            ["thing, where marked", *share([right for gold, right in things if gold["thing"]])],
            ["status", *share([right for _, right in status])],
            ["status, where marked", *share([right for gold, right in status if gold["status"]])],
            ["role", *share([right for _, right in role])],
            ["role, where not total", *share([right for gold, right in role if gold["role"] != "total"])],
            ["look-alikes not taken for figures", *share(self.look_alikes)],
        ]
        return (
            table(("figures", "precision", "recall", "F1", "found", "marked"), rows)
            + "\n\n"
            + table(("slots of the counts read with the right value", "right, %", "of"), slots)
        )


def main() -> None:
    """Print the scores of one set."""
    if len(sys.argv) != 2 or sys.argv[1] not in SETS:
        sys.exit("usage: python benchmarks/gold.py 1|2|3")
    if not ARTICLES.exists():
        sys.exit("gold: ../shared/eval/articles.jsonl is not here, so there is no text to score")
    import checker

    lines = (json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines())
    texts = {one["id"]: f"{one['title']}\n\n{one['text']}" for one in lines}
    rows = [json.loads(line) for line in (GOLD / f"sentences-{sys.argv[1]}.jsonl").read_text().splitlines()]
    read: dict[str, list[Row]] = {}
    tally = Tally()
    for row in rows:
        name = row["article"]
        if name not in read:
            read[name] = [mention.to_dict() for mention in checker.extract(texts[name])]
        tally.read(texts[name], row, read[name])
    print(tally.tables())


if __name__ == "__main__":
    main()
