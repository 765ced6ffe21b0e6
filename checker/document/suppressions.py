"""How far each suppression of a draft reaches: a line, the next block, a stretch, the whole draft."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from checker.document.directives import Directive, mistake, printed, read_directives
from checker.document.read import FORMATS
from checker.model.document import Document
from checker.model.values import NamedTuple


class Suppression(NamedTuple):
    """What a directive at offset *at* silences: figures that stand in ``[start, end)``, by ``names`` or, if (), all."""

    at: int
    start: int
    end: int
    names: tuple[tuple[str, int], ...]
    until: date | None = None
    reason: str = ""


def read_suppressions(document: Document, *, require_reason: bool = False) -> tuple[Suppression, ...]:
    """Return all suppressions of a draft in text order.

    Raises:
        InputError: if a directive is misspelt, has no counterpart, or lacks a reason that is required.
    """
    found: list[Suppression] = []
    lines: dict[tuple[int, int], bool] = {}
    opened: list[Directive] = []
    for directive in read_directives(document):
        if directive.command == "ignore-end":
            found.append(_stretch(document, opened, directive))
            continue
        if require_reason and not directive.reason:
            raise mistake(document, directive.start, f"{directive.command} must give a reason (require-reason)")
        if directive.command == "ignore-start":
            opened.append(directive)
        else:
            found.append(_reaching(directive, *_reach(document, directive, lines)))
    if opened:
        raise mistake(document, opened[-1].start, "ignore-start has no ignore-end")
    return tuple(sorted(found, key=lambda one: (one.at, one.start, one.end, one.names)))


def _stretch(document: Document, opened: list[Directive], closing: Directive) -> Suppression:
    """Close the last stretch that was opened, or the last with the names that *closing* gives."""
    wanted = {name for name, _ in closing.names}
    for at in reversed(range(len(opened))):
        if not wanted or wanted == {name for name, _ in opened[at].names}:
            opening = opened.pop(at)
            return _reaching(opening, opening.end, closing.start)
    raise mistake(document, closing.start, "ignore-end has no ignore-start of the same rules")


def _reaching(directive: Directive, start: int, end: int) -> Suppression:
    return Suppression(directive.start, start, end, directive.names, directive.until, directive.reason)


def _reach(document: Document, directive: Directive, lines: dict[tuple[int, int], bool]) -> tuple[int, int]:
    """Return how far a single directive reaches; *lines* keeps which lines are known to print something."""
    if directive.command == "ignore-file":
        return 0, len(document.text)
    starts = document.line_starts
    first, last = document.line_col(directive.start)[0], document.line_col(directive.end)[0]
    line = starts[first - 1], starts[last] if last < len(starts) else len(document.text)
    if line not in lines:
        lines[line] = bool(printed(document, *line))
    if lines[line] and FORMATS[document.kind].has_wide_lines:
        line = _part_of_line(document, directive, line)
        return line if line[0] < line[1] else _next_block(document, directive.end)
    return line if lines[line] else _next_block(document, directive.end)


def _part_of_line(document: Document, directive: Directive, line: tuple[int, int]) -> tuple[int, int]:
    """Return what a directive on a line with text reaches where the line may be all of the draft.

    It is the block around the directive, or the last one of the line behind which the directive stands; else nothing.
    """
    index = bisect_right(document.blocks, directive.start, key=lambda block: block.span.end)
    if index < len(document.blocks) and document.blocks[index].span.start < directive.start:
        span = document.blocks[index].span
    elif index and not printed(document, directive.end, line[1]):
        span = document.blocks[index - 1].span
    else:
        return 0, 0
    return max(line[0], span.start), min(line[1], span.end)


def _next_block(document: Document, at: int) -> tuple[int, int]:
    """Return the block after *at*, all cells of a table, or the rest of the block that the directive stands in."""
    blocks = document.blocks
    index = bisect_right(blocks, at, key=lambda block: block.span.end)
    if index == len(blocks):
        return at, at
    table, end = blocks[index].table, blocks[index].span.end
    while table >= 0 and index < len(blocks) and blocks[index].table == table:
        end = blocks[index].span.end
        index += 1
    return at, end
