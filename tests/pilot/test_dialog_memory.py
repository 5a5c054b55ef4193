"""Tests that closed dialogs are freed."""

import gc
import weakref
from pathlib import Path

import pytest

from deepseek_tui.story.format.model import Story
from pilot.opened import open_app
from pilot.workspaces import workspace_of_bundled
from rest import until


@pytest.mark.parametrize("keys", ["4d", "6v", "3f", "5a", "1e", "1A", "s", "p", "?"])
async def test_closed_dialog_is_garbage_collected(story: Story, tmp_path: Path, keys: str) -> None:
    async with open_app(story, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press(*("question_mark" if key == "?" else key for key in keys))
        assert opened.dialog
        parts = [opened.app.screen, *opened.app.screen.query("*")]
        alive = {repr(one): weakref.ref(one) for part in parts for one in (part, part._styles_cache)}
        assert len(alive) > 4
        del parts
        await opened.press("escape", "escape")
        assert opened.dialog == ""
        await opened.press("j")

        def gone() -> bool:
            gc.collect()
            return all(one() is None for one in alive.values())

        # A stopped timer, such as that of a blinking cursor, is freed only at its next due time.
        await until(opened.app, gone)
