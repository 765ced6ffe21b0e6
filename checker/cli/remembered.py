"""Many drafts of which most have not changed since the last run, and had nothing to tell then."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from checker.cli.drafts import Outcome, read
from checker.cli.session import Session
from checker.digest import sha256
from checker.errors import InputError
from checker.history.results import Results
from checker.lexicon.files import pack_files, shipped_lexicon_files, shipped_rule_files

_DECIDING = (
    "rules",
    "select",
    "ignore",
    "severity",
    "preview",
    "date",
    "locale",
    "format",
    "encoding",
    "today",
    "require-reason",
)
"""Settings that can change what is found in a draft."""


def remembered(
    paths: Sequence[str], session: Session, check: Callable[[Sequence[str]], Iterator[Outcome]]
) -> Iterator[Outcome]:
    """Yield what came of each draft in the order of *paths*; *check* is asked only for those that are not known."""
    stores: dict[str, Results] = {}
    known = {path: report for path in paths if (report := _known(path, session, stores)) is not None}
    checked = check([path for path in paths if path not in known])
    for path in paths:
        if path in known:
            yield known[path]
            continue
        outcome = next(checked)
        if outcome.report:
            _store(path, session, stores).add(session.name(path), outcome.report)
        yield outcome
    for store in stores.values():
        store.save()


def _known(path: str, session: Session, stores: dict[str, Results]) -> Outcome | None:
    try:
        name, data = read(path, session)
    except InputError:
        return None  # the check tells it
    report = _store(path, session, stores).get(path, name, sha256(data))
    return Outcome(path, report) if report else None


def _store(path: str, session: Session, stores: dict[str, Results]) -> Results:
    found = session.config_of(path)
    options = repr([(name, found[name].value) for name in _DECIDING if name in found])
    if options not in stores:
        rules = [*shipped_rule_files(), *shipped_lexicon_files(), *pack_files(found["rules"].value)]
        stores[options] = Results(options, rules)
    return stores[options]
