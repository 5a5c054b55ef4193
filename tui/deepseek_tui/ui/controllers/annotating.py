"""The controller for the user's bookmarks and notes."""

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
    """Controller that adds bookmarks and notes to items.

    It posts AnnotationsChanged.
    """

    def __init__(self, screen: Screen[None], navigator: Navigator) -> None:
        self._screen, self._navigator = screen, navigator
        self._workspace: Workspace | None = None
        self._editor: NoteEditor | None = None
        """The open note editor; None without one."""
        self._has_reported_orphaned = False

    @property
    def notebook(self) -> "NotebookWriter | None":
        """The user's notebook of bookmarks and notes, or None."""
        return self._workspace.notebook if self._workspace else None

    @property
    def is_unsaved(self) -> bool:
        """Whether annotations wait for another process to release its lock."""
        notebook = self._opened
        return notebook is not None and notebook.is_unsaved

    @property
    def _opened(self) -> "NotebookWriter | None":
        """The notebook, or None while it is not open."""
        return self._workspace.notebook if self._workspace is not None and self._workspace.is_notebook_open else None

    def open(self, workspace: Workspace | None) -> None:
        """Open the user's notebook after the story is displayed."""
        self._workspace = workspace
        self._screen.call_after_refresh(self._open_notebook)

    def _open_notebook(self) -> None:
        notebook, story = self.notebook, self._navigator.reading.story.id
        if notebook is None:
            return
        self._has_reported_orphaned = False
        notebook.on_change = self._notebook_changed
        notebook.open_story(story)
        if notebook.has_read(story):  # If the annotations are loaded already, no later change would report them.
            self._notebook_changed()

    def _notebook_changed(self) -> None:
        """Tell the screen that the notebook has changed.

        Any thread may call this method.
        """
        self._screen.post_message(NotebookChanged())

    def report_changes(self) -> None:
        """Show the user's current annotations, and report recovered notes and errors."""
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
        """Return the annotations on items that are not in the story."""
        return list(orphaned(mine, keys_of(self._navigator.reading))) if mine.marks else []

    def report_orphaned(self, found: "Collection[Annotation]") -> None:
        """Notify the user of annotations on items removed from the story."""
        if found:
            reading = self._navigator.reading
            tell(self._screen, counted(reading.words.notebook.gone, len(found), reading.language), 8)

    def of(self, story: Story) -> Annotations:
        """Return the user's annotations for a newer edition.

        The id of the story may have changed.
        """
        if story.id == self._navigator.reading.story.id or self.notebook is None:
            return self._navigator.reading.mine
        self.notebook.open_story(story.id)
        return self.notebook.annotations(story.id)

    def report_errors(self) -> None:
        """Report each error in saving or reading the user's files once."""
        if self._workspace is not None:
            words, language = self._navigator.reading.words.notebook, self._navigator.reading.language
            for store in (self._workspace.notebook, self._workspace.session, self._workspace.snapshots):
                for trouble in store.take_errors() if store else ():
                    tell(self._screen, trouble.message(words, language), 12, error=True)

    def update(self) -> None:
        """Post AnnotationsChanged if other annotations are to be displayed."""
        if self.notebook is not None:
            mine = self.notebook.annotations(self._navigator.reading.story.id)
            if mine != self._navigator.reading.mine:
                self._screen.post_message(AnnotationsChanged(mine))

    def look_elsewhere(self) -> None:
        """Check whether another process has changed annotations.

        The check is made in the notebook's thread.
        """
        notebook = self._opened
        if notebook is not None:
            notebook.refresh(self._navigator.reading.story.id)

    def _target(self) -> "tuple[Document | None, NotebookWriter | None]":
        """Return the current item and the notebook.

        Notify the user if either is missing.
        """
        navigator, words = self._navigator, self._navigator.reading.words.notebook
        document = None if navigator.shown.is_group else navigator.current
        if self.notebook is None:
            tell(self._screen, words.no_notebook)
        elif document is None:
            tell(self._screen, words.no_item)
        return document, self.notebook

    def toggle_bookmark(self) -> None:
        """Add or remove the bookmark on the current item."""
        document, notebook = self._target()
        if document is None or notebook is None:
            return
        reading = self._navigator.reading
        now = notebook.toggle_bookmark(reading.story.id, document.key, document.title)
        tell(self._screen, reading.words.notebook.marked if now else reading.words.notebook.unmarked)
        self.update()

    def write_note(self) -> None:
        """Open the editor for the user's note on the current item."""
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
        """Save the note in the open editor, because the program ends."""
        if self._editor is not None:
            self._editor.keep()
