"""The palette finds every command, pane, theme and item by its name, and does what is chosen."""

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
    """The names that the palette lists."""
    rows = opened.app.screen.query_one(ItemList).rows
    return [rows.row(number).title for number in range(len(rows.keys))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_offered(language: str) -> None:
    said, words = reading(language), words_in(language)
    names = {choice.name for choice in palette_entries(said, list(THEMES))}
    assert {words.keys.long[command.id] for command in ACTIONS if command.palette} <= names
    assert {words.panes.titles[section] for section in PANES} <= names
    assert {words.screen.theme.format(name) for name in words.screen.themes.values()} <= names
    for items in (said.story.events, said.story.players, said.story.innovations, said.story.questions, said.story.claims):
        assert {said.title(item) for item in items} <= names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_is_found_first_by_its_name(language: str) -> None:
    every = palette_entries(reading(language), list(THEMES))
    missed = [choice.name for choice in every if every[found(every, choice.name)[0]].name != choice.name]
    assert missed == []


def test_no_query_is_everything_in_its_order() -> None:
    every = palette_entries(reading("en"), list(THEMES))
    assert found(every, "  ") == list(range(len(every)))


def test_accents_and_capitals_need_not_be_typed_right() -> None:
    every = [PaletteEntry("Événement", "", ""), PaletteEntry("Other", "", "")]
    assert found(every, "OTHER") == [1]


async def test_a_pane_is_found_and_gone_to(opened: Opened) -> None:
    await opened.press("p")
    await opened.type("quest")
    assert "Questions" in offered(opened)[:3]
    await opened.type("ions")
    await opened.press("enter")
    assert (opened.dialog, opened.section) == ("", Section.QUESTIONS)


async def test_an_item_is_found_and_gone_to(story: Story, opened: Opened) -> None:
    event = story.events[4]
    await opened.press("p")
    await opened.type(opened.dashboard.reading.title(event))
    await opened.press("enter")
    assert (opened.section, opened.key) == (Section.TIMELINE, event.id)
    assert opened.focused == "list"


@pytest.mark.parametrize("theme", list(THEMES))
async def test_a_theme_is_found_and_put_on(opened: Opened, theme: str) -> None:
    opened.app.theme = "light" if theme == "dark" else "dark"
    words = words_in("en").screen
    await opened.press("p")
    await opened.type(words.theme.format(words.themes[theme]))
    await opened.press("enter")
    assert opened.app.theme == theme
    assert opened.seen


async def test_a_command_is_found_and_carried_out(opened: Opened) -> None:
    for name, done in (
        ("Show this help", lambda: opened.dialog == "Help"),
        ("Change the language", lambda: opened.dashboard.reading.language == "fr"),
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


async def test_the_arrows_move_among_what_is_found_while_typing_goes_on(opened: Opened) -> None:
    await opened.press("p", "down", "down", "up")
    rows = opened.app.screen.query_one(ItemList)
    assert rows.cursor == 1
    await opened.press("pagedown")
    assert rows.cursor > 1
    await opened.press("pageup")
    await opened.type("jk")
    assert opened.app.screen.query_one(Input).value == "jk"


@pytest.mark.parametrize(("language", "said"), [("en", "No match."), ("fr", "Aucun résultat.")])
async def test_where_nothing_is_found_it_says_so(story: Story, language: str, said: str) -> None:
    async with open_app(story, language) as opened:
        await opened.press("p")
        assert said not in opened.seen
        await opened.type("xqxqxq")
        assert said in opened.seen
        await opened.press("down", "pagedown", "enter")
        assert (opened.dialog, opened.section) == ("", Section.OVERVIEW)


@pytest.mark.parametrize("key", ["escape", "ctrl+p"])
async def test_it_closes_and_nothing_has_happened(opened: Opened, key: str) -> None:
    await opened.press("2", "j", "p", "down", key)
    assert (opened.dialog, opened.section, opened.focused) == ("", Section.TIMELINE, "list")
    assert opened.key == opened.dashboard.navigator.pane.keys[1]


async def test_a_click_beside_it_closes_it_and_two_clicks_choose(opened: Opened) -> None:
    await opened.press("p")
    await opened.click(opened.app.screen)
    assert opened.dialog == ""
    await opened.press("p")
    await opened.type("Timeline")
    rows = opened.app.screen.query_one(ItemList)
    await opened.click(rows, 5, 0)
    assert opened.section is Section.TIMELINE


async def test_another_story_opens_by_its_name_and_leads_back(story: Story) -> None:
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


async def test_a_kind_that_has_no_room_beside_a_name_is_left_out_and_not_cut(story: Story) -> None:
    async with open_app(story, size=NARROW) as opened:
        await opened.press("p")
        lines = [line for line in opened.lines if "│" in line and "command" in line]
        assert lines
        assert [line for line in opened.lines if re.search(r"\bc\w{0,6}…", line)] == []
