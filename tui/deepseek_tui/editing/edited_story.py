"""A story that is being edited, as a JSON document and as a model."""

from collections.abc import Iterable

from pydantic import ValidationError

from deepseek_tui.editing.change_check import changed_order, object_violations, places_after, with_models
from deepseek_tui.editing.document_change import DocumentChange
from deepseek_tui.editing.errors import EditError
from deepseek_tui.editing.event_order_index import EventOrderIndex, order_entry
from deepseek_tui.editing.operation import Operation, Steps, StoryView
from deepseek_tui.editing.steps import StoryDocument, apply_steps
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading.diagnostics import Diagnostic, path_text
from deepseek_tui.story.loading.event_order import event_order_violations
from deepseek_tui.story.loading.integrity import Violation, item_places, sentence_counts
from deepseek_tui.story.loading.validation_errors import document_violations, validation_errors


class EditedStory(StoryView):
    """A valid story that operations change.

    Only what an operation touches is checked, which takes a few milliseconds in a story of 10,000 events. Changes of the
    languages and of the article's paragraphs concern every object, and so every object is checked again.
    """

    def __init__(self, document: StoryDocument, story: Story) -> None:
        super().__init__(document)
        self.story = story
        """The model of the document."""
        self._sentences = sentence_counts(document)
        self._order: EventOrderIndex | None = None

    @property
    def _event_order(self) -> EventOrderIndex:
        if self._order is None:
            self._order = EventOrderIndex(map(order_entry, self.document.get("events", ())))
        return self._order

    def prepare(self) -> None:
        """Build the indexes, so that the first change is as fast as later ones.

        Otherwise each is built when it is first needed, which takes up to 60 ms in a story of 10,000 events.
        """
        _ = self.index, self._event_order

    def apply(self, operation: Operation) -> Steps:
        """Carry out an operation and return its inverse.

        Raises EditError, and leaves the story unchanged, if the operation does not fit the story or would make it invalid.
        The problems are those that `check` would print, without line and column.
        """
        steps = operation.steps(self)
        document, inverse = apply_steps(self.document, steps)
        if not steps:
            return Steps(())
        change = DocumentChange(self.document, document)
        places = places_after(change, self.places) if change.is_local else None
        if places is None:
            self._accept_after_whole_check(document)
        else:
            self._accept_after_local_check(change, places)
        return Steps(inverse)

    def _accept_after_whole_check(self, document: StoryDocument) -> None:
        result = _validated(document)
        found = document_violations(result, document)
        if found or isinstance(result, ValidationError):
            raise _error(found)
        self.document, self.story = document, result
        self.places, _ = item_places(document)
        self._sentences = sentence_counts(document)
        self._index = self._order = None

    def _accept_after_local_check(self, change: DocumentChange, places: dict[str, str]) -> None:
        found = object_violations(change, places, self._sentences, self)
        removed, added = changed_order(change)
        if removed or added:
            self._event_order.update(removed, added)
            if not self._event_order.is_possible([event.id for event in added]):
                found.extend(Violation(*fault) for fault in event_order_violations(change.new["events"]))
        result = _validated(with_models(change, self.story))
        if isinstance(result, ValidationError):
            found.extend(validation_errors(result, change.new, list(found)))
        if found or isinstance(result, ValidationError):
            if self._order is not None:
                self._order.update(added, removed)
            raise _error(found)
        self._update_index(change)
        self.document, self.story, self.places = change.new, result, places

    def _update_index(self, change: DocumentChange) -> None:
        if self._index is None:
            return
        for kind, item in change.removed_items():
            self._index.remove(kind, [item])
        for kind, _, item in change.added_items():
            self._index.add(kind, [item])
        self._index.remove_parts({key: change.old[key] for key in change.parts.intersection(change.old)})
        self._index.add_parts({key: change.new[key] for key in change.parts.intersection(change.new)})


def _validated(document: StoryDocument) -> Story | ValidationError:
    try:
        return Story.model_validate(document)
    except ValidationError as error:
        return error


def _error(found: Iterable[Violation]) -> EditError:
    return EditError(Diagnostic("", 0, 0, path_text(one.path), one.message, one.hint) for one in found)
