"""Tests of the live reload of a story."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from deepseek_tui.navigation.location import Locations
from deepseek_tui.panes.pane import Section
from deepseek_tui.story.format.model import Story
from deepseek_tui.user_data.workspace import Workspace
from pilot.opened import MEDIUM, NARROW, Opened, Size, open_app
from pilot.test_history import here
from pilot.workspaces import (
    document_of,
    read_back,
    remove,
    rewrite,
    text_of,
    workspace_of_bundled,
    workspace_of_file,
    workspace_of_input,
    write,
)
from stories import at, both, minimal_story, write_story


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Write a story to a file and return its path."""
    return write_story(tmp_path, minimal_story())


@asynccontextmanager
async def open_file(path: Path, language: str = "en", size: Size = MEDIUM) -> AsyncIterator[Opened]:
    """Open the program on a story file."""
    async with open_app(read_back(path), language, size, workspace=workspace_of_file(path.parent, path)) as opened:
        yield opened


async def look(opened: Opened, times: int = 2) -> None:
    """Check the file as the timer does, by default twice.

    An invalid file is only reported at the second check.
    """
    for _ in range(times):
        opened.dashboard.lifecycle.look()
        await opened.press()


async def test_edited_story_is_reloaded_at_the_same_item_with_a_notification(path: Path) -> None:
    async with open_file(path) as opened:
        await opened.press("6", "j", "enter")
        before = here(opened)
        document = document_of(path)
        document["claims"][1]["status"] = "stated"
        document["claims"][1]["text"]["en"] = "Jane Doe praised it highly"
        document["events"].append(
            {"id": "sequel", "title": both("A sequel"), "body": both("It went on"), "phase": "happened", "evidence": at(1)}
        )
        rewrite(path, document)
        await look(opened, 1)
        assert here(opened) == before
        assert "Jane Doe praised it highly" in opened.seen
        said = opened.notifications[-1]
        assert "Story reloaded" in said
        assert "1 event added" in said
        assert "u lists the changes." in said


async def test_list_of_changes_leads_to_the_changed_items(path: Path) -> None:
    async with open_file(path) as opened:
        await opened.press("u")
        assert opened.notifications[-1] == "Nothing has changed since you last read this story."
        document = document_of(path)
        document["title"]["en"] = "Another title"
        document["claims"][0]["status"] = "opinion"
        document["terms"][0]["definition"]["en"] = "Another definition"
        document["players"] = document["players"][:1]
        document["claims"][1]["about"] = ["acme"]
        document["events"].append(
            {"id": "sequel", "title": both("A sequel"), "body": both("It went on"), "phase": "happened", "evidence": at(1)}
        )
        rewrite(path, document)
        await look(opened, 1)
        await opened.press("u")
        assert opened.dialog == "ChangesScreen"
        rows = opened.app.screen.query_one("#changes-list").rows  # type: ignore[attr-defined]
        count = len(rows.keys)
        assert count == 6
        targets = set()
        await opened.press("escape")
        for number in range(count):
            before = here(opened)
            await opened.press("u", *"j" * number)
            target = rows.target(number)
            await opened.press("enter")
            if not target:  # A removed item has no target, so the list of changes stays open.
                assert opened.dialog == "ChangesScreen"
                await opened.press("escape")
                assert here(opened) == before
                continue
            assert (opened.dialog, opened.key) == ("", target)
            targets.add(target)
            await opened.press("b")
            assert here(opened) == before
        assert targets == {"overview:glance", "made-it", "praised-it", "overview:terms", "sequel"}
        await opened.press("L", "u")
        assert "Changements" in opened.seen


async def test_nearby_item_is_shown_when_a_reload_removes_the_current_item(path: Path) -> None:
    for section, number, name, removed, near in (
        ("timeline", "2", "events", "plan", "praise"),
        ("players", "3", "players", "jane-doe", "acme"),
        ("claims", "6", "claims", "praised-it", "made-it"),
    ):
        rewrite(path, minimal_story())
        async with open_file(path) as opened:
            opened.dashboard.go_to(removed)
            await opened.press("enter")
            document = document_of(path)
            document[name] = [item for item in document[name] if item["id"] != removed]
            for claim in document["claims"]:
                claim["about"] = [ref for ref in claim["about"] if ref != removed] or ["acme"]
            rewrite(path, document)
            await look(opened, 1)
            assert (opened.section, opened.key, opened.focused) == (Section(section), near, "detail"), number


