"""Why figures were taken for one fact, in words."""

from __future__ import annotations

from checker.model.claim import Claim
from checker.model.mention import Reason


def because(claim: Claim) -> list[str]:
    """Return the proof of a claim, one reason an item, with the words of the draft that it rests on."""
    return [reason_words(reason) for reason in claim.proof]


def reason_words(reason: Reason) -> str:
    """Say one reason: its name in plain words, then the words behind it."""
    name = reason.name.replace("-", " ").replace("_", " ")
    return f"{name}: {reason.words}" if reason.words else name
