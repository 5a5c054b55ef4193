"""The languages of the interface: their codes, and where the words and formats of each one are.

A language is one line here and one package: its `__init__` holds a `Language`, and one module a subject holds the words.
The language of the interface and that of a story are two things: where a story lacks one, its own is shown.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

LANGUAGES = {
    "fr": "deepseek_tui.i18n.fr",
    "en": "deepseek_tui.i18n.en",
}
"""The package of each language, by its ISO 639 code, in the order in which the key for the language goes through them."""
FALLBACK = "en"
"""The language of the interface where none that it has words for is asked for."""


class Language(NamedTuple):
    """How a language counts, writes numbers, and quotes."""

    name: str
    """What the language calls itself."""
    singular: Callable[[float], bool]
    """Whether a number takes the singular."""
    group: str
    """Between groups of three digits."""
    point: str
    """Between the whole number and its decimals."""
    scales: dict[int, tuple[str, str]]
    """The words, singular and plural, for powers of ten that are written out: those of 9 and 6."""
    scale_link: str
    """Between such a word and a unit."""
    percent: str
    """A number of per cent."""
    quotes: tuple[str, str]
    """The marks before and after a quotation."""


def language_of(code: str) -> Language:
    """Return how a language writes; the fallback's ways for a language that the interface does not speak."""
    found: Language = _package(_path(code)).LANGUAGE
    return found


def subject(code: str, name: str) -> Any:
    """Return the words of one subject in a language; those of the fallback where the interface does not speak it."""
    return _subject(_path(code), name)


def after(code: str) -> str:
    """Return the language that follows one, and the first after the last."""
    codes = list(LANGUAGES)
    return codes[(codes.index(code) + 1) % len(codes)] if code in codes else codes[0]


def _path(code: str) -> str:
    return LANGUAGES.get(code, LANGUAGES[FALLBACK])


@cache
def _package(path: str) -> Any:
    return import_module(path)


@cache
def _subject(path: str, name: str) -> Any:
    return import_module(f"{path}.{name}").WORDS
