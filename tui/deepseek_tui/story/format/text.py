"""Text: prose in one or several languages, made safe for a terminal."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

from deepseek_tui.story.format.escaping import harmless

__all__ = ["Language", "Text", "Words", "harmless", "languages_of", "say"]

Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$", description="A language by its ISO 639 code, such as fr or en.")]
Words = Annotated[str, Field(min_length=1)]
Text = TypeAliasType(
    "Text",
    Annotated[
        Words | Annotated[dict[Language, Words], Field(min_length=1)],
        Field(description="Prose: one string where every language writes it alike (a name), or one string per language."),
    ],
)
"""A named type alias, so that pydantic builds its validator once and not for each of sixty fields."""


def languages_of(text: str | dict[str, str]) -> tuple[str, ...]:
    """Return the languages of a text.

    There are none if the text is the same in all languages.
    """
    return () if isinstance(text, str) else tuple(text)


def say(text: str | dict[str, str], language: str) -> str:
    """Return a text in a language, safe for a terminal.

    Falls back to the first language of the text.
    """
    if isinstance(text, str):
        return harmless(text)
    words = text.get(language)
    return harmless(words if words is not None else next(iter(text.values())))
