"""``--output-format html``: one page that holds all it needs, works from disk and asks nothing of any network."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from checker.model.report import Report
from checker.model.version import VERSION
from checker.resources import reports_folder
from checker.writers import Style
from checker.writers.counts import count, examined, verdict
from checker.writers.page.view import document_view
from checker.writers.safe import inert

_EMPTY = re.compile(r"\n[ \t]*(?=\n)")
"""An empty line of a template, a style or a script; words of a draft stand on one line."""


def write(report: Report, style: Style) -> str:
    """Return the page: an index where there are several drafts, and a section for each."""
    notes = {note.id: note for note in report.rules}
    documents = [document_view(d, number, notes) for number, d in enumerate(report.documents, 1)]
    page = _environment().get_template("page.html")
    text = page.render(
        documents=documents,
        report=report,
        counts=count(report),
        verdict=verdict(report),
        examined=examined(report),
        version=VERSION,
        style=_own("page.css"),
        script=_own("page.js"),
        policy=_policy(_own("page.css"), _own("page.js")),
    )
    text = _EMPTY.sub("", text)
    # CI runners obey "##[group]" anywhere in a line of their log; in a page the two marks are the same.
    return text.replace("##", "#&#35;")


@cache
def _environment() -> Environment:
    """Return what fills the templates: every value is escaped, and a control in it is made visible first."""
    return Environment(
        loader=FileSystemLoader(_folder()),
        autoescape=True,
        finalize=_inert,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _inert(value: Any) -> Any:
    return value if isinstance(value, Markup) or not isinstance(value, str) else inert(value)


def _policy(style: str, script: str) -> str:
    """Return a policy that lets the browser run and fetch nothing but the page's own script and style."""
    allowed = f"script-src {_source(script)}; style-src {_source(style)}"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _own(name: str) -> Markup:
    """Return a file of ours as it is: style and script stand in the page unescaped."""
    with open(os.path.join(_folder(), name), encoding="utf-8") as file:
        return Markup(_EMPTY.sub("", file.read()))


def _folder() -> str:
    return os.path.join(reports_folder(), "templates", "page")
