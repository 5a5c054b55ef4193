"""Keys: what a reader may write for a key, and what is wrong with keys that they have set."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from deepseek_tui.commands import CHARACTERS, COMMANDS, Keymap, key_of
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.loading.diagnostics import KeyPath, nearest, quoted

ALWAYS = ("quit", "help")
"""The commands that cannot be switched off: the way out, and the way to find it."""

_AROUND = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "delete")
_FUNCTIONS = tuple(f"f{number}" for number in range(1, 25))
_TAKEN = {"ctrl+c": Message("it copies what is selected"), "ctrl+q": Message("it always quits")}
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+[": "escape"}
_LETTERS = tuple(f"ctrl+{letter}" for letter in ascii_lowercase)
NAMED = frozenset(
    {
        *_AROUND, *_FUNCTIONS, "insert", "backspace", "enter", "escape", "tab", "space", "shift+tab",
        *(f"shift+{key}" for key in _AROUND), *(f"ctrl+{key}" for key in _AROUND),
        *(key for key in _LETTERS if key not in _TAKEN and key not in _SAME),
        *(f"alt+{key}" for key in (*ascii_lowercase, *"0123456789")),
    }
)  # fmt: skip
"""The keys without a character that terminals send and Textual knows, by its names."""

_OTHER_NAMES = {
    "esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "pgup": "pageup", "page_up": "pageup",
    "pgdn": "pagedown", "page_down": "pagedown", "backtab": "shift+tab", "spacebar": "space",
}  # fmt: skip
_MODIFIED = re.compile(r"(?:(?:shift|ctrl|control|alt|option|meta|super|cmd|win|hyper)[+-])+", re.IGNORECASE)


class UnknownKeyError(ValueError):
    """What was written is no key that can be used; its words say why, `hint` what may have been meant."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def key_named(word: str) -> str:
    """Textual's name of a key that is written as a character or by its name. Raises NoKeyError."""
    word = unicodedata.normalize("NFC", word)
    if len(word) == 1 and word.isprintable() and word != " " and not unicodedata.combining(word):
        return key_of(word)
    if word in NAMED or word in CHARACTERS:
        return word
    low = word.lower()
    if low in _TAKEN:
        raise UnknownKeyError(Message("{0} cannot be given to a command: {1}", quoted(word), _TAKEN[low]))
    if low in _SAME:
        raise UnknownKeyError(Message("{0} reaches no program: a terminal sends {1} for it", quoted(word), _SAME[low]))
    if word == " ":
        raise UnknownKeyError(Message("{} is no key", quoted(word)), Message("did you mean space?"))
    if re.fullmatch("shift[+-].", low):
        raise UnknownKeyError(
            Message("{} is no key", quoted(word)),
            Message('a shifted letter is written as it is typed: "{}"', low[-1].upper()),
        )
    if low in _OTHER_NAMES:
        raise UnknownKeyError(Message("{} is no key", quoted(word)), Message("did you mean {}?", _OTHER_NAMES[low]))
    hint = nearest(word, sorted(NAMED | set(CHARACTERS)))
    if _MODIFIED.match(word):
        raise UnknownKeyError(Message("{} is no key that a terminal sends", quoted(word)), hint)
    raise UnknownKeyError(
        Message("{} is no key", quoted(word)), hint or Message("a character, or a name such as escape, pageup, f5, ctrl+e")
    )


class KeyConflict(NamedTuple):
    """Something wrong with the keys: the path to it below `keys`, what it is, and what may have been meant."""

    path: KeyPath
    message: str
    hint: str = ""


def keymap_of(given: Mapping[str, Sequence[str]]) -> tuple[Keymap, list[KeyConflict]]:
    """The keymap that keys by command make, and all that is wrong with them; the keymap leaves out what is."""
    defaults = {command.id: command.keys for command in COMMANDS}
    faults: list[KeyConflict] = []
    changed: dict[str, tuple[str, ...]] = {}
    for id, words in given.items():
        if id not in defaults:
            faults.append(KeyConflict((id,), Message("there is no command {}", quoted(id)), nearest(id, defaults)))
            continue
        if not words and id in ALWAYS:
            faults.append(KeyConflict((id,), Message("{} needs a key: it cannot be switched off", id)))
            continue
        keys: list[str] = []
        for number, word in enumerate(words):
            try:
                keys.append(key_named(word))
            except UnknownKeyError as error:
                faults.append(KeyConflict((id, number), str(error), error.hint))
        changed[id] = tuple(dict.fromkeys(keys))
    keymap = Keymap({id: keys for id, keys in changed.items() if keys != defaults[id]})
    return keymap, faults + list(_clashes(keymap, changed))


def _clashes(keymap: Keymap, given: Mapping[str, tuple[str, ...]]) -> Iterator[KeyConflict]:
    """Keys of two commands, told at the one that was set, and of two that were, at the later one."""
    owner = {key: command.id for command in COMMANDS if command.id not in given for key in keymap.keys(command.id)}
    for id, keys in given.items():
        for key in keys:
            other = owner.setdefault(key, id)
            if other != id:
                message = Message("{0} is a key of {1} as well", quoted(CHARACTERS.get(key, key)), other)
                hint = Message("give {} other keys", other)
                if other not in ALWAYS:
                    hint = Message("give {0} other keys, or none: {1} = []", other, other)
                yield KeyConflict((id,), message, hint)
