"""Controller of actions on the current item, such as copy and export."""

from collections.abc import Callable
from pathlib import Path

from textual.screen import Screen

from deepseek_tui.navigation.navigator import Navigator
from deepseek_tui.panes.links import LinkTargets, addresses, followable, is_term
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.ui.asking import ask, tell
from deepseek_tui.ui.clipboard import copy


class ItemActions:
    """Controller of actions on the current item.

    `go_to` opens another item.
    """

    def __init__(self, screen: Screen[None], navigator: Navigator, go_to: Callable[[str], None]) -> None:
        self._screen, self._navigator, self._go_to = screen, navigator, go_to

    def show_evidence(self, choose_copy: Callable[[Callable[[], None]], None]) -> None:
        """Show the evidence of the current item in a dialog.

        `choose_copy` lets the user choose a copy of the article, after which the evidence is shown again.
        """
        from deepseek_tui.panes.local_copy import COMMAND
        from deepseek_tui.ui.dialogs.evidence import EvidenceScreen

        document = self._navigator.current
        if document is None:
            return
        places, key = self._navigator.pane.places(document.key), self._navigator.key_label(COMMAND)

        def answered(wants_copy: bool | None) -> None:
            if wants_copy:
                choose_copy(lambda: self.show_evidence(choose_copy))

        ask(self._screen, EvidenceScreen(self._navigator.reading, document.title, places, document.key, key), answered)

    def open_lab(self, change_language: Callable[[], RenderContext]) -> None:
        """Open the interactive lab of the current innovation."""
        from deepseek_tui.labs.catalogue import lab_for
        from deepseek_tui.ui.labs.lab_screens import screen_of

        lab = lab_for(self._navigator.key, self._navigator.reading)
        if lab is None:
            tell(self._screen, self._navigator.reading.words.screen.no_lab)
        else:
            ask(self._screen, screen_of(lab, change_language))

    def copy_markdown(self) -> None:
        """Copy the current item as Markdown with footnotes."""
        from deepseek_tui.render.export import Export

        document = self._navigator.current
        if document is not None and not self._navigator.shown.is_group:
            copy(self._screen.app, Export(self._navigator.reading, document.key).text)
            tell(self._screen, self._navigator.reading.words.screen.copied)

    def copy_command(self, command: Callable[[str], str]) -> None:
        """Copy the shell command that opens the story at the current item."""
        key, words = self._navigator.key, self._navigator.reading.words.screen
        text = command(key) if key and not self._navigator.shown.is_group else ""
        if text:
            copy(self._screen.app, text)
        tell(self._screen, words.command_copied.format(text) if text else words.no_command, 4)

    def export(self) -> None:
        """Open the export dialog for the current item, section or story."""
        from deepseek_tui.ui.dialogs.export import ExportDialog

        navigator = self._navigator
        key = "" if navigator.shown.is_group else navigator.key
        ask(self._screen, ExportDialog(navigator.reading, navigator.section, key, Path.cwd()), self._exported)

    def _exported(self, path: str | None) -> None:
        if path is not None:
            tell(self._screen, self._navigator.reading.words.export.saved.format(path=path), 5)

    def choose_link(self) -> None:
        """Let the user choose a link of the current item to follow."""
        navigator = self._navigator
        document, reading = navigator.current, navigator.reading
        refs = followable(navigator.with_all_blocks(document), reading) if document else []
        if not refs:
            tell(self._screen, reading.words.screen.nowhere)
            return
        from deepseek_tui.ui.dialogs.chooser import LinkPicker

        words = reading.words.screen
        picker = LinkPicker(words.follow_title, words.ways_hint, LinkTargets.to_items(refs, reading))
        ask(self._screen, picker, self._follow_answer)

    def follow(self, ref: str) -> None:
        """Go to a linked item.

        If it is a term, show its definition in a dialog.
        """
        if is_term(ref, self._navigator.reading):
            from deepseek_tui.ui.dialogs.definition import Definition

            ask(self._screen, Definition(self._navigator.reading, ref), self._follow_answer)
        else:
            self._go_to(ref)

    def _follow_answer(self, ref: str | None) -> None:
        if ref:
            self.follow(ref)

    def choose_address(self) -> None:
        """Let the user choose a source's web address, and open it.

        It is opened in the browser.
        """
        document, words = self._navigator.current, self._navigator.reading.words.screen
        urls = addresses(document, self._navigator.reading) if document else []
        if not urls:
            tell(self._screen, words.no_address)
            return
        from deepseek_tui.ui.dialogs.chooser import LinkPicker

        picker = LinkPicker(words.source_title, words.ways_hint, LinkTargets.to_addresses(urls))
        ask(self._screen, picker, lambda url: self._screen.app.open_url(url) if url else None)
