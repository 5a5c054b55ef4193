"""Labels of keyboard keys, as the interface shows them."""

import re

from deepseek_tui.commands import CHARACTERS, KEY_SIGNS, Keymap
from deepseek_tui.i18n.keys import KeyWords

FUNCTION_KEY = re.compile(r"f\d+")


def key_name(key: str, words: KeyWords) -> str:
    """Return the label that the interface shows for a keyboard key.

    The label is the key's name in the interface language, its sign, or the character itself.
    """
    *modifiers, last = key.split("+")
    name = words.names.get(last) or KEY_SIGNS.get(last) or CHARACTERS.get(last, last)
    if modifiers or FUNCTION_KEY.fullmatch(last):
        name = f"{name[0].upper()}{name[1:]}"
    return "+".join([*(words.names[modifier] for modifier in modifiers), name])


def command_key(id: str, keymap: Keymap, words: KeyWords) -> str:
    """Return the label of the first key of a command.

    Return an empty string when the command has no key.
    """
    keys = keymap.keys(id)
    return key_name(keys[0], words) if keys else ""
