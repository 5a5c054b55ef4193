"""Operations that confirm the guesses of a program."""

from dataclasses import dataclass

from deepseek_tui.editing.errors import EditError
from deepseek_tui.editing.guesses import find_guesses
from deepseek_tui.editing.operation import StoryView
from deepseek_tui.editing.steps import Remove, Step, StoryDocument, value_at
from deepseek_tui.editing.targets import Target
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.loading.diagnostics import KeyPath

GUESS_KEYS = ("draft", "guess")
"""The keys that mark an object as a guess and give the reason."""


@dataclass(frozen=True, slots=True)
class Confirm:
    """Confirm one or several guesses."""

    targets: tuple[Target, ...]

    def steps(self, story: StoryView) -> tuple[Step, ...]:
        """Remove the marks of the guesses. Raises EditError for an object that is no unconfirmed guess."""
        paths = [target.path(story.document) for target in self.targets]
        for path in paths:
            if value_at(story.document, path).get("draft") is not True:
                raise EditError.of(Message("is no unconfirmed guess"), path=path)
        return _confirmed(story.document, paths)


@dataclass(frozen=True, slots=True)
class ConfirmAll:
    """Confirm all guesses of a kind, such as "events".

    The kind "story" is the story itself: its title and identity.
    """

    kind: str

    def steps(self, story: StoryView) -> tuple[Step, ...]:
        """Remove the marks of all guesses of the kind."""
        found = [guess.path for guess in find_guesses(story.document) if guess.kind == self.kind]
        return _confirmed(story.document, found)


def _confirmed(document: StoryDocument, paths: list[KeyPath]) -> tuple[Step, ...]:
    unique = dict.fromkeys(paths)
    return tuple(Remove((*path, key)) for path in unique for key in GUESS_KEYS if key in value_at(document, path))
