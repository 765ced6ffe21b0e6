"""The pages are true: what they name is there, what they show parses, what the README prints is what is printed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from checker.cli.main import main

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "rules").glob("*.md")])
TOP = {"checker", "rules", "reports", "tests", "seeds", "benchmarks", "docs", ".ci"}
FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```", re.MULTILINE | re.DOTALL)


def blocks(page: Path, language: str) -> list[str]:
    return [body for kind, body in FENCE.findall(page.read_text(encoding="utf-8")) if kind == language]


def sessions(page: Path) -> list[tuple[str, str]]:
    """Return every command shown after a "$ " with what is shown below it, up to the next command."""
    shown = [part.partition("\n") for block in blocks(page, "console") for part in ("\n" + block).split("\n$ ")[1:]]
    return [(command.partition("  #")[0].strip(), output.strip("\n")) for command, _, output in shown]


def shown_commands() -> list[tuple[str, str]]:
    """Return page and command of every ``figcheck ...`` line in a console, yaml, bash or sh block."""
    found = []
    for page in PAGES:
        lines = [command for command, _ in sessions(page)]
        lines += [
            line.strip(" -") for kind in ("yaml", "bash", "sh") for b in blocks(page, kind) for line in b.splitlines()
        ]
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
    arguments = shlex.split(line.partition(" | ")[0].partition(" > ")[0].replace("[", "").replace("]", ""))[1:]
    command: click.Command = main
    context = click.Context(command, info_name="figcheck")
    while isinstance(command, click.Group):
        _, found, arguments = command.resolve_command(context, list(arguments))
        assert found is not None, f"{page}: {line}"
        command = found
    command.make_parser(context).parse_args(list(arguments))
