"""The compute lab, about chip counts, GPU hours and prices."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from deepseek_tui.i18n.compute import ComputeWords
from deepseek_tui.labs import compute
from deepseek_tui.labs.compute import (
    LARGER_FLEET_COUNTS,
    SMALLER_FLEET_COUNTS,
    TRAININGS,
    ChipCount,
    Ratio,
    RatioKind,
    Training,
)
from deepseek_tui.labs.compute_controls import OPTIONS
from deepseek_tui.labs.compute_page import ARTICLE, CUSTOM, ComputePage, format_ratio
from deepseek_tui.labs.control import Control, Value, Values
from deepseek_tui.labs.lab import GuidedStep, Lab, Quantity
from deepseek_tui.panes.blocks import Block, Bullet, Field, Heading, Para, Role, Span
from deepseek_tui.panes.common_blocks import amount, note_bullet, plain, section
from deepseek_tui.story.analysis.ratios import FigureRatio, figure_ratios
from deepseek_tui.story.format.model import Figure, Note
from deepseek_tui.story.format.vocabulary import Bound

DEFAULT_CHIPS, DEFAULT_RIVAL = 100_000, 1_300_000
"""Chip counts for stories without two comparable counts."""
GPUS = "gpus"
"""Quantity id of chip counts in a story."""
FLEETS = ("count", "chips", "plan", "rival")
"""The controls that need no context notes."""
HOURS_NOTES = ("note-v3-hours", "note-v3-cost", "note-llama-hours", "note-llama-unlike")
COUNT_NOTES = ("note-papers-name-h800", "note-meta-plan")


class ComputeLab(Lab):
    """Lab that compares the chip counts of two companies.

    It also computes the cost and the duration of a training. The two figures are those of the story's first allowed
    comparison. Other counts, hours and prices come from context notes and are left out when context is hidden.
    """

    name = "compute"
    options = OPTIONS

    @property
    def words(self) -> ComputeWords:
        """The interface texts of the compute lab."""
        return self.reading.words.compute

    @property
    def title(self) -> str:
        """Title of the compute lab."""
        return self.words.title

    # The following properties read the data of the story.

    @cached_property
    def article_ratio(self) -> FigureRatio | None:
        """The story's first allowed comparison of two chip counts, or None."""
        return next((ratio for ratio in figure_ratios(self.reading.index) if ratio.larger.quantity == GPUS), None)

    def _note(self, id: str) -> Note | None:
        note = self.reading.index.items.get(id) if self.reading.context else None
        return note if isinstance(note, Note) else None

    @cached_property
    def counts(self) -> dict[str, ChipCount]:
        """Other published chip counts of the smaller company.

        There are none if the context notes that state them are hidden.
        """
        return {count.id: count for count in SMALLER_FLEET_COUNTS if self._note(count.note)}

    @cached_property
    def plans(self) -> dict[str, ChipCount]:
        """Other published chip counts of the larger company.

        There are none if the context notes that state them are hidden.
        """
        return {count.id: count for count in LARGER_FLEET_COUNTS if self._note(count.note)}

    @cached_property
    def trainings(self) -> dict[str, Training]:
        """Published GPU hours of trainings.

        There are none if the context notes that state them are hidden.
        """
        return {training.id: training for training in TRAININGS if self._note(training.note)}

    # The following methods define the controls and their values.

    @cached_property
    def controls(self) -> tuple[Control, ...]:
        """Controls for two chip counts, a training, a price and GPUs.

        The last three need context notes.
        """
        words, own = self.words, {CUSTOM} if self.article_ratio is None else {ARTICLE, CUSTOM}
        known = {"count": {*own, *self.counts}, "plan": {*own, *self.plans}, "training": {CUSTOM, *self.trainings}}
        choices = {control: {id: words.choices[control][id] for id in ids} for control, ids in known.items()}
        shown = [option for option in self.options if self.trainings or option.id in FLEETS]
        return tuple(option.control(words, choices.get(option.id)) for option in shown)

    @cached_property
    def defaults(self) -> Values:
        """Default values: the article's two chip counts, and the training of DeepSeek-V3."""
        article_ratio = self.article_ratio
        values: dict[str, Value] = {
            "count": ARTICLE if article_ratio else CUSTOM,
            "chips": int(article_ratio.smaller.value) if article_ratio else DEFAULT_CHIPS,
            "plan": ARTICLE if article_ratio else CUSTOM,
            "rival": int(article_ratio.larger.value) if article_ratio else DEFAULT_RIVAL,
        }
        if self.trainings:
            first = next(iter(self.trainings.values()))
            values |= {
                "training": first.id,
                "hours": first.hours,
                "price": compute.PRICE_PER_GPU_HOUR,
                "machines": compute.V3_GPUS,
            }
        return values

    def update_dependents(self, values: Values, changed: str) -> Values:
        """Return the control values, after adapting those that depend on a change.

        A choice sets its number. A number that differs from the choice selects the custom choice.
        """
        if changed in ("count", "chips"):
            return self._update_pair(
                values, changed, "count", "chips", known={id: count.chips for id, count in self.counts.items()}
            )
        if changed in ("plan", "rival"):
            return self._update_pair(
                values, changed, "plan", "rival", known={id: plan.chips for id, plan in self.plans.items()}
            )
        if changed in ("training", "hours"):
            hours = {id: training.hours for id, training in self.trainings.items()}
            return self._update_pair(values, changed, "training", "hours", known=hours)
        return values

    def _update_pair(self, values: Values, changed: str, *names: str, known: Mapping[str, int]) -> Values:
        choice, number = names
        known = {**known, ARTICLE: int(self.defaults[number])} if self.defaults[choice] == ARTICLE else known
        chosen = str(values[choice])
        if changed == choice:
            return {**values, number: known.get(chosen, values[number])}
        return values if known.get(chosen) == values[number] else {**values, choice: CUSTOM}

    @cached_property
    def guided_steps(self) -> tuple[GuidedStep, ...]:
        """Three steps: the article's ratio, another chip count, an invalid comparison.

        Without context, the last two halve one of the counts instead.
        """
        words, chips, rival = self.words.steps, int(self.defaults["chips"]), int(self.defaults["rival"])
        value = format_ratio(rival / chips, self.reading.language)
        first = GuidedStep(words["article"].format(value, value) if self.article_ratio else words["try"], {})
        if {"wang", "v3-cluster"} <= self.counts.keys():
            plan = next(iter(self.plans), str(self.defaults["plan"]))
            return (
                first,
                GuidedStep(words["wang"], {"count": "wang", "plan": plan}),
                GuidedStep(words["v3-cluster"], {"count": "v3-cluster"}),
            )
        half_chips, half_rival = {"chips": max(1, chips // 2)}, {"rival": max(1, rival // 2)}
        return first, GuidedStep(words["half"], half_chips), GuidedStep(words["late"], half_rival)

    # The following methods return the numbers and the page.

    def ratio(self, values: Values) -> Ratio:
        """Return the ratio of the two chip counts, with its bound."""
        article_ratio = self.article_ratio
        small, large = self.counts.get(str(values["count"])), self.plans.get(str(values["plan"]))
        small_bound = (
            small.bound
            if small
            else article_ratio.smaller.bound
            if article_ratio and values["count"] == ARTICLE
            else Bound.AS_PRINTED
        )
        large_bound = (
            large.bound
            if large
            else article_ratio.larger.bound
            if article_ratio and values["plan"] == ARTICLE
            else Bound.AS_PRINTED
        )
        kind = small.kind if small else RatioKind.FLEET
        return compute.ratio(float(values["rival"]), large_bound, float(values["chips"]), small_bound, kind)

    def numbers(self, values: Values, result: object | None = None) -> Mapping[str, Quantity]:
        """Return all numbers of the lab, such as the chip ratio.

        The others are training cost, training duration and GPU hours.
        """
        ratio = self.ratio(values)
        quantities = {
            "chips_ratio": Quantity(ratio.value, "rival's chips per chip"),
            "chips_ratio_bound": Quantity(ratio.bound.value if ratio.bound else None, "bound"),
            "category_error": Quantity(ratio.category_error, "true or false"),
        }
        if self.trainings:
            hours, price, machines = (float(values[id]) for id in ("hours", "price", "machines"))
            quantities |= {
                "cost": Quantity(compute.training_cost(hours, price), "US dollars"),
                "hours_per_gpu": Quantity(compute.hours_per_gpu(hours, machines), "hours at full occupancy"),
                "days": Quantity(compute.training_days(hours, machines), "days at full occupancy"),
                "v3_hours_per_trillion_tokens": Quantity(compute.V3_HOURS_PER_TRILLION_TOKENS, "GPU hours per 10^12 tokens"),
                "v3_tokens": Quantity(compute.V3_TRILLION_TOKENS, "10^12 tokens"),
                "v3_pre_training": Quantity(compute.pre_training_hours(), "GPU hours"),
                "v3_context_extension": Quantity(compute.CONTEXT_EXTENSION_HOURS, "GPU hours"),
                "v3_post_training": Quantity(compute.POST_TRAINING_HOURS, "GPU hours"),
                "v3_total": Quantity(
                    compute.pre_training_hours() + compute.CONTEXT_EXTENSION_HOURS + compute.POST_TRAINING_HOURS, "GPU hours"
                ),
            }
        if {"v3", "llama"} <= self.trainings.keys():
            llama, v3 = self.trainings["llama"].hours, self.trainings["v3"].hours
            quantities |= {
                "llama_hours": Quantity(llama, "GPU hours"),
                "v3_hours": Quantity(v3, "GPU hours"),
                "llama_hours_per_v3_hour": Quantity(llama / v3, "GPU hours per GPU hour"),
            }
        return quantities

    def page(self, values: Values, result: object | None = None) -> tuple[Block, ...]:
        """Return the lab's page with chip counts, GPU hours and prices."""
        page = ComputePage(
            self.words,
            self.reading,
            values,
            self.numbers(values, result),
            self.ratio(values),
            self.article_ratio,
            self.counts,
            self.plans,
        )
        return page.blocks()

    def background_blocks(self) -> tuple[Block, ...]:
        """Return the end of the page: figures, purpose and context notes."""
        return (*self._article_blocks(), *self._note_blocks())

    def _article_blocks(self) -> Iterator[Block]:
        """Yield the article's figures with evidence, and the lab's purpose."""
        reading, article_ratio = self.reading, self.article_ratio
        if article_ratio is None:
            yield Para(plain(self.words.not_from))
            return
        yield Heading(self.shared_words.article_says)
        excluded = [
            item
            for comparison in article_ratio.larger.comparisons
            if not comparison.allowed and isinstance(item := reading.index.items.get(comparison.figure), Figure)
        ]
        for figure in (article_ratio.smaller, article_ratio.larger, *excluded):
            spans = (Span(f"{reading.say(figure.label)} — "), Span(amount(reading, figure), Role.STRONG))
            yield Bullet(spans, reading.proof(figure.evidence))
            if figure.caveat:
                words = reading.words.panes
                yield Field(words.caveat, (*plain(reading.say(figure.caveat)), Span(f" ({words.interest_mark})")))
        yield Heading(self.shared_words.shows)
        yield Para(plain(self.words.shows))

    def _note_blocks(self) -> tuple[Block, ...]:
        if not self.reading.context:
            return (Para((Span(self.shared_words.hidden, Role.MUTED),)),)
        ids = (*(count.note for count in (*SMALLER_FLEET_COUNTS, *LARGER_FLEET_COUNTS)), *COUNT_NOTES, *HOURS_NOTES)
        notes = (note for id in dict.fromkeys(ids) if (note := self._note(id)))
        return section(self.words.other_counts, (note_bullet(self.reading, note) for note in notes))
