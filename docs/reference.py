"""The pages under Reference, made from the code while the site is built, so that they cannot fall behind it.

A hook of mkdocs: ``on_files`` adds the pages, ``on_page_markdown`` turns links to files beside ``docs/`` into links
within the site.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from html import escape
from inspect import cleandoc
from pathlib import Path
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from checker.cli.explain_rule import tolerance
from checker.cli.group import figcheck
from checker.config.keys import KEYS, LEVELS
from checker.engine.build import Source
from checker.engine.sources import read_rules

ROOT = Path(__file__).resolve().parent.parent
MOVED = {"../rules/README.md": "reference/own-rules.md", "../rules": "reference/rules.md"}
"""Links of the pages that lead out of ``docs/`` -> where the site has the same."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made from the code."""
    for name, page in PAGES.items():
        files.append(File.generated(config, name, content=page()))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Lead links to the folder of rules to the pages made from it; make the file that a fence shows its title."""
    for there, here in MOVED.items():
        markdown = markdown.replace(f"]({there})", f"]({here})")
    return "\n".join(map(_titled, markdown.split("\n")))


def _titled(line: str) -> str:
    words = line.split()
    if len(words) == 2 and words[0].startswith("```") and words[0] != "```":
        return f'{words[0]} title="{words[1]}"'
    return line


def commands() -> str:
    """Every command with its options."""
    lines = ["# Commands", "", "`figcheck PATH` is short for `figcheck check PATH`.", ""]
    lines += _command(figcheck, "figcheck")
    return "\n".join(lines)


def _command(command: click.Command, name: str) -> Iterator[str]:
    context = click.Context(command, info_name=name)
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found:
                yield from _command(found, f"{name} {child}")
        return
    pieces = " ".join(command.collect_usage_pieces(context))
    yield from (
        f"## {name}",
        "",
        f"    {name} {pieces}",
        "",
        _plain(cleandoc(command.help or "").replace("\b\n", "")),
        "",
    )
    options = [option for option in command.params if isinstance(option, click.Option) and not option.hidden]
    if options:
        yield from ("| option | does |", "|---|---|")
        yield from (f"| {_option(option, context)} | {_cell(option.help or '')} |" for option in options)
        yield ""


def _option(option: click.Option, context: click.Context) -> str:
    record = option.get_help_record(context)
    words = escape(record[0] if record else option.opts[0]).replace("|", "&#124;")
    return f"<code>{words}</code>"  # in a table Markdown would end a cell at the bars between choices


def settings() -> str:
    """Every setting with its type, its default and its variable."""
    lines = ["# Settings", "", "[Configuration](../configuration.md) tells where they stand and which one counts.", ""]
    for key in KEYS.values():
        lines += [f"## {key.name}", "", key.help, "", *_setting(key.type, key.choices, key.default)]
        reach = "that nearest to the draft" if key.each_draft else "that nearest to where figcheck runs"
        variable = f"FIGCHECK_{key.name.upper().replace('-', '_')}"
        lines += [f"- the file that counts: {reach}", f"- variable: `{variable}`", ""]
    return "\n".join(lines)


def _setting(kind: str, choices: tuple[str, ...], default: Any) -> Iterator[str]:
    allowed = ", ".join(f"`{choice}`" for choice in choices)
    levels = f"a table of rules, each {', '.join(f'`{level}`' for level in LEVELS)}"
    yield f"- value: {allowed or {'levels': levels}.get(kind, _TYPES.get(kind, kind))}"
    yield f"- default: {f'`{json.dumps(default)}`' if default not in (None, (), {}) else 'none'}"


_TYPES = {
    "text": "text",
    "texts": "a list of texts",
    "patterns": "a list of globs",
    "path": "a path, counted from the file that names it",
    "paths": "a list of paths, counted from the file that names them",
    "count": "a whole number, 0 or more",
    "size": "a number of bytes, or one with a unit such as `20MB`",
    "flag": "`true` or `false`",
    "date": "a date such as `2026-01-31`",
}


def rules() -> str:
    """Every shipped rule with its reason, its source and its examples, by the folder that it stands in."""
    sources = read_rules()
    lines = ["# Rules", "", f"The {len(sources)} rules that are shipped. [Write your own](own-rules.md).", ""]
    folder = ""
    for source in sorted(sources.values(), key=lambda one: (Path(one.rule.file).parent.name, one.rule.id)):
        if Path(source.rule.file).parent.name != folder:
            folder = Path(source.rule.file).parent.name
            lines += [f"## {folder.capitalize()}", ""]
        lines += _rule(source)
    return "\n".join(lines)


def _rule(source: Source) -> Iterator[str]:
    rule = source.rule
    levels = ", ".join(f"{strength}: {level}" for strength, level in rule.severity.items())
    yield from (f"### {rule.id}", "", _plain(rule.rationale), "")
    yield f"- says: {_plain(rule.message)}"
    yield f"- kind: `{rule.kind}`, check: `{rule.check}`"
    yield f"- severity by strength of proof: {levels}"
    yield from (f"- tolerance: {slack}" for slack in [tolerance(rule)] if slack)
    yield from ("- a preview: shown as a note until the next minor release" for _ in [1] if rule.preview)
    yield from ("- off unless it is selected" for _ in [1] if not rule.enabled)
    yield from (f"- source: {_plain(rule.source)}", "")
    for title, cases in (("It flags", source.file.examples.flag), ("It lets pass", source.file.examples.passes)):
        yield from (f"**{title}**", "")
        for case in cases:
            yield from (f"{case.why}:", "", "````text", *case.text.strip().split("\n"), "````", "")


def json_shapes() -> str:
    """What the JSON outputs hold, field by field."""
    lines = ["# JSON", ""]
    for name in ("report", "extract"):
        schema = json.loads((ROOT / "reports" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
        lines += [f"## {schema['title']}", "", schema["description"], ""]
        lines += _fields(schema, schema)
        for part, shape in schema.get("$defs", {}).items():
            if "properties" in shape:
                lines += [f"### {schema['title']}: {part}", "", *_fields(shape, schema)]
    return "\n".join(lines)


def _fields(shape: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[str]:
    yield from ("| field | type | holds |", "|---|---|---|")
    for name, field in shape.get("properties", {}).items():
        yield f"| `{name}` | {_cell(_type(field))} | {_cell(_said(field, schema))} |"
    yield ""


def _said(field: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    part = str(field.get("$ref", "")).rpartition("/")[2]
    return str(field.get("description") or schema.get("$defs", {}).get(part, {}).get("description", ""))


def _type(field: Mapping[str, Any]) -> str:
    if "$ref" in field:
        return str(field["$ref"]).rpartition("/")[2]
    if "const" in field or "enum" in field:
        return ", ".join(f"`{value}`" for value in field.get("enum", [field.get("const")]))
    if "anyOf" in field or "oneOf" in field:
        return " or ".join(_type(one) for one in field.get("anyOf") or field["oneOf"])
    kind = field.get("type", "any")
    words = " or ".join(kind) if isinstance(kind, list) else str(kind)
    return f"{words} of {_type(field['items'])}" if "items" in field else words


def own_rules() -> str:
    """``rules/README.md``, which lies beside the rules."""
    return (ROOT / "rules" / "README.md").read_text(encoding="utf-8")


def _plain(text: str) -> str:
    """Keep words from being read as markup."""
    for mark in "\\`*_<>[]":
        text = text.replace(mark, f"\\{mark}")
    return text


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


PAGES: Mapping[str, Callable[[], str]] = {
    "reference/commands.md": commands,
    "reference/settings.md": settings,
    "reference/rules.md": rules,
    "reference/json.md": json_shapes,
    "reference/own-rules.md": own_rules,
}
"""Path of a page in the site -> what writes it."""
