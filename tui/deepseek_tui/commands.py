"""Table of the commands and keys of the dashboard.

Key bindings, footer, palette and help are made from it.
"""

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from deepseek_tui.story.format.sections import PANES


class Command(NamedTuple):
    """Command of the user interface, with its default keys.

    `i18n.keys` contains the description by command id.
    """

    id: str
    keys: tuple[str, ...]
    """Textual's names of the keys, the displayed one first."""
    action: str
    """The Textual action with its argument, if it takes one."""
    footer: int = 0
    """The rank in the footer, lowest ranks kept longest; 0 to leave it out."""
    palette: bool = True
    """Whether the palette lists the command; commands that depend on a screen position are left out."""


MOVES = (
    Command("down", ("j", "down"), "move(1)", palette=False),
    Command("up", ("k", "up"), "move(-1)", palette=False),
    Command("page-down", ("pagedown", "space"), "page(1)", palette=False),
    Command("page-up", ("pageup",), "page(-1)", palette=False),
    Command("first", ("g", "home"), "first", palette=False),
    Command("last", ("G", "end"), "last", palette=False),
)
"""Commands that move the cursor in the list or scroll the detail panel."""

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
    Command("article", ("A",), "article"),
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
"""Symbols of keys; other keys are named in `i18n.keys` or shown unchanged."""


def key_of(character: str) -> str:
    """Return Textual's name of the key that types the given character."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_") or character
    return _SHORTER.get(name, name)


_SHORTER = {"solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
            "plus_sign": "plus", "low_line": "underscore"}  # fmt: skip
CHARACTERS = MappingProxyType({key_of(char): char for char in map(chr, range(33, 256)) if char.isprintable()})
"""Characters of Western European keyboards, by key name."""


class Keymap(NamedTuple):
    """Keys assigned to each command: the defaults and the user's changes."""

    changed: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Keys by command id, in Textual's names; an empty tuple disables the command."""

    def keys(self, id: str) -> tuple[str, ...]:
        """Return the keys assigned to a command, the displayed one first."""
        return self.changed.get(id, _DEFAULTS[id])

    @property
    def as_textual(self) -> dict[str, str]:
        """The changed keys in the format of Textual's `App.set_keymap`.

        That method ignores empty lists.
        """
        return {id: ",".join(keys) or NO_KEY for id, keys in self.changed.items()}


DEFAULT_KEYMAP = Keymap()
"""The keymap without changes by the user."""
NO_KEY = "no_key"
"""The name of a key that no keyboard has, assigned to disabled commands."""
_DEFAULTS = {command.id: command.keys for command in COMMANDS}


class HelpEntry(NamedTuple):
    """Line of the help screen: related commands with their keys."""

    ids: tuple[str, ...]
    """Command ids; the description of the first is shown."""
    keys: tuple[str, ...]


def help_entries(keymap: Keymap = DEFAULT_KEYMAP) -> list[HelpEntry]:
    """Return the lines of the help screen.

    The keys of all panes share one line. Commands without a key are left out.
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
