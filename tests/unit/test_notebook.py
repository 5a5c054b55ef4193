"""Notebook: bookmarks, notes and drafts in one or two open dashboards."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.panes.annotations import NO_ANNOTATIONS, Annotation, Annotations, orphaned
from deepseek_tui.user_data.note_drafts import MAX_NOTE_LENGTH, NoteTooLong
from deepseek_tui.user_data.notebook import Notebook

NOON = datetime(2031, 5, 6, 12, 0, 7, 999, UTC)
SEPARATOR = "=/=/="


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the path of a notebook in a folder that is missing."""
    return tmp_path / "data" / "deepseek-tui" / "notebook.sqlite3"


def opened(file: Path) -> Notebook:
    return Notebook(file, now=lambda: NOON, separator=SEPARATOR)


@pytest.fixture
def notebook(file: Path) -> Iterator[Notebook]:
    with opened(file) as notebook:
        yield notebook


@pytest.fixture
def other(notebook: Notebook, file: Path) -> Iterator[Notebook]:
    """Yield the same notebook as opened by a second dashboard."""
    with opened(file) as other:
        yield other


def test_new_notebook_is_empty_and_reports_no_errors(notebook: Notebook) -> None:
    assert notebook.annotations("s") == NO_ANNOTATIONS
    assert notebook.is_persistent
    assert (notebook.take_errors(), notebook.take_recovered_notes()) == ((), ())


def test_removed_bookmark_leaves_no_annotation(notebook: Notebook) -> None:
    assert notebook.toggle_bookmark("s", "item", "Its title") is True
    assert notebook.annotations("s") == Annotations(
        {"item": Annotation("item", "Its title", bookmarked=True, changed="2031-05-06T12:00:07Z")}
    )
    assert notebook.toggle_bookmark("s", "item", "Its title") is False
    assert notebook.annotations("s") == NO_ANNOTATIONS


def test_note_can_be_written_changed_and_removed(notebook: Notebook) -> None:
    draft = notebook.draft("s", "item", "Its title")
    assert draft.text == ""
    assert draft.finish("First.") == "First."
    assert notebook.annotations("s").marks["item"] == Annotation(
        "item", "Its title", note="First.", changed="2031-05-06T12:00:07Z"
    )
    again = notebook.draft("s", "item", "Its title")
    assert again.text == "First."
    assert again.finish("Second.") == "Second."
    assert notebook.annotations("s").marks["item"].note == "Second."
    assert notebook.draft("s", "item", "Its title").finish("  \n") == ""
    assert notebook.annotations("s") == NO_ANNOTATIONS


def test_bookmark_and_note_of_an_item_are_removed_separately(notebook: Notebook) -> None:
    notebook.toggle_bookmark("s", "item", "T")
    notebook.draft("s", "item", "T").finish("Note.")
    notebook.toggle_bookmark("s", "item", "T")
    assert notebook.annotations("s").marks["item"].note == "Note."
    notebook.toggle_bookmark("s", "item", "T")
    notebook.draft("s", "item", "T").finish("")
    assert notebook.annotations("s").marks["item"].bookmarked


def test_each_story_has_separate_annotations(notebook: Notebook) -> None:
    notebook.toggle_bookmark("one", "item", "T")
    notebook.toggle_bookmark("two", "other", "T")
    assert list(notebook.annotations("one").marks) == ["item"]
    assert list(notebook.annotations("two").marks) == ["other"]


def test_annotations_are_unchanged_after_reopening(file: Path) -> None:
    with opened(file) as first:
        first.toggle_bookmark("s", "a", "A")
        first.draft("s", "b", "B").finish("Note.")
        written = first.annotations("s")
    with opened(file) as second:
        assert second.annotations("s") == written


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.characters(codec=None), max_size=300), title=st.text(alphabet=st.characters(codec=None)))
def test_note_with_any_text_is_read_back_unchanged(notebook: Notebook, text: str, title: str) -> None:
    draft = notebook.draft("s", "item", title)
    draft.save(text)
    stored = draft.finish(text)
    if not any("\ud800" <= char <= "\udfff" for char in text + title):
        assert stored == (text if text.strip() else "")
    mark = notebook.annotations("s").marks.get("item")
    assert (mark.note if mark else "") == stored
    notebook.draft("s", "item", title).finish("")


def test_lone_surrogate_in_a_note_is_replaced_and_the_rest_is_kept(notebook: Notebook) -> None:
    assert notebook.draft("s", "item", "\udc80").finish("a\ud800b \ud83d\ude00") == "a\ufffdb \U0001f600"
    assert notebook.annotations("s").marks["item"].title == "\ufffd"


def test_note_that_is_too_long_is_refused_with_a_message_that_states_the_limit(notebook: Notebook) -> None:
    draft = notebook.draft("s", "item", "T")
    draft.save("a" * MAX_NOTE_LENGTH)
    with pytest.raises(NoteTooLong) as caught:
        draft.save("b" * (MAX_NOTE_LENGTH + 1))
    with pytest.raises(NoteTooLong):
        draft.finish("b" * (MAX_NOTE_LENGTH + 1))
    for language in ("en", "fr"):
        message = caught.value.message(words_in(language).notebook)
        assert "100000" in message
        assert "100001" in message
    assert draft.text == "a" * MAX_NOTE_LENGTH
    assert draft.finish("a" * MAX_NOTE_LENGTH) == "a" * MAX_NOTE_LENGTH


