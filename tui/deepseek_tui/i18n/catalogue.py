"""The catalogue: all the interface's words in one language, each subject read when it is first asked for."""

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
    """Every word of the interface, by subject, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def _read(self, name: str) -> Any:
        return subject(self.language, name)

    @property
    def keys(self) -> "KeyWords":
        """What the keys do; the key for the language is called as the language that it goes to calls itself."""
        return _keys(self.language, after(self.language))

    @cached_property
    def panes(self) -> "PaneWords":
        """What the panes say of themselves."""
        words: PaneWords = self._read("panes")
        return words

    @cached_property
    def screen(self) -> "ScreenWords":
        """What the screens say beside the story."""
        words: ScreenWords = self._read("screen")
        return words

    @cached_property
    def export(self) -> "ExportWords":
        """What an export says, and what can go wrong with it."""
        words: ExportWords = self._read("export")
        return words

    @cached_property
    def evidence(self) -> "EvidenceWords":
        """Who says it, and where."""
        words: EvidenceWords = self._read("evidence")
        return words

    @cached_property
    def search(self) -> "SearchWords":
        """What search and filter say."""
        words: SearchWords = self._read("search")
        return words

    @cached_property
    def help(self) -> "HelpWords":
        """What the help says of each part and dialog."""
        words: HelpWords = self._read("help")
        return words

    @cached_property
    def changes(self) -> "ChangeWords":
        """What changed between two editions."""
        words: ChangeWords = self._read("changes")
        return words

    @cached_property
    def linear(self) -> "LinearWords":
        """What plain text says in the place of signs."""
        words: LinearWords = self._read("linear")
        return words

    @cached_property
    def notebook(self) -> "NotebookWords":
        """What is said of the reader's own marks and files."""
        words: NotebookWords = self._read("notebook")
        return words

    @cached_property
    def loading(self) -> "LoadingWords":
        """What is said while a large story is loading."""
        words: LoadingWords = self._read("loading")
        return words

    @cached_property
    def labs(self) -> "FrameWords":
        """What all labs say."""
        words: FrameWords = self._read("labs")
        return words

    @cached_property
    def compute(self) -> "ComputeWords":
        """What the compute lab says."""
        words: ComputeWords = self._read("compute")
        return words

    @cached_property
    def mla(self) -> "MlaWords":
        """What the MLA lab says."""
        words: MlaWords = self._read("mla")
        return words

    @cached_property
    def grpo(self) -> "GrpoWords":
        """What the GRPO lab says."""
        words: GrpoWords = self._read("grpo")
        return words


def words_in(language: str) -> Words:
    """The words in a language; English where the interface does not speak it."""
    return _words(language if language in LANGUAGES else FALLBACK)


@cache
def _words(language: str) -> Words:
    return Words(language)


@cache
def _keys(language: str, following: str) -> "KeyWords":
    words: KeyWords = subject(language, "keys")
    return words._replace(short={**words.short, "language": language_of(following).name})
