"""Snapshots of search, filter, annotations and changes in both languages."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from bundled import LANGUAGES, bundled, reading
from deepseek_tui.navigation.location import Locations
from deepseek_tui.story.analysis.diff import Changes
from deepseek_tui.ui.app import DeepSeekApp
from deepseek_tui.user_data.notebook import Notebook
from pilot.workspaces import workspace_of_bundled
from rest import at_rest, send, until
from snapshots.test_snapshots import Before, Compare, keys

pytestmark = pytest.mark.snapshot

SHOWN = [*((language, size) for language in LANGUAGES for size in ((80, 24), (120, 40))), ("en", (60, 20))]
"""The languages, each at two sizes, and the smallest terminal once."""
every_way = pytest.mark.parametrize(
    ("language", "size"), SHOWN, ids=[f"{size[0]}x{size[1]}-{language}" for language, size in SHOWN]
)


def does(*steps: str) -> Before:
    """Return a function that presses keys and types texts.

    An argument that starts with a space is a text. Notifications are cleared at the end.
    """
    pressed = [key for step in steps for key in (step[1:] if step.startswith(" ") else (step,))]

    async def do(pilot: Pilot[None]) -> None:
        await keys(*pressed)(pilot)
        pilot.app.clear_notifications()
        await at_rest(pilot.app)

    return do


def app(language: str, folder: Path | None = None, locations: Locations | None = None) -> DeepSeekApp:
    """Return the program on the bundled story.

    The notebook is in the folder, if one is given.
    """
    return DeepSeekApp(reading(language), workspace=workspace_of_bundled(folder) if folder else None, locations=locations)


def marked(folder: Path) -> Path:
    """Return a folder with a notebook of bookmarks and notes.

    One of them is on an item that the story does not have.
    """
    story = bundled()
    with Notebook(folder / "notebook.sqlite3") as notebook:
        for claim in story.claims[:2]:
            notebook.toggle_bookmark(story.id, claim.id, claim.id)
        notebook.draft(story.id, story.claims[1].id, "").finish("Who else says so?\nAsk the editor for the second source.")
        notebook.draft(story.id, story.events[0].id, "").finish("[b]Before[/b] or after the launch?")
        notebook.draft(story.id, "no-longer-there", "What an earlier edition said").finish("Kept all the same.")
    return folder


@every_way
def test_search_with_results(snap_compare: Compare, language: str, size: tuple[int, int]) -> None:
    assert snap_compare(app(language), terminal_size=size, run_before=does("s", " nvidia"))


@every_way
def test_search_result_in_detail(snap_compare: Compare, language: str, size: tuple[int, int]) -> None:
    assert snap_compare(app(language), terminal_size=size, run_before=does("s", " nvidia", "enter", "n"))


@every_way
def test_search_without_results(snap_compare: Compare, language: str, size: tuple[int, int]) -> None:
    assert snap_compare(app(language), terminal_size=size, run_before=does("s", " nividia"))


@every_way
def test_filter_while_typing(snap_compare: Compare, language: str, size: tuple[int, int]) -> None:
    assert snap_compare(app(language), terminal_size=size, run_before=does("6", "F", " meta"))


@every_way
def test_filtered_list(snap_compare: Compare, language: str, size: tuple[int, int]) -> None:
    assert snap_compare(app(language), terminal_size=size, run_before=does("6", "w", "F", " meta", "enter"))


@every_way
def test_filter_without_results(snap_compare: Compare, language: str, size: tuple[int, int]) -> None:
    assert snap_compare(app(language), terminal_size=size, run_before=does("F", " zzz", "enter"))


@every_way
def test_note_editor(snap_compare: Compare, tmp_path: Path, language: str, size: tuple[int, int]) -> None:
    assert snap_compare(app(language, marked(tmp_path)), terminal_size=size, run_before=does("6", "j", "a"))


async def test_cursor_of_a_note_is_shown_after_half_a_second(tmp_path: Path) -> None:
    opened = app("en", marked(tmp_path))
    async with opened.run_test(size=(80, 24)) as pilot:
        send(opened, "6", "j", "a")
        await until(opened, lambda: bool(opened.screen.query(TextArea)))
        area = opened.screen.query_one(TextArea)
        area._toggle_cursor_blink_visible()
        await at_rest(opened)
        await keys()(pilot)
        _, y = area._cursor_offset
        x = area.cursor_screen_offset.x - area.region.x
        cursor = area.render_line(y).crop(x, x + 1)
        assert [segment.style for segment in cursor] != [segment.style for segment in area.render_line(y).crop(x + 1, x + 2)]


@every_way
def test_rows_with_annotation_signs(snap_compare: Compare, tmp_path: Path, language: str, size: tuple[int, int]) -> None:
    assert snap_compare(app(language, marked(tmp_path)), terminal_size=size, run_before=does("6", "j"))


@every_way
def test_annotations_on_overview(snap_compare: Compare, tmp_path: Path, language: str, size: tuple[int, int]) -> None:
    steps = ("G", "k", "enter") if size[0] < 80 else ("G", "k")
    assert snap_compare(app(language, marked(tmp_path)), terminal_size=size, run_before=does(*steps))


@every_way
def test_definition_of_term(snap_compare: Compare, language: str, size: tuple[int, int]) -> None:
    async def define(pilot: Pilot[None]) -> None:
        await does("4")(pilot)
        pilot.app.screen.item_actions.follow(bundled().terms[0].id)  # type: ignore[attr-defined]
        await at_rest(pilot.app)

    assert snap_compare(app(language), terminal_size=size, run_before=define)


@every_way
def test_list_of_changes(snap_compare: Compare, language: str, size: tuple[int, int]) -> None:
    old = bundled()
    before = old.model_copy(
        update={
            "events": old.events[1:],
            "claims": (old.claims[0].model_copy(update={"status": old.claims[5].status}), *old.claims[1:]),
            "edition": old.edition.model_copy(update={"version": "0.9.0"}),
            "terms": (*old.terms, old.terms[0].model_copy(update={"id": "a-term-of-then"})),
        }
    )

    async def compare(pilot: Pilot[None]) -> None:
        await at_rest(pilot.app)
        pilot.app.screen.lifecycle.changes.changes = Changes(before, old)  # type: ignore[attr-defined]
        await does("u")(pilot)

    assert snap_compare(app(language), terminal_size=size, run_before=compare)


@every_way
def test_error_of_story_file(snap_compare: Compare, language: str, size: tuple[int, int]) -> None:
    async def break_it(pilot: Pilot[None]) -> None:
        await at_rest(pilot.app)
        pilot.app.screen.lifecycle.live_reload.error = (
            "story.json:1676:18: not JSON: unexpected character, expected a JSON value"  # type: ignore[attr-defined]
        )
        pilot.app.screen.presenter.write_bars()  # type: ignore[attr-defined]
        await at_rest(pilot.app)

    assert snap_compare(app(language), terminal_size=size, run_before=break_it)


def test_results_and_signs_without_colour(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(os.environ, "NO_COLOR", "1")
    steps = does("s", " breakthrough", "enter", "6")
    assert snap_compare(app("en", marked(tmp_path)), terminal_size=(80, 24), run_before=steps)


@every_way
def test_title_while_notebook_is_locked(snap_compare: Compare, tmp_path: Path, language: str, size: tuple[int, int]) -> None:
    shown = app(language, marked(tmp_path))

    with closing(sqlite3.connect(tmp_path / "notebook.sqlite3", isolation_level=None, check_same_thread=False)) as holder:

        async def mark(pilot: Pilot[None]) -> None:
            await does("6", "j")(pilot)
            holder.execute("BEGIN IMMEDIATE")
            await keys("m")(pilot)
            await until(pilot.app, lambda: shown.dashboard.annotations.is_unsaved)
            pilot.app.clear_notifications()
            await at_rest(pilot.app)

        assert snap_compare(shown, terminal_size=size, run_before=mark)
