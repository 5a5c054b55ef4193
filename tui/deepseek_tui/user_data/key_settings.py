"""Keys in the settings: names of keys, and faulty assignments."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from deepseek_tui.commands import CHARACTERS, COMMANDS, Keymap, key_of
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.loading.diagnostics import KeyPath, nearest, quoted

REQUIRED_COMMANDS = ("quit", "help")
"""The commands that must have a key."""

_NAVIGATION_KEYS = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "delete")
_FUNCTION_KEYS = tuple(f"f{number}" for number in range(1, 25))
_RESERVED = {"ctrl+c": Message("it copies what is selected"), "ctrl+q": Message("it always quits")}
_INDISTINGUISHABLE = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+[": "escape"}
_CTRL_KEYS = tuple(f"ctrl+{letter}" for letter in ascii_lowercase)
KEY_NAMES = frozenset(
    {
        *_NAVIGATION_KEYS, *_FUNCTION_KEYS, "insert", "backspace", "enter", "escape", "tab", "space", "shift+tab",
        *(f"shift+{key}" for key in _NAVIGATION_KEYS), *(f"ctrl+{key}" for key in _NAVIGATION_KEYS),
        *(key for key in _CTRL_KEYS if key not in _RESERVED and key not in _INDISTINGUISHABLE),
        *(f"alt+{key}" for key in (*ascii_lowercase, *"0123456789")),
    }
)  # fmt: skip
"""Textual's names of the keys that produce no character and that terminals send."""

_SYNONYMS = {
    "esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "pgup": "pageup", "page_up": "pageup",
    "pgdn": "pagedown", "page_down": "pagedown", "backtab": "shift+tab", "spacebar": "space",
}  # fmt: skip
_MODIFIED = re.compile(r"(?:(?:shift|ctrl|control|alt|option|meta|super|cmd|win|hyper)[+-])+", re.IGNORECASE)


class UnknownKeyError(ValueError):
    """Raised for a text that names no usable key.

    The message gives the reason, `hint` a suggestion.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def key_name(word: str) -> str:
    """Return Textual's name of a key.

    The key is given as a character or by name. Raises UnknownKeyError.
    """
    word = unicodedata.normalize("NFC", word)
    if len(word) == 1 and word.isprintable() and word != " " and not unicodedata.combining(word):
        return key_of(word)
    if word in KEY_NAMES or word in CHARACTERS:
        return word
    low = word.lower()
    if low in _RESERVED:
        raise UnknownKeyError(Message("{0} cannot be given to a command: {1}", quoted(word), _RESERVED[low]))
    if low in _INDISTINGUISHABLE:
        raise UnknownKeyError(
            Message("{0} reaches no program: a terminal sends {1} for it", quoted(word), _INDISTINGUISHABLE[low])
        )
    if word == " ":
        raise UnknownKeyError(Message("{} is no key", quoted(word)), Message("did you mean space?"))
    if re.fullmatch("shift[+-].", low):
        raise UnknownKeyError(
            Message("{} is no key", quoted(word)),
            Message('a shifted letter is written as it is typed: "{}"', low[-1].upper()),
        )
    if low in _SYNONYMS:
        raise UnknownKeyError(Message("{} is no key", quoted(word)), Message("did you mean {}?", _SYNONYMS[low]))
    hint = nearest(word, sorted(KEY_NAMES | set(CHARACTERS)))
    if _MODIFIED.match(word):
        raise UnknownKeyError(Message("{} is no key that a terminal sends", quoted(word)), hint)
    raise UnknownKeyError(
        Message("{} is no key", quoted(word)), hint or Message("a character, or a name such as escape, pageup, f5, ctrl+e")
    )


class KeyConflict(NamedTuple):
    """Error in the keys that the settings assign to commands."""

    path: KeyPath
    """The path of the key's setting below the table `keys`."""
    message: str
    hint: str = ""


def keymap_of(given: Mapping[str, Sequence[str]]) -> tuple[Keymap, list[KeyConflict]]:
    """Return the keys assigned to each command.

    Errors for the keys left out are returned too.
    """
    defaults = {command.id: command.keys for command in COMMANDS}
    conflicts: list[KeyConflict] = []
    changed: dict[str, tuple[str, ...]] = {}
    for id, words in given.items():
        if id not in defaults:
            conflicts.append(KeyConflict((id,), Message("there is no command {}", quoted(id)), nearest(id, defaults)))
            continue
        if not words and id in REQUIRED_COMMANDS:
            conflicts.append(KeyConflict((id,), Message("{} needs a key: it cannot be switched off", id)))
            continue
        keys: list[str] = []
        for number, word in enumerate(words):
            try:
                keys.append(key_name(word))
            except UnknownKeyError as error:
                conflicts.append(KeyConflict((id, number), str(error), error.hint))
        changed[id] = tuple(dict.fromkeys(keys))
    keymap = Keymap({id: keys for id, keys in changed.items() if keys != defaults[id]})
    return keymap, conflicts + list(_conflicts(keymap, changed))


def _conflicts(keymap: Keymap, given: Mapping[str, tuple[str, ...]]) -> Iterator[KeyConflict]:
    """Yield an error for each key assigned to two commands.

    It is reported at the later assignment.
    """
    owner = {key: command.id for command in COMMANDS if command.id not in given for key in keymap.keys(command.id)}
    for id, keys in given.items():
        for key in keys:
            other = owner.setdefault(key, id)
            if other != id:
                message = Message("{0} is a key of {1} as well", quoted(CHARACTERS.get(key, key)), other)
                hint = Message("give {} other keys", other)
                if other not in REQUIRED_COMMANDS:
                    hint = Message("give {0} other keys, or none: {1} = []", other, other)
                yield KeyConflict((id,), message, hint)
