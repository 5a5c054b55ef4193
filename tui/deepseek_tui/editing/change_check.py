"""Check of a changed story, limited to the objects that the change touches.

The result is the same as that of a check of the whole document.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from deepseek_tui.editing.document_change import DocumentChange
from deepseek_tui.editing.event_order_index import OrderEntry, order_entry
from deepseek_tui.editing.operation import StoryView
from deepseek_tui.editing.references import Holder
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.format.sections import RESERVED
from deepseek_tui.story.format.structure import item_lists, structure_of
from deepseek_tui.story.loading.integrity import ObjectCheck, Violation


def places_after(change: DocumentChange, places: dict[str, str]) -> dict[str, str] | None:
    """Return each id's list after a change, or None for an invalid id.

    An invalid id is duplicate or reserved.
    `places` is the list that held each id before.
    """
    places = places.copy()
    for _, item in change.removed_items():
        del places[item["id"]]
    for kind, _, item in change.added_items():
        if item["id"] in places or item["id"] in RESERVED:
            return None
        places[item["id"]] = kind
    return places


def object_violations(
    change: DocumentChange, places: dict[str, str], sentences: list[int | None], before: StoryView
) -> list[Violation]:
    """Return the inconsistencies of the objects that a change concerns.

    These are the changed objects, and those that refer to an id which is no longer where it was `before`.
    """
    check = ObjectCheck(change.new, places, sentences=sentences)
    moved = {item["id"]: None for kind, item in change.removed_items() if places.get(item["id"]) != kind}
    holders = {holder for id in moved for holder in before.index.holders(id)}
    parts = change.parts.union(key for kind, key in holders if not kind)
    # All keys are included, because the hint for an unknown key is chosen from them.
    check.check_object({key: value if key in parts else None for key, value in change.new.items()}, structure_of(Story), ())
    for kind, position, item in _items_to_check(change, holders):
        check.check_object(item, structure_of(item_lists()[kind]), (kind, position))
    return check.found


def _items_to_check(change: DocumentChange, holders: set[Holder]) -> Iterator[tuple[str, int, Any]]:
    checked = set()
    for kind, position, item in change.added_items():
        checked.add((kind, position))
        yield kind, position, item
    for kind in {kind for kind, _ in holders if kind}:
        for position, item in enumerate(change.new.get(kind, ())):
            if (kind, item["id"]) in holders and (kind, position) not in checked:
                yield kind, position, item


def with_models(change: DocumentChange, story: Story) -> dict[str, Any]:
    """Return the changed document, with models instead of its unchanged objects.

    Validation skips these models.
    `story` is the story before the change.
    """
    values = change.new.copy()
    for key in change.new:
        if key in change.lists:
            models, items = getattr(story, key), list(change.new[key])
            for old, new, count in change.lists[key].kept:
                items[new : new + count] = models[old : old + count]
            values[key] = items
        elif key not in change.keys:
            values[key] = getattr(story, _attributes()[key])
    return values


@cache
def _attributes() -> dict[str, str]:
    """Return the attribute name of the story model for each key of the document."""
    return {field.alias or name: name for name, field in Story.model_fields.items()}


def changed_order(change: DocumentChange) -> tuple[list[OrderEntry], list[OrderEntry]]:
    """Return the old and new states of events whose order may have changed."""
    events = change.lists.get("events")
    if events is None:
        return [], []
    removed = [order_entry(item) for _, item in events.removed]
    added = [order_entry(item) for _, item in events.added]
    return [one for one in removed if one not in added], [one for one in added if one not in removed]
