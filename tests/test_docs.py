"""The pages are true: what they link to and name is there, and every command that they show is one that there is."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
import yaml

from checker.cli.group import figcheck
from tests.pages import PAGES, ROOT, fences, sessions

TOP = {"checker", "rules", "reports", "tests", "seeds", "benchmarks", "docs", ".ci"}


def shown_commands() -> list[tuple[str, str]]:
    """Return page and command of every ``figcheck ...`` line in a console or yaml block."""
    found = []
    for page in PAGES:
        lines = [shown.command for shown in sessions(page)]
        lines += [line.strip(" -") for one in fences(page) if one.language == "yaml" for line in one.text.splitlines()]
        found += [(page.name, line.removeprefix("run: ")) for line in lines]
    return [(page, line) for page, line in found if line.startswith("figcheck ")]


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if link.startswith(("http:", "https:", "mailto:")):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), f"{page.name} links to {link}"
        assert not anchor or anchor in anchors(target), f"{page.name} links to {link}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_named_in_a_page_is_there(page: Path) -> None:
    for name in re.findall(r"`((?:[\w.\-]+/)+[\w.\-]*)`", page.read_text(encoding="utf-8")):
        assert name.split("/")[0] not in TOP or (ROOT / name).exists(), f"{page.name} names {name}"


@pytest.mark.parametrize(("page", "line"), shown_commands())
def test_every_command_shown_is_one_that_figcheck_takes(page: str, line: str) -> None:
    arguments = shlex.split(line.partition(" | ")[0])[1:]
    command: click.Command = figcheck
    context = click.Context(command, info_name="figcheck")
    while isinstance(command, click.Group):
        _, found, arguments = command.resolve_command(context, list(arguments))
        assert found is not None, f"{page}: {line}"
        command = found
    command.make_parser(context).parse_args(list(arguments))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_yaml_block_can_be_read(page: Path) -> None:
    for fence in fences(page):
        if fence.language == "yaml":
            assert yaml.safe_load(fence.text) is not None


def test_what_init_prints_is_what_the_pages_say() -> None:
    init = ROOT / "reports" / "templates" / "init"
    gates = [path.read_text(encoding="utf-8") for path in init.iterdir() if path.suffix in {".yml", ".yaml"}]
    assert gates
    pages = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    for gate in gates:
        assert gate.split("\n", 1)[1].replace("{version}", "0.1.0") in pages
