"""Names for pieces of a page that only their neighbours and words tell: standfirst, fact box, section heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice, pairwise

from checker.document.captions import is_caption
from checker.document.dateline import find_date
from checker.document.factbox import as_fact, boxed, boxed_table, fact_lines
from checker.document.html.content import class_names
from checker.document.html.tree import Tree
from checker.document.html.walk import Found
from checker.document.reading import Piece, printed
from checker.document.titles import is_heading, is_title
from checker.lexicon.book import Lexicon
from checker.model.document import visible

_SENTENCE_END = (".", "!", "?", "\u201d", '"')
_HEADS = frozenset(("header", "hgroup"))


def named(tree: Tree, found: Sequence[Found], prose: str, lexicon: Lexicon | None, *, has_title: bool) -> list[Piece]:
    """Return the pieces that print something, each with its role; *has_title*: a headline stands above all of them."""
    shown = [part for one in found for part in _parts(one, prose)]
    # An empty cell is kept: "| Infobox | |" is a fact box.
    shown = [one for one in shown if one.piece.table >= 0 or printed(prose, one.piece.start, one.piece.end)]
    has_headline = has_title or any(one.piece.role == "headline" for one in shown)
    pieces: list[Piece] = []
    for at, one in enumerate(shown):
        role = _role(tree, shown, at, prose, lexicon, has_headline=has_headline)
        has_headline = has_headline or role == "headline"
        pieces.append(one.piece._replace(role=role))
    nodes = {one.piece.start: one.node for one in shown}
    body = next((piece.start for piece in pieces if piece.role == "paragraph"), len(prose))
    pieces = [piece for group in _tables(pieces) for piece in _named_table(tree, nodes, group, prose, body)]
    return boxed(_terms(tree, nodes, pieces, prose), prose, ("list_item", "paragraph"))


def _parts(one: Found, prose: str) -> Iterator[Found]:
    """Part a piece at doubled line breaks, and a fact box typed as lines at each."""
    piece = one.piece
    if not one.breaks or piece.role not in ("paragraph", "list_item", "quote"):
        yield one
        return
    bounds = [piece.start, *one.breaks, piece.end]
    lines = [(s, e) for s, e in pairwise(bounds) if s < e]
    spans = [printed(prose, start, end) for start, end in lines]
    facts = fact_lines(prose, [(span.start, span.end) for span in spans if span])
    if facts and len(facts) == sum(span is not None for span in spans):
        for fact in facts.values():
            yield one._replace(piece=Piece(fact.start, fact.end, "infobox", label=fact.label), breaks=())
        return
    start = piece.start
    for (_, end), span in zip(lines, spans, strict=True):
        if span is None and start < end:
            yield one._replace(piece=piece._replace(start=start, end=end))
            start = end
    if start < piece.end:
        yield one._replace(piece=piece._replace(start=start))


def _role(
    tree: Tree, shown: Sequence[Found], at: int, prose: str, lexicon: Lexicon | None, *, has_headline: bool
) -> str:
    one = shown[at]
    role = one.piece.role
    words = " ".join(visible(prose[one.piece.start : one.piece.end]).split())
    before = shown[at - 1].piece.role if at else "headline" if has_headline else ""
    if not has_headline and at + 1 < len(shown) and not any(s.piece.role == "paragraph" for s in shown[: min(at, 3)]):
        is_top = role == "heading" or (at == 0 and role == "paragraph" and one.is_strong and is_title(words))
        if is_top or "headline" in class_names(tree.attributes(tree.nodes[one.node])):
            return "headline"
    if role == "heading" and before == "headline" and _is_in_head(tree, one.node):
        return "standfirst"
    if role != "paragraph":
        return role
    if one.is_emphasised and one.is_below_image:
        return "caption"
    if one.is_emphasised and before == "headline":
        is_standfirst = words.endswith(_SENTENCE_END) and find_date(words, lexicon) is None
        return "standfirst" if is_standfirst else "paragraph"
    if one.is_strong and at + 1 < len(shown) and is_heading(words):
        return "heading"
    return "caption" if is_caption(words, lexicon) else "paragraph"


def _is_in_head(tree: Tree, number: int) -> bool:
    parent = tree.nodes[number].parent
    return parent > 0 and tree.nodes[parent].name in _HEADS


def _tables(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    for _, group in groupby(pieces, key=lambda piece: piece.table):
        yield list(group)


def _named_table(tree: Tree, nodes: Mapping[int, int], group: list[Piece], prose: str, body: int) -> list[Piece]:
    """Return one table, or any stretch of other pieces; *body* is where the first paragraph begins."""
    start = group[0].start
    if group[0].table < 0:
        return group
    rows = [list(row) for _, row in groupby(group, key=lambda piece: piece.row)]
    if all(len(row) <= 2 for row in rows) and _is_infobox(tree, nodes[start]):
        return [as_fact(row, prose) for row in rows]
    return boxed_table(rows, prose, is_early=start < body) or group


def _is_infobox(tree: Tree, number: int) -> bool:
    above = [number, *islice(tree.ancestors(number), 8)]
    return any("infobox" in class_names(tree.attributes(tree.nodes[n])) for n in above)


def _terms(tree: Tree, nodes: Mapping[int, int], pieces: list[Piece], prose: str) -> list[Piece]:
    """Return *pieces* with "dt" as the label of its "dd" where terms and figures make a fact box."""
    names = {start: tree.nodes[number].name for start, number in nodes.items()}
    kept: list[Piece] = []
    for piece in pieces:
        if names.get(piece.start) == "dd" and kept and names.get(kept[-1].start) == "dt":
            kept[-1:] = [as_fact([kept[-1], piece], prose)]
        else:
            kept.append(piece)
    return kept
