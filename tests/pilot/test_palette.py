"""Tests of the command palette."""

import re

import pytest
from textual.widgets import Input

from bundled import LANGUAGES, reading
from deepseek_tui.commands import ACTIONS
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.panes.palette import PaletteEntry, palette_entries
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.story.format.model import Story
from deepseek_tui.ui.dialogs.palette import found
from deepseek_tui.ui.styles.themes import THEMES
from deepseek_tui.ui.widgets.item_list import ItemList
from pilot.opened import NARROW, Opened, open_app


def offered(opened: Opened) -> list[str]:
    """Return the names that the palette lists."""
    rows = opened.app.screen.query_one(ItemList).rows
    return [rows.row(number).title for number in range(len(rows.keys))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_command_palette_lists_commands_panes_themes_stories_and_items(language: str) -> None:
    said, words = reading(language), words_in(language)
    names = {choice.name for choice in palette_entries(said, list(THEMES))}
    assert {words.keys.long[command.id] for command in ACTIONS if command.palette} <= names
    assert {words.panes.titles[section] for section in PANES} <= names
    assert {words.screen.theme.format(name) for name in words.screen.themes.values()} <= names
    for items in (said.story.events, said.story.players, said.story.innovations, said.story.questions, said.story.claims):
        assert {said.title(item) for item in items} <= names


@pytest.mark.parametrize("language", LANGUAGES)
def test_palette_entry_is_the_first_result_when_its_name_is_typed(language: str) -> None:
    every = palette_entries(reading(language), list(THEMES))
    missed = [choice.name for choice in every if every[found(every, choice.name)[0]].name != choice.name]
    assert missed == []


def test_empty_palette_query_lists_all_entries_in_order() -> None:
    every = palette_entries(reading("en"), list(THEMES))
    assert found(every, "  ") == list(range(len(every)))


def test_command_palette_search_ignores_accents_and_capitals() -> None:
    every = [PaletteEntry("Événement", "", ""), PaletteEntry("Other", "", "")]
    assert found(every, "OTHER") == [1]


async def test_choosing_a_pane_in_the_palette_opens_the_pane(opened: Opened) -> None:
    await opened.press("p")
    await opened.type("quest")
    assert "Questions" in offered(opened)[:3]
    await opened.type("ions")
    await opened.press("enter")
    assert (opened.dialog, opened.section) == ("", Section.QUESTIONS)


async def test_choosing_an_item_in_the_palette_shows_the_item(story: Story, opened: Opened) -> None:
    event = story.events[4]
    await opened.press("p")
    await opened.type(opened.dashboard.reading.title(event))
    await opened.press("enter")
    assert (opened.section, opened.key) == (Section.TIMELINE, event.id)
    assert opened.focused == "list"


@pytest.mark.parametrize("theme", list(THEMES))
async def test_choosing_a_theme_in_the_palette_sets_the_theme(opened: Opened, theme: str) -> None:
    opened.app.theme = "light" if theme == "dark" else "dark"
    words = words_in("en").screen
    await opened.press("p")
    await opened.type(words.theme.format(words.themes[theme]))
    await opened.press("enter")
    assert opened.app.theme == theme
    assert opened.seen


async def test_choosing_a_command_in_the_palette_runs_the_command(opened: Opened) -> None:
    for name, done in (
        ("Show this help", lambda: opened.dialog == "Help"),
        ("Switch to the next language", lambda: opened.dashboard.reading.language == "fr"),
    ):
        await opened.press("p")
        await opened.type(name)
        await opened.press("enter")
        assert done(), name
        await opened.press("escape")
    await opened.press("p")
    await opened.type("Quitter")
    await opened.press("enter")
    assert opened.app._exit


async def test_arrow_keys_select_palette_results_while_the_query_is_typed(opened: Opened) -> None:
    await opened.press("p", "down", "down", "up")
    rows = opened.app.screen.query_one(ItemList)
    assert rows.cursor == 1
    await opened.press("pagedown")
    assert rows.cursor > 1
    await opened.press("pageup")
    await opened.type("jk")
    assert opened.app.screen.query_one(Input).value == "jk"


@pytest.mark.parametrize(("language", "said"), [("en", "No match."), ("fr", "Aucun résultat.")])
async def test_command_palette_shows_a_message_when_nothing_matches(story: Story, language: str, said: str) -> None:
    async with open_app(story, language) as opened:
        await opened.press("p")
        assert said not in opened.seen
        await opened.type("xqxqxq")
        assert said in opened.seen
        await opened.press("down", "pagedown", "enter")
        assert (opened.dialog, opened.section) == ("", Section.OVERVIEW)


@pytest.mark.parametrize("key", ["escape", "ctrl+p"])
async def test_closing_the_command_palette_changes_nothing(opened: Opened, key: str) -> None:
    await opened.press("2", "j", "p", "down", key)
    assert (opened.dialog, opened.section, opened.focused) == ("", Section.TIMELINE, "list")
    assert opened.key == [key for key in opened.dashboard.navigator.pane.keys if key][1]


async def test_click_outside_closes_the_palette_and_a_second_click_on_an_entry_chooses_it(opened: Opened) -> None:
    await opened.press("p")
    await opened.click(opened.app.screen)
    assert opened.dialog == ""
    await opened.press("p")
    await opened.type("Timeline")
    rows = opened.app.screen.query_one(ItemList)
    await opened.click(rows, 5, 0)
    assert opened.section is Section.TIMELINE


async def test_command_palette_opens_another_story_and_returns_to_the_first(story: Story) -> None:
    async with open_app(story) as opened:
        await opened.press("p")
        await opened.type("quiet-ferry")
        await opened.press("enter")
        assert opened.dashboard.reading.story.id == "quiet-ferry"
        assert opened.section is Section.OVERVIEW
        await opened.press("p")
        await opened.type("deepseek")
        await opened.press("enter")
        assert opened.dashboard.reading.story.id == "deepseek"


async def test_kind_of_an_entry_is_omitted_when_its_name_fills_the_line(story: Story) -> None:
    async with open_app(story, size=NARROW) as opened:
        await opened.press("p")
        lines = [line for line in opened.lines if "│" in line and "command" in line]
        assert lines
        assert [line for line in opened.lines if re.search(r"\bc\w{0,6}…", line)] == []
