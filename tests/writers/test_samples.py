"""What the sample drafts give in every form. ``UPDATE_SNAPSHOTS=1`` writes them anew; read the diff."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator, Draft202012Validator

from checker.writers import TABLE
from tests.command import Figcheck
from tests.schemas import schema

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "reports" / "samples"
DRAFTS = ["seeds/01-unrest.txt", "seeds/02-ferry.md", "seeds/03-tram-depot.txt", "seeds/04-reservoir-clean.md"]
FILES = {
    "text": "report.txt",
    "json": "report.json",
    "jsonl": "report.jsonl",
    "sarif": "report.sarif",
    "github": "report.github.txt",
    "gitlab": "report.gitlab.json",
    "junit": "report.junit.xml",
    "checkstyle": "report.checkstyle.xml",
    "rdjson": "report.rdjson.json",
    "markdown": "report.md",
    "csv": "report.csv",
    "html": "report.html",
}
COMMANDS = {
    **{FILES[form]: ["check", "--output-format", form, *DRAFTS] for form in FILES},
    FILES["html"]: ["check", "--output-format", "html", DRAFTS[1]],  # one draft, to keep it readable
    "facts.txt": ["facts", DRAFTS[0]],
    "extract.jsonl": ["extract", "--all", DRAFTS[0]],
}


def printed(arguments: list[str], cache: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(ROOT)
    environ = {"XDG_CACHE_HOME": str(cache), "GITHUB_STEP_SUMMARY": None, "FORCE_COLOR": None}
    result = CliRunner().invoke(Figcheck(), [*arguments, "--isolated"], env=environ)
    assert result.exit_code in (0, 1), result.stderr
    return result.stdout_bytes.decode()


def test_every_form_has_a_sample() -> None:
    assert list(FILES) == sorted(FILES, key=list(TABLE).index) and FILES.keys() == TABLE.keys()
    assert {path.name for path in SAMPLES.iterdir()} == COMMANDS.keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_sample_is_what_is_printed(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = printed(COMMANDS[name], tmp_path, monkeypatch)
    path = SAMPLES / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_the_samples_fit_their_schemas() -> None:
    report = json.loads((ROOT / "reports/schema/report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(report).validate(json.loads((SAMPLES / "report.json").read_text(encoding="utf-8")))
    log = json.loads((SAMPLES / "report.sarif").read_text(encoding="utf-8"))
    Draft7Validator(schema("sarif-2.1.0.json")).validate(log)
    mention = json.loads((ROOT / "reports/schema/extract.schema.json").read_text(encoding="utf-8"))
    for line in (SAMPLES / "extract.jsonl").read_text(encoding="utf-8").splitlines():
        Draft202012Validator(mention).validate(json.loads(line))
