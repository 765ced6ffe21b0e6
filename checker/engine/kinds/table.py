"""Tables whose rows or columns do not add up to their total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal

from checker.engine.arithmetic import shown
from checker.engine.check import Check
from checker.engine.grids import Grid, grids
from checker.engine.kinds.table_change import claims as changes
from checker.engine.slips import are_transposed, differ_in_one_digit
from checker.facts.story import Story
from checker.lexicon.book import Book
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import point
from checker.model.mention import Reason
from checker.model.span import Span
from checker.model.values import NamedTuple

BLANK = frozenset({"", "-", "–", "—", "nil", "none"})
FAR = 4
"""A total that its parts miss by more than a quarter is more often no sum at all: the rows are a selection."""


class Line(NamedTuple):
    """The parts of one total, down a column or along a row, and what the line is called."""

    name: str
    parts: tuple[Frame, ...]
    whole: Frame


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each column and row of a table that has a total."""
    book = story.lexicon["tables"]
    for grid in grids(story):
        lines = [*_lines(grid, book, True), *_lines(grid, book, False)]
        if not is_loose(story, grid, book) or _shows_a_slip(lines):
            suspects = {claim.premises[0].span for claim in changes(story) if not claim.holds} if lines else set()
            yield from _claims(lines, suspects)


def _shows_a_slip(lines: Sequence[Line]) -> bool:
    """Tell whether all lines add up but one, in which two digits are exchanged: then no note excuses it."""
    broken = [line for line in lines if not _claim(line, line.whole).holds]
    if len(broken) != 1 or len(lines) < 3:
        return False
    missing = _missing(broken[0])
    return any(are_transposed(part.value, part.value + missing) for part in broken[0].parts)


def is_loose(story: Story, grid: Grid, book: Book) -> bool:
    """Tell whether a note in the table or the two blocks behind it says that the figures need not add up."""
    order = grid.last.order
    notes = [story.document.words(block.span).lower() for block in story.document.blocks[order + 1 : order + 3]]
    said = " ".join([*grid.words.values(), *(note for note in notes if len(note) < 300)])
    return any(entry.id == "loose" and phrase in said for phrase, entry in book)


def is_named(book: Book, label: str, row: str) -> bool:
    """Tell whether a label is, begins or ends with a phrase of that row: "Total", "All districts", "Group total".

    "All other" is a part, not the total.
    """
    words = label.split()
    if row == "total" and not {"other", "others"}.isdisjoint(words):
        return False
    phrases = {label, *(" ".join(part) for size in (1, 2) for part in (words[:size], words[-size:]))}
    return any(entry is not None and entry.id == row for entry in map(book.get, phrases))


def _lines(grid: Grid, book: Book, is_down: bool) -> Iterator[Line]:
    """Yield the columns with their total rows, or the rows with their total columns."""
    along, across = (grid.rows, grid.columns) if is_down else (grid.columns, grid.rows)
    name, heading = (grid.label, grid.heading) if is_down else (grid.heading, grid.label)
    for end in along:
        if not is_named(book, name(end), "total") or is_named(book, name(end), "sub-total"):
            continue
        for line in across:
            if is_named(book, heading(line), "rate") or is_named(book, heading(line), "change"):
                continue
            # "Valid votes | 84,315" and behind it "Rejected papers | 677": such a total counts what stands before.
            parts = [i for i in along if i != end and (i < end or end in (along[0], along[-1]))]
            places = [(i, line) if is_down else (line, i) for i in parts if _adds(book, name(i), is_down)]
            found = _line(grid, heading(line), places, (end, line) if is_down else (line, end))
            if found:
                yield found


def _adds(book: Book, label: str, is_down: bool) -> bool:
    """Tell whether a row or column is one of the parts: no total, share or change, no "of which"."""
    rows = ("total", "sub-total", "of-which") if is_down else ("total", "sub-total", "of-which", "change", "rate")
    return bool(label) and not any(is_named(book, label, row) for row in rows)


