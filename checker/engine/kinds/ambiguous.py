"""Words that readers take in two ways: "300 casualties" may be dead, or dead and wounded."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.check import Check
from checker.facts.story import Story
from checker.model.claim import Claim, Premise
from checker.model.frame import Frame
from checker.model.interval import point
from checker.model.span import Span


def claims(story: Story) -> Iterator[Claim]:
    """Yield a claim for each number of "casualties": the sentence must say what the word stands for."""
    for frame in story.frames:
        word = _word(story, frame)
        if word:
            yield Claim(
                check="ambiguous",
                premises=(Premise(frame.mention.span.to(word), "here"),),
                printed=point(int(_is_told_apart(story, frame))),
                computed=point(1),
                status=frame.mention.status or "",
                place=frame.block_role,
                slots={"word": story.document.words(word).lower()},
            )


def _word(story: Story, frame: Frame) -> Span | None:
    """Return the ambiguous word straight behind a count."""
    mention = frame.mention
    if mention.quantity.dimension != "count" or mention.quantity.value == 0:
        return None
    tokens = story.sentences[mention.sentence].tokens
    for at in range(mention.at + 1, min(mention.until + 2, len(tokens))):
        entry = story.lexicon["attributions"].get(tokens[at].low)
        if entry and entry.id == "ambiguous":
            return Span(tokens[at].start, tokens[at].end)
    return None


def _is_told_apart(story: Story, frame: Frame) -> bool:
    tokens, book = story.sentences[frame.mention.sentence].tokens, story.lexicon["attributions"]
    matches = (book.at(tokens, at) for at in range(len(tokens)))
    return any(match and match.entry.id == "told-apart" for match in matches)


CHECK = Check("ambiguous", claims, slots=("word",), selects=("status",))
