"""Tests of all labs: numbers, refused values, layout and words."""

import re
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from bundled import LANGUAGES, bundled, reading
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.labs.catalogue import LABS, lab_for, lab_of
from deepseek_tui.labs.control import parse_number
from deepseek_tui.labs.lab import Lab, OutOfRange
from deepseek_tui.labs.lab_text import lab_as_json, lab_as_text
from deepseek_tui.panes.blocks import Bars, BarStyle
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.wrapping import breaks
from deepseek_tui.story.format import vocabulary
from deepseek_tui.story.format.model import Figure, Story
from stories import minimal_story
from unit.test_words import holes, leaves

NAMES = list(LABS)
DETERMINISTIC_LABS = ["compute", "mla"]
"""Labs whose numbers depend on their values only, without random sampling."""
NUMBER = re.compile(r"\d[\d,.\u202f]*(?:e-\d+)?")
NAMES_AND_UNITS = re.compile(
    r"arXiv [\d.]+|DeepSeek-V\d|DeepSeek 67B|Llama 3(?:\.1 \d+B)?|\bV\d\b|H\d00|https?:\S+|section [\d.]+"
    r"|Table \d|tableau \d|bf16|FP8|float64|10⁹|2³⁰|\d × \d+|¶[\d.]+|1[,\u202f]000 (?:bytes|octets)"
)
"""Names, units and references that contain digits."""


def labs(language: str = "en", *, context: bool = True) -> list[Lab]:
    return [lab_of(name, reading(language, context=context)) for name in NAMES]


def every_step(lab: Lab) -> list[dict[str, object]]:
    return [dict(lab.defaults), *(dict(lab.values_at_step(index)) for index in range(len(lab.guided_steps)))]


_results: dict[str, object] = {}
"""Cached results of the labs, which take seconds and depend on neither language nor width."""


def result_of(lab: Lab, values: dict[str, object]) -> object | None:
    if not (lab.eager or lab.run_label):
        return None
    key = f"{lab.name} {sorted(values.items())}"
    if key not in _results:
        _results[key] = lab.run(values, lambda share: None)
    return _results[key]


def page_words(lab: Lab, values: dict[str, object], result: object | None) -> str:
    """Return the text of the page without guided steps, article and sources."""
    whole = lab_as_text(lab, values, 1000, result)
    return whole[: whole.index(lab.shared_words.to_try)]


# The following tests are about numbers.


def roundings(value: float) -> set[float]:
    """Return all roundings of a number that a page may show.

    The number is rounded to 0 to 9 decimals, in its own scale, in larger units or as a percentage.
    """
    scales = (1, 100, 1e-3, 1e-6, 1e-9, *(1024.0**-power for power in range(1, 6)))
    found = {round(value * scale, places) for scale in scales for places in range(10)} | {value}
    return found | {float(f"{value:.1e}")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DETERMINISTIC_LABS)
def test_every_number_on_a_lab_page_is_in_the_json_output(name: str, language: str) -> None:
    lab = lab_of(name, reading(language))
    for values in every_step(lab):
        result = result_of(lab, values)
        document = lab_as_json(lab, values, result)
        known = set[float]()
        for entry in chain(document["inputs"].values(), document["numbers"].values()):  # type: ignore[attr-defined]
            value = entry["value"]
            number = parse_number(value) if isinstance(value, str) else value
            known |= roundings(number) if isinstance(number, int | float) else set()
        # The page prints these constants: reference memory, bytes and bits, published saving, and fractions.
        fixed = {80, 6, 16, 1, 1000, 93.3, 8, 10}
        for found in NUMBER.findall(NAMES_AND_UNITS.sub(" ", page_words(lab, values, result))):
            value = parse_number(found.rstrip(",."), language)
            assert value is not None, found
            assert value in known | fixed, found


