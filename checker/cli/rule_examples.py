"""Examples of rules, run through the whole pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checker.document.read import read_text
from checker.engine.examples import Draft, ExampleResult, run_examples
from checker.engine.loader import load_rules
from checker.engine.rule import RuleSet
from checker.engine.sources import read_rules
from checker.lexicon.files import pack_files
from checker.lexicon.load import load_lexicon
from checker.model.document import Document
from checker.model.report import Finding
from checker.run import Settings, check_document


def run(paths: Sequence[str], *, use_cache: bool) -> list[ExampleResult]:
    """Run the examples of the rules in *paths*, with the shipped rules in force beside them; without paths, all.

    Raises:
        RuleError: one line for each mistake in the files.
    """
    packs = pack_files(paths)
    sources = read_rules(packs, use_cache=use_cache)
    lexicon = load_lexicon(packs, use_cache=use_cache)

    def pipeline(draft: Draft, rules: RuleSet) -> Sequence[Finding]:
        settings = Settings(rules=rules, lexicon=lexicon)
        return check_document(_read(draft, settings), settings).findings

    own = {name for name, source in sources.items() if source.tree.file in packs}
    return run_examples(sources, load_rules(packs, use_cache=use_cache), pipeline, own if packs else None)


def _read(draft: Draft, settings: Settings) -> Document:
    return read_text(
        draft.text,
        "example",
        draft.format,
        dated=date.fromisoformat(draft.date) if draft.date else None,
        locale=draft.locale,
        lexicon=settings.lexicon,
    )
