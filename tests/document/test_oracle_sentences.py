"""Ends of sentences, held against nupunkt, whose list of abbreviations is another's."""

from __future__ import annotations

from pathlib import Path

from nupunkt import sent_spans

from checker.document.read import read_document
from checker.document.sentences import sentences
from checker.lexicon.book import Lexicon
from checker.model.document import FILLER, Document

ROOT = Path(__file__).parents[2]
# The development drafts beside the checkout, where they are present.
DRAFTS = sorted([*ROOT.glob("seeds/*.md"), *ROOT.glob("seeds/*.txt"), *ROOT.glob("../shared/eval/drafts/*_clean.*")])

# Where we think otherwise: nupunkt takes short words before a capital for abbreviations ("in a row. Children under
# five"), ends no sentence after "47.5C.", and parts a mark of reference from its sentence ("islands. [1]").
LEAST_AGREEMENT = 0.975


def test_sentences_end_where_nupunkt_ends_them(lexicon: Lexicon) -> None:
    agreed = all_ends = 0
    for path in DRAFTS:
        document = read_document(path.name, path.read_bytes(), lexicon=lexicon)
        ours, theirs = ends(document, lexicon), nupunkt_ends(document)
        agreed += len(ours & theirs)
        all_ends += len(ours | theirs)
    assert agreed >= LEAST_AGREEMENT * all_ends


def is_compared(words: str) -> bool:
    return FILLER not in words


def ends(document: Document, lexicon: Lexicon) -> set[int]:
    prose = document.prose
    return {
        sentence.span.end
        for sentence in sentences(document, lexicon["abbreviations"])
        for block in [document.blocks[sentence.block].span]
        if is_compared(prose[block.start : block.end])
    }


def nupunkt_ends(document: Document) -> set[int]:
    found = set()
    for block in document.blocks:
        words = document.prose[block.span.start : block.span.end]
        if is_compared(words):
            found |= {block.span.start + len(words[:end].rstrip()) for _, end in sent_spans(words)}
    return found
