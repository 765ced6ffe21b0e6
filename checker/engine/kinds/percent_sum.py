"""Shares of one whole that add up to more than all of it: 38% + 31% + 24% + 4% + 13%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.engine.arithmetic import place, shown
from checker.engine.check import Check
from checker.engine.grids import Grid, grids
from checker.engine.kinds.percent import claims as percentages
from checker.engine.paragraphs import END, Paragraph, paragraphs
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import point
from checker.model.mention import Reason
from checker.model.span import Span

FEWEST = 3
MOST_WORDS, ELLIPTIC = 9, 4
HUNDRED, TOO_MUCH = Decimal(100), Decimal(135)
"""A list that adds up to far more than 100 is of several wholes."""


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each list of shares of one whole, in a paragraph or in a column of a table."""
    for paragraph in paragraphs(story):
        if sum(map(_is_percentage, paragraph.frames.values())) >= FEWEST and not _may_overlap(story, paragraph):
            for frames, is_closed in _lists(story, paragraph):
                yield from _claim(story, frames, is_closed, "list")
        yield from _of_each(story, paragraph)
    for grid in grids(story):
        for frames in _columns(grid):
            yield from _claim(story, frames, True, "column")


def _claim(story: Story, frames: Sequence[Frame], is_closed: bool, name: str) -> Iterator[Claim]:
    value = sum((frame.mention.quantity.low or Decimal(0) for frame in frames), Decimal(0))
    slack = sum((place(frame.mention.quantity) / 2 for frame in frames), Decimal(0))
    if value < HUNDRED - slack or value > TOO_MUCH:
        return
    blamed = _blamed(story, frames) if value > HUNDRED + slack else frames[-1].mention.span
    others = [frame.mention.span for frame in frames if frame.mention.span != blamed]
    yield Claim(
        check="percent-sum",
        premises=(Premise(blamed, "here"), *(Premise(span, "share") for span in others)),
        printed=point(value).widened(slack),
        computed=point(HUNDRED),
        strength="strong" if is_closed else "weak",
        place=frames[0].block_role,
        result=f"{shown(value)}%",
        proof=(Reason(name, f"{len(frames)} shares"),),
        slots={"sum": shown(value), "shares": " + ".join(shown(f.mention.quantity.low or Decimal(0)) for f in frames)},
    )


def _of_each(story: Story, paragraph: Paragraph) -> Iterator[Claim]:
    """Read "Of every pound we spend, 82p goes on food, 11p on advice and 7p on running the charity"."""
    book = story.lexicon["balances"]
    for at, cue in paragraph.phrases(book).items():
        if cue.entry.id != "of-each":
            continue
        end = paragraph.lows.index(END, at)
        coins = [f for place_, f in sorted(paragraph.frames.items()) if cue.end <= place_ < end and _is_coin(story, f)]
        if len(coins) >= FEWEST and "and" in paragraph.lows[cue.end : end]:
            yield from _claim(story, coins, True, "of each")


def _is_coin(story: Story, frame: Frame) -> bool:
    """Tell of an amount that is printed in hundredths of its main unit: 82p, 13 cents."""
    quantity = frame.mention.quantity
    part = story.lexicon["currencies"].rows.get(quantity.unit or "", {}).get("part", 1)
    return quantity.dimension == "money" and Decimal(part) != 1 and quantity.kind in {"exact", "approx"}


def _blamed(story: Story, frames: Sequence[Frame]) -> Span:
    """Return the share that does not fit its own part and whole, else the last one."""
    spans = {frame.mention.span for frame in frames}
    wrong = [claim.premises[0].span for claim in percentages(story) if not claim.holds]
    return next((span for span in wrong if span in spans), frames[-1].mention.span)


def _lists(story: Story, paragraph: Paragraph) -> Iterator[tuple[Sequence[Frame], bool]]:
    """Yield each list of shares with whether words close it ("13% were undecided"), so that it must be all.

    A list runs on over the end of a sentence where the next one begins with "Another 4%" or "The remaining 4%".
    """
    run: list[Frame] = []
    is_closed, end = False, 0
    for at, frame in sorted(paragraph.frames.items()):
        if not _is_percentage(frame) or _is_change(story, paragraph, at):
            continue
        joined = bool(run) and _joins(story, paragraph, end, at)
        if run and not joined:
            yield from _whole_list(story, paragraph, run, is_closed)
            run, is_closed = [], False
        is_closed = is_closed or _closes(story, paragraph, at)
        run.append(frame)
        end = paragraph.ends[at][0]
    yield from _whole_list(story, paragraph, run, is_closed)


