"""A mention with what only the document tells, and the ties between two of them."""

from __future__ import annotations

from decimal import Decimal

from checker.model.mention import Mention, Reason
from checker.model.span import Span
from checker.model.values import NamedTuple

RELATIONS = ("same", "part", "sum")


class Frame(NamedTuple):
    """A mention resolved against its document. ``order`` counts from 0 in text order.

    ``paragraph`` counts the body's paragraphs from 0; -1 for headline and standfirst. ``is_lede`` is true in the
    first paragraph with a figure, ``is_opening`` in its first such sentence.
    ``chunk`` is the stretch between commas in which cues count for this figure.
    ``source`` is who says so, lower case ("police"), "" for the writer. ``bars`` are the cues that may keep
    it from accusing or excusing, by name ("other-event", "earlier", "modal", "claim", "local", ...).
    """

    mention: Mention
    order: int
    paragraph: int
    is_lede: bool
    chunk: Span
    is_opening: bool = False
    source: str = ""
    bars: tuple[Reason, ...] = ()

    def bar(self, *names: str) -> Reason | None:
        """Return the first cue of one of these names, or None."""
        return next((reason for reason in self.bars if reason.name in names), None)

    @property
    def block_role(self) -> str:
        """The role of the block that the figure stands in."""
        return self.mention.document.blocks[self.mention.block].role

    @property
    def value(self) -> Decimal:
        """The number, where the figure is one; 0 for a range, a vague count or a bound without one."""
        return self.mention.quantity.value or Decimal(0)


class Link(NamedTuple):
    """Two frames that speak of one fact (``same``), of a part and its whole (``part``), or of a sum.

    ``first`` is the figure to hold against, ``second`` the one that is held against it. ``type`` is the link
    type's name, ``proof`` why they are tied. With a ``veto`` the link stays silent and only serves ``why-not``.
    """

    type: str
    relation: str
    first: Frame
    second: Frame
    proof: tuple[Reason, ...]
    strength: str = "strong"
    veto: Reason | None = None


class Fact(NamedTuple):
    """Frames that unvetoed ``same`` links join, in text order; ``name`` is what an editor would call it."""

    name: str
    frames: tuple[Frame, ...]