def test_merged_note_above_the_length_limit_can_be_shortened(notebook: Notebook, other: Notebook) -> None:
    first, second = notebook.draft("s", "item", "T"), other.draft("s", "item", "T")
    first.finish("a" * MAX_NOTE_LENGTH)
    both = second.finish("b" * MAX_NOTE_LENGTH)
    assert len(both) > 2 * MAX_NOTE_LENGTH
    longer = notebook.draft("s", "item", "T")
    longer.save(both[:-1])
    with pytest.raises(NoteTooLong):
        longer.save(both + "c")
    assert longer.finish(both[:-1]) == both[:-1]


def test_saved_note_is_unchanged_until_the_draft_is_finished(notebook: Notebook) -> None:
    notebook.draft("s", "item", "T").finish("Before.")
    draft = notebook.draft("s", "item", "T")
    draft.save("Bef")
    assert notebook.annotations("s").marks["item"].note == "Before."
    draft.discard()
    assert draft.text == "Before."
    assert notebook.annotations("s").marks["item"].note == "Before."


def test_discarded_draft_of_a_note_is_not_recovered(file: Path) -> None:
    with opened(file) as notebook:
        draft = notebook.draft("s", "item", "T")
        draft.save("Never mind.")
        draft.discard()
    with opened(file) as notebook:
        assert notebook.annotations("s") == NO_ANNOTATIONS
        assert notebook.take_recovered_notes() == ()


def test_unfinished_draft_becomes_a_note_when_the_notebook_is_closed(file: Path) -> None:
    with opened(file) as notebook:
        notebook.draft("s", "item", "T").save("Half a thought")
    with opened(file) as notebook:
        assert notebook.annotations("s").marks["item"].note == "Half a thought"
        assert notebook.take_recovered_notes() == ()


def test_finished_draft_of_a_note_can_be_continued(notebook: Notebook) -> None:
    draft = notebook.draft("s", "item", "T")
    draft.save("One.")
    draft.finish("One.")
    draft.save("One. Two.")
    assert draft.finish("One. Two. Three.") == "One. Two. Three."


def test_change_by_another_dashboard_is_reported_once(notebook: Notebook, other: Notebook) -> None:
    notebook.changed_elsewhere()
    assert not notebook.changed_elsewhere()
    other.toggle_bookmark("s", "item", "T")
    assert notebook.changed_elsewhere()
    assert not notebook.changed_elsewhere()
    assert list(notebook.annotations("s").marks) == ["item"]
    notebook.toggle_bookmark("s", "other", "T")
    assert not notebook.changed_elsewhere()


def test_bookmark_is_set_when_two_dashboards_set_it_at_the_same_time(notebook: Notebook, other: Notebook) -> None:
    assert notebook.toggle_bookmark("s", "item", "T", shown=False)
    assert other.toggle_bookmark("s", "item", "T", shown=False)
    assert notebook.annotations("s").marks["item"].bookmarked
    assert not notebook.toggle_bookmark("s", "item", "T", shown=True)
    assert not other.toggle_bookmark("s", "item", "T", shown=True)


def test_note_written_in_two_dashboards_contains_both_texts(notebook: Notebook, other: Notebook) -> None:
    notebook.draft("s", "item", "T").finish("Start.")
    first, second = notebook.draft("s", "item", "T"), other.draft("s", "item", "T")
    first.save("Start.\nMine.")
    second.save("Start.\nTheirs.")
    assert second.finish("Start.\nTheirs.") == "Start.\nTheirs."
    assert first.finish("Start.\nMine.") == f"Start.\nTheirs.\n\n{SEPARATOR}\n\nMine."


def test_bookmark_set_in_another_dashboard_while_a_note_is_written_is_kept(notebook: Notebook, other: Notebook) -> None:
    draft = notebook.draft("s", "item", "T")
    other.toggle_bookmark("s", "item", "T")
    draft.finish("Note.")
    mark = other.annotations("s").marks["item"]
    assert (mark.bookmarked, mark.note) == (True, "Note.")


def test_draft_of_a_running_process_is_not_recovered(notebook: Notebook, other: Notebook, file: Path) -> None:
    draft = notebook.draft("s", "item", "T")
    draft.save("Still at it")
    assert other.draft("s", "item", "T").text == ""
    with opened(file) as third:
        assert third.take_recovered_notes() == ()
        assert third.annotations("s") == NO_ANNOTATIONS
    assert draft.finish("Done.") == "Done."


def test_annotations_of_removed_items_are_listed_and_kept(notebook: Notebook) -> None:
    for ref in ("b", "gone", "a", "also-gone"):
        notebook.toggle_bookmark("s", ref, f"Title of {ref}")
    annotations = notebook.annotations("s")
    assert [mark.title for mark in orphaned(annotations, {"a", "b", "c"})] == ["Title of also-gone", "Title of gone"]
    assert orphaned(annotations, annotations.marks) == ()
    assert len(notebook.annotations("s").marks) == 4


def test_notebook_files_are_readable_by_the_owner_only(notebook: Notebook, file: Path) -> None:
    notebook.draft("s", "item", "T").save("Private.")
    assert {
        entry.name: entry.stat().st_mode & 0o077 for entry in file.parent.iterdir() if entry.stat().st_mode & 0o077
    } == {}


def test_closed_notebook_leaves_only_database_journal_and_lock_files(file: Path) -> None:
    with opened(file) as notebook:
        notebook.draft("s", "item", "T").save("x")
    assert sorted(entry.name for entry in file.parent.iterdir()) == ["notebook.jsonl", file.name, f"{file.name}.lock"]


def test_sqlite_is_imported_only_when_a_notebook_is_opened(file: Path) -> None:
    code = (
        "import sys, pathlib; from deepseek_tui.user_data.notebook import Notebook; before = 'sqlite3' in sys.modules;"
        f"Notebook(pathlib.Path({str(file)!r})).close(); print(before, 'sqlite3' in sys.modules, 'textual' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True", "False"]
