"""Timeline pane: events in order, with the precision of their dates."""

from collections.abc import Sequence
from functools import cached_property

from deepseek_tui.i18n.panes import counted
from deepseek_tui.panes.blocks import (
    INTERFACE,
    Block,
    Bullet,
    Document,
    Field,
    Heading,
    Para,
    Role,
    Span,
    StripEvent,
    Support,
    TimelineStrip,
)
from deepseek_tui.panes.common_blocks import background, named, plain, repeated, section, side
from deepseek_tui.panes.pane import Pane, Row, Section
from deepseek_tui.panes.render_context import RenderContext, places
from deepseek_tui.story.analysis.chronology import EventGroup
from deepseek_tui.story.format.edtf import parse
from deepseek_tui.story.format.model import Event, Evidence, Note, Player
from deepseek_tui.story.format.vocabulary import Origin, Phase

DATED, PARTLY, UNDATED, PLANNED, CONTEXT = "●", "◐", "○", "◇", "┊"
"""The signs for dates at the start of a row; the second line of the row says the same in words."""


def sign(event: Event) -> str:
    """Return the sign for the date and the phase of an event.

    It is fully, partly or not dated, or planned.
    """
    if event.phase is Phase.PLANNED:
        return PLANNED
    if event.when is None:
        return UNDATED
    date = parse(event.when)
    return DATED if date.earliest is not None and date.earliest == date.latest else PARTLY


def _date_key(note: Note) -> tuple[bool, tuple[int, ...]]:
    """Return the sort key of a context note.

    It is the earliest day, or else the latest day. Notes without either come last.
    """
    date = parse(note.when or "")
    day = date.earliest or date.latest
    return (day is None, tuple(day or ()))


def date_of(reading: RenderContext, event: Event) -> str:
    """Return the date of an event in words.

    For an undated event, the words say that.
    """
    return reading.date(event.when) if event.when else reading.words.panes.undated


SHORT_STRIP_LIMIT, SHORT_STRIP_LENGTH = 200, 12
"""The most events that a short strip shows completely, and how many dated events it shows of more."""


def strip(reading: RenderContext, *, whole: bool = True) -> TimelineStrip:
    """Return the events as a timeline strip, in chronological order."""
    events, caption = reading.index.order, reading.words.panes.order_not_scale
    if not whole and len(events) > SHORT_STRIP_LIMIT:
        dated = [event for event in events if event.when]
        events, more = dated[:SHORT_STRIP_LENGTH], len(dated) - SHORT_STRIP_LENGTH
        if more > 0:
            caption = f"{counted(reading.words.panes.more_dated, more, reading.language)} {caption}"
    stops = (
        StripEvent(reading.say(event.title), date_of(reading, event), sign(event), reading.proof(event.evidence), event.id)
        for event in events
    )
    return TimelineStrip(tuple(stops), caption, whole)


def _group_rows(title: str, keys: Sequence[str]) -> list[tuple[str, str, str]]:
    """Return the rows of a group: a heading, then its items.

    A rail is drawn from each item to the next.
    """
    if not keys:
        return []
    rails = ["│"] * (len(keys) - 1) + [" "]
    return [("", title, ""), *((key, "", rail) for key, rail in zip(keys, rails, strict=True))]


