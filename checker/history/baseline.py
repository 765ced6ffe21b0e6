"""The findings that were there when a gate was put up: a text file, one finding a line, sorted, without line numbers.

It holds ids, rules and paths, never a word of a draft. Two branches that add lines merge like any text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from checker.engine.identity import DIGITS, named
from checker.errors import ConfigError
from checker.model.report import DocumentReport, Finding, Silenced
from checker.model.values import NamedTuple

HEAD = "# figcheck baseline 1: known findings, each an id, its rule and its draft. Written by: figcheck baseline\n"
_SIDES = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


class Entry(NamedTuple):
    """A known finding. ``place`` is its draft's path from the top of the repository."""

    place: str
    rule: str
    id: str


class Examined(NamedTuple):
    """A draft that was read, where it lies, and the paths at which it lay before. ``idle`` names rules not in force."""

    place: str
    report: DocumentReport
    former: tuple[str, ...] = ()
    idle: frozenset[str] = frozenset()


def read(path: str) -> dict[Entry, int]:
    """Return the entries of a baseline, each with its line (from 1).

    Raises:
        ConfigError: if it cannot be read; one line for each line that is no entry.
    """
    try:
        with open(path, encoding="utf-8-sig") as stream:
            lines = stream.read().split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no UTF-8"
        raise ConfigError(f"{path}: cannot be read: {reason}; figcheck baseline PATH... --file writes one") from None
    entries: dict[Entry, int] = {}
    mistakes = []
    for at, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            try:
                entries.setdefault(_entry(line.rstrip("\r")), at)
            except ValueError as error:
                mistakes.append(f"{path}:{at}:1: {error}")
    if mistakes:
        raise ConfigError("\n".join(mistakes))
    return entries


def text(entries: Iterable[Entry]) -> str:
    """Return the file of these entries."""
    return HEAD + "".join(f"{one.id} {one.rule} {_written(one.place)}\n" for one in sorted(set(entries)))


def _entry(line: str) -> Entry:
    if line.startswith(_SIDES):
        raise ValueError("a merge stopped here: keep the lines of both sides, take out those of <<<<<<< to >>>>>>>")
    name, _, rest = line.partition(" ")
    rule, _, place = rest.partition(" ")
    if len(name) != DIGITS or name.strip("0123456789abcdef") or not rule or not place:
        raise ValueError(f"got {line[:60]!r}, must be an id, a rule and a path")
    try:
        return Entry(json.loads(place) if place.startswith('"') else place, rule, name)
    except ValueError:
        raise ValueError(f"got {line[:60]!r}, the path is no JSON text") from None


def _written(place: str) -> str:
    """Write a path as it is, or as JSON where it would not be read back: line ends, blanks at its ends."""
    plain = place.isprintable() and place == place.strip() and not place.startswith('"')
    return place if plain else json.dumps(place)


def without_known(examined: Examined, known: frozenset[str]) -> DocumentReport:
    """Return the report without the findings whose ids are *known*, under this name of the draft or a former one."""
    report = examined.report
    taken = [finding for finding in report.findings if not known.isdisjoint(_ids(finding, examined))]
    if not taken:
        return report
    kept = tuple(finding for finding in report.findings if finding not in taken)
    silenced = (*report.silenced, *(Silenced(finding, "baseline") for finding in taken))
    return report._replace(findings=kept, silenced=silenced)


def _ids(finding: Finding, examined: Examined) -> Iterator[str]:
    yield finding.id
    yield from (named(finding.mark, place) for place in examined.former)


def stale(
    entries: Iterable[Entry], documents: Sequence[Examined], is_gone: Callable[[str], bool] = lambda place: False
) -> list[Entry]:
    """Return the entries whose finding is not there any more, so far as this run can tell.

    *documents* are as they were before ``without_known``. An entry of a draft that was not examined counts only if
    its draft *is_gone*, one of a rule that is not in force not at all.
    """
    judged = {place: one for one in documents for place in (one.place, *one.former)}
    seen = {name for one in documents for finding in one.report.findings for name in _ids(finding, one)}
    return [entry for entry in entries if entry.id not in seen and _is_judged(entry, judged, is_gone)]


def _is_judged(entry: Entry, judged: Mapping[str, Examined], is_gone: Callable[[str], bool]) -> bool:
    examined = judged.get(entry.place)
    return entry.rule not in examined.idle if examined else is_gone(entry.place)


def pruned(entries: Iterable[Entry], documents: Sequence[Examined], is_gone: Callable[[str], bool]) -> set[Entry]:
    """Return the entries that still have their finding; those of a draft that was renamed under its new name."""
    known = set(entries)
    kept = known - set(stale(known, documents, is_gone))
    by_name = {
        name: (one, finding) for one in documents for finding in one.report.findings for name in _ids(finding, one)
    }
    return {_today(*by_name[entry.id]) if entry.id in by_name else entry for entry in kept}


def _today(examined: Examined, finding: Finding) -> Entry:
    return Entry(examined.place, finding.rule, finding.id)


def written(entries: Iterable[Entry], documents: Sequence[Examined], is_gone: Callable[[str], bool]) -> set[Entry]:
    """Return the findings of today, with the entries of drafts and rules that this run cannot judge."""
    today = {_today(one, finding) for one in documents for finding in one.report.findings}
    return pruned(entries, documents, is_gone) | today
