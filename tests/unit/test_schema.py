"""The JSON Schema is reproducible, up to date and complete."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from deepseek_tui.story.format.schema import schema, schema_text
from deepseek_tui.story.format.structure import models, structure_of

CONTENT = Path(__file__).parents[2] / "content" / "story.schema.json"


def test_stored_json_schema_matches_the_pydantic_models() -> None:
    assert CONTENT.read_text(encoding="utf-8") == schema_text(), "stale: deepseek-tui schema > content/story.schema.json"


def test_json_schema_does_not_depend_on_the_hash_seed() -> None:
    code = "from deepseek_tui.story.format.schema import schema_text; print(schema_text())"
    found = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_json_schema_has_a_dialect_and_an_identifier_without_host_name() -> None:
    made = schema()
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["$id"].startswith("urn:")


def test_json_schema_uses_field_aliases_as_keys() -> None:
    made = schema()
    assert "$schema" in made["properties"]
    assert "from" in made["$defs"]["Link"]["properties"]


def test_objects_in_the_schema_are_described_and_allow_no_other_keys() -> None:
    made = schema()
    for name, part in [("Story", made), *made["$defs"].items()]:
        assert part.get("description"), name
        if "properties" in part:
            assert part["additionalProperties"] is False, name


def test_every_vocabulary_word_in_the_schema_has_a_definition() -> None:
    made = schema()
    words = [option for part in made["$defs"].values() for option in part.get("oneOf", ())]
    assert len(words) > 30
    assert all(option["const"] and option["description"] for option in words)


def test_references_between_items_are_described_in_the_schema() -> None:
    made = schema()
    for model in models():
        part: dict[str, Any] = made if model.__name__ == "Story" else made["$defs"][model.__name__]
        for key, _, _ in structure_of(model).references:
            assert "The id of one of the story's" in json.dumps(part["properties"][key])
