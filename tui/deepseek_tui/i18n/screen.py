"""Definition of the interface texts of screens and dialogs.

The texts of Textual's own widgets are included.
"""

from typing import NamedTuple


class ScreenWords(NamedTuple):
    """The interface texts of the screens; `{}` is replaced by a name."""

    help_title: str
    help_keys: str
    help_reading: str
    help_signs: tuple[str, ...]
    help_close: str
    palette_title: str
    palette_hint: str
    palette_none: str
    palette_close: str
    theme: str
    themes: dict[str, str]
    quit_hint: str
    few_letters: str
    copied: str
    context_shown: str
    context_hidden: str
    edition: str
    context_on: str
    context_off: str
    empty_pane: str
    only_language: str
    told_in: str
    detail: str
    side: str
    used_by: str
    matched: str
    end_of_history: str
    definition_close: str
    since_last_time: str
    reloaded: str
    changes_hint: str
    changes_title: str
    no_changes: str
    ways_close: str
    broken: str
    fault: str
    mended: str
    command_copied: str
    no_command: str
    follow_title: str
    source_title: str
    ways_hint: str
    nowhere: str
    no_address: str
    no_lab: str
    story: str
    command: str
    pane: str
    appearance: str
