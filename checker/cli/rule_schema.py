"""The JSON Schema of a rule file."""

from __future__ import annotations

from typing import Any

from checker.engine.schema import RuleFile


def rule_schema() -> dict[str, Any]:
    """Return the schema that pydantic makes of the model that rule files are held against."""
    schema = RuleFile.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "figcheck rule"}
