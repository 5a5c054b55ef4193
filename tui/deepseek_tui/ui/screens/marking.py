"""Marking: the reader's bookmarks and notes, kept in their notebook and shown on what they are about."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.message import Message

from deepseek_tui.i18n.panes import counted
from deepseek_tui.panes.annotations import orphaned
from deepseek_tui.panes.catalogue import keys_of
from deepseek_tui.panes.pane import Section
from deepseek_tui.ui.screens.asking import Asking

if TYPE_CHECKING:
    from collections.abc import Collection

    from deepseek_tui.panes.annotations import Annotation
    from deepseek_tui.panes.blocks import Document
    from deepseek_tui.ui.dialogs.note import NoteEditor
    from deepseek_tui.user_data.notebook_writer import NotebookWriter


class Marking(Asking):
    """The actions on the reader's own marks."""

    _editor: "NoteEditor | None" = None
    """Where a note is being written."""
    _has_told_lost = False

    class NotebookChanged(Message):
        """The notebook has other marks to show, or something to say."""

    def begin(self) -> None:
        """Open the notebook once the story can be read."""
        super().begin()
        self.call_after_refresh(self._open_notebook)

    @property
    def notebook(self) -> "NotebookWriter | None":
        """The reader's notebook, if there is one."""
        return self.desk.notebook if self.desk else None

    @property
    def is_unsaved(self) -> bool:
        """Whether another program's lock keeps something of the reader's from being saved."""
        return (
            self.desk is not None and self.desk.is_notebook_open and self.notebook is not None and self.notebook.is_unsaved
        )

    def _open_notebook(self) -> None:
        notebook = self.notebook
        if notebook is None:
            return
        self._has_told_lost = False
        notebook.on_change = self._tell_changed
        notebook.open_story(self.reading.story.id)
        if notebook.has_read(self.reading.story.id):  # the reader comes back to a story
            self._tell_changed()

    def _tell_changed(self) -> None:
        """Have the screen take up what changed; any thread may call this."""
        self.post_message(self.NotebookChanged())

    def on_marking_notebook_changed(self) -> None:
        """Show the marks as they are now, and say what is new about the notebook."""
        notebook = self.notebook
        if notebook is None:
            return
        if notebook.failure is not None:
            raise notebook.failure
        self.say_troubles()
        words, language, story = self.reading.words.notebook, self.reading.language, self.reading.story.id
        recovered = [one for one in notebook.take_recovered_notes() if one.story == story]
        if recovered:
            self.tell(counted(words.recovered, len(recovered), language), timeout=8)
        self.see_marks()
        self.speak()
        if notebook.has_read(story) and not self._has_told_lost:
            self._has_told_lost = True
            self.say_lost(self.lost)

    @property
    def lost(self) -> "list[Annotation]":
        """The marks whose item the story has no more."""
        return list(orphaned(self.reading.mine, keys_of(self.reading))) if self.reading.mine.marks else []

    def say_lost(self, lost: "Collection[Annotation]") -> None:
        """Say that marks are kept whose item the story has no more."""
        if lost:
            self.tell(counted(self.reading.words.notebook.gone, len(lost), self.reading.language), timeout=8)

    def see_marks(self) -> None:
        """Show the marks as the notebook has them now, wherever they were made."""
        notebook = self.notebook
        if notebook is not None:
            mine = notebook.annotations(self.reading.story.id)
            if mine != self.reading.mine:
                self.read(replace(self.reading, mine=mine))

    def say_troubles(self) -> None:
        """Say once what went wrong with the reader's own files."""
        desk = self.desk
        if desk is not None:
            words, language = self.reading.words.notebook, self.reading.language
            for keeper in (desk.notebook, desk.session, desk.snapshots):
                for trouble in keeper.take_errors() if keeper else ():
                    self.tell(trouble.message(words, language), timeout=12, wrong=True)

    def look_elsewhere(self) -> None:
        """Have the thread look for what other dashboards have changed."""
        if self.desk is not None and self.desk.is_notebook_open and self.notebook is not None:
            self.notebook.refresh(self.reading.story.id)

    def show_pane(self, section: Section) -> None:
        """Show a pane; another dashboard's marks are noticed when the reader goes somewhere."""
        self.look_elsewhere()
        super().show_pane(section)

    def _markable(self) -> "tuple[Document | None, NotebookWriter | None]":
        """What can be marked here, and where; where that is nothing, or nowhere, it is said."""
        words, document = self.reading.words.notebook, None if self.is_group else self.current
        if self.notebook is None:
            self.tell(words.no_notebook)
        elif document is None:
            self.tell(words.no_item)
        return document, self.notebook

    def action_mark(self) -> None:
        """Set a bookmark on this item, or take it away."""
        document, notebook = self._markable()
        if document is None or notebook is None:
            return
        now = notebook.toggle_bookmark(self.reading.story.id, document.key, document.title)
        words = self.reading.words.notebook
        self.tell(words.marked if now else words.unmarked)
        self.see_marks()

    def action_annotate(self) -> None:
        """Write a note on this item."""
        from deepseek_tui.ui.dialogs.note import NoteEditor

        document, notebook = self._markable()
        if document is None or notebook is None:
            return
        draft = notebook.edit_note(self.reading.story.id, document.key, document.title)
        self._editor = NoteEditor(self.reading, document.title, draft)
        self.ask(self._editor, self._written)

    def keep_note(self) -> None:
        """Keep what was written last of a note that is being written: the program ends."""
        if self._editor is not None:
            self._editor.keep()

    def _written(self, _answer: object) -> None:
        self._editor = None
        self.see_marks()
