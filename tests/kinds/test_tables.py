"""Tables: totals, columns of changes, league tables, and what the text says of a row."""

from __future__ import annotations

from tests.kinds.drafts import findings, places

SUM = "table-does-not-add-up"
DEATHS = """
| Province | Deaths | Injured |
|---|---:|---:|
| Talvar | 911 | 2,415 |
| Soreh | {soreh} | 1,120 |
| Dasht | 85 | 375 |
| **{label}** | **1,293** | **3,910** |
"""


def deaths(soreh: str, label: str = "Total") -> str:
    return DEATHS.format(soreh=soreh, label=label)


def test_a_cell_with_two_digits_exchanged_is_accused_and_not_the_total() -> None:
    assert places(deaths("279"), SUM, name="draft.md") == [["279", "1,293", "911", "85"]]
    (finding,) = findings(deaths("279"), SUM, name="draft.md")
    assert finding.computed == "297"


def test_the_total_is_accused_where_no_single_slip_explains_the_miss() -> None:
    assert places(deaths("251"), SUM, name="draft.md")[0][0] == "1,293"


def test_a_total_under_another_name_counts() -> None:
    assert places(deaths("279", "All provinces"), SUM, name="draft.md")
    assert not places(deaths("279", "Source: ministry"), SUM, name="draft.md")


def test_a_row_without_a_figure_keeps_a_column_silent_and_a_dash_is_nothing() -> None:
    assert not places(deaths("n/a"), SUM, name="draft.md")
    assert places(deaths("–"), SUM, name="draft.md")


def test_a_note_below_the_table_excuses_it() -> None:
    assert not places(deaths("279") + "\nFigures may not add up due to rounding.\n", SUM, name="draft.md")


def test_a_cell_that_breaks_its_row_and_its_column_is_accused() -> None:
    text = """
| Year | Small | Large | Total |
|---|---:|---:|---:|
| 2021 | 70 | 40 | 110 |
| 2022 | 80 | 45 | 165 |
| **All** | **150** | **85** | **235** |
"""
    assert [place[0] for place in places(text, SUM, name="draft.md")] == ["165"]


def test_words_in_the_headings_are_no_figures() -> None:
    text = """
| Year | One bedroom | Two bedrooms | Total |
|---|---:|---:|---:|
| 2021 | 70 | 40 | 110 |
| 2022 | 80 | 45 | 125 |
| **All** | **150** | **85** | **235** |
"""
    assert not places(text, SUM, name="draft.md")


def test_a_selection_of_rows_is_no_sum() -> None:
    text = "| Country | Cases |\n|---|---:|\n| Norland | 120 |\n| Sund | 90 |\n| Total of 31 countries | 1,460 |\n"
    assert not places(text, SUM, name="draft.md")


CHANGES = """
| Offence | 2023 | 2024 | Change |
|---|---:|---:|---:|
| Burglary | 3,000 | 2,460 | {first} |
| Robbery | 850 | {robbery} | -6% |
| Knives | 960 | 1,104 | +15% |
"""


def test_a_change_that_does_not_fit_its_row_is_found_where_the_other_rows_fit() -> None:
    wrong = CHANGES.format(first="-18%", robbery="609")
    assert places(wrong, "change-column-is-off", name="draft.md") == [["-6%", "850", "609"]]
    assert not places(CHANGES.format(first="-18%", robbery="799"), "change-column-is-off", name="draft.md")


def test_a_cell_with_two_digits_exchanged_is_accused_before_the_change() -> None:
    wrong = CHANGES.format(first="-18%", robbery="709")
    assert places(wrong, "change-column-is-off", name="draft.md") == [["709", "-6%", "850"]]


def test_a_column_of_other_changes_is_left_alone() -> None:
    assert not places(CHANGES.format(first="-3%", robbery="709"), "change-column-is-off", name="draft.md")


def test_the_old_year_may_stand_behind_the_new_one() -> None:
    text = """
| Division | 2024 | 2023 | Change |
|---|---:|---:|---:|
| Dairy | 742 | 650 | +14% |
| Bakery | 498 | 430 | +16% |
| Frozen | 371 | 325 | +41% |
"""
    assert places(text, "change-column-is-off", name="draft.md") == [["41%", "325", "371"]]


def test_the_text_repeats_a_row_with_one_digit_wrong() -> None:
    text = CHANGES.format(first="-18%", robbery="799") + "\nKnives rose to 1,194 cases from 960.\n"
    assert places(text, "text-differs-from-its-row", name="draft.md") == [["1,194 cases", "1,104"]]


def test_a_figure_of_the_text_that_stands_elsewhere_in_the_table_is_no_slip() -> None:
    text = CHANGES.format(first="-18%", robbery="799") + "\nKnives, at 960, were more than robbery with 850.\n"
    assert not places(text, "text-differs-from-its-row", name="draft.md")


def test_a_share_of_a_column_is_worked_out_from_the_table() -> None:
    text = deaths("297") + "\nSoreh has {} per cent of the deaths.\n"
    rule = "percentage-of-a-count-is-off"
    assert places(text.format(32), rule, name="draft.md") == [["32 per cent", "297", "1,293"]]
    assert not places(text.format(23), rule, name="draft.md")


LEAGUE = """
| | P | W | D | L | Pts |
|---|---:|---:|---:|---:|---:|
| Dunmore | 28 | 18 | 5 | 5 | {first} |
| Kestrel | {played} | 17 | 7 | 4 | {second} |
| Harbour | 28 | 17 | 6 | 5 | {third} |
"""


def test_points_and_games_of_a_league_table() -> None:
    rule = "league-table-is-off"
    assert not places(LEAGUE.format(first=59, played=28, second=58, third=57), rule, name="draft.md")
    assert places(LEAGUE.format(first=59, played=28, second=56, third=57), rule, name="draft.md")[0][0] == "56"
    assert places(LEAGUE.format(first=59, played=29, second=58, third=57), rule, name="draft.md")[0][0] == "29"


def test_a_league_that_counts_two_points_a_win_stays_silent() -> None:
    assert not places(LEAGUE.format(first=41, played=28, second=41, third=40), "league-table-is-off", name="draft.md")
