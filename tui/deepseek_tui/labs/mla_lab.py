"""The MLA lab: a key-value cache under four attention schemes, what MLA costs in arithmetic, and the proof."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from deepseek_tui.i18n.labs import words_in
from deepseek_tui.i18n.mla import MlaWords
from deepseek_tui.i18n.numbers import number
from deepseek_tui.labs import cache
from deepseek_tui.labs.attention import SEEDS, SHAPES, Trial, proof
from deepseek_tui.labs.cache import PRESETS, Preset, Scheme, Sizes
from deepseek_tui.labs.control import Control, Ladder, Value, Values
from deepseek_tui.labs.lab import Lab, Quantity, Step, Tell, Unreasonable
from deepseek_tui.panes.blocks import NOTHING, Bar, Bars, Block, Bullet, Field, Heading, Para, Role, Span, Stroke, Table
from deepseek_tui.panes.parts import plain, section, statement
from deepseek_tui.panes.reading import Reading
from deepseek_tui.story.model import Claim
from deepseek_tui.story.vocabulary import Lab as LabName

OWN = "own"
SIZES = ("layers", "heads", "kv_heads", "head", "latent", "rotary")
START = PRESETS["deepseek-v3"]
MEMORY, OWN_MEMORY = 80, 24
"""GB: an H100’s or an A100’s memory, the size that most comparisons take, and, to begin with, one of the reader’s own."""


class MlaLab(Lab):
    """Cached bytes by scheme, to scale; tokens that fit; multiply-adds; the headline taken apart; on request, the proof."""

    name = "mla"

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.runs = self.words.runs

    @property
    def words(self) -> MlaWords:
        """The lab's own words."""
        return words_in(self.reading.language).mla

    @property
    def title(self) -> str:
        """What it is called."""
        return self.words.title

    # what can be changed

    @cached_property
    def controls(self) -> tuple[Control, ...]:
        """A preset, the six sizes that it sets, then context, element and memory."""
        words = self.words
        names = {preset.id: preset.name for preset in PRESETS.values()} | {OWN: words.own}
        return (
            self._control("preset", choices=names),
            self._control("layers", high=1_000),
            self._control("heads", high=1_024, ladder=Ladder.DOUBLE),
            self._control("kv_heads", high=1_024, ladder=Ladder.DOUBLE),
            self._control("head", high=4_096, ladder=Ladder.DOUBLE),
            self._control("latent", high=65_536, ladder=Ladder.DOUBLE),
            self._control("rotary", low=2, high=4_096, ladder=Ladder.DOUBLE),
            self._control("context", high=100_000_000, ladder=Ladder.DOUBLE),
            self._control("bytes", choices=words.bytes),
            self._control("memory", high=100_000, by=8),
        )

    def _control(
        self,
        id: str,
        *,
        low: float = 1,
        high: float = 1,
        ladder: Ladder = Ladder.EVEN,
        by: float = 1,
        choices: dict[str, str] | None = None,
    ) -> Control:
        words = self.words
        unit = words.units.get(id, "")
        return Control(id, words.labels[id], words.abouts[id], choices or {}, unit, low, high, ladder=ladder, by=by)

    @cached_property
    def start(self) -> Values:
        """DeepSeek-V3 at the longest context that it supports, in bf16."""
        return {"preset": START.id, **_values(START.sizes), "context": START.supported, "bytes": "2", "memory": OWN_MEMORY}

    def settle(self, values: Values, changed: str) -> Values:
        """A preset brings its sizes; other sizes than a preset's are the reader's own."""
        preset = PRESETS.get(str(values["preset"]))
        if changed == "preset":
            return {**values, **_values(preset.sizes)} if preset else values
        if changed in SIZES and preset and sizes_of(values) != preset.sizes:
            return {**values, "preset": OWN}
        return values

    def together(self, values: Values) -> Values:
        """Heads have to be shared out evenly, and the rotation needs pairs."""
        sizes = sizes_of(values)
        if sizes.heads % sizes.kv_heads:
            raise Unreasonable(self.words.uneven.format(heads=self.told(sizes.heads), kv=self.told(sizes.kv_heads)))
        if sizes.rotary % 2:
            raise Unreasonable(self.words.odd.format(self.told(sizes.rotary)))
        return values

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Beyond what is supported; a model with grouped heads; the published headline."""
        million, llama, headline = self.words.steps
        return (
            Step(million, {"context": 2**20}),
            Step(llama, {"preset": "llama-3.1-405b"}),
            Step(headline, {"preset": "deepseek-v2", "bytes": "0.75"}),
        )

    # what follows

    def run(self, values: Values, tell: Tell) -> object:
        """Decode small random layers naively and absorbed."""
        return proof(tell)

    def numbers(self, values: Values, result: object | None = None) -> Mapping[str, Quantity]:
        """For each scheme the cache by element, token and context; multiply-adds; the headline; the proof once run."""
        sizes, element, context = sizes_of(values), float(str(values["bytes"])), int(values["context"])
        preset = PRESETS.get(str(values["preset"]))
        found: dict[str, Quantity] = {}
        whole = cache.bytes_per_token(Scheme.MHA, sizes, element)
        for scheme in Scheme:
            each = cache.bytes_per_token(scheme, sizes, element)
            kept = cache.cache_bytes(scheme, sizes, context, element)
            name = scheme.value
            found |= {
                f"{name}_elements_per_token": Quantity(cache.elements(scheme, sizes), "elements per token"),
                f"{name}_per_token": Quantity(each / cache.KB, "KB (10^3 bytes) per token"),
                f"{name}_cache": Quantity(kept, "bytes for the whole context"),
                f"{name}_cache_gib": Quantity(kept / cache.GIB, "GiB (2^30 bytes) for the whole context"),
                f"{name}_share_of_mha": Quantity(each / whole, "of the multi-head cache"),
                f"{name}_saved_against_mha": Quantity(cache.saved(each, whole), "of the multi-head cache"),
                f"{name}_tokens_in_80_gb": Quantity(
                    cache.tokens_in(MEMORY * cache.GB, scheme, sizes, element), "tokens in 80 GB (10^9 bytes)"
                ),
                f"{name}_tokens_in_memory": Quantity(
                    cache.tokens_in(float(values["memory"]) * cache.GB, scheme, sizes, element), "tokens in your memory"
                ),
            }
        latent, grouped = (cache.bytes_per_token(scheme, sizes, element) for scheme in (Scheme.MLA, Scheme.GQA))
        return (
            found
            | {
                "mha_over_mla": Quantity(whole / latent, "multi-head caches per MLA cache"),
                "gqa_over_mla": Quantity(grouped / latent, "grouped caches per MLA cache"),
                "mla_saved_against_gqa": Quantity(cache.saved(latent, grouped), "of the grouped cache"),
                "mla_share_of_gqa": Quantity(latent / grouped, "of the grouped cache"),
                "supported_context": Quantity(preset.supported if preset else None, "tokens"),
                "beyond_supported_context": Quantity(_beyond(preset, context), "true or false"),
            }
            | self._work_numbers(sizes)
            | _headline_numbers()
            | (_proof_numbers(result) if isinstance(result, tuple) else {})
        )

    @staticmethod
    def _work_numbers(sizes: Sizes) -> dict[str, Quantity]:
        work, unit = cache.work(sizes), "multiply-adds per head and cached token"
        return {
            "naive_work": Quantity(work.naive, unit),
            "absorbed_work": Quantity(work.absorbed, unit),
            "rebuilt_work": Quantity(work.rebuilt, unit),
            "absorbed_over_naive_work": Quantity(work.absorbed / work.naive, "times"),
        }

    def page(self, values: Values, result: object | None = None) -> tuple[Block, ...]:
        """The proof where it was run; the four caches to scale; how much fits; what it costs; the headline."""
        numbers = self.numbers(values, result)
        return (
            *(self._proof(result) if isinstance(result, tuple) else ()),
            *self._caches(values, numbers),
            *self._fits(values, numbers),
            *self._cost(numbers, asked=result is not None),
            *self._headline(numbers),
        )

    def _caches(self, values: Values, numbers: Mapping[str, Quantity]) -> Iterator[Block]:
        words, sizes, preset = self.words, sizes_of(values), PRESETS.get(str(values["preset"]))
        yield Heading(words.cache.format(tokens=self.told(int(values["context"]))))
        if preset and _beyond(preset, int(values["context"])):
            supported = words.beyond.format(name=preset.name, tokens=self.told(preset.supported))
            yield Para((Span(supported, Role.STRONG),))
        longest = max(numbers[f"{scheme.value}_cache"].number for scheme in Scheme)
        yield Bars(
            tuple(self._bar(scheme, preset, sizes, numbers, longest) for scheme in Scheme),
            words.caption,
            (words.dashed,) if preset else (),
        )
        yield Para((Span(self._versus(numbers, Scheme.MHA, "mha_over_mla", "mla_share_of_mha", sizes), Role.STRONG),))
        yield Para(plain(self._versus(numbers, Scheme.GQA, "gqa_over_mla", "mla_share_of_gqa", sizes)))
        if preset and preset.built is not Scheme.MLA:
            yield Para(plain(words.what_if))

    def _bar(
        self, scheme: Scheme, preset: Preset | None, sizes: Sizes, numbers: Mapping[str, Quantity], longest: float
    ) -> Bar:
        words, built = self.words, preset is not None and preset.built is scheme
        size = self.size(numbers[f"{scheme.value}_cache"].number)
        label = self._scheme(scheme, sizes)
        share = numbers[f"{scheme.value}_cache"].number / longest
        stroke = Stroke.SOLID if built or preset is None else Stroke.DASHED
        return Bar(words.as_built.format(label) if built else label, size, share, stroke)

    def _scheme(self, scheme: Scheme, sizes: Sizes) -> str:
        return self.words.schemes[scheme.value].format(self.told(sizes.kv_heads))

    def _versus(self, numbers: Mapping[str, Quantity], that: Scheme, times: str, share: str, sizes: Sizes) -> str:
        words, factor, kept = self.words, numbers[times].number, numbers[share].number
        names = {"kb": self._kb(numbers, Scheme.MLA), "that": self._scheme(that, sizes)}
        if factor < 1:
            return words.versus_more.format(times=self.rounded(kept), **names)
        saved = self.rounded(100 * (1 - kept), 1)
        pattern = words.versus if that is Scheme.MHA else words.versus_short
        return pattern.format(share=self.rounded(100 * kept, 1), times=self.rounded(factor), saved=saved, **names)

    def _kb(self, numbers: Mapping[str, Quantity], scheme: Scheme) -> str:
        return self.rounded(numbers[f"{scheme.value}_per_token"].number, 3)

    def _fits(self, values: Values, numbers: Mapping[str, Quantity]) -> Iterator[Block]:
        words, own = self.words, int(values["memory"])
        scheme_label, token, label = words.head
        memories = [(MEMORY, "80_gb"), *([(own, "memory")] if own != MEMORY else [])]
        head = (scheme_label, token, *(label.format(self.told(memory)) for memory, _ in memories))
        rows = tuple(
            (
                scheme.name,
                self._kb(numbers, scheme),
                *(self.told(numbers[f"{scheme.value}_tokens_in_{name}"].number) for _, name in memories),
            )
            for scheme in Scheme
        )
        yield Heading(words.fits)
        yield Table(head, rows, (NOTHING,) * len(rows))
        yield Para((Span(words.fits_caveat, Role.MUTED),))

    def _cost(self, numbers: Mapping[str, Quantity], *, asked: bool) -> Iterator[Block]:
        words = self.words
        yield Heading(words.cost)
        yield Para(plain(words.trade.format(times=self.rounded(numbers["absorbed_over_naive_work"].number, 1))))
        for way, name in words.ways.items():
            yield Field(self.told(numbers[f"{way}_work"].number), plain(name))
        if not asked:
            yield Para((Span(words.proof_hint, Role.ACCENT),))

    def _headline(self, numbers: Mapping[str, Quantity]) -> Iterator[Block]:
        words = self.words
        yield Heading(words.headline)
        for name, pattern in words.factors.items():
            sign = "×" if name == "rival" else "÷"
            factor = numbers[f"headline_{name}_factor"].number
            share = "" if name == "rival" else self.rounded(100 * numbers[f"headline_{name}_saved"].number, 1)
            yield Field(f"{sign} {self.rounded(factor)}", plain(pattern.format(share)))
        like_for_like = self.rounded(100 * numbers["headline_like_for_like_saved"].number, 1)
        yield Para(plain(words.headline_caveat.format(like_for_like)))

    def _proof(self, trials: tuple[Trial, ...]) -> Iterator[Block]:
        words = self.words
        rows = []
        for shape in SHAPES:
            same = [trial for trial in trials if trial.shape == shape]
            layer = f"{shape.heads} × {shape.head}"
            kept = f"{self.told(same[0].naive_cache)} → {self.told(same[0].absorbed_cache)}"
            gap, control = max(trial.difference for trial in same), min(trial.control for trial in same)
            rows.append((layer, kept, self.tiny(gap), self.rounded(control)))
        difference = self.tiny(max(trial.difference for trial in trials))
        least, most = (self.rounded(end(trial.control for trial in trials)) for end in (min, max))
        yield Heading(words.proof)
        yield Para((Span(words.same.format(count=len(trials), difference=difference), Role.STRONG),))
        yield Table(words.proof_head, tuple(rows), (NOTHING,) * len(rows))
        yield Para((Span(words.proof_rows.format(seeds=len(SEEDS)), Role.MUTED),))
        small, large = (self.rounded(end(trial.size for trial in trials)) for end in (min, max))
        yield Para(plain(words.control.format(least=least, most=most, small=small, large=large)))

    def behind(self) -> tuple[Block, ...]:
        """What the article says of MLA, what this shows, and the papers."""
        reading, frame = self.reading, self.frame
        told = [innovation for innovation in reading.story.innovations if innovation.lab is LabName.MLA]
        refs = dict.fromkeys(ref for innovation in told for ref in innovation.claims)
        claims = [item for ref in refs if isinstance(item := reading.index.items.get(ref), Claim)]
        return (
            *section(frame.article_says, (statement(reading, claim) for claim in claims)),
            Heading(frame.shows),
            Para(plain(self.words.shows)),
            Heading(frame.sources),
            *(Bullet(plain(source), context=True) for source in self.words.sources),
        )

    # numbers in words

    def rounded(self, value: float, places: int = 2) -> str:
        """A number with so many decimals at most; with more where it would be nothing."""
        while value and places < 9 and round(value, places) == 0:
            places += 1
        return number(round(value, places), self.reading.language)

    def tiny(self, value: float) -> str:
        """A very small number by its power of ten, as the reader's language points it."""
        written = f"{value:.1e}"
        return written.replace(".", ",") if self.reading.language == "fr" else written

    def size(self, count: float) -> str:
        """Bytes in the largest binary unit that leaves a whole one, with four digits."""
        power = 0
        while count >= 1024 and power < len(self.words.sizes) - 1:
            count, power = count / 1024, power + 1
        places = 0 if count >= 1000 else 1 if count >= 100 else 2 if count >= 10 else 3
        return f"{number(round(count, places), self.reading.language)} {self.words.sizes[power]}"


