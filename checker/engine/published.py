"""JSON Schemas of rule and lexicon files, for editors: ``# yaml-language-server: $schema=...``."""

from __future__ import annotations

import json
from typing import Any

from checker.engine.kinds import NAMES
from checker.engine.schema import RuleFile
from checker.lexicon.schema import LexiconFile

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def rule_schema() -> dict[str, Any]:
    """Return the schema of a rule file. With ``extends``, what it leaves out comes from the other rule."""
    schema = RuleFile.model_json_schema(by_alias=True)
    schema["properties"]["check"]["enum"] = sorted(NAMES)
    schema["if"] = {"required": ["extends"]}
    schema["then"] = {"required": ["id"]}
    schema["else"] = {"required": schema.pop("required")}
    return {"$schema": _DIALECT, **schema, "title": "figcheck rule"}


def lexicon_schema() -> dict[str, Any]:
    """Return the schema of a lexicon file. Rows may hold what ``fields`` declares, which no schema can tell."""
    schema = LexiconFile.model_json_schema(by_alias=True)
    schema["$defs"]["Row"]["additionalProperties"] = True
    return {"$schema": _DIALECT, **schema, "title": "figcheck lexicon"}


def schema_text(schema: dict[str, Any]) -> str:
    """Return a schema as it is published in ``reports/schema``."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
