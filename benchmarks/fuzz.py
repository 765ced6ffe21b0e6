"""Coverage-guided fuzzing of the whole check, with atheris (``pip install atheris``).

    python benchmarks/fuzz.py TARGET SECONDS FOLDER

TARGET is one of text, markdown, html, docx, rules, config. What is new goes into FOLDER/TARGET, and so does the input
that ends a run: whatever is no mistake of the user's, told in one line, is ours. Give SECONDS of CPU, not of the clock.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator

import atheris

with atheris.instrument_imports(include=["checker"]):
    from checker import config
    from checker.cli import main as _cli  # noqa: F401 - a command imports its parts only when they are needed
    from checker.document import asciidoc, docx, html, latex, markdown, plain  # noqa: F401
    from checker.engine.build import build_rules
    from checker.engine.kinds import NAMES, load
    from checker.engine.loader import load_rules
    from checker.errors import FigcheckError
    from checker.lexicon.build import build_lexicon
    from checker.lexicon.load import load_lexicon
    from checker.run import Settings, check_bytes

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, ROOT)

from tests.formats.docxfile import docx as word_file  # noqa: E402
from tests.formats.docxfile import para, row, run, table  # noqa: E402

PART = "word/document.xml"
CHECKS = {name: load(name) for name in NAMES}
SETTINGS = Settings(rules=load_rules(()), lexicon=load_lexicon(()))


def _told(error: FigcheckError) -> None:
    """Refuse a message that is no line about one file."""
    if error.exit_status != 2 or any(not line.strip() for line in str(error).split("\n")):
        raise AssertionError(f"is no line for a user: {error!r}") from error


def draft(kind: str) -> Callable[[bytes], None]:
    """Return what checks bytes as a draft of one format."""

    def check(data: bytes) -> None:
        try:
            report = check_bytes("draft", data, SETTINGS._replace(format=kind))
        except FigcheckError as error:
            _told(error)
            return
        document = report.document
        assert len(document.prose) == len(document.text)
        for finding in report.findings:
            for place in (finding.primary, *finding.related):
                assert document.text[place.span.start : place.span.end] == place.text

    return check


def word(data: bytes) -> None:
    """Check bytes as the main part of a Word file that is whole but for it."""
    with zipfile.ZipFile(io.BytesIO(word_file(para("Fire kills 24")))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in (parts | {PART: data}).items():
            archive.writestr(name, part)
    draft("docx")(out.getvalue())


def _file(name: str, read: Callable[[str], object]) -> Callable[[bytes], None]:
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, name)

    def check(data: bytes) -> None:
        with open(path, "wb") as stream:
            stream.write(data)
        try:
            read(path)
        except FigcheckError as error:
            _told(error)

    return check


def _rules(path: str) -> None:
    build_rules((), [path], CHECKS, SETTINGS.lexicon)  # on its own: to read all that is shipped takes half a second
    build_lexicon((), [path])


TARGETS: dict[str, Callable[[], Callable[[bytes], None]]] = {
    "text": lambda: draft("plain"),
    "markdown": lambda: draft("markdown"),
    "html": lambda: draft("html"),
    "docx": lambda: word,
    "rules": lambda: _file("rule.yaml", _rules),
    "config": lambda: _file("figcheck.toml", config.from_file),
}


def seeds(target: str) -> Iterator[bytes]:
    """Yield what the fuzzer begins with."""
    if target == "docx":
        whole = word_file(para("Fire kills 24", "Title"), para(run("It killed 2") + run("6.")), table(row("A", "1")))
        with zipfile.ZipFile(io.BytesIO(whole)) as archive:
            yield archive.read(PART)
    elif target == "config":
        yield b'fail-on = "warning"\nexclude = ["a/**"]\nmax-size = "2MB"\n[[overrides]]\npaths = ["b"]\n'
        yield b'extend = "x.toml"\nseverity = { "deaths-disagree" = "info" }\ntoday = 2026-01-02\n'
    elif target == "rules":
        for folder in ("arithmetic", "headlines", "tables", "lexicons"):
            for name in sorted(os.listdir(os.path.join(ROOT, "rules", folder)))[:4]:
                with open(os.path.join(ROOT, "rules", folder, name), "rb") as stream:
                    yield stream.read(4000)
    else:
        for name in sorted(os.listdir(os.path.join(ROOT, "seeds"))):
            with open(os.path.join(ROOT, "seeds", name), "rb") as stream:
                text = stream.read(1500)
            yield b"<p>" + text.replace(b"\n\n", b"</p><p>") + b"</p>" if target == "html" else text
        yield b"# Ferry fire kills 14\n\n| Dead | 1,284 |\n|---|---|\n| a | 12%|\n\nIt killed **16**[^1].\n\n[^1]: 3"
        yield b"<h1>Fire kills 1&#52;</h1><table><tr><td colspan=2>1<b>6</b></table><aside>Killed: 3</aside>"


def main() -> None:
    """Run one target."""
    target, seconds, folder = sys.argv[1], int(sys.argv[2]), os.path.join(sys.argv[3], sys.argv[1])
    os.makedirs(folder, exist_ok=True)
    for at, seed in enumerate(seeds(target)):
        with open(os.path.join(folder, f"seed-{at}"), "wb") as stream:
            stream.write(seed)
    options = [f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=1500", "-max_len=4000", "-verbosity=1"]
    check = TARGETS[target]()
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={folder}/found-", folder], check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
