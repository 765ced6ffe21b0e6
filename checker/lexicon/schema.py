"""What may stand in a lexicon file. A new lexicon declares its own fields and needs no code here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema, create_model

from checker.lexicon.inflect import Irregular
from checker.validation import Strict, choices, quoted

Text = Annotated[str, Field(min_length=1)]
Texts = list[Text]


def _number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise ValueError(f"got {quoted(value)}, must be a number such as 12 or 0.85")
    return Decimal(value)


def is_field_type(value: object) -> bool:
    """Tell whether *value* names the type of a field, or lists the values that it allows."""
    if isinstance(value, list):
        return bool(value) and all(isinstance(item, str) for item in value)
    return isinstance(value, str) and value in FIELD_TYPES


def _field_type(value: object) -> object:
    if not is_field_type(value):
        raise ValueError(f"{choices(value, FIELD_TYPES)} (or a list of the values allowed)")
    return value


def _field_name(name: str) -> str:
    if name in Row.model_fields:
        raise ValueError(f"got '{name}', which every row holds already; give the field another name")
    return name


# JSON has no exact decimals, so a decimal travels as text: Decimal(entry.fields["value"]) is what was written.
Number = Annotated[Decimal, BeforeValidator(_number), PlainSerializer(str)]

FIELD_TYPES: dict[str, Any] = {
    "text": Text,
    "integer": int,
    "decimal": Number,
    "boolean": bool,
    "list": Texts,
    "list of text": Texts,
    "list of decimal": list[Number | None],
    "map of text": dict[str, Text],
    "map of decimal": dict[str, Number],
}
FieldType = Annotated[
    str | list[str],
    BeforeValidator(_field_type),
    WithJsonSchema(
        {"anyOf": [{"enum": list(FIELD_TYPES)}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
    ),
]
FieldName = Annotated[str, AfterValidator(_field_name)]
WORD_LISTS = ("object_verbs", "subject_verbs", "nouns", "plurals", "adjectives", "words")


class Row(Strict):
    """One meaning: how it hangs together with others, and the words for it."""

    sub_of: Texts = Field(
        [], description="rows that this one is a kind of: a count of it cannot exceed a count of them"
    )
    disjoint: Texts = Field([], description="rows that nobody counted here is counted in")
    near: Texts = Field([], description="rows that sound alike and are not the same")
    object_verbs: Texts = Field([], description='verbs whose object bears the meaning: "killed 24", "24 were killed"')
    subject_verbs: Texts = Field([], description='verbs whose subject bears it: "24 died"')
    nouns: Texts = Field([], description="nouns in the singular; plurals are made")
    plurals: Texts = Field([], description="nouns that are only plural: police, cattle")
    adjectives: Texts = Field([], description="adjectives, as written")
    words: Texts = Field([], description="fixed words and phrases, as written")


class LexiconFile(Strict):
    """A lexicon: rows of words. ``fields`` declares what else a row may hold."""

    lexicon: Text = Field(description="the name: that of the file; of an extension, that of the lexicon it extends")
    source: Text = Field(description="where the words come from")
    extends: Text | None = Field(None, description="the lexicon that these rows are added to")
    closed: bool = Field(False, description="true: an extension may change its rows and add none")
    without: Texts = Field([], description="words of the extended lexicon to leave out")
    same_rows_as: Text | None = Field(None, description="a lexicon whose rows these ids must name")
    fields: dict[FieldName, FieldType] = Field({}, description="further fields of rows: a type, or the values allowed")
    rows: dict[Text, Row] = Field(description="one meaning each")


class InflectionsFile(Strict):
    """The irregular forms of English, in their own shape."""

    lexicon: Literal["inflections"]
    source: Text
    extends: Literal["inflections"] | None = None
    verbs: dict[Text, Annotated[list[Text], Field(min_length=2, max_length=4)]] = Field({})
    doubled: Texts = Field([])
    either: Texts = Field([])
    plurals: dict[Text, Text] = Field({})
    plural_endings: dict[Text, Text] = Field({})
    regular_endings: Texts = Field([])
    consonant_o_with_s: Texts = Field([])
    heads_before: Texts = Field([])


def model_with(fields: Mapping[str, str | list[str]]) -> type[LexiconFile]:
    """Return the model of a lexicon whose rows also hold *fields* (name to type name, or list of allowed values)."""
    if not fields:
        return LexiconFile
    kinds: dict[str, Any] = {name: (_type(kind) | None, None) for name, kind in fields.items()}
    row = create_model("Row", __base__=Row, **kinds)
    return create_model("LexiconFile", __base__=LexiconFile, rows=(_rows_of(row), ...))


def irregular(files: Sequence[InflectionsFile]) -> Irregular:
    """Join inflection files; the later wins where two name one word."""
    return Irregular(
        verbs={word: tuple(forms) for file in files for word, forms in file.verbs.items()},
        doubled=frozenset(word for file in files for word in file.doubled),
        either=frozenset(word for file in files for word in file.either),
        plurals={word: form for file in files for word, form in file.plurals.items()},
        plural_endings={word: form for file in files for word, form in file.plural_endings.items()},
        regular_endings=frozenset(word for file in files for word in file.regular_endings),
        consonant_o_with_s=frozenset(word for file in files for word in file.consonant_o_with_s),
        heads_before=frozenset(word for file in files for word in file.heads_before),
    )


def _type(kind: str | list[str]) -> Any:
    return FIELD_TYPES[kind] if isinstance(kind, str) else Literal[tuple(kind)]


def _rows_of(row: type[Row]) -> Any:
    return dict.__class_getitem__((str, row))
