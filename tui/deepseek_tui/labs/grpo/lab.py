"""GRPO lab: advantages of answers, a small training, a critic's memory."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from deepseek_tui.i18n.grpo import GrpoWords
from deepseek_tui.labs.control import Control, Value, Values
from deepseek_tui.labs.grpo.controls import OPTIONS, SETTING_NAMES
from deepseek_tui.labs.grpo.critic import critic_blocks, critic_numbers
from deepseek_tui.labs.grpo.example_group import REWARDS, group_numbers
from deepseek_tui.labs.grpo.group_page import group_blocks
from deepseek_tui.labs.grpo.settings import Deviation, TrainingSettings
from deepseek_tui.labs.grpo.training import TrainingRun
from deepseek_tui.labs.grpo.training_page import training_blocks, training_numbers
from deepseek_tui.labs.grpo.training_record import TrainingRecord
from deepseek_tui.labs.lab import GuidedStep, Lab, OutOfRange, Quantity, ReportProgress
from deepseek_tui.panes.blocks import Block, Bullet, Field, Heading, Para, Role, Span, Support
from deepseek_tui.panes.common_blocks import plain
from deepseek_tui.story.format.model import Citation, Innovation
from deepseek_tui.story.format.vocabulary import LabName, ReadExtent

GROUP, TRAINING, CRITIC = "group", "training", "critic"
PARTS = (GROUP, TRAINING, CRITIC)
"""The parts of the lab, in order."""


def _cited(title: str, publisher: str, url: str) -> Citation:
    return Citation(title=title, publisher=publisher, url=url, date="unknown", read=ReadExtent.EXCERPT)


MATH = _cited("DeepSeekMath", "DeepSeek, arXiv 2402.03300", "https://arxiv.org/abs/2402.03300")
R1 = _cited("DeepSeek-R1", "DeepSeek, arXiv 2501.12948 v2", "https://arxiv.org/abs/2501.12948v2")
DR_GRPO = _cited("Understanding R1-Zero-Like Training", "Dr. GRPO, arXiv 2503.20783", "https://arxiv.org/abs/2503.20783")
DAPO = _cited("DAPO", "ByteDance Seed, arXiv 2503.14476", "https://arxiv.org/abs/2503.14476")
TRL = _cited("GRPO Trainer", "TRL, Hugging Face", "https://huggingface.co/docs/trl/main/grpo_trainer")

PUBLISHED = {
    "deepseekmath_rate": Quantity(1e-6, "learning rate, of the policy's parameters"),
    "deepseekmath_beta": Quantity(0.04, "weight of the divergence"),
    "deepseekmath_group": Quantity(64, "answers to a question"),
    "deepseekmath_length": Quantity(1024, "tokens at most"),
    "deepseekmath_batch": Quantity(1024, "batch"),
    "r1_rate": Quantity(3e-6, "learning rate, of the policy's parameters"),
    "r1_beta": Quantity(0.001, "weight of the divergence"),
    "r1_group": Quantity(16, "answers to a question"),
    "r1_epsilon": Quantity(10, "ratio"),
    "r1_length": Quantity(32_768, "tokens at most"),
    "dapo_epsilon_below": Quantity(0.2, "ratio"),
    "dapo_epsilon_above": Quantity(0.28, "ratio"),
}
"""Published settings: DeepSeekMath, the first stage of DeepSeek-R1, DAPO's clip."""


def part_of_control(id: str) -> str:
    """Return the part of the lab that a control belongs to.

    The deviation affects both the group and the training.
    """
    if id == "deviation":
        return ""
    if id in SETTING_NAMES:
        return TRAINING
    return CRITIC if id == "parameters" else GROUP


@dataclass(frozen=True, slots=True)
class PartView:
    """Part of the GRPO lab on the screen, with the training steps."""

    part: str
    record: TrainingRecord


