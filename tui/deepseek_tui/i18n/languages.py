"""Registry of interface languages and the packages that contain their texts.

A language is one line here and one package. The package's `__init__` holds a `Language`, and each of its other modules
the words of one subject.
The language of the interface and that of a story are independent: a story that lacks the language of the interface is
shown in its own.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

LANGUAGES = {
    "fr": "deepseek_tui.i18n.fr",
    "en": "deepseek_tui.i18n.en",
}
"""The package of each language by its ISO 639 code, in the order of the language key."""
FALLBACK = "en"
"""The interface language used when the requested one is not supported."""


class Language(NamedTuple):
    """The rules of a language for plurals, numbers and quotation marks."""

    name: str
    """The language's name for itself."""
    singular: Callable[[float], bool]
    """A function that returns whether a number takes the singular."""
    group: str
    """The separator of groups of three digits."""
    point: str
    """The decimal separator."""
    scales: dict[int, tuple[str, str]]
    """The singular and plural words for a billion and a million, by exponent: 9 and 6."""
    scale_link: str
    """The text between the word for a power of ten and a unit."""
    percent: str
    """The pattern by which a percentage is written."""
    quotes: tuple[str, str]
    """The marks before and after a quotation."""


def language_of(code: str) -> Language:
    """Return the rules of a language, or else those of English.

    English is used if the language is not supported.
    """
    found: Language = _package(_path(code)).LANGUAGE
    return found


def subject(code: str, name: str) -> Any:
    """Return one group of interface texts in a language.

    They are in English if the language is not supported.
    """
    return _subject(_path(code), name)


def after(code: str) -> str:
    """Return the language after the given one, or else the first."""
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
