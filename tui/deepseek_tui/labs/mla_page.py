"""The page of the MLA lab, for the values of its controls."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deepseek_tui.i18n.mla import MlaWords
from deepseek_tui.i18n.numbers import number
from deepseek_tui.labs.attention import SEEDS, SHAPES, Trial
from deepseek_tui.labs.cache import AttentionScheme, Preset
from deepseek_tui.labs.control import Values
from deepseek_tui.labs.lab import Quantity
from deepseek_tui.labs.number_format import format_number, format_rounded, format_scientific
from deepseek_tui.panes.blocks import NOTHING, Bar, Bars, BarStyle, Block, Field, Heading, Para, Role, Span, Table
from deepseek_tui.panes.common_blocks import plain

REFERENCE_MEMORY = 80
"""Memory of an H100 or A100 in GB, for comparison."""


@dataclass(frozen=True)
class MlaPage:
    """The page of the MLA lab for one set of values.

    Every number on it comes from `numbers` or `trials`.
    """

    words: MlaWords
    language: str
    values: Values
    preset: Preset | None
    """The published model with these sizes, or None when they are custom."""
    numbers: Mapping[str, Quantity]
    trials: tuple[Trial, ...] = ()
    """Trials of the proof; empty when it has not run."""

    def blocks(self) -> tuple[Block, ...]:
        """Return the sections of the page.

        The numerical proof comes first, if it has run.
        """
        proof = self._proof() if self.trials else ()
        return (*proof, *self._caches(), *self._capacity(), *self._decoding_cost(), *self._headline())

    def _caches(self) -> Iterator[Block]:
        words, preset = self.words, self.preset
        yield Heading(words.cache.format(tokens=self._number(int(self.values["context"]))))
        if preset and self.numbers["beyond_supported_context"].value:
            supported = words.beyond.format(name=preset.name, tokens=self._number(preset.max_context))
            yield Para((Span(supported, Role.STRONG),))
        longest = max(self.numbers[f"{scheme.value}_cache"].number for scheme in AttentionScheme)
        yield Bars(
            tuple(self._bar(scheme, longest) for scheme in AttentionScheme),
            words.caption,
            (words.dashed,) if preset else (),
        )
        yield Para((Span(self._comparison(AttentionScheme.MHA, "mha_over_mla", "mla_share_of_mha"), Role.STRONG),))
        yield Para(plain(self._comparison(AttentionScheme.GQA, "gqa_over_mla", "mla_share_of_gqa")))
        if preset and preset.scheme is not AttentionScheme.MLA:
            yield Para(plain(words.what_if))

    def _bar(self, scheme: AttentionScheme, longest: float) -> Bar:
        words, preset = self.words, self.preset
        built = preset is not None and preset.scheme is scheme
        size = self._byte_size(self.numbers[f"{scheme.value}_cache"].number)
        label = self._scheme_name(scheme)
        share = self.numbers[f"{scheme.value}_cache"].number / longest
        stroke = BarStyle.SOLID if built or preset is None else BarStyle.DASHED
        return Bar(words.as_built.format(label) if built else label, size, share, stroke)

    def _scheme_name(self, scheme: AttentionScheme) -> str:
        return self.words.schemes[scheme.value].format(self._number(int(self.values["kv_heads"])))

    def _comparison(self, other: AttentionScheme, times: str, share: str) -> str:
        words, factor, kept = self.words, self.numbers[times].number, self.numbers[share].number
        names = {"kb": self._kb(AttentionScheme.MLA), "that": self._scheme_name(other)}
        if factor < 1:
            return words.versus_more.format(times=self._rounded(kept), **names)
        saved = self._rounded(100 * (1 - kept), 1)
        pattern = words.versus if other is AttentionScheme.MHA else words.versus_short
        return pattern.format(share=self._rounded(100 * kept, 1), times=self._rounded(factor), saved=saved, **names)

    def _kb(self, scheme: AttentionScheme) -> str:
        return self._rounded(self.numbers[f"{scheme.value}_per_token"].number, 3)

    def _capacity(self) -> Iterator[Block]:
        words, memory = self.words, int(self.values["memory"])
        scheme_label, token, label = words.head
        memories = [(REFERENCE_MEMORY, "80_gb"), *([(memory, "memory")] if memory != REFERENCE_MEMORY else [])]
        head = (scheme_label, token, *(label.format(self._number(size)) for size, _ in memories))
        rows = tuple(
            (
                scheme.name,
                self._kb(scheme),
                *(self._number(self.numbers[f"{scheme.value}_tokens_in_{name}"].number) for _, name in memories),
            )
            for scheme in AttentionScheme
        )
        yield Heading(words.fits)
        yield Table(head, rows, (NOTHING,) * len(rows))
        yield Para((Span(words.fits_caveat, Role.MUTED),))

    def _decoding_cost(self) -> Iterator[Block]:
        words = self.words
        yield Heading(words.cost)
        yield Para(plain(words.trade.format(times=self._rounded(self.numbers["absorbed_over_naive_work"].number, 1))))
        for form, name in words.ways.items():
            yield Field(self._number(self.numbers[f"{form}_work"].number), plain(name))
        if not self.trials:
            yield Para((Span(words.proof_hint, Role.ACCENT),))

    def _headline(self) -> Iterator[Block]:
        words = self.words
        yield Heading(words.headline)
        for name, pattern in words.factors.items():
            sign = "×" if name == "rival" else "÷"
            factor = self.numbers[f"headline_{name}_factor"].number
            share = "" if name == "rival" else self._rounded(100 * self.numbers[f"headline_{name}_saved"].number, 1)
            yield Field(f"{sign} {self._rounded(factor)}", plain(pattern.format(share)))
        like_for_like = self._rounded(100 * self.numbers["headline_like_for_like_saved"].number, 1)
        yield Para(plain(words.headline_caveat.format(like_for_like)))

    def _proof(self) -> Iterator[Block]:
        words, trials = self.words, self.trials
        rows = []
        for shape in SHAPES:
            same = [trial for trial in trials if trial.shape == shape]
            layer = f"{shape.heads} × {shape.head}"
            kept = f"{self._number(same[0].naive_cache)} → {self._number(same[0].absorbed_cache)}"
            gap, control = max(trial.difference for trial in same), min(trial.control_difference for trial in same)
            rows.append((layer, kept, self._scientific(gap), self._rounded(control)))
        difference = self._scientific(max(trial.difference for trial in trials))
        least, most = (self._rounded(end(trial.control_difference for trial in trials)) for end in (min, max))
        yield Heading(words.proof)
        yield Para((Span(words.same.format(count=len(trials), difference=difference), Role.STRONG),))
        yield Table(words.proof_head, tuple(rows), (NOTHING,) * len(rows))
        yield Para((Span(words.proof_rows.format(seeds=len(SEEDS)), Role.MUTED),))
        small, large = (self._rounded(end(trial.largest_output for trial in trials)) for end in (min, max))
        yield Para(plain(words.control.format(least=least, most=most, small=small, large=large)))

    def _byte_size(self, count: float) -> str:
        """Format a number of bytes in the largest suitable binary unit.

        About four significant digits are shown.
        """
        power = 0
        while count >= 1024 and power < len(self.words.sizes) - 1:
            count, power = count / 1024, power + 1
        places = 0 if count >= 1000 else 1 if count >= 100 else 2 if count >= 10 else 3
        return f"{number(round(count, places), self.language)} {self.words.sizes[power]}"

    def _number(self, value: float) -> str:
        return format_number(value, self.language)

    def _rounded(self, value: float, places: int = 2) -> str:
        return format_rounded(value, places, self.language)

    def _scientific(self, value: float) -> str:
        return format_scientific(value, self.language)
