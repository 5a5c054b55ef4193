"""The JSON Schema of the story format, generated from the models."""

from collections.abc import Iterable
from typing import Any

import orjson

from deepseek_tui.story.format.model import Story
from deepseek_tui.story.format.structure import models, structure_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTITY = "urn:deepseek-tui:story:1"
"""The identifier of the schema: a name that is not downloaded."""


def schema() -> dict[str, Any]:
    """Return the JSON Schema, with its keys in a fixed order."""
    made = Story.model_json_schema(by_alias=True)
    for model in models():
        name = model.__name__
        _describe_references(made if model is Story else made["$defs"][name], structure_of(model).references)
    return {"$schema": DIALECT, "$id": IDENTITY, **made}


def _describe_references(part: dict[str, Any], references: Iterable[tuple[str, tuple[str, ...], bool]]) -> None:
    """Describe in the schema which items a reference may name."""
    for key, to, several in references:
        field = part["properties"][key]
        field = (
            field["items"] if several else next((option for option in field.get("anyOf", ()) if "pattern" in option), field)
        )
        field["description"] = f"The id of one of the story's {' or '.join(to) if to else 'items'}."


def schema_text() -> str:
    """Return the schema as content/story.schema.json stores it."""
    return orjson.dumps(schema(), option=orjson.OPT_INDENT_2).decode() + "\n"
