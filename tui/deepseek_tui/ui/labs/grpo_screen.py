"""The GRPO lab on the screen: the part that the reader is at, and a training that can be watched, paused and stepped."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, cast

from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.message import Message
from textual.widget import Widget

from deepseek_tui.labs.control import Values
from deepseek_tui.labs.grpo.lab import GROUP, PARTS, TRAINING, GrpoLab, View, part_of
from deepseek_tui.labs.grpo.live_training import LiveTraining, TrainingProgress
from deepseek_tui.labs.grpo.settings import TrainingSettings
from deepseek_tui.labs.grpo.training_record import TrainingRecord
from deepseek_tui.labs.lab import Lab
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.ui.labs.lab_screen import LabScreen
from deepseek_tui.ui.widgets.control_list import ControlList
from deepseek_tui.ui.widgets.hint_bar import Hint
from deepseek_tui.ui.widgets.training_curve import BEFORE, LIMIT, RUN, TrainingCurve


class GrpoScreen(LabScreen):
    """Shows the part to which the current value belongs; a training has a thread while it runs, and at no other time."""

    @dataclass
    class Made(Message):
        """Steps of training were made."""

        live: LiveTraining
        piece: TrainingProgress

    TOPIC = "grpo"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "one", show=False),
        Binding("a", "again", show=False),
        Binding("t", "turn", show=False),
    ]

    curve = query_one(TrainingCurve)

    def __init__(self, lab: Lab, turn: Callable[[], RenderContext] | None = None) -> None:
        super().__init__(lab, turn)
        self.grpo = cast("GrpoLab", lab)
        self.part = GROUP
        self.history = TrainingRecord.at_start(self.grpo.settings(lab.start))
        self.live = LiveTraining(self.history.settings, self._hand_over)

    def pictures(self) -> list[Widget]:
        """The curve."""
        return [TrainingCurve(id="grpo-curve")]

    def read(self, lab: Lab) -> None:
        """Take the words of this lab; the training goes on."""
        self.grpo = cast("GrpoLab", lab)
        super().read(lab)

    # what is shown

    def draw(self) -> None:
        """Show the part that the reader is at; the curve with the training."""
        words, curve = self.grpo.words, self.curve
        self.result = View(self.part, self.history)
        curve.display = self.part == TRAINING
        if curve.display:
            curve.border_title = words.axis
            curve.border_subtitle = words.legend_line if self.history.before else words.legend_alone
            curve.border_subtitle = str(curve.border_subtitle).format(run=RUN, limit=LIMIT, before=BEFORE)
            curve.show(self.history, self.lab.reading.language)
        super().draw()

    def _turn_to(self, part: str) -> None:
        if part and part != self.part:
            self.part = part
            self.draw()
            self.view.action_first()
        self._hint()

    def _go_to(self, part: str) -> None:
        """Turn to a part, and to its first value where the current one belongs to another: what is stepped is in sight."""
        self._turn_to(part)
        parts = [part_of(control.id) for control in self.lab.controls]
        if parts[self.controls.cursor] not in (part, ""):
            self.controls.cursor = parts.index(part)

    def on_control_list_rested(self, message: ControlList.Rested) -> None:
        """Turn to the part that the current value belongs to."""
        super().on_control_list_rested(message)
        self._turn_to(part_of(message.id))

    def _hint(self) -> None:
        super()._hint()
        if self.controls.typing:
            return
        keys, following = self.grpo.words.keys, PARTS[(PARTS.index(self.part) + 1) % len(PARTS)]
        mine = [Hint("t", self.grpo.words.short[following], "turn", 3)]
        if self.part == TRAINING:
            mine = [Hint("n", keys["one"], "one", 4), Hint("a", keys["again"], "again", 4), *mine]
        *others, close = self.keys.offered
        self.keys.offered = (*others, *mine, close)

    # changing

    def _change(self, values: Values) -> None:
        """Take the values; where they make another training, begin it, and let it run if the last one did."""
        settings = self.grpo.settings(values)
        self.values = values
        if settings != self.history.settings:
            goes_on = self.part == TRAINING and (self.history.running or self.history.over)
            self._begin(settings, self._kept())
            if goes_on:
                self._start()
        self.draw()

    def action_guided(self, index: int) -> None:
        """Set the values of a guided step; one that is about training runs, beside a run as it was at first."""
        if index >= len(self.lab.steps):
            return
        values = self.lab.at_step(index)
        settings = self.grpo.settings(values)
        first = self.grpo.settings(self.lab.start)
        about_training = settings != first
        self.part = TRAINING if about_training else GROUP
        self._begin(settings, TrainingRecord.whole(first) if about_training else None)
        if about_training:
            self._start()
        super().action_guided(index)
        self._hint()

    def action_turn(self) -> None:
        """Go on to the next part."""
        self._go_to(PARTS[(PARTS.index(self.part) + 1) % len(PARTS)])

    # the training

    def _begin(self, settings: TrainingSettings, before: TrainingRecord | None) -> None:
        """Put a training at its start, with the run before it for comparison."""
        self._pause()
        self.live = LiveTraining(settings, self._hand_over)
        self.history = TrainingRecord.at_start(settings, before)

    def _kept(self) -> TrainingRecord | None:
        """The run to compare the next one with: this one, unless it was cut short before it came to anything."""
        history = self.history
        return replace(history, before=None, running=False) if history.step and not history.running else history.before

    def _hand_over(self, live: LiveTraining, piece: TrainingProgress) -> None:
        """Called in a thread: messages go to the screen, and nothing is touched."""
        self.post_message(self.Made(live, piece))

    def on_grpo_screen_made(self, message: Made) -> None:
        """Take the steps, unless another training has begun since."""
        if message.live is self.live:
            piece = message.piece
            history = self.history.and_then(piece.steps, escaped=piece.escaped)
            self.history = replace(history, running=history.running and not piece.over)
            self.draw()

    def _start(self) -> None:
        self.history = replace(self.history, running=True)
        self.run_worker(self.live.start(), thread=True, group="lab")

    def _pause(self) -> bool:
        """Pause the training; whether it ran."""
        self.live.pause()
        ran = self.history.running
        self.history = replace(self.history, running=False)
        return ran

    def action_run(self) -> None:
        """Start the training, pause it, or go on; begin anew where it was done."""
        if not self._pause():
            if self.history.over:
                self._begin(self.history.settings, self.history.before)
            self._start()
        self._show_training()

    def action_one(self) -> None:
        """Make one step."""
        self._pause()
        self.live.one()
        self._show_training()

    def action_again(self) -> None:
        """Begin anew, and run."""
        self._begin(self.history.settings, self.history.before)
        self._start()
        self._show_training()

    def _show_training(self) -> None:
        self._go_to(TRAINING)
        self.draw()

    def action_close(self) -> None:
        """Pause the training, else close."""
        if self._pause():
            self.draw()
            self._say(self.lab.frame.stopped)
        else:
            self.dismiss()

    def on_unmount(self) -> None:
        """A lab that is closed costs nothing."""
        self._pause()
