"""One judge for all checks: what fails, how bad it is, one finding for each wrong figure, ids that last."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from checker.engine.judge import judge
from checker.engine.rule import Rule, RuleSet
from checker.model.claim import Claim
from checker.model.document import Document
from checker.model.report import Finding
from tests.rules.fakes import claim, draft, rule

TEXT = "The house has 12 seats and 30 members.\nOf its 14 seats, 5 are empty.\nThere were 12 seats before."
DRAFT = draft(TEXT)


def only(*claims: Claim, rules: tuple[Rule, ...] = (rule(),), document: Document = DRAFT) -> Finding:
    (finding,) = judge(claims, RuleSet(rules), document)
    return finding


def test_a_claim_that_holds_is_no_finding() -> None:
    assert judge([claim(DRAFT, "14 seats", "12 seats", computed=12)], RuleSet([rule()]), DRAFT) == ()


def test_a_claim_that_fails_names_the_accused_place_and_the_others() -> None:
    finding = only(claim(DRAFT, "14 seats", "12 seats", fact="seats of the house", result="12"))
    assert (finding.rule, finding.kind, finding.severity) == ("seats-disagree", "count_contradiction", "error")
    assert (finding.primary.text, finding.primary.line, finding.primary.column) == ("14 seats", 2, 8)
    assert [(place.text, place.label) for place in finding.related] == [("12 seats", "first figure")]
    assert (finding.fact, finding.computed) == ("seats of the house", "12")
    assert finding.message == "“14 seats”, “12 seats”"


def test_a_claim_that_no_rule_covers_or_that_is_off_is_no_finding() -> None:
    failed = claim(DRAFT, "14 seats", "12 seats")
    for silent in (rule(check="weekdays"), rule(enabled=False), rule(severity={"else": "off"}), rule(severity={})):
        assert judge([failed], RuleSet([silent]), DRAFT) == ()


def test_the_strength_of_the_proof_sets_the_severity() -> None:
    graded = rule(severity={"strong": "error", "weak": "off", "else": "warning"})
    levels = {
        strength: [f.severity for f in judge([claim(DRAFT, "14 seats", strength=strength)], RuleSet([graded]), DRAFT)]
        for strength in ("strong", "weak", "plain")
    }
    assert levels == {"strong": ["error"], "weak": [], "plain": ["warning"]}


def test_the_most_specific_rule_speaks_and_one_that_is_off_silences_the_claim() -> None:
    wide = rule("wide")
    narrow = rule("narrow", covers={"status": frozenset({"dead", "injured"})})
    narrowest = rule("narrowest", covers={"status": frozenset({"dead"})})
    rules = (wide, narrow, narrowest)
    assert only(claim(DRAFT, "14 seats", status="dead"), rules=rules).rule == "narrowest"
    assert only(claim(DRAFT, "14 seats", status="injured"), rules=rules).rule == "narrow"
    assert only(claim(DRAFT, "14 seats", status="missing"), rules=rules).rule == "wide"
    silenced = RuleSet([wide, narrowest._replace(enabled=False)])
    assert judge([claim(DRAFT, "14 seats", status="dead")], silenced, DRAFT) == ()


def test_a_tolerance_excuses_what_it_reaches_and_no_more() -> None:
    failed = claim(DRAFT, "14 seats", printed=100, computed=110)
    for tolerant, silent in (
        (rule(relative=Decimal("0.1")), True),
        (rule(relative=Decimal("0.09")), False),
        (rule(absolute=Decimal(10)), True),
        (rule(absolute=Decimal(9)), False),
    ):
        assert (judge([failed], RuleSet([tolerant]), DRAFT) == ()) is silent


def test_a_tolerance_counts_for_one_sided_relations_too() -> None:
    tolerant = RuleSet([rule(absolute=Decimal(10))])
    above = claim(DRAFT, "14 seats", printed=120, computed=110, relation="at_most")
    below = claim(DRAFT, "14 seats", printed=100, computed=110, relation="at_least")
    assert judge([above, below], tolerant, DRAFT) == ()
    assert len(judge([above, below], RuleSet([rule(absolute=Decimal(9))]), DRAFT)) == 1


def test_one_wrong_figure_is_one_finding_and_the_strongest_rule_tells_it() -> None:
    finding = only(
        claim(DRAFT, "14 seats", "30 members", link="definite"),
        claim(DRAFT, "14 seats", "12 seats", link="restated"),
        rules=(
            rule("a-weak", covers={"link": frozenset({"definite"})}, severity={"else": "warning"}),
            rule("b-strong", covers={"link": frozenset({"restated"})}),
        ),
    )
    assert (finding.rule, finding.severity, finding.also) == ("b-strong", "error", ("a-weak",))
    assert [place.text for place in finding.related] == ["12 seats", "30 members"]


def test_of_two_equally_severe_rules_the_earlier_kind_of_the_taxonomy_tells_it() -> None:
    finding = only(
        claim(DRAFT, "14 seats", link="definite"),
        claim(DRAFT, "14 seats", link="restated"),
        rules=(
            rule("a", covers={"link": frozenset({"definite"})}, kind="stale_toll"),
            rule("b", covers={"link": frozenset({"restated"})}, kind="headline_body_mismatch"),
        ),
    )
    assert (finding.rule, finding.also) == ("b", ("a",))


def test_a_pair_that_accuses_each_other_is_one_finding() -> None:
    finding = only(
        claim(DRAFT, "14 seats", "12 seats", link="definite"),
        claim(DRAFT, "12 seats", "14 seats", link="restated", strength="weak"),
        rules=(rule(severity={"strong": "error", "else": "warning"}),),
    )
    assert (finding.primary.text, finding.also) == ("14 seats", ())


def test_a_figure_that_is_accused_with_another_figure_is_a_finding_of_its_own() -> None:
    found = judge([claim(DRAFT, "14 seats", "12 seats"), claim(DRAFT, "30 members", "5 are")], RuleSet([rule()]), DRAFT)
    assert [finding.primary.text for finding in found] == ["30 members", "14 seats"]


def test_a_figure_may_be_right_in_one_pair_and_wrong_in_another() -> None:
    found = judge(
        [claim(DRAFT, "14 seats", "12 seats"), claim(DRAFT, "12 seats", "30 members")], RuleSet([rule()]), DRAFT
    )
    assert [finding.primary.text for finding in found] == ["12 seats", "14 seats"]


def test_a_figure_that_serves_as_the_yardstick_may_itself_be_wrong_beside_a_third() -> None:
    found = judge(
        [claim(DRAFT, "14 seats", "12 seats"), claim(DRAFT, "12 seats", "30 members", strength="weak")],
        RuleSet([rule(severity={"strong": "error", "else": "warning"})]),
        DRAFT,
    )
    assert [(finding.primary.text, finding.severity) for finding in found] == [
        ("12 seats", "warning"),
        ("14 seats", "error"),
    ]


# Messages


def said(message: str, *words: str, text: str = TEXT, **fields: object) -> str:
    document = draft(text)
    return only(claim(document, *words, **fields), rules=(rule(message=message),), document=document).message


def test_a_message_quotes_where_the_template_does_not() -> None:
    assert said("“{here}”; {there}?", "14 seats", "12 seats") == "“14 seats”; “12 seats”?"


def test_a_message_puts_a_quotation_on_one_line_and_cuts_a_long_one_between_words() -> None:
    assert said("{here}", "12 seats\n of", text="12 seats\n of it") == "“12 seats of”"
    long = said("{here}", "12 " + "seats " * 20, text="12 " + "seats " * 20)
    assert long.endswith("seats…”") and len(long) <= 83


def test_a_message_turns_quotes_inside_a_quotation() -> None:
    assert said("{here}", "12 “seats”", text="12 “seats”") == "“12 ‘seats’”"


def test_a_message_shows_no_markup() -> None:
    document = draft("**12** seats")
    prose = document.text.replace("**", "\u2060\u2060")
    document = Document("draft.md", document.text, prose, "markdown", document.blocks, document.line_starts)
    assert only(claim(document, "**12** seats"), document=document).message == "“12 seats”, "


def test_a_message_takes_the_slots_of_the_claim_and_leaves_out_what_is_not_given() -> None:
    filled = said("{first} {computed} {fact}|{there}|{second}", "14 seats", slots={"first": "12\nseats"}, result="13")
    assert filled == "12 seats 13 ||"


# Identity


def ids(text: str, *pairs: tuple[str, str], name: str = "draft.txt", rule_id: str = "seats-disagree") -> list[str]:
    document = draft(text, name)
    found = judge([claim(document, *pair) for pair in pairs], RuleSet([rule(rule_id)]), document)
    return [finding.id for finding in found]


def test_an_id_survives_edits_elsewhere() -> None:
    (before,) = ids(TEXT, ("14 seats", "30 members"))
    edited = "A new line.\n\n" + TEXT.replace("are empty.", "are  empty today.")
    assert ids(edited, ("14 seats", "30 members")) == [before]


def test_an_id_survives_an_edit_in_the_paragraph_before() -> None:
    (before,) = ids(TEXT, ("14 seats", "5 are"))
    assert ids(TEXT.replace("30 members.", "31 deputies!"), ("14 seats", "5 are")) == [before]


def test_an_id_survives_marks_beside_the_figure_and_the_order_of_its_places() -> None:
    (before,) = ids(TEXT, ("14 seats", "30 members"))
    assert ids(TEXT.replace("seats, 5", "seats; (5)"), ("14 seats", "30 members")) == [before]
    assert ids(TEXT, ("30 members", "14 seats")) == [before]


def test_an_id_looks_for_the_words_behind_the_target_of_a_link() -> None:
    text = "Of its 14 seats, {} five are empty."
    (before,) = ids(text.format(""), ("14 seats",))
    assert ids(text.format(" " * 300), ("14 seats",)) == [before]


def test_an_id_changes_with_the_figure_the_words_beside_it_the_rule_and_the_path() -> None:
    pair = ("14 seats", "30 members")
    known = {
        *ids(TEXT, pair),
        *ids(TEXT.replace("14", "15"), ("15 seats", "30 members")),
        *ids(TEXT.replace("30", "31"), ("14 seats", "31 members")),
        *ids(TEXT.replace("Of its", "Of all"), pair),
        *ids(TEXT, pair, rule_id="another"),
        *ids(TEXT, pair, name="other.txt"),
    }
    assert len(known) == 6


def test_an_id_does_not_depend_on_how_the_path_is_written() -> None:
    pair = ("14 seats", "30 members")
    assert ids(TEXT, pair, name="a/b.txt") == ids(TEXT, pair, name="./a/b.txt") == ids(TEXT, pair, name="a\\b.txt")


def test_twins_have_ids_of_their_own() -> None:
    line = "The house has 12 seats, not 14 seats."
    document = draft(f"{line}\n{line}")
    first = claim(document, "12 seats", "14 seats")
    moved = tuple(
        premise._replace(span=type(premise.span)(premise.span.start + len(line) + 1, premise.span.end + len(line) + 1))
        for premise in first.premises
    )
    second = claim(document, "12 seats", "14 seats", premises=moved)
    one, other = judge([second, first], RuleSet([rule()]), document)
    assert (one.primary.line, other.primary.line) == (1, 2)
    assert one.id != other.id
    assert one.id == judge([first], RuleSet([rule()]), document)[0].id


# Properties

WORDS = ("12 seats", "30 members", "14 seats", "5 are")
RULES = (
    rule("wide"),
    rule(
        "of-links", covers={"link": frozenset({"definite", "restated"})}, severity={"strong": "warning", "else": "info"}
    ),
    rule("of-one", covers={"link": frozenset({"definite"})}, kind="stale_toll"),
    rule("of-dead", covers={"status": frozenset({"dead"})}, severity={"else": "off"}),
)
CLAIMS = st.lists(
    st.builds(
        lambda words, link, strength, status, computed: claim(
            DRAFT, *words, link=link, strength=strength, status=status, computed=computed
        ),
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True),
        st.sampled_from(("definite", "restated", "headline")),
        st.sampled_from(("strong", "weak")),
        st.sampled_from(("", "dead")),
        st.sampled_from((12, 14)),
    ),
    max_size=8,
)


@given(CLAIMS, st.randoms(use_true_random=False), st.permutations(RULES))
def test_the_order_of_claims_and_of_rules_changes_nothing(
    claims: list[Claim], random: object, rules: list[Rule]
) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert judge(claims, RuleSet(RULES), DRAFT) == judge(shuffled, RuleSet(rules), DRAFT)


@given(CLAIMS)
def test_every_figure_is_accused_once_at_most_and_findings_stand_in_order(claims: list[Claim]) -> None:
    found = judge(claims, RuleSet(RULES), DRAFT)
    accused = [finding.primary.span for finding in found]
    assert accused == sorted(set(accused))
    assert len({finding.id for finding in found}) == len(found)
    for finding in found:
        assert finding.primary not in finding.related
        assert finding.rule not in finding.also
