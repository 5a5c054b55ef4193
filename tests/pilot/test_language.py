"""Tests of the interface language and of hidden context."""

import pytest
from textual.widgets import Input

from bundled import reading
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.panes.catalogue import section_of
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.story.format.model import Story
from pilot.opened import Opened, open_app, page

WIDTH = (130, 40)


async def test_language_key_switches_the_language_of_title_tabs_and_footer(story: Story) -> None:
    async with open_app(story, size=WIDTH) as opened:
        for language, own, hint in (("en", "Overview", "quit"), ("fr", "Aperçu", "quitter")):
            said = reading(language)
            assert said.say(story.title) in opened.lines[0]
            assert f" {language} " in opened.lines[0]
            assert f"1 {own}" in opened.lines[1]
            assert words_in(language).panes.titles[Section.CLAIMS] in opened.lines[1]
            assert opened.lines[-1].rstrip().endswith(hint)
            assert opened.dashboard.panels.items.border_title == own
            await opened.press("L")


async def test_language_key_switches_list_rows_and_detail(story: Story) -> None:
    async with open_app(story, size=WIDTH) as opened:
        for number in range(1, 7):
            await opened.press(str(number))
            for language in ("fr", "en"):
                await opened.press("L")
                pane, said = opened.dashboard.navigator.pane, reading(language)
                assert pane.title == words_in(language).panes.titles[PANES[number - 1]]
                assert pane.document(opened.key).title in page(opened.dashboard.panels.detail) or number == 1
                assert said.say(story.summary[0].text)[:40] in page(opened.dashboard.panels.detail) or number > 1


async def test_language_key_switches_the_format_of_dates_and_numbers(story: Story) -> None:
    async with open_app(story, size=WIDTH) as opened:
        for numbers in (("100,000", "1.3 million"), ("100\u202f000", "1,3 million")):
            assert [number for number in numbers if number not in page(opened.dashboard.panels.detail)] == []
            await opened.press("L")
        await opened.press("L")
        await opened.press("2")
        assert "10 janvier, année non précisée" in page(opened.dashboard.panels.items)
        await opened.press("L")
        assert "10 January, year not stated" in page(opened.dashboard.panels.items)


async def test_language_key_switches_the_language_of_dialogs(opened: Opened) -> None:
    for language in ("en", "fr"):
        words = words_in(language)
        await opened.press("question_mark")
        assert opened.app.screen.query_one("#help").border_title == words.screen.help_title
        await opened.press("escape", "p")
        assert opened.app.screen.query_one(Input).placeholder == words.screen.palette_hint
        await opened.press("escape", "e")
        assert words.export.this_section in opened.seen
        assert opened.app.screen.query_one("#export-file", Input).value.endswith(f".{language}.md")
        await opened.press("escape", "L")


async def test_story_in_only_one_language_is_shown_unchanged_with_a_notification(story: Story) -> None:
    french = story.model_copy(update={"languages": ("fr",), "title": "Un récit"})
    async with open_app(french, "fr") as opened:
        await opened.press("L")
        assert opened.dashboard.reading.language == "en"
        assert "1 Overview" in opened.lines[1]
        assert "Un récit" in opened.lines[0]
        assert opened.notifications == [words_in("en").screen.only_language.format("fr")]


@pytest.mark.parametrize("size", [(100, 30), (160, 30)], ids=["medium", "wide"])
async def test_context_key_hides_context_notes_in_every_pane_and_indicates_that_they_are_hidden(
    story: Story, size: tuple[int, int]
) -> None:
    async with open_app(story, size=size) as opened:
        said, dashboard = reading("en"), opened.dashboard
        items = {ref: notes for ref, notes in said.index.notes_on.items() if said.index.list_of[ref] != "notes"}
        noted = {section_of(ref, said): (ref, notes) for ref, notes in items.items()}
        for section, (ref, notes) in noted.items():
            if section not in PANES:
                continue
            dashboard.go_to(ref)
            await opened.rest()
            words = [said.say(note.text) for note in notes]
            assert all(note in page(dashboard.panels.detail) + page(dashboard.panels.side) for note in words)
            await opened.press("c")
            assert opened.notifications[-1] == words_in("en").screen.context_off
            assert words_in("en").screen.context_hidden in opened.lines[0]
            assert not any(note in page(dashboard.panels.detail) + page(dashboard.panels.side) for note in words)
            await opened.press("c")
            assert opened.notifications[-1] == words_in("en").screen.context_on
            assert all(note in page(dashboard.panels.detail) + page(dashboard.panels.side) for note in words)


async def test_dashboard_started_with_no_context_shows_no_context_notes(story: Story) -> None:
    async with open_app(story, context=False) as opened:
        assert not opened.dashboard.reading.context
        assert words_in("en").screen.context_hidden in opened.lines[0]
