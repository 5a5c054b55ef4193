"""Changes between two editions of a story, in words and as rows."""

from collections.abc import Sequence
from typing import Any

from deepseek_tui.i18n.numbers import number
from deepseek_tui.i18n.panes import counted
from deepseek_tui.panes.catalogue import shown_at
from deepseek_tui.panes.overview import PREFIX
from deepseek_tui.panes.pane import Row
from deepseek_tui.panes.render_context import RenderContext, places
from deepseek_tui.story.analysis.diff import Change, ChangeKind, Changes, FieldChange, ItemChange, counts
from deepseek_tui.story.format.model import Evidence, Passage
from deepseek_tui.story.format.vocabulary import Vocabulary

SHORT = 60
"""The maximum length, in characters, of a value shown in a row.

For a longer value, the row only names the field.
"""

_DATES = ("when", "date", "published")
_REFS = ("speaker", "topic", "player", "from", "to")
_PART_BLOCKS = {"title": "glance", "identity": "glance", "summary": "glance"}


def visible_changes(changes: Changes, reading: RenderContext) -> tuple[Change, ...]:
    """Return the changes between two editions, except those of hidden notes."""
    if reading.context:
        return changes.all
    hidden = {note.id for story in (changes.old, changes.new) for note in story.notes}
    hidden |= {link.id for story in (changes.old, changes.new) for link in story.links if {link.from_, link.to} & hidden}
    return tuple(change for change in changes if change.id not in hidden)


def summary(changes: Changes, reading: RenderContext, most: int | None = None) -> str:
    """Return a summary of the changes between two editions in words.

    Example: 2 events added, 1 status changed. Of more than `most` kinds, only the total is given.
    """
    words, language = reading.words.changes, reading.language
    visible = visible_changes(changes, reading)
    found = counts(visible)
    parts: list[str] = []
    for change_kind in ChangeKind:
        by_noun = {kind: count for (other, kind), count in found.items() if other is change_kind and kind in words.nouns}
        if change_kind is ChangeKind.STATUS:
            parts += [counted(words.standing, sum(by_noun.values()), language)] if by_noun else []
            continue
        for kind, count in by_noun.items():
            participle = words.manners[change_kind.value][kind in words.feminine]
            noun = words.nouns[kind]
            parts.append(counted((f"{{}} {noun[0]} {participle[0]}", f"{{}} {noun[1]} {participle[1]}"), count, language))
    parts += [words.parts[kind] for kind in dict.fromkeys(kind for _, kind in found if kind in words.parts)]
    if most is not None and len(parts) > most:
        return counted(words.total, len(visible), language)
    return ", ".join(parts) or words.none


class ChangeRows:
    """Changes between two editions as rows of a list.

    Their keys are numbers.
    """

    lines = 2

    def __init__(self, changes: Changes, reading: RenderContext) -> None:
        self.changes = visible_changes(changes, reading)
        self.reading = reading
        """The display options for the new edition."""
        self._old = RenderContext.of(changes.old, reading.language, context=reading.context)
        self.keys: Sequence[str] = [str(number) for number in range(len(self.changes))]

    def row(self, number: int) -> Row:
        """Return a change as a row: title, kind and changed fields."""
        change = self.changes[number]
        return Row(self.title(change), second=" · ".join((self.change_kind(change), *self.details(change))))

    def whole(self, number: int) -> str:
        """Return the full text of a change, with old and new values."""
        change, words = self.changes[number], self.reading.words
        parts = [self.title(change), self.change_kind(change)]
        for field in change.fields:
            parts.append(words.changes.fields.get(field.name, field.name))
            old, new = self._values(field)
            if old is not None and new is not None and old != new:
                parts += [
                    words.panes.labelled.format(words.changes.before, old),
                    words.panes.labelled.format(words.changes.now, new),
                ]
        return "\n".join(parts)

    def says_all(self, number: int) -> bool:
        """Return whether a row shows every old and new value completely."""
        return not any(self._is_long(*self._values(field)) for field in self.changes[number].fields)

    def target(self, number: int) -> str:
        """Return the id or key of the changed item.

        It is empty if the item was removed.
        """
        change = self.changes[number]
        if change.action is ItemChange.REMOVED:
            return ""
        if not change.id:
            return PREFIX + _PART_BLOCKS.get(change.part, "edition")
        place = shown_at(change.id, self.reading)
        return place[1] if place else ""

    def title(self, change: Change) -> str:
        """Return the title of the changed item or part of the story.

        A removed item has its title from the old edition.
        """
        if not change.id:
            return self.reading.words.changes.part_titles[change.part]
        return (self._old if change.action is ItemChange.REMOVED else self.reading).name(change.id)

    def change_kind(self, change: Change) -> str:
        """Return the kind of a change in words, such as "event added"."""
        words = self.reading.words.changes
        if not change.id:
            return words.part_changed[change.part]
        change_kind = ChangeKind.CHANGED if change.kind is ChangeKind.STATUS else change.kind
        participle = words.manners[change_kind.value][change.part in words.feminine][0]
        return f"{words.nouns[change.part][0]} {participle}"

    def details(self, change: Change) -> list[str]:
        """Return the names of the changed fields.

        Old and new values are included if they are short.
        """
        return [self._field(field) for field in change.fields]

    def _field(self, field: FieldChange) -> str:
        words = self.reading.words
        label = words.changes.fields.get(field.name, field.name)
        old, new = self._values(field)
        if old is None or new is None or old == new or self._is_long(old, new):
            return label
        return words.panes.labelled.format(label, f"{old} → {new}")

    def _values(self, field: FieldChange) -> tuple[str | None, str | None]:
        return self._value(field.name, field.old, self._old), self._value(field.name, field.new, self.reading)

    @staticmethod
    def _is_long(old: str | None, new: str | None) -> bool:
        return old is not None and new is not None and old != new and max(len(old), len(new)) > SHORT

    def _value(self, name: str, value: Any, reading: RenderContext) -> str | None:
        """Return a field's value in words.

        The result is None if the value has no short form.
        """
        match value:
            case None | ():
                return reading.words.panes.none
            case Vocabulary():
                return reading.word(value)
            case bool() | Passage():
                return None
            case int() | float():
                return number(value, reading.language)
            case str() if name in _DATES and value != "unknown":
                return reading.date(value)
            case str() if name in _REFS:
                return reading.name(value)
            case str() | dict():
                return reading.say(value)
            case tuple() if all(isinstance(place, Evidence) for place in value):
                return places(value)
            case tuple() if all(isinstance(ref, str) for ref in value):
                if not reading.context and any(reading.index.list_of.get(ref) == "notes" for ref in value):
                    return None
                return ", ".join(map(reading.name, value))
        return None
