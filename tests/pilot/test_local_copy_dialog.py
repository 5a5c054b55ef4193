"""Tests of the dialog for the reader's copy of the article."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Paste

from bundled import FERRY, FERRY_ARTICLE, ferry_without_text
from deepseek_tui.article.local_copy import LocalCopy
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.panes.local_copy import comparison
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading.loader import load
from deepseek_tui.ui.dialogs import local_copy as dialog_module
from deepseek_tui.ui.dialogs.local_copy import LocalCopyDialog
from pilot.opened import Opened, Size, open_app, page
from pilot.workspaces import workspace_of_bundled

TEXT = FERRY_ARTICLE.read_text("utf-8")
EDITED = TEXT.replace("1,200", "1,300")
EVERY = [(language, size) for language in ("en", "fr") for size in ((60, 20), (80, 24))]
every_way = pytest.mark.parametrize(
    ("language", "size"), EVERY, ids=[f"{language}-{size[0]}x{size[1]}" for language, size in EVERY]
)


@pytest.fixture(scope="module")
def ferry() -> Story:
    """Return a story whose article's text is not included."""
    return Story.model_validate(ferry_without_text())


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with several files the current folder, and return it."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "ferry.txt").write_text(TEXT, "utf-8")
    (folder / "ferry-edited.txt").write_text(EDITED, "utf-8")
    (folder / "other.txt").write_text("Another text.", "utf-8")
    (folder / "binary.pdf").write_bytes(b"%PDF-1.7\n\0\xff")
    (folder / "large.txt").write_bytes(b"a" * 5 * 2**20)
    (folder / "archive").mkdir()
    monkeypatch.chdir(folder)
    return folder


@asynccontextmanager
async def choosing(
    story: Story, folder: Path, language: str = "en", size: Size = (80, 24), *keys: str
) -> AsyncIterator[Opened]:
    """Open the dialog over the list of claims, with the user's files in a folder."""
    async with open_app(story, language, size, workspace=workspace_of_bundled(folder)) as opened:
        await opened.press("6", *(keys or ("A",)))
        yield opened


def dialog(opened: Opened) -> LocalCopyDialog:
    """Return the open dialog for the copy of the article."""
    screen = opened.app.screen
    assert isinstance(screen, LocalCopyDialog)
    return screen


def message(opened: Opened) -> str:
    """Return the message above the buttons; empty if there is none."""
    label = dialog(opened).message
    return str(label.render()) if label.display else ""


async def paste(opened: Opened, text: str) -> None:
    """Paste text as a terminal does, with carriage returns."""
    opened.app.post_message(Paste(text.replace("\n", "\r")))
    await opened.press()


def remembered(opened: Opened) -> str:
    """Return the path that is remembered for the story."""
    workspace = opened.dashboard.lifecycle.workspace
    assert workspace is not None
    assert workspace.copies is not None
    copy = workspace.copies.load(opened.dashboard.reading.story)
    return copy.path if copy else ""


@every_way
async def test_matching_file_is_used_at_once_and_remembered(
    ferry: Story, tmp_path: Path, files: Path, language: str, size: Size
) -> None:
    async with choosing(ferry, tmp_path, language, size) as opened:
        words = words_in(language)
        assert words.local_copy.introduction.split()[0] in opened.seen
        assert words.local_copy.close in opened.seen
        await opened.type("ferry.txt")
        await opened.press("enter")
        assert opened.dialog == ""
        path = str(files / "ferry.txt")
        assert remembered(opened) == path
        copy = opened.dashboard.reading.local_copy
        assert copy is not None
        assert opened.notifications == [words.local_copy.remembered.format(comparison(copy, words), path)]
        await opened.press("enter")
        shown = page(opened.dashboard.panels.detail)
        assert "The harbour ferry Marigold crossed Ansel Bay without a diesel engine" in shown


@every_way
async def test_pasted_text_is_used_at_once_and_saved(ferry: Story, tmp_path: Path, language: str, size: Size) -> None:
    async with choosing(ferry, tmp_path, language, size) as opened:
        await paste(opened, TEXT)
        assert opened.focused == "copy-text"
        assert words_in(language).local_copy.close_text in opened.seen
        assert dialog(opened).file.value == ""
        await opened.press("ctrl+s")
        assert opened.dialog == ""
        (file,) = (tmp_path / "articles").iterdir()
        assert file.read_text("utf-8").split() == TEXT.split()
        assert remembered(opened) == str(file)
        copy = opened.dashboard.reading.local_copy
        assert copy is not None
        assert copy.edited == ()


