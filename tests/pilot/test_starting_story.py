"""Tests that the template story and the second bundled story open."""

from pathlib import Path

import orjson
import pytest

from deepseek_tui.article.draft import draft
from deepseek_tui.story.loading.library import find
from deepseek_tui.story.loading.loader import load
from pilot.opened import open_app

ARTICLES = Path(__file__).parents[1] / "articles"


@pytest.mark.parametrize(("name", "language", "mark"), [("agence", "fr", "À confirmer"), ("feature", "en", "Unconfirmed")])
async def test_story_from_the_authoring_template_opens_in_every_pane(name: str, language: str, mark: str) -> None:
    text = (ARTICLES / f"{name}.txt").read_text("utf-8")
    document = draft(text, language=language, name=name, today="2026-01-02")
    async with open_app(load(orjson.dumps(document)), language=language) as program:
        for key in "123456":
            await program.press(key, "j", "enter", "escape")
            assert program.dialog == ""
        await program.press("6", "g")
        assert mark in program.seen
        assert all(mark in program.dashboard.navigator.pane.row(number).second for number in (1, 2))


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_second_bundled_story_opens_in_every_pane(language: str) -> None:
    async with open_app(load(find("quiet-ferry")), language=language) as program:
        for key in "123456":
            await program.press(key, "j", "enter", "v", "escape", "escape")
            assert program.dialog == ""
