"""Parts and wholes, prices and sums, and counts that are carried forward."""

from __future__ import annotations

import pytest

from tests.kinds.drafts import findings, places

PARTS, DIFFERENCE = "parts-do-not-sum", "difference-is-off"


def test_the_whole_is_accused_and_every_part_is_shown() -> None:
    text = "Monitors said 19 civilians and eight fighters had been killed, a total of 29."
    assert places(text, PARTS) == [["a total of 29", "19 civilians", "eight fighters"]]
    (finding,) = findings(text, PARTS)
    assert finding.computed == "27"
    assert "19 + 8" in finding.message


def test_one_named_without_a_number_may_be_counted() -> None:
    assert not places("The dead were 12 men, five women and a child, a total of 18.", PARTS)
    assert not places("The dead were 12 men, five women and a child, a total of 17.", PARTS)
    assert places("The dead were 12 men, five women and a child, a total of 20.", PARTS)


def test_a_whole_that_is_said_twice_is_no_part() -> None:
    assert not places("He has 23 caps, 14 for the seniors and nine for the juniors, 23 in all.", PARTS)


def test_another_figure_that_can_be_the_whole_excuses() -> None:
    text = "Police held 12 men and 9 women. They let eight of them go on Tuesday and the other {} at the end."
    assert not places(text.format("four"), PARTS)


def test_rounded_parts_may_miss_their_sum() -> None:
    text = "It has 1.2 million members in the north and 2.3 million in the south, a total of {} million."
    assert not places(text.format("3.4"), PARTS)
    assert places(text.format("4.5"), PARTS)


def test_a_list_far_below_its_whole_is_only_some_of_it() -> None:
    assert not places("The fleet has 18 ships: two tankers and three tugs.", PARTS)
    assert places("The fleet has 18 ships: seven tankers, six ferries and three tugs.", PARTS)


def test_amounts_in_brackets_behind_a_split() -> None:
    text = "Spending of £100m is split between roads (£44m), schools (£35m) and parks ({})."
    assert not places(text.format("£21m"), PARTS)
    assert places(text.format("£12m"), PARTS)


def test_a_sum_of_equal_amounts_is_a_multiple_of_them() -> None:
    rule = "sum-of-equal-amounts-is-off"
    assert places("The state announced Rs 3 lakh each for the families, a total of Rs 37 lakh.", rule)
    assert not places("The state announced Rs 3 lakh each for the families, a total of Rs 27 lakh.", rule)


def test_people_on_board_are_passengers_and_crew() -> None:
    rule = "counts-of-one-event-do-not-sum"
    text = "A jet with 140 people on board overran the runway. It was carrying {} passengers and eight crew members."
    assert places(text.format(134), rule) == [["140 people on board", "134 passengers", "eight crew members"]]
    assert not places(text.format(132), rule)


def test_a_whole_that_is_repeated_is_not_accused() -> None:
    rule = "counts-of-one-event-do-not-sum"
    text = (
        "A jet with 140 people on board overran the runway. All 140 people on board are alive. "
        "It was carrying 134 passengers and eight crew members."
    )
    assert places(text, rule)[0][0] == "eight crew members"


@pytest.mark.parametrize(
    ("old", "more", "is_right"), [(36, "five", True), (36, "seven", False), (34, "seven", True), (34, "five", False)]
)
def test_a_toll_is_the_old_one_and_what_was_found_since(old: int, more: str, is_right: bool) -> None:
    text = f"The death toll rose to 41 after {more} more bodies were found.\n\nThe count had stood at {old} on Tuesday."
    assert (not places(text, DIFFERENCE)) == is_right


def test_two_old_tolls_settle_nothing() -> None:
    text = (
        "The death toll rose to 41 after seven more bodies were found. The count had stood at 36 on Tuesday. "
        "The count had been 30 on Monday."
    )
    assert not places(text, DIFFERENCE)


def test_a_rise_since_an_old_toll_is_held_against_the_new_one() -> None:
    text = "The quake has killed 1,284 people.\n\nBy Monday 1,051 people had died; the toll has risen by {} since."
    assert places(text.format(333), DIFFERENCE)
    assert not places(text.format(233), DIFFERENCE)


def test_the_headline_gives_the_size_and_the_lede_both_ends() -> None:
    text = "# Water bills to rise by an average of {}\n\nThe average bill will go from £480 to £603.\n"
    assert places(text.format("£321"), DIFFERENCE, name="draft.md")
    assert not places(text.format("£123"), DIFFERENCE, name="draft.md")


def test_the_new_figure_is_the_one_that_can_be_more() -> None:
    text = "The clubs reached 18,600 children in 214 schools, {} more than the 15,500 of 2023."
    assert places(text.format("4,100"), DIFFERENCE) == [["4,100", "15,500", "18,600 children"]]
    assert not places(text.format("3,100"), DIFFERENCE)


def test_a_difference_and_a_percentage_must_fit_each_other() -> None:
    text = "There were 27 homicides, {} more than the year before, an increase of 50%."
    assert places(text.format("12"), "percentage-of-change-is-off") == [["50%", "12", "27 homicides"]]
    assert not places(text.format("nine"), "percentage-of-change-is-off")


def test_a_figure_that_is_a_thousand_times_off_is_one_finding() -> None:
    text = "Revenue was up 15% to €1.84 million from €1.60 billion. Costs were €1.60 billion too."
    (finding,) = findings(text, "rise-that-falls")
    assert finding.primary.text == "€1.84 million"
    assert set(finding.also) | {finding.rule} >= {"rise-that-falls", "percentage-of-change-is-off"}


def test_a_majority_is_the_difference_of_the_first_two() -> None:
    text = "Odu kept the seat with a majority of {}.\n\nShe took 17,905 votes. Marsh had 15,220 and Pell 6,480."
    assert places(text.format("2,865"), DIFFERENCE) == [["2,865", "15,220", "17,905 votes"]]
    assert not places(text.format("2,685"), DIFFERENCE)
    assert not places(text.format("12 seats"), DIFFERENCE)


def test_pence_are_parts_of_pounds() -> None:
    text = "A pint now costs £5.20, which is {} more than the £4.60 it cost a year ago."
    assert places(text.format("40p"), DIFFERENCE)
    assert not places(text.format("60p"), DIFFERENCE)
