"""The frame of every lab: values at one side, what follows from them at the other, drawn anew with each change."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
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

OFTEN = 0.05
"""So many seconds lie between two words of progress at least."""
CONTROLS_EDGES, ABOUT_LINES, STEPS_EDGES = 2, 5, 4
"""Lines of the values' frame, lines that an explanation and the air below it may take, cells beside the guided steps."""


class LabScreen(Dialog[None]):
    """Keeps the reader's values and has the lab say what follows; the dashboard waits below, as it was."""

    @dataclass
    class Progressed(Message):
        """The long work has come so far."""

        worker: Worker[object]
        share: float

    @dataclass
    class Finished(Message):
        """The long work is done."""

        worker: Worker[object]
        result: object

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012  declared so by Textual
        (0, "-narrow"),
        (80, "-medium"),
        (120, "-wide"),
    ]
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
    steps = query_one("#lab-try", PageView)
    view = query_one("#lab-page", PageView)
    keys = query_one(HintBar)

    def __init__(self, lab: Lab, turn: Callable[[], RenderContext] | None = None) -> None:
        super().__init__()
        self.lab = lab
        self._turn = turn
        """Has the dashboard below read in the other language, and says how it reads now; none where there is none."""
        self.values: Values = lab.start
        self.result: object | None = None
        """What the long work found for these very values; none where it has not been done."""
        self._worker: Worker[object] | None = None
        self._guided = -1
        """The guided step that was set last."""

    def compose(self) -> ComposeResult:
        """Values, a line that explains the current one, the page, and the keys."""
        with Container(id="lab"):
            with Vertical(id="lab-side"):
                yield ControlList(id="lab-controls")
                yield Static(id="lab-about", markup=False)
                yield PageView(id="lab-try")
            with Vertical(id="lab-main"):
                yield from self.pictures()
                yield PageView(id="lab-page")
        yield HintBar()

    def pictures(self) -> list[Widget]:
        """Widgets above the page, for a lab that draws curves; `draw` keeps them up to date."""
        return []

    def on_mount(self) -> None:
        """Speak, and show what follows from the values to begin with."""
        self.steps.can_focus = False
        self.speak()
        self._change(self.values)

    def speak(self) -> None:
        """Set every word of the frame in the language of the lab."""
        self.controls.border_title, self.view.border_title = self.lab.frame.values, self.lab.title
        self._hint()

    def on_resize(self) -> None:
        """The guided steps stand under the values where there is room for all of them, else on the page."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        beside = self._room_beside()
        if beside != self.steps.display:
            self.steps.display = beside
            self.draw()

    def _room_beside(self) -> bool:
        if self.has_class("-narrow"):
            return False
        side = self.query_one("#lab-side")
        lines = PageLayout(self.lab.reading, side.size.width - STEPS_EDGES).lines(self.lab.to_try())
        return len(self.lab.controls) + CONTROLS_EDGES + ABOUT_LINES + len(lines) <= side.size.height

    # what is shown

    def draw(self) -> None:
        """Show the values and what follows from them; the page stays where it was scrolled to."""
        lab, beside = self.lab, self.steps.display
        self.controls.show(tuple(self._row(control.id) for control in lab.controls))
        to_try = lab.to_try()
        if beside:
            self.steps.show(lab.reading, to_try)
        blocks = (*lab.page(self.values, self.result), *(() if beside else to_try), *lab.behind())
        self.view.show(lab.reading, blocks, self.view.scroll_y)

    def _row(self, id: str) -> ControlRow:
        control = self.lab.control(id)
        return ControlRow(id, control.label, self.lab.shown(id, self.values), control.unit, typed=not control.choices)

    def _say(self, sentence: str, *, refused: bool = False) -> None:
        self.about.set_class(refused, "-refused")
        self.about.update(Content(sentence))

    def on_control_list_rested(self, message: ControlList.Rested) -> None:
        """Explain the control, and how far it goes while it is typed."""
        message.stop()
        control = self.lab.control(message.id)
        how_far = self.lab.range(control)
        self._say(f"{control.about} {how_far[0].upper()}{how_far[1:]}." if message.typing else control.about)
        self._hint()

    def _hint(self) -> None:
        words, names = self.lab.frame.keys, self.lab.reading.words.keys
        enter, escape, tab = (key_name(key, names) for key in ("enter", "escape", "tab"))
        if self.controls.typing:
            self.keys.offered = (Hint(enter, words["apply"], "", 1), Hint(escape, words["abandon"], "", 2))
            return
        found = [
            Hint("←→", words["change"], "step(1)", 2),
            Hint("↑↓", words["choose"], "", 6),
            Hint(enter, words["edit"], "edit", 5),
            Hint("1 2 3", words["steps"], "next_guided", 4),
            Hint("x", self.lab.runs, "run", 3),
            Hint("r", words["reset"], "reset", 7),
            Hint(tab, words["part"], "other_part", 8),
            Hint("?", names.short["help"], "help", 3),
            Hint("L", names.short["language"], "language", 9),
            Hint(escape, words["close"], "close", 1),
        ]
        self.keys.offered = tuple(hint for hint in found if hint.words)

    # changing

    def _change(self, values: Values) -> None:
        self.values, self.result = values, None
        self._stop()
        self.draw()
        if self.lab.eager:
            self.action_run()

    def _try(self, changes: Values) -> None:
        """Change values; a change that makes no sense leaves them, and says why."""
        try:
            self._change(self.lab.changed(self.values, changes))
        except OutOfRange as unreasonable:
            self._say(str(unreasonable), refused=True)

    def on_control_list_stepped(self, message: ControlList.Stepped) -> None:
        """Go to the next rung."""
        message.stop()
        control = self.lab.control(message.id)
        self._say(control.about)
        self._try({message.id: control.step(self.values[message.id], message.direction)})

    def on_control_list_entered(self, message: ControlList.Entered) -> None:
        """Take what was typed, if it makes sense."""
        message.stop()
        try:
            self._try({message.id: self.lab.typed(self.lab.control(message.id), message.text)})
        except OutOfRange as unreasonable:
            self._say(str(unreasonable), refused=True)

    def action_step(self, direction: int) -> None:
        """Step the current control, wherever the focus is."""
        self.controls.step(direction)

    def action_edit(self) -> None:
        """Type a value for the current control."""
        self.controls.focus(scroll_visible=False)
        self.controls.edit()

    def action_guided(self, index: int) -> None:
        """Set the values of a guided step, say what to look for, and go to the top of the page."""
        if index < len(self.lab.steps):
            self._guided = index
            self._change(self.lab.at_step(index))
            self.view.action_first()
            self._say(self.lab.steps[index].words)

    def action_next_guided(self) -> None:
        """Set the values of the next guided step, for a reader with a mouse."""
        self.action_guided((self._guided + 1) % len(self.lab.steps))

    def action_reset(self) -> None:
        """Set every value as it was at first."""
        self._guided = -1
        self._change(self.lab.start)
        self.view.action_first()

    def action_language(self) -> None:
        """Go on in the other language: the same values, the same result."""
        if self._turn is not None:
            self.read(lab_of(self.lab.name, self._turn()))

    def read(self, lab: Lab) -> None:
        """Take the words of this lab, which is the same one in another language."""
        self.lab = lab
        self.speak()
        self.draw()
        if self.controls.current is not None:
            self._say(lab.control(self.controls.current.id).about)

    def action_other_part(self) -> None:
        """From the values to the page and back."""
        part = self.view if self.focused is self.controls else self.controls
        part.focus(scroll_visible=False)

    # the long work

    def action_run(self) -> None:
        """Begin the long work, off the event loop."""
        if self.lab.runs or self.lab.eager:
            self._stop()
            self._worker = self.run_worker(self._work, thread=True, exit_on_error=True, group="lab")

    def _work(self) -> object:
        """Runs in a thread: messages go to the screen, and nothing is touched."""
        worker, values, last = get_current_worker(), self.values, 0.0

        def tell(share: float) -> None:
            nonlocal last
            if worker.is_cancelled:
                raise Cancelled
            now = monotonic()
            if now - last >= OFTEN:
                last = now
                self.post_message(self.Progressed(worker, share))

        try:
            result = self.lab.run(values, tell)
            tell(1)
        except Cancelled:
            return None
        self.post_message(self.Finished(worker, result))
        return result

    def on_lab_screen_progressed(self, message: Progressed) -> None:
        """Say how far it has come."""
        if message.worker is self._worker:
            self.view.border_subtitle = self.lab.frame.running.format(round(message.share * 100))

    def on_lab_screen_finished(self, message: Finished) -> None:
        """Show what it found, unless the reader has changed the values since."""
        if message.worker is self._worker:
            self._stop()
            self.result = message.result
            self.draw()
            self.found()

    def found(self) -> None:
        """The long work's result has just been drawn; one that was asked for stands at the top of the page."""
        if not self.lab.eager:
            self.view.action_first()

    def _stop(self) -> bool:
        """Stop the long work; whether there was any."""
        worker, self._worker = self._worker, None
        self.view.border_subtitle = ""
        if worker is None or worker.is_finished:
            return False
        worker.cancel()
        return True

    def on_unmount(self) -> None:
        """A lab that is closed costs nothing."""
        if self._worker is not None:
            self._worker.cancel()

    def action_close(self) -> None:
        """Stop the long work, else close."""
        if self._worker is not None and self._stop():
            self._say(self.lab.frame.stopped)
        else:
            self.dismiss()
