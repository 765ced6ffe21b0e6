"""``figcheck init``: a commented configuration, and what a gate needs."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from checker.cli.show_settings import value
from checker.cli.streams import encoded, put, save, say
from checker.config import FILES, nearest
from checker.config.keys import KEYS, Key
from checker.errors import UsageError
from checker.model.version import VERSION
from checker.resources import reports_folder

_SNIPPETS = {"github": "github.yaml", "gitlab": "gitlab.yaml"}
_EXAMPLES = {
    "preset": '"newsroom"',
    "max-warnings": "10",
    "select": '["headline-disagrees"]',
    "severity": '{"headline-disagrees" = "warning"}',
    "rules": '["newsroom/rules"]',
    "exclude": '["archive/**"]',
    "locale": '"en-GB"',
    "today": '"2026-12-31"',
    "date": '"2026-01-31"',
    "format": '"markdown"',
    "encoding": '"cp1252"',
    "paths": '["drafts"]',
    "baseline": '"figcheck.baseline"',
}


@click.command("init")
@click.option(
    "--ci", type=click.Choice(list(_SNIPPETS)), default="github", help="Whose gate to print; github unless set."
)
@click.option("--force", is_flag=True, help="Write the configuration anew where there is one.")
def command(ci: str, force: bool) -> int:
    """Write figcheck.toml with every setting in a comment, and print a CI gate and a pre-commit hook to copy."""
    target = FILES[1]
    there = nearest(os.curdir)
    if there and os.path.dirname(there) == os.path.abspath(os.curdir):
        _refuse(os.path.basename(there), target, force)
    save(target, encoded("".join(f"{line}\n" for line in config_lines())))
    say(f"wrote {target}; the gate and the hook below are for you to copy")
    put("\n".join(snippet(name) for name in (_SNIPPETS[ci], "pre-commit.yaml")))
    return 0


def _refuse(there: str, target: str, force: bool) -> None:
    if there != target:
        raise UsageError(f"{there}: holds settings already, so a {target} beside it would not be read")
    if not force:
        raise UsageError(f"{target}: holds settings already; --force writes it anew")


def config_lines() -> Iterator[str]:
    """Yield a configuration that changes nothing: every key with what it does, its default and an example."""
    yield "# Settings of figcheck. Each is commented out and shows its default, or an example without one."
    yield "# The nearest such file above a draft counts. The command line and FIGCHECK_... variables come before it."
    yield '# extend = "../figcheck.toml"'
    for key in KEYS.values():
        yield from ("", f"# {key.help}", f"# {key.name} = {_written(key)}")


def _written(key: Key) -> str:
    if key.type == "size":
        return '"20MB"'
    unset = key.default is None
    example = _EXAMPLES.get(key.name)
    known = example if unset else value(key.default)
    return f"{known}" if not example or unset else f"{known}  # such as {example}"


def snippet(name: str) -> str:
    """Return a file to copy, with the version that runs here."""
    with open(os.path.join(reports_folder(), "templates", "init", name), encoding="utf-8") as stream:
        return stream.read().replace("{version}", VERSION)