class TimelinePane(Pane):
    """Pane of all events in chronological order, under headings.

    The dated context notes come after them.
    """

    section = Section.TIMELINE
    lines = 3

    def __init__(self, reading: RenderContext) -> None:
        self.reading = reading
        self.title = reading.words.panes.titles[self.section]
        self.order = reading.words.panes.timeline_order
        self.order_rule = reading.words.panes.timeline_rule

    @cached_property
    def events(self) -> dict[str, Event]:
        """The events by id, in chronological order."""
        return {event.id: event for event in self.reading.index.order}

    @cached_property
    def notes(self) -> dict[str, Note]:
        """The dated context notes by id, in date order.

        There are none if context is hidden.
        """
        dated = [note for note in self.reading.story.notes if note.when and self.reading.context]
        return {note.id: note for note in sorted(dated, key=_date_key)}

    @cached_property
    def _rows(self) -> list[tuple[str, str, str]]:
        """The id, heading and connecting line of each row of the timeline.

        A heading has no key, and an item no heading.
        """
        rows: list[tuple[str, str, str]] = []
        for group in self.reading.index.event_groups:
            rows += _group_rows(self._group_title(group), [event.id for event in group.events])
        return rows + _group_rows(self.reading.words.panes.dated_context, list(self.notes))

    def _group_title(self, group: EventGroup) -> str:
        words, phase = self.reading.words.panes, self.reading.word(group.phase)
        title = f"{phase[:1].upper()}{phase[1:]}"
        return title if group.dated else f"{title} · {words.date_not_given}"

    @cached_property
    def keys(self) -> list[str]:
        """The ids of the events, then those of the dated notes.

        The heading of a group has an empty id.
        """
        return [key for key, _, _ in self._rows]

    def row(self, number: int) -> Row:
        """Return an event, a context note or a heading as a row.

        An event has its date. A note is marked as context.
        """
        key, heading, rail = self._rows[number]
        if not key:
            return Row(heading)
        if key not in self.events:
            return self._note_row(key, rail)
        reading, event = self.reading, self.events[key]
        return Row(
            reading.say(event.title),
            lead=sign(event),
            rail=rail,
            second=f"{date_of(reading, event)} · {places(event.evidence)}",
        )

    def _note_row(self, key: str, rail: str) -> Row:
        note = self._note(key)
        words, when = self.reading.words.panes, self.reading.date(note.when or "")
        publishers = ", ".join(dict.fromkeys(self.reading.say(source.publisher) for source in note.sources))
        return Row(
            self.reading.say(note.text),
            lead=CONTEXT,
            rail=rail.replace("│", CONTEXT),
            second=" · ".join((when, words.note, self.reading.word(note.relation), publishers)),
        )

    def _note(self, key: str) -> Note:
        item = self.reading.index.items.get(key)
        if not isinstance(item, Note):
            raise KeyError(key)
        return item

    def _note_document(self, key: str) -> Document:
        """Return the page of a note: its text, sources and related items."""
        reading, note = self.reading, self._note(key)
        words = reading.words
        when = reading.date(note.when) if note.when else words.panes.undated
        main: tuple[Block, ...] = (
            Heading(reading.say(note.text), 1),
            Field(words.panes.kind, (Span(words.panes.notes, Role.STRONG),), of=INTERFACE),
            Field(words.panes.relation, plain(reading.word(note.relation)), of=INTERFACE),
            Field(words.panes.when, plain(when), Support(sources=note.sources)),
            *repeated(reading, words.evidence.touches, (Bullet(plain(reading.name(ref), ref)) for ref in note.on)),
        )
        return Document(key, reading.say(note.text), main, side(reading, key))

    def document(self, key: str) -> Document:
        """Return the page of an event: date, description and players.

        The previous and the next event are named too.
        """
        if key not in self.events:
            return self._note_document(key)
        reading, event = self.reading, self.events[key]
        words = reading.words.panes
        main: list[Block] = [
            Heading(reading.say(event.title), 1),
            Field(words.when, (Span(date_of(reading, event), Role.STRONG),), of="" if event.when else INTERFACE),
        ]
        if event.wording and reading.say(event.wording) != date_of(reading, event):
            main.append(Field(words.date_as_told, plain(reading.say(event.wording))))
        if not reading.own_words:
            main.append(Field(words.phase, plain(reading.word(event.phase)), of=INTERFACE))
        main.append(Para(plain(reading.say(event.body)), reading.proof(event.evidence)))
        main += background(reading, event.background)
        main += section(words.players, (self._player(ref) for ref in event.players))
        if event.after and not reading.own_words:
            main.append(Field(words.after, named(reading, event.after)))
        if event.before and not reading.own_words:
            main.append(Field(words.before, named(reading, event.before)))
        if (event.after or event.before) and event.ordered_by is Origin.EDITOR and not reading.own_words:
            main.append(Field(words.order, plain(words.ordered_by_editor), of=INTERFACE))
        return Document(key, reading.say(event.title), tuple(main), side(reading, key))

    def places(self, key: str) -> Sequence[Evidence]:
        """Return the sentences of the article that report the event."""
        return self.events[key].evidence if key in self.events else ()

    def _player(self, ref: str) -> Bullet:
        reading = self.reading
        player = reading.index.items.get(ref)
        role = (Span(f" — {reading.say(player.role)}", Role.MUTED),) if isinstance(player, Player) else ()
        return Bullet((Span(reading.name(ref), Role.PLAIN, ref), *role), of=ref)
