"""Choice of the interface language."""

from collections.abc import Mapping, Sequence

from deepseek_tui.i18n.languages import FALLBACK, LANGUAGES

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def interface_language(chosen: str | None, environment: Mapping[str, str], story_languages: Sequence[str] = ()) -> str:
    """Return the language of the interface.

    It is the first supported one of: the chosen language, the environment, the story's first language, English. The
    first environment variable that is set decides, as in POSIX; the locales C and POSIX name no language.
    """
    for language in (chosen, _environment_language(environment), *story_languages[:1]):
        if language in LANGUAGES:
            return str(language)
    return FALLBACK


def _environment_language(environment: Mapping[str, str]) -> str | None:
    locale = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    language = locale.partition(".")[0].partition("@")[0].partition("_")[0].partition("-")[0].lower()
    return None if language in ("", "c", "posix") else language
