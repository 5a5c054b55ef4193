"""Keys in the settings: names of keys, changed keymaps and conflicts."""

from itertools import chain

import pytest
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.keys import _character_to_key

from deepseek_tui.commands import CHARACTERS, COMMANDS, Keymap, help_entries, key_of
from deepseek_tui.user_data.key_settings import KEY_NAMES, REQUIRED_COMMANDS, UnknownKeyError, key_name, keymap_of

AZERTY = "&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù*<wxcvbn,;:!" + "1234567890°+AZERTYUIOP¨£QSDFGHJKLM%µ>WXCVBN?./§"
"""The characters of a French keyboard without AltGr: plain and with Shift."""
OTHER_KEYS = {
    "up", "down", "left", "right", "pageup", "pagedown", "home", "end", "space", "enter", "escape", "tab", "shift+tab",
    *(f"f{number}" for number in range(1, 13)),
}  # fmt: skip
"""Keys of every keyboard that need neither Ctrl nor AltGr and type no character."""


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_a_key_on_azerty_keyboards_without_altgr_or_ctrl(command):
    typed = {key_of(character) for character in AZERTY}
    assert [key for key in command.keys if key in typed or key in OTHER_KEYS]


def test_characters_that_need_altgr_are_not_counted_as_azerty_keys():
    """Check the data of the test above."""
    typed = {key_of(character) for character in AZERTY}
    assert not typed & {key_of(character) for character in "~#{[|`\\@]}€"}


def test_key_of_a_character_has_the_same_name_as_in_textual():
    for character in (*map(chr, range(33, 0x250)), "€", "→", "。"):
        if character.isprintable():
            assert key_of(character) == _character_to_key(character), character
            assert key_name(character) == _character_to_key(character), character


def test_every_key_name_is_a_key_that_terminals_send():
    sent = set()
    for keys in ANSI_SEQUENCES_KEYS.values():
        if isinstance(keys, tuple) and len(keys) == 1:
            sent.add(getattr(keys[0], "value", keys[0]))
    missing = {key for key in KEY_NAMES if key not in sent and not key.startswith("alt+")}
    assert missing == set()


def test_default_keys_can_be_written_in_the_settings():
    for key in chain.from_iterable(command.keys for command in COMMANDS):
        assert key_name(key) == key
        assert key_name(CHARACTERS.get(key, key)) == key


@pytest.mark.parametrize(
    ("word", "key"),
    [("/", "slash"), ("slash", "slash"), ("?", "question_mark"), ("question_mark", "question_mark"), ("E", "E"), ("é", "é"),
     ("e\u0301", "é"), ("ctrl+e", "ctrl+e"), ("&", "ampersand"), (",", "comma"), ("f5", "f5"), ("<", "less_than_sign")],
)  # fmt: skip
def test_key_setting_is_a_character_or_the_name_of_a_key(word, key):
    assert key_name(word) == key


@pytest.mark.parametrize(
    ("word", "message"),
    [("", "is no key"), (" ", "did you mean space?"), ("ee", "is no key"), ("Escape", "did you mean escape?"),
     ("esc", "did you mean escape?"), ("pgdn", "did you mean pagedown?"), ("shift+g", '"G"'), ("ctrl+i", "sends tab"),
     ("ctrl+m", "sends enter"), ("ctrl+c", "it copies"), ("ctrl+q", "it always quits"), ("super+x", "terminal sends"),
     ("ctrl+alt+x", "terminal sends"), ("ctrl+E", "did you mean ctrl+e?"), ("\x1b", "is no key"), ("\u0301", "is no key"),
     ("hyphen_minus", "is no key"), ("solidus", "is no key"), ("x" * 500, "is no key")],
)  # fmt: skip
def test_unknown_key_name_is_refused_with_a_suggestion(word, message):
    with pytest.raises(UnknownKeyError) as raised:
        key_name(word)
    sentence = f"{raised.value} {raised.value.hint}"
    assert message in sentence
    assert "\x1b" not in sentence
    assert len(sentence) < 250


def test_keymap_contains_only_keys_that_differ_from_the_defaults():
    keymap, conflicts = keymap_of({"export": ["E"], "copy": ["y"]})
    assert conflicts == []
    assert keymap == Keymap({"export": ("E",)})
    assert keymap.keys("export") == ("E",)
    assert keymap.keys("copy") == ("y",)


def test_two_commands_can_exchange_keys_in_the_settings():
    keymap, conflicts = keymap_of({"export": ["v"], "evidence": ["e"]})
    assert conflicts == []
    assert (keymap.keys("export"), keymap.keys("evidence")) == (("v",), ("e",))


def test_key_of_two_commands_is_reported_at_the_command_in_the_settings():
    _, (conflict,) = keymap_of({"export": ["v"]})
    assert (conflict.path, conflict.message) == (("export",), '"v" is a key of evidence as well')
    _, (conflict,) = keymap_of({"export": ["/"], "copy": ["slash"], "search": ["s"]})
    assert (conflict.path, conflict.message) == (("copy",), '"/" is a key of export as well')


def test_only_the_quit_and_help_commands_must_have_a_key():
    every = [command.id for command in COMMANDS]
    keymap, conflicts = keymap_of({id: [] for id in every})
    assert [conflict.path for conflict in conflicts] == [(id,) for id in every if id in REQUIRED_COMMANDS]
    lines = help_entries(keymap)
    assert {line.ids[0] for line in lines} == set(REQUIRED_COMMANDS)
    assert all("," not in key for key in keymap.as_textual.values())


def test_unknown_command_in_the_key_settings_is_reported_with_a_suggestion():
    _, (conflict,) = keymap_of({"exprt": ["E"]})
    assert (conflict.message, conflict.hint) == ('there is no command "exprt"', "did you mean export?")


def test_help_shows_the_keys_changed_in_the_settings():
    keymap, _ = keymap_of({"export": ["E", "ctrl+e"], "pane-1": ["&"], "zoom": []})
    lines = {line.ids[0]: line.keys for line in help_entries(keymap)}
    assert lines["export"] == ("E", "ctrl+e")
    assert lines["pane-1"] == ("ampersand", "2", "3", "4", "5", "6")
    assert "zoom" not in lines
