"""Tests of the table of commands and keys."""

from itertools import chain

import pytest

from deepseek_tui.commands import ACTIONS, COMMANDS, KEY_SIGNS, MOVES, PANE_MOVES, Command, help_entries
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.i18n.languages import LANGUAGES
from deepseek_tui.panes.key_labels import key_name

NAMED = {
    "up", "down", "left", "right", "pageup", "pagedown", "home", "end", "space", "enter", "escape", "tab", "shift+tab",
    "f1", "question_mark", "slash",
}  # fmt: skip
"""Keys that every keyboard and terminal has, without AltGr and without Ctrl."""


def test_no_key_is_bound_twice() -> None:
    keys = list(chain.from_iterable(command.keys for command in COMMANDS))
    assert sorted(keys) == sorted(set(keys))


def test_command_ids_are_unique() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))
    assert (*PANE_MOVES, *MOVES, *ACTIONS) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_a_key_without_ctrl_or_alt(command: Command) -> None:
    for number, key in enumerate(command.keys):
        plain = (len(key) == 1 and key.isascii() and key.isalnum()) or key in NAMED
        assert plain or (key == "ctrl+p" and number > 0), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_a_readable_name(language: str) -> None:
    for key in chain.from_iterable(command.keys for command in COMMANDS):
        name = key_name(key, words_in(language).keys)
        assert len(name) == 1 or key in KEY_SIGNS or name[0].isupper(), key


def test_help_entries_include_every_key() -> None:
    shown = set(chain.from_iterable(line.keys for line in help_entries()))
    keys = set(chain.from_iterable(command.keys for command in COMMANDS))
    assert keys - shown == set("2345")