@pytest.mark.parametrize("name", DETERMINISTIC_LABS)
def test_every_number_in_the_json_output_of_a_lab_has_a_unit(name: str) -> None:
    lab = lab_of(name, reading("en"))
    result = result_of(lab, dict(lab.defaults))
    document = lab_as_json(lab, lab.defaults, result)
    numbers = {**document["inputs"], **document["numbers"]}  # type: ignore[dict-item]
    assert [id for id, entry in numbers.items() if not isinstance(entry["value"], str) and not entry["unit"]] == []
    assert document == lab_as_json(lab_of(name, reading("fr")), lab.defaults, result)


@pytest.mark.parametrize("name", NAMES)
def test_options_in_the_lab_catalogue_match_the_controls(name: str) -> None:
    controls = lab_of(name, reading("en")).controls
    assert [option.id for option in LABS[name].options] == [control.id for control in controls]
    assert [list(option.choices) for option in LABS[name].options] == [list(control.choices) for control in controls]


# The following tests are about refused values.


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("mla", {"heads": 0}),
        ("mla", {"layers": -1}),
        ("mla", {"context": 10**12}),
        ("mla", {"head": 2.5}),
        ("mla", {"heads": 20}),
        ("mla", {"rotary": 3}),
        ("mla", {"preset": "gpt"}),
        ("mla", {"bytes": "3"}),
        ("compute", {"price": -2}),
        ("compute", {"chips": 0}),
        ("compute", {"chips": float("nan")}),
        ("compute", {"hours": "many"}),
        ("compute", {"count": "\x1b[2J"}),
        ("compute", {"count": "x" * 500}),
    ],
)
def test_invalid_value_of_a_control_is_refused_in_one_sentence(name: str, changes: dict[str, object], language: str) -> None:
    lab = lab_of(name, reading(language))
    with pytest.raises(OutOfRange) as refused:
        lab.apply_changes(lab.defaults, changes)
    sentence = str(refused.value)
    assert re.sub("[\u00a0\u202f]", " ", sentence).isprintable()
    assert sentence.endswith(".")
    assert len(sentence) < 250
    assert lab.defaults == lab_of(name, reading(language)).defaults


@settings(max_examples=30)
@given(st.data())
def test_page_is_drawn_or_the_value_refused_after_any_sequence_of_steps(data: st.DataObject) -> None:
    lab = lab_of(data.draw(st.sampled_from(DETERMINISTIC_LABS)), reading("en"))
    values = lab.defaults
    for _ in range(data.draw(st.integers(1, 12))):
        control = data.draw(st.sampled_from(lab.controls))
        try:
            stepped = control.step(values[control.id], data.draw(st.sampled_from([1, -1])))
            values = lab.apply_changes(values, {control.id: stepped})
        except OutOfRange:
            continue
    lines = lab_as_text(lab, values, 40).splitlines()
    assert max(map(cell_len, lines)) <= 40
    assert lab.apply_changes(values, {}) == values


def test_several_changes_are_applied_in_control_order_before_they_are_checked_together() -> None:
    lab = lab_of("mla", reading("en"))
    values = lab.apply_changes(lab.defaults, {"kv_heads": 5, "heads": 20})
    assert (values["heads"], values["kv_heads"], values["preset"]) == (20, 5, "own")
    assert lab.apply_changes(values, {"preset": "deepseek-v2"})["heads"] == 128


# The following tests are about the contents and layout of a page.


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [34, 39, 58, 90])
@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_a_lab_page_is_wider_than_the_page(name: str, width: int, language: str) -> None:
    lab = lab_of(name, reading(language))
    for values in every_step(lab):
        lines = lab_as_text(lab, values, width, result_of(lab, values)).splitlines()
        assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DETERMINISTIC_LABS)
