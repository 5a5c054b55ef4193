"""The Timeline: events in order, each with how precisely its date is known."""

from functools import cached_property

from deepseek_tui.panes.blocks import Block, Bullet, Document, Field, Heading, Para, Role, Span, Stop, Strip
from deepseek_tui.panes.pane import Pane, Row, Section
from deepseek_tui.panes.parts import evidence, named, plain, section, side
from deepseek_tui.panes.reading import Reading, places
from deepseek_tui.story.edtf import parse
from deepseek_tui.story.model import Event
from deepseek_tui.story.order import ordered
from deepseek_tui.story.vocabulary import Phase

DATED, PARTLY, UNDATED, PLANNED = "●", "◐", "○", "◇"
"""The signs on the rail; the row's second line says the same in words."""


def sign(event: Event) -> str:
    """How an event's place in time is known: a whole date, a part of one, none; or that it is yet to come."""
    if event.phase is Phase.PLANNED:
        return PLANNED
    if event.when is None:
        return UNDATED
    date = parse(event.when)
    return DATED if date.earliest is not None and date.earliest == date.latest else PARTLY


def date_of(reading: Reading, event: Event) -> str:
    """When an event took place, in words; "no date" is said, never left to be guessed."""
    return reading.date(event.when) if event.when else reading.words.panes.undated


def strip(reading: Reading, *, whole: bool = True) -> Strip:
    """The timeline as one strip, in order."""
    stops = (
        Stop(reading.say(event.title), date_of(reading, event), sign(event), reading.proof(event.evidence), event.id)
        for event in ordered(reading.story.events)
    )
    return Strip(tuple(stops), reading.words.panes.order_not_scale, whole)


class Timeline(Pane):
    """What happened when; the axis is order, since a story rarely dates everything."""

    section = Section.TIMELINE
    lines = 3

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.title = reading.words.panes.titles[self.section]

    @cached_property
    def events(self) -> dict[str, Event]:
        """The events by id, in order."""
        return {event.id: event for event in ordered(self.reading.story.events)}

    @cached_property
    def keys(self) -> list[str]:
        """The ids of the events, in order."""
        return list(self.events)

    def row(self, number: int) -> Row:
        """The event's title on the rail, and its date in words."""
        reading, event = self.reading, self.events[self.keys[number]]
        return Row(
            reading.say(event.title),
            lead=sign(event),
            rail="│" if number + 1 < len(self.keys) else " ",
            second=f"{date_of(reading, event)} · {places(event.evidence)}",
        )

    def document(self, key: str) -> Document:
        """When, what, who with, and what comes before and after."""
        reading, event = self.reading, self.events[key]
        words = reading.words.panes
        main: list[Block] = [
            Heading(reading.say(event.title), 1),
            Field(words.when, (Span(date_of(reading, event), Role.STRONG),)),
        ]
        if event.wording:
            main.append(Field(words.date_as_told, plain(reading.say(event.wording))))
        main += [
            Field(words.phase, plain(reading.word(event.phase))),
            Para(plain(reading.say(event.body)), reading.proof(event.evidence)),
        ]
        main += section(words.players, (self._player(ref) for ref in event.players))
        if event.after:
            main.append(Field(words.after, named(reading, event.after)))
        if event.before:
            main.append(Field(words.before, named(reading, event.before)))
        return Document(key, reading.say(event.title), tuple(main), side(reading, key))

    def evidence(self, key: str) -> tuple[Block, ...]:
        """What the sentences say that tell it."""
        return evidence(self.reading, self.events[key].evidence)

    def _player(self, ref: str) -> Bullet:
        reading = self.reading
        player = next((player for player in reading.story.players if player.id == ref), None)
        role = (Span(f" — {reading.say(player.role)}", Role.MUTED),) if player else ()
        return Bullet((Span(reading.name(ref), Role.PLAIN, ref), *role))
