"""A reading: one story, in one language, with or without its context."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from deepseek_tui.i18n.catalogue import Words, words_in
from deepseek_tui.i18n.dates import word as date_words
from deepseek_tui.i18n.vocabulary import word
from deepseek_tui.panes.annotations import NOTHING_MINE, Annotations
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
from deepseek_tui.story.format.vocabulary import Asker, Vocabulary

if TYPE_CHECKING:
    from deepseek_tui.article.local_copy import LocalCopy


@dataclass(frozen=True)
class RenderContext:
    """What a pane needs to speak: the story's index, the language, and whether context is shown."""

    index: Index
    language: str
    context: bool = True
    reprint: "LocalCopy | None" = None
    """The reader's own copy of the article, if there is one."""
    mine: Annotations = NOTHING_MINE
    """What the reader has marked, and written on it."""
    own_words: bool = False
    """Documents leave out what a search does not look through: words of the interface or of other items, and places."""

    @classmethod
    def of(
        cls,
        story: Story,
        language: str,
        *,
        context: bool = True,
        reprint: "LocalCopy | None" = None,
        mine: Annotations = NOTHING_MINE,
    ) -> "RenderContext":
        """A reading of a story."""
        return cls(Index(story), language, context, reprint, mine)

    @property
    def story(self) -> Story:
        """The story that is read."""
        return self.index.story

    @property
    def words(self) -> Words:
        """The interface's words in the language of the reading."""
        return words_in(self.language)

    def say(self, text: str | dict[str, str] | None) -> str:
        """A text of the story in the language of the reading; nothing for nothing."""
        return "" if text is None else say(text, self.language)

    def word(self, member: Vocabulary) -> str:
        """The reader's word for a member of a vocabulary."""
        return word(member, self.language)

    def date(self, edtf: str) -> str:
        """A date in words, as precise as it is and no more."""
        return date_words(edtf, self.language)

    def speaker(self, ref: str) -> str:
        """The name of a source of the story."""
        item = self.index.items.get(ref)
        return self.say(item.name) if isinstance(item, Source) else ref

    def name(self, ref: str) -> str:
        """What an item of the story is called, in one line."""
        name = self._names.get(ref)
        if name is None:
            item = self.index.items.get(ref)
            name = self._names[ref] = ref if item is None else self.title(item)
        return name

    @cached_property
    def _names(self) -> dict[str, str]:
        """The names that were asked for: those of players and speakers stand in many documents."""
        return {}

    def title(self, item: Item) -> str:
        """The one line that stands for an item: its name, its title, its question, its statement."""
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
        """What evidence rests on, each place with who says it there."""
        if self.own_words:
            return NOTHING
        return Support(tuple(Citing(place.paragraph, place.sentence, self.index.speaker_of(place)) for place in places))

    def claim_proof(self, claim: Claim) -> Support:
        """What a claim rests on: its places, its speaker, its status."""
        if self.own_words:
            return NOTHING
        return Support(
            tuple(Citing(place.paragraph, place.sentence, claim.speaker, claim.status.value) for place in claim.evidence)
        )

    def passage_proof(self, passage: Passage) -> Support:
        """What a passage rests on: places in the article, and sources outside it where context is shown."""
        outside = passage.by is Asker.EDITOR and passage.sources  # the article names the matter, and explains nothing of it
        return Support(() if outside else self.proof(passage.evidence).cites, passage.sources if self.context else ())


def places(cites: Iterable[Citing | Evidence]) -> str:
    """Where in the article, as an editor writes it: ¶4.1, ¶6.2."""
    return ", ".join(dict.fromkeys(f"¶{cite.paragraph}.{cite.sentence}" for cite in cites))
