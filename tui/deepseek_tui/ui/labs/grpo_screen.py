"""The screen of the GRPO lab, with a live training."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, cast

from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.message import Message
from textual.widget import Widget

from deepseek_tui.labs.control import Values
from deepseek_tui.labs.grpo.lab import GROUP, PARTS, TRAINING, GrpoLab, PartView, part_of_control
from deepseek_tui.labs.grpo.live_training import LiveTraining, TrainingProgress
from deepseek_tui.labs.grpo.settings import TrainingSettings
from deepseek_tui.labs.grpo.training_record import TrainingRecord
from deepseek_tui.labs.lab import Lab
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.ui.labs.lab_screen import LabScreen
from deepseek_tui.ui.widgets.control_list import ControlList
from deepseek_tui.ui.widgets.hint_bar import Hint
from deepseek_tui.ui.widgets.training_curve import LIMIT_MARK, PREVIOUS_MARK, RUN_MARK, TrainingCurve


class GrpoScreen(LabScreen):
    """Screen of the GRPO lab, which shows one part at a time.

    The part is that of the current control. A thread exists only while a training is running.
    """

    @dataclass
    class StepsMade(Message):
        """Message: the training has made steps."""

        live: LiveTraining
        progress: TrainingProgress

    TOPIC = "grpo"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "one", show=False),
        Binding("a", "again", show=False),
        Binding("t", "turn", show=False),
    ]

    curve = query_one(TrainingCurve)

    def __init__(self, lab: Lab, switch_language: Callable[[], RenderContext] | None = None) -> None:
        super().__init__(lab, switch_language)
        self.grpo = cast("GrpoLab", lab)
        self.part = GROUP
        self.record = TrainingRecord.at_start(self.grpo.settings(lab.defaults))
        self.live = LiveTraining(self.record.settings, self._post_progress)

    def chart_widgets(self) -> list[Widget]:
        """Return the plot of the training curve."""
        return [TrainingCurve(id="grpo-curve")]

    def set_lab(self, lab: Lab) -> None:
        """Replace the lab by one in another language.

        The training continues.
        """
        self.grpo = cast("GrpoLab", lab)
        super().set_lab(lab)

    # The following methods display the lab.

    def draw(self) -> None:
        """Show the current part of the lab.

        The training curve is shown with the part about the training.
        """
        words, curve = self.grpo.words, self.curve
        self.result = PartView(self.part, self.record)
        curve.display = self.part == TRAINING
        if curve.display:
            curve.border_title = words.axis
            curve.border_subtitle = words.legend_line if self.record.previous else words.legend_alone
            curve.border_subtitle = str(curve.border_subtitle).format(run=RUN_MARK, limit=LIMIT_MARK, before=PREVIOUS_MARK)
            curve.show(self.record, self.lab.reading.language)
        super().draw()

    def _show_part(self, part: str) -> None:
        if part and part != self.part:
            self.part = part
            self.draw()
            self.view.action_first()
        self._update_hints()

    def _select_part(self, part: str) -> None:
        """Show a part of the lab, with the cursor on its controls.

        The cursor stays where it is when its control already belongs to the part.
        """
        self._show_part(part)
        parts = [part_of_control(control.id) for control in self.lab.controls]
        if parts[self.controls.cursor] not in (part, ""):
            self.controls.cursor = parts.index(part)

    def on_control_list_cursor_moved(self, message: ControlList.CursorMoved) -> None:
        """Show the part of the lab that the current control belongs to."""
        super().on_control_list_cursor_moved(message)
        self._show_part(part_of_control(message.id))

    def _update_hints(self) -> None:
        super()._update_hints()
        if self.controls.typing:
            return
        keys, following = self.grpo.words.keys, PARTS[(PARTS.index(self.part) + 1) % len(PARTS)]
        own_hints = [Hint("t", self.grpo.words.short[following], "turn", 3)]
        if self.part == TRAINING:
            own_hints = [Hint("n", keys["one"], "one", 4), Hint("a", keys["again"], "again", 4), *own_hints]
        *others, close = self.keys.offered
        self.keys.offered = (*others, *own_hints, close)

    # The following methods set values.

    def _set_values(self, values: Values) -> None:
        """Set the values of the controls.

        The training is reset if its settings change. The new training starts at once if the user is looking at a
        training that was running or finished.
        """
        settings = self.grpo.settings(values)
        self.values = values
        if settings != self.record.settings:
            resume = self.part == TRAINING and (self.record.running or self.record.finished)
            self._reset_training(settings, self._comparison_record())
            if resume:
                self._start()
        self.draw()

    def action_guided(self, index: int) -> None:
        """Set a guided step's values, and show the related lab part.

        A step that changes training settings runs the training, compared with the default one.
        """
        if index >= len(self.lab.guided_steps):
            return
        values = self.lab.values_at_step(index)
        settings = self.grpo.settings(values)
        first = self.grpo.settings(self.lab.defaults)
        about_training = settings != first
        self.part = TRAINING if about_training else GROUP
        self._reset_training(settings, TrainingRecord.complete(first) if about_training else None)
        if about_training:
            self._start()
        super().action_guided(index)
        self._update_hints()

    def action_turn(self) -> None:
        """Show the next part of the lab."""
        self._select_part(PARTS[(PARTS.index(self.part) + 1) % len(PARTS)])

    # The following methods run the training.

    def _reset_training(self, settings: TrainingSettings, previous: TrainingRecord | None) -> None:
        """Replace the training by a new one, compared with `previous`."""
        self._pause()
        self.live = LiveTraining(settings, self._post_progress)
        self.record = TrainingRecord.at_start(settings, previous)

    def _comparison_record(self) -> TrainingRecord | None:
        """Return the training that the next training is compared with.

        That is the current run, or the one before it when the current run is still running or has no
        steps yet.
        """
        record = self.record
        return replace(record, previous=None, running=False) if record.step and not record.running else record.previous

    def _post_progress(self, live: LiveTraining, progress: TrainingProgress) -> None:
        """Post training progress as a message.

        Any thread may call this method.
        """
        self.post_message(self.StepsMade(live, progress))

    def on_grpo_screen_steps_made(self, message: StepsMade) -> None:
        """Add the new training steps to the record.

        They are ignored if the training was replaced.
        """
        if message.live is self.live:
            progress = message.progress
            record = self.record.with_steps(progress.steps, diverged=progress.diverged)
            self.record = replace(record, running=record.running and not progress.finished)
            self.draw()

    def _start(self) -> None:
        self.record = replace(self.record, running=True)
        self.run_worker(self.live.start(), thread=True, group="lab")

    def _pause(self) -> bool:
        """Pause the training.

        Return whether it was running.
        """
        self.live.pause()
        was_running = self.record.running
        self.record = replace(self.record, running=False)
        return was_running

    def action_run(self) -> None:
        """Start, pause or resume the training.

        A finished training is started again.
        """
        if not self._pause():
            if self.record.finished:
                self._reset_training(self.record.settings, self.record.previous)
            self._start()
        self._show_training()

    def action_one(self) -> None:
        """Make one step of the training."""
        self._pause()
        self.live.step()
        self._show_training()

    def action_again(self) -> None:
        """Restart the training from the beginning."""
        self._reset_training(self.record.settings, self.record.previous)
        self._start()
        self._show_training()

    def _show_training(self) -> None:
        self._select_part(TRAINING)
        self.draw()

    def action_close(self) -> None:
        """Pause the training, or close the screen if none is running."""
        if self._pause():
            self.draw()
            self._show_message(self.lab.shared_words.stopped)
        else:
            self.dismiss()

    def on_unmount(self) -> None:
        """Pause the training when the screen closes."""
        self._pause()
