"""All the interface words of one language, each subject imported on first use."""

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
    from deepseek_tui.i18n.mla import MlaWords
    from deepseek_tui.i18n.notebook import NotebookWords
    from deepseek_tui.i18n.panes import PaneWords
    from deepseek_tui.i18n.screen import ScreenWords
    from deepseek_tui.i18n.search import SearchWords


class Words:
    """The interface words of one language, by subject."""

    def __init__(self, language: str) -> None:
        self.language = language

    def _read(self, name: str) -> Any:
        return subject(self.language, name)

    @property
    def keys(self) -> "KeyWords":
        """The names of commands; that of the language key is the next language's own name."""
        return _keys(self.language, after(self.language))

    @cached_property
    def panes(self) -> "PaneWords":
        """The words of the panes."""
        words: PaneWords = self._read("panes")
        return words

    @cached_property
    def screen(self) -> "ScreenWords":
        """The words of the screens."""
        words: ScreenWords = self._read("screen")
        return words

    @cached_property
    def export(self) -> "ExportWords":
        """The words of exports and their errors."""
        words: ExportWords = self._read("export")
        return words

    @cached_property
    def evidence(self) -> "EvidenceWords":
        """The words of evidence and grouping."""
        words: EvidenceWords = self._read("evidence")
        return words

    @cached_property
    def search(self) -> "SearchWords":
        """The words of search and filter."""
        words: SearchWords = self._read("search")
        return words

    @cached_property
    def help(self) -> "HelpWords":
        """The words of the help on each part and dialog."""
        words: HelpWords = self._read("help")
        return words

    @cached_property
    def changes(self) -> "ChangeWords":
        """The words of changes between editions."""
        words: ChangeWords = self._read("changes")
        return words

    @cached_property
    def linear(self) -> "LinearWords":
        """The words of the linear text."""
        words: LinearWords = self._read("linear")
        return words

    @cached_property
    def notebook(self) -> "NotebookWords":
        """The words of annotations and user data."""
        words: NotebookWords = self._read("notebook")
        return words

    @cached_property
    def loading(self) -> "LoadingWords":
        """The words of loading a large story."""
        words: LoadingWords = self._read("loading")
        return words

    @cached_property
    def labs(self) -> "FrameWords":
        """The words shared by all labs."""
        words: FrameWords = self._read("labs")
        return words

    @cached_property
    def compute(self) -> "ComputeWords":
        """The words of the compute lab."""
        words: ComputeWords = self._read("compute")
        return words

    @cached_property
    def mla(self) -> "MlaWords":
        """The words of the MLA lab."""
        words: MlaWords = self._read("mla")
        return words

    @cached_property
    def grpo(self) -> "GrpoWords":
        """The words of the GRPO lab."""
        words: GrpoWords = self._read("grpo")
        return words


def words_in(language: str) -> Words:
    """Return the interface words of a language, or English if it is not supported."""
    return _words(language if language in LANGUAGES else FALLBACK)


@cache
def _words(language: str) -> Words:
    return Words(language)


@cache
def _keys(language: str, following: str) -> "KeyWords":
    words: KeyWords = subject(language, "keys")
    return words._replace(short={**words.short, "language": language_of(following).name})
