"""The notebook: marks and notes come back as they were written, in every dashboard that is open."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.panes.annotations import NOTHING_MINE, Annotation, Annotations, orphaned
from deepseek_tui.user_data.note_drafts import MAX_NOTE_LENGTH, NoteTooLong
from deepseek_tui.user_data.notebook import Notebook

NOON = datetime(2031, 5, 6, 12, 0, 7, 999, UTC)
SEPARATOR = "=/=/="


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the notebook is, in folders that are not there yet."""
    return tmp_path / "data" / "deepseek-tui" / "notebook.sqlite3"


def opened(file: Path) -> Notebook:
    return Notebook(file, now=lambda: NOON, separator=SEPARATOR)


@pytest.fixture
def notebook(file: Path) -> Iterator[Notebook]:
    with opened(file) as notebook:
        yield notebook


@pytest.fixture
def other(notebook: Notebook, file: Path) -> Iterator[Notebook]:
    """A second dashboard's."""
    with opened(file) as other:
        yield other


def test_a_new_notebook_is_empty_and_says_nothing(notebook: Notebook) -> None:
    assert notebook.annotations("s") == NOTHING_MINE
    assert notebook.is_persistent
    assert (notebook.take_errors(), notebook.take_recovered_notes()) == ((), ())


def test_a_bookmark_is_set_and_taken_away_and_leaves_nothing(notebook: Notebook) -> None:
    assert notebook.toggle_bookmark("s", "item", "Its title") is True
    assert notebook.annotations("s") == Annotations(
        {"item": Annotation("item", "Its title", bookmarked=True, changed="2031-05-06T12:00:07Z")}
    )
    assert notebook.toggle_bookmark("s", "item", "Its title") is False
    assert notebook.annotations("s") == NOTHING_MINE


def test_a_note_is_written_changed_and_removed(notebook: Notebook) -> None:
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
    assert notebook.annotations("s") == NOTHING_MINE


def test_bookmark_and_note_of_an_item_live_and_go_apart(notebook: Notebook) -> None:
    notebook.toggle_bookmark("s", "item", "T")
    notebook.draft("s", "item", "T").finish("Note.")
    notebook.toggle_bookmark("s", "item", "T")
    assert notebook.annotations("s").marks["item"].note == "Note."
    notebook.toggle_bookmark("s", "item", "T")
    notebook.draft("s", "item", "T").finish("")
    assert notebook.annotations("s").marks["item"].bookmarked


def test_each_story_has_its_own_marks(notebook: Notebook) -> None:
    notebook.toggle_bookmark("one", "item", "T")
    notebook.toggle_bookmark("two", "other", "T")
    assert list(notebook.annotations("one").marks) == ["item"]
    assert list(notebook.annotations("two").marks) == ["other"]


def test_marks_are_there_when_the_notebook_is_opened_again(file: Path) -> None:
    with opened(file) as first:
        first.toggle_bookmark("s", "a", "A")
        first.draft("s", "b", "B").finish("Note.")
        written = first.annotations("s")
    with opened(file) as second:
        assert second.annotations("s") == written


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.characters(codec=None), max_size=300), title=st.text(alphabet=st.characters(codec=None)))
def test_any_text_comes_back_as_it_was_typed(notebook: Notebook, text: str, title: str) -> None:
    draft = notebook.draft("s", "item", title)
    draft.save(text)
    stored = draft.finish(text)
    if not any("\ud800" <= char <= "\udfff" for char in text + title):
        assert stored == (text if text.strip() else "")
    mark = notebook.annotations("s").marks.get("item")
    assert (mark.note if mark else "") == stored
    notebook.draft("s", "item", title).finish("")


def test_half_of_a_surrogate_pair_is_no_character_and_loses_nothing_beside_it(notebook: Notebook) -> None:
    assert notebook.draft("s", "item", "\udc80").finish("a\ud800b \ud83d\ude00") == "a\ufffdb \U0001f600"
    assert notebook.annotations("s").marks["item"].title == "\ufffd"


def test_a_note_has_a_limit_that_a_sentence_names(notebook: Notebook) -> None:
    draft = notebook.draft("s", "item", "T")
    draft.save("a" * MAX_NOTE_LENGTH)
    with pytest.raises(NoteTooLong) as caught:
        draft.save("b" * (MAX_NOTE_LENGTH + 1))
    with pytest.raises(NoteTooLong):
        draft.finish("b" * (MAX_NOTE_LENGTH + 1))
    for language in ("en", "fr"):
        said = caught.value.message(words_in(language).notebook)
        assert "100000" in said
        assert "100001" in said
    assert draft.text == "a" * MAX_NOTE_LENGTH
    assert draft.finish("a" * MAX_NOTE_LENGTH) == "a" * MAX_NOTE_LENGTH


def test_a_note_that_two_made_too_long_can_still_be_worked_on(notebook: Notebook, other: Notebook) -> None:
    mine, theirs = notebook.draft("s", "item", "T"), other.draft("s", "item", "T")
    mine.finish("a" * MAX_NOTE_LENGTH)
    both = theirs.finish("b" * MAX_NOTE_LENGTH)
    assert len(both) > 2 * MAX_NOTE_LENGTH
    longer = notebook.draft("s", "item", "T")
    longer.save(both[:-1])
    with pytest.raises(NoteTooLong):
        longer.save(both + "c")
    assert longer.finish(both[:-1]) == both[:-1]


