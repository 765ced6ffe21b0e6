from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx as python_docx
import pytest

from checker.document.docx.comments import Note, annotated
from checker.errors import InputError
from tests.cli.conftest import Run, cache, desk, run  # noqa: F401
from tests.formats.docxfile import cell, docx, para, row, table
from tests.formats.docxfile import run as words
from tests.formats.outline import read

BOLD = '<w:b/><w:sz w:val="20"/>'
MARKS = re.compile(r'<w:commentRange(?:Start|End) w:id="\d+"/>|<w:r><w:commentReference w:id="\d+"/></w:r>')


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def commented(data: bytes, *phrases: str) -> bytes:
    """Return a copy with a comment on the first place of each phrase, which says the phrase."""
    text = read(data, "a.docx").text
    return annotated(data, [Note(text.index(one), text.index(one) + len(one), one) for one in phrases])


def spans(data: bytes) -> list[str]:
    """Return the words between the marks of each comment."""
    main = part(data, "word/document.xml")
    found = re.findall(r'<w:commentRangeStart w:id="(\d+)"/>(.*?)<w:commentRangeEnd w:id="\1"/>', main, re.DOTALL)
    return ["".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", inside)) for _, inside in found]


def test_a_comment_stands_at_the_words_and_the_runs_that_it_parts_keep_their_properties() -> None:
    data = docx(para(words("It killed 24 people on Monday.", BOLD)), para(words("Rain.")))
    copy = commented(data, "24 people")
    assert spans(copy) == ["24 people"]
    opened = python_docx.Document(io.BytesIO(copy))
    assert [one.text for one in opened.comments] == ["24 people"]
    assert [one.author for one in opened.comments] == ["figcheck"]
    first = opened.paragraphs[0]
    assert first.text == "It killed 24 people on Monday."
    assert [(r.text, r.bold, r.font.size.pt) for r in first.runs if r.text] == [
        ("It killed ", True, 10.0),
        ("24 people", True, 10.0),
        (" on Monday.", True, 10.0),
    ]


def test_a_comment_may_go_over_several_runs_and_stand_at_their_edges() -> None:
    data = docx(para(words("killed ") + words("1,", BOLD) + words("28") + words("4 people") + words(".")))
    copy = commented(data, "1,284 people", "killed ", ".")
    assert spans(copy) == ["killed ", "1,284 people", "."]
    # Between whole runs nothing but marks comes in.
    assert MARKS.sub("", part(copy, "word/document.xml")) == part(data, "word/document.xml")


def test_characters_written_as_entities_and_in_several_bytes_are_counted_as_one() -> None:
    data = docx(para(words("\u201cFire &amp; smoke\u201d \U0001f525 &lt;kills&gt; 24&#160;people, caf\u00e9s")))
    copy = commented(data, "kills", "24\u00a0people", "& s")
    assert spans(copy) == ["&amp; s", "kills", "24&#160;people"]
    assert read(copy, "a.docx").text == read(data, "a.docx").text


def test_blanks_at_the_edge_of_a_parted_run_are_kept() -> None:
    data = docx(para("<w:r><w:t>killed 24 people</w:t></w:r>"))
    copy = commented(data, "24")
    assert read(copy, "a.docx").text == python_docx.Document(io.BytesIO(copy)).paragraphs[0].text == "killed 24 people"


def test_places_in_tables_and_tracked_insertions_are_commented() -> None:
    inserted = f'<w:ins w:id="1" w:author="A">{words("killed 24 people")}</w:ins>'
    data = docx(para(inserted), table(row("Total", cell(para(words("31 hurt"))))))
    assert spans(commented(data, "24 people", "31")) == ["24 people", "31"]


def test_in_text_boxes_and_notes_the_comment_stands_where_they_are_anchored() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{para('Killed: 24')}</w:txbxContent></v:textbox></w:pict></w:r>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = docx(
        para(words("Fire. ") + box + words("Rain") + note),
        footnotes=f'<w:footnote w:id="2">{para("Of 30.")}</w:footnote>',
    )
    copy = commented(data, "24", "Of 30")
    main = part(copy, "word/document.xml")
    assert MARKS.sub("", main) == part(data, "word/document.xml")
    assert main.index('commentRangeStart w:id="0"') < main.index("<w:pict>")
    assert main.index("Rain") < main.index('commentRangeStart w:id="1"') < main.index("footnoteReference")


def test_several_comments_at_one_place_and_comments_that_are_there_already_stay_apart() -> None:
    data = docx(para(words("killed 24 people")))
    once = commented(data, "24", "24")
    twice = commented(once, "people")
    assert [one.text for one in python_docx.Document(io.BytesIO(twice)).comments] == ["24", "24", "people"]
    assert [one.comment_id for one in python_docx.Document(io.BytesIO(twice)).comments] == [0, 1, 2]


def test_every_other_part_stays_as_it_was_to_the_byte() -> None:
    made = python_docx.Document()
    made.add_heading("Fire kills 24", 0)
    made.add_paragraph("A fire killed 24 people.")
    stream = io.BytesIO()
    made.save(stream)
    data, copy = stream.getvalue(), commented(stream.getvalue(), "24 people")
    before, after = (zipfile.ZipFile(io.BytesIO(one)) for one in (data, copy))
    changed = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml"}
    assert set(after.namelist()) - set(before.namelist()) <= changed
    for name in before.namelist():
        assert (before.read(name) == after.read(name)) == (name not in changed), name
        assert before.getinfo(name).date_time == after.getinfo(name).date_time
    assert commented(data, "24 people") == copy


def test_what_cannot_be_written_without_another_change_is_refused() -> None:
    data = docx(para("<w:r><w:t>killed <![CDATA[24 people]]></w:t></w:r>"))
    with pytest.raises(InputError, match=r"cannot be given comments|no well-formed XML"):
        commented(data, "people")


def test_the_command_writes_a_comment_at_each_place_of_each_finding(desk: Path, run: Run) -> None:  # noqa: F811
    data = docx(
        para("At least 12 killed in ferry fire", "Title"), para("A fire on a ferry killed 14 people on Monday.")
    )
    (desk / "draft.docx").write_bytes(data)
    ended = run("check", "draft.docx", "--annotate", "out.docx")
    assert ended.status == 1
    assert (desk / "draft.docx").read_bytes() == data
    opened = python_docx.Document(str(desk / "out.docx"))
    assert len(list(opened.comments)) == 2
    assert sorted(spans((desk / "out.docx").read_bytes())) == ["14 people", "At least 12 killed"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ["flawed.md", "--annotate", "out.docx"],
            "--annotate: takes one draft in Word's format (.docx), got flawed.md",
        ),
        (["a.docx", "--annotate", "./a.docx"], "--annotate ./a.docx: is the draft itself; no draft is changed"),
        (["a.docx", "--annotate", "gone/out.docx"], "gone/out.docx: cannot be written: No such file or directory"),
    ],
)
def test_what_cannot_be_annotated_is_told(arguments: list[str], says: str, desk: Path, run: Run) -> None:  # noqa: F811
    (desk / "a.docx").write_bytes(docx(para("At least 12 killed"), para("A fire on a ferry killed 14 people.")))
    ended = run("check", *arguments)
    assert ended.status == 2 and ended.err.startswith(says)
