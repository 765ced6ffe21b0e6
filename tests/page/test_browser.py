"""The report page in a browser, as an editor uses it."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import checker
from checker.model.report import DocumentReport, Report
from tests.page.conftest import Open
from tests.writers.build import examined, report

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
pytestmark = pytest.mark.xdist_group("browser")

HOSTILE = (
    "<script>document.title='hacked'</script>",
    "</script><script>document.title='hacked'</script>",
    "</style><script>document.title='hacked'</script>",
    '"><img src=x onerror="document.title=\'hacked\'">',
    "' autofocus onfocus='document.title=1' x='",
    "{{ 7 * 7 }}{% include 'page.css' %}",
    "<svg onload=\"document.title='hacked'\">",
    "<a href=\"javascript:document.title='hacked'\">14</a>",
    "<iframe src='https://example.org'></iframe><link rel=stylesheet href=//example.org/a.css>",
    "-->]]><!--",
)


@functools.cache
def seeds(*names: str) -> Report:
    """Check sample drafts; all of them where none is named."""
    paths = [SEEDS / name for name in names] or sorted(path for path in SEEDS.iterdir() if path.suffix)
    parts = [checker.check_text(path.read_text(encoding="utf-8"), path.name) for path in paths]
    return Report(
        tuple(document for part in parts for document in part.documents),
        rules=tuple({note.id: note for part in parts for note in part.rules}.values()),
    )


def lit(page: Page) -> list[str]:
    return page.locator(".sheet .lit:visible").evaluate_all("marks => marks.map(mark => mark.firstChild.textContent)")


def column(page: Page, number: int) -> list[str]:
    return page.locator(f".all tbody tr:visible > :nth-child({number})").all_inner_texts()


def test_the_worst_finding_is_open_and_both_its_places_are_lit(opened: Open) -> None:
    page = opened(seeds("02-ferry.md")).page
    expect(page.locator(".card[open]")).to_have_count(1)
    expect(page.locator("#d1-n1 .quote")).to_have_count(2)
    assert lit(page) == ["24 people", "26 people killed"]


def test_a_finding_that_is_chosen_lights_its_places_and_closes_the_others(opened: Open) -> None:
    page = opened(seeds("02-ferry.md")).page
    page.locator("#d1-n3 summary").click()
    expect(page.locator(".card[open]")).to_have_id("d1-n3")
    expect(page.locator("#d1-n3 .computed")).to_have_text("124")
    expect(page.locator("#d1-n3 .why")).to_contain_text("table: vessels checked")
    assert lit(page) == ["41", "38", "45", "134"]
    expect(page.locator(".sheet .lit").first).to_be_in_viewport()


def test_no_two_findings_are_open_even_for_a_moment(opened: Open) -> None:
    page = opened(seeds("02-ferry.md")).page
    pressed = "(summary) => { summary.click(); return document.querySelectorAll('.card[open]').length; }"
    assert page.locator("#d1-n3 summary").evaluate(pressed) == 1


def test_two_sentences_stand_side_by_side_where_there_is_room(opened: Open) -> None:
    page = opened(seeds("02-ferry.md")).page
    one, two = (page.locator("#d1-n1 .quote").nth(at).bounding_box() for at in (0, 1))
    assert one and two and one["y"] == two["y"] and one["x"] + one["width"] <= two["x"]


def test_a_figure_of_a_finding_opens_it(opened: Open) -> None:
    page = opened(seeds("02-ferry.md")).page
    page.locator(".sheet .fig", has_text="35 per cent").click()
    expect(page.locator(".card[open]")).to_have_id("d1-n4")
    expect(page.locator("#d1-n4 summary")).to_be_focused()


def test_a_figure_without_a_finding_tells_what_was_read_of_it(opened: Open) -> None:
    page = opened(seeds("02-ferry.md")).page
    page.locator(".sheet .fig", has_text="62 survivors").click()
    expect(page.locator(".lens")).to_be_visible()
    expect(page.locator(".lens")).to_contain_text("held against: One")
    expect(page.locator(".sheet .kin")).to_have_text("One")
    page.keyboard.press("Escape")
    expect(page.locator(".lens")).to_be_hidden()
    expect(page.locator(".sheet .lit, .sheet .kin")).to_have_count(0)


def test_a_line_in_a_finding_leads_to_its_place_in_the_draft(opened: Open) -> None:
    page = opened(seeds("02-ferry.md"), width=360).page
    page.locator("#d1-n1 .quote a").nth(1).click()
    target = page.locator(".sheet .fig", has_text="24 people")
    expect(target).to_be_in_viewport()
    expect(target).to_be_focused()


def test_arrows_go_through_the_findings_and_enter_opens_one(opened: Open) -> None:
    page = opened(seeds("02-ferry.md")).page
    page.locator("#d1-n1 summary").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#d1-n3 summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".card[open]")).to_have_id("d1-n3")
    page.keyboard.press("End")
    expect(page.locator("#d1-n4 summary")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#d1-n4 summary")).to_be_focused()
    page.keyboard.press("Home")
    expect(page.locator("#d1-n1 summary")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".card[open]")).to_have_count(0)


def test_the_first_tab_offers_to_skip_to_the_report(opened: Open) -> None:
    page = opened(seeds("02-ferry.md")).page
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_table_can_be_filtered_by_words_and_by_verdict(opened: Open) -> None:
    page = opened(seeds("02-ferry.md")).page
    page.get_by_role("searchbox", name="Find").fill("KILLED varnholm")
    assert column(page, 1) == ["24 people"]
    expect(page.locator(".filter output")).to_have_text("1 of 38 figures")
    page.get_by_role("searchbox", name="Find").fill("people killed")
    page.get_by_label("Verdict").select_option("error")
    assert column(page, 1) == ["24 people", "26 people killed"]
    page.get_by_role("searchbox", name="Find").fill("")
    expect(page.locator(".filter output")).to_have_text("10 of 38 figures")


def test_the_table_can_be_sorted_by_what_figures_can_mean(opened: Open) -> None:
    page = opened(seeds("02-ferry.md")).page
    button = page.locator(".all").get_by_role("button", name="Can mean")
    button.click()
    heading = page.locator(".all th", has=page.get_by_role("button", name="Can mean"))
    expect(heading).to_have_attribute("aria-sort", "ascending")
    up = counts(page)
    assert up == sorted(up) and len(up) > 10
    button.press("Enter")
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert counts(page) == sorted(up, reverse=True) and page.locator(".all [aria-sort]").count() == 1


def counts(page: Page) -> list[int]:
    """Return what the figures can mean, of those that can mean one whole number."""
    return [int(words.replace(",", "")) for words in column(page, 3) if words.replace(",", "").isdecimal()]


def test_a_table_that_was_sorted_goes_back_to_the_order_of_the_draft(opened: Open) -> None:
    page = opened(seeds("02-ferry.md")).page
    before = column(page, 1)
    page.locator(".all").get_by_role("button", name="Verdict").click()
    assert column(page, 7)[0].startswith("error") and column(page, 1) != before
    page.locator(".all").get_by_role("button", name="Fact").click()
    assert column(page, 1) == before


def test_several_drafts_have_an_index_and_one_is_shown_at_a_time(opened: Open) -> None:
    page = opened(seeds()).page
    expect(page.locator(".index")).to_be_visible()
    expect(page.locator(".doc:visible")).to_have_count(0)
    page.locator(".docs").get_by_role("button", name="Found").click()
    expect(page.locator(".docs tbody tr").first).to_contain_text("02-ferry.md")
    page.get_by_role("link", name="03-tram-depot.txt").click()
    expect(page.locator(".doc:visible")).to_have_id("d3")
    expect(page.locator(".index")).to_be_hidden()
    assert lit(page) == ["At least 17 hurt", "At least 11 people"]
    page.locator("#d3 .steps").get_by_role("link", name="Next").click()
    expect(page.locator(".doc:visible")).to_have_id("d4")
    page.go_back()
    expect(page.locator(".doc:visible")).to_have_id("d3")
    page.locator("#d3 .steps").get_by_role("link", name="All drafts").click()
    expect(page.locator(".index")).to_be_visible()


def test_a_link_to_a_finding_opens_its_draft_and_the_finding(opened: Open) -> None:
    page = opened(seeds(), "#d3-n2").page
    expect(page.locator(".doc:visible")).to_have_id("d3")
    expect(page.locator("#d3 .card[open]")).to_have_id("d3-n2")
    assert lit(page) == ["26 trams", "14", "five", "nine"]


def test_a_clean_draft_shows_its_figures_and_says_that_nothing_was_found(opened: Open) -> None:
    page = opened(seeds("04-reservoir-clean.md")).page
    expect(page.locator(".tally")).to_have_text("nothing found")
    expect(page.locator(".card")).to_have_count(0)
    expect(page.locator(".all tbody tr")).to_have_count(63)


def test_no_draft_at_all_is_told_with_what_could_not_be_read(opened: Open) -> None:
    page = opened(Report((), ("a.docx: cannot be read: <b>no</b>",))).page
    expect(page.locator(".unread li")).to_have_text("a.docx: cannot be read: <b>no</b>")


def test_a_fact_is_drawn_with_a_name_for_those_who_do_not_see_it(opened: Open) -> None:
    page = opened(seeds("03-tram-depot.txt")).page
    picture = page.get_by_role(
        "img", name="At least 17 hurt can mean at least 17; At least 11 people can mean at least 11"
    )
    expect(picture).to_be_visible()
    expect(picture.locator("text")).to_have_text(["11", "17"])


def test_every_mark_has_a_description_for_screen_readers(opened: Open) -> None:
    page = opened(seeds("02-ferry.md")).page
    expect(page.locator("#d1-m3")).to_have_accessible_description("Part of an error; choose it to see both sentences")


def test_without_scripts_all_drafts_are_there_and_findings_open(opened: Open) -> None:
    page = opened(seeds(), java_script_enabled=False).page
    expect(page.locator(".doc:visible")).to_have_count(4)
    page.locator("#d2-n3 summary").click()
    expect(page.locator("#d2-n3 .computed")).to_be_visible()
    expect(page.locator(".filter:visible")).to_have_count(0)


def test_on_paper_every_finding_is_open_and_nothing_is_left_to_press(opened: Open) -> None:
    page = opened(seeds("02-ferry.md")).page
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".card .why:visible")).to_have_count(4)
    expect(page.locator(".filter:visible, .lens:visible, .parts:visible")).to_have_count(0)
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".card[open]")).to_have_id("d1-n1")


def test_the_index_is_printed_with_all_drafts(opened: Open) -> None:
    page = opened(seeds()).page
    page.emulate_media(media="print")
    expect(page.locator(".doc:visible")).to_have_count(4)


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_no_rule_of_accessibility_is_broken(opened: Open, scheme: str, width: int) -> None:
    page = opened(seeds(), "#d3", width, color_scheme=scheme).page
    page.locator("#d3 .sheet .fig.single").first.click()
    assert told(page) == []
    page.locator("#d3-n4 summary").click()
    assert told(page) == []
    page.goto(page.url.partition("#")[0] + "#index")
    assert told(page) == []


def told(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_makes_the_page_wider_than_the_screen(opened: Open, width: int) -> None:
    long = "x" * 400
    made = [
        *seeds().documents,
        examined(f"{long}.md", f"# [[12 {long}]]\n\nThen [[14]] {long}.", "error", message=long),
    ]
    page = opened(report(*made), width=width).page
    views = ["#index", *(f"#d{number}" for number in range(1, len(made) + 1))]
    for view in views:
        page.evaluate("view => { location.hash = view; }", view)
        page.wait_for_function("view => document.querySelector(view).checkVisibility()", arg=view)
        assert page.evaluate("document.documentElement.scrollWidth") == width, view


def test_a_page_asks_for_nothing_and_says_nothing_on_the_console(opened: Open) -> None:
    made = opened(seeds())
    made.page.get_by_role("link", name="02-ferry.md").click()
    made.page.locator("#d2-n2 summary").click()
    assert [url.partition("#")[0] for url in made.asked] == [made.page.url.partition("#")[0]]
    assert made.told == []


def test_a_hostile_draft_runs_nothing_loads_nothing_and_adds_no_element(opened: Open) -> None:
    calm = opened(report(hostile("calm"), hostile("calmer"), unread=("calm",)))
    made = opened(report(*map(hostile, HOSTILE), unread=HOSTILE))
    names = "names => [...document.querySelectorAll('*')].map(one => one.localName)"
    assert set(made.page.evaluate(names)) == set(calm.page.evaluate(names))
    assert sorted(made.page.locator(".message").all_text_contents()) == sorted(HOSTILE)
    for number, _ in enumerate(HOSTILE, 1):
        made.page.evaluate("number => { location.hash = `#d${number}-n1`; }", number)
        made.page.locator(f"#d{number} .sheet .fig").first.click()
    assert made.page.title() == f"figcheck: {len(HOSTILE)} errors"
    assert len(made.asked) == 1 and made.told == []


def hostile(words: str) -> DocumentReport:
    """Make a draft that holds *words* wherever words of a draft, a name or a rule are shown."""
    text = words.replace("[", "(").replace("]", ")")
    marked = f"# {text} [[12 {text}]]\n\n{text} [[14]]."
    told = {"message": words, "fact": words, "computed": words, "also": (words,)}
    return examined(f"{words}.md", marked, "error", **told)._replace(remarks=(words,), not_run=(words,))


def test_the_policy_stops_a_script_that_is_not_the_page_s_own(opened: Open) -> None:
    made = opened(seeds("02-ferry.md"))
    for element in (
        "Object.assign(document.createElement('script'), { textContent: 'document.title = 1' })",
        "Object.assign(new Image(), { src: 'https://example.org/a.png' })",
    ):
        made.page.evaluate(f"() => {{ document.body.append({element}); }}")
    assert made.page.title().startswith("figcheck")
    assert len([line for line in made.told if "Content Security Policy" in line]) == 2
