"""The registry of interface languages and the packages that contain their texts.

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
    """The singular and plural words for powers of ten, by exponent: 9 and 6."""
    scale_link: str
    """The text between such a word and a unit."""
    percent: str
    """The pattern of a percentage."""
    quotes: tuple[str, str]
    """The marks before and after a quotation."""


def language_of(code: str) -> Language:
    """Return the rules of a language, or of English if the language is not supported."""
    found: Language = _package(_path(code)).LANGUAGE
    return found


def subject(code: str, name: str) -> Any:
    """Return one group of interface texts in a language, or in English if it is not supported."""
    return _subject(_path(code), name)


def after(code: str) -> str:
    """Return the language after the given one, or the first language after the last."""
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
