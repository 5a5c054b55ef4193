"""The labs: every number on a page is in the JSON, values are refused with a sentence, and nothing is clipped."""

import re
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from bundled import LANGUAGES, bundled, reading
from deepseek_tui.i18n import labs as words
from deepseek_tui.labs.catalogue import LABS, lab_for, lab_of
from deepseek_tui.labs.control import number_of
from deepseek_tui.labs.lab import Lab, OutOfRange
from deepseek_tui.labs.lab_text import json_of, text_of
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.wrapping import breaks
from deepseek_tui.story.format import vocabulary
from deepseek_tui.story.format.model import Story
from stories import minimal_story
from unit.test_words import holes, leaves

NAMES = list(LABS)
OURS = ["compute", "mla"]
"""The labs whose every number is a function of their values, without anything drawn at random."""
NUMBER = re.compile(r"\d[\d,.\u202f]*(?:e-\d+)?")
NO_FIGURES = re.compile(
    r"arXiv [\d.]+|DeepSeek-V\d|DeepSeek 67B|Llama 3(?:\.1 \d+B)?|\bV\d\b|H\d00|https?:\S+|section [\d.]+"
    r"|Table \d|tableau \d|bf16|FP8|float64|10⁹|2³⁰|\d × \d+|¶[\d.]+|1[,\u202f]000 (?:bytes|octets)"
)
"""Names that hold digits, units and places."""


def labs(language: str = "en", *, context: bool = True) -> list[Lab]:
    return [lab_of(name, reading(language, context=context)) for name in NAMES]


def every_step(lab: Lab) -> list[dict[str, object]]:
    return [dict(lab.start), *(dict(lab.at_step(index)) for index in range(len(lab.steps)))]


_results: dict[str, object] = {}
"""What a lab computed from its values, which takes seconds and depends on neither language nor width."""


def result_of(lab: Lab, values: dict[str, object]) -> object | None:
    if not (lab.eager or lab.runs):
        return None
    key = f"{lab.name} {sorted(values.items())}"
    if key not in _results:
        _results[key] = lab.run(values, lambda share: None)
    return _results[key]


def page_words(lab: Lab, values: dict[str, object], result: object | None) -> str:
    """The page's own words, without what the article says and the sources."""
    whole = text_of(lab, values, 1000, result)
    return whole[: whole.index(lab.frame.to_try)]


# every number


def roundings(value: float) -> set[float]:
    """What a number may be shown as: rounded anywhere from whole to full precision, in its own scale or as a percentage."""
    scales = (1, 100, 1e-3, 1e-6, 1e-9, *(1024.0**-power for power in range(1, 6)))
    found = {round(value * scale, places) for scale in scales for places in range(10)} | {value}
    return found | {float(f"{value:.1e}")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OURS)
def test_every_number_on_the_page_is_in_the_json(name: str, language: str) -> None:
    lab = lab_of(name, reading(language))
    for values in every_step(lab):
        result = result_of(lab, values)
        document = json_of(lab, values, result)
        known = set[float]()
        for entry in chain(document["inputs"].values(), document["numbers"].values()):  # type: ignore[attr-defined]
            value = entry["value"]
            number = number_of(value) if isinstance(value, str) else value
            known |= roundings(number) if isinstance(number, int | float) else set()
        # of what is fixed: the memory and the element of comparison, the bits, the headline, shares of a number of parts
        fixed = {80, 6, 16, 1, 1000, 93.3, 8, 10}
        for found in NUMBER.findall(NO_FIGURES.sub(" ", page_words(lab, values, result))):
            value = number_of(found.rstrip(",."), language)
            assert value is not None, found
            assert value in known | fixed, found


@pytest.mark.parametrize("name", OURS)
def test_json_names_the_unit_of_every_number(name: str) -> None:
    lab = lab_of(name, reading("en"))
    result = result_of(lab, dict(lab.start))
    document = json_of(lab, lab.start, result)
    numbers = {**document["inputs"], **document["numbers"]}  # type: ignore[dict-item]
    assert [id for id, entry in numbers.items() if not isinstance(entry["value"], str) and not entry["unit"]] == []
    assert document == json_of(lab_of(name, reading("fr")), lab.start, result)


@pytest.mark.parametrize("name", NAMES)
def test_the_catalogue_has_the_controls_of_the_lab(name: str) -> None:
    controls = lab_of(name, reading("en")).controls
    assert [option.id for option in LABS[name].options] == [control.id for control in controls]
    assert [list(option.choices) for option in LABS[name].options] == [list(control.choices) for control in controls]


# refusals


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
def test_what_makes_no_sense_gets_a_sentence(name: str, changes: dict[str, object], language: str) -> None:
    lab = lab_of(name, reading(language))
    with pytest.raises(OutOfRange) as refused:
        lab.changed(lab.start, changes)
    sentence = str(refused.value)
    assert re.sub("[\u00a0\u202f]", " ", sentence).isprintable()
    assert sentence.endswith(".")
    assert len(sentence) < 250
    assert lab.start == lab_of(name, reading(language)).start


