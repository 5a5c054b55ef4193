"""The difference between two documents that share their unchanged objects."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from deepseek_tui.editing.steps import StoryDocument
from deepseek_tui.story.format.structure import item_lists


class ListChange(NamedTuple):
    """The removed and added items of a list.

    A changed item is both removed and added.
    """

    removed: tuple[tuple[int, Any], ...]
    """Positions in the old list, with the items."""
    added: tuple[tuple[int, Any], ...]
    """Positions in the new list, with the items."""
    kept: tuple[tuple[int, int, int], ...]
    """Runs of kept items: the first position in the old and in the new list, and the number of items."""


class DocumentChange:
    """The changed keys and items between two versions of a document."""

    def __init__(self, old: StoryDocument, new: StoryDocument) -> None:
        self.old, self.new = old, new
        keys = [key for key in {**old, **new} if old.get(key) is not new.get(key) or (key in old) != (key in new)]
        self.keys = frozenset(keys)
        """The keys of the story whose values differ."""
        self.lists = {key: _list_change(old.get(key, []), new.get(key, [])) for key in keys if self._is_item_list(key)}
        """The changed lists of items."""

    def _is_item_list(self, key: str) -> bool:
        return key in item_lists() and isinstance(self.new.get(key, []), list)

    @property
    def parts(self) -> frozenset[str]:
        """The changed keys that hold no list of items."""
        return self.keys.difference(item_lists())

    @property
    def is_local(self) -> bool:
        """Whether only changed objects, and those that refer to changed ids, need a check."""
        items = (item for _, _, item in self.added_items())
        return (
            self.keys.difference(self.parts) == self.lists.keys()
            and all(isinstance(item, dict) and isinstance(item.get("id"), str) for item in items)
            and "languages" not in self.keys
            and _paragraphs(self.old) is _paragraphs(self.new)
        )

    def removed_items(self) -> Iterator[tuple[str, Any]]:
        """Yield each removed or changed item in its old state, with its list."""
        return ((kind, item) for kind, change in self.lists.items() for _, item in change.removed)

    def added_items(self) -> Iterator[tuple[str, int, Any]]:
        """Yield each added or changed item in its new state, with list and position."""
        return ((kind, position, item) for kind, change in self.lists.items() for position, item in change.added)


def _list_change(old: list[Any], new: list[Any]) -> ListChange:
    """Compare lists of items by identity."""
    most = min(len(old), len(new))
    start = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one is not other), most)
    backwards = zip(reversed(old), reversed(new), strict=False)
    tail = next((at for at, (one, other) in enumerate(backwards) if one is not other), most)
    tail = min(tail, most - start)
    old_middle = range(start, len(old) - tail)
    places = {id(old[position]): position for position in old_middle}
    kept = [(0, 0, start), (len(old) - tail, len(new) - tail, tail)]
    added = []
    for position in range(start, len(new) - tail):
        before = places.pop(id(new[position]), None)
        if before is None:
            added.append((position, new[position]))
        else:
            kept.append((before, position, 1))
    return ListChange(tuple((position, old[position]) for position in places.values()), tuple(added), tuple(kept))


def _paragraphs(document: StoryDocument) -> Any:
    article = document.get("article")
    return article.get("paragraphs") if isinstance(article, dict) else None
