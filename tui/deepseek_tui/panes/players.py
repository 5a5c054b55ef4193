"""Players pane: people, organisations, products and places, by kind."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from deepseek_tui.i18n.panes import counted
from deepseek_tui.i18n.vocabulary import plural
from deepseek_tui.panes.blocks import INTERFACE, Block, Bullet, Document, Field, Heading, Quotation
from deepseek_tui.panes.common_blocks import interest, named, passage, plain, repeated, section, side
from deepseek_tui.panes.pane import Pane, Row, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Claim, Event, Evidence, Player, Quote, Source
from deepseek_tui.story.format.vocabulary import PlayerKind


def quotation(reading: RenderContext, claim: Claim, quote: Quote) -> Quotation:
    """Return a claim's quotation as a text block.

    It is translated if it is in another language.
    """
    translation = "" if quote.language == reading.language else quote.translation.get(reading.language, "")
    return Quotation(
        reading.say(quote.text),
        quote.language,
        reading.speaker(claim.speaker),
        reading.say(translation),
        reading.claim_proof(claim),
    )


class PlayersPane(Pane):
    """Pane of the people, organisations, products and places in the story."""

    section = Section.PLAYERS

    def __init__(self, reading: RenderContext) -> None:
        self.reading = reading
        self.title = reading.words.panes.titles[self.section]

    @cached_property
    def players(self) -> dict[str, Player]:
        """The players of the story, by id."""
        return {player.id: player for player in self.reading.story.players}

    @cached_property
    def _rows(self) -> list[Player | PlayerKind]:
        rows: list[Player | PlayerKind] = []
        for kind in PlayerKind:
            found = [player for player in self.reading.story.players if player.kind is kind]
            # The most mentioned players come first; the sort keeps the order of equal ones.
            found.sort(key=lambda player: -len(player.evidence))
            rows += [kind, *found] if found else []
        return rows

    @cached_property
    def keys(self) -> list[str]:
        """The ids of the players, with a heading before each kind."""
        return [row.id if isinstance(row, Player) else "" for row in self._rows]

    def row(self, number: int) -> Row:
        """Return a player as a row: name, role and number of mentions."""
        row = self._rows[number]
        if isinstance(row, PlayerKind):
            return Row(plural(row, self.reading.language))
        return Row(self.reading.say(row.name), second=self.reading.say(row.role), tail=f"×{len(row.evidence)}")

    def document(self, key: str) -> Document:
        """Return the page of a player: role, claims, quotations and related players."""
        reading, player = self.reading, self.players[key]
        words = reading.words.panes
        main: list[Block] = [
            Heading(reading.say(player.name), 1),
            Field(words.kind, plain(reading.word(player.kind)), of=INTERFACE),
            Field(words.role, plain(reading.say(player.role))),
        ]
        for source in self._voices(key):
            main += interest(reading, source)
        main += section(words.about, (block for said in player.about for block in passage(reading, said)))
        main += section(words.quotes, (quotation(reading, claim, quote) for claim, quote in self._quotes(key)))
        main += repeated(
            reading, words.events, (Bullet(plain(reading.say(event.title), event.id)) for event in self._events(key))
        )
        if not reading.own_words:
            main += self._company(key)
        return Document(
            key,
            reading.say(player.name),
            tuple(main),
            side(reading, key),
        )

    def _company(self, key: str) -> Iterator[Field]:
        """Yield fields on the players who act together with a player.

        The last field is the number of mentions.
        """
        reading, evidence = self.reading, self.players[key].evidence
        words = reading.words.panes
        company = Counter(ref for event in self._events(key) for ref in event.players if ref != key)
        if company:
            yield Field(words.acts_with, named(reading, (ref for ref, _ in company.most_common(8))))
        count = counted(words.appears, len(evidence), reading.language)
        yield Field(words.appears_in, plain(count), reading.proof(evidence), INTERFACE)

    def places(self, key: str) -> Sequence[Evidence]:
        """Return every sentence of the article that names the player."""
        return self.players[key].evidence

    def _voices(self, key: str) -> Iterator[Source]:
        return (source for source in self.reading.story.sources if source.player == key)

    def _quotes(self, key: str) -> Iterator[tuple[Claim, Quote]]:
        for source in self._voices(key):
            yield from ((claim, claim.quote) for claim in self.reading.index.claims_by.get(source.id, ()) if claim.quote)

    def _events(self, key: str) -> list[Event]:
        return self.reading.index.events_of.get(key, [])
