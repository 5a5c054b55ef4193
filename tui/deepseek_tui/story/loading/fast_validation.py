"""Fast validation: whether the parts of an accepted document fit together, column by column, without diagnostics.

`integrity` finds and words each violation, object by object. Every story passes here first, and only one that fails,
or may fail, is examined there. A story with a violation never passes here (a property test compares the two).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

from pydantic import BaseModel

from deepseek_tui.story.format.edtf import Day, parse
from deepseek_tui.story.format.model import Event, Evidence, Quote, Story
from deepseek_tui.story.format.sections import RESERVED
from deepseek_tui.story.format.structure import WHOSE, lists, structure_of
from deepseek_tui.story.format.vocabulary import Asker

Raw = dict[str, Any]
STEP = 4096
"""How many events are looked at between two breaths."""


def is_valid(document: Raw, story: Story) -> bool:
    """Whether a whole document, which the models have made this story of, holds together; False may mean not known."""
    columns = Columns()
    columns.take(Story, [document])
    return all(columns.checks(story)) and all(order_checks(story.events))


class Columns:
    """What was taken down of a document's objects, in as many pieces as they come."""

    def __init__(self) -> None:
        self._sound = True
        self._ids: dict[str, set[str]] = {name: set() for name in lists()}
        self._count = 0
        """How many items have ids."""
        self._wanted: dict[tuple[str, ...], set[str | None]] = {}
        """The ids that are referred to, by the lists they may stand in."""
        self._languages: set[tuple[str, ...]] = set()
        """The languages of every text that has some."""
        self._translated: set[tuple[str, frozenset[str]]] = set()
        """The language of every printed quote, with those of its translation."""
        self._cited: set[tuple[int, int]] = set()
        """The sentences that are evidence."""

    def take(self, model: type[BaseModel], objects: Sequence[Raw], name: str = "") -> None:
        """Take down these objects of one model and all that stands in them, once the models have accepted them.

        `name` is that of the story's list which they are items of.
        """
        shape = structure_of(model)
        if name in self._ids:
            self._ids[name].update(map(itemgetter("id"), objects))
            self._count += len(objects)
        if model.model_config.get("populate_by_name") and not all(one.keys() <= shape.known for one in objects):
            self._sound = False  # a key by its name in Python, which the models take as well
        for key in shape.texts:
            self._languages.update(map(tuple, [text for one in objects if (text := one.get(key)).__class__ is dict]))
        for key, to, several in shape.references:
            column = _column(objects, key)
            self._wanted.setdefault(to, set()).update(chain.from_iterable(column) if several else column)
        if shape.special is not None:
            self._special(shape.special, objects)
        for key, part, several in shape.parts:
            column = [value for value in _column(objects, key) if value is not None]
            inner = list(chain.from_iterable(column)) if several else column
            if inner:
                self.take(part, inner, key if model is Story else "")

    def _special(self, model: type[BaseModel], objects: Sequence[Raw]) -> None:
        if model is Evidence:
            self._cited.update(map(itemgetter("paragraph", "sentence"), objects))
        elif model is Quote:
            self._translated.update((one["language"], frozenset(one.get("translation", ()))) for one in objects)
        else:
            whose = WHOSE[model]
            if any(not one.get("evidence") and one.get(whose, Asker.ARTICLE) == Asker.ARTICLE for one in objects):
                self._sound = False

    def checks(self, story: Story) -> Iterator[bool]:
        """Whether all that was taken down fits together, and into the story made of it, check by check."""
        languages = frozenset(story.languages)
        yield self._sound and len(languages) == len(story.languages)
        yield all(languages == set(written) for written in self._languages)
        yield all(languages - {printed} == translated for printed, translated in self._translated)
        yield self._places_exist([len(paragraph.sentences) for paragraph in story.article.paragraphs])
        every = set[str | None]().union(*self._ids.values())
        yield len(every) == self._count and every.isdisjoint(RESERVED)
        for to, wanted in self._wanted.items():
            known = set[str | None]().union(*(self._ids[name] for name in to)) if to else every
            wanted.discard(None)  # a reference that is left open in so many words
            yield wanted <= known

    def _places_exist(self, sentences: Sequence[int]) -> bool:
        last = len(sentences)
        return all(paragraph <= last and sentence <= sentences[paragraph - 1] for paragraph, sentence in self._cited)


def _column(objects: Iterable[Raw], key: str) -> list[Any]:
    return [one[key] for one in objects if key in one]


def order_checks(events: Sequence[Event]) -> Iterator[bool]:
    """Whether events stand in an order that can be true, check by check; after one that fails, the others mean nothing.

    Those that stand in the file as they follow each other are looked through once, all others searched for circles.
    """
    rows = {event.id: row for row, event in enumerate(events)}
    since: dict[str, Day] = {}  # the first day on which each can begin, by its date and those that it follows
    for row, event in enumerate(events):
        if row % STEP == 0:
            yield True
        day = since.get(event.id)
        for other in event.after:
            if rows[other] >= row:
                yield not _contradicted(events)
                return
            if other in since and (day is None or since[other] > day):
                day = since[other]
        date = parse(event.when) if event.when else None
        if date is not None and date.firm:
            if day is not None and date.latest and day > date.latest:
                yield False
            if date.earliest and (day is None or date.earliest > day):
                day = date.earliest
        if day is not None:
            since[event.id] = day
        for other in event.before:
            if rows[other] <= row:
                yield not _contradicted(events)
                return
            if day is not None and (other not in since or day > since[other]):
                since[other] = day


def _contradicted(events: Sequence[Event]) -> bool:
    from deepseek_tui.story.loading.event_order import event_order_violations

    said = [{"id": event.id, "when": event.when, "after": [*event.after], "before": [*event.before]} for event in events]
    return next(event_order_violations(said), None) is not None
