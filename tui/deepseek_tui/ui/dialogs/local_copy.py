"""Dialog for choosing a copy of the article, as file or text."""

from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Button, Label

from deepseek_tui.article.article_file import MAX_COPY_BYTES, read_local_copy
from deepseek_tui.article.local_copy import LocalCopy
from deepseek_tui.i18n.messages import translator
from deepseek_tui.i18n.numbers import number
from deepseek_tui.panes.local_copy import comparison
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.text import harmless
from deepseek_tui.story.loading.diagnostics import InvalidInput
from deepseek_tui.ui.dialogs.dialog import Dialog
from deepseek_tui.ui.widgets.multi_line_input import MultiLineInput
from deepseek_tui.ui.widgets.path_input import PathInput
from deepseek_tui.user_data.path_completion import typed_path

LONGEST_PASTE = 1_000_000
"""The most characters of a pasted text, about 170,000 words, which Textual takes half a second to wrap."""
MOST_NAMES = 30
"""The most names that are listed when a typed path is completed."""


class PasteInput(MultiLineInput):
    """Text field for a pasted article.

    It refuses a text that would block the dialog.
    """

    class Refused(Message):
        """Message: the pasted text is too long."""

    async def _on_paste(self, event: events.Paste) -> None:
        if len(event.text) > LONGEST_PASTE:
            event.stop()
            event.prevent_default()
            self.post_message(self.Refused())


class LocalCopyDialog(Dialog[LocalCopy | None]):
    """Dialog for choosing a copy of the article.

    It returns a recognised copy, from a file or from pasted text.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False), Binding("ctrl+s", "check", show=False)]
    AUTO_FOCUS: ClassVar[str | None] = "#copy-file"
    TOPIC = "article"

    file = query_one("#copy-file", PathInput)
    text = query_one("#copy-text", PasteInput)
    message = query_one("#copy-message", Label)
    check_button = query_one("#copy-check", Button)
    cancel_button = query_one("#copy-cancel", Button)

    def __init__(self, reading: RenderContext, folder: Path) -> None:
        super().__init__()
        self.reading = reading
        self._folder = folder
        self._is_text_newer = False
        """Whether the field for the text was edited after that for the path."""
        self._offered: LocalCopy | None = None
        """A copy that matches in part, which the user may accept."""

    def compose(self) -> ComposeResult:
        """Create the explanation, the fields, the message and the buttons."""
        words = self.reading.words.local_copy
        introduction = words.introduction if self.reading.embedded is None else words.introduction_included
        with Vertical(classes="dialog", id="copy"):
            yield Label(Content(introduction), id="copy-introduction")
            with Horizontal(classes="labelled"):
                yield Label(Content(words.file))
                yield PathInput(self._folder, id="copy-file")
            yield Label(Content(words.paste), id="copy-paste")
            yield PasteInput(id="copy-text", soft_wrap=True, show_line_numbers=False)
            yield Label(id="copy-message")
            with Horizontal(id="copy-answers"):
                yield Button(Content(words.check), id="copy-check", variant="primary", compact=True)
                yield Button(Content(words.cancel), id="copy-cancel", compact=True)

    def on_mount(self) -> None:
        """Set the dialog's titles, and say which copy is in use."""
        words, dialog, copy = self.reading.words.local_copy, self.query_one("#copy"), self.reading.local_copy
        dialog.border_title = words.title
        self._say(f"{harmless(copy.path) or words.unnamed}. {comparison(copy, self.reading.words)}" if copy else "")

    @on(events.DescendantFocus)
    def focus_moved(self) -> None:
        """Show the keys of the focused field."""
        words = self.reading.words.local_copy
        self.query_one("#copy").border_subtitle = words.close_text if self.text.has_focus else words.close

    # The following methods handle edits of the fields.

    @on(PathInput.Changed, "#copy-file")
    def path_edited(self) -> None:
        """Remove the message about the previous path."""
        self._edited(is_text=False)

    @on(PasteInput.Changed, "#copy-text")
    def text_edited(self) -> None:
        """Remove the message about the previous text."""
        self._edited(is_text=True)

    def _edited(self, *, is_text: bool) -> None:
        self._is_text_newer = is_text
        self._offer(None)

    @on(PathInput.Completed)
    def path_completed(self, message: PathInput.Completed) -> None:
        """List the names with which the typed path can continue."""
        shown = "  ".join(message.names[:MOST_NAMES]) + ("  …" if len(message.names) > MOST_NAMES else "")
        self._say(shown or self.reading.words.local_copy.no_such_name)

    @on(PathInput.TextPasted)
    def text_pasted_as_path(self, message: PathInput.TextPasted) -> None:
        """Move an article that was pasted into the field for the path.

        It is moved to the field for the text.
        """
        self.text.focus()
        self.text.post_message(events.Paste(message.text))

    @on(PasteInput.Refused)
    def text_refused(self) -> None:
        """Say that the pasted text is too long."""
        most = number(LONGEST_PASTE, self.reading.language)
        self._say(self.reading.words.local_copy.too_long.format(most))

    # The following methods check, accept or cancel.

    @on(PathInput.Submitted)
    def action_check(self) -> None:
        """Compare the file or the text with the article.

        Close the dialog if it matches.
        """
        words = self.reading.words.local_copy
        if self._offered is not None:
            self.dismiss(self._offered)
            return
        try:
            copy = self._typed_copy()
        except InvalidInput as error:
            self._say(error.problems[0].worded(translator(self.reading.language)))
            return
        if copy is None:
            self._say(words.nothing_given)
        elif copy.is_recognised and not copy.edited:
            self.dismiss(copy)
        elif copy.is_recognised:
            self._offer(copy)
        else:
            self._say(comparison(copy, self.reading.words))

    def _typed_copy(self) -> LocalCopy | None:
        """Return the text or the file that was edited last.

        Return None if both fields are empty. Raises InvalidInput.
        """
        path, text, article = self.file.value.strip(), self.text.text, self.reading.story.article
        if text.strip() and (self._is_text_newer or not path):
            return LocalCopy(text, article)
        if not path:
            return None
        return read_local_copy(str(typed_path(path, self._folder)), article, regular=True, largest=MAX_COPY_BYTES)

    def _offer(self, copy: LocalCopy | None) -> None:
        """Ask whether to use a copy that matches in part.

        Without one, remove the question.
        """
        words = self.reading.words.local_copy
        self._offered = copy
        self.check_button.label = Content(words.check if copy is None else words.use)
        self.cancel_button.label = Content(words.cancel if copy is None else words.change)
        self._say("" if copy is None else f"{comparison(copy, self.reading.words)} {words.use_question}")
        if copy is not None:
            self.check_button.focus()

    def _say(self, text: str) -> None:
        self.message.update(Content(harmless(text)))
        self.message.display = bool(text)

    @on(Button.Pressed)
    def answered(self, message: Button.Pressed) -> None:
        """Check, accept or cancel, depending on the pressed button."""
        message.stop()
        if message.button is self.check_button:
            self.action_check()
        else:
            self.action_cancel()

    def action_cancel(self) -> None:
        """Go back to the fields, or close the dialog."""
        if self._offered is None:
            self.dismiss(None)
            return
        self._offer(None)
        (self.text if self._is_text_newer else self.file).focus()
