"""Language of messages and help on the command line.

It is that of --lang, else of the settings, else of the environment.
"""

import argparse
import os
from collections.abc import Sequence

from deepseek_tui.i18n.languages import FALLBACK, LANGUAGES
from deepseek_tui.i18n.messages import translated
from deepseek_tui.story.format.messages import Message
from deepseek_tui.user_data.interface_language import interface_language

OPTION = "--lang"
ARTICLE_LANGUAGE_COMMANDS = ("new",)
"""Commands whose `--lang` names the language of the article."""

_language = FALLBACK


def set_message_language(language: str) -> None:
    """Set the language of messages, including those of argparse."""
    global _language  # noqa: PLW0603 - like a locale, it belongs to the process
    _language = language
    # argparse calls these two functions to translate messages. The English %-format strings serve as message ids.
    vars(argparse)["_"] = _translate_argparse
    vars(argparse)["ngettext"] = lambda one, several, count: _translate_argparse(one if count == 1 else several)


def message_language() -> str:
    """Return the current language of messages."""
    return _language


def translate(words: str) -> str:
    """Return a message in the current language.

    Plain strings stay unchanged.
    """
    return translated(words, _language)


def requested_language(words: Sequence[str]) -> str:
    """Return the language that a command line asks for.

    It is that of --lang, else of the settings, else of the environment.
    """
    from deepseek_tui.user_data.paths import settings_file
    from deepseek_tui.user_data.settings import language_in

    chosen = None if words[:1] and words[0] in ARTICLE_LANGUAGE_COMMANDS else _language_option(words)
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
