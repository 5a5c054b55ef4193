"""Statements: what a story says on the article's authority, with the paragraphs that it cites for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deepseek_tui.story.format.model import Evidence, Passage, Story
from deepseek_tui.story.format.vocabulary import Asker
from deepseek_tui.story.loading.diagnostics import KeyPath

Words = tuple[KeyPath, str, str]
"""A path, its language (empty where every language writes it alike), and what is written there."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Some texts of one item that the article must bear out, and where it is said to."""

    texts: tuple[Words, ...]
    evidence: tuple[Evidence, ...]

    @property
    def paragraphs(self) -> frozenset[int]:
        """The paragraphs cited."""
        return frozenset(place.paragraph for place in self.evidence)

    @property
    def cited(self) -> str:
        """The paragraphs cited, as a message names them."""
        return ", ".join(f"¶{number}" for number in sorted(self.paragraphs))


def words_of(path: KeyPath, text: str | dict[str, str] | None) -> Iterator[Words]:
    """What a text says, in every language."""
    if isinstance(text, str):
        yield path, "", text
    elif text is not None:
        for language, words in text.items():
            yield (*path, language), language, words


def statements(story: Story) -> Iterator[Statement]:
    """Every statement of a story that cites the article: summary, players, events, innovations, claims, figures."""
    for path, passage in passages(story):
        if passage.by is Asker.ARTICLE and passage.evidence:
            yield _statement(path, {"text": passage.text}, passage.evidence)
    for place, event in enumerate(story.events):
        told = {"title": event.title, "body": event.body, "wording": event.wording}
        yield _statement(("events", place), told, event.evidence)
    for place, claim in enumerate(story.claims):
        yield _statement(("claims", place), {"text": claim.text}, claim.evidence)
    for place, figure in enumerate(story.figures):
        told = {"label": figure.label, "scope": figure.scope, "wording": figure.wording}
        yield _statement(("figures", place), told, figure.evidence)


def passages(story: Story) -> Iterator[tuple[KeyPath, Passage]]:
    """Every passage of a story, the editor's as well, with its path."""
    for place, passage in enumerate(story.summary):
        yield ("summary", place), passage
    for place, player in enumerate(story.players):
        for nth, passage in enumerate(player.about):
            yield ("players", place, "about", nth), passage
    for place, innovation in enumerate(story.innovations):
        for key in ("problem", "idea", "effect"):
            yield ("innovations", place, key), getattr(innovation, key)


def _statement(path: KeyPath, told: dict[str, str | dict[str, str] | None], evidence: Iterable[Evidence]) -> Statement:
    texts = tuple(words for key, text in told.items() for words in words_of((*path, key), text))
    return Statement(texts, tuple(evidence))
