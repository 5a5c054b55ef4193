"""The language that the command line speaks: what is asked for, else the settings', else the environment's."""

import argparse
import os
from collections.abc import Sequence

from deepseek_tui.i18n.languages import FALLBACK, LANGUAGES
from deepseek_tui.i18n.messages import translated
from deepseek_tui.story.format.messages import Message
from deepseek_tui.user_data.interface_language import interface_language

OPTION = "--lang"
OPTION_OF_THE_ARTICLE = ("new",)
"""Commands whose option of this name is not about the interface."""

_language = FALLBACK


def set_message_language(language: str) -> None:
    """Speak a language from here on, argparse's own words included."""
    global _language  # noqa: PLW0603 - as a locale, it is the process's
    _language = language
    # argparse looks these two up in its module; its sentences have the holes of the % operator, and are their own ids.
    vars(argparse)["_"] = _translate_argparse
    vars(argparse)["ngettext"] = lambda one, several, count: _translate_argparse(one if count == 1 else several)


def message_language() -> str:
    """Return the language of the command line."""
    return _language


def translate(words: str) -> str:
    """Return a message in the language of the command line; other words as they are."""
    return translated(words, _language)


def requested_language(words: Sequence[str]) -> str:
    """Return the language that a command line asks for, else the one of the settings or the environment."""
    from deepseek_tui.user_data.paths import settings_file
    from deepseek_tui.user_data.settings import language_in

    chosen = None if words[:1] and words[0] in OPTION_OF_THE_ARTICLE else _language_option(words)
    return interface_language(chosen if chosen in LANGUAGES else language_in(settings_file()), os.environ)


def _language_option(words: Sequence[str]) -> str | None:
    for place, word in enumerate(words):
        if word == "--":
            break
        if word == OPTION:
            return words[place + 1] if place + 1 < len(words) else None
        if word.startswith(f"{OPTION}="):
            return word.removeprefix(f"{OPTION}=")
    return None


def _translate_argparse(text: str) -> str:
    return translate(Message(text))
