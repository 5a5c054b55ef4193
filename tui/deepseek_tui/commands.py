"""The one table of keys: bindings, footer, help, palette and README are all made from it."""

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from deepseek_tui.story.format.sections import PANES


class Command(NamedTuple):
    """Something a reader can do, and the keys that do it; its words are in `i18n.keys` under its id."""

    id: str
    keys: tuple[str, ...]
    """Textual's names of the keys, the one to show first."""
    action: str
    """The name of the action, with its argument where it takes one."""
    footer: int = 0
    """Its rank in the footer, where the small ones stay longest; 0 keeps it out."""
    palette: bool = True
    """Whether the palette offers it: what only makes sense at a place of the screen is left out."""


MOVES = (
    Command("down", ("j", "down"), "move(1)", palette=False),
    Command("up", ("k", "up"), "move(-1)", palette=False),
    Command("page-down", ("pagedown", "space"), "page(1)", palette=False),
    Command("page-up", ("pageup",), "page(-1)", palette=False),
    Command("first", ("g", "home"), "first", palette=False),
    Command("last", ("G", "end"), "last", palette=False),
)
"""What the list and the detail answer, each in its own way."""

PANE_MOVES = (
    Command("next-pane", ("l", "right"), "turn(1)", footer=5, palette=False),
    Command("previous-pane", ("h", "left"), "turn(-1)", palette=False),
    *(Command(f"pane-{number}", (str(number),), f"pane({number - 1})", palette=False) for number, _ in enumerate(PANES, 1)),
)

ACTIONS = (
    Command("open", ("enter",), "open", footer=3, palette=False),
    Command("back", ("escape",), "back", footer=3, palette=False),
    Command("other-part", ("tab",), "other_part(1)", footer=9, palette=False),
    Command("part-before", ("shift+tab",), "other_part(-1)", palette=False),
    Command("search", ("s", "slash"), "search", footer=4),
    Command("next-match", ("n",), "match(1)"),
    Command("previous-match", ("N",), "match(-1)"),
    Command("filter", ("F",), "filter", footer=11),
    Command("clear", ("X",), "clear"),
    Command("evidence", ("v",), "evidence", footer=4),
    Command("lens", ("w",), "lens", footer=9),
    Command("follow", ("f",), "follow"),
    Command("history-back", ("b",), "history(-1)"),
    Command("history-forward", ("B",), "history(1)"),
    Command("mark", ("m",), "mark", footer=12),
    Command("annotate", ("a",), "annotate", footer=13),
    Command("changes", ("u",), "changes"),
    Command("lab", ("d",), "lab", footer=3),
    Command("source", ("o",), "source"),
    Command("copy", ("y",), "copy"),
    Command("copy-command", ("Y",), "copy_command"),
    Command("export", ("e",), "export", footer=5),
    Command("language", ("L",), "language", footer=6),
    Command("context", ("c",), "context", footer=8),
    Command("zoom", ("z",), "zoom", footer=7),
    Command("help", ("question_mark", "f1"), "help", footer=1),
    Command("palette", ("p", "ctrl+p"), "palette", footer=10, palette=False),
    Command("quit", ("q",), "quit", footer=2),
)

COMMANDS = (*PANE_MOVES, *MOVES, *ACTIONS)

KEY_SIGNS = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
}
"""Keys that are shown by a sign of their own; others are worded in `i18n.keys` or shown as they are."""


def key_of(character: str) -> str:
    """Textual's name of the key that types a character: a letter or a digit is its own name."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_") or character
    return _SHORTER.get(name, name)


_SHORTER = {"solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
            "plus_sign": "plus", "low_line": "underscore"}  # fmt: skip
CHARACTERS = MappingProxyType({key_of(char): char for char in map(chr, range(33, 256)) if char.isprintable()})
"""The characters of the keyboards of Western Europe by the names of their keys."""


class Keymap(NamedTuple):
    """Which keys carry out which command: those of the table, save where the reader has set others."""

    changed: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """By a command's id, in Textual's names; none switches the command off."""

    def keys(self, id: str) -> tuple[str, ...]:
        """The keys of a command, the one to show first."""
        return self.changed.get(id, _DEFAULTS[id])

    @property
    def as_textual(self) -> dict[str, str]:
        """What Textual's `App.set_keymap` takes, which would take an empty list of keys for no wish at all."""
        return {id: ",".join(keys) or NO_KEY for id, keys in self.changed.items()}


DEFAULT_KEYMAP = Keymap()
"""The keys of the table."""
NO_KEY = "no_key"
"""A key that no keyboard has."""
_DEFAULTS = {command.id: command.keys for command in COMMANDS}


class HelpEntry(NamedTuple):
    """One line of help: commands that belong together, and their keys."""

    ids: tuple[str, ...]
    """The first one's words speak for them all."""
    keys: tuple[str, ...]


def help_entries(keymap: Keymap = DEFAULT_KEYMAP) -> list[HelpEntry]:
    """The table as a reader wants it: the keys of the panes on one line, everything else on a line of its own.

    What no key carries out has no line.
    """
    lines: list[HelpEntry] = []
    for command in COMMANDS:
        keys = keymap.keys(command.id)
        if command.id == "pane-1":
            panes = [pane for pane in PANE_MOVES if pane.id.startswith("pane-")]
            first = [key for pane in panes for key in keymap.keys(pane.id)[:1]]
            keys = (first[0], "…", first[-1]) if first == [pane.keys[0] for pane in panes] else tuple(first)
        elif command.id.startswith("pane-"):
            continue
        if keys:
            lines.append(HelpEntry((command.id,), keys))
    return lines
