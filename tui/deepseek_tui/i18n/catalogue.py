"""All interface texts of one language, each group imported on first use."""

from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from deepseek_tui.i18n.languages import FALLBACK, LANGUAGES, after, language_of, subject

if TYPE_CHECKING:
    from deepseek_tui.i18n.changes import ChangeWords
    from deepseek_tui.i18n.compute import ComputeWords
    from deepseek_tui.i18n.evidence import EvidenceWords
    from deepseek_tui.i18n.export import ExportWords
    from deepseek_tui.i18n.grpo import GrpoWords
    from deepseek_tui.i18n.help import HelpWords
    from deepseek_tui.i18n.keys import KeyWords
    from deepseek_tui.i18n.labs import FrameWords
    from deepseek_tui.i18n.linear import LinearWords
    from deepseek_tui.i18n.loading import LoadingWords
    from deepseek_tui.i18n.local_copy import LocalCopyWords
    from deepseek_tui.i18n.mla import MlaWords
    from deepseek_tui.i18n.notebook import NotebookWords
    from deepseek_tui.i18n.panes import PaneWords
    from deepseek_tui.i18n.screen import ScreenWords
    from deepseek_tui.i18n.search import SearchWords


class Words:
    """All interface texts of one language, in groups."""

    def __init__(self, language: str) -> None:
        self.language = language

    def _read(self, name: str) -> Any:
        return subject(self.language, name)

    @property
    def keys(self) -> "KeyWords":
        """The names of commands and keys.

        The language command has the name of the next language.
        """
        return _keys(self.language, after(self.language))

    @cached_property
    def panes(self) -> "PaneWords":
        """The interface texts of the panes."""
        words: PaneWords = self._read("panes")
        return words

    @cached_property
    def screen(self) -> "ScreenWords":
        """The interface texts of the screens and dialogs."""
        words: ScreenWords = self._read("screen")
        return words

    @cached_property
    def export(self) -> "ExportWords":
        """The interface texts of exports, with error messages."""
        words: ExportWords = self._read("export")
        return words

    @cached_property
    def evidence(self) -> "EvidenceWords":
        """The interface texts for evidence and grouping."""
        words: EvidenceWords = self._read("evidence")
        return words

    @cached_property
    def search(self) -> "SearchWords":
        """The interface texts of search and filter."""
        words: SearchWords = self._read("search")
        return words

    @cached_property
    def help(self) -> "HelpWords":
        """The help texts of each part of the dashboard and each dialog."""
        words: HelpWords = self._read("help")
        return words

    @cached_property
    def changes(self) -> "ChangeWords":
        """The interface texts for changes between editions."""
        words: ChangeWords = self._read("changes")
        return words

    @cached_property
    def linear(self) -> "LinearWords":
        """The texts used when a story is printed as plain text."""
        words: LinearWords = self._read("linear")
        return words

    @cached_property
    def notebook(self) -> "NotebookWords":
        """The interface texts for annotations and the user's files."""
        words: NotebookWords = self._read("notebook")
        return words

    @cached_property
    def loading(self) -> "LoadingWords":
        """The interface texts shown while a large story is loading."""
        words: LoadingWords = self._read("loading")
        return words

    @cached_property
    def local_copy(self) -> "LocalCopyWords":
        """The interface texts for the reader's copy of the article."""
        words: LocalCopyWords = self._read("local_copy")
        return words

    @cached_property
    def labs(self) -> "FrameWords":
        """The interface texts shared by all labs."""
        words: FrameWords = self._read("labs")
        return words

    @cached_property
    def compute(self) -> "ComputeWords":
        """The interface texts of the compute lab."""
        words: ComputeWords = self._read("compute")
        return words

    @cached_property
    def mla(self) -> "MlaWords":
        """The interface texts of the MLA lab."""
        words: MlaWords = self._read("mla")
        return words

    @cached_property
    def grpo(self) -> "GrpoWords":
        """The interface texts of the GRPO lab."""
        words: GrpoWords = self._read("grpo")
        return words


def words_in(language: str) -> Words:
    """Return the interface texts of a language.

    They are in English if the language is not supported.
    """
    return _words(language if language in LANGUAGES else FALLBACK)


@cache
def _words(language: str) -> Words:
    return Words(language)


@cache
def _keys(language: str, following: str) -> "KeyWords":
    words: KeyWords = subject(language, "keys")
    return words._replace(short={**words.short, "language": language_of(following).name})
