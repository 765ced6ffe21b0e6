"""What an editor would call each leaf of a Markdown draft: headline, standfirst, caption, fact box."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from checker.document.captions import is_caption
from checker.document.dateline import find_date
from checker.document.factbox import fact_lines, is_fact_box
from checker.document.insets import NOTE
from checker.document.markdown.inline import Inline, read_inline
from checker.document.markdown.leaf import Leaf
from checker.document.markdown.tables import cells
from checker.document.reading import Piece, blank, printed
from checker.document.titles import is_heading, is_title
from checker.lexicon.book import Lexicon
from checker.model.document import FILLERS, visible

_SENTENCE_END = (".", "!", "?", "\u201d", '"')


class Namer:
    """Goes through the leaves in text order; ``pieces`` and ``prose`` (offset and words) grow with each.

    ``notes`` are the footnotes inside other pieces. ``before`` is what the leaf before was, "image" for one of images
    alone. ``first_is_headline`` is true of the first leaf where front matter gives no headline and the draft has no
    heading of the first level.
    """

    def __init__(
        self, text: str, labels: AbstractSet[str], lexicon: Lexicon | None, *, has_title: bool, has_top: bool
    ) -> None:
        self.text = text
        self.labels = labels
        self.lexicon = lexicon
        self.pieces: list[Piece] = []
        self.prose: list[tuple[int, str]] = []
        self.notes: list[Piece] = []
        self.tables = self.looked_at = 0
        self.before = "headline" if has_title else ""
        self.top_is_headline = True
        self.first_is_headline = not has_title and not has_top

    def name(self, leaf: Leaf, *, is_last: bool) -> None:
        """Take the next leaf."""
        if leaf.kind == "table":
            self._table(leaf)
        elif leaf.kind == "html":
            self._html(leaf)
        elif leaf.kind == "heading":
            self._heading(leaf)
        else:
            self._paragraph(leaf, is_last)
        self.first_is_headline = False

    def _source(self, leaf: Leaf) -> str:
        """Return the words of a leaf, what stands between its lines (line ends, quote marks) blank."""
        parts, at = [], leaf.start
        for start, end in leaf.lines:
            parts.append(blank(self.text[at:start]))
            parts.append(self.text[start:end])
            at = end
        return "".join(parts)

    def _heading(self, leaf: Leaf) -> None:
        self._print(leaf.start, read_inline(self._source(leaf), self.labels))
        is_headline = self.first_is_headline or (leaf.level == 1 and self.top_is_headline)
        self.before = "headline" if is_headline else "heading"
        self.top_is_headline = self.top_is_headline and not is_headline
        self.pieces.append(Piece(leaf.start, leaf.end, self.before, leaf.level))

    def _html(self, leaf: Leaf) -> None:
        from checker.document.markdown.raw import read_html  # 1 ms for its pattern; few drafts hold HTML

        source = self._source(leaf)
        raw = read_html(source, leaf.start, self.tables)
        self.tables += raw.tables
        self.prose.append((leaf.start, raw.prose))
        for piece in raw.pieces:
            is_headline = piece.role == "heading" and piece.level == 1 and self.top_is_headline
            self.top_is_headline = self.top_is_headline and not is_headline
            self.pieces.append(piece._replace(role="headline") if is_headline else piece)
        self.before = "image" if "<img" in source else "html"

    def _table(self, leaf: Leaf) -> None:
        rows = leaf.cells or [cells(self.text, start, end) for start, end in leaf.lines]
        prose = [[self._cell(start, end) for start, end in row] for row in rows]
        if is_fact_box(prose, is_early=self._is_early()):
            self.pieces.extend(_fact_box(rows, prose))
        else:
            self.pieces.extend(
                Piece(start, end, "table_cell", 0, self.tables, at, column)
                for at, row in enumerate(rows)
                for column, (start, end) in enumerate(row)
            )
            self.tables += 1
        self.before = "table"

    def _is_early(self) -> bool:
        """Tell whether no paragraph was met yet, looking at each piece once."""
        while self.looked_at < len(self.pieces) and self.pieces[self.looked_at].role != "paragraph":
            self.looked_at += 1
        return self.looked_at == len(self.pieces)

    def _cell(self, start: int, end: int) -> str:
        inline = read_inline(self.text[start:end], self.labels)
        self._print(start, inline)
        return inline.prose

    def _print(self, start: int, inline: Inline) -> None:
        self.prose.append((start, with_words(inline.prose, inline.notes)))
        self.notes += [Piece(start + at, start + at + len(words), NOTE) for at, words in inline.notes if words]

    def _paragraph(self, leaf: Leaf, is_last: bool) -> None:
        source = self._source(leaf)
        inline = read_inline(source, self.labels)
        self._print(leaf.start, inline)
        if inline.images and self._images(leaf, source, inline):
            return
        facts = fact_lines(inline.prose, [(start - leaf.start, end - leaf.start) for start, end in leaf.lines])
        if len(facts) == len(leaf.lines):
            boxes = (Piece(leaf.start + f.start, leaf.start + f.end, "infobox", label=f.label) for f in facts.values())
            self.pieces.extend(boxes)
            self.before = "infobox"
            return
        self.before = self._role(leaf, inline, source, is_last)
        inside = leaf.inside
        label = inside.label if self.before in ("list_item", "quote") else ""
        self.pieces.append(Piece(leaf.start, leaf.end, self.before, inside.lists or inside.quotes, label=label))

    def _role(self, leaf: Leaf, inline: Inline, source: str, is_last: bool) -> str:
        inside = leaf.inside
        if inside.is_footnote or inside.quotes or inside.lists:
            return "footnote" if inside.is_footnote else "quote" if inside.quotes else "list_item"
        words = visible(inline.prose).strip()
        is_emphasised = _is_emphasised(inline, 0, len(source))
        if self.before == "image" and is_emphasised:
            return "caption"
        if is_emphasised and self.before == "headline":
            is_standfirst = words.endswith(_SENTENCE_END) and find_date(words, self.lexicon) is None
            return "standfirst" if is_standfirst else "paragraph"
        if self.first_is_headline and not is_last and is_title(words):
            return "headline"
        # "**Key figures**" on a line of its own heads what follows.
        if is_emphasised and not is_last and any(pair.width == 2 for pair in inline.pairs) and is_heading(words):
            return "heading"
        return "caption" if is_caption(words, self.lexicon) else "paragraph"

    def _images(self, leaf: Leaf, source: str, inline: Inline) -> bool:
        """Name the words of images and what stands below them captions; False for images in running text."""
        last = max(image.end for image in inline.images)
        if printed(inline.prose, 0, inline.images[0].start):
            return False
        rest = printed(inline.prose, last, len(source))
        is_below = rest is not None and any(char in "\r\n" for char in source[last : rest.start])
        if rest is not None and not is_below and not _is_emphasised(inline, last, len(source)):
            return False
        places = [(start, words) for image in inline.images for start, words in image.words]
        self.prose[-1] = (leaf.start, with_words(inline.prose, sorted([*places, *inline.notes])))
        for start, words in places:
            self.pieces.append(Piece(leaf.start + start, leaf.start + start + len(words), "caption"))
        if rest is not None:
            self.pieces.append(Piece(leaf.start + last, leaf.end, "caption"))
        self.before = "image" if rest is None else "caption"
        return True


def with_words(prose: str, places: Sequence[tuple[int, str]]) -> str:
    """Return *prose* with the words of images and notes, which are blank in it, at their places."""
    parts, at = [], 0
    for start, words in places:
        parts += [prose[at:start], words]
        at = start + len(words)
    return "".join([*parts, prose[at:]])


def _is_emphasised(inline: Inline, start: int, end: int) -> bool:
    """Tell whether one pair of marks takes in all that is printed between *start* and *end*."""
    words = printed(inline.prose, start, end)
    return words is not None and any(
        start <= pair.start <= words.start
        and words.end <= pair.end <= end
        and not printed(inline.prose, start, pair.start)
        and not printed(inline.prose, pair.end, end)
        for pair in inline.pairs
    )


def _fact_box(rows: Sequence[Sequence[tuple[int, int]]], prose: Sequence[Sequence[str]]) -> list[Piece]:
    """Return one piece a row: the value with its field as label; the title row alone where it has no value."""
    pieces = []
    for row, words in zip(rows, prose, strict=True):
        label = " ".join(visible(words[0]).split())
        has_value = len(row) > 1 and words[1].strip(" " + FILLERS)
        pieces.append(Piece(*row[1], "infobox", label=label) if has_value else Piece(*row[0], "infobox"))
    return pieces