def _whole_list(
    story: Story, paragraph: Paragraph, run: list[Frame], is_closed: bool
) -> Iterator[tuple[Sequence[Frame], bool]]:
    if any(_stands_apart(story, paragraph, at) for at, frame in paragraph.frames.items() if frame in run):
        return
    if len(run) >= FEWEST and (is_closed or all(_is_elliptic(story, paragraph, frame) for frame in run[1:])):
        yield run, is_closed


def _is_elliptic(story: Story, paragraph: Paragraph, frame: Frame) -> bool:
    """Tell whether a share leaves out the verb of the first: "33% have one room, 53% two", not "45% in Sund"."""
    at = next(place for place, other in paragraph.frames.items() if other is frame)
    grammar, words = story.lexicon["grammar"], []
    for low in paragraph.lows[paragraph.ends[at][0] : paragraph.ends[at][0] + ELLIPTIC + 1]:
        if low in {",", "and", ".", END, ";"}:
            break
        words.append(low)
    tags = {entry.id for low in words if (entry := grammar.get(low))}
    return (
        0 < len(words) <= ELLIPTIC
        and not tags - {"quantifier", "determiner", "conjunction"}
        and not any(low.endswith("ed") for low in words)
    )


def _is_change(story: Story, paragraph: Paragraph, at: int) -> bool:
    """Tell of the 48% of "up from 48%" and the 60% of "exports rose 60%": no share of the list's whole."""
    before = story.lexicon["splits"].ending(paragraph.tokens, at)
    if before is None or before.entry.id != "before":
        return False
    return not paragraph.tokens[before.start].text[0].isupper() or before.start in paragraph.starts


def _may_overlap(story: Story, paragraph: Paragraph) -> bool:
    """Tell whether the paragraph says that an answer could be given twice."""
    book = story.lexicon["splits"]
    cues = (book.at(paragraph.tokens, at) for at in range(len(paragraph.tokens)))
    return any(cue and cue.entry.id == "overlap" for cue in cues)


def _joins(story: Story, paragraph: Paragraph, start: int, at: int) -> bool:
    """Tell whether the words between two shares only say whose the first is, and join the second to it."""
    lows = paragraph.lows[start:at]
    if END in lows:
        return _closes(story, paragraph, at) and len(lows) - lows.index(END) <= 3 and lows.count(END) == 1
    book = story.lexicon["splits"]
    cues = [book.at(paragraph.tokens, index) for index in range(start, at)]
    if any(cue and cue.entry.id == "loose" for cue in cues) or any(low in {"(", ")", ":", ";"} for low in lows):
        return False
    is_short = len(lows) <= MOST_WORDS or lows.count(",") >= 2
    has_figure = any(index in paragraph.inside and not paragraph.lows[index].isalpha() for index in range(start, at))
    return is_short and not has_figure and ("," in lows or "and" in lows)


def _stands_apart(story: Story, paragraph: Paragraph, at: int) -> bool:
    """Tell of "38% in Varn" and "20% of that": shares of wholes of their own."""
    behind = story.lexicon["splits"].at(paragraph.tokens, paragraph.ends[at][0])
    return behind is not None and behind.entry.id == "apart"


def _closes(story: Story, paragraph: Paragraph, at: int) -> bool:
    """Tell whether a closing word stands straight before the share or in the few words behind it.

    In "29% in other places" the share is one of those places only.
    """
    book = story.lexicon["splits"]
    if _stands_apart(story, paragraph, at):
        return False
    before = [book.at(paragraph.tokens, index) for index in range(max(0, at - 3), at)]
    behind = [book.at(paragraph.tokens, index) for index in range(paragraph.ends[at][0], paragraph.ends[at][0] + 4)]
    return any(cue is not None and cue.entry.id == "closing" for cue in (*before, *behind))


def _columns(grid: Grid) -> Iterator[Sequence[Frame]]:
    """Yield the columns of percentages of a table in which another column adds up to 100."""
    columns = [[f for (_, c), f in sorted(grid.figures.items()) if c == column] for column in grid.columns]
    shares = [c for c in columns if len(c) >= FEWEST and all(map(_is_percentage, c)) and not any(map(_is_signed, c))]
    if any(sum((f.mention.quantity.low or Decimal(0) for f in c), Decimal(0)) == HUNDRED for c in shares):
        yield from shares


def _is_percentage(frame: Frame) -> bool:
    quantity = frame.mention.quantity
    return quantity.dimension == "percent" and quantity.low is not None and quantity.kind not in {"upper", "range"}


def _is_signed(frame: Frame) -> bool:
    return frame.mention.words[:1] in {"+", "-", "−"}


CHECK = Check("percent-sum", claims, strengths=("strong", "weak"), slots=("sum", "shares"))
