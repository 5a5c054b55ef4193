"""The dashboard, which is the main screen of a story."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.screen import Screen

from deepseek_tui.commands import ACTIONS, DEFAULT_KEYMAP, PANE_MOVES, Keymap
from deepseek_tui.navigation.location import Locations
from deepseek_tui.navigation.navigator import Navigator
from deepseek_tui.navigation.views import Notice, PaneView
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.ui import messages
from deepseek_tui.ui.asking import tell
from deepseek_tui.ui.controllers.filtering import FilterController
from deepseek_tui.ui.controllers.finding import FindingController
from deepseek_tui.ui.controllers.item_actions import ItemActions
from deepseek_tui.ui.controllers.lifecycle import StoryLifecycle
from deepseek_tui.ui.controllers.presenting import Presenter
from deepseek_tui.ui.latest_size import LatestSize
from deepseek_tui.ui.widgets.item_list import ItemList
from deepseek_tui.ui.widgets.line_view import LINE_CLASSES
from deepseek_tui.ui.widgets.page_view import PageView
from deepseek_tui.user_data.settings import LayoutSettings
from deepseek_tui.user_data.workspace import Workspace


class Dashboard(LatestSize, Screen[None]):
    """Main screen, which shows views and passes actions to controllers."""

    AUTO_FOCUS: ClassVar[str | None] = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(command.keys), command.action, show=False, id=command.id, priority="other_part" in command.action)
        for command in (*PANE_MOVES, *ACTIONS)
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = LINE_CLASSES
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-short"), (16, "-tall")]  # noqa: RUF012  as in Textual

    def __init__(
        self,
        reading: RenderContext,
        *,
        locations: Locations | None = None,
        workspace: Workspace | None = None,
        keymap: Keymap = DEFAULT_KEYMAP,
        layout: LayoutSettings = LayoutSettings(),  # noqa: B008  immutable
    ) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (layout.medium, "-medium"), (layout.wide, "-wide")]
        self.navigator = Navigator(reading, locations, position=lambda: self.panels.position, keymap=keymap)
        self.lifecycle = StoryLifecycle(self, self.navigator, workspace)
        self.annotations = self.lifecycle.annotations
        self.presenter = Presenter(self, self.navigator, self.lifecycle)
        self.panels = self.presenter.panels
        self.filtering = FilterController(self, self.navigator, self.panels, self.presenter.key_bar)
        self.item_actions = ItemActions(self, self.navigator, self.go_to)
        self.finding = FindingController(self, self.navigator, self.show)

    @property
    def reading(self) -> RenderContext:
        """The language, annotations and other options for displaying the story."""
        return self.navigator.reading

    def compose(self) -> ComposeResult:
        """Create the widgets of the dashboard: bars and panels."""
        self.panels.set_class(self.navigator.section is Section.OVERVIEW, "-overview")
        yield from self.presenter.widgets

    def know_size(self, size: Size) -> None:
        """Set the layout for the screen size before the first frame."""
        for length, steps in ((size.width, self.HORIZONTAL_BREAKPOINTS), (size.height, self.VERTICAL_BREAKPOINTS)):
            self.add_class(max(step for step in steps or () if step[0] <= length)[1])

    @on(events.Mount)
    def begin(self) -> None:
        """Show the story at the location where the user starts."""
        self.show(self.navigator.view())
        self.presenter.show_item()  # The first frame includes the detail; later frames draw it after the list.
        if self.navigator.locations.inside:
            self.panels.enter()
        self.lifecycle.open()

    def open(self, reading: RenderContext, locations: Locations, workspace: Workspace | None) -> None:
        """Replace the displayed story with another story."""
        self.navigator.open(reading, locations)
        self.lifecycle.workspace, self.lifecycle.live_reload.error = workspace, ""
        self.panels.leave()
        self.begin()

    def show(self, answer: PaneView | Notice | None) -> None:
        """Show a view or a notice from the Navigator."""
        if isinstance(answer, Notice):
            tell(self, *answer)
        elif answer is not None:
            self.annotations.look_elsewhere()
            self.filtering.close_if_done()
            self.presenter.show(answer)

    @on(ItemList.Highlighted)
    def row_highlighted(self) -> None:
        """Show the item under the cursor in the detail panel."""
        self.presenter.show_item_soon()

    @on(events.Resize)
    def screen_resized(self) -> None:
        """Adapt the panels to the new screen size."""
        self.presenter.fit_width()

    @on(events.DescendantFocus)
    def focus_moved(self) -> None:
        """Show the keys of the focused panel in the footer."""
        self.presenter.key_bar.inside = self.panels.inside

    @on(PageView.FollowLink)
    def link_clicked(self, message: PageView.FollowLink) -> None:
        """Go to the target of the clicked link."""
        self.item_actions.follow(message.ref)

    @on(messages.FilterTyped)
    @on(messages.FilterDone)
    def filter_edited(self, message: messages.FilterTyped | messages.FilterDone) -> None:
        """Apply, keep or discard the filter that the user types."""
        self.filtering.update(message)

    @on(messages.FilterChanged)
    def filter_changed(self) -> None:
        """Show the list with the current filter."""
        self.show(self.navigator.view())

    @on(messages.AnnotationsChanged)
    def annotations_changed(self, message: messages.AnnotationsChanged) -> None:
        """Show the user's changed bookmarks and notes."""
        self.show(self.navigator.annotate(message.annotations))

    @on(messages.NotebookChanged)
    def notebook_changed(self) -> None:
        """Report and show the changes in the user's notebook."""
        self.annotations.report_changes()

    @on(messages.StoryReloaded)
    def story_reloaded(self, message: messages.StoryReloaded) -> None:
        """Replace the displayed story with a newer edition."""
        self.lifecycle.replace(message, self.show)

    @on(messages.StatusChanged)
    def status_changed(self) -> None:
        """Update the status text in the title bar."""
        self.presenter.write_bars()

    def go_to(self, ref: str) -> None:
        """Go to an item in the pane that contains it."""
        self.show(self.navigator.go_to(ref))

    def action_pane(self, number: int) -> None:
        """Open a pane by number, counted from 0."""
        self.show(self.navigator.open_pane(PANES[number]))

    def action_turn(self, step: int) -> None:
        """Open the next or the previous pane."""
        self.show(self.navigator.open_pane(self.navigator.locations.turn(step)))

    def action_lens(self) -> None:
        """Switch the pane to the next grouping of items."""
        self.show(self.navigator.regroup())

    @on(ItemList.Chosen)
    def action_open(self) -> None:
        """Move the focus to the detail panel."""
        self.presenter.show_item()  # Without this, the next key would scroll the previous item.
        self.panels.enter()

    def action_back(self) -> None:
        """End the zoom, leave the detail panel, or go back."""
        if not self.panels.step_out() and self.navigator.history.jumped:
            self.action_history(-1)

    def action_other_part(self, step: int) -> None:
        """Move the focus to the next or the previous panel."""
        self.presenter.show_item()
        self.panels.go_on(step, beside=self.has_class("-wide"))

    def action_zoom(self) -> None:
        """Let the focused panel fill the screen, or show all panels again."""
        self.panels.zoom()

    def action_history(self, step: int) -> None:
        """Go back or forward in the navigation history."""
        self.show(self.navigator.go_through_history(step))

    def action_follow(self) -> None:
        """Let the user choose a link of the item to follow."""
        self.item_actions.choose_link()

    def action_source(self) -> None:
        """Let the user choose the web address of a source to open."""
        self.item_actions.choose_address()

    def action_search(self) -> None:
        """Open the search through the whole story."""
        self.finding.open_search()

    def action_match(self, step: int) -> None:
        """Go to the next or the previous search result."""
        self.show(self.navigator.go_to_match(step))

    async def action_filter(self) -> None:
        """Open the filter field for the current list."""
        await self.filtering.open()

    def action_finish_filter(self) -> None:
        """Keep the filter that the user typed."""
        self.filtering.finish()

    def action_undo_filter(self) -> None:
        """Restore the filter from before the user typed."""
        self.filtering.undo()

    def action_clear(self) -> None:
        """Remove the filter and the search highlights."""
        self.show(self.navigator.clear())

    def action_evidence(self) -> None:
        """Show the evidence of the current item."""
        self.item_actions.show_evidence(self.action_article)

    def action_article(self, done: Callable[[], None] | None = None) -> None:
        """Let the user choose a copy of the article, then call `done`."""
        self.lifecycle.choose_copy(self.show, done)

    def action_lab(self) -> None:
        """Open the interactive lab of the current innovation."""
        self.item_actions.open_lab(self.action_language)

    def action_copy(self) -> None:
        """Copy the current item as Markdown."""
        self.item_actions.copy_markdown()

    def action_copy_command(self) -> None:
        """Copy the shell command that opens the story at the current item."""
        self.item_actions.copy_command(self.lifecycle.command)

    def action_export(self) -> None:
        """Export the current item, the section or the story."""
        self.item_actions.export()

    def action_mark(self) -> None:
        """Add or remove the bookmark on the current item."""
        self.annotations.toggle_bookmark()

    def action_annotate(self) -> None:
        """Write a note on the current item."""
        self.annotations.write_note()

    def action_changes(self) -> None:
        """List the changes in the story since the user last read it."""
        self.lifecycle.changes.list_changes(self.go_to)

    def action_language(self) -> RenderContext:
        """Switch to the next interface language."""
        self.show(self.navigator.change_language())
        return self.reading

    def action_context(self) -> None:
        """Show or hide the context notes, which are not from the article."""
        self.show(self.navigator.toggle_context())

    async def action_help(self) -> None:
        """Show the help on the focused panel."""
        await self.run_action(f"app.explain({str(getattr(self.focused, 'id', '') or 'list')!r})")

    def action_palette(self) -> None:
        """Open the command palette."""
        self.finding.open_palette()

    def action_quit(self) -> None:
        """Exit the program."""
        self.app.exit()