def test_tables_of_a_lab_have_all_columns_at_a_terminal_width_of_80(name: str, language: str) -> None:
    lab = lab_of(name, reading(language))
    text = lab_as_text(lab, lab.defaults, 39, result_of(lab, dict(lab.defaults)))
    heads = {"mla": (words_in(language).mla.head[1], words_in(language).mla.proof_head[1])}.get(name, ())
    assert [head for head in heads if head not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_lab_controls_fit_beside_the_page_at_a_terminal_width_of_80(language: str) -> None:
    for lab in labs(language):
        for values in every_step(lab):
            for control in lab.controls:
                value = f"{lab.format_value(control.id, values)} {control.unit}".rstrip()
                assert cell_len(control.label) + 1 + cell_len(value) <= 28, (lab.name, control.id)
        for control in lab.controls:
            assert all(cell_len(control.label) + 1 + cell_len(label) <= 28 for label in control.choices.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_descriptions_and_errors_of_controls_fit_the_area_below_the_controls(language: str) -> None:
    for lab in labs(language):
        descriptions = [f"{control.description} {lab.format_range(control)}." for control in lab.controls]
        refused = []
        for control in lab.controls:
            # The value of a control with fixed choices cannot be typed.
            for value in () if control.choices else ("…" * 39, -(10**14)):
                with pytest.raises(OutOfRange) as error:
                    lab.validate_value(control, value)
                refused.append(str(error.value))
        for sentence in (*descriptions, *refused, *(step.description for step in lab.guided_steps)):
            assert len(list(breaks(sentence, 32))) <= 6, sentence
            assert len(list(breaks(sentence, 58))) <= 3, sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lab_has_three_guided_steps_with_different_pages(language: str) -> None:
    for context in (True, False):
        for lab in labs(language, context=context):
            pages = [tuple(lab.page(lab.values_at_step(index))) for index in range(3)]
            assert len(lab.guided_steps) == 3
            assert len(set(map(repr, pages))) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_ratio_of_the_two_figures_of_the_article_is_shown_as_more_than_13(language: str) -> None:
    lab = lab_of("compute", reading(language))
    shown = page_words(lab, dict(lab.defaults), None)
    assert {"en": "More than 13 times", "fr": "Plus de 13 fois"}[language] in shown
    assert "= 13." in shown
    assert not re.search(r"\b10\b", shown)


def test_article_figures_are_shown_with_speaker_and_caveat() -> None:
    lab = lab_of("compute", reading("en"))
    text = lab_as_text(lab, lab.defaults, 200).replace("\u00a0", " ")
    assert "under 100,000 H100 GPUs" in text
    figure = reading("en").index.items["tenfold-figure"]
    assert isinstance(figure, Figure)
    assert re.search(rf"{reading('en').say(figure.label)} — 10 times.*¶7\.2 The Algorithmic Bridge", text)
    assert "Caveat" in text


def test_page_warns_when_a_chip_fleet_is_compared_with_a_training_cluster() -> None:
    lab = lab_of("compute", reading("en"))
    values = lab.apply_changes(lab.defaults, {"count": "v3-cluster"})
    shown = page_words(lab, dict(values), None)
    assert values["chips"] == 2_048
    assert "≈ 635. A category error. 635 compares a training cluster with a fleet" in shown
    assert "if both numbers hold" not in shown
    own = lab.apply_changes(values, {"chips": 2_049})
    assert own["count"] == "own"
    assert "category error" not in page_words(lab, dict(own), None)
    assert "a cluster, not a fleet" in page_words(lab, dict(lab.apply_changes(own, {"chips": 2_048})), None)


def test_training_hours_of_deepseek_v3_are_shown_with_parts_and_duration() -> None:
    lab = lab_of("compute", reading("en"))
    shown = " ".join(page_words(lab, dict(lab.defaults), None).split())
    assert re.search(r"2,788,000 .*= \$?5.576 million", shown)
    assert "2,788,000 h ÷ 2,048 GPUs ≈ 1,361 h ≈ 56.7 days" in shown
    assert "180,000 h × 14.8 trillion tokens = 2,664,000 h of pre-training; + 119,000" in shown
    assert "+ 5,000 of post-training = 2,788,000 h" in shown


def test_bars_of_attention_schemes_that_the_model_does_not_use_are_dashed() -> None:
    lab = lab_of("mla", reading("en"))

    def strokes(preset: str) -> list[BarStyle]:
        values = lab.apply_changes(lab.defaults, {"preset": preset})
        return [bar.stroke for block in lab.page(values) if isinstance(block, Bars) for bar in block.bars]

    assert strokes("llama-3.1-405b") == [BarStyle.DASHED, BarStyle.SOLID, BarStyle.DASHED, BarStyle.DASHED]
    assert strokes("own") == [BarStyle.SOLID] * 4


def test_largest_possible_cache_is_shown_in_the_largest_unit() -> None:
    lab = lab_of("mla", reading("en"))
    largest = {"layers": 1_000, "heads": 1_024, "head": 4_096, "context": 100_000_000}
    values = lab.apply_changes(lab.defaults, largest)
    assert "1,490 PiB" in page_words(lab, dict(values), None)


@pytest.mark.parametrize(
    ("tokens", "size"),
    [(1, "4 bytes"), (2_600, "10.16 KiB"), (26_000, "101.6 KiB"), (255_872, "999.5 KiB"), (256_256, "1,001 KiB")],
)
def test_cache_size_is_shown_with_about_four_digits(tokens: int, size: str) -> None:
    lab = lab_of("mla", reading("en"))
    values = lab.apply_changes(lab.defaults, {"layers": 1, "head": 1, "context": tokens})
    bars = next(block for block in lab.page(values) if isinstance(block, Bars))
    # With these settings, multi-query attention stores one key and one value of two bytes each per token.
    assert bars.bars[2].value == size


def test_training_hours_of_deepseek_and_llama_are_compared() -> None:
    lab = lab_of("compute", reading("en"))
    numbers = lab.numbers(lab.defaults)
    assert (numbers["llama_hours"].value, numbers["v3_hours"].value) == (30_840_000, 2_788_000)
    assert numbers["llama_hours_per_v3_hour"].value == pytest.approx(11.06, abs=0.005)
    assert "11.06" in page_words(lab, dict(lab.defaults), None)


def test_choosing_a_chip_count_sets_the_number_and_the_bound() -> None:
    lab = lab_of("compute", reading("en"))
    values = lab.apply_changes(lab.defaults, {"count": "wang"})
    assert "26 times as many, if both numbers hold" in page_words(lab, dict(values), None)
    assert "More than 26" in page_words(lab, dict(lab.apply_changes(values, {"plan": "zuckerberg"})), None)
    floor = lab.apply_changes(lab.defaults, {"count": "semianalysis", "plan": "zuckerberg"})
    assert "Roughly 26 times as many: a bound against an estimate" in page_words(lab, dict(floor), None)
    llama = lab.apply_changes(lab.defaults, {"training": "llama"})
    assert llama["hours"] == 30_840_000
    assert lab.apply_changes(llama, {"hours": 1})["training"] == "own"


def test_controls_and_text_based_on_context_notes_are_absent_when_context_is_hidden() -> None:
    lab = lab_of("compute", reading("en", context=False))
    assert [control.id for control in lab.controls] == ["count", "chips", "plan", "rival"]
    assert list(lab.control("count").choices) == ["article", "own"]
    text = lab_as_text(lab, lab.defaults, 80)
    for outside in ("2,788,000", "Wang", "2,048", "Zuckerberg", "11.06"):
        assert outside not in text
    assert lab.shared_words.hidden[:40] in text


def test_lab_has_default_numbers_for_a_story_without_chip_counts() -> None:
    lab = lab_of("compute", RenderContext.of(Story.model_validate(minimal_story()), "en"))
    assert lab.defaults["count"] == "own"
    assert "This story has no two comparable counts" in lab_as_text(lab, lab.defaults, 200)


def test_page_marks_the_attention_scheme_of_the_model() -> None:
    lab = lab_of("mla", reading("en"))
    assert "MLA (as built)" in lab_as_text(lab, lab.defaults, 80)
    llama = lab_as_text(lab, lab.values_at_step(1), 80)
    assert "GQA, 8 KV heads (as built)" in llama
    assert "MLA is hypothetical here" in llama
    assert "(as built)" not in lab_as_text(lab, lab.apply_changes(lab.defaults, {"layers": 60}), 80)


@pytest.mark.parametrize(("preset", "supported"), [("deepseek-67b", 4_096), ("deepseek-v2-lite", 32_768)])
def test_page_warns_when_the_context_length_exceeds_that_of_the_model(preset: str, supported: int) -> None:
    lab = lab_of("mla", reading("en"))
    within = lab.apply_changes(lab.defaults, {"preset": preset, "context": supported})
    beyond = lab.apply_changes(within, {"context": supported + 1})
    assert "Beyond that" not in lab_as_text(lab, within, 80)
    assert f"supports {supported:,} tokens. Beyond that" in lab_as_text(lab, beyond, 200)
    assert lab.numbers(beyond)["beyond_supported_context"].value is True


def test_cache_table_has_a_column_for_the_memory_size_that_the_user_sets() -> None:
    lab = lab_of("mla", reading("en"))
    for memory in (lab.defaults["memory"], 48):
        values = lab.apply_changes(lab.defaults, {"memory": memory})
        numbers = lab.numbers(values)
        assert numbers["mla_tokens_in_80_gb"].value == 80 * 10**9 // 70_272
        assert numbers["mla_tokens_in_memory"].value == int(memory) * 10**9 // 70_272
        assert re.search(rf"cache +KB/token +80 GB +{memory} GB\n", lab_as_text(lab, values, 39))
    assert re.search(r"MLA\n  KB/token 70.272 · 80 GB 1,138,433", lab_as_text(lab, values, 36))


def test_long_computation_stops_when_the_progress_callback_raises() -> None:
    class Stopped(Exception):  # noqa: N818
        pass

    def report_progress(share: float) -> None:
        if share > 0.1:
            raise Stopped

    lab = lab_of("mla", reading("en"))
    with pytest.raises(Stopped):
        lab.run(lab.defaults, report_progress)


# The following tests are about the labs that innovations refer to.


def test_function_lab_for_returns_the_lab_of_an_innovation() -> None:
    for innovation in bundled().innovations:
        lab = lab_for(innovation.id, reading("en"))
        expected = innovation.lab.value if innovation.lab and innovation.lab.value in LABS else None
        assert (lab.name if lab else None) == expected
    assert lab_for("marc-andreessen", reading("en")) is None
    assert lab_for("", reading("en")) is None


def test_innovation_of_a_story_can_refer_to_every_lab() -> None:
    assert set(LABS) <= {lab.value for lab in vocabulary.LabName}


# The following tests are about interface words.


SAME = {"DeepSeek-V3", "Llama 3.1 405B", "Alexandr Wang", "SemiAnalysis", "M. Zuckerberg", "MHA", "MQA", "MLA", "cache",
        "Sources", "{larger} ÷ {smaller} {sign} {value}", "{hours} h × {price} $/h = {cost}", "h", "$/h"}  # fmt: skip


def lab_leaves(language: str) -> dict[str, str]:
    """Return the words of the labs tested in this file."""
    words = words_in(language)
    return leaves((words.labs, words.compute, words.mla))


def test_both_languages_have_the_same_lab_words_and_placeholders() -> None:
    french, english = lab_leaves("fr"), lab_leaves("en")
    assert french.keys() == english.keys()
    assert {where for where in english if holes(french[where]) != holes(english[where])} == set()
    same = {where: words for where, words in english.items() if french[where] == words and words not in SAME}
    assert {where: words for where, words in same.items() if any(char.isalpha() for char in words)} == {}


def test_french_lab_words_follow_french_typography() -> None:
    words = lab_leaves("fr").values()
    assert [text for text in words if any(f" {sign}" in text for sign in ":;?!»%") or "« " in text] == []
    assert [text for text in [*words, *lab_leaves("en").values()] if "'" in text or not text.strip()] == []