@every_way
async def test_partly_matching_file_is_used_only_after_a_confirmation(
    ferry: Story, tmp_path: Path, files: Path, language: str, size: Size
) -> None:
    words = words_in(language).local_copy
    async with choosing(ferry, tmp_path, language, size) as opened:
        await opened.type("ferry-edited.txt")
        await opened.press("enter")
        assert message(opened) == f"{words.matching.format(6, 7)} {words.differing[0].format('¶1')} {words.use_question}"
        assert opened.focused == "copy-check"
        assert str(dialog(opened).check_button.label) == words.use
        await opened.press("escape")
        assert (message(opened), opened.focused) == ("", "copy-file")
        assert str(dialog(opened).check_button.label) == words.check
        assert remembered(opened) == ""
        await opened.press("enter", "enter")
        assert opened.dialog == ""
        assert remembered(opened) == str(files / "ferry-edited.txt")


async def test_question_about_a_partial_copy_disappears_when_the_path_changes(ferry: Story, tmp_path: Path) -> None:
    async with choosing(ferry, tmp_path) as opened:
        await opened.type("ferry-edited.txt")
        await opened.press("enter")
        dialog(opened).file.focus()
        await opened.press("backspace")
        assert message(opened) == ""
        await opened.press("enter")
        assert "there is no such file" in message(opened)
        assert opened.dashboard.reading.local_copy is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("none.txt", "there is no such file"),
        ("archive", "it is a folder, not a file"),
        ("binary.pdf", "the PDF is damaged, or not understood (`pdftotext -layout FILE` makes the text that can be read)"),
        ("large.txt", "it has more than 4 MiB"),
        ("other.txt", "This is not the article of this story."),
        ("", "Type the path of a file, or paste the text."),
    ],
)
async def test_unusable_file_is_reported_and_the_typed_path_is_kept(
    ferry: Story, tmp_path: Path, typed: str, said: str
) -> None:
    async with choosing(ferry, tmp_path, "en", (100, 30)) as opened:
        await opened.type(typed)
        await opened.press("enter")
        assert said in message(opened)
        assert dialog(opened).file.value == typed
        assert remembered(opened) == ""
        await opened.press("escape")
        assert opened.dialog == ""
        assert opened.dashboard.reading.local_copy is None


async def test_unrecognised_paste_keeps_the_text_and_the_earlier_file(ferry: Story, tmp_path: Path) -> None:
    async with choosing(ferry, tmp_path) as opened:
        await paste(opened, TEXT)
        await opened.press("ctrl+s", "A")
        await paste(opened, "Another text.\n\nNot the article.")
        await opened.press("ctrl+s")
        assert message(opened) == "This is not the article of this story."
        assert dialog(opened).text.text == "Another text.\n\nNot the article."
        (file,) = (tmp_path / "articles").iterdir()
        assert file.read_text("utf-8").split() == TEXT.split()
        assert remembered(opened) == str(file)


async def test_pasted_text_that_is_too_long_is_ignored_and_the_typed_text_is_kept(
    ferry: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialog_module, "LONGEST_PASTE", 1000)
    async with choosing(ferry, tmp_path) as opened:
        await paste(opened, "a\nb")
        await paste(opened, TEXT)
        assert dialog(opened).text.text == "a\nb"
        assert "more than 1,000 characters" in message(opened)


async def test_last_edited_field_is_used_when_the_path_and_the_text_are_filled(
    ferry: Story, tmp_path: Path, files: Path
) -> None:
    async with choosing(ferry, tmp_path) as opened:
        await paste(opened, "Another text.\n\nNot the article.")
        await opened.press("shift+tab")
        await opened.type("ferry.txt")
        await opened.press("ctrl+s")
        assert remembered(opened) == str(files / "ferry.txt")


async def test_tab_completes_the_path_then_leaves_the_field(ferry: Story, tmp_path: Path) -> None:
    async with choosing(ferry, tmp_path) as opened:
        await opened.type("f")
        await opened.press("tab")
        assert dialog(opened).file.value == "ferry"
        assert message(opened) == "ferry-edited.txt  ferry.txt"
        await opened.type(".")
        assert message(opened) == ""
        await opened.press("tab")
        assert (dialog(opened).file.value, opened.focused) == ("ferry.txt", "copy-file")
        await opened.press("tab")
        assert opened.focused == "copy-text"
        await opened.press("tab")
        assert opened.focused == "copy-check"


