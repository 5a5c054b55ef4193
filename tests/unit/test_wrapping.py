"""Wrapping keeps the width, the text and no-break spaces."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from deepseek_tui.panes.wrapping import breaks, fit, lines
from deepseek_tui.story.format.text import harmless

NBSP, NARROW_NBSP = "\u00a0", "\u202f"
ALPHABET = st.sampled_from("abcdefgh .,;-’éœ" + NBSP + NARROW_NBSP + "中文字" + "…¶\n" + " " * 6)
TEXTS = st.text(ALPHABET, max_size=120) | st.text(max_size=60).map(harmless)
WIDTHS = st.integers(2, 40)


@given(TEXTS, WIDTHS)
def test_no_wrapped_line_is_wider_than_the_width(text: str, width: int) -> None:
    assert all(cell_len(text[start:end]) <= width for start, end in breaks(text, width))


@given(TEXTS, WIDTHS)
def test_word_longer_than_a_line_is_kept_whole_if_cutting_is_off(text: str, width: int) -> None:
    found = [text[start:end] for start, end in breaks(text, width, cut=False)]
    assert [word for line in found for word in re.split("[ \n]+", line) if word] == [
        word for word in re.split("[ \n]+", text) if word
    ]
    assert all(cell_len(line) <= width or " " not in line for line in found)


@given(TEXTS, WIDTHS)
def test_wrapping_drops_only_spaces_at_line_breaks(text: str, width: int) -> None:
    at = 0
    for start, end in breaks(text, width):
        assert at <= start <= end
        assert set(text[at:start]) <= {" ", "\n"}
        at = end
    assert set(text[at:]) <= {" ", "\n"}


@given(TEXTS, WIDTHS)
def test_wrapping_splits_only_words_that_are_wider_than_a_line(text: str, width: int) -> None:
    found = list(breaks(text, width))
    for (_, end), (start, _) in pairwise(found):
        if end == start:  # Equal offsets mean that the line break is in the middle of a word.
            word_start = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end)) + 1
            word_end = min((at for char in " \n" if (at := text.find(char, start)) >= 0), default=len(text))
            assert cell_len(text[word_start:word_end]) > width


@given(TEXTS, WIDTHS)
def test_wrapping_keeps_line_breaks_of_the_text(text: str, width: int) -> None:
    found = list(breaks(text, width))
    gaps = [text[end:start] for (_, end), (start, _) in pairwise(found)]
    assert sum(gap.count("\n") for gap in gaps) == text.count("\n")
    assert all(gap.count("\n") <= 1 for gap in gaps)


@pytest.mark.parametrize("space", [NBSP, NARROW_NBSP])
def test_wrapping_keeps_french_punctuation_with_the_preceding_word(space: str) -> None:
    text = f"un mot{space}: deux"
    assert [text[start:end] for start, end in breaks(text, 6)] == ["un", f"mot{space}:", "deux"]


def test_wrapped_lines_contain_as_many_words_as_fit() -> None:
    text = "aa bb cc dd"
    assert [text[start:end] for start, end in breaks(text, 5)] == ["aa bb", "cc dd"]


def test_wide_characters_count_as_two_cells_when_wrapping() -> None:
    text = "中文字"
    assert [text[start:end] for start, end in breaks(text, 4)] == ["中文", "字"]


def test_wrapping_an_empty_text_gives_one_empty_line() -> None:
    assert [list(breaks(text, 9)) for text in ("", "   ")] == [[(0, 0)], [(0, 0)]]


@given(TEXTS, st.integers(0, 40))
def test_text_fitted_to_a_width_is_cut_only_when_too_wide(text: str, width: int) -> None:
    fitted = fit(text, width)
    assert cell_len(fitted) <= width
    assert "\n" not in fitted
    if cell_len(text.replace("\n", " ")) <= width:
        assert fitted == text.replace("\n", " ")
    elif width:
        assert fitted.endswith("…")
        assert text.replace("\n", " ").startswith(fitted[:-1])


@given(TEXTS, WIDTHS, st.integers(1, 4))
def test_number_of_wrapped_lines_is_limited_and_the_last_is_marked_as_cut(text: str, width: int, most: int) -> None:
    found, whole = lines(text, width, most), list(breaks(text, width))
    assert len(found) == min(most, len(whole))
    assert all(cell_len(line) <= width for line in found)
    assert found[:-1] == [text[start:end] for start, end in whole[: len(found) - 1]]
    if len(whole) <= most:
        assert found[-1] == text[slice(*whole[-1])]
