"""The JSON Schema: always the same, never stale, and useful to an author."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from deepseek_tui.story.format.schema import schema, schema_text
from deepseek_tui.story.format.structure import models, structure_of

CONTENT = Path(__file__).parents[2] / "content" / "story.schema.json"


def test_the_schema_in_content_is_the_one_that_the_models_make() -> None:
    assert CONTENT.read_text(encoding="utf-8") == schema_text(), "stale: deepseek-tui schema > content/story.schema.json"


def test_the_schema_is_the_same_whatever_the_order_of_hashes() -> None:
    code = "from deepseek_tui.story.format.schema import schema_text; print(schema_text())"
    found = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_the_schema_names_its_dialect_and_itself_without_a_host() -> None:
    made = schema()
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["$id"].startswith("urn:")


def test_a_story_may_name_its_schema_and_a_link_its_beginning() -> None:
    made = schema()
    assert "$schema" in made["properties"]
    assert "from" in made["$defs"]["Link"]["properties"]


def test_every_object_is_closed_and_described() -> None:
    made = schema()
    for name, part in [("Story", made), *made["$defs"].items()]:
        assert part.get("description"), name
        if "properties" in part:
            assert part["additionalProperties"] is False, name


def test_every_word_of_a_vocabulary_is_defined() -> None:
    made = schema()
    words = [option for part in made["$defs"].values() for option in part.get("oneOf", ())]
    assert len(words) > 30
    assert all(option["const"] and option["description"] for option in words)


def test_every_reference_says_what_it_refers_to() -> None:
    made = schema()
    for model in models():
        part: dict[str, Any] = made if model.__name__ == "Story" else made["$defs"][model.__name__]
        for key, _, _ in structure_of(model).references:
            assert "The id of one of the story's" in json.dumps(part["properties"][key])
