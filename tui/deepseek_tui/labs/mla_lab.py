"""MLA lab: cache sizes of attention schemes, and a numerical proof."""

from collections.abc import Mapping
from functools import cached_property

from deepseek_tui.i18n.mla import MlaWords
from deepseek_tui.labs import cache
from deepseek_tui.labs.attention import SEEDS, SHAPES, Trial, run_proof
from deepseek_tui.labs.cache import PRESETS, AttentionScheme, Preset, Sizes
from deepseek_tui.labs.control import Control, Value, Values
from deepseek_tui.labs.lab import GuidedStep, Lab, OutOfRange, Quantity, ReportProgress
from deepseek_tui.labs.mla_controls import OPTIONS
from deepseek_tui.labs.mla_page import REFERENCE_MEMORY, MlaPage
from deepseek_tui.panes.blocks import Block, Bullet, Heading, Para
from deepseek_tui.panes.common_blocks import plain, section, statement
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Claim
from deepseek_tui.story.format.vocabulary import LabName

CUSTOM = "own"
SIZES = ("layers", "heads", "kv_heads", "head", "latent", "rotary")
DEFAULT_PRESET = PRESETS["deepseek-v3"]
DEFAULT_MEMORY = 24
"""Default memory in GB, shown beside the reference memory."""