@settings(max_examples=30)
@given(st.data())
def test_whatever_is_stepped_is_drawn_or_refused(data: st.DataObject) -> None:
    lab = lab_of(data.draw(st.sampled_from(OURS)), reading("en"))
    values = lab.start
    for _ in range(data.draw(st.integers(1, 12))):
        control = data.draw(st.sampled_from(lab.controls))
        try:
            stepped = control.step(values[control.id], data.draw(st.sampled_from([1, -1])))
            values = lab.changed(values, {control.id: stepped})
        except OutOfRange:
            continue
    lines = text_of(lab, values, 40).splitlines()
    assert max(map(cell_len, lines)) <= 40
    assert lab.changed(values, {}) == values


def test_options_are_made_in_their_order_and_judged_together() -> None:
    lab = lab_of("mla", reading("en"))
    values = lab.changed(lab.start, {"kv_heads": 5, "heads": 20})
    assert (values["heads"], values["kv_heads"], values["preset"]) == (20, 5, "own")
    assert lab.changed(values, {"preset": "deepseek-v2"})["heads"] == 128


# what each says


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [34, 39, 58, 90])
@pytest.mark.parametrize("name", NAMES)
def test_no_line_is_wider_than_the_page(name: str, width: int, language: str) -> None:
    lab = lab_of(name, reading(language))
    for values in every_step(lab):
        lines = text_of(lab, values, width, result_of(lab, values)).splitlines()
        assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OURS)
