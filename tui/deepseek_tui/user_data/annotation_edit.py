"""Changes of bookmarks and notes, and how they are applied."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.i18n.languages import FALLBACK
from deepseek_tui.panes.annotations import Annotation

SEPARATOR = words_in(FALLBACK).notebook.between
"""The default line between two texts of a note that were written at the same time."""


class AnnotationEdit(NamedTuple):
    """One finished change of the reader's bookmark or note on one item.

    `bookmarked` or `note` is None when the edit does not change it. The field names are the keys of the journal's lines.
    """

    id: str
    """The id of the edit in the journal; empty when its line repeats an annotation of the notebook."""
    story: str
    """The id of the story."""
    ref: str
    """The id of the item, or the key of a block of the Overview."""
    title: str
    changed: str
    """The time of the edit: UTC, ISO 8601, to the second."""
    bookmarked: bool | None = None
    note: str | None = None
    base: str = ""
    """The text of the note when the reader began to write."""

    @property
    def writer(self) -> str:
        """The token of the process that made the edit."""
        return self.id.partition(":")[0]

    def apply_to(self, annotation: Annotation, separator: str) -> Annotation:
        """Return the annotation after the edit, which may be unchanged.

        When another program changed the note meanwhile, the result has both texts with the line `separator` between them.
        """
        bookmarked = annotation.bookmarked if self.bookmarked is None else self.bookmarked
        note = annotation.note if self.note is None else merge_notes(self.base, annotation.note, self.note, separator)
        if (bookmarked, note) == (annotation.bookmarked, annotation.note):
            return annotation
        return annotation._replace(title=self.title, bookmarked=bookmarked, note=note, changed=self.changed)


StoryAnnotations = Mapping[str, Annotation]
"""The annotations of one story by item id, sorted by the time of their last change."""


def apply_edits(edits: Iterable[AnnotationEdit], annotations: StoryAnnotations, separator: str) -> dict[str, Annotation]:
    """Return the annotations of a story after edits, applied in order.

    An item without bookmark and note has no annotation.
    """
    found = dict(annotations)
    for edit in edits:
        annotation = edit.apply_to(found.pop(edit.ref, Annotation(edit.ref, edit.title)), separator)
        if annotation.bookmarked or annotation.note.strip():
            found[edit.ref] = annotation
    return dict(sorted(found.items(), key=lambda item: (item[1].changed, item[0])))


def annotations_by_story(edits: Iterable[AnnotationEdit], separator: str) -> dict[str, dict[str, Annotation]]:
    """Return the annotations after some edits, by story and item."""
    found: dict[str, list[AnnotationEdit]] = {}
    for edit in edits:
        found.setdefault(edit.story, []).append(edit)
    return {story: apply_edits(story_edits, {}, separator) for story, story_edits in found.items()}


def merge_notes(base: str, stored: str, written: str, separator: str) -> str:
    """Merge two versions of a note that were written simultaneously.

    `written` was written by somebody who began with `base`; `stored` is the note that the notebook has by now. If nobody
    else changed the note, the result is `written`. Otherwise it has both texts with the line `separator` between them;
    a text that both have is not repeated.
    """
    if stored == base or contains_text(written, stored):
        return written
    if written == base or contains_text(stored, written):
        return stored
    added = written.removeprefix(base)
    # Both texts continue the same original text, so only the added part is merged.
    if base and stored.startswith(base) and added.startswith("\n"):
        written = added.lstrip("\n")
        if contains_text(stored, written):
            return stored
    return f"{stored.rstrip()}\n\n{separator}\n\n{written.lstrip()}"


def contains_text(text: str, part: str) -> bool:
    """Return whether a text contains another text as whole words.

    It contains the empty text.
    """
    part = part.strip()
    if not part:
        return True
    start = text.find(part)
    while start >= 0:
        end = start + len(part)
        whole_before = start == 0 or not (text[start - 1].isalnum() and part[0].isalnum())
        whole_after = end == len(text) or not (text[end].isalnum() and part[-1].isalnum())
        if whole_before and whole_after:
            return True
        start = text.find(part, start + 1)
    return False