@pytest.mark.parametrize(("typed", "said"), [("zzz", "No file or folder begins with this."), ("", "")])
async def test_tab_without_a_completion_leaves_the_field_in_the_end(
    ferry: Story, tmp_path: Path, typed: str, said: str
) -> None:
    async with choosing(ferry, tmp_path) as opened:
        await opened.type(typed)
        if said:
            await opened.press("tab")
            assert (message(opened), opened.focused) == (said, "copy-file")
        await opened.press("tab")
        assert opened.focused == "copy-text"


@every_way
async def test_dialog_opens_from_evidence_without_a_copy_and_the_evidence_is_shown_afterwards(
    ferry: Story, tmp_path: Path, language: str, size: Size
) -> None:
    hint = words_in(language).evidence.no_text.format("A")
    async with choosing(ferry, tmp_path, language, size, "v") as opened:
        assert hint.split(".")[0] in opened.seen
        await opened.press("A")
        assert opened.dialog == "LocalCopyDialog"
        await paste(opened, TEXT)
        await opened.press("ctrl+s")
        assert opened.dialog == "EvidenceScreen"
        assert hint.split(".")[0] not in opened.seen
        assert "▶ " in opened.seen


async def test_evidence_without_a_copy_is_shown_again_when_the_dialog_is_cancelled(ferry: Story, tmp_path: Path) -> None:
    async with choosing(ferry, tmp_path, "en", (80, 24), "v") as opened:
        await opened.press("A", "escape")
        assert opened.dialog == "EvidenceScreen"


async def test_palette_opens_the_dialog_by_name(ferry: Story, tmp_path: Path) -> None:
    async with choosing(ferry, tmp_path, "fr", (80, 24), "p") as opened:
        await opened.type("copie de l’article")
        await opened.press("enter")
        assert opened.dialog == "LocalCopyDialog"


async def test_dialog_says_which_copy_is_in_use(ferry: Story, tmp_path: Path, files: Path) -> None:
    async with choosing(ferry, tmp_path, "en", (160, 40)) as opened:
        await opened.type("ferry.txt")
        await opened.press("enter", "A")
        assert message(opened) == f"{files / 'ferry.txt'}. Matching paragraphs: 7 of 7."


async def test_story_with_its_text_offers_to_use_a_copy_instead(tmp_path: Path) -> None:
    async with choosing(load(FERRY), tmp_path, "en", (80, 24), "v") as opened:
        assert "not included" not in opened.seen
        assert "▶ " in opened.seen
        await opened.press("A")
        assert "This story includes the text of its article." in opened.seen
        await opened.type("ferry-edited.txt")
        await opened.press("enter", "enter")
        assert "¶1, edited" in opened.seen


async def test_copy_is_used_without_being_remembered_when_there_are_no_files_of_the_user(ferry: Story) -> None:
    async with open_app(ferry) as opened:
        await opened.press("A")
        await opened.type("ferry.txt")
        await opened.press("enter")
        assert opened.dashboard.reading.local_copy is not None
        assert opened.notifications == [
            "Matching paragraphs: 7 of 7. It is used until you quit, because it could not be saved."
        ]


async def test_text_that_cannot_be_saved_is_used_and_the_reason_is_shown(ferry: Story, tmp_path: Path) -> None:
    (tmp_path / "articles").write_text("a file in place of a folder")
    async with choosing(ferry, tmp_path) as opened:
        await paste(opened, TEXT)
        await opened.press("ctrl+s")
        assert opened.dashboard.reading.local_copy is not None
        (said,) = opened.notifications
        assert "until you quit" in said
        assert str(tmp_path / "articles") in said


async def test_remembered_copy_is_used_when_the_palette_opens_another_story(
    story: Story, tmp_path: Path, files: Path
) -> None:
    workspace = workspace_of_bundled(tmp_path)
    assert workspace.copies is not None
    ferry = load(FERRY)
    async with open_app(story, workspace=workspace) as opened:
        workspace.copies.keep(LocalCopy(TEXT, ferry.article, str(files / "ferry.txt")), ferry)
        await opened.press("p")
        await opened.type("quiet-ferry")
        await opened.press("enter")
        copy = opened.dashboard.reading.local_copy
        assert copy is not None
        assert copy.path == str(files / "ferry.txt")


async def test_copy_stays_in_use_when_the_language_changes(ferry: Story, tmp_path: Path) -> None:
    async with choosing(ferry, tmp_path) as opened:
        await opened.type("ferry.txt")
        await opened.press("enter", "L", "enter")
        assert "▶ The harbour ferry Marigold crossed" in opened.seen