class MlaLab(Lab):
    """Lab that compares the key-value caches of four attention schemes.

    Also shows how many tokens fit into memory, the multiply-adds of decoding, the factors of the published saving
    and, on request, the proof that both forms of MLA decoding agree.
    """

    name = "mla"
    options = OPTIONS

    def __init__(self, reading: RenderContext) -> None:
        super().__init__(reading)
        self.run_label = self.words.runs

    @property
    def words(self) -> MlaWords:
        """The interface texts of the MLA lab."""
        return self.reading.words.mla

    @property
    def title(self) -> str:
        """Title of the MLA lab."""
        return self.words.title

    # The following methods define the controls and their values.

    @cached_property
    def controls(self) -> tuple[Control, ...]:
        """Controls for a preset with six sizes, context length and memory.

        The element size has a control as well.
        """
        words = self.words
        names = {preset.id: preset.name for preset in PRESETS.values()} | {CUSTOM: words.own}
        choices = {"preset": names, "bytes": words.bytes}
        return tuple(option.control(words, choices.get(option.id)) for option in self.options)

    @cached_property
    def defaults(self) -> Values:
        """Default values: DeepSeek-V3 with its longest context, in bf16."""
        return {
            "preset": DEFAULT_PRESET.id,
            **_size_values(DEFAULT_PRESET.sizes),
            "context": DEFAULT_PRESET.max_context,
            "bytes": "2",
            "memory": DEFAULT_MEMORY,
        }

    def update_dependents(self, values: Values, changed: str) -> Values:
        """Return the control values, after adapting those that depend on a change.

        A chosen preset sets its sizes. A size that differs from the preset selects the custom choice.
        """
        preset = PRESETS.get(str(values["preset"]))
        if changed == "preset":
            return {**values, **_size_values(preset.sizes)} if preset else values
        if changed in SIZES and preset and _sizes_from(values) != preset.sizes:
            return {**values, "preset": CUSTOM}
        return values

    def check_combination(self, values: Values) -> Values:
        """Check that the number of heads is a multiple of the groups.

        Also checks that the rotary size is even, because RoPE rotates pairs. Raises OutOfRange when a check fails.
        """
        sizes = _sizes_from(values)
        if sizes.heads % sizes.kv_heads:
            raise OutOfRange(
                self.words.uneven.format(heads=self.format_number(sizes.heads), kv=self.format_number(sizes.kv_heads))
            )
        if sizes.rotary % 2:
            raise OutOfRange(self.words.odd.format(self.format_number(sizes.rotary)))
        return values

    @cached_property
    def guided_steps(self) -> tuple[GuidedStep, ...]:
        """Three steps: a long context, a model with GQA, the published saving."""
        million, llama, headline = self.words.steps
        return (
            GuidedStep(million, {"context": 2**20}),
            GuidedStep(llama, {"preset": "llama-3.1-405b"}),
            GuidedStep(headline, {"preset": "deepseek-v2", "bytes": "0.75"}),
        )

    # The following methods return the numbers and the page.

    def run(self, values: Values, report_progress: ReportProgress) -> object:
        """Decode small random attention layers in both forms, and compare them."""
        return run_proof(report_progress)

    def numbers(self, values: Values, result: object | None = None) -> Mapping[str, Quantity]:
        """Return all numbers of the lab, such as cache sizes and savings.

        The result of the proof is included if the proof has run.
        """
        sizes, element, context = _sizes_from(values), float(str(values["bytes"])), int(values["context"])
        preset = PRESETS.get(str(values["preset"]))
        quantities: dict[str, Quantity] = {}
        whole = cache.bytes_per_token(AttentionScheme.MHA, sizes, element)
        for scheme in AttentionScheme:
            each = cache.bytes_per_token(scheme, sizes, element)
            kept = cache.cache_bytes(scheme, sizes, context, element)
            name = scheme.value
            quantities |= {
                f"{name}_elements_per_token": Quantity(cache.elements_per_token(scheme, sizes), "elements per token"),
                f"{name}_per_token": Quantity(each / cache.KB, "KB (10^3 bytes) per token"),
                f"{name}_cache": Quantity(kept, "bytes for the whole context"),
                f"{name}_cache_gib": Quantity(kept / cache.GIB, "GiB (2^30 bytes) for the whole context"),
                f"{name}_share_of_mha": Quantity(each / whole, "of the multi-head cache"),
                f"{name}_saved_against_mha": Quantity(cache.saved_share(each, whole), "of the multi-head cache"),
                f"{name}_tokens_in_80_gb": Quantity(
                    cache.tokens_in(REFERENCE_MEMORY * cache.GB, scheme, sizes, element), "tokens in 80 GB (10^9 bytes)"
                ),
                f"{name}_tokens_in_memory": Quantity(
                    cache.tokens_in(float(values["memory"]) * cache.GB, scheme, sizes, element), "tokens in your memory"
                ),
            }
        latent, grouped = (
            cache.bytes_per_token(scheme, sizes, element) for scheme in (AttentionScheme.MLA, AttentionScheme.GQA)
        )
        return (
            quantities
            | {
                "mha_over_mla": Quantity(whole / latent, "multi-head caches per MLA cache"),
                "gqa_over_mla": Quantity(grouped / latent, "grouped caches per MLA cache"),
                "mla_saved_against_gqa": Quantity(cache.saved_share(latent, grouped), "of the grouped cache"),
                "mla_share_of_gqa": Quantity(latent / grouped, "of the grouped cache"),
                "supported_context": Quantity(preset.max_context if preset else None, "tokens"),
                "beyond_supported_context": Quantity(_exceeds_supported_context(preset, context), "true or false"),
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
        """Return the sections of the lab's page.

        The numerical proof comes first, if it has run.
        """
        preset, trials = PRESETS.get(str(values["preset"])), result if isinstance(result, tuple) else ()
        numbers = self.numbers(values, result)
        return MlaPage(self.words, self.reading.language, values, preset, numbers, trials).blocks()

    def background_blocks(self) -> tuple[Block, ...]:
        """Return the end of the page: claims, purpose and papers."""
        reading, shared_words = self.reading, self.shared_words
        mla_innovations = [innovation for innovation in reading.story.innovations if innovation.lab is LabName.MLA]
        refs = dict.fromkeys(ref for innovation in mla_innovations for ref in innovation.claims)
        claims = [item for ref in refs if isinstance(item := reading.index.items.get(ref), Claim)]
        return (
            *section(shared_words.article_says, (statement(reading, claim) for claim in claims)),
            Heading(shared_words.shows),
            Para(plain(self.words.shows)),
            Heading(shared_words.sources),
            *(Bullet(plain(source), context=True) for source in self.words.sources),
        )


def _sizes_from(values: Values) -> Sizes:
    """Return the six sizes of a model from the controls' values."""
    return Sizes(*(int(values[id]) for id in SIZES))


def _size_values(sizes: Sizes) -> dict[str, Value]:
    return {id: getattr(sizes, id) for id in SIZES}


def _exceeds_supported_context(preset: Preset | None, context: int) -> bool:
    return preset is not None and context > preset.max_context


def _headline_numbers() -> dict[str, Quantity]:
    headline = cache.published_headline()
    factors = {
        "latent": headline.latent_factor,
        "quantised": headline.quantisation_factor,
        "rival": headline.baseline_factor,
        "published": headline.total_factor,
        "like_for_like": headline.latent_factor / headline.baseline_factor,
    }
    quantities: dict[str, Quantity] = {}
    for name, factor in factors.items():
        if name == "rival":
            quantities[f"headline_{name}_factor"] = Quantity(factor, "times smaller than DeepSeek-V2's own multi-head form")
            continue
        quantities[f"headline_{name}_factor"] = Quantity(factor, "times smaller")
        quantities[f"headline_{name}_saved"] = Quantity(1 - 1 / factor, "saved, of 1")
    return quantities


def _proof_numbers(trials: tuple[Trial, ...]) -> dict[str, Quantity]:
    quantities = {
        "proof_layers": Quantity(len(trials), "random layers"),
        "proof_seeds": Quantity(len(SEEDS), "seeds for each shape"),
        "proof_largest_difference": Quantity(max(trial.difference for trial in trials), "largest difference of outputs"),
        "proof_control_least": Quantity(min(trial.control_difference for trial in trials), "largest difference of outputs"),
        "proof_control_most": Quantity(max(trial.control_difference for trial in trials), "largest difference of outputs"),
        "proof_output_least": Quantity(min(trial.largest_output for trial in trials), "largest number of the outputs"),
        "proof_output_most": Quantity(max(trial.largest_output for trial in trials), "largest number of the outputs"),
    }
    for number_, shape in enumerate(SHAPES, 1):
        same = [trial for trial in trials if trial.shape == shape]
        sizes = (
            f"heads {shape.heads}, head {shape.head}, latent {shape.latent}, rotary {shape.rotary}, tokens {shape.tokens}"
        )
        quantities |= {
            f"proof_{number_}_shape": Quantity(sizes, "elements"),
            f"proof_{number_}_whole_cache": Quantity(same[0].naive_cache, "elements per token and layer"),
            f"proof_{number_}_latent_cache": Quantity(same[0].absorbed_cache, "elements per token and layer"),
            f"proof_{number_}_difference": Quantity(max(trial.difference for trial in same), "largest of the seeds"),
            f"proof_{number_}_control": Quantity(min(trial.control_difference for trial in same), "smallest of the seeds"),
        }
    return quantities
