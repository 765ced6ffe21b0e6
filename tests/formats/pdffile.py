"""PDFs for tests, each line drawn where it is wanted."""

from __future__ import annotations

import io
from collections.abc import Iterable

from reportlab.pdfgen.canvas import Canvas

Line = tuple[float, float, str, int]
"""Left edge and base line in points from the lower left corner, words, size of the letters."""


def pdf(*pages: Iterable[Line], password: str = "") -> bytes:
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=(600, 800), encrypt=password or None, invariant=True)
    for page in pages:
        for left, base, words, size in page:
            canvas.setFont("Helvetica", size)
            canvas.drawString(left, base, words)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def block(left: float, top: float, *words: str, size: int = 10) -> list[Line]:
    """Return lines below each other."""
    return [(left, top - 1.2 * size * at, line, size) for at, line in enumerate(words)]
