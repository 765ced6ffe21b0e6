from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.document.jsontext import leaves, unescaped
from checker.document.read import read_document, read_text
from checker.errors import InputError
from checker.model.document import visible
from tests.formats.outline import cells

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


@given(value=values, is_ascii=st.booleans(), indent=st.sampled_from([None, 1]))
def test_every_value_is_read_with_its_place(value: object, is_ascii: bool, indent: int | None) -> None:
    text = json.dumps(value, ensure_ascii=is_ascii, indent=indent)
    found = [unescaped(text, leaf) for leaf in leaves(text) if leaf.is_string]
    assert [one.text for one in found] == list(strings(value))
    for one in found:
        for at, char in enumerate(one.text):
            spelled = text[one.place(at) : one.end(at + 1)]
            assert json.loads(f'"{spelled}"', strict=False) == char


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for each in inner for one in strings(each)]


@given(words.filter(lambda text: text.strip() != ""), st.booleans())
def test_a_headline_is_read_as_it_is_printed(headline: str, is_ascii: bool) -> None:
    text = json.dumps({"headline": headline}, ensure_ascii=is_ascii)
    document = read_text(text, format="json")
    assert len(document.prose) == len(text)
    for block in document.blocks:
        spelled = document.words(block.span)
        assert json.loads(f'"{spelled}"', strict=False).strip() in headline or "&" in headline or "<" in headline


@pytest.mark.parametrize("spelling", ["caf\u00e9 24", "caf\\u00e9 24", "\\ud83d\\ude00 24\\u00a0", "24\\u00bd"])
def test_a_span_ends_behind_an_escape(spelling: str) -> None:
    document = read_text(f'{{"title": "{spelling}"}}', format="json")
    assert [document.words(block.span) for block in document.blocks] == [spelling.removesuffix("\\u00a0")]
    assert "24" in visible(document.prose)


def test_cells_of_a_table_have_their_places() -> None:
    text = json.dumps({"title": "A", "tables": [{"rows": [["a", "b"], [1, 2]]}, {"columns": ["c"], "rows": [[3]]}]})
    assert cells(read_text(text, format="json")) == {
        **{(0, 0, 0): "a", (0, 0, 1): "b", (0, 1, 0): "1", (0, 1, 1): "2"},
        **{(1, 0, 0): "c", (1, 1, 0): "3"},
    }


@pytest.mark.parametrize("field", ["date", "published_at", "datePublished", "dateline"])
def test_a_draft_says_its_date_and_language(field: str) -> None:
    document = read_text(json.dumps({"title": "A", field: "2024-03-12T10:00:00Z", "lang": "en-GB"}), format="json")
    assert (document.dated, document.locale) == (date(2024, 3, 12), "en-GB")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "is no JSON: it is cut off"),
        ('{"title": "A"', "is no JSON: it is cut off"),
        ('{"title": A}', r"is no JSON: line 1, column 11: got 'A\}'"),
        ('{"title":\n"A",}', r"is no JSON: line 2, column 5: got '\}'"),
        ('{"title": "A"} x', "is no JSON: line 1, column 16: got 'x'"),
        ("[1,]", r"is no JSON: line 1, column 4: got '\]'"),
        ('{1: "A"}', r"is no JSON: line 1, column 2: got '1: \"A\"\}'"),
        ("", "is no JSON: it is cut off"),
        ('{"name": "x", "version": "1"}', "holds no draft: no field such as headline, title, body or body_html"),
        ('[{"title": "A"}, {"title": "B"}]', "holds 2 drafts; give each a file of its own"),
        ("[" * 100_000, "nests deeper than 200 levels, which no draft does"),
    ],
)
def test_what_is_no_draft_is_refused_with_its_name(text: str, reason: str) -> None:
    with pytest.raises(InputError, match=rf"^a\.json: {reason}"):
        read_document("a.json", text.encode())


@pytest.mark.parametrize("field", ["articleBody", "article_text", "storyBody"])
def test_the_body_has_many_names(field: str) -> None:
    document = read_text(json.dumps({"headline": "A", field: "It killed 24."}), format="json")
    assert [document.words(block.span) for block in document.blocks] == ["A", "It killed 24."]