def sizes_of(values: Values) -> Sizes:
    """The six sizes among a lab's values."""
    return Sizes(*(int(values[id]) for id in SIZES))


def _values(sizes: Sizes) -> dict[str, Value]:
    return {id: getattr(sizes, id) for id in SIZES}


def _beyond(preset: Preset | None, context: int) -> bool:
    return preset is not None and context > preset.supported


def _headline_numbers() -> dict[str, Quantity]:
    headline = cache.headline()
    factors = {
        "latent": headline.latent,
        "quantised": headline.quantised,
        "rival": headline.rival,
        "published": headline.factor,
        "like_for_like": headline.latent / headline.rival,
    }
    found: dict[str, Quantity] = {}
    for name, factor in factors.items():
        if name == "rival":
            found[f"headline_{name}_factor"] = Quantity(factor, "times smaller than DeepSeek-V2's own multi-head form")
            continue
        found[f"headline_{name}_factor"] = Quantity(factor, "times smaller")
        found[f"headline_{name}_saved"] = Quantity(1 - 1 / factor, "saved, of 1")
    return found


def _proof_numbers(trials: tuple[Trial, ...]) -> dict[str, Quantity]:
    found = {
        "proof_layers": Quantity(len(trials), "random layers"),
        "proof_seeds": Quantity(len(SEEDS), "seeds for each shape"),
        "proof_largest_difference": Quantity(max(trial.difference for trial in trials), "largest difference of outputs"),
        "proof_control_least": Quantity(min(trial.control for trial in trials), "largest difference of outputs"),
        "proof_control_most": Quantity(max(trial.control for trial in trials), "largest difference of outputs"),
        "proof_output_least": Quantity(min(trial.size for trial in trials), "largest number of the outputs"),
        "proof_output_most": Quantity(max(trial.size for trial in trials), "largest number of the outputs"),
    }
    for number_, shape in enumerate(SHAPES, 1):
        same = [trial for trial in trials if trial.shape == shape]
        sizes = (
            f"heads {shape.heads}, head {shape.head}, latent {shape.latent}, rotary {shape.rotary}, tokens {shape.tokens}"
        )
        found |= {
            f"proof_{number_}_shape": Quantity(sizes, "elements"),
            f"proof_{number_}_whole_cache": Quantity(same[0].naive_cache, "elements per token and layer"),
            f"proof_{number_}_latent_cache": Quantity(same[0].absorbed_cache, "elements per token and layer"),
            f"proof_{number_}_difference": Quantity(max(trial.difference for trial in same), "largest of the seeds"),
            f"proof_{number_}_control": Quantity(min(trial.control for trial in same), "smallest of the seeds"),
        }
    return found
