"""Tests of bookmarks and notes in the dashboard."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from textual import events

from deepseek_tui.panes.annotation_blocks import BOOKMARK, NOTE
from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.pane import Section
from deepseek_tui.story.format.model import Story
from deepseek_tui.ui.controllers import lifecycle
from deepseek_tui.ui.widgets.multi_line_input import MultiLineInput
from deepseek_tui.user_data.note_drafts import MAX_NOTE_LENGTH
from deepseek_tui.user_data.notebook import Notebook
from pilot.opened import MEDIUM, NARROW, WIDE, Opened, Size, open_app, page
from pilot.test_history import here
from pilot.test_hostile_text import harmless
from pilot.workspaces import document_of, read_back, rewrite, workspace_of_bundled, workspace_of_file
from stories import ATTACKS, minimal_story, write_story


async def note(opened: Opened, words: str) -> None:
    """Write a note on the current item."""
    await opened.press("a")
    area(opened).text = words
    await opened.press("escape")
    assert opened.dialog == ""


def area(opened: Opened) -> MultiLineInput:
    """Return the open editor."""
    return opened.app.screen.query_one(MultiLineInput)


def row(opened: Opened) -> str:
    """Return the visible text of the current row."""
    items = opened.dashboard.panels.items
    return "\n".join(items.line(y).plain for y in range(items._tops[items.cursor], items._tops[items.cursor + 1]))


@pytest.mark.parametrize("number", "123456")
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
async def test_bookmark_and_note_are_shown_in_row_and_detail(
    story: Story, tmp_path: Path, size: tuple[int, int], number: str
) -> None:
    async with open_app(story, size=size, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press(number, "j")
        before = here(opened)
        await opened.press("m")
        assert opened.notifications == ["Bookmark added."]
        assert BOOKMARK in row(opened)
        await note(opened, "Check this against the report.")
        assert f"{BOOKMARK}{NOTE}" in row(opened)
        assert here(opened) == before
        await opened.press("enter")
        said = page(opened.dashboard.panels.detail) + page(opened.dashboard.panels.side)
        assert "Your note" in said
        assert "bookmarked" in said
        assert "Check this against the report." in said
        await opened.press("escape", "m")
        assert opened.notifications[-1] == "Bookmark removed."
        assert BOOKMARK not in row(opened)
        await note(opened, "")
        assert NOTE not in row(opened)
        assert "Your note" not in page(opened.dashboard.panels.detail) + page(opened.dashboard.panels.side)


async def test_bookmark_and_note_signs_are_shown_in_every_pane(story: Story, tmp_path: Path) -> None:
    workspace = workspace_of_bundled(tmp_path)
    with Notebook(tmp_path / "notebook.sqlite3") as notebook:
        for ref in overview_refs(story):
            notebook.toggle_bookmark(story.id, ref, ref)
    async with open_app(story, size=NARROW, workspace=workspace) as opened:
        for number in "23456":
            await opened.press(number)
            for _ in opened.dashboard.navigator.pane.keys:
                assert BOOKMARK in row(opened), opened.key
                await opened.rush("j")


def overview_refs(story: Story) -> list[str]:
    """Return a row key of each item of the story."""
    lists = (story.events, story.players, story.innovations, story.questions, story.claims, story.notes)
    return [item.id for kind in lists for item in kind]


async def test_overview_lists_annotations_with_links(story: Story, tmp_path: Path) -> None:
    async with open_app(story, workspace=workspace_of_bundled(tmp_path)) as opened:
        assert "overview:mine" not in opened.dashboard.navigator.pane.keys
        await opened.press("6", "j")
        claim = opened.key
        await note(opened, "Mine alone.")
        await opened.press("1", "G")
        while opened.key != "overview:mine":
            await opened.press("k")
        assert "Notebook" in opened.seen
        assert "1 note" in opened.seen
        assert "Mine alone." in page(opened.dashboard.panels.detail)
        opened.dashboard.item_actions.follow(claim)
        await opened.press()
        assert (opened.section, opened.key) == (Section.CLAIMS, claim)


@pytest.mark.parametrize("number", ["1", "2", "6"], ids=["block", "event", "claim"])
async def test_search_and_filter_find_annotations(story: Story, tmp_path: Path, number: str) -> None:
    async with open_app(story, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press(number, "j", "j", "m")
        marked = (opened.section, opened.key)
        await note(opened, "xylophone")
        for query in ("xylophone", "is:mine", "has:note", "has:bookmark", "avec:signet", "xylo is:mine"):
            await opened.press("1" if number != "1" else "6", "s")
            await opened.type(query)
            await opened.press("enter")
            walk = opened.dashboard.navigator.search_cursor
            assert walk is not None
            assert walk.stops == (marked,), query
            assert (opened.section, opened.key) == marked
            await opened.press("X", number, "F")
            await opened.type(query)
            await opened.press("enter")
            assert marked[1] in opened.dashboard.navigator.pane.keys, query
            await opened.press("X")


async def test_notification_is_shown_when_the_notebook_is_missing(story: Story) -> None:
    async with open_app(story) as opened:
        await opened.press("6", "m", "a")
        assert opened.notifications == ["There is no notebook for bookmarks and notes."] * 2
        assert opened.dialog == ""
        assert not opened.dashboard.reading.mine.marks


async def test_group_in_the_overview_cannot_be_annotated(story: Story, tmp_path: Path) -> None:
    async with open_app(story, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press("w", "m", "a")
        assert opened.notifications == ["There is no item to annotate here."] * 2
        assert opened.dialog == ""


async def test_annotations_made_in_another_dashboard_are_shown(story: Story, tmp_path: Path) -> None:
    async with (
        open_app(story, workspace=workspace_of_bundled(tmp_path)) as one,
        open_app(story, "fr", workspace=workspace_of_bundled(tmp_path)) as other,
    ):
        await one.press("6", "m")
        await note(one, "from the one")
        await other.press("6")
        assert f"{BOOKMARK}{NOTE}" in row(other)
        await other.press("a")
        assert area(other).text == "from the one"
        area(other).text = "from the one, and the other"
        await other.press("escape")
        await other.press("m")
        await one.press("2", "6")
        assert "from the one, and the other" in page(one.dashboard.panels.detail)
        assert BOOKMARK not in row(one)


async def test_annotations_made_in_another_dashboard_are_shown_without_a_key_press(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lifecycle, "INTERVAL", 0.2)
    path = write_story(tmp_path, minimal_story())
    async with (
        open_app(read_back(path), workspace=workspace_of_file(tmp_path, path)) as idle,
        open_app(read_back(path), workspace=workspace_of_file(tmp_path, path)) as other,
    ):
        for opened in (idle, other):
            opened.dashboard.go_to("praised-it")
            await opened.press()
            assert BOOKMARK not in row(opened)
        await other.press("m")
        await idle.until(lambda: BOOKMARK in row(idle))
        await note(other, "from the other")
        await idle.until(lambda: f"{BOOKMARK}{NOTE}" in row(idle))
        await other.press("m")
        await idle.until(lambda: BOOKMARK not in row(idle))
        assert NOTE in row(idle)


@pytest.mark.parametrize("line_break", ["\r", "\r\n", "\n"], ids=ascii)
async def test_pasted_note_keeps_its_line_breaks(story: Story, tmp_path: Path, line_break: str) -> None:
    async with open_app(story, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press("6", "a")
        opened.app.post_message(events.Paste(f"first{line_break}second"))
        await opened.press()
        assert area(opened).text == "first\nsecond"


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
async def test_control_characters_in_a_note_are_escaped_on_screen(story: Story, tmp_path: Path, attack: str) -> None:
    async with open_app(story, size=WIDE, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press("6", "a")
        opened.app.post_message(events.Paste(f"before {attack} after"))
        await opened.press()
        harmless(opened)
        await opened.press("escape")
        harmless(opened)
        kept = opened.dashboard.reading.mine.marks[opened.key].note
        assert kept.count("before") == 1, "it is pasted once"
        for pressed in ("1", "G", "s"):
            await opened.press(pressed)
            harmless(opened)
        await opened.type("before")
        harmless(opened)


async def test_control_characters_written_to_the_notebook_by_another_program_are_escaped(
    story: Story, tmp_path: Path
) -> None:
    claims = [claim.id for claim in story.claims]
    with Notebook(tmp_path / "notebook.sqlite3") as notebook:
        for number, attack in enumerate(ATTACKS):
            notebook.draft(story.id, claims[number], attack).finish(f"note {attack}")
        notebook.draft(story.id, "gone-item", "\x1b[31m[/] gone").finish("\x1b[31m [/] gone \u202e")
    async with open_app(story, size=WIDE, workspace=workspace_of_bundled(tmp_path)) as opened:
        for pressed in ("1", "G", "k", "tab", "G", "6", "enter"):
            await opened.press(pressed)
            harmless(opened)
        await opened.press("escape", "a")
        harmless(opened)


async def test_note_editor_stays_open_when_the_note_is_too_long(story: Story, tmp_path: Path) -> None:
    async with open_app(story, size=NARROW, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press("6", "a")
        area(opened).text = "x" * (MAX_NOTE_LENGTH + 1)
        await opened.press("escape")
        assert opened.dialog == "NoteEditor"
        assert "A note holds at most 100000 characters" in " ".join(opened.seen.split())
        area(opened).text = "short enough"
        await opened.press("escape")
        assert opened.dialog == ""
        assert opened.dashboard.reading.mine.marks[opened.key].note == "short enough"


async def test_unfinished_note_is_saved_when_the_program_ends(story: Story, tmp_path: Path) -> None:
    async with open_app(story, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press("6", "a")
        key = opened.key
        await opened.rush(*"letters")
        opened.app.exit()
    with Notebook(tmp_path / "notebook.sqlite3") as notebook:
        assert notebook.annotations(story.id).marks[key].note == "letters"
        assert notebook.take_recovered_notes() == ()


async def test_quitting_twice_raises_no_error(story: Story, tmp_path: Path) -> None:
    async with open_app(story, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press("6", "m")
        opened.app.exit()
        opened.app.exit()
    with Notebook(tmp_path / "notebook.sqlite3") as notebook:
        assert len(notebook.annotations(story.id).marks) == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "not saved yet: the notebook is in use"), ("fr", "pas encore enregistré\u00a0: carnet utilisé ailleurs")],
)
async def test_title_shows_unsaved_annotations_while_notebook_is_locked(
    story: Story, tmp_path: Path, language: str, said: str
) -> None:
    file = tmp_path / "notebook.sqlite3"
    Notebook(file).close()
    async with open_app(story, language, workspace=workspace_of_bundled(tmp_path)) as opened:
        with closing(sqlite3.connect(file, isolation_level=None)) as holder:
            holder.execute("BEGIN IMMEDIATE")
            await opened.press("6", "m")
            await note(opened, "Written meanwhile.")
            await opened.until(lambda: said in opened.lines[0])
            assert f"{BOOKMARK}{NOTE}" in row(opened), "what the reader does is seen at once"
            await opened.press("j", "m", "2", "6")
            assert said in opened.lines[0]
        await opened.until(lambda: said not in opened.lines[0])
        await opened.rest()
        with Notebook(file) as notebook:
            marks = notebook.annotations(story.id).marks
        assert marks == opened.dashboard.reading.mine.marks
        assert [mark.note for mark in marks.values() if mark.note] == ["Written meanwhile."]
        assert sum(mark.bookmarked for mark in marks.values()) == 2


async def test_note_interrupted_by_a_crash_is_recovered_and_reported(story: Story, tmp_path: Path) -> None:
    crashed = Notebook(tmp_path / "notebook.sqlite3")
    crashed.draft(story.id, story.claims[0].id, "a claim").save("half a sent")
    assert crashed._writer_lock is not None
    crashed._writer_lock.release()  # The lock is released as if the program had been killed.
    crashed._database.close()
    async with open_app(story, workspace=workspace_of_bundled(tmp_path)) as opened:
        assert any("was recovered" in words for words in opened.notifications)
        assert opened.dashboard.reading.mine.marks[story.claims[0].id].note == "half a sent"


async def test_annotations_on_an_item_removed_from_the_story_are_kept_and_reported(tmp_path: Path) -> None:
    path = write_story(tmp_path, minimal_story())
    async with open_app(read_back(path), workspace=workspace_of_file(tmp_path, path)) as opened:
        opened.dashboard.go_to("praised-it")
        await opened.press("m")
        await note(opened, "worth keeping")
        document = document_of(path)
        document["claims"] = [claim for claim in document["claims"] if claim["id"] != "praised-it"]
        rewrite(path, document)
        opened.dashboard.lifecycle.look()
        await opened.press()
        assert any("no longer in the story" in words for words in opened.notifications), opened.notifications
        listed = pane_of(Section.MINE, opened.dashboard.reading)
        assert list(listed.keys) == ["", "praised-it"]
        opened.dashboard.go_to("overview:mine")
        await opened.press()
        said = page(opened.dashboard.panels.detail)
        assert "On items no longer in the story" in said
        assert "worth keeping" in said
        rewrite(path, minimal_story())
        opened.dashboard.lifecycle.look()
        await opened.press()
        opened.dashboard.go_to("praised-it")
        await opened.press()
        assert f"{BOOKMARK}{NOTE}" in row(opened)


@pytest.mark.parametrize(("language", "said"), [("en", "Saved as you type"), ("fr", "Enregistré au fil de la frappe")])
async def test_note_editor_shows_the_item_title_and_the_closing_key(
    story: Story, tmp_path: Path, language: str, said: str
) -> None:
    async with open_app(story, language, NARROW, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press("4", "a")
        assert said in opened.seen
        assert opened.dashboard.reading.name(opened.key).split()[0] in opened.seen
        await opened.press("f1")
        assert opened.dialog == "Help"
        await opened.press("escape", "escape")
        assert opened.dialog == ""


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_note_editor_wraps_the_whole_item_title(story: Story, tmp_path: Path, language: str) -> None:
    async with open_app(story, language, NARROW, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press("6")
        longest = max(
            (key for key in opened.dashboard.navigator.pane.keys if key),
            key=lambda key: len(opened.dashboard.reading.name(key)),
        )
        opened.dashboard.go_to(longest)
        await opened.press("a")
        await opened.rest()
        label = opened.app.screen.query_one("#note-on")
        assert opened.app.screen.query_one("#note").content_region.contains_region(label.region)
        shown = "".join(strip.text for strip in label.render_lines(label.size.region))
        assert "".join(shown.split()) == "".join(opened.dashboard.reading.name(longest).split())


@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["narrow", "medium", "wide"])
async def test_note_is_shown_directly_below_the_item_title(story: Story, tmp_path: Path, size: Size) -> None:
    async with open_app(story, size=size, workspace=workspace_of_bundled(tmp_path)) as opened:
        await opened.press("3", "j", "a")
        await opened.type("First of all.")
        await opened.press("escape", "enter")
        detail = opened.dashboard.panels.detail
        shown = [detail.line(y).plain.strip() for y in range(4)]
        assert shown[0] == opened.dashboard.reading.name(opened.key)
        assert shown[2] == "• Your note  First of all."
        assert "First of all." not in page(opened.dashboard.panels.side)
