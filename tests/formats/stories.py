"""Six made-up drafts, each with one figure planted wrong: ``{{26 people|24 people}}`` is the wrong, then the right."""

from __future__ import annotations

import re
from typing import NamedTuple

_PLANT = re.compile(r"\{\{([^|}]*)\|([^|}]*)\}\}")


class Story(NamedTuple):
    """``body`` holds (role, words); the words of a table are rows of cells. ``rule`` is what the plant breaks."""

    name: str
    rule: str
    headline: str
    standfirst: str
    date: str
    body: tuple[tuple[str, object], ...]

    def planted(self) -> str:
        """Return the wrong words."""
        match = _PLANT.search(repr(self))
        assert match is not None
        return match.group(1)

    def told(self, *, flawed: bool) -> Story:
        """Return the draft with the plant or with what is right."""
        return Story._make(_told(value, 1 if flawed else 2) for value in self)


def _told(value: object, group: int) -> object:
    if isinstance(value, str):
        return _PLANT.sub(lambda match: match.group(group), value)
    return tuple(_told(one, group) for one in value) if isinstance(value, tuple) else value


FERRY = Story(
    "ferry",
    "looks-back-to-another-number",
    "Ferry fire on Lake Orrin kills 24",
    "The alarms of the Merle were checked in winter, its operator said.",
    "2024-03-12",
    (
        ("p", "A fire aboard the ferry Merle on Lake Orrin killed 24 people on Monday evening, the coast guard said."),
        ("caption", "One of 62 survivors is led ashore at Selby Quay on Monday night."),
        (
            "p",
            "Of the 86 people on board, 62 were brought ashore alive. Eleven of the survivors are still in hospital.",
        ),
        ("p", "At noon the harbour fell silent for the {{26 people|24 people}} killed in the fire."),
        ("h", "An inspection in January"),
        ("p", "The operator runs five ferries and carried 310,000 passengers last year, up from 248,000 in 2022."),
    ),
)
VESSELS = Story(
    "vessels",
    "table-does-not-add-up",
    "Lake board publishes its inspections",
    "Three years of alarms are laid open.",
    "2024-03-14",
    (
        ("p", "The lake board has published what its inspectors found in the winters of three years."),
        (
            "table",
            (
                ("Year", "Vessels checked", "Faulty alarms"),
                ("2021", "1,041", "12"),
                ("2022", "938", "9"),
                ("2023", "1,145", "10"),
                ("Total", "{{3,134|3,124}}", "31"),
            ),
        ),
        ("p", "The board says that it will go on to publish its lists every spring."),
    ),
)
DEPOT = Story(
    "depot",
    "headline-disagrees",
    "{{17 dead|11 dead}} in tram depot collapse",
    "The roof came down in the early morning.",
    "2024-05-03",
    (
        (
            "p",
            "The roof of a tram depot in Ostrava Lane collapsed on Thursday, killing 11 people, the fire service said.",
        ),
        ("quote", "We heard a crack and then nothing, said a driver."),
        ("li", "Nineteen trams stood in the hall."),
        ("li", "The roof was built in 1961."),
        ("p", "The hall has been closed, and trams run from another depot."),
    ),
)
RESERVOIR = Story(
    "reservoir",
    "weekday-not-of-its-date",
    "Reservoir above Tarn is half empty",
    "Engineers look for the leak.",
    "2024-02-20",
    (
        ("p", "The reservoir above Tarn has lost half of its water since the autumn, the water board said."),
        (
            "p",
            "The last inspection was on {{Thursday, 17 January 2024|Wednesday, 17 January 2024}}, says the board.",
        ),
        ("footnote", "The board was founded in 1902."),
    ),
)
SURVEY = Story(
    "survey",
    "percentage-of-a-count-is-off",
    "One in four alarms was faulty",
    "A survey of the lake board finds many faults.",
    "2024-03-15",
    (
        ("p", "The lake board tested alarms on the ferries of the lake this winter."),
        ("p", "Of the 124 vessels checked, 31 had faulty alarms, or {{35 per cent|25 per cent}}."),
        ("h", "What comes next"),
        ("p", "The owners have until the summer to replace them, the board said."),
    ),
)
QUAKE = Story(
    "quake",
    "caption-disagrees",
    "Quake in the Arn valley kills 87 people",
    "Villages were cut off for a day.",
    "2024-06-11",
    (
        ("p", "An earthquake in the Arn valley killed 87 people on Sunday and left 300 others hurt, officials said."),
        ("caption", "A man walks past the ruins in Arn, where the quake killed {{78 people|87 people}} on Sunday."),
        ("p", "Rescuers reached the last village on Monday night."),
    ),
)
STORIES = (FERRY, VESSELS, DEPOT, RESERVOIR, SURVEY, QUAKE)
