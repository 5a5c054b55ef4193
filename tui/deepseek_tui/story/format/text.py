"""Text: a story's prose, one string for every language or one per language, and how it is said safely."""

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
"""With a name of its own, so that pydantic makes what validates it once and not for each of sixty fields."""


def languages_of(text: str | dict[str, str]) -> tuple[str, ...]:
    """The languages a text is written in; none for a text that every language writes alike."""
    return () if isinstance(text, str) else tuple(text)


def say(text: str | dict[str, str], language: str) -> str:
    """What the text says in a language, harmless to a terminal; in its first language where it lacks this one."""
    if isinstance(text, str):
        return harmless(text)
    words = text.get(language)
    return harmless(words if words is not None else next(iter(text.values())))