async def test_nearby_item_is_shown_when_a_reload_removes_the_first_item_of_a_group(path: Path) -> None:
    document = minimal_story()
    document["players"] = [
        {"id": f"{kind}-{number}", "name": f"{kind} {number}", "kind": kind, "role": both("A role"), "evidence": at(1)}
        for kind in ("person", "organisation", "product")
        for number in range(3)
    ] + document["players"]
    rewrite(path, document)
    async with open_file(path) as opened:
        opened.dashboard.go_to("organisation-0")
        await opened.press()
        keys = list(opened.dashboard.navigator.pane.keys)
        at_row = keys.index("organisation-0")
        around = {key for key in keys[at_row - 2 : at_row + 3] if key} - {"organisation-0"}
        document["players"] = [player for player in document["players"] if player["id"] != "organisation-0"]
        rewrite(path, document)
        await look(opened, 1)
        assert opened.key in around


@pytest.mark.parametrize("size", [NARROW, (80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    ("language", "fault"), [("en", "Error in the file: story.json:"), ("fr", "Erreur dans le fichier\u00a0: story.json:")]
)
async def test_title_reports_an_invalid_edit_of_the_story_file_until_it_is_fixed(
    path: Path, language: str, fault: str, size: Size
) -> None:
    async with open_file(path, language, size) as opened:
        await opened.press("6", "j", "enter")
        before, sound = here(opened), text_of(path)
        line = 1 + next(number for number, text in enumerate(sound.splitlines()) if '"claims"' in text)
        write(path, sound.replace('"claims": [', '"claims": [,', 1))
        await look(opened)
        assert here(opened) == before
        assert f"{fault}{line}:" in opened.lines[0]
        assert any(f"story.json:{line}:" in told for told in opened.notifications)
        await opened.press("j", "1", "L", "6", "L")
        assert f"{fault}{line}:" in opened.lines[0]
        write(path, sound)
        await look(opened)
        assert fault not in opened.seen
        assert opened.dashboard.reading.language == language
        assert opened.notifications[-1] in ("The file is valid again.", "Le fichier est de nouveau valide.")
        assert opened.key == before.key


async def test_edit_that_breaks_a_reference_between_items_is_reported(path: Path) -> None:
    async with open_file(path) as opened:
        document = document_of(path)
        document["claims"][0]["speaker"] = "nobody"
        rewrite(path, document)
        await look(opened)
        assert "Error in the file: story.json:" in opened.lines[0]
        assert opened.dashboard.reading.index.items["made-it"].speaker == "the-article"  # type: ignore[union-attr]
        faults = len(opened.notifications)
        await look(opened, 3)
        assert len(opened.notifications) == faults, "it is said once"


async def test_missing_story_file_is_reported_only_if_it_stays_missing(path: Path) -> None:
    async with open_file(path) as opened:
        await opened.press("2", "j")
        before, sound = here(opened), text_of(path)
        remove(path)
        await look(opened, 1)
        write(path, sound)
        await look(opened, 2)
        assert (opened.notifications, here(opened)) == ([], before)
        remove(path)
        await look(opened, 3)
        assert len(opened.notifications) == 1
        assert "Error in the file: " in opened.lines[0]
        write(path, sound)
        await look(opened, 2)
        assert "Error in the file" not in opened.seen
        assert here(opened) == before


async def test_language_filter_grouping_and_search_are_kept_when_story_is_reloaded(path: Path) -> None:
    async with open_file(path, "fr") as opened:
        await opened.press("s")
        await opened.type("acme")
        await opened.press("enter", "6", "w", "F")
        await opened.type("jane")
        await opened.press("enter")
        before = here(opened)
        document = document_of(path)
        document["edition"]["version"] = "2"
        rewrite(path, document)
        await look(opened, 1)
        assert here(opened) == before
        assert opened.dashboard.reading.language == "fr"
        assert "édition 2" in opened.seen
        await opened.press("n")
        walk = opened.dashboard.navigator.search_cursor
        assert walk is not None
        assert (opened.section, opened.key) in walk.stops


async def test_story_is_reloaded_while_a_dialog_is_open_or_a_filter_is_typed(path: Path) -> None:
    async with open_file(path) as opened:
        await opened.press("6", "F")
        await opened.type("a")
        document = document_of(path)
        document["claims"][0]["text"]["en"] = "Acme made a fine thing"
        rewrite(path, document)
        await look(opened, 1)
        await opened.type("cme")
        await opened.press("enter")
        assert opened.dashboard.navigator.locations.here.filter == "acme"
        assert "Acme made a fine thing" in opened.seen
        await opened.press("question_mark")
        document["claims"][0]["text"]["en"] = "Acme made a finer thing"
        rewrite(path, document)
        await look(opened, 1)
        assert opened.dialog == "Help"
        await opened.press("escape")
        assert "Acme made a finer thing" in opened.seen


@pytest.mark.parametrize("which", ["bundled", "input", "none"])
async def test_no_timer_runs_for_a_story_that_cannot_change(story: Story, path: Path, tmp_path: Path, which: str) -> None:
    workspaces: dict[str, Workspace | None] = {
        "bundled": workspace_of_bundled(tmp_path),
        "input": workspace_of_input(tmp_path, path),
        "none": None,
    }
    async with open_app(
        read_back(path) if which == "input" else story, workspace=workspaces[which], locations=Locations()
    ) as opened:
        await opened.press("6", "j")
        assert opened.dashboard.lifecycle.timer is None
        opened.dashboard.lifecycle.look()
        assert opened.notifications == []


async def test_timer_checks_the_story_file_for_changes(path: Path) -> None:
    async with open_file(path) as opened:
        assert opened.dashboard.lifecycle.timer is not None


async def test_changes_of_the_story_since_the_last_visit_are_reported_at_the_next_start(path: Path) -> None:
    async with open_file(path) as opened:
        opened.app.exit()
    document = document_of(path)
    document["claims"][0]["status"] = "opinion"
    rewrite(path, document)
    async with open_file(path) as opened:
        assert any("Since you last read it" in told for told in opened.notifications)
        await opened.press("u", "enter")
        assert opened.key == "made-it"
        opened.app.exit()
    async with open_file(path) as opened:
        assert opened.notifications == []


async def test_going_back_to_a_removed_item_leads_to_a_nearby_item(path: Path) -> None:
    async with open_file(path) as opened:
        opened.dashboard.go_to("plan")
        await opened.press("6", "5", "2", "6")
        document = document_of(path)
        document["events"] = [event for event in document["events"] if event["id"] != "plan"]
        rewrite(path, document)
        await look(opened, 1)
        await opened.press("b")
        assert (opened.section, opened.key) == (Section.TIMELINE, "broke-once")
        await opened.press("b", "b", "b", "b", "b", "B", "B")
        assert opened.dialog == ""


async def test_pane_emptied_by_an_edit_of_the_story_is_filled_by_the_next_edit(path: Path) -> None:
    async with open_file(path) as opened:
        await opened.press("5")
        document = document_of(path)
        document["questions"] = []
        rewrite(path, document)
        await look(opened, 1)
        assert opened.key == ""
        assert "This section is empty." in opened.seen
        for key in ("enter", "escape", "f", "v", "m", "y", "Y", "n", "w", "F", "escape", "b"):
            await opened.press(key)
        rewrite(path, minimal_story())
        await look(opened, 1)
        await opened.press("5")
        assert opened.key == "will-it-last"


async def test_story_with_another_id_in_the_same_file_has_separate_annotations(path: Path) -> None:
    async with open_file(path) as opened:
        opened.dashboard.go_to("made-it")
        await opened.press("m")
        rewrite(path, minimal_story() | {"id": "another-story"})
        await look(opened, 1)
        assert not opened.dashboard.reading.mine.marks
        assert "★" not in opened.seen
        rewrite(path, minimal_story())
        await look(opened, 1)
        assert list(opened.dashboard.reading.mine.marks) == ["made-it"]
        assert "★" in opened.seen


@pytest.mark.parametrize("size", [NARROW, (80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_text_of_a_long_change_is_shown_in_full_below_the_list(path: Path, size: Size) -> None:
    async with open_file(path, "en", size) as opened:
        document = document_of(path)
        document["claims"][0]["text"]["en"] = "Acme made a thing " + "and then " * 6 + "it was mended"
        rewrite(path, document)
        await look(opened, 1)
        await opened.press("u")
        await opened.press()
        assert opened.dialog == "ChangesScreen"
        assert "before: " in opened.seen
        assert "now: Acme made a thing and then" in opened.seen
        assert "mended" in opened.seen.split("now: ")[1]
