"""What may stand in a rule file."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from string import Formatter
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from checker.engine.rule import ELSE, KINDS, LEVELS
from checker.model.document import ROLES
from checker.validation import Strict, choices, quoted

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
PLACES = ("body", *ROLES)


def _id(value: str) -> str:
    if not _ID.match(value):
        raise ValueError(f"got {quoted(value)}, must be lower-case words joined by hyphens: deaths-disagree")
    return value


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise ValueError(f"got {quoted(value)}, must be a date such as 2022-01-10") from None


def _message(value: str) -> str:
    try:
        parts = list(Formatter().parse(value))
    except ValueError as error:
        raise ValueError(f"got {quoted(value)}, in which a brace has no partner ({error})") from None
    for _, name, form, conversion in parts:
        if name is not None and (not name.isidentifier() or form or conversion):
            raise ValueError(f"got '{{{name}}}', must be the plain name of a slot: {{here}}")
    return value


def _place(value: str) -> str:
    if value not in PLACES:
        raise ValueError(choices(value, PLACES))
    return value


def _kind(value: str) -> str:
    if value not in KINDS:
        raise ValueError(choices(value, KINDS))
    return value


def _levels(value: object) -> object:
    return {ELSE: value} if isinstance(value, str) else value


def _list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _tolerance(value: object) -> object:
    return {"relative": value} if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else value


def _share(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)) or value < 0:
        raise ValueError(f"got {quoted(value)}, must be a number of 0 or more, such as 0.02")
    return Decimal(value)


_LEVEL = {"enum": list(LEVELS)}
_NUMBER = {"type": "number", "minimum": 0}


def _one_or_more(item: dict[str, object]) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": [item, {"type": "array", "items": item, "minItems": 1}]})


Text = Annotated[str, Field(min_length=1)]
Texts = Annotated[list[Text], BeforeValidator(_list), Field(min_length=1), _one_or_more({"type": "string"})]
Id = Annotated[str, AfterValidator(_id)]
Level = Literal["error", "warning", "info", "off"]
Levels = Annotated[
    dict[Text, Level],
    BeforeValidator(_levels),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [_LEVEL, {"type": "object", "additionalProperties": _LEVEL, "minProperties": 1}]}),
]
Place = Annotated[str, AfterValidator(_place)]
Places = Annotated[list[Place], BeforeValidator(_list), Field(min_length=1), _one_or_more({"enum": list(PLACES)})]
Kind = Annotated[str, AfterValidator(_kind), Field(json_schema_extra={"enum": list(KINDS)})]
Number = Annotated[Decimal, BeforeValidator(_share), WithJsonSchema(_NUMBER)]
Day = Annotated[str, AfterValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]


class Select(Strict):
    """What a rule is narrowed to. A row stands for the rows under it too: ``casualty`` covers ``dead``."""

    status: Texts | None = Field(None, description="rows of lexicons/statuses.yaml")
    thing: Texts | None = Field(None, description="rows of lexicons/things.yaml")
    place: Places | None = Field(None, description="where the accused figure stands: headline, caption, body, ...")


class Tolerance(Strict):
    """By how much a figure may miss the computed value: the larger of the two counts."""

    relative: Number = Field(Decimal(0), description="a share of the computed value: 0.02 is 2%")
    absolute: Number = Field(Decimal(0), description="in the unit of the figure")


Slack = Annotated[
    Tolerance,
    BeforeValidator(_tolerance),
    WithJsonSchema(
        {
            "anyOf": [
                _NUMBER,
                {
                    "type": "object",
                    "properties": {"relative": _NUMBER, "absolute": _NUMBER},
                    "additionalProperties": False,
                },
            ]
        }
    ),
]


class Example(Strict):
    """A draft on which the rule speaks, or a near-miss on which it does not."""

    why: Text = Field(description="what makes it one, in a few words")
    text: Text = Field(
        description="the draft; in flag examples each place that the finding must name stands in [[...]]"
    )
    format: Literal["markdown", "plain"] = "markdown"
    date: Day | None = Field(None, description="the date of the draft: 2022-01-10")
    locale: Text | None = None


class Examples(Strict):
    """The tests of a rule."""

    flag: list[Example] = Field(min_length=1)
    passes: list[Example] = Field(min_length=1, alias="pass")


class RuleFile(Strict):
    """One rule. The file is named ``<id>.yaml``."""

    id: Id = Field(description="names the problem and reads well after 'allow': deaths-disagree")
    check: Text = Field(description="the kind of check that yields the claims: a module of checker/engine/kinds")
    kind: Kind = Field(description="the name of the discrepancy in reports and scores")
    links: Texts | None = Field(None, description="the link types that the rule is narrowed to")
    select: Select | None = Field(None, description="what the rule is narrowed to")
    severity: Levels = Field(description="one level, or a level for each strength of proof and one for 'else'")
    tolerance: Slack | None = Field(
        None, description="a share of the computed value (0.02), or {relative: 0.02, absolute: 1}"
    )
    message: Annotated[str, Field(min_length=1), AfterValidator(_message)] = Field(
        description="what the reader is told; {here} and {there} are the words of both places, {computed} the result"
    )
    rationale: Text = Field(description="why it matters and when to leave it be")
    source: Text = Field(description="where the rule of language or house style comes from")
    preview: bool = Field(False, description="new: shown as info until the next minor release")
    enabled: bool = Field(True, description="false: only runs where it is selected by name")
    extends: Id | None = Field(None, description="a rule whose fields hold here where this file gives none")
    replaces: Id | None = Field(None, description="a rule that this one stands in for")
    examples: Examples = Field(description="the tests of the rule")
