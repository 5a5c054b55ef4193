"""Tests of the export dialog."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual.widgets import Button, Input

from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.render.export import Export
from deepseek_tui.story.format.model import Story
from deepseek_tui.ui.dialogs.export import ExportDialog
from pilot.opened import Opened, open_app

KEY = "app-launch"


@pytest.fixture
async def exporting(story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Opened]:
    """Open the export dialog for an event, with an empty current folder."""
    monkeypatch.chdir(tmp_path)
    async with open_app(story) as opened:
        opened.dashboard.go_to(KEY)
        await opened.press("e")
        yield opened


def dialog(opened: Opened) -> ExportDialog:
    """Return the open export dialog."""
    screen = opened.app.screen
    assert isinstance(screen, ExportDialog)
    return screen


def message(opened: Opened) -> str:
    """Return the message above the buttons; empty if there is none."""
    label = dialog(opened).message
    return str(label.render()) if label.display else ""


def preview(opened: Opened) -> str:
    """Return the text of the preview with wrapped lines joined."""
    view, text = dialog(opened).preview, ""
    for y in range(view.count):
        line = view.line(y)
        text += ("" if line.cut or not y else " " if line.continued else "\n") + line.plain
    return text


def contents(folder: Path) -> dict[str, bytes | None]:
    """Return the contents of the files in a folder; None for a folder."""
    return {path.name: path.read_bytes() if path.is_file() else None for path in folder.iterdir()}


async def test_preview_shows_the_exported_text(exporting: Opened) -> None:
    for what in (KEY, "timeline", "all"):
        export = Export(exporting.dashboard.reading, what)
        assert dialog(exporting).export.what == what
        assert " ".join(preview(exporting).split()) == " ".join(export.text.split())
        assert dialog(exporting).file.value == export.file_name
        await exporting.press("j")


async def test_export_preview_can_be_scrolled(exporting: Opened) -> None:
    await exporting.press("j", "j", "tab", "tab", "tab")
    view = dialog(exporting).preview
    assert view.has_focus
    await exporting.press("pagedown")
    assert view.scroll_y > 0
    await exporting.press("G")
    assert view.scroll_y == view.max_scroll_y > 100


@pytest.mark.parametrize("way", [("enter",), ("tab", "enter"), ("ctrl+s",), ("shift+tab", "shift+tab", "enter")])
async def test_saving_writes_the_export_file_and_reports_the_path(
    exporting: Opened, tmp_path: Path, way: tuple[str]
) -> None:
    await exporting.press("j")
    export = Export(exporting.dashboard.reading, "timeline")
    await exporting.press(*way)
    assert exporting.dialog == ""
    assert contents(tmp_path) == {export.file_name: export.data}
    assert exporting.notifications == [f"Saved {tmp_path / export.file_name}"]


async def test_existing_file_is_kept_until_overwriting_is_confirmed(exporting: Opened, tmp_path: Path) -> None:
    export = Export(exporting.dashboard.reading, KEY)
    path = tmp_path / export.file_name
    path.write_text("mine")
    await exporting.press("ctrl+s")
    words = words_in("en").export
    assert message(exporting) == words.overwrite.format(path=path)
    assert str(dialog(exporting).save_button.label) == words.overwrite_yes
    assert exporting.focused == "export-cancel"
    await exporting.press("enter")
    assert message(exporting) == ""
    assert exporting.dialog == "ExportDialog"
    assert path.read_text() == "mine"
    await exporting.press("ctrl+s", "escape")
    assert (message(exporting), path.read_text()) == ("", "mine")
    await exporting.press("ctrl+s", "shift+tab")
    assert exporting.focused == "export-save"
    await exporting.press("enter")
    assert exporting.dialog == ""
    assert path.read_bytes() == export.data


async def test_overwrite_question_disappears_when_the_file_name_changes(exporting: Opened, tmp_path: Path) -> None:
    for what in (KEY, "timeline"):
        (tmp_path / Export(exporting.dashboard.reading, what).file_name).write_text("mine")
    await exporting.press("ctrl+s")
    dialog(exporting).parts.focus()
    await exporting.press("j")
    assert message(exporting) == ""
    await exporting.press("ctrl+s")
    assert "timeline" in message(exporting)
    assert set(contents(tmp_path).values()) == {b"mine"}


async def test_typed_file_name_is_kept_when_the_export_format_or_content_changes(exporting: Opened, tmp_path: Path) -> None:
    await exporting.press("tab")
    dialog(exporting).file.value = ""
    await exporting.type("mine.md")
    await exporting.press("shift+tab", "j")
    assert dialog(exporting).file.value == "mine.md"
    await exporting.press("enter")
    assert (tmp_path / "mine.md").read_bytes() == Export(exporting.dashboard.reading, "timeline").data


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_save_errors_are_shown_in_the_export_dialog(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("mine")
    words = words_in(language).export
    async with open_app(story, language) as opened:
        await opened.press("e")
        for folder, name, trouble in (
            (tmp_path / "nowhere", "a.md", "no-folder"),
            (tmp_path / "file", "a.md", "not-a-folder"),
            (tmp_path, "x" * 300, "name-too-long"),
        ):
            dialog(opened).folder.value, dialog(opened).file.value = str(folder), name
            await opened.rest()
            await opened.press("ctrl+s")
            assert message(opened) == words.told(trouble, str(folder / name))
            assert opened.dialog == "ExportDialog"
        dialog(opened).folder.value, dialog(opened).file.value = str(tmp_path), "folder"
        await opened.rest()
        await opened.press("ctrl+s")
        assert message(opened)
        assert contents(tmp_path / "folder") == {}
    assert contents(tmp_path) == {"file": b"mine", "folder": None}


async def test_escape_and_cancel_close_the_export_dialog_without_writing_a_file(exporting: Opened, tmp_path: Path) -> None:
    await exporting.press("escape")
    assert exporting.dialog == ""
    await exporting.press("e")
    await exporting.click(exporting.app.screen.query_one("#export-cancel", Button), 2)
    assert exporting.dialog == ""
    assert contents(tmp_path) == {}
    assert exporting.notifications == []


async def test_letters_typed_in_a_text_field_run_no_command(exporting: Opened) -> None:
    await exporting.press("tab")
    await exporting.type("qLz?")
    assert exporting.dialog == "ExportDialog"
    assert exporting.app.screen.query_one("#export-file", Input).value.endswith("qLz?")


async def test_export_omits_context_notes_when_they_are_hidden(exporting: Opened) -> None:
    await exporting.press("escape", "c", "e")
    assert "context: false" in preview(exporting)


async def test_folder_name_with_control_characters_is_shown_escaped_and_can_be_saved_to(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The name has a byte that is not UTF-8, an escape sequence and a direction override.
    folder = tmp_path / "caf\udce9 \x1b[31m \u202e"
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("a disk that takes UTF-8 alone")
    monkeypatch.chdir(folder)
    async with open_app(story, size=(160, 40)) as opened:
        opened.dashboard.go_to(KEY)
        await opened.press("e")
        assert dialog(opened).folder.value == f"{tmp_path}/caf<U+DCE9> ␛[31m <U+202E>"
        await opened.press("ctrl+s")
        assert opened.dialog == ""
        assert len(contents(folder)) == 1
