"""JSON that reads well and harms no terminal or CI log."""

from __future__ import annotations

import json
import re
from typing import Any

# json.dumps writes C1 controls, direction marks and lone surrogates as they are; all may stand as escapes.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]|(?<=#)#")


def dump(shape: Any, indent: int | None = None) -> str:
    """Return *shape* as JSON text; it parses to the same value as plain ``json.dumps``."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(shape, ensure_ascii=False, indent=indent))
