"""Drafts with slips of several kinds, and edits that touch no figure of theirs."""

from __future__ import annotations

import textwrap

from hypothesis import strategies as st

FERRY = """# Ferry fire kills 24 on Lake Orrin

A fire on the ferry Merle killed 24 people on Monday evening, the Varnholm coast guard said.

The ferry had left the pier at Sorrel with a full deck, and the wind was strong. Boats from three villages went out to
look for survivors, and many came back with nobody.

A minute of silence was held at noon for the 26 people killed in the fire, and the bells of the chapel rang until dark.

Of the 40 passengers, 12 were from Sorrel, 9 from Varnholm and 16 from Tarn.

The lake service has 8 ferries. Of its 8 ferries, 11 are older than the pier, the union said.

The inquiry began on Thursday, 17 January 2024, and it goes on.
"""
QUIET = (
    "The pier lay empty.",
    "The mayor thanked all who had come, and asked for patience.",
    "A choir sang.",
    "The lake was calm again by the evening, and the boats stayed in.",
)
"""Sentences without a figure."""


def parts(text: str) -> list[str]:
    """Return the paragraphs of a draft, each on one line."""
    return [" ".join(part.split()) for part in text.strip().split("\n\n")]


@st.composite
def edited(draw: st.DrawFn, text: str = FERRY) -> str:
    """Draw a draft with the figures of *text* and other lines: paragraphs moved, put in, gone on with."""
    head, lede, *body = parts(text)
    body = list(draw(st.permutations(body)))
    for _ in range(draw(st.integers(0, 3))):
        body.insert(draw(st.integers(0, len(body))), draw(st.sampled_from(QUIET)))
    if draw(st.booleans()):
        at = draw(st.integers(0, len(body) - 1))
        body[at] = f"{body[at]} {draw(st.sampled_from(QUIET))}"
    width = draw(st.sampled_from((40, 72, 100, 10_000)))
    gap = draw(st.sampled_from(("\n\n", "\n\n\n")))
    filled = [textwrap.fill(part, width, break_long_words=False, break_on_hyphens=False) for part in (lede, *body)]
    return gap.join([head, *filled]) + "\n"
