"""Texts of the story that cited paragraphs of the article must support."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deepseek_tui.story.format.model import Evidence, Passage, Story
from deepseek_tui.story.format.vocabulary import Origin
from deepseek_tui.story.loading.diagnostics import KeyPath

Words = tuple[KeyPath, str, str]
"""The path of a text, its language (empty for all languages), and the text."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Texts of one story item, with the paragraphs that must support them."""

    texts: tuple[Words, ...]
    evidence: tuple[Evidence, ...]

    @property
    def paragraphs(self) -> frozenset[int]:
        """The numbers of the paragraphs that the statement cites."""
        return frozenset(place.paragraph for place in self.evidence)

    @property
    def cited(self) -> str:
        """The paragraphs that the text cites, written as "¶2, ¶5"."""
        return ", ".join(f"¶{number}" for number in sorted(self.paragraphs))

    @property
    def cited_sentences(self) -> str:
        """The sentences that the text cites, written as "¶2.1, ¶5.3"."""
        return sentences_text(self.evidence)


def sentences_text(evidence: Iterable[Evidence]) -> str:
    """Return the numbers of cited sentences for messages, such as "¶2.1, ¶5.3"."""
    places = sorted({(place.paragraph, place.sentence) for place in evidence})
    return ", ".join(f"¶{paragraph}.{sentence}" for paragraph, sentence in places)


def words_of(path: KeyPath, text: str | dict[str, str] | None) -> Iterator[Words]:
    """Yield a text of the story once for each of its languages."""
    if isinstance(text, str):
        yield path, "", text
    elif text is not None:
        for language, words in text.items():
            yield (*path, language), language, words


def statements(story: Story) -> Iterator[Statement]:
    """Yield the texts of each item that cites the article.

    They come from the summary, players, events, innovations, claims and figures.
    """
    for path, passage in passages(story):
        if passage.by is Origin.ARTICLE and passage.evidence:
            yield _statement(path, {"text": passage.text}, passage.evidence)
    for place, event in enumerate(story.events):
        texts = {"title": event.title, "body": event.body, "wording": event.wording}
        yield _statement(("events", place), texts, event.evidence)
    for place, claim in enumerate(story.claims):
        yield _statement(("claims", place), {"text": claim.text}, claim.evidence)
    for place, figure in enumerate(story.figures):
        texts = {"label": figure.label, "scope": figure.scope, "wording": figure.wording}
        yield _statement(("figures", place), texts, figure.evidence)


def passages(story: Story) -> Iterator[tuple[KeyPath, Passage]]:
    """Yield every passage of the summary and descriptions, with its path.

    Passages by the editor are included.
    """
    for place, passage in enumerate(story.summary):
        yield ("summary", place), passage
    for place, player in enumerate(story.players):
        for nth, passage in enumerate(player.about):
            yield ("players", place, "about", nth), passage
    for place, innovation in enumerate(story.innovations):
        for key in ("problem", "idea", "effect"):
            yield ("innovations", place, key), getattr(innovation, key)


def _statement(path: KeyPath, fields: dict[str, str | dict[str, str] | None], evidence: Iterable[Evidence]) -> Statement:
    texts = tuple(words for key, text in fields.items() for words in words_of((*path, key), text))
    return Statement(texts, tuple(evidence))
