"""Tests that markup and control characters in a story are shown as text."""

import re
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from bundled import LANGUAGES
from deepseek_tui.story.format.model import Story
from hostile import assert_harmless
from pilot.opened import Opened, open_app, page
from stories import hostile_story, minimal_story

WORDS = ("[/]", "[red]x[/red]", "[@click=app.quit]q[/]", "␛[31mred␛[0m", "<U+009B>31m", "<U+202E>gnp.exe")
"""The texts that the screen must show in place of the markup and control characters."""


@pytest.fixture(scope="module")
def hostile() -> Story:
    """Return a story with markup and control characters in its texts."""
    return Story.model_validate(hostile_story())


def harmless(opened: Opened) -> None:
    """Assert that the screen contains no control character."""
    for line in opened.lines:
        assert_harmless(line)
    for strip in opened.app.screen._compositor.render_strips():
        for segment in strip:
            assert segment.control is None
            assert segment.style is None or segment.style.link is None
    assert not opened.app._exit


@pytest.mark.parametrize("size", [(160, 50), (60, 20)], ids=["wide", "narrow"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_control_characters_and_markup_are_escaped_in_every_pane(
    hostile: Story, language: str, size: tuple[int, int]
) -> None:
    async with open_app(hostile, language, size) as opened:
        harmless(opened)
        for number in "123456":
            await opened.press(number)
            for key in [key for key in opened.dashboard.navigator.pane.keys if key]:
                opened.dashboard.go_to(key)
                await opened.press("enter")
                harmless(opened)
                said = page(opened.dashboard.panels.detail) + page(opened.dashboard.panels.side)
                assert_harmless(said)
                if not key.startswith("overview:"):
                    assert [words for words in WORDS if words not in said] == [], key


async def test_text_with_control_characters_stays_readable_in_the_list(hostile: Story) -> None:
    async with open_app(hostile, size=(60, 20)) as opened:
        await opened.press("2")
        assert "[/] [red]x[/red]" in opened.seen


async def test_control_characters_in_the_story_title_are_escaped_in_the_title_bar(hostile: Story) -> None:
    async with open_app(hostile, size=(250, 20)) as opened:
        assert "[/] [red]x[/red] [@click=app.quit]q[/]" in opened.lines[0]
        harmless(opened)


async def test_control_characters_and_markup_are_escaped_in_the_command_palette(hostile: Story) -> None:
    async with open_app(hostile, size=(120, 50)) as opened:
        await opened.press("p")
        await opened.type("praise")
        harmless(opened)
        assert "[/] [red]x[/red]" in opened.seen
        for _ in range(3):
            await opened.press("pagedown")
            harmless(opened)
        await opened.press("enter")
        harmless(opened)


async def test_control_characters_in_the_story_do_not_affect_the_help(hostile: Story) -> None:
    async with open_app(hostile) as opened:
        await opened.press("question_mark")
        harmless(opened)


async def test_control_characters_are_escaped_in_the_export_and_the_save_notification(
    hostile: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "[red]x [@click=app.quit]q \u202e"
    folder.mkdir()
    monkeypatch.chdir(folder)
    async with open_app(hostile, size=(200, 50)) as opened:
        await opened.press("6", "e")
        for key in ("j", "j", "tab", "tab", "tab", "pagedown", "G"):
            await opened.press(key)
            harmless(opened)
        await opened.press("ctrl+s")
        harmless(opened)
        assert "[red]x [@click=app.quit]q <U+202E>" in opened.notifications[-1]
        await opened.press("e", "ctrl+s")
        harmless(opened)
        await opened.press("j", "ctrl+s")
        harmless(opened)


async def test_typed_control_characters_are_escaped_on_screen(hostile: Story) -> None:
    async with open_app(hostile) as opened:
        await opened.press("p")
        opened.app.screen.query_one(Input).value = "[/] [red]x [@click=app.quit]q[/]"
        await opened.rest()
        harmless(opened)


@pytest.mark.parametrize("keys", [("s",), ("F",), ("p",), ("e", "tab"), ("e", "tab", "tab")], ids="-".join)
async def test_pasted_text_becomes_one_line_without_control_characters(hostile: Story, keys: tuple[str, ...]) -> None:
    async with open_app(hostile, size=(160, 50)) as opened:
        await opened.press(*keys)
        field = opened.app.focused
        assert isinstance(field, Input)
        for pasted in ("a\x1b[31mb\x9b\u202e\nsecond line", "\n", "\u200b"):
            opened.app.post_message(Paste(pasted))
            await opened.press("end")
            harmless(opened)
        assert field.value.endswith("a␛[31mb<U+009B><U+202E>")
        opened.app.copy_to_clipboard("one\ntwo\x1b[31m")
        await opened.press("ctrl+v")
        harmless(opened)
        assert field.value.endswith("<U+202E>one")


async def test_click_on_link_markup_in_story_text_opens_nothing(hostile: Story) -> None:
    async with open_app(hostile, size=(100, 30)) as opened:
        await opened.press("2")
        for y, line in enumerate(opened.lines):
            for match in re.finditer(re.escape("[@click=app.quit]q"), line):
                await opened.pilot.click(offset=(match.end() - 1, y))
        harmless(opened)


async def test_copied_text_has_no_control_characters(hostile: Story) -> None:
    async with open_app(hostile, size=(160, 50)) as opened:
        await opened.press("2")
        detail = opened.dashboard.panels.detail
        await opened.drag(detail, (2, 1), (detail.region.width - 3, 12))
        selected = opened.app.screen.get_selected_text() or ""
        assert "[red]x[/red]" in selected
        assert_harmless(selected)


async def test_control_characters_in_a_language_code_are_escaped_in_the_notification(hostile: Story) -> None:
    async with open_app(hostile.model_copy(update={"languages": ("fr",)})) as opened:
        await opened.press("L", "L", "ctrl+c")
        harmless(opened)


async def test_misleading_web_address_is_shown_encoded_and_opens_only_by_key() -> None:
    document = minimal_story()
    # The first letter of the host is a Cyrillic a.
    document["notes"][0]["sources"][0]["url"] = "https://\u0430pple.eu/\u202ee"
    shown, urls = "https://xn--pple-43d.eu/%E2%80%AEe", list[str]()
    async with open_app(Story.model_validate(document), size=(160, 50)) as opened:
        opened.app.open_url = lambda url, **_: urls.append(url)  # type: ignore[method-assign]
        opened.dashboard.go_to("launch")
        await opened.press("enter")
        assert shown in page(opened.dashboard.panels.detail) + page(opened.dashboard.panels.side)
        x, y = next((line.index(shown), y) for y, line in enumerate(opened.lines) if shown in line)
        await opened.pilot.click(offset=(x + 3, y))
        await opened.press("o")
        assert opened.dialog == "LinkPicker"
        assert shown in opened.seen
        harmless(opened)
        assert urls == []
        await opened.press("a")
        assert urls == [shown]
