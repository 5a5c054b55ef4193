"""A finished change of a bookmark or a note, as it is queued, journalled and applied to the notebook."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from deepseek_tui.panes.annotations import Annotation
from deepseek_tui.user_data.note_merge import merged


class Edit(NamedTuple):
    """One finished change on one item. `bookmarked` or `note` is None where the edit leaves it as it is."""

    id: str
    """Names the edit in the journal until the notebook has it; empty in a line that repeats what the notebook has."""
    story: str
    ref: str
    title: str
    changed: str
    bookmarked: bool | None = None
    note: str | None = None
    base: str = ""
    """The note as it was when the reader began to write."""

    @property
    def writer(self) -> str:
        """The token of the process that made the edit."""
        return self.id.partition(":")[0]

    def on(self, mark: Annotation, between: str) -> Annotation:
        """Return the mark after the edit; the same mark where the edit changes nothing.

        A note that another program changed meanwhile keeps both texts, with the line `between` between them.
        """
        bookmarked = mark.bookmarked if self.bookmarked is None else self.bookmarked
        note = mark.note if self.note is None else merged(self.base, mark.note, self.note, between)
        if (bookmarked, note) == (mark.bookmarked, mark.note):
            return mark
        return mark._replace(title=self.title, bookmarked=bookmarked, note=note, changed=self.changed)


StoryMarks = Mapping[str, Annotation]
"""The marks of one story, by the item's id, the ones changed last at the end."""


def applied(edits: Iterable[Edit], marks: StoryMarks, between: str) -> dict[str, Annotation]:
    """Return the marks of a story after edits, in their order; an item without bookmark and note has no mark."""
    found = dict(marks)
    for edit in edits:
        mark = edit.on(found.pop(edit.ref, Annotation(edit.ref, edit.title)), between)
        if mark.bookmarked or mark.note.strip():
            found[edit.ref] = mark
    return dict(sorted(found.items(), key=lambda item: (item[1].changed, item[0])))


def by_story(edits: Iterable[Edit], between: str) -> dict[str, dict[str, Annotation]]:
    """Return the marks that edits come to, by the ids of story and item."""
    found: dict[str, list[Edit]] = {}
    for edit in edits:
        found.setdefault(edit.story, []).append(edit)
    return {story: applied(these, {}, between) for story, these in found.items()}