def test_tables_stand_in_columns_even_at_80_columns(name: str, language: str) -> None:
    lab = lab_of(name, reading(language))
    text = text_of(lab, lab.start, 39, result_of(lab, dict(lab.start)))
    heads = {"mla": (words.words_in(language).mla.head[1], words.words_in(language).mla.proof_head[1])}.get(name, ())
    assert [head for head in heads if head not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_controls_fit_the_column_beside_the_page_at_80_columns(language: str) -> None:
    for lab in labs(language):
        for values in every_step(lab):
            for control in lab.controls:
                value = f"{lab.shown(control.id, values)} {control.unit}".rstrip()
                assert cell_len(control.label) + 1 + cell_len(value) <= 28, (lab.name, control.id)
        for control in lab.controls:
            assert all(cell_len(control.label) + 1 + cell_len(label) <= 28 for label in control.choices.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_explanation_has_room_beside_and_above_the_page(language: str) -> None:
    for lab in labs(language):
        told = [f"{control.about} {lab.range(control)}." for control in lab.controls]
        refused = []
        for control in lab.controls:
            for value in () if control.choices else ("…" * 39, -(10**14)):  # choices are never typed
                with pytest.raises(OutOfRange) as unreasonable:
                    lab.checked(control, value)
                refused.append(str(unreasonable.value))
        for sentence in (*told, *refused, *(step.words for step in lab.steps)):
            assert len(list(breaks(sentence, 32))) <= 6, sentence
            assert len(list(breaks(sentence, 58))) <= 3, sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lab_has_three_steps_that_change_what_is_shown(language: str) -> None:
    for context in (True, False):
        for lab in labs(language, context=context):
            pages = [tuple(lab.page(lab.at_step(index))) for index in range(3)]
            assert len(lab.steps) == 3
            assert len(set(map(repr, pages))) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_articles_own_sum_is_more_than_13_and_never_ten(language: str) -> None:
    lab = lab_of("compute", reading(language))
    shown = page_words(lab, dict(lab.start), None)
    assert {"en": "More than 13 times", "fr": "Plus de 13 fois"}[language] in shown
    assert "= 13." in shown
    assert not re.search(r"\b10\b", shown)


def test_the_article_speaks_for_its_own_figures() -> None:
    lab = lab_of("compute", reading("en"))
    text = text_of(lab, lab.start, 200).replace("\u00a0", " ")
    assert "less than 100,000 H100 GPUs" in text
    assert re.search(r"Better use of resources — 10 times.*¶7\.2 The Algorithmic Bridge", text)


def test_a_training_cluster_is_named_a_category_error_and_means_nothing() -> None:
    lab = lab_of("compute", reading("en"))
    values = lab.changed(lab.start, {"count": "v3-cluster"})
    shown = page_words(lab, dict(values), None)
    assert values["chips"] == 2_048
    assert "≈ 635. A category error. 635 sets a training cluster against a fleet" in shown
    assert "if both hold" not in shown
    own = lab.changed(values, {"chips": 2_049})
    assert own["count"] == "own"
    assert "category error" not in page_words(lab, dict(own), None)
    assert "it is no fleet" in page_words(lab, dict(lab.changed(own, {"chips": 2_048})), None)


def test_another_count_brings_its_number_and_its_bound() -> None:
    lab = lab_of("compute", reading("en"))
    values = lab.changed(lab.start, {"count": "wang"})
    assert "26 times as many, if both hold" in page_words(lab, dict(values), None)
    assert "More than 26" in page_words(lab, dict(lab.changed(values, {"plan": "zuckerberg"})), None)
    floor = lab.changed(lab.start, {"count": "semianalysis", "plan": "zuckerberg"})
    assert "Some 26 times as many: a bound beside an estimate" in page_words(lab, dict(floor), None)
    llama = lab.changed(lab.start, {"training": "llama"})
    assert llama["hours"] == 30_840_000
    assert lab.changed(llama, {"hours": 1})["training"] == "own"


def test_without_context_what_rests_on_it_is_gone() -> None:
    lab = lab_of("compute", reading("en", context=False))
    assert [control.id for control in lab.controls] == ["count", "chips", "plan", "rival"]
    assert list(lab.control("count").choices) == ["article", "own"]
    text = text_of(lab, lab.start, 80)
    for outside in ("2,788,000", "Wang", "2,048", "Zuckerberg", "11.06"):
        assert outside not in text
    assert lab.frame.hidden[:40] in text


def test_a_story_without_counts_of_chips_gets_numbers_to_try() -> None:
    lab = lab_of("compute", RenderContext.of(Story.model_validate(minimal_story()), "en"))
    assert lab.start["count"] == "own"
    assert "This story holds no two counts" in text_of(lab, lab.start, 200)


def test_mla_says_which_scheme_a_model_was_built_with_and_what_is_a_what_if() -> None:
    lab = lab_of("mla", reading("en"))
    assert "MLA (as built)" in text_of(lab, lab.start, 80)
    llama = text_of(lab, lab.at_step(1), 80)
    assert "GQA, 8 KV heads (as built)" in llama
    assert "MLA is a what-if here" in llama
    assert "(as built)" not in text_of(lab, lab.changed(lab.start, {"layers": 60}), 80)


@pytest.mark.parametrize(("preset", "supported"), [("deepseek-67b", 4_096), ("deepseek-v2-lite", 32_768)])
def test_a_context_beyond_the_models_own_says_so(preset: str, supported: int) -> None:
    lab = lab_of("mla", reading("en"))
    within = lab.changed(lab.start, {"preset": preset, "context": supported})
    beyond = lab.changed(within, {"context": supported + 1})
    assert "Beyond them" not in text_of(lab, within, 80)
    assert f"supports {supported:,} tokens. Beyond them" in text_of(lab, beyond, 200)
    assert lab.numbers(beyond)["beyond_supported_context"].value is True


def test_ones_own_memory_stands_beside_80_gb() -> None:
    lab = lab_of("mla", reading("en"))
    for memory in (lab.start["memory"], 48):
        values = lab.changed(lab.start, {"memory": memory})
        numbers = lab.numbers(values)
        assert numbers["mla_tokens_in_80_gb"].value == 80 * 10**9 // 70_272
        assert numbers["mla_tokens_in_memory"].value == int(memory) * 10**9 // 70_272
        assert re.search(rf"cache +KB/token +80 GB +{memory} GB\n", text_of(lab, values, 39))
    assert re.search(r"MLA\n  KB/token 70.272 · 80 GB 1,138,433", text_of(lab, values, 36))


def test_the_long_work_can_be_stopped() -> None:
    class Enough(Exception):  # noqa: N818
        pass

    def tell(share: float) -> None:
        if share > 0.1:
            raise Enough

    lab = lab_of("mla", reading("en"))
    with pytest.raises(Enough):
        lab.run(lab.start, tell)


# which innovation has which


def test_every_innovation_that_names_a_lab_opens_it() -> None:
    for innovation in bundled().innovations:
        lab = lab_for(innovation.id, reading("en"))
        expected = innovation.lab.value if innovation.lab and innovation.lab.value in LABS else None
        assert (lab.name if lab else None) == expected
    assert lab_for("marc-andreessen", reading("en")) is None
    assert lab_for("", reading("en")) is None


def test_every_lab_is_one_that_a_story_can_name() -> None:
    assert set(LABS) <= {lab.value for lab in vocabulary.LabName}


# words


SAME = {"DeepSeek-V3", "Llama 3.1 405B", "Alexandr Wang", "SemiAnalysis", "M. Zuckerberg", "MHA", "MQA", "MLA", "cache",
        "{larger} ÷ {smaller} {sign} {value}", "{hours} h × {price} $/h = {cost}", "h", "$/h"}  # fmt: skip


def test_the_words_of_the_labs_have_the_same_shape_and_holes() -> None:
    french, english = leaves(words.words_in("fr")), leaves(words.words_in("en"))
    assert french.keys() == english.keys()
    assert {where for where in english if holes(french[where]) != holes(english[where])} == set()
    same = {where: said for where, said in english.items() if french[where] == said and said not in SAME}
    assert {where: said for where, said in same.items() if any(char.isalpha() for char in said)} == {}


def test_the_words_of_the_labs_keep_french_typography() -> None:
    said = leaves(words.words_in("fr")).values()
    assert [text for text in said if any(f" {sign}" in text for sign in ":;?!»%") or "« " in text] == []
    assert [text for text in [*said, *leaves(words.words_in("en")).values()] if "'" in text or not text.strip()] == []
