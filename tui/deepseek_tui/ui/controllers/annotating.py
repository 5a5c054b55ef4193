"""The user's bookmarks and notes, kept in their notebook and shown on the items that they are about."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from textual.screen import Screen

from deepseek_tui.i18n.panes import counted
from deepseek_tui.navigation.navigator import Navigator
from deepseek_tui.panes.annotations import Annotations, orphaned
from deepseek_tui.panes.catalogue import keys_of
from deepseek_tui.story.format.model import Story
from deepseek_tui.ui.asking import ask, tell
from deepseek_tui.ui.messages import AnnotationsChanged, NotebookChanged, StatusChanged
from deepseek_tui.user_data.workspace import Workspace

if TYPE_CHECKING:
    from deepseek_tui.panes.annotations import Annotation
    from deepseek_tui.panes.blocks import Document
    from deepseek_tui.ui.dialogs.note import NoteEditor
    from deepseek_tui.user_data.notebook_writer import NotebookWriter


class AnnotationController:
    """Bookmarks and annotates the current item, and posts AnnotationsChanged."""

    def __init__(self, screen: Screen[None], navigator: Navigator) -> None:
        self._screen, self._navigator = screen, navigator
        self._desk: Workspace | None = None
        self._editor: NoteEditor | None = None
        """Where a note is being written."""
        self._has_reported_orphaned = False

    @property
    def notebook(self) -> "NotebookWriter | None":
        """The user's notebook, if there is one."""
        return self._desk.notebook if self._desk else None

    @property
    def is_unsaved(self) -> bool:
        """Whether another program's lock keeps annotations from being saved."""
        notebook = self._opened
        return notebook is not None and notebook.is_unsaved

    @property
    def _opened(self) -> "NotebookWriter | None":
        """The notebook once it is open."""
        return self._desk.notebook if self._desk is not None and self._desk.is_notebook_open else None

    def open(self, desk: Workspace | None) -> None:
        """Open the notebook once the story can be read."""
        self._desk = desk
        self._screen.call_after_refresh(self._open_notebook)

    def _open_notebook(self) -> None:
        notebook, story = self.notebook, self._navigator.reading.story.id
        if notebook is None:
            return
        self._has_reported_orphaned = False
        notebook.on_change = self._notebook_changed
        notebook.open_story(story)
        if notebook.has_read(story):  # the user comes back to a story
            self._notebook_changed()

    def _notebook_changed(self) -> None:
        """Pass it on to the screen; any thread may call this."""
        self._screen.post_message(NotebookChanged())

    def report_changes(self) -> None:
        """Show the annotations as they are now, and tell the user what is new about the notebook."""
        notebook = self.notebook
        if notebook is None:
            return
        if notebook.failure is not None:
            raise notebook.failure
        self.report_errors()
        reading = self._navigator.reading
        words, story = reading.words.notebook, reading.story.id
        recovered = [one for one in notebook.take_recovered_notes() if one.story == story]
        if recovered:
            tell(self._screen, counted(words.recovered, len(recovered), reading.language), 8)
        self.update()
        self._screen.post_message(StatusChanged())
        if notebook.has_read(story) and not self._has_reported_orphaned:
            self._has_reported_orphaned = True
            self.report_orphaned(self.orphaned(notebook.annotations(story)))

    def orphaned(self, mine: Annotations) -> "list[Annotation]":
        """Return the annotations whose item the story does not have."""
        return list(orphaned(mine, keys_of(self._navigator.reading))) if mine.marks else []

    def report_orphaned(self, found: "Collection[Annotation]") -> None:
        """Tell the user that annotations are kept whose item the story no longer has."""
        if found:
            reading = self._navigator.reading
            tell(self._screen, counted(reading.words.notebook.gone, len(found), reading.language), 8)

    def of(self, story: Story) -> Annotations:
        """Return the annotations of an edition that is to be shown, which may have another id."""
        if story.id == self._navigator.reading.story.id or self.notebook is None:
            return self._navigator.reading.mine
        self.notebook.open_story(story.id)
        return self.notebook.annotations(story.id)

    def report_errors(self) -> None:
        """Tell the user, once, what went wrong with their own files."""
        if self._desk is not None:
            words, language = self._navigator.reading.words.notebook, self._navigator.reading.language
            for store in (self._desk.notebook, self._desk.session, self._desk.snapshots):
                for trouble in store.take_errors() if store else ():
                    tell(self._screen, trouble.message(words, language), 12, error=True)

    def update(self) -> None:
        """Show the annotations as the notebook has them now."""
        if self.notebook is not None:
            mine = self.notebook.annotations(self._navigator.reading.story.id)
            if mine != self._navigator.reading.mine:
                self._screen.post_message(AnnotationsChanged(mine))

    def look_elsewhere(self) -> None:
        """Have the notebook's thread look for what other dashboards have changed."""
        notebook = self._opened
        if notebook is not None:
            notebook.refresh(self._navigator.reading.story.id)

    def _target(self) -> "tuple[Document | None, NotebookWriter | None]":
        """Return the item to annotate and the notebook, or tell the user why there is none."""
        navigator, words = self._navigator, self._navigator.reading.words.notebook
        document = None if navigator.shown.is_group else navigator.current
        if self.notebook is None:
            tell(self._screen, words.no_notebook)
        elif document is None:
            tell(self._screen, words.no_item)
        return document, self.notebook

    def toggle_bookmark(self) -> None:
        """Set or remove the bookmark on the current item."""
        document, notebook = self._target()
        if document is None or notebook is None:
            return
        reading = self._navigator.reading
        now = notebook.toggle_bookmark(reading.story.id, document.key, document.title)
        tell(self._screen, reading.words.notebook.marked if now else reading.words.notebook.unmarked)
        self.update()

    def write_note(self) -> None:
        """Open the editor for the note on the current item."""
        from deepseek_tui.ui.dialogs.note import NoteEditor

        document, notebook = self._target()
        if document is None or notebook is None:
            return
        reading = self._navigator.reading
        draft = notebook.edit_note(reading.story.id, document.key, document.title)
        self._editor = NoteEditor(reading, document.title, draft)
        ask(self._screen, self._editor, self._written)

    def _written(self, _answer: object) -> None:
        self._editor = None
        self.update()

    def save_draft(self) -> None:
        """Save the last letters of a note that is being written, because the program ends."""
        if self._editor is not None:
            self._editor.keep()