def test_a_draft_is_no_note_until_it_is_done(notebook: Notebook) -> None:
    notebook.draft("s", "item", "T").finish("Before.")
    draft = notebook.draft("s", "item", "T")
    draft.save("Bef")
    assert notebook.annotations("s").marks["item"].note == "Before."
    draft.discard()
    assert draft.text == "Before."
    assert notebook.annotations("s").marks["item"].note == "Before."


def test_a_discarded_draft_does_not_come_back(file: Path) -> None:
    with opened(file) as notebook:
        draft = notebook.draft("s", "item", "T")
        draft.save("Never mind.")
        draft.discard()
    with opened(file) as notebook:
        assert notebook.annotations("s") == NOTHING_MINE
        assert notebook.take_recovered_notes() == ()


def test_an_editor_that_is_open_when_the_program_quits_leaves_its_note(file: Path) -> None:
    with opened(file) as notebook:
        notebook.draft("s", "item", "T").save("Half a thought")
    with opened(file) as notebook:
        assert notebook.annotations("s").marks["item"].note == "Half a thought"
        assert notebook.take_recovered_notes() == ()


def test_a_draft_goes_on_after_it_was_done(notebook: Notebook) -> None:
    draft = notebook.draft("s", "item", "T")
    draft.save("One.")
    draft.finish("One.")
    draft.save("One. Two.")
    assert draft.finish("One. Two. Three.") == "One. Two. Three."


def test_what_another_dashboard_marks_is_seen(notebook: Notebook, other: Notebook) -> None:
    notebook.changed_elsewhere()
    assert not notebook.changed_elsewhere()
    other.toggle_bookmark("s", "item", "T")
    assert notebook.changed_elsewhere()
    assert not notebook.changed_elsewhere()
    assert list(notebook.annotations("s").marks) == ["item"]
    notebook.toggle_bookmark("s", "other", "T")
    assert not notebook.changed_elsewhere()


def test_two_who_wish_the_same_bookmark_both_get_it(notebook: Notebook, other: Notebook) -> None:
    assert notebook.toggle_bookmark("s", "item", "T", shown=False)
    assert other.toggle_bookmark("s", "item", "T", shown=False)
    assert notebook.annotations("s").marks["item"].bookmarked
    assert not notebook.toggle_bookmark("s", "item", "T", shown=True)
    assert not other.toggle_bookmark("s", "item", "T", shown=True)


def test_two_who_write_on_the_same_item_keep_both_texts(notebook: Notebook, other: Notebook) -> None:
    notebook.draft("s", "item", "T").finish("Start.")
    mine, theirs = notebook.draft("s", "item", "T"), other.draft("s", "item", "T")
    mine.save("Start.\nMine.")
    theirs.save("Start.\nTheirs.")
    assert theirs.finish("Start.\nTheirs.") == "Start.\nTheirs."
    assert mine.finish("Start.\nMine.") == f"Start.\nTheirs.\n\n{SEPARATOR}\n\nMine."


def test_a_bookmark_set_while_a_note_is_written_stays(notebook: Notebook, other: Notebook) -> None:
    draft = notebook.draft("s", "item", "T")
    other.toggle_bookmark("s", "item", "T")
    draft.finish("Note.")
    mark = other.annotations("s").marks["item"]
    assert (mark.bookmarked, mark.note) == (True, "Note.")


def test_the_draft_of_one_who_lives_is_left_alone(notebook: Notebook, other: Notebook, file: Path) -> None:
    draft = notebook.draft("s", "item", "T")
    draft.save("Still at it")
    assert other.draft("s", "item", "T").text == ""
    with opened(file) as third:
        assert third.take_recovered_notes() == ()
        assert third.annotations("s") == NOTHING_MINE
    assert draft.finish("Done.") == "Done."


def test_marks_whose_item_is_gone_are_told_and_kept(notebook: Notebook) -> None:
    for ref in ("b", "gone", "a", "also-gone"):
        notebook.toggle_bookmark("s", ref, f"Title of {ref}")
    mine = notebook.annotations("s")
    assert [mark.title for mark in orphaned(mine, {"a", "b", "c"})] == ["Title of also-gone", "Title of gone"]
    assert orphaned(mine, mine.marks) == ()
    assert len(notebook.annotations("s").marks) == 4


def test_only_the_reader_may_read_it(notebook: Notebook, file: Path) -> None:
    notebook.draft("s", "item", "T").save("Private.")
    assert {
        entry.name: entry.stat().st_mode & 0o077 for entry in file.parent.iterdir() if entry.stat().st_mode & 0o077
    } == {}


def test_notebook_journal_and_lock_are_all_that_stays_when_it_is_closed(file: Path) -> None:
    with opened(file) as notebook:
        notebook.draft("s", "item", "T").save("x")
    assert sorted(entry.name for entry in file.parent.iterdir()) == ["notebook.jsonl", file.name, f"{file.name}.lock"]


def test_sqlite_is_loaded_only_when_a_notebook_is_opened(file: Path) -> None:
    code = (
        "import sys, pathlib; from deepseek_tui.user_data.notebook import Notebook; before = 'sqlite3' in sys.modules;"
        f"Notebook(pathlib.Path({str(file)!r})).close(); print(before, 'sqlite3' in sys.modules, 'textual' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True", "False"]
