"""No draft, file name or rule can make an output do what it should not, and every output stays well formed."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model.report import Report, Silenced
from checker.model.takes import CHANGES, Slip, Spot, Takes, Turn
from checker.writers import TABLE, Style, load
from checker.writers.figures import figures
from checker.writers.grid import grid
from checker.writers.takes import FORMS
from tests.writers.build import examined, report

WEAPONS = (
    *("\x1b[31m", "\x9b31m", "\x07", "\x00", "\u202e", "\u2066", "\r", "\n", "\u2028", "\x85", "\ufffe", "\ud800"),
    *("::error::x", "##[add-mask]x", "##vso[task.x]", "::", "##", ":::", "###[", "=1+1", "@x", "<b>", "]]>", "&amp;"),
    *("](http://x)", "```", "`", "|", '"', ",", "%0A", "\\", "14", " ", "a", "火", "e\u0301", "😀", "\u2060"),
)
WAYS = ("draft", "baseline", "unchanged")
hostile = st.lists(st.one_of(st.sampled_from(WEAPONS), st.characters()), min_size=1, max_size=12).map("".join)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report of one or two hostile drafts."""
    made = []
    for name in draw(st.lists(hostile, min_size=1, max_size=2, unique=True)):
        # Brackets of the draft must not run into those of the marks; and a figure is never blank.
        words = [re.sub(r"[\[\]]{2,}", "", draw(hostile)).strip("[]") for _ in range(4)]
        marked = f"{words[0]}[[{words[1]}1]]{words[2]}[[2{words[3]}]]"
        levels = draw(st.lists(st.sampled_from(["error", "warning", "info"]), max_size=3))
        told = {"message": draw(hostile), "computed": draw(hostile), "fact": draw(hostile)}
        one = examined(name, marked, *levels, **told)
        ways = [Silenced(f, draw(st.sampled_from(WAYS)), draw(hostile)) for f in one.findings if draw(st.booleans())]
        kept = tuple(f for f in one.findings if all(f is not silenced.finding for silenced in ways))
        remarks = tuple(draw(st.lists(hostile, max_size=1)))
        made.append(one._replace(findings=kept, silenced=tuple(ways), remarks=remarks))
    told_of = report(*made, unread=tuple(draw(st.lists(hostile, max_size=1))))
    return told_of._replace(stale=tuple(draw(st.lists(hostile, max_size=1))))


@st.composite
def takes(draw: st.DrawFn) -> Takes:
    """Two takes with one change of each kind and one slip, all their words hostile."""
    spot = st.builds(Spot, hostile, st.just(0), st.just(1), st.just(1), st.just(1), hostile)
    places = st.lists(spot, min_size=1, max_size=2).map(tuple)
    turns = tuple(Turn(change, draw(hostile), draw(hostile), draw(places), draw(places)) for change in CHANGES)
    slip = Slip("changed-in-one-place", "warning", draw(hostile), draw(places), draw(places))
    return Takes(draw(hostile), draw(hostile), turns, (slip,))


def parse(name: str, text: str) -> object:
    """Read an output as its consumer would; raise where it cannot."""
    if name in ("json", "sarif", "gitlab", "rdjson"):
        return json.loads(text)
    if name == "jsonl":
        return [json.loads(line) for line in text.removesuffix("\n").split("\n")]
    if name == "html":
        page = Reading()
        page.feed(text)
        page.close()
        assert page.tags.count("script") == page.tags.count("style") == 1 and not page.handlers
        return page
    if name in ("junit", "checkstyle"):
        return ElementTree.fromstring(text)
    if name == "csv":
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert len({len(row) for row in rows}) == 1
        return rows
    return text


class Reading(HTMLParser):
    """Notes the tags of a page and what in them would run."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on") or name in ("style", "src", "action")]
        self.handlers += [value or "" for name, value in attrs if name == "href" and not (value or "").startswith("#")]


def unsafe(text: str) -> list[str]:
    """Return the characters that a terminal obeys or that turn the reading direction."""
    return [c for c in text if (unicodedata.category(c) == "Cc" and c != "\n") or c in "\u202a\u202e\u2066\u2069"]


@pytest.mark.parametrize("name", TABLE)
@given(made=reports())
def test_every_output_is_well_formed_and_inert_for_any_draft(name: str, made: Report) -> None:
    text = load(name)(made, Style(verbose=True))
    parse(name, text.encode("utf-8", "backslashreplace").decode("utf-8"))
    assert unsafe(text) == []
    # A runner that reads a line as "::error ...::" looks for nothing else in it, so a path may keep its "##" there.
    assert name == "github" or "##" not in text.replace("### figcheck", "")
    commands = [line for line in text.splitlines() if line.lstrip().startswith("::")]
    levels = ("::error ", "::warning ", "::notice ")
    assert commands == ([line for line in commands if line.startswith(levels)] if name == "github" else [])


@given(made=reports())
def test_json_keeps_every_word_of_the_draft(made: Report) -> None:
    shape = json.loads(load("json")(made, Style()))
    told = [finding["primary"]["text"] for document in shape["documents"] for finding in document["findings"]]
    drafts = [document for document in made.documents if document.findings]
    assert set(told) == {finding.primary.text for document in drafts for finding in document.findings}


@given(made=reports())
def test_the_figure_table_is_inert_too(made: Report) -> None:
    for document in made.documents:
        rows = [(row.path, row.figure, row.fact) for row in figures(document)]
        lines = grid(("path", "figure", "fact"), rows, (20, 20, 20))
        assert unsafe("\n".join(lines)) == [] and not any("##" in line or "::" in line for line in lines)


@given(made=reports())
def test_github_shows_one_line_for_each_command(made: Report) -> None:
    text = load("github")(made, Style())
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in text.splitlines())


@pytest.mark.parametrize("name", FORMS)
@given(made=takes())
def test_two_takes_are_well_formed_and_inert_for_any_draft(name: str, made: Takes) -> None:
    text = FORMS[name](made, True)
    assert unsafe(text) == []
    assert "##" not in text.replace("### figcheck", "")
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
    if name == "json":
        assert json.loads(text)["findings"][0]["message"]


@given(made=reports())
def test_a_spreadsheet_reads_no_cell_as_a_formula(made: Report) -> None:
    for row in csv.reader(io.StringIO(load("csv")(made, Style()), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@pytest.mark.parametrize("name", [name for name in TABLE if name != "github"])
def test_a_line_of_its_own_never_begins_like_a_command(name: str) -> None:
    """A message may hold a line break and a file may be called ":": neither begins a line with "::"."""
    made = report(examined(":", "In [[12]] and [[14]].", "info", message="\n::error::x"), examined("b.md", ""))
    lines = load(name)(made, Style(verbose=True, fail_on="error")).splitlines()
    assert [line for line in lines if line.lstrip().startswith("::")] == []
