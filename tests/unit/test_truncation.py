"""Tests of the truncation of tab names and key hints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from bundled import LANGUAGES
from deepseek_tui.commands import COMMANDS
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.panes.key_labels import key_name
from deepseek_tui.panes.pane import PANES
from deepseek_tui.ui.widgets.truncation import hints, tab_names


def names(language: str) -> list[str]:
    """Return the names of the panes."""
    return [words_in(language).panes.titles[section] for section in PANES]


def taken(labels: list[str]) -> int:
    """Return the width of tabs in cells, including padding."""
    return sum(cell_len(label) + 2 for label in labels)


@pytest.mark.parametrize("language", LANGUAGES)
@given(active=st.integers(0, 5), width=st.integers(30, 250))
def test_shortened_tab_names_fit_the_width_and_keep_the_numbers(language: str, active: int, width: int) -> None:
    labels = tab_names(names(language), active, width)
    assert taken(labels) <= width
    assert all(label.startswith(str(number)) for number, label in enumerate(labels, 1))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_active_tab_has_the_full_name_at_60_or_more_columns(language: str, width: int) -> None:
    for active, name in enumerate(names(language)):
        assert tab_names(names(language), active, width)[active] == f"{active + 1} {name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_tabs_have_full_names_in_a_wide_tab_bar(language: str) -> None:
    assert [label[2:] for label in tab_names(names(language), 0, 120)] == names(language)


@given(st.integers(0, 250), st.sampled_from(LANGUAGES))
def test_footer_hints_fit_the_width_and_the_most_important_are_kept(width: int, language: str) -> None:
    words = words_in(language).keys
    ranked = [(c.footer, key_name(c.keys[0], words), words.short[c.id]) for c in COMMANDS if c.footer]
    found = hints(ranked, width)
    assert sum(cell_len(key) + 1 + cell_len(said) for key, said in found) + 2 * max(0, len(found) - 1) <= width
    ranks = sorted(rank for rank, key, said in ranked if (key, said) in found)
    assert ranks == sorted(rank for rank, _, _ in ranked)[: len(found)]
    assert found == [(key, said) for _, key, said in ranked if (key, said) in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_footer_shows_help_and_quit_at_40_columns(language: str) -> None:
    words = words_in(language).keys
    ranked = [(c.footer, key_name(c.keys[0], words), words.short[c.id]) for c in COMMANDS if c.footer]
    assert {("?", words.short["help"]), ("q", words.short["quit"])} <= set(hints(ranked, 38))
