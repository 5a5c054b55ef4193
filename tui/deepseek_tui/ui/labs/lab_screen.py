"""Screen of a lab: controls beside a page with the results."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.getters import query_one
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, get_current_worker

from deepseek_tui.labs.catalogue import lab_of
from deepseek_tui.labs.control import Values
from deepseek_tui.labs.lab import Cancelled, Lab, OutOfRange
from deepseek_tui.panes.key_labels import key_name
from deepseek_tui.panes.page_layout import PageLayout
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.ui.dialogs.dialog import DIALOGS, Dialog
from deepseek_tui.ui.widgets.control_list import ControlList, ControlRow
from deepseek_tui.ui.widgets.hint_bar import Hint, HintBar
from deepseek_tui.ui.widgets.page_view import PageView

PROGRESS_INTERVAL = 0.05
"""Minimum time between two progress messages, in seconds."""
CONTROLS_BORDER, ABOUT_LINES, STEPS_PADDING = 2, 5, 4
"""Lines and cells that decide whether the guided steps fit below the controls.

They are the lines of the controls' border, the lines reserved for a description, and the cells of padding beside the
steps.
"""


class LabScreen(Dialog[None]):
    """Screen of a lab: controls, and the page computed from them."""

    @dataclass
    class Progressed(Message):
        """Message: the lab's long computation has made progress."""

        worker: Worker[object]
        share: float

    @dataclass
    class Finished(Message):
        """Message: the lab's long computation has finished."""

        worker: Worker[object]
        result: object

    # The layout breakpoints have the same types as in Textual, which does not use ClassVar.
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (80, "-medium"), (120, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-short"), (16, "-tall")]  # noqa: RUF012
    AUTO_FOCUS: ClassVar[str | None] = "#lab-controls"
    TOPIC = "lab"
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [DIALOGS, DIALOGS.with_name("labs.tcss")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("q", "close", show=False, id="quit"),
        Binding("d", "close", show=False, id="lab"),
        Binding("left,h,minus", "step(-1)", show=False),
        Binding("right,l,plus", "step(1)", show=False),
        Binding("enter", "edit", show=False),
        Binding("r", "reset", show=False),
        Binding("L", "language", show=False, id="language"),
        Binding("x", "run", show=False),
        *(Binding(str(number), f"guided({number - 1})", show=False) for number in (1, 2, 3)),
        Binding("tab,shift+tab", "other_part", show=False, priority=True),
    ]

    controls = query_one("#lab-controls", ControlList)
    about = query_one("#lab-about", Static)
    guided_steps = query_one("#lab-try", PageView)
    view = query_one("#lab-page", PageView)
    keys = query_one(HintBar)

    def __init__(self, lab: Lab, switch_language: Callable[[], RenderContext] | None = None) -> None:
        super().__init__()
        self.lab = lab
        self._switch_language = switch_language
        """The function that switches the language; None without a dashboard."""
        self.values: Values = lab.defaults
        self.result: object | None = None
        """The result of the long computation for the current values, or None."""
        self._worker: Worker[object] | None = None
        self._guided = -1
        """The index of the guided step that was set last, or -1."""

    def compose(self) -> ComposeResult:
        """Create the controls, description, guided steps, page and key hints."""
        with Container(id="lab"):
            with Vertical(id="lab-side"):
                yield ControlList(id="lab-controls")
                yield Static(id="lab-about", markup=False)
                yield PageView(id="lab-try")
            with Vertical(id="lab-main"):
                yield from self.chart_widgets()
                yield PageView(id="lab-page")
        yield HintBar()

    def chart_widgets(self) -> list[Widget]:
        """Return additional widgets above the page, which `draw` must update."""
        return []

    def on_mount(self) -> None:
        """Show the labels and the page for the default values."""
        self.guided_steps.can_focus = False
        self.update_labels()
        self._set_values(self.values)

    def update_labels(self) -> None:
        """Set the titles and key hints in the interface language."""
        self.controls.border_title, self.view.border_title = self.lab.shared_words.values, self.lab.title
        self._update_hints()

    def on_resize(self) -> None:
        """Show the guided steps below the controls, or on the page."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        steps_beside = not self.has_class("-narrow") and _steps_fit(self.lab, self.query_one("#lab-side").size)
        if steps_beside != self.guided_steps.display:
            self.guided_steps.display = steps_beside
            self.draw()

    # The following methods display the lab.

    def draw(self) -> None:
        """Show the values and the page, at the same scroll position."""
        lab, steps_beside = self.lab, self.guided_steps.display
        self.controls.show(tuple(self._row(control.id) for control in lab.controls))
        steps = lab.guided_step_blocks()
        if steps_beside:
            self.guided_steps.show(lab.reading, steps)
        blocks = (*lab.page(self.values, self.result), *(() if steps_beside else steps), *lab.background_blocks())
        self.view.show(lab.reading, blocks, self.view.scroll_y)

    def _row(self, id: str) -> ControlRow:
        control = self.lab.control(id)
        return ControlRow(
            id, control.label, self.lab.format_value(id, self.values), control.unit, accepts_text=not control.choices
        )

    def _show_message(self, sentence: str, *, refused: bool = False) -> None:
        self.about.set_class(refused, "-refused")
        self.about.update(Content(sentence))

    def on_control_list_cursor_moved(self, message: ControlList.CursorMoved) -> None:
        """Describe the current control, or the range for a typed value."""
        message.stop()
        control = self.lab.control(message.id)
        range_text = self.lab.format_range(control)
        self._show_message(
            f"{control.description} {range_text[0].upper()}{range_text[1:]}." if message.typing else control.description
        )
        self._update_hints()

    def _update_hints(self) -> None:
        self.keys.offered = _hints(self.lab, typing=self.controls.typing)

    # The following methods change values.

    def _set_values(self, values: Values) -> None:
        self.values, self.result = values, None
        self._stop()
        self.draw()
        if self.lab.eager:
            self.action_run()

    def _apply_changes(self, changes: Values) -> None:
        """Change the values of some controls, or show why that is invalid."""
        try:
            self._set_values(self.lab.apply_changes(self.values, changes))
        except OutOfRange as error:
            self._show_message(str(error), refused=True)

    def on_control_list_stepped(self, message: ControlList.Stepped) -> None:
        """Change the value of a control by one step."""
        message.stop()
        control = self.lab.control(message.id)
        self._show_message(control.description)
        self._apply_changes({message.id: control.step(self.values[message.id], message.direction)})

    def on_control_list_submitted(self, message: ControlList.Submitted) -> None:
        """Set a control to the typed value if it is valid."""
        message.stop()
        try:
            self._apply_changes({message.id: self.lab.parse_value(self.lab.control(message.id), message.text)})
        except OutOfRange as error:
            self._show_message(str(error), refused=True)

    def action_step(self, direction: int) -> None:
        """Change the current control by one step, wherever the focus is."""
        self.controls.step(direction)

    def action_edit(self) -> None:
        """Let the user type a value for the current control."""
        self.controls.focus(scroll_visible=False)
        self.controls.edit()

    def action_guided(self, index: int) -> None:
        """Set the values of a guided step and show its description."""
        if index < len(self.lab.guided_steps):
            self._guided = index
            self._set_values(self.lab.values_at_step(index))
            self.view.action_first()
            self._show_message(self.lab.guided_steps[index].description)

    def action_next_guided(self) -> None:
        """Set the values of the next guided step, for mouse users."""
        self.action_guided((self._guided + 1) % len(self.lab.guided_steps))

    def action_reset(self) -> None:
        """Reset all controls to their default values."""
        self._guided = -1
        self._set_values(self.lab.defaults)
        self.view.action_first()

    def action_language(self) -> None:
        """Switch to the other interface language.

        Values and result are kept.
        """
        if self._switch_language is not None:
            self.set_lab(lab_of(self.lab.name, self._switch_language()))

    def set_lab(self, lab: Lab) -> None:
        """Replace the lab by one in another language."""
        self.lab = lab
        self.update_labels()
        self.draw()
        if self.controls.current is not None:
            self._show_message(lab.control(self.controls.current.id).description)

    def action_other_part(self) -> None:
        """Move the focus between the controls and the page."""
        part = self.view if self.focused is self.controls else self.controls
        part.focus(scroll_visible=False)

    # The following methods run the long computation.

    def action_run(self) -> None:
        """Start the lab's long computation in a thread."""
        if self.lab.run_label or self.lab.eager:
            self._stop()
            self._worker = self.run_worker(
                partial(_compute, self, self.lab, self.values), thread=True, exit_on_error=True, group="lab"
            )

    def on_lab_screen_progressed(self, message: Progressed) -> None:
        """Show the progress of the lab's long computation."""
        if message.worker is self._worker:
            self.view.border_subtitle = self.lab.shared_words.running.format(round(message.share * 100))

    def on_lab_screen_finished(self, message: Finished) -> None:
        """Show the result of the long computation, unless values have changed."""
        if message.worker is self._worker:
            self._stop()
            self.result = message.result
            self.draw()
            if not self.lab.eager:  # The user started the computation, so the page scrolls to the result at the top.
                self.view.action_first()

    def _stop(self) -> bool:
        """Stop the long computation; return whether it was running."""
        worker, self._worker = self._worker, None
        self.view.border_subtitle = ""
        if worker is None or worker.is_finished:
            return False
        worker.cancel()
        return True

    def on_unmount(self) -> None:
        """Cancel the long computation when the screen closes."""
        if self._worker is not None:
            self._worker.cancel()

    def action_close(self) -> None:
        """Stop the long computation, or close the screen if none is running."""
        if self._worker is not None and self._stop():
            self._show_message(self.lab.shared_words.stopped)
        else:
            self.dismiss()


def _steps_fit(lab: Lab, size: Size) -> bool:
    """Return whether the guided steps fit below the controls.

    `size` is that of the column with the controls.
    """
    lines = PageLayout(lab.reading, size.width - STEPS_PADDING).lines(lab.guided_step_blocks())
    return len(lab.controls) + CONTROLS_BORDER + ABOUT_LINES + len(lines) <= size.height


def _hints(lab: Lab, *, typing: bool) -> tuple[Hint, ...]:
    """Return the key hints for the footer."""
    words, names = lab.shared_words.keys, lab.reading.words.keys
    enter, escape, tab = (key_name(key, names) for key in ("enter", "escape", "tab"))
    if typing:
        return Hint(enter, words["apply"], "", 1), Hint(escape, words["abandon"], "", 2)
    offered = (
        Hint("←→", words["change"], "step(1)", 2),
        Hint("↑↓", words["choose"], "", 6),
        Hint(enter, words["edit"], "edit", 5),
        Hint("1 2 3", words["steps"], "next_guided", 4),
        Hint("x", lab.run_label, "run", 3),
        Hint("r", words["reset"], "reset", 7),
        Hint(tab, words["part"], "other_part", 8),
        Hint("?", names.short["help"], "help", 3),
        Hint("L", names.short["language"], "language", 9),
        Hint(escape, words["close"], "close", 1),
    )
    return tuple(hint for hint in offered if hint.words)


def _compute(screen: LabScreen, lab: Lab, values: Values) -> object:
    """Run the long computation in a thread, and post its result.

    The progress is posted as well.
    """
    worker, last = get_current_worker(), 0.0

    def report_progress(share: float) -> None:
        nonlocal last
        if worker.is_cancelled:
            raise Cancelled
        now = monotonic()
        if now - last >= PROGRESS_INTERVAL:
            last = now
            screen.post_message(screen.Progressed(worker, share))

    try:
        result = lab.run(values, report_progress)
        report_progress(1)
    except Cancelled:
        return None
    screen.post_message(screen.Finished(worker, result))
    return result
