"""The MLA lab: a key-value cache under four attention schemes, what MLA costs in arithmetic, and the proof."""

from collections.abc import Mapping
from functools import cached_property

from deepseek_tui.i18n.mla import MlaWords
from deepseek_tui.labs import cache
from deepseek_tui.labs.attention import SEEDS, SHAPES, Trial, proof
from deepseek_tui.labs.cache import PRESETS, AttentionScheme, Preset, Sizes
from deepseek_tui.labs.control import Control, StepScale, Value, Values
from deepseek_tui.labs.lab import GuidedStep, Lab, OutOfRange, Quantity, ReportProgress
from deepseek_tui.labs.mla_page import MEMORY, MlaPage
from deepseek_tui.panes.blocks import Block, Bullet, Heading, Para
from deepseek_tui.panes.common_blocks import plain, section, statement
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Claim
from deepseek_tui.story.format.vocabulary import LabName

OWN = "own"
SIZES = ("layers", "heads", "kv_heads", "head", "latent", "rotary")
START = PRESETS["deepseek-v3"]
OWN_MEMORY = 24
"""GB: a memory to begin with, beside the one that everybody compares with; the reader has another."""


class MlaLab(Lab):
    """Cached bytes by scheme, to scale; tokens that fit; multiply-adds; the headline taken apart; on request, the proof."""

    name = "mla"

    def __init__(self, reading: RenderContext) -> None:
        super().__init__(reading)
        self.runs = self.words.runs

    @property
    def words(self) -> MlaWords:
        """The lab's own words."""
        return self.reading.words.mla

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
            self._control("heads", high=1_024, ladder=StepScale.DOUBLE),
            self._control("kv_heads", high=1_024, ladder=StepScale.DOUBLE),
            self._control("head", high=4_096, ladder=StepScale.DOUBLE),
            self._control("latent", high=65_536, ladder=StepScale.DOUBLE),
            self._control("rotary", low=2, high=4_096, ladder=StepScale.DOUBLE),
            self._control("context", high=100_000_000, ladder=StepScale.DOUBLE),
            self._control("bytes", choices=words.bytes),
            self._control("memory", high=100_000, by=8),
        )

    def _control(
        self,
        id: str,
        *,
        low: float = 1,
        high: float = 1,
        ladder: StepScale = StepScale.EVEN,
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
            raise OutOfRange(self.words.uneven.format(heads=self.told(sizes.heads), kv=self.told(sizes.kv_heads)))
        if sizes.rotary % 2:
            raise OutOfRange(self.words.odd.format(self.told(sizes.rotary)))
        return values

    @cached_property
    def steps(self) -> tuple[GuidedStep, ...]:
        """Beyond what is supported; a model with grouped heads; the published headline."""
        million, llama, headline = self.words.steps
        return (
            GuidedStep(million, {"context": 2**20}),
            GuidedStep(llama, {"preset": "llama-3.1-405b"}),
            GuidedStep(headline, {"preset": "deepseek-v2", "bytes": "0.75"}),
        )

    # what follows

    def run(self, values: Values, tell: ReportProgress) -> object:
        """Decode small random layers naively and absorbed."""
        return proof(tell)

    def numbers(self, values: Values, result: object | None = None) -> Mapping[str, Quantity]:
        """For each scheme the cache by element, token and context; multiply-adds; the headline; the proof once run."""
        sizes, element, context = sizes_of(values), float(str(values["bytes"])), int(values["context"])
        preset = PRESETS.get(str(values["preset"]))
        found: dict[str, Quantity] = {}
        whole = cache.bytes_per_token(AttentionScheme.MHA, sizes, element)
        for scheme in AttentionScheme:
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
        latent, grouped = (
            cache.bytes_per_token(scheme, sizes, element) for scheme in (AttentionScheme.MLA, AttentionScheme.GQA)
        )
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
        work, unit = cache.decoding_work(sizes), "multiply-adds per head and cached token"
        return {
            "naive_work": Quantity(work.naive, unit),
            "absorbed_work": Quantity(work.absorbed, unit),
            "rebuilt_work": Quantity(work.rebuilt, unit),
            "absorbed_over_naive_work": Quantity(work.absorbed / work.naive, "times"),
        }

    def page(self, values: Values, result: object | None = None) -> tuple[Block, ...]:
        """The proof where it was run; the four caches to scale; how much fits; what it costs; the headline."""
        preset, trials = PRESETS.get(str(values["preset"])), result if isinstance(result, tuple) else ()
        numbers = self.numbers(values, result)
        return MlaPage(self.words, self.reading.language, values, preset, numbers, trials).blocks()

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
