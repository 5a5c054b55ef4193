"""The catalogue: all the interface's words in one language."""

from dataclasses import dataclass
from functools import cache

from deepseek_tui.i18n import changes, evidence, export, keys, linear, notebook, panes, screen, search, topics

LANGUAGES = {"fr": "français", "en": "English"}
"""The languages that the interface speaks, by their own names."""


@dataclass(frozen=True)
class Words:
    """Every word of the interface, by subject."""

    panes: panes.PaneWords
    screen: screen.ScreenWords
    keys: keys.KeyWords
    export: export.ExportWords
    evidence: evidence.EvidenceWords
    search: search.SearchWords
    help: topics.HelpWords
    changes: changes.ChangeWords
    linear: linear.LinearWords
    notebook: notebook.NotebookWords


@cache
def words_in(language: str) -> Words:
    """The words in a language; English where the interface does not speak it."""
    if language == "fr":
        return Words(
            panes.FRENCH,
            screen.FRENCH,
            keys.FRENCH,
            export.FRENCH,
            evidence.FRENCH,
            search.FRENCH,
            topics.FRENCH,
            changes.FRENCH,
            linear.FRENCH,
            notebook.FRENCH,
        )
    return Words(
        panes.ENGLISH,
        screen.ENGLISH,
        keys.ENGLISH,
        export.ENGLISH,
        evidence.ENGLISH,
        search.ENGLISH,
        topics.ENGLISH,
        changes.ENGLISH,
        linear.ENGLISH,
        notebook.ENGLISH,
    )
