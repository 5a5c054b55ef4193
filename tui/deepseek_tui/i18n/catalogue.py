"""The catalogue: all the interface's words in one language, each subject read when it is first asked for."""

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from deepseek_tui.i18n.changes import ChangeWords
    from deepseek_tui.i18n.evidence import EvidenceWords
    from deepseek_tui.i18n.export import ExportWords
    from deepseek_tui.i18n.keys import KeyWords
    from deepseek_tui.i18n.linear import LinearWords
    from deepseek_tui.i18n.notebook import NotebookWords
    from deepseek_tui.i18n.panes import PaneWords
    from deepseek_tui.i18n.screen import ScreenWords
    from deepseek_tui.i18n.search import SearchWords
    from deepseek_tui.i18n.topics import HelpWords

LANGUAGES = {"fr": "français", "en": "English"}
"""The languages that the interface speaks, by their own names."""

Subject = TypeVar("Subject")


class Words:
    """Every word of the interface, by subject, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def _in(self, french: Subject, english: Subject) -> Subject:
        return french if self.language == "fr" else english

    @cached_property
    def panes(self) -> "PaneWords":
        """What the panes say of themselves."""
        from deepseek_tui.i18n import panes

        return self._in(panes.FRENCH, panes.ENGLISH)

    @cached_property
    def screen(self) -> "ScreenWords":
        """What the screens say beside the story."""
        from deepseek_tui.i18n import screen

        return self._in(screen.FRENCH, screen.ENGLISH)

    @cached_property
    def keys(self) -> "KeyWords":
        """What the keys do."""
        from deepseek_tui.i18n import keys

        return self._in(keys.FRENCH, keys.ENGLISH)

    @cached_property
    def export(self) -> "ExportWords":
        """What an export says, and what can go wrong with it."""
        from deepseek_tui.i18n import export

        return self._in(export.FRENCH, export.ENGLISH)

    @cached_property
    def evidence(self) -> "EvidenceWords":
        """Who says it, and where."""
        from deepseek_tui.i18n import evidence

        return self._in(evidence.FRENCH, evidence.ENGLISH)

    @cached_property
    def search(self) -> "SearchWords":
        """What search and filter say."""
        from deepseek_tui.i18n import search

        return self._in(search.FRENCH, search.ENGLISH)

    @cached_property
    def help(self) -> "HelpWords":
        """What the help says of each part and dialog."""
        from deepseek_tui.i18n import topics

        return self._in(topics.FRENCH, topics.ENGLISH)

    @cached_property
    def changes(self) -> "ChangeWords":
        """What changed between two editions."""
        from deepseek_tui.i18n import changes

        return self._in(changes.FRENCH, changes.ENGLISH)

    @cached_property
    def linear(self) -> "LinearWords":
        """What plain text says in the place of signs."""
        from deepseek_tui.i18n import linear

        return self._in(linear.FRENCH, linear.ENGLISH)

    @cached_property
    def notebook(self) -> "NotebookWords":
        """What is said of the reader's own marks and files."""
        from deepseek_tui.i18n import notebook

        return self._in(notebook.FRENCH, notebook.ENGLISH)


_IN = {language: Words(language) for language in LANGUAGES}


def words_in(language: str) -> Words:
    """The words in a language; English where the interface does not speak it."""
    return _IN.get(language, _IN["en"])
