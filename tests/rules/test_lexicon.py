"""Lexicons: rows of words become look-ups, and a user's files add to them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.document.tokens import tokenize
from checker.errors import RuleError
from checker.lexicon.book import Lexicon
from checker.lexicon.build import build_lexicon
from checker.lexicon.compile import normalised
from checker.lexicon.load import load_lexicon
from tests.rules.fakes import SMALL_LEXICON, small_lexicon


def tokens(text: str) -> Any:
    return tokenize(text, 0, len(text))


def with_file(folder: Path, text: str, name: str = "extra") -> Lexicon:
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Lexicon.packed(build_lexicon(SMALL_LEXICON, [str(folder / f"{name}.yaml")]))


def own(folder: Path, rows: str, head: str = "") -> Any:
    return with_file(folder, f"lexicon: own\nsource: made up\n{head}rows:\n{rows}")["own"]


def test_a_verb_is_found_in_all_its_forms_with_who_bears_its_meaning() -> None:
    book = small_lexicon()["statuses"]
    assert {form: book.get(form).forms for form in ("kills", "killed", "killing")} == {
        "kills": {"object:third"},
        "killed": {"object:past", "object:participle"},
        "killing": {"object:ing"},
    }


def test_a_noun_is_found_in_singular_and_plural(tmp_path: Path) -> None:
    book = own(tmp_path, "  a: {nouns: [spacecraft, body], plurals: [police], adjectives: [dead], words: [On Board]}\n")
    forms = {phrase: sorted(entry.forms) for phrase, entry in book}
    assert forms == {
        "spacecraft": ["plural", "singular"],
        "body": ["singular"],
        "bodies": ["plural"],
        "police": ["plural"],
        "dead": ["adjective"],
        "on board": ["word"],
    }


def test_one_phrase_may_have_several_forms_in_one_row(tmp_path: Path) -> None:
    book = own(tmp_path, "  a: {object_verbs: [drown], subject_verbs: [drown], adjectives: [drowned]}\n")
    assert book.get("drowned").forms == {
        "adjective",
        "object:past",
        "object:participle",
        "subject:past",
        "subject:participle",
    }


def test_a_phrase_that_is_written_wins_over_a_form_of_a_verb(tmp_path: Path) -> None:
    for rows in (
        "  a: {object_verbs: [include]}\n  b: {words: [including]}\n",
        "  b: {words: [including]}\n  a: {object_verbs: [include]}\n",
    ):
        book = own(tmp_path, rows)
        assert (book.get("including").id, book.get("included").id) == ("b", "a")


def test_fields_reach_the_entry_as_json_values_and_decimals_as_text(tmp_path: Path) -> None:
    book = own(
        tmp_path,
        "  a: {words: [well over], low: 1.10, closed: false, hard: [1, null, 2.5], uses: {money: 0.05}, kind: lower}\n",
        "fields: {low: decimal, closed: boolean, hard: list of decimal, uses: map of decimal, kind: [lower, upper]}\n",
    )
    fields = book.get("well over").fields
    assert fields == {
        "low": "1.10",
        "closed": False,
        "hard": ["1", None, "2.5"],
        "uses": {"money": "0.05"},
        "kind": "lower",
    }
    assert Decimal(fields["low"]) == Decimal("1.1")


def test_rows_hold_their_fields_also_without_a_word(tmp_path: Path) -> None:
    assert own(tmp_path, "  a: {sub_of: [b]}\n  b: {}\n").rows == {"a": {"sub_of": ["b"]}, "b": {}}


def test_the_longest_phrase_is_found_from_its_first_and_from_its_last_token(tmp_path: Path) -> None:
    book = own(tmp_path, "  a: {words: [under, under twenty-one, one]}\n")
    text = tokens("all under twenty-one")
    at, ending = book.at(text, 1), book.ending(text, len(text))
    assert (at.start, at.end) == (ending.start, ending.end) == (1, 5)
    assert book.at(text, 0) is None and book.at(text, 99) is None and book.ending(text, 0) is None


@given(st.text(st.characters(max_codepoint=0x24F, exclude_categories=["Cc", "Cf"]), max_size=30))
def test_phrases_are_parted_as_the_draft_is(text: str) -> None:
    """Words with marks of their own and letters outside Latin are read code point by code point in drafts."""
    assert normalised(text) == " ".join(token.low for token in tokens(text))


def test_a_row_is_a_kind_of_what_it_stands_under_over_any_steps(tmp_path: Path) -> None:
    lexicon = with_file(
        tmp_path, "lexicon: own\nsource: x\nrows: {a: {sub_of: [b]}, b: {sub_of: [c]}, c: {sub_of: [a]}, d: {}}\n"
    )
    assert lexicon.is_kind_of("own", "a", "c")
    assert lexicon.is_kind_of("own", "d", "d")
    assert not lexicon.is_kind_of("own", "d", "a")


def test_an_extension_adds_words_rows_and_fields_to_a_lexicon(tmp_path: Path) -> None:
    lexicon = with_file(
        tmp_path,
        "lexicon: statuses\nextends: statuses\nsource: house style\nfields: {note: text}\n"
        "rows:\n  dead: {object_verbs: [slay], sub_of: [injured], note: x}\n"
        "  homeless: {adjectives: [homeless], monotone: false}\n",
    )
    book = lexicon["statuses"]
    assert book.get("slays") and book.get("killed") and book.get("homeless")
    assert book.rows["homeless"] == {"monotone": False}
    assert book.rows["dead"] == {"sub_of": ["casualty", "injured"], "monotone": True, "note": "x"}


def test_an_extension_leaves_words_out_with_all_their_forms_or_a_single_form(tmp_path: Path) -> None:
    book = with_file(
        tmp_path,
        "lexicon: statuses\nextends: statuses\nsource: house style\nwithout: [kill, deaths]\n"
        "rows:\n  injured: {words: [killed]}\n",
    )["statuses"]
    assert book.get("kills") is None
    assert book.get("deaths") is None
    assert [book.get(word).id for word in ("death", "corpses", "killed")] == ["dead", "dead", "injured"]


def test_an_extension_can_teach_an_irregular_form(tmp_path: Path) -> None:
    (tmp_path / "forms.yaml").write_text(
        "lexicon: inflections\nextends: inflections\nsource: x\nverbs: {yeet: [yote, yoten]}\n", encoding="utf-8"
    )
    (tmp_path / "own.yaml").write_text("lexicon: own\nsource: x\nrows: {a: {object_verbs: [yeet]}}\n", encoding="utf-8")
    packs = [str(tmp_path / "forms.yaml"), str(tmp_path / "own.yaml")]
    assert Lexicon.packed(build_lexicon(SMALL_LEXICON, packs))["own"].get("yote")


def test_the_shipped_lexicons_load_and_a_pack_beside_rules_is_found(tmp_path: Path) -> None:
    (tmp_path / "rule.yaml").write_text("id: rule\n", encoding="utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "own.yaml").write_text("lexicon: own\nsource: x\nrows: {a: {words: [so]}}\n", encoding="utf-8")
    lexicon = load_lexicon([tmp_path], use_cache=False)
    assert lexicon["own"].get("so")
    assert {"own", "statuses", "things", "persons"} <= set(lexicon)
    stevedores = lexicon["persons"].get("stevedores")
    assert stevedores and stevedores.id == "workers"


def test_a_pack_that_is_not_there_or_holds_no_yaml_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="there is no such file or folder"):
        load_lexicon([tmp_path / "none"], use_cache=False)
    with pytest.raises(RuleError, match=r"this folder holds no \.yaml file"):
        load_lexicon([tmp_path], use_cache=False)


def test_the_notice_of_wordnet_stands_beside_the_words_taken_from_it() -> None:
    from checker.resources import rules_folder

    notice = Path(rules_folder(), "lexicons", "WORDNET-LICENSE").read_text(encoding="utf-8")
    assert "Princeton University" in notice and "Permission to use, copy, modify and distribute" in notice
