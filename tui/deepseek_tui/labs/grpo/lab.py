"""The GRPO lab: a group's advantages, training beside its limit, and what a critic would have cost."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from deepseek_tui.i18n.grpo import GrpoWords
from deepseek_tui.labs.control import Control, StepScale, Value, Values
from deepseek_tui.labs.grpo.critic import critic_blocks, critic_numbers
from deepseek_tui.labs.grpo.example_group import REWARDS, group_numbers
from deepseek_tui.labs.grpo.group_page import group_blocks
from deepseek_tui.labs.grpo.papers import DAPO, DR_GRPO, MATH, PUBLISHED, R1, TRL
from deepseek_tui.labs.grpo.settings import BOUNDS, Deviation, TrainingSettings
from deepseek_tui.labs.grpo.training import TrainingRun
from deepseek_tui.labs.grpo.training_page import training_blocks, training_numbers
from deepseek_tui.labs.grpo.training_record import TrainingRecord
from deepseek_tui.labs.lab import GuidedStep, Lab, OutOfRange, Quantity, ReportProgress
from deepseek_tui.panes.blocks import Block, Bullet, Heading, Para, Role, Span, Support
from deepseek_tui.panes.common_blocks import plain
from deepseek_tui.story.format.model import Citation, Innovation
from deepseek_tui.story.format.vocabulary import LabName as Demonstration

GROUP, TRAINING, CRITIC = "group", "training", "critic"
PARTS = (GROUP, TRAINING, CRITIC)
"""What the lab shows, one after the other."""
SETTINGS = {
    "arms": "arms",
    "group": "group",
    "lr": "rate",
    "steps": "steps",
    "updates": "updates",
    "low": "low",
    "high": "high",
    "beta": "beta",
    "reference": "reference",
    "seed": "seed",
}
"""The controls of a training, and what they are called in its settings."""
LADDERS = {
    "arms": StepScale.DOUBLE,
    "group": StepScale.DOUBLE,
    "lr": StepScale.ROUND,
    "steps": StepScale.ROUND,
    "updates": StepScale.DOUBLE,
}
EVENLY = {"low": 0.05, "high": 0.05, "beta": 0.1, "reference": 0.05, "seed": 1.0}


def part_of(id: str) -> str:
    """The part that a control belongs to; none for the deviation, which counts in two."""
    if id == "deviation":
        return ""
    if id in SETTINGS:
        return TRAINING
    return CRITIC if id == "parameters" else GROUP


@dataclass(frozen=True, slots=True)
class View:
    """The part that is looked at, and how far the training is."""

    part: str
    history: TrainingRecord


class GrpoLab(Lab):
    """One question and its answers' advantages; a small policy that learns from such groups; the memory of a critic."""

    name = "grpo"
    eager = True

    @cached_property
    def words(self) -> GrpoWords:
        """The lab's own words."""
        return self.reading.words.grpo

    @property
    def title(self) -> str:
        """What it is called."""
        return self.words.title

    @property
    def runs(self) -> str:  # type: ignore[override]
        """What the long work is called."""
        return self.words.keys["run"]

    # what can be changed

    @cached_property
    def controls(self) -> tuple[Control, ...]:
        """Rewards and how they are divided; then the training's; then the size of the models."""
        rewards = (self._number(f"r{number}", -1000, 1000, by=0.5) for number in range(1, len(REWARDS) + 1))
        training = (self._training(id) for id in SETTINGS)
        parameters = self._number("parameters", 0.001, 10_000, StepScale.ROUND)
        return (*rewards, self._choice("divisor"), self._choice("deviation"), *training, parameters)

    def _training(self, id: str) -> Control:
        bounds = BOUNDS[SETTINGS[id]]
        ladder = LADDERS.get(id, StepScale.EVEN)
        return self._number(id, bounds.least, bounds.most, ladder, whole=bounds.whole, by=EVENLY.get(id, 1.0))

    def _number(
        self, id: str, low: float, high: float, ladder: StepScale = StepScale.EVEN, *, whole: bool = False, by: float = 1
    ) -> Control:
        words = self.words
        unit = words.units.get(id, "")
        return Control(id, words.labels[id], words.abouts[id], {}, unit, low, high, whole, ladder, by)

    def _choice(self, id: str) -> Control:
        words = self.words
        return Control(id, words.labels[id], words.abouts[id], words.choices[id])

    @cached_property
    def start(self) -> Values:
        """One right answer in four; eight answers, groups of 64, a rate of 0.5, no reference; seven billion parameters."""
        settings = asdict(TrainingSettings())
        return {
            **{f"r{number}": reward for number, reward in enumerate(REWARDS, 1)},
            "divisor": "answer",
            "deviation": Deviation.POPULATION.value,
            **{id: settings[name] for id, name in SETTINGS.items()},
            "parameters": 7,
        }

    @cached_property
    def steps(self) -> tuple[GuidedStep, ...]:
        """A silent group, small groups, and a reference that holds the policy back."""
        words = self.words.steps
        return (
            GuidedStep(words["silence"], {f"r{number}": 1 for number in range(1, len(REWARDS) + 1)}),
            GuidedStep(words["small"], {"group": 2}),
            GuidedStep(words["rest"], {"beta": 1, "steps": 100}),
        )

    def checked(self, control: Control, value: Value) -> Value:
        """A value that a control can have; for the training, Unreasonable says what would be wrong with a smaller one."""
        try:
            return super().checked(control, value)
        except OutOfRange:
            pattern = self.words.refused.get(control.id)
            if pattern is None or isinstance(value, str) or not value < control.low:
                raise
            told = {"value": self.told(value), "least": self.told(control.low), "most": self.told(control.high)}
            raise OutOfRange(pattern.format(**told)) from None

    def settings(self, values: Values) -> TrainingSettings:
        """The training's settings among the values."""
        chosen: dict[str, Any] = {name: values[id] for id, name in SETTINGS.items()}
        return TrainingSettings(**chosen, deviation=Deviation(str(values["deviation"])))

    # what follows

    def run(self, values: Values, tell: ReportProgress) -> TrainingRecord:
        """A whole run of training; Cancelled where nobody waits for it."""
        settings = self.settings(values)
        run, steps = TrainingRun(settings), []
        for step in run:
            steps.append(step)
            tell(step.number / settings.steps)
        return TrainingRecord(settings, tuple(steps), run.escaped)

    def page(self, values: Values, result: object | None = None) -> tuple[Block, ...]:
        """All three parts, one after the other; the one that is looked at, where one is."""
        if isinstance(result, View):
            return self.part(result.part, values, result.history)
        history = result if isinstance(result, TrainingRecord) else TrainingRecord.at_start(self.settings(values))
        return tuple(block for part in PARTS for block in self.part(part, values, history))

    def part(self, part: str, values: Values, history: TrainingRecord) -> tuple[Block, ...]:
        """What follows from the values in one part."""
        words, language = self.words, self.reading.language
        if part == GROUP:
            return group_blocks(words, language, values, self.sourced(MATH, TRL, DR_GRPO))
        if part == TRAINING:
            return training_blocks(words, language, history)
        return critic_blocks(words, language, float(values["parameters"]), self.sourced(MATH, R1))

    def sourced(self, *papers: Citation) -> Support:
        """What a block rests on outside the article; nothing where context is hidden."""
        return Support(sources=papers if self.reading.context else ())

    def behind(self) -> tuple[Block, ...]:
        """What the article says against what this shows; what the critics say, and what was published."""
        return (*self._against(), *self._context())

    def _context(self) -> Iterator[Block]:
        words = self.words
        if not self.reading.context:
            yield Para((Span(self.frame.hidden, Role.MUTED),))
            return
        yield Heading(words.critics_title)
        yield Bullet(plain(words.critics["dr"]), Support(sources=(DR_GRPO,)), mark="Dr. GRPO", context=True)
        yield Bullet(plain(words.critics["dapo"]), Support(sources=(DAPO,)), mark="DAPO", context=True)
        yield Heading(words.published_title)
        yield Bullet(plain(words.published["math"]), Support(sources=(MATH,)), mark="DeepSeekMath", context=True)
        yield Bullet(plain(words.published["r1"]), Support(sources=(R1,)), mark="DeepSeek-R1", context=True)
        yield Bullet(plain(words.published["dapo"]), Support(sources=(DAPO,)), mark="DAPO", context=True)
        yield Para(plain(words.published_note))

    def _against(self) -> Iterator[Block]:
        """What the article says of it, in the story's words, against what this shows."""
        reading = self.reading
        found = next((it for it in reading.story.innovations if it.lab is Demonstration.GRPO), None)
        if isinstance(found, Innovation):
            yield Heading(self.frame.article_says)
            yield Para(plain(reading.say(found.effect.text)), reading.passage_proof(found.effect))
        yield Heading(self.frame.shows)
        yield Para(plain(self.words.shows))

    # for machines

    def numbers(self, values: Values, result: object | None = None) -> Mapping[str, Quantity]:
        """Every number that the parts show, the curves included; and, with context, what was published."""
        history = result if isinstance(result, TrainingRecord) else TrainingRecord.at_start(self.settings(values))
        published = PUBLISHED if self.reading.context else {}
        return {
            **group_numbers(values),
            **training_numbers(history),
            **critic_numbers(float(values["parameters"])),
            **{f"published_{name}": quantity for name, quantity in published.items()},
        }
