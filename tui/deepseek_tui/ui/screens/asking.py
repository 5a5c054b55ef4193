"""What is done with an item or a story: looking for who says it, copying, exporting, reading in another way."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from deepseek_tui.i18n.languages import after
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.ui.clipboard import copy
from deepseek_tui.ui.screens.travel import Travel
from deepseek_tui.ui.styles.themes import THEMES

if TYPE_CHECKING:
    from deepseek_tui.panes.palette import PaletteEntry


class Asking(Travel):
    """The actions that open a dialog, or change how the story is read."""

    @dataclass
    class StoryChosen(Message):
        """The reader wants another of the stories that come with the program."""

        name: str

    def action_evidence(self) -> None:
        """Show who says it, and where that is written."""
        from deepseek_tui.ui.dialogs.evidence import EvidenceScreen

        document = self.current
        if document is not None:
            places = self.pane.places(document.key)
            self.ask(EvidenceScreen(self.reading, document.title, places, document.key))

    def action_lab(self) -> None:
        """Open the demonstration of this innovation."""
        from deepseek_tui.labs.catalogue import lab_for
        from deepseek_tui.ui.labs.lab_screens import screen_of

        lab = lab_for(self.items.key, self.reading)
        if lab is None:
            self.tell(self.reading.words.screen.no_lab)
        else:
            self.ask(screen_of(lab, self._in_the_other_language))

    def _in_the_other_language(self) -> RenderContext:
        self.action_language()
        return self.reading

    def action_copy(self) -> None:
        """Copy the item as Markdown with its footnotes."""
        from deepseek_tui.render.export import Export

        document = self.current
        if document is not None and not self.is_group:
            copy(self.app, Export(self.reading, document.key).text)
            self.tell(self.reading.words.screen.copied)

    def action_export(self) -> None:
        """Export what is in front of the reader."""
        from deepseek_tui.ui.dialogs.export import ExportDialog

        key = "" if self.is_group else self.items.key
        self.ask(ExportDialog(self.reading, self.places.section, key, Path.cwd()), self._exported)

    def _exported(self, path: str | None) -> None:
        if path is not None:
            self.tell(self.reading.words.export.saved.format(path=path), timeout=5)

    def action_language(self) -> None:
        """Read in the next language of the interface."""
        other = after(self.reading.language)
        self.read(replace(self.reading, language=other))
        if other not in self.reading.story.languages:
            self.tell(self.reading.words.screen.only_language.format(", ".join(self.reading.story.languages)), timeout=5)

    def action_context(self) -> None:
        """Show or hide what comes from outside the article."""
        context = not self.reading.context
        self.read(replace(self.reading, context=context))
        words = self.reading.words.screen
        self.tell(words.context_on if context else words.context_off)

    async def action_help(self) -> None:
        """Explain the part that has the focus, show every key, and how to read."""
        topic = str(getattr(self.focused, "id", "") or "list")
        await self.run_action(f"app.explain({topic!r})")

    def action_palette(self) -> None:
        """Find something to do by its name."""
        from deepseek_tui.panes.palette import palette_entries
        from deepseek_tui.story.loading.library import bundled
        from deepseek_tui.ui.dialogs.palette import Palette

        self.ask(Palette(self.reading, palette_entries(self.reading, list(THEMES), list(bundled()))), self._chosen)

    async def _chosen(self, choice: "PaletteEntry | None") -> None:
        if choice is None:
            return
        match choice.action:
            case "story":
                self.post_message(self.StoryChosen(choice.argument))
            case "theme":
                self.app.theme = choice.argument
            case "section":
                self.action_pane(PANES.index(Section(choice.argument)))
            case "item":
                self.go_to(choice.argument)
            case action:
                await self.run_action(action)

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()
