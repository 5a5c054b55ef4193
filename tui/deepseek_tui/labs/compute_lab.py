"""The compute lab: the story's counts of chips as sums that a reader can change, and hours times price."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from deepseek_tui.i18n.compute import ComputeWords
from deepseek_tui.i18n.numbers import compact, number, quantity
from deepseek_tui.labs import compute
from deepseek_tui.labs.compute import ALTERNATIVES, PLANS, TRAININGS, Count, Ratio, RatioKind, Training
from deepseek_tui.labs.control import Control, StepScale, Value, Values
from deepseek_tui.labs.lab import GuidedStep, Lab, Quantity
from deepseek_tui.panes.blocks import Bar, Bars, BarStyle, Block, Bullet, Field, Heading, Para, Role, Span
from deepseek_tui.panes.common_blocks import amount, note_bullet, plain, section
from deepseek_tui.story.analysis.ratios import FigureRatio, figure_ratios
from deepseek_tui.story.format.model import Figure, Note
from deepseek_tui.story.format.vocabulary import Bound

ARTICLE, OWN = "article", "own"
CHIPS, RIVAL = 100_000, 1_300_000
"""Numbers to try where a story holds no two figures that may be compared."""
GPUS = "gpus"
"""What a story calls the quantity of its counts of chips."""
MOST = 1_000_000_000
HOURS_NOTES = ("note-v3-hours", "note-v3-cost", "note-llama-hours", "note-llama-unlike")
COUNT_NOTES = ("note-papers-name-h800", "note-meta-plan")


class ComputeLab(Lab):
    """Two fleets beside each other, then a training's hours, its price and its days.

    The two figures are those of the story's first allowed comparison; other counts, and all that is said of hours and
    prices, come from context notes, and are left out where context is hidden.
    """

    name = "compute"

    @property
    def words(self) -> ComputeWords:
        """The lab's own words."""
        return self.reading.words.compute

    @property
    def title(self) -> str:
        """What it is called."""
        return self.words.title

    # what the story holds

    @cached_property
    def quotient(self) -> FigureRatio | None:
        """The story's first comparison of chips that is allowed."""
        return next((found for found in figure_ratios(self.reading.index) if found.larger.quantity == GPUS), None)

    def _note(self, id: str) -> Note | None:
        note = self.reading.index.items.get(id) if self.reading.context else None
        return note if isinstance(note, Note) else None

    @cached_property
    def counts(self) -> dict[str, Count]:
        """The other counts whose notes the story has and shows."""
        return {count.id: count for count in ALTERNATIVES if self._note(count.note)}

    @cached_property
    def plans(self) -> dict[str, Count]:
        """The other wordings of the larger fleet."""
        return {count.id: count for count in PLANS if self._note(count.note)}

    @cached_property
    def trainings(self) -> dict[str, Training]:
        """The trainings whose hours the story's notes give."""
        return {training.id: training for training in TRAININGS if self._note(training.note)}

    # what can be changed

    @cached_property
    def controls(self) -> tuple[Control, ...]:
        """Two fleets; then, from context, a training, a price and a cluster."""
        own = (OWN,) if self.quotient is None else (ARTICLE, OWN)
        controls = [
            self._choice("count", (*own[:-1], *self.counts, OWN)),
            self._number("chips", 1, MOST, StepScale.ROUND),
            self._choice("plan", (*own[:-1], *self.plans, OWN)),
            self._number("rival", 1, MOST, StepScale.ROUND),
        ]
        if self.trainings:
            controls += [
                self._choice("training", (*self.trainings, OWN)),
                self._number("hours", 1, 1_000_000_000_000, StepScale.ROUND),
                self._number("price", 0, 1_000, StepScale.EVEN, whole=False, by=0.25),
                self._number("machines", 1, MOST, StepScale.DOUBLE),
            ]
        return tuple(controls)

    def _choice(self, id: str, choices: tuple[str, ...]) -> Control:
        words = self.words
        named = {choice: words.choices[id][choice] for choice in choices}
        return Control(id, words.labels[id], words.abouts[id], named)

    def _number(self, id: str, low: float, high: float, ladder: StepScale, *, whole: bool = True, by: float = 1) -> Control:
        words = self.words
        return Control(id, words.labels[id], words.abouts[id], {}, words.units[id], low, high, whole, ladder, by)

    @cached_property
    def start(self) -> Values:
        """The article's own two figures; V3's training."""
        quotient = self.quotient
        values: dict[str, Value] = {
            "count": ARTICLE if quotient else OWN,
            "chips": int(quotient.smaller.value) if quotient else CHIPS,
            "plan": ARTICLE if quotient else OWN,
            "rival": int(quotient.larger.value) if quotient else RIVAL,
        }
        if self.trainings:
            first = next(iter(self.trainings.values()))
            values |= {"training": first.id, "hours": first.hours, "price": compute.PRICE, "machines": compute.MACHINES}
        return values

    def settle(self, values: Values, changed: str) -> Values:
        """A count brings its number; a number of one's own is nobody's count."""
        if changed in ("count", "chips"):
            return self._tie(values, changed, "count", "chips", known={id: count.chips for id, count in self.counts.items()})
        if changed in ("plan", "rival"):
            return self._tie(values, changed, "plan", "rival", known={id: plan.chips for id, plan in self.plans.items()})
        if changed in ("training", "hours"):
            hours = {id: training.hours for id, training in self.trainings.items()}
            return self._tie(values, changed, "training", "hours", known=hours)
        return values

    def _tie(self, values: Values, changed: str, *names: str, known: Mapping[str, int]) -> Values:
        who, what = names
        known = {**known, ARTICLE: int(self.start[what])} if self.start[who] == ARTICLE else known
        chosen = str(values[who])
        if changed == who:
            return {**values, what: known.get(chosen, values[what])}
        return values if known.get(chosen) == values[what] else {**values, who: OWN}

    @cached_property
    def steps(self) -> tuple[GuidedStep, ...]:
        """The article's sum; another count; and the category error, or, without context, what the article leaves open."""
        words, chips, rival = self.words.steps, int(self.start["chips"]), int(self.start["rival"])
        value = self._short(rival / chips)
        first = GuidedStep(words["article"].format(value, value) if self.quotient else words["try"], {})
        if {"wang", "v3-cluster"} <= self.counts.keys():
            plan = next(iter(self.plans), str(self.start["plan"]))
            return (
                first,
                GuidedStep(words["wang"], {"count": "wang", "plan": plan}),
                GuidedStep(words["v3-cluster"], {"count": "v3-cluster"}),
            )
        half, late = {"chips": max(1, chips // 2)}, {"rival": max(1, rival // 2)}
        return first, GuidedStep(words["half"], half), GuidedStep(words["late"], late)

    # what follows

    def ratio(self, values: Values) -> Ratio:
        """The quotient of the two fleets, with its bound and whether it is a category error."""
        quotient = self.quotient
        small, large = self.counts.get(str(values["count"])), self.plans.get(str(values["plan"]))
        small_bound = (
            small.bound if small else quotient.smaller.bound if quotient and values["count"] == ARTICLE else Bound.EXACT
        )
        large_bound = (
            large.bound if large else quotient.larger.bound if quotient and values["plan"] == ARTICLE else Bound.EXACT
        )
        kind = small.kind if small else RatioKind.FLEET
        return compute.ratio(float(values["rival"]), large_bound, float(values["chips"]), small_bound, kind)

    def numbers(self, values: Values, result: object | None = None) -> Mapping[str, Quantity]:
        """Quotient, cost, hours for each GPU, days, and V3's hours part by part."""
        ratio = self.ratio(values)
        found = {
            "chips_ratio": Quantity(ratio.value, "rival's chips per chip"),
            "chips_ratio_bound": Quantity(ratio.bound.value if ratio.bound else None, "bound"),
            "category_error": Quantity(ratio.category_error, "true or false"),
        }
        if self.trainings:
            hours, price, machines = (float(values[id]) for id in ("hours", "price", "machines"))
            found |= {
                "cost": Quantity(compute.cost(hours, price), "US dollars"),
                "hours_per_gpu": Quantity(compute.hours_each(hours, machines), "hours at full occupancy"),
                "days": Quantity(compute.days(hours, machines), "days at full occupancy"),
                "v3_hours_per_trillion_tokens": Quantity(compute.HOURS_PER_TRILLION, "GPU hours per 10^12 tokens"),
                "v3_tokens": Quantity(compute.TRILLIONS, "10^12 tokens"),
                "v3_pre_training": Quantity(compute.pre_training(), "GPU hours"),
                "v3_context_extension": Quantity(compute.EXTENSION, "GPU hours"),
                "v3_post_training": Quantity(compute.POST_TRAINING, "GPU hours"),
                "v3_total": Quantity(compute.pre_training() + compute.EXTENSION + compute.POST_TRAINING, "GPU hours"),
            }
        if {"v3", "llama"} <= self.trainings.keys():
            llama, v3 = self.trainings["llama"].hours, self.trainings["v3"].hours
            found |= {
                "llama_hours": Quantity(llama, "GPU hours"),
                "v3_hours": Quantity(v3, "GPU hours"),
                "llama_hours_per_v3_hour": Quantity(llama / v3, "GPU hours per GPU hour"),
            }
        return found

    def page(self, values: Values, result: object | None = None) -> tuple[Block, ...]:
        """The fleets to scale, their quotient and what it means; hours and price."""
        return (*self._beside(values), *(self._hours(values) if self.trainings else ()))

    def behind(self) -> tuple[Block, ...]:
        """What the article says, against what this shows; every count with its source."""
        return (*self._against(), *self._notes())

    def _beside(self, values: Values) -> Iterator[Block]:
        words, ratio = self.words, self.ratio(values)
        value = self._short(ratio.value)
        yield Heading(words.beside)
        yield self._bars(values)
        sum_ = self._sum(values, ratio)
        if ratio.category_error:
            yield Para(
                (Span(f"{sum_}. "), Span(f"{words.error_title}. ", Role.STRONG), *plain(words.error.format(value=value)))
            )
        else:
            pattern = words.bounds[ratio.bound.value] if ratio.bound else words.no_bound
            yield Para((Span(f"{sum_}. "), Span(pattern.format(value=value), Role.STRONG)))
        if ratio.value < 1:
            yield Para(plain(words.fewer))
        if OWN in (values["count"], values["plan"]):
            yield Para(plain(words.own_number))
            if values["count"] == OWN and values["chips"] == compute.MACHINES and self.trainings:
                yield Para(plain(words.own_cluster.format(value=self.told(compute.MACHINES))))
        if not ratio.category_error:
            yield Bullet(plain(words.means), mark=words.means_mark)
        yield Bullet(plain(words.not_means), mark=words.not_mark)

    def _sum(self, values: Values, ratio: Ratio) -> str:
        """The division as it is written: = where the quotient is shown whole, ≈ where it is rounded."""
        larger, smaller = self.told(int(values["rival"])), self.told(int(values["chips"]))
        sign = "=" if self._rounded(ratio.value) == ratio.value else "≈"
        return self.words.quotient.format(larger=larger, smaller=smaller, sign=sign, value=self._short(ratio.value))

    def _bars(self, values: Values) -> Bars:
        words, quotient = self.words, self.quotient
        smaller, larger = (quotient.smaller, quotient.larger) if quotient else (None, None)
        longest = max(int(values["chips"]), int(values["rival"]))
        bars = (
            self._bar(values, "chips", smaller, words.smaller),
            self._bar(values, "rival", larger, words.larger),
        )
        return Bars(tuple(bar._replace(share=bar.share / longest) for bar in bars), words.caption)

    def _bar(self, values: Values, what: str, figure: Figure | None, name: str) -> Bar:
        """One fleet, its share not yet set against the other's; the larger one is yet to come."""
        reading, value = self.reading, int(values[what])
        chosen, known = (values["count"], self.counts) if what == "chips" else (values["plan"], self.plans)
        planned = BarStyle.DASHED if what == "rival" else None
        label = reading.say(figure.label) if figure else name
        if chosen == ARTICLE and figure:
            stroke = planned or (BarStyle.SOLID if figure.bound in (Bound.EXACT, Bound.ABOUT) else BarStyle.OPEN)
            shorter = (self._bound(figure.bound, value),)
            return Bar(label, amount(reading, figure), value, stroke, reading.proof(figure.evidence), shorter=shorter)
        if count := known.get(str(chosen)):
            return Bar(self.words.bars[count.id], self._bound(count.bound, value), value, planned or BarStyle.SOLID)
        return Bar(self.words.own_bar.format(label), self.told(value), value, planned or BarStyle.SOLID)

    def _bound(self, bound: Bound, value: int) -> str:
        written = compact(value, self.reading.language)
        return written if bound is Bound.EXACT else f"{self.reading.word(bound)} {written}"

    def _hours(self, values: Values) -> Iterator[Block]:
        words, numbers = self.words, self.numbers(values)

        def told(id: str, places: int = 0) -> str:
            return self.told(round(numbers[id].number, places))

        hours, price, machines = (self.told(float(values[id])) for id in ("hours", "price", "machines"))
        dollars = quantity(round(numbers["cost"].number, 2), "dollars", self.reading.language)
        yield Heading(words.hours_title)
        yield Field(words.cost_label, plain(words.cost.format(hours=hours, price=price, cost=dollars)))
        time = words.time.format(hours=hours, machines=machines, each=told("hours_per_gpu"), days=told("days", 1))
        yield Field(words.time_label, plain(time))
        parts = words.parts.format(
            rate=told("v3_hours_per_trillion_tokens"),
            tokens=told("v3_tokens", 1),
            pre=told("v3_pre_training"),
            extension=told("v3_context_extension"),
            post=told("v3_post_training"),
            total=told("v3_total"),
        )
        yield Field(words.parts_label, plain(parts))
        if "llama_hours" in numbers:
            sum_ = words.llama.format(
                llama=told("llama_hours"), v3=told("v3_hours"), value=told("llama_hours_per_v3_hour", 2)
            )
            yield Field(words.llama_label, plain(sum_))
        yield Para(plain(words.leaves_out))

    def _against(self) -> Iterator[Block]:
        """What the article says, each figure with its place and its caveat, against what this shows."""
        reading, quotient = self.reading, self.quotient
        if quotient is None:
            yield Para(plain(self.words.not_from))
            return
        yield Heading(self.frame.article_says)
        beside = [
            item
            for comparison in quotient.larger.comparisons
            if not comparison.allowed and isinstance(item := reading.index.items.get(comparison.figure), Figure)
        ]
        for figure in (quotient.smaller, quotient.larger, *beside):
            spans = (Span(f"{reading.say(figure.label)} — "), Span(amount(reading, figure), Role.STRONG))
            yield Bullet((*spans, Span(f". {reading.say(figure.caveat)}", Role.MUTED)), reading.proof(figure.evidence))
        yield Heading(self.frame.shows)
        yield Para(plain(self.words.shows))

    def _notes(self) -> tuple[Block, ...]:
        if not self.reading.context:
            return (Para((Span(self.frame.hidden, Role.MUTED),)),)
        ids = (*(count.note for count in (*ALTERNATIVES, *PLANS)), *COUNT_NOTES, *HOURS_NOTES)
        found = (note for id in dict.fromkeys(ids) if (note := self._note(id)))
        return section(self.words.other_counts, (note_bullet(self.reading, note) for note in found))

    def _short(self, value: float) -> str:
        return number(self._rounded(value), self.reading.language)

    @staticmethod
    def _rounded(value: float) -> float:
        """A quotient as a reader needs it: whole from a hundred up, else with what decimals it takes to tell it."""
        return round(value, 0 if value >= 100 else 2 if value >= 1 else 4 if value >= 0.001 else 9)
