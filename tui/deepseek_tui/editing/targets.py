"""Addresses of the objects of a story that stay valid while other objects change."""

from collections.abc import Iterable
from typing import NamedTuple

from pydantic import BaseModel

from deepseek_tui.editing.errors import EditError
from deepseek_tui.editing.steps import StoryDocument, value_at
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.format.structure import item_lists, structure_of
from deepseek_tui.story.loading.diagnostics import KeyPath, nearest, quoted


class Target(NamedTuple):
    """The address of an object: an item, a part of an item or a part of the story.

    `Target()` is the story itself, `Target(inside=("edition",))` its edition, `Target("events", "launch")` an event and
    `Target("players", "acme", ("about", 0))` the first passage about a player.
    """

    kind: str = ""
    """The list that contains the item, such as "events"; empty for a part of the story."""
    id: str = ""
    inside: KeyPath = ()
    """The path from the item, or from the story, to the object."""

    def path(self, document: StoryDocument) -> KeyPath:
        """Return the path of the object in a document. Raises EditError if it does not exist."""
        path: KeyPath = (self.kind, self._position(document), *self.inside) if self.kind else self.inside
        try:
            value_at(document, path)
        except LookupError:
            raise EditError.of(Message("there is no such object"), path=path) from None
        return path

    def _position(self, document: StoryDocument) -> int:
        items = document.get(self.kind)
        ids = [item.get("id") if isinstance(item, dict) else None for item in items] if isinstance(items, list) else []
        if self.id not in ids:
            raise unknown_id(self.id, (id for id in ids if isinstance(id, str)))
        return ids.index(self.id)

    def model(self) -> type[BaseModel]:
        """Return the model of the object. Raises EditError if the path leads to no object."""
        model: type[BaseModel] = item_lists()[self.kind] if self.kind else Story
        inside = self.inside
        while inside:
            part = next((part for part in structure_of(model).parts if part[0] == inside[0]), None)
            if part is None or len(inside) < 1 + part[2]:
                raise EditError.of(Message("there is no such object"), path=self.inside)
            model, inside = part[1], inside[1 + part[2] :]
        return model


def target_of(document: StoryDocument, path: KeyPath) -> Target:
    """Return the address of the object at a path."""
    if len(path) > 1 and path[0] in item_lists():
        return Target(str(path[0]), value_at(document, path[:2])["id"], path[2:])
    return Target(inside=path)


def unknown_id(id: str, known: Iterable[str]) -> EditError:
    """Return the error for an id that no item has."""
    return EditError.of(Message("nothing has the id {}", quoted(id)), nearest(id, known))
