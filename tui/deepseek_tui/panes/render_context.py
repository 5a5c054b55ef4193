"""Story, language and display options with which panes are rendered."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from deepseek_tui.i18n.catalogue import Words, words_in
from deepseek_tui.i18n.dates import word as date_words
from deepseek_tui.i18n.vocabulary import word
from deepseek_tui.panes.annotations import NO_ANNOTATIONS, Annotations
from deepseek_tui.panes.blocks import NOTHING, Citing, Support
from deepseek_tui.story.analysis.index import Index, Item
from deepseek_tui.story.format.model import (
    Claim,
    Event,
    Evidence,
    Figure,
    Innovation,
    Link,
    Note,
    Passage,
    Player,
    Question,
    Source,
    Story,
    Term,
    Topic,
)
from deepseek_tui.story.format.text import say
from deepseek_tui.story.format.vocabulary import Origin, Vocabulary

if TYPE_CHECKING:
    from deepseek_tui.article.embedded_text import EmbeddedText
    from deepseek_tui.article.local_copy import LocalCopy


@dataclass(frozen=True)
class RenderContext:
    """Story, language and display options with which a pane is rendered."""

    index: Index
    language: str
    context: bool = True
    local_copy: "LocalCopy | None" = None
    """The reader's own copy of the article, if there is one."""
    mine: Annotations = NO_ANNOTATIONS
    """The reader's annotations."""
    own_words: bool = False
    """Whether pages have only their own words, for the search: no interface words, other items or cited places."""

    @classmethod
    def of(
        cls,
        story: Story,
        language: str,
        *,
        context: bool = True,
        local_copy: "LocalCopy | None" = None,
        mine: Annotations = NO_ANNOTATIONS,
    ) -> "RenderContext":
        """Return the render context of a story."""
        return cls(Index(story), language, context, local_copy, mine)

    @property
    def story(self) -> Story:
        """The story that the panes show."""
        return self.index.story

    @cached_property
    def embedded(self) -> "EmbeddedText | None":
        """The text of the article in the story file, or None."""
        if not any(paragraph.text for paragraph in self.story.article.paragraphs):
            return None
        from deepseek_tui.article.embedded_text import EmbeddedText

        return EmbeddedText(self.story.article)

    @property
    def article_text(self) -> "LocalCopy | EmbeddedText | None":
        """The text of the article from which passages are taken.

        It is a recognised copy of the reader, else the text in the story.
        """
        copy = self.local_copy
        return copy if copy is not None and copy.is_recognised else self.embedded

    @property
    def words(self) -> Words:
        """The texts of the interface in the chosen language."""
        return words_in(self.language)

    def say(self, text: str | dict[str, str] | None) -> str:
        """Return a text of the story in the chosen language.

        For None, it is empty.
        """
        return "" if text is None else say(text, self.language)

    def word(self, member: Vocabulary) -> str:
        """Return the word for a fixed value, in the chosen language."""
        return word(member, self.language)

    def date(self, edtf: str) -> str:
        """Return a date in words, exactly as precise as in the story."""
        return date_words(edtf, self.language)

    def speaker(self, ref: str) -> str:
        """Return the name of a source of the story."""
        item = self.index.items.get(ref)
        return self.say(item.name) if isinstance(item, Source) else ref

    def name(self, ref: str) -> str:
        """Return the name of an item in one line."""
        name = self._names.get(ref)
        if name is None:
            item = self.index.items.get(ref)
            name = self._names[ref] = ref if item is None else self.title(item)
        return name

    @cached_property
    def _names(self) -> dict[str, str]:
        """The names of items that were asked for before.

        Those of players and speakers recur in many pages.
        """
        return {}

    def title(self, item: Item) -> str:
        """Return the name, title, question or text of an item.

        It is one line.
        """
        match item:
            case Source() | Topic() | Player() | Innovation():
                return self.say(item.name)
            case Event():
                return self.say(item.title)
            case Question():
                return self.say(item.question)
            case Claim() | Note():
                return self.say(item.text)
            case Figure():
                return self.say(item.label)
            case Term():
                return self.say(item.word)
            case Link():
                return f"{self.name(item.from_)} → {self.name(item.to)}"

    def proof(self, places: Iterable[Evidence]) -> Support:
        """Return evidence with the speaker of each cited sentence.

        Each cited sentence has its speaker.
        """
        if self.own_words:
            return NOTHING
        return Support(tuple(Citing(place.paragraph, place.sentence, self.index.speaker_of(place)) for place in places))

    def claim_proof(self, claim: Claim) -> Support:
        """Return the evidence of a claim, with speaker and status."""
        if self.own_words:
            return NOTHING
        return Support(
            tuple(Citing(place.paragraph, place.sentence, claim.speaker, claim.status.value) for place in claim.evidence)
        )

    def passage_proof(self, passage: Passage) -> Support:
        """Return the evidence of a passage.

        Outside sources are included if context is shown.
        """
        # The article only mentions the topic of such a passage, so no sentence is cited as evidence.
        outside = passage.by is Origin.EDITOR and passage.sources
        return Support(() if outside else self.proof(passage.evidence).cites, passage.sources if self.context else ())


def places(cites: Iterable[Citing | Evidence]) -> str:
    """Return cited sentences as numbers, such as ¶4.1, ¶6.2."""
    return ", ".join(dict.fromkeys(f"¶{cite.paragraph}.{cite.sentence}" for cite in cites))
