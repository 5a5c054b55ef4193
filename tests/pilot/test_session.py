"""Tests of the restored session and of the copied command."""

import shlex
from dataclasses import replace
from pathlib import Path

import pytest

from deepseek_tui.navigation.location import Locations
from deepseek_tui.panes.grouping import Grouping
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Story
from deepseek_tui.user_data.initial_location import initial_location
from deepseek_tui.user_data.workspace import Workspace
from pilot.opened import MEDIUM, NARROW, WIDE, Opened, Size, open_app
from pilot.test_history import here
from pilot.test_hostile_text import harmless
from pilot.workspaces import read_back, workspace_of_bundled, workspace_of_file, workspace_of_input
from stories import minimal_story, write_story


def saved_locations(workspace: Workspace, story: Story, language: str = "en") -> Locations:
    """Return the initial locations of a story in this workspace."""
    return initial_location(RenderContext.of(story, language), workspace.last_visit(story.id))


async def leave(opened: Opened) -> None:
    """Quit the program by pressing the quit key."""
    await opened.press("q")


@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["narrow", "medium", "wide"])
async def test_pane_item_filter_grouping_and_scroll_are_restored_at_next_start(
    story: Story, tmp_path: Path, size: Size
) -> None:
    async with open_app(story, "fr", size, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press("2", *"jjjj", "3", "w", *"jjj", "6", "F")
        await opened.type("deepseek")
        await opened.press("enter", "w", *"jjjjjjj")
        # Two more keys after the filter has closed ensure that the list is drawn again at full height.
        await opened.press("enter", "j", "j")
        left = {Section.CLAIMS: here(opened)}
        assert left[Section.CLAIMS].detail_scroll >= 0
        await leave(opened)
    workspace = workspace_of_bundled(tmp_path)
    visit = workspace.last_visit(story.id)
    assert visit is not None
    assert visit.language == "fr"
    async with open_app(
        story, visit.language, size, workspace=workspace, locations=saved_locations(workspace, story)
    ) as opened:
        back = here(opened)
        assert back._replace(part="detail", detail_scroll=0) == left[Section.CLAIMS]._replace(detail_scroll=0)
        await opened.press("3")
        assert opened.dashboard.navigator.locations.here.grouping is Grouping.SPEAKER
        await opened.press("2")
        assert opened.key == [key for key in opened.dashboard.navigator.pane.keys if key][4]


async def test_current_group_of_the_overview_is_restored_at_the_next_start(story: Story, tmp_path: Path) -> None:
    async with open_app(story, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press("w", "w", "j", "j", "j")
        left = here(opened)
        assert opened.key.startswith("overview:paragraph:")
        await leave(opened)
    workspace = workspace_of_bundled(tmp_path)
    async with open_app(story, workspace=workspace, locations=saved_locations(workspace, story)) as opened:
        assert here(opened) == left


async def test_no_location_is_restored_when_sessions_are_disabled(story: Story, tmp_path: Path) -> None:
    forgetful = replace(workspace_of_bundled(tmp_path), session_folder=None)
    async with open_app(story, workspace=forgetful) as opened:
        await opened.press("6", "j", "j")
        await leave(opened)
    assert workspace_of_bundled(tmp_path).last_visit(story.id) is None
    assert forgetful.last_visit(story.id) is None


async def test_location_in_each_story_is_kept_when_switching_stories(story: Story, tmp_path: Path) -> None:
    async def go_to_story(opened: Opened, name: str) -> None:
        await opened.press("p")
        await opened.type(name)
        await opened.press("enter")
        assert opened.dashboard.reading.story.id.startswith(name)

    async with open_app(story, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press("6", "F")
        await opened.type("meta")
        await opened.press("enter", "j")
        first = here(opened)
        await go_to_story(opened, "quiet-ferry")
        assert opened.section is Section.OVERVIEW
        assert opened.dashboard.navigator.shown.filtered is None
        await opened.press("b", "n")
        assert opened.section is Section.OVERVIEW, "another story has a history and a search of its own"
        await opened.press("3", "j")
        await opened.press("m")
        second = here(opened)
        await go_to_story(opened, "deepseek")
        assert here(opened) == first
        assert not opened.dashboard.reading.mine.marks
        await go_to_story(opened, "quiet-ferry")
        assert here(opened) == second
        assert len(opened.dashboard.reading.mine.marks) == 1


# Tests of the copied command, which opens the story at the current item.


async def test_copied_command_omits_the_name_of_the_default_story(story: Story, tmp_path: Path) -> None:
    async with open_app(story, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press("6", "j", "Y")
        assert opened.app.clipboard == f"deepseek-tui --at {opened.key}"
        assert opened.notifications == [f"Copied: {opened.app.clipboard}"]
        await opened.press("1", "j", "Y")
        assert opened.app.clipboard == "deepseek-tui --at overview:figures"


async def test_copied_command_names_another_bundled_story(story: Story, tmp_path: Path) -> None:
    async with open_app(story, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press("p")
        await opened.type("quiet-ferry")
        await opened.press("enter", "3", "Y")
        assert opened.app.clipboard == f"deepseek-tui quiet-ferry --at {opened.key}"


@pytest.mark.parametrize(
    "name", ["story.json", "my story.json", "it's [red]$HOME`x`.json", "-x.json", "é\u202e\x1b[31m.json"]
)
async def test_copied_command_quotes_the_story_file_name_for_the_shell(tmp_path: Path, name: str) -> None:
    path = write_story(tmp_path, minimal_story(), name)
    story = read_back(path)
    async with open_app(story, workspace=workspace_of_file(tmp_path, path)) as opened:
        await opened.press("6", "Y")
        harmless(opened)
        words = shlex.split(opened.app.clipboard)
        assert words == ["deepseek-tui", str(path.absolute()), "--at", opened.key]
        where = initial_location(RenderContext.of(story, "en"), None, words[-1])
        assert (where.section, where.here.key) == (opened.section, opened.key)


async def test_notification_is_shown_when_no_command_can_open_the_item(story: Story, tmp_path: Path) -> None:
    path = write_story(tmp_path, minimal_story())
    async with open_app(read_back(path), workspace=workspace_of_input(tmp_path, path)) as opened:
        await opened.press("6", "Y")
        assert opened.app.clipboard == ""
        assert "standard input" in opened.notifications[-1]
    async with open_app(story, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press("w", "Y")
        assert opened.app.clipboard == ""
        assert "No command opens this" in opened.notifications[-1]


@pytest.mark.parametrize("section", PANES, ids=lambda section: section.value)
async def test_copied_command_opens_the_story_at_the_item(story: Story, tmp_path: Path, section: Section) -> None:
    reading = RenderContext.of(story, "en")
    async with open_app(story, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press(str(PANES.index(section) + 1))
        keys = [key for key in opened.dashboard.navigator.pane.keys if key]
        for key in keys:
            opened.dashboard.go_to(key)
            opened.dashboard.action_copy_command()
            where = initial_location(reading, None, shlex.split(opened.app.clipboard)[-1])
            assert (where.section, where.here.key) == (section, key)


@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["narrow", "medium", "wide"])
async def test_scroll_and_focused_panel_are_restored_at_the_next_start(story: Story, tmp_path: Path, size: Size) -> None:
    async with open_app(story, size=size, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press("4", "j")
        await opened.press("enter")
        await opened.press("j", "j", "j")
        left = (opened.key, opened.focused, opened.dashboard.panels.detail.scroll_y)
        assert left[1:] == ("detail", 3)
        await leave(opened)
    workspace = workspace_of_bundled(tmp_path)
    async with open_app(story, size=size, workspace=workspace, locations=saved_locations(workspace, story)) as opened:
        assert (opened.key, opened.focused, opened.dashboard.panels.detail.scroll_y) == left
