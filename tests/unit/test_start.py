"""Tests of the imports and the loading work before the first frame."""

import json
import subprocess
import sys

import pytest

TO_THE_FIRST_FRAME = """
import asyncio, json, sys
from collections import Counter
import orjson
from pydantic import BaseModel
done = Counter()
loads, validate = orjson.loads, BaseModel.model_validate.__func__
def read(data):
    done["read"] += 1
    return loads(data)
orjson.loads = read
def validated(cls, *words, **options):
    done["validated"] += 1
    return validate(cls, *words, **options)
BaseModel.model_validate = classmethod(validated)
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.loading.library import find
from deepseek_tui.story.loading.loader import load
story = load(find("deepseek"))
from deepseek_tui.ui.app import DeepSeekApp
app = DeepSeekApp(RenderContext.of(story, "en"))
async def first():
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        print(json.dumps({"modules": sorted(sys.modules), "done": done}))
before = set(sys.modules)
asyncio.run(first())
"""

NOT_NEEDED = (
    "deepseek_tui.render",
    "deepseek_tui.labs",
    "deepseek_tui.article",
    "deepseek_tui.story.format.schema",
    "deepseek_tui.ui.dialogs.evidence",
    "deepseek_tui.ui.dialogs.export",
    "deepseek_tui.ui.dialogs.help",
    "deepseek_tui.ui.dialogs.local_copy",
    "deepseek_tui.ui.dialogs.definition",
    "deepseek_tui.ui.labs.lab_screen",
    "deepseek_tui.ui.dialogs.note",
    "deepseek_tui.ui.dialogs.palette",
    "deepseek_tui.ui.dialogs.search",
    "sqlite3",
    "numpy",
    "textual.widgets._data_table",
    "textual.widgets._footer",
    "textual.widgets._header",
    "textual.widgets._list_view",
    "textual.widgets._markdown",
    "textual.widgets._tabbed_content",
    "textual.widgets._text_area",
    "markdown_it",
    "tree_sitter",
    "pygments.lexers",
)
"""Modules that the first frame does not need."""


@pytest.fixture(scope="module")
def started() -> dict[str, object]:
    """Return what the program has loaded before the first frame.

    These are modules and stories.
    """
    done = subprocess.run(
        [sys.executable, "-c", TO_THE_FIRST_FRAME], capture_output=True, text=True, timeout=300, check=True
    )
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_only_modules_needed_for_the_first_frame_are_imported_at_start(started: dict[str, object]):
    modules = started["modules"]
    assert isinstance(modules, list)
    found = [name for name in modules if any(name == other or name.startswith(f"{other}.") for other in NOT_NEEDED)]
    assert found == []


def test_story_is_read_and_validated_only_once_at_start(started: dict[str, object]):
    assert started["done"] == {"read": 1, "validated": 1}
