"""Merging of two versions of a note that were written simultaneously."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.user_data.annotation_edit import contains_text, merge_notes

SEPARATOR = "=/=/="


@pytest.mark.parametrize(
    ("base", "stored", "written", "note"),
    [
        ("", "", "mine", "mine"),  # No other program changed the stored note.
        ("old", "old", "new", "new"),
        ("old", "old", "", ""),  # The user deleted the note.
        ("old", "new", "old", "new"),  # The user changed nothing, so the newer stored note is kept.
        ("old", "new", "", "new"),  # The user deleted the old note, so the newer stored note is kept.
        ("old", "", "new", "new"),  # Another program deleted the stored note.
        ("", "same", "same", "same"),
        ("", "one two three", "two", "one two three"),
        ("", "two", "one two three", "one two three"),
        ("", "bat", "a", f"bat\n\n{SEPARATOR}\n\na"),  # The word "a" is kept although the word "bat" contains the letter.
        ("", "theirs", "mine", f"theirs\n\n{SEPARATOR}\n\nmine"),
        ("base", "base\ntheirs", "base\nmine", f"base\ntheirs\n\n{SEPARATOR}\n\nmine"),
        ("base", "base\ntheirs", "basement", f"base\ntheirs\n\n{SEPARATOR}\n\nbasement"),
        ("base", "base\nmine too", "base\nmine", "base\nmine too"),
    ],
)
def test_merged_note_contains_both_texts_without_repetition(base: str, stored: str, written: str, note: str) -> None:
    assert merge_notes(base, stored, written, SEPARATOR) == note


texts = st.text(alphabet="ab \n", max_size=12)


@given(base=texts, stored=texts, written=texts)
def test_merged_note_contains_every_word_of_both_notes(base: str, stored: str, written: str) -> None:
    note = merge_notes(base, stored, written, SEPARATOR)
    if base not in (stored, written) and written.strip():
        words = set(note.split())
        assert set(stored.split()) <= words
        assert set(written.split()) <= words


@given(base=texts, stored=texts, written=texts)
def test_merging_the_same_note_a_second_time_adds_nothing(base: str, stored: str, written: str) -> None:
    note = merge_notes(base, stored, written, SEPARATOR)
    if stored != base and written.strip():
        assert merge_notes(base, note, written, SEPARATOR).split() == note.split()


@given(before=texts, part=texts, after=texts)
def test_text_is_found_in_a_note_between_spaces(before: str, part: str, after: str) -> None:
    assert contains_text(f"{before} {part} {after}", part)


def test_whole_word_is_found_after_an_occurrence_inside_another_word() -> None:
    assert contains_text("bat a", "a")
    assert not contains_text("bat", "a")