def _line(grid: Grid, name: str, places: Sequence[tuple[int, int]], end: tuple[int, int]) -> Line | None:
    whole = grid.figures.get(end)
    parts = [grid.figures[place] for place in places if place in grid.figures]
    if (
        whole is None
        or len(parts) < 2
        or any(grid.words.get(p, "") not in BLANK for p in places if p not in grid.figures)
    ):
        return None
    is_summable = all(_same_measure(part, whole) for part in parts) and not _is_mean(parts, whole)
    return Line(name, tuple(parts), whole) if is_summable else None


def _is_mean(parts: Sequence[Frame], whole: Frame) -> bool:
    """Tell of a pass mark of 86.5 under 89.1 and 84.2: a total between its parts is their average."""
    values = [part.value for part in parts]
    return min(values) <= whole.value < max(values) and (whole.value % 1 != 0 or any(value % 1 for value in values))


def _same_measure(part: Frame, whole: Frame) -> bool:
    a, b = part.mention.quantity, whole.mention.quantity
    if a.value is None or b.value is None or a.kind != "exact" or b.kind != "exact":
        return False
    return a.dimension == b.dimension and a.unit == b.unit and a.dimension not in {"percent", "ratio", "date", "age"}


def _claims(lines: Sequence[Line], suspects: Set[Span]) -> Iterator[Claim]:
    """Yield a claim a line; a table in which nothing adds up is only spoken of where the miss looks like a slip."""
    broken = [line for line in lines if not _claim(line, line.whole).holds]
    for line in lines:
        missed = abs(_missing(line))
        is_likely = len(broken) < len(lines) or missed * FAR < line.whole.value or slipped(line)
        if line not in broken:
            yield _claim(line, line.whole)
        elif is_likely:
            yield _claim(line, accused(line, broken, suspects))


def accused(line: Line, broken: Sequence[Line], suspects: Set[Span]) -> Frame:
    """Return the figure that is to blame: one that breaks two lines, else the one that shows a slip, else the total.

    *suspects* are cells that a column of changes accuses.
    """
    twice = [f for f in (*line.parts, line.whole) if sum(f in (*other.parts, other.whole) for other in broken) > 1]
    slips = slipped(line)
    seen = [f for f in slips if f.mention.span in suspects]
    for candidates in (seen, [f for f in twice if f in slips], twice, slips):
        if len(candidates) == 1:
            return candidates[0]
    return line.whole


def slipped(line: Line) -> list[Frame]:
    """List the figures with which the line adds up once two digits are exchanged, else once one digit is another."""
    missing = _missing(line)
    right = [(part, part.value + missing) for part in line.parts] + [(line.whole, line.whole.value - missing)]
    for is_slip in (are_transposed, differ_in_one_digit):
        found = [frame for frame, value in right if is_slip(frame.value, value)]
        if found:
            return found
    return []


def _claim(line: Line, blamed: Frame) -> Claim:
    """Claim that the figure to blame is what the others of its line leave for it."""
    is_whole = blamed is line.whole
    value = sum((one.value for one in line.parts), Decimal(0)) if is_whole else blamed.value + _missing(line)
    others = [frame for frame in (line.whole, *line.parts) if frame is not blamed]
    related = [Premise(frame.mention.span, "total" if frame is line.whole else "part") for frame in others]
    return Claim(
        check="table",
        premises=(Premise(blamed.mention.span, "here"), *related),
        printed=point(blamed.value),
        computed=point(value).widened(_rounding(line)),
        place=blamed.block_role,
        result=shown(value),
        proof=(Reason("table", line.name),),
        slots={
            "line": line.name,
            "sum": shown(sum((one.value for one in line.parts), Decimal(0))),
            "total": line.whole.mention.words,
            "difference": shown(abs(_missing(line))),
        },
    )


def _missing(line: Line) -> Decimal:
    """Return what the parts lack: above 0 where the total is larger."""
    return line.whole.value - sum((one.value for one in line.parts), Decimal(0))


def _rounding(line: Line) -> Decimal:
    """Return how far rounded parts may miss their total: half the finest digit for each; nothing for whole counts."""
    frames = (*line.parts, line.whole)
    finest = min(frame.mention.quantity.granule for frame in frames)
    is_count = all(frame.mention.quantity.dimension == "count" for frame in frames)
    return Decimal(0) if is_count and finest == 1 else finest * len(frames) / 2


CHECK = Check("table", claims, slots=("line", "sum", "total", "difference"))
