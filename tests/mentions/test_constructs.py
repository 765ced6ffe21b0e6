from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import checker

CORPUS = yaml.safe_load((Path(__file__).parent / "constructs.yaml").read_text(encoding="utf-8"))
ROWS = [(row["construct"], sentence[0], sentence[1:]) for row in CORPUS for sentence in row["sentences"]]


def read(text: str) -> list[str]:
    lines = []
    for mention in checker.extract(text):
        found = mention.to_dict()
        if found["dimension"] == "count":
            noun = found["counted"].split()[-1] if found["counted"] else ""
            lines.append(f"{found['number']['text']} {found['status'] or 'none'} {found['role']} {noun}".strip())
    return lines


@pytest.mark.parametrize(("construct", "text", "expected"), ROWS, ids=[row[1][:40] for row in ROWS])
def test_every_construct_gives_each_figure_its_status_role_and_noun(
    construct: str, text: str, expected: list[str]
) -> None:
    found = read(text)
    assert len(found) == len(expected), found
    for line, wanted in zip(found, expected, strict=True):
        assert f"{line} ".startswith(f"{wanted} "), (construct, found)
