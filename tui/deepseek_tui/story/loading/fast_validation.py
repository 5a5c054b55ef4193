"""Fast check of whether a document is consistent, without diagnostics.

It checks whole columns of values, while `integrity` checks each object and words each violation. Every story is checked
here first. Only a story that fails, or may fail, is examined by `integrity`. A story with a violation never passes here (a
property test compares the two).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

from pydantic import BaseModel

from deepseek_tui.story.format.edtf import Day, parse
from deepseek_tui.story.format.model import Event, Evidence, Paragraph, Quote, Story
from deepseek_tui.story.format.sections import RESERVED
from deepseek_tui.story.format.structure import AUTHOR_KEYS, item_lists, structure_of
from deepseek_tui.story.format.vocabulary import Origin

Raw = dict[str, Any]
EVENTS_PER_STEP = 4096
"""The number of events checked between two event-loop iterations."""


def is_valid(document: Raw, story: Story) -> bool:
    """Return whether a document is consistent.

    False may also mean that this is unknown. `story` is what the models made of the document.
    """
    columns = Columns()
    columns.collect(Story, [document])
    return all(columns.checks(story)) and all(order_checks(story.events))


class Columns:
    """Values collected from a document's objects, for checks.

    They may be collected in any number of chunks.
    """

    def __init__(self) -> None:
        self._is_consistent = True
        self._ids: dict[str, set[str]] = {name: set() for name in item_lists()}
        self._count = 0
        """The number of items with ids."""
        self._references: dict[tuple[str, ...], set[str | None]] = {}
        """The ids in references, by the lists that may hold the items."""
        self._languages: set[tuple[str, ...]] = set()
        """The languages of every translated text."""
        self._translations: set[tuple[str, frozenset[str]]] = set()
        """The language of every quotation, with those of its translation."""
        self._cited: set[tuple[int, int]] = set()
        """The sentences cited as evidence."""

    def collect(self, model: type[BaseModel], objects: Sequence[Raw], name: str = "") -> None:
        """Collect the values of objects that the models have accepted.

        Nested objects are included. `name` is the story's list that holds the objects.
        """
        structure = structure_of(model)
        if name in self._ids:
            self._ids[name].update(map(itemgetter("id"), objects))
            self._count += len(objects)
        if model.model_config.get("populate_by_name") and not all(one.keys() <= structure.keys for one in objects):
            self._is_consistent = False  # The models also accept a key by its Python name.
        for key in structure.texts:
            self._languages.update(map(tuple, [text for one in objects if (text := one.get(key)).__class__ is dict]))
        for key, to, several in structure.references:
            column = _column(objects, key)
            self._references.setdefault(to, set()).update(chain.from_iterable(column) if several else column)
        if structure.special is not None:
            self._special(structure.special, objects)
        for key, part, several in structure.parts:
            column = [value for value in _column(objects, key) if value is not None]
            inner = list(chain.from_iterable(column)) if several else column
            if inner:
                self.collect(part, inner, key if model is Story else "")

    def _special(self, model: type[BaseModel], objects: Sequence[Raw]) -> None:
        if model is Evidence:
            self._cited.update(map(itemgetter("paragraph", "sentence"), objects))
        elif model is Quote:
            self._translations.update((one["language"], frozenset(one.get("translation", ()))) for one in objects)
        elif model is Paragraph:
            if any(one.get("text") and len(one["text"]) != len(one["sentences"]) for one in objects):
                self._is_consistent = False
        else:
            author_key = AUTHOR_KEYS[model]
            if any(not one.get("evidence") and one.get(author_key, Origin.ARTICLE) == Origin.ARTICLE for one in objects):
                self._is_consistent = False

    def checks(self, story: Story) -> Iterator[bool]:
        """Check the collected values, in several steps.

        After each step, yield whether the values are consistent.
        """
        languages = frozenset(story.languages)
        yield self._is_consistent and len(languages) == len(story.languages)
        yield all(languages == set(written) for written in self._languages)
        yield all(languages - {printed} == translated for printed, translated in self._translations)
        yield self._places_exist([len(paragraph.sentences) for paragraph in story.article.paragraphs])
        all_ids = set[str | None]().union(*self._ids.values())
        yield len(all_ids) == self._count and all_ids.isdisjoint(RESERVED)
        for to, wanted in self._references.items():
            known = set[str | None]().union(*(self._ids[name] for name in to)) if to else all_ids
            wanted.discard(None)  # An optional reference may be null.
            yield wanted <= known

    def _places_exist(self, sentences: Sequence[int]) -> bool:
        last = len(sentences)
        return all(paragraph <= last and sentence <= sentences[paragraph - 1] for paragraph, sentence in self._cited)


def _column(objects: Iterable[Raw], key: str) -> list[Any]:
    return [one[key] for one in objects if key in one]


def order_checks(events: Sequence[Event]) -> Iterator[bool]:
    """Check in several steps whether the order of events is possible.

    The result of each step is yielded. After a failed check, the remaining ones mean nothing. Events that the file
    lists in order are checked in one pass, all others are searched for cycles.
    """
    rows = {event.id: row for row, event in enumerate(events)}
    earliest_start: dict[str, Day] = {}  # The dictionary holds the first day on which each event can begin.
    for row, event in enumerate(events):
        if row % EVENTS_PER_STEP == 0:
            yield True
        day = earliest_start.get(event.id)
        for other in event.after:
            if rows[other] >= row:
                yield not _has_contradiction(events)
                return
            if other in earliest_start and (day is None or earliest_start[other] > day):
                day = earliest_start[other]
        date = parse(event.when) if event.when else None
        if date is not None and date.is_certain:
            if day is not None and date.latest and day > date.latest:
                yield False
            if date.earliest and (day is None or date.earliest > day):
                day = date.earliest
        if day is not None:
            earliest_start[event.id] = day
        for other in event.before:
            if rows[other] <= row:
                yield not _has_contradiction(events)
                return
            if day is not None and (other not in earliest_start or day > earliest_start[other]):
                earliest_start[other] = day


def _has_contradiction(events: Sequence[Event]) -> bool:
    from deepseek_tui.story.loading.event_order import event_order_violations

    raw_events = [
        {"id": event.id, "when": event.when, "after": [*event.after], "before": [*event.before]} for event in events
    ]
    return next(event_order_violations(raw_events), None) is not None
