"""What the label of a fact box says of its figures: "Deaths | 49", "Non-fatal injuries: 212"."""

from __future__ import annotations

from checker.document.tokens import tokenize
from checker.lexicon.book import Lexicon
from checker.mentions.status import Status


def label_status(label: str, lexicon: Lexicon) -> Status | None:
    """Return the one status that a label names; None without one, or where it names two ("Killed and wounded")."""
    tokens = tokenize(label, 0, len(label))
    found = {match.entry.id for at in range(len(tokens)) if (match := lexicon["statuses"].at(tokens, at))}
    if len(found) != 1 or any(token.low in {"and", "or", "/", "&"} for token in tokens):
        return None
    return Status(found.pop(), 0, 0, f"label: {label}")
