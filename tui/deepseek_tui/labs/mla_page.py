"""What the MLA lab says of a set of values: four caches to scale, what fits, what it costs, the headline, the proof."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deepseek_tui.i18n.mla import MlaWords
from deepseek_tui.i18n.numbers import number
from deepseek_tui.labs.attention import SEEDS, SHAPES, Trial
from deepseek_tui.labs.cache import AttentionScheme, Preset
from deepseek_tui.labs.control import Values
from deepseek_tui.labs.lab import Quantity
from deepseek_tui.labs.number_format import rounded, tiny, told
from deepseek_tui.panes.blocks import NOTHING, Bar, Bars, BarStyle, Block, Field, Heading, Para, Role, Span, Table
from deepseek_tui.panes.common_blocks import plain

MEMORY = 80
"""GB: an H100's or an A100's memory, the size that most comparisons take."""


@dataclass(frozen=True)
class MlaPage:
    """The page of one set of values; every number on it is one of `numbers`, or of `trials`."""

    words: MlaWords
    language: str
    values: Values
    preset: Preset | None
    """The published model that has the six sizes; none where they are the reader's own."""
    numbers: Mapping[str, Quantity]
    trials: tuple[Trial, ...] = ()
    """The proof; empty where it has not been run."""

    def blocks(self) -> tuple[Block, ...]:
        """The proof where it was run; the four caches to scale; how much fits; what it costs; the headline."""
        proof = self._proof() if self.trials else ()
        return (*proof, *self._caches(), *self._fits(), *self._cost(), *self._headline())

    def _caches(self) -> Iterator[Block]:
        words, preset = self.words, self.preset
        yield Heading(words.cache.format(tokens=self._told(int(self.values["context"]))))
        if preset and self.numbers["beyond_supported_context"].value:
            supported = words.beyond.format(name=preset.name, tokens=self._told(preset.supported))
            yield Para((Span(supported, Role.STRONG),))
        longest = max(self.numbers[f"{scheme.value}_cache"].number for scheme in AttentionScheme)
        yield Bars(
            tuple(self._bar(scheme, longest) for scheme in AttentionScheme),
            words.caption,
            (words.dashed,) if preset else (),
        )
        yield Para((Span(self._versus(AttentionScheme.MHA, "mha_over_mla", "mla_share_of_mha"), Role.STRONG),))
        yield Para(plain(self._versus(AttentionScheme.GQA, "gqa_over_mla", "mla_share_of_gqa")))
        if preset and preset.built is not AttentionScheme.MLA:
            yield Para(plain(words.what_if))

    def _bar(self, scheme: AttentionScheme, longest: float) -> Bar:
        words, preset = self.words, self.preset
        built = preset is not None and preset.built is scheme
        size = self._size(self.numbers[f"{scheme.value}_cache"].number)
        label = self._scheme(scheme)
        share = self.numbers[f"{scheme.value}_cache"].number / longest
        stroke = BarStyle.SOLID if built or preset is None else BarStyle.DASHED
        return Bar(words.as_built.format(label) if built else label, size, share, stroke)

    def _scheme(self, scheme: AttentionScheme) -> str:
        return self.words.schemes[scheme.value].format(self._told(int(self.values["kv_heads"])))

    def _versus(self, that: AttentionScheme, times: str, share: str) -> str:
        words, factor, kept = self.words, self.numbers[times].number, self.numbers[share].number
        names = {"kb": self._kb(AttentionScheme.MLA), "that": self._scheme(that)}
        if factor < 1:
            return words.versus_more.format(times=self._rounded(kept), **names)
        saved = self._rounded(100 * (1 - kept), 1)
        pattern = words.versus if that is AttentionScheme.MHA else words.versus_short
        return pattern.format(share=self._rounded(100 * kept, 1), times=self._rounded(factor), saved=saved, **names)

    def _kb(self, scheme: AttentionScheme) -> str:
        return self._rounded(self.numbers[f"{scheme.value}_per_token"].number, 3)

    def _fits(self) -> Iterator[Block]:
        words, own = self.words, int(self.values["memory"])
        scheme_label, token, label = words.head
        memories = [(MEMORY, "80_gb"), *([(own, "memory")] if own != MEMORY else [])]
        head = (scheme_label, token, *(label.format(self._told(memory)) for memory, _ in memories))
        rows = tuple(
            (
                scheme.name,
                self._kb(scheme),
                *(self._told(self.numbers[f"{scheme.value}_tokens_in_{name}"].number) for _, name in memories),
            )
            for scheme in AttentionScheme
        )
        yield Heading(words.fits)
        yield Table(head, rows, (NOTHING,) * len(rows))
        yield Para((Span(words.fits_caveat, Role.MUTED),))

    def _cost(self) -> Iterator[Block]:
        words = self.words
        yield Heading(words.cost)
        yield Para(plain(words.trade.format(times=self._rounded(self.numbers["absorbed_over_naive_work"].number, 1))))
        for way, name in words.ways.items():
            yield Field(self._told(self.numbers[f"{way}_work"].number), plain(name))
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
            kept = f"{self._told(same[0].naive_cache)} → {self._told(same[0].absorbed_cache)}"
            gap, control = max(trial.difference for trial in same), min(trial.control for trial in same)
            rows.append((layer, kept, self._tiny(gap), self._rounded(control)))
        difference = self._tiny(max(trial.difference for trial in trials))
        least, most = (self._rounded(end(trial.control for trial in trials)) for end in (min, max))
        yield Heading(words.proof)
        yield Para((Span(words.same.format(count=len(trials), difference=difference), Role.STRONG),))
        yield Table(words.proof_head, tuple(rows), (NOTHING,) * len(rows))
        yield Para((Span(words.proof_rows.format(seeds=len(SEEDS)), Role.MUTED),))
        small, large = (self._rounded(end(trial.size for trial in trials)) for end in (min, max))
        yield Para(plain(words.control.format(least=least, most=most, small=small, large=large)))

    def _size(self, count: float) -> str:
        """Bytes in the largest binary unit that leaves a whole one, with four digits."""
        power = 0
        while count >= 1024 and power < len(self.words.sizes) - 1:
            count, power = count / 1024, power + 1
        places = 0 if count >= 1000 else 1 if count >= 100 else 2 if count >= 10 else 3
        return f"{number(round(count, places), self.language)} {self.words.sizes[power]}"

    def _told(self, value: float) -> str:
        return told(value, self.language)

    def _rounded(self, value: float, places: int = 2) -> str:
        return rounded(value, places, self.language)

    def _tiny(self, value: float) -> str:
        return tiny(value, self.language)
