"""Export dialog: what to export, file name, folder and preview."""

from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Button, Label

from deepseek_tui.panes.pane import Row, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.render.export import Export
from deepseek_tui.story.format.sections import ALL
from deepseek_tui.story.format.text import harmless
from deepseek_tui.ui.dialogs.dialog import Dialog
from deepseek_tui.ui.widgets.item_list import ItemList
from deepseek_tui.ui.widgets.line_input import LineInput
from deepseek_tui.ui.widgets.text_view import TextView
from deepseek_tui.user_data.atomic_files import SaveError, SaveProblem, save


class ExportRows:
    """List of possible exports: this item, this section, the whole story."""

    lines = 1

    def __init__(self, reading: RenderContext, exports: list[Export]) -> None:
        words = reading.words.export
        names = (words.this_item, words.this_section, words.whole_story)[-len(exports) :]
        self._rows = [Row(name, tail=export.title) for name, export in zip(names, exports, strict=True)]
        self.keys = [export.what for export in exports]

    def row(self, number: int) -> Row:
        """Return the row of a possible export, with the part's title."""
        return self._rows[number]


class ExportDialog(Dialog[str | None]):
    """Dialog that exports a story or a part of it.

    It returns the saved path or None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False), Binding("ctrl+s", "save", show=False)]
    AUTO_FOCUS: ClassVar[str | None] = "#export-parts"
    TOPIC = "export"

    parts = query_one("#export-parts", ItemList)
    file = query_one("#export-file", LineInput)
    folder = query_one("#export-folder", LineInput)
    preview = query_one("#export-preview", TextView)
    message = query_one("#export-message", Label)
    save_button = query_one("#export-save", Button)
    cancel_button = query_one("#export-cancel", Button)

    def __init__(self, reading: RenderContext, section: Section, key: str, folder: Path) -> None:
        super().__init__()
        self.reading = reading
        whats = [what for what in (key, section.value, ALL) if what]
        self.exports = {what: Export(reading, what) for what in whats}
        self._folder, self._folder_shown = folder, harmless(str(folder))
        self._proposed = ""
        self._asking = False

    def compose(self) -> ComposeResult:
        """Create the list of exports, the fields, the preview and the buttons."""
        words = self.reading.words.export
        with Vertical(classes="dialog", id="export"):
            yield ItemList(id="export-parts")
            with Horizontal(classes="labelled"):
                yield Label(words.file, markup=False)
                yield LineInput(id="export-file", compact=True, select_on_focus=False)
            with Horizontal(classes="labelled"):
                yield Label(words.folder, markup=False)
                yield LineInput(self._folder_shown, id="export-folder", compact=True, select_on_focus=False)
            yield TextView(id="export-preview")
            yield Label("", id="export-message", markup=False)
            with Horizontal(id="export-answers"):
                yield Button(Content(words.save), id="export-save", variant="primary", compact=True)
                yield Button(Content(words.cancel), id="export-cancel", compact=True)

    def on_mount(self) -> None:
        """Show the possible exports, with the first one selected."""
        words = self.reading.words.export
        self.query_one("#export").border_title = words.title
        self.preview.border_title = words.preview
        self.parts.show(ExportRows(self.reading, list(self.exports.values())))

    @property
    def export(self) -> Export:
        """The export selected in the list."""
        return self.exports[self.parts.key]

    def on_item_list_highlighted(self, message: ItemList.Highlighted) -> None:
        """Preview the selected export, and suggest a file name.

        A name that the user typed is kept.
        """
        message.stop()
        if message.key != self.parts.key:
            return
        if self.file.value == self._proposed:
            self._proposed = self.file.value = self.export.file_name
        written = self.export.written
        # The preview starts at the blank line above the body, after the front matter.
        self.preview.show(written.text, start=max(0, len(written.front) - 1))
        self._ask(False)

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        """Ignore a second click on a row.

        Only Enter or the button saves.
        """
        message.stop()

    def on_input_changed(self) -> None:
        """Cancel the question whether to overwrite a file.

        The file name has changed.
        """
        self._ask(False)

    def on_input_submitted(self) -> None:
        """Save the export when Enter is pressed in a text field."""
        self.action_save()

    def on_key(self, event: events.Key) -> None:
        """Save the export when Enter is pressed in list or preview."""
        if event.key == "enter" and self.focused in (self.parts, self.preview):
            event.stop()
            self.action_save()

    def on_button_pressed(self, message: Button.Pressed) -> None:
        """Save, overwrite or cancel, depending on the pressed button."""
        message.stop()
        if message.button is self.save_button:
            self.action_save()
        else:
            self.action_cancel()

    def action_save(self) -> None:
        """Save the export.

        If the file exists, first ask whether to overwrite it.
        """
        typed = self.folder.value
        folder = self._folder if typed == self._folder_shown else Path(typed or ".").expanduser()
        path = folder / (self.file.value or self.export.file_name)
        try:
            save(path, self.export.data, overwrite=self._asking)
        except SaveError as error:
            self._refused(error, path)
        else:
            self.dismiss(harmless(str(path)))

    def _refused(self, error: SaveError, path: Path) -> None:
        words = self.reading.words.export
        if error.kind is SaveProblem.EXISTS:
            self._ask(True, words.overwrite.format(path=harmless(str(path))))
        else:
            self._ask(False, error.message(words))

    def _ask(self, asking: bool, message: str = "") -> None:
        """Ask whether to overwrite a file, or remove the question."""
        words = self.reading.words.export
        self._asking = asking
        self.message.update(Content(message))
        self.message.display = bool(message)
        self.save_button.label = Content(words.overwrite_yes if asking else words.save)
        self.cancel_button.label = Content(words.overwrite_no if asking else words.cancel)
        if asking:
            self.cancel_button.focus()

    def action_cancel(self) -> None:
        """Cancel the question whether to overwrite, or close the dialog."""
        if self._asking:
            self._ask(False)
            self.file.focus()
        else:
            self.dismiss(None)
