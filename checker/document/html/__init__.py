"""HTML: fragments of a CMS and whole pages."""

from __future__ import annotations

from checker.document.html.cells import places
from checker.document.html.content import choose
from checker.document.html.context import Contexts
from checker.document.html.meta import read_meta
from checker.document.html.roles import named
from checker.document.html.tree import Tree
from checker.document.html.walk import Walk
from checker.document.insets import without
from checker.document.reading import Reading
from checker.lexicon.book import Lexicon


def read(text: str, lexicon: Lexicon | None = None, *, has_title: bool = False) -> Reading:
    """Read *text*. Without the lexicon captions are told only by their tags.

    *has_title* says that it stands below a headline that is given elsewhere.
    """
    tree = Tree(text)
    content = choose(tree)
    walk = Walk(tree, Contexts(tree, places(tree, content.left_out), {content.headline: "headline"}), content.left_out)
    area = tree.nodes[content.region]
    is_outside = content.headline >= 0 and not area.first <= tree.nodes[content.headline].first < area.last
    numbers = [content.region, content.headline] if is_outside else [content.region]
    walk.run(sorted(numbers, key=lambda n: tree.nodes[n].first))
    prose = "".join(walk.prose)
    pieces = named(tree, walk.found, without(prose, walk.notes), lexicon, has_title=has_title)
    return Reading(text, prose, [*pieces, *walk.notes], read_meta(tree))