class GrpoLab(Lab):
    """Lab about GRPO: advantages of answers, a small training, and memory."""

    name = "grpo"
    options = OPTIONS
    eager = True

    @cached_property
    def words(self) -> GrpoWords:
        """The interface texts of the GRPO lab."""
        return self.reading.words.grpo

    @property
    def title(self) -> str:
        """Title of the GRPO lab."""
        return self.words.title

    @property
    def run_label(self) -> str:  # type: ignore[override]
        """Label of the command that starts the training, shown in the footer."""
        return self.words.keys["run"]

    # The following methods define the controls and their values.

    @cached_property
    def controls(self) -> tuple[Control, ...]:
        """Controls for rewards and divisors, training settings, and the model size."""
        return tuple(option.control(self.words, self.words.choices.get(option.id)) for option in self.options)

    @cached_property
    def defaults(self) -> Values:
        """Default values: one right answer of four, default training, 7 billion parameters."""
        settings = asdict(TrainingSettings())
        return {
            **{f"r{number}": reward for number, reward in enumerate(REWARDS, 1)},
            "divisor": "answer",
            "deviation": Deviation.POPULATION.value,
            **{id: settings[name] for id, name in SETTING_NAMES.items()},
            "parameters": 7,
        }

    @cached_property
    def guided_steps(self) -> tuple[GuidedStep, ...]:
        """Three steps: equal rewards, groups of two, and a reference policy."""
        words = self.words.steps
        return (
            GuidedStep(words["silence"], {f"r{number}": 1 for number in range(1, len(REWARDS) + 1)}),
            GuidedStep(words["small"], {"group": 2}),
            GuidedStep(words["rest"], {"beta": 1, "steps": 100}),
        )

    def validate_value(self, control: Control, value: Value) -> Value:
        """Return a value after validation, converted to the control's type.

        Raises OutOfRange. For training settings the message explains why a smaller value is invalid.
        """
        try:
            return super().validate_value(control, value)
        except OutOfRange:
            pattern = self.words.refused.get(control.id)
            if pattern is None or isinstance(value, str) or not value < control.low:
                raise
            limits = {
                "value": self.format_number(value),
                "least": self.format_number(control.low),
                "most": self.format_number(control.high),
            }
            raise OutOfRange(pattern.format(**limits)) from None

    def settings(self, values: Values) -> TrainingSettings:
        """Return the training settings from the values of the controls."""
        settings: dict[str, Any] = {name: values[id] for id, name in SETTING_NAMES.items()}
        return TrainingSettings(**settings, deviation=Deviation(str(values["deviation"])))

    # The following methods return the pages of the lab and the numbers shown on them.

    def run(self, values: Values, report_progress: ReportProgress) -> TrainingRecord:
        """Run a whole training and return its steps.

        Raises Cancelled when the user cancels it.
        """
        settings = self.settings(values)
        run, steps = TrainingRun(settings), []
        for step in run:
            steps.append(step)
            report_progress(step.number / settings.steps)
        return TrainingRecord(settings, tuple(steps), run.diverged)

    def page(self, values: Values, result: object | None = None) -> tuple[Block, ...]:
        """Return the whole page of the lab, or one part of it.

        The part is that of a `PartView`.
        """
        if isinstance(result, PartView):
            return self.part_blocks(result.part, values, result.record)
        record = result if isinstance(result, TrainingRecord) else TrainingRecord.at_start(self.settings(values))
        return tuple(block for part in PARTS for block in self.part_blocks(part, values, record))

    def part_blocks(self, part: str, values: Values, record: TrainingRecord) -> tuple[Block, ...]:
        """Return the page blocks of one part of the lab."""
        words, language = self.words, self.reading.language
        if part == GROUP:
            return group_blocks(words, language, values, self.paper_support(MATH, TRL, DR_GRPO))
        if part == TRAINING:
            return training_blocks(words, language, record)
        return critic_blocks(words, language, float(values["parameters"]), self.paper_support(MATH, R1))

    def paper_support(self, *papers: Citation) -> Support:
        """Return research papers as sources.

        There are none if context notes are hidden.
        """
        return Support(sources=papers if self.reading.context else ())

    def background_blocks(self) -> tuple[Block, ...]:
        """Return the end of the page: claim, purpose and published criticism."""
        return (*self._article_blocks(), *self._paper_blocks())

    def _paper_blocks(self) -> Iterator[Block]:
        words = self.words
        if not self.reading.context:
            yield Para((Span(self.shared_words.hidden, Role.MUTED),))
            return
        yield Heading(words.critics_title)
        yield Bullet(plain(words.critics["dr"]), Support(sources=(DR_GRPO,)), mark="Dr. GRPO", context=True)
        yield Bullet(plain(words.critics["dapo"]), Support(sources=(DAPO,)), mark="DAPO", context=True)
        yield Heading(words.published_title)
        yield Bullet(plain(words.published["math"]), Support(sources=(MATH,)), mark="DeepSeekMath", context=True)
        yield Bullet(plain(words.published["r1"]), Support(sources=(R1,)), mark="DeepSeek-R1", context=True)
        yield Bullet(plain(words.published["dapo"]), Support(sources=(DAPO,)), mark="DAPO", context=True)
        yield Para(plain(words.published_note))

    def _article_blocks(self) -> Iterator[Block]:
        """Yield the article's claim on GRPO and the lab's purpose."""
        reading = self.reading
        innovation = next((item for item in reading.story.innovations if item.lab is LabName.GRPO), None)
        if isinstance(innovation, Innovation):
            yield Heading(self.shared_words.article_says)
            yield Para(plain(reading.say(innovation.effect.text)), reading.passage_proof(innovation.effect))
            if innovation.caveat:
                panes = reading.words.panes
                yield Field(panes.caveat, (*plain(reading.say(innovation.caveat)), Span(f" ({panes.interest_mark})")))
        yield Heading(self.shared_words.shows)
        yield Para(plain(self.words.shows))

    def numbers(self, values: Values, result: object | None = None) -> Mapping[str, Quantity]:
        """Return all numbers of the lab, with the training curves.

        Published settings are included.
        """
        record = result if isinstance(result, TrainingRecord) else TrainingRecord.at_start(self.settings(values))
        published = PUBLISHED if self.reading.context else {}
        return {
            **group_numbers(values),
            **training_numbers(record),
            **critic_numbers(float(values["parameters"])),
            **{f"published_{name}": quantity for name, quantity in published.items()},
        }
