"""Operations that change every reference to an item, such as renaming its id."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from deepseek_tui.editing.errors import EditError
from deepseek_tui.editing.operation import StoryView
from deepseek_tui.editing.references import Reference
from deepseek_tui.editing.steps import Insert, Remove, Replace, Step, StoryDocument, value_at
from deepseek_tui.editing.targets import Target
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.model import is_id
from deepseek_tui.story.format.sections import RESERVED
from deepseek_tui.story.loading.diagnostics import KeyPath, path_text, quoted
from deepseek_tui.story.loading.integrity import reserved_message, taken_message


@dataclass(frozen=True, slots=True)
class RenameId:
    """Rename the id of an item, and change all references to it."""

    old: str
    new: str

    def steps(self, story: StoryView) -> tuple[Step, ...]:
        """Replace the id everywhere. Raises EditError for an unknown old id, or a taken, reserved or malformed new one."""
        path = story.target(self.old).path(story.document)
        if self.old == self.new:
            return ()
        _check_new_id(story, self.new)
        return (
            Replace((*path, "id"), self.new),
            *(Replace(reference.path, self.new) for reference in story.references_to(self.old)),
        )


@dataclass(frozen=True, slots=True)
class ReplaceReferences:
    """Change all references to one item into references to another one."""

    old: str
    new: str

    def steps(self, story: StoryView) -> tuple[Step, ...]:
        """Replace the references. A list that has the new id already loses the old one. Raises EditError."""
        for id in (self.old, self.new):
            story.target(id)
        return () if self.old == self.new else tuple(_replaced(story, self.old, self.new))


@dataclass(frozen=True, slots=True)
class MergePlayers:
    """Merge a player into another one, which keeps its own fields.

    It gets the evidence and the passages of the other player, and every reference to it. The other player is deleted.
    """

    kept: str
    merged: str

    def steps(self, story: StoryView) -> tuple[Step, ...]:
        """Merge the players. Raises EditError unless they are two players, or if a link relates them to each other."""
        kept, merged = (Target("players", id).path(story.document) for id in (self.kept, self.merged))
        if kept == merged:
            raise EditError.of(Message("a player cannot be merged with itself"), path=kept)
        self._check_links(story)
        return (
            *_replaced(story, self.merged, self.kept),
            *_merged_lists(story.document, kept, merged),
            Remove(merged),
        )

    def _check_links(self, story: StoryView) -> None:
        both = {self.kept, self.merged}
        for position, link in enumerate(story.document.get("links", ())):
            if {link["from"], link["to"]} == both:
                message = Message("the link relates the two players to each other")
                raise EditError.of(message, Message("delete the link first"), ("links", position))


def _check_new_id(story: StoryView, id: str) -> None:
    """Raise EditError if an id is malformed, reserved or taken."""
    if not is_id(id):
        hint = Message("small letters and digits, joined by single hyphens: like-this-1")
        raise EditError.of(Message("{0} {1}", quoted(id), Message("is no id")), hint)
    if id in RESERVED:
        raise EditError.of(*reserved_message(id))
    if id in story.places:
        kind, position = story.target(id).path(story.document)
        raise EditError.of(taken_message(id, kind, position))


def _replaced(story: StoryView, old: str, new: str) -> Iterator[Step]:
    """Yield the steps that replace references, without repeating an id in a list.

    Elements are removed from the end of a list, so that the positions of the others stay valid.
    """
    for reference in sorted(story.references_to(old), key=_reversed_position):
        others: Any = value_at(story.document, reference.path[:-1])
        is_listed = isinstance(others, list) and (new in others or others.index(old) != reference.path[-1])
        yield Remove(reference.path) if is_listed else Replace(reference.path, new)


def _reversed_position(reference: Reference) -> tuple[str, int]:
    """Return a sort key that puts the last element of a list first."""
    last = reference.path[-1]
    return path_text(reference.path[:-1]), -last if isinstance(last, int) else 0


def _merged_lists(document: StoryDocument, kept: KeyPath, merged: KeyPath) -> Iterator[Step]:
    one, other = value_at(document, kept), value_at(document, merged)
    evidence = [place for place in other["evidence"] if place not in one["evidence"]]
    if evidence:
        in_order = sorted([*one["evidence"], *evidence], key=lambda place: (place["paragraph"], place["sentence"]))
        yield Replace((*kept, "evidence"), in_order)
    about = [passage for passage in other.get("about", ()) if passage not in one.get("about", ())]
    if about and "about" in one:
        yield Replace((*kept, "about"), [*one["about"], *about])
    elif about:
        yield Insert((*kept, "about"), about, list(one).index("evidence"))
