"""Tests of the GRPO lab: page, numbers and refused values."""

import json
import math
import re
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from bundled import LANGUAGES, bundled
from deepseek_tui.cli import main as cli
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.i18n.grpo import GrpoWords
from deepseek_tui.labs.control import Value, parse_number
from deepseek_tui.labs.grpo.advantage import advantages
from deepseek_tui.labs.grpo.lab import PARTS, GrpoLab, PartView, part_of_control
from deepseek_tui.labs.grpo.learning_curve import fixed_point, limit_curve
from deepseek_tui.labs.grpo.settings import Deviation
from deepseek_tui.labs.grpo.training import TrainingRun
from deepseek_tui.labs.grpo.training_record import TrainingRecord
from deepseek_tui.labs.lab import OutOfRange
from deepseek_tui.labs.number_format import format_fixed, format_percent
from deepseek_tui.panes.blocks import Bullet, Para, Role, Span
from deepseek_tui.panes.page_layout import PageLayout
from deepseek_tui.panes.render_context import RenderContext

EXAMPLE = ["lab", "grpo", "--arms", "8", "--group", "64", "--lr", "0.5", "--steps", "200", "--seed", "1"]
NUMBER = re.compile(r"[+\u2212]?\d[\d,]*\.\d{2,4}(?!\d|\.)")
BOUND = re.compile(r"[<>]\u00a0[\d.]+%")
SETTINGS: list[dict[str, Value]] = [
    {},
    {"r1": 0.5, "r3": -2, "deviation": "bessel", "divisor": "tokens"},
    {"deviation": "none", "divisor": "constant", "group": 4},
    {"beta": 1.0, "reference": 0.3, "updates": 4, "lr": 2.0, "parameters": 0.5},
    {"r1": 0},
]


def lab(language: str = "en", *, context: bool = True) -> GrpoLab:
    return GrpoLab(RenderContext.of(bundled(), language, context=context))


def page_text(one: GrpoLab, values: Any, result: object) -> str:
    lines = PageLayout(one.reading, 100).lines(one.page(values, result))
    return "\n".join(line.plain.rstrip() for line in lines)


def printed(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert cli.main([*EXAMPLE, *options]) == 0
    return capsys.readouterr().out


def test_json_output_has_the_published_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(printed(capsys, "--json"))["numbers"]
    assert [round(found["curve_limit"]["value"][at], 3) for at in (0, 10, 20, 50, 200)] == [0.125, 0.629, 0.934, 0.993, 1.0]
    assert found["p_in_the_limit_at_step_10"]["value"] == found["curve_limit"]["value"][10]
    assert found["advantage_1_population"]["value"] == pytest.approx(math.sqrt(3), rel=1e-15)
    assert found["advantage_2_bessel"] == {"value": -0.5, "unit": "no unit"}
    assert found["memory_of_the_critic"] == {"value": 112e9, "unit": "bytes"}
    assert len(found["curve_p"]["value"]) == 201
    assert max(found["curve_p"]["value"][:41]) > 0.95


def test_json_output_has_the_training_steps_in_full_precision(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(printed(capsys, "--json"))
    one = lab()
    settings = one.settings({id: given["value"] for id, given in found["inputs"].items()})
    assert found["numbers"]["curve_p"]["value"] == [step.p for step in TrainingRun(settings)]
    assert found["numbers"]["curve_limit"]["value"] == list(limit_curve(settings))
    assert all(quantity["unit"] for quantity in found["numbers"].values())


@pytest.mark.parametrize("changes", SETTINGS)
def test_every_number_on_the_page_is_in_the_json_numbers(changes: dict[str, Value]) -> None:
    one = lab()
    values = one.apply_changes(one.defaults, changes)
    record = one.run(values, lambda _: None)
    known = {value for quantity in one.numbers(values, record).values() if isinstance(value := quantity.value, int | float)}
    known |= {float(value) for value in values.values() if not isinstance(value, str)}
    known |= {float(name.split("_")[2]) for name in one.numbers(values, record) if name.startswith("push_at")}
    for written in NUMBER.findall(BOUND.sub("", page_text(one, values, record))):
        value, places = float(written.replace("\u2212", "-").replace(",", "")), len(written.partition(".")[2])
        assert any(abs(value - number * scale) <= 0.5001 * 10**-places for number in known for scale in (1, 100, 1e-9)), (
            written
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_published_settings_on_the_page_are_in_the_json_numbers(language: str) -> None:
    one, powers = lab(language), {"10⁻⁶": "0.000001", "3·0.000001": "0.000003"}
    known = [quantity.number for name, quantity in one.numbers(one.defaults).items() if name.startswith("published_")]
    published_text = " ".join(one.words.published.values())
    for power, decimal in powers.items():
        published_text = published_text.replace(power, decimal)
    numbers = [
        parse_number(found, language) for found in re.findall(r"(?<![\w.,])\d[\d,.\u202f]*\d|(?<= )\d", published_text)
    ]
    assert sorted(numbers) == sorted(known)  # type: ignore[type-var]
    hidden = lab(language, context=False)
    assert [name for name in hidden.numbers(hidden.defaults) if name.startswith("published_")] == []


def test_changing_a_reward_changes_all_advantages() -> None:
    one = lab()
    values = one.apply_changes(one.defaults, {"r2": 0.5})
    found = one.numbers(values)
    expected = advantages([1, 0.5, 0, 0])
    assert [found[f"advantage_{number}"].value for number in (1, 2, 3, 4)] == pytest.approx(list(expected))
    assert "+1.508" in page_text(one, values, None)


@pytest.mark.parametrize(
    ("divisor", "whole_answers"),
    [
        ("answer", (1 / 4, 1 / 4, 1 / 4, 1 / 4)),
        ("tokens", (1 / 8, 1 / 8, 1 / 4, 1 / 2)),
        ("constant", (1 / 16, 1 / 16, 1 / 8, 1 / 4)),
    ],
)
def test_token_advantages_depend_on_the_chosen_divisor(divisor: str, whole_answers: tuple[float, ...]) -> None:
    one = lab()
    found = one.numbers(one.apply_changes(one.defaults, {"divisor": divisor}))
    for number, (advantage, share) in enumerate(zip(advantages([1, 0, 0, 0]), whole_answers, strict=True), 1):
        tokens = (10, 10, 20, 40)[number - 1]
        assert found[f"push_whole_answer_{number}"].value == pytest.approx(advantage * share)
        assert found[f"push_a_token_{number}"].value == pytest.approx(advantage * share / tokens)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_explains_that_a_group_with_equal_rewards_teaches_nothing(language: str) -> None:
    one = lab(language)
    silent = page_text(one, one.values_at_step(0), None).replace("\n", " ")
    assert "learns nothing" in silent if language == "en" else "n’apprend rien" in silent
    assert silent.count("0.000" if language == "en" else "0,000") >= 8
    assert one.words.silence.split(".", 1)[0] in silent


@pytest.mark.parametrize("language", LANGUAGES)
def test_background_page_has_critic_memory_and_published_settings(language: str) -> None:
    marks = [block.mark for block in lab(language).background_blocks() if isinstance(block, Bullet)]
    assert marks == ["Dr. GRPO", "DAPO", "DeepSeekMath", "DeepSeek-R1", "DAPO"]


def test_page_shows_the_fixed_point_of_training_with_a_reference_policy() -> None:
    one = lab()
    values = one.apply_changes(one.defaults, {"beta": 1})
    shown = f"{fixed_point(1, 1 / 8, Deviation.POPULATION):.3f}"
    assert one.words.rest.format(p=shown) in page_text(one, values, None).replace("\n", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_says_that_the_example_answers_are_invented(language: str) -> None:
    one = lab(language)
    assert one.words.made_up.split(".", 1)[0] in page_text(one, one.defaults, None).replace("\n", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_of_each_guided_step_shows_what_the_step_describes(language: str) -> None:
    one = lab(language)
    silent, small, rest = (one.values_at_step(index) for index in range(3))
    assert not advantages([float(silent[f"r{number}"]) for number in (1, 2, 3, 4)]).any()
    small_run = one.run(small, lambda _: None)
    assert small_run.silent_groups > small_run.step / 2
    run = one.run(rest, lambda _: None)
    assert run.steps[-1].p == pytest.approx(fixed_point(1, 1 / 8, Deviation.POPULATION), abs=0.03)
    assert run.limit_curve[-1] == pytest.approx(fixed_point(1, 1 / 8, Deviation.POPULATION), abs=1e-6)


def test_training_table_has_columns_for_current_run_limit_and_previous_run() -> None:
    one = lab()
    record = TrainingRecord.complete(one.settings(one.defaults))
    alone = page_text(one, one.defaults, TrainingRecord(record.settings, record.steps))
    assert re.search(r"^10 +0\.\d{3} +0\.629$", alone, re.MULTILINE)
    beside = page_text(one, one.defaults, TrainingRecord(record.settings, record.steps, previous=record))
    assert re.search(r"^10 +(0\.\d{3}) +0\.629 +\1$", beside, re.MULTILINE)


def test_page_says_that_the_training_diverged() -> None:
    one = lab()
    values = one.apply_changes(one.defaults, {"lr": 100, "updates": 16, "beta": 10, "low": 10, "high": 10, "steps": 1000})
    record = one.run(values, lambda _: None)
    assert record.finished
    assert one.words.escaped.split(":", 1)[0] in page_text(one, values, record)
    assert json.dumps([quantity.as_json() for quantity in one.numbers(values, record).values()], allow_nan=False)


def test_complete_page_consists_of_all_parts_in_order() -> None:
    one = lab()
    record = TrainingRecord.complete(one.settings(one.defaults))
    parts = [one.page(one.defaults, PartView(part, record)) for part in PARTS]
    assert tuple(block for part in parts for block in part) == one.page(one.defaults, record)
    assert {part_of_control(control.id) for control in one.controls} == {*PARTS, ""}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("id", "value"),
    [
        ("group", 1),
        ("group", 0),
        ("group", 5000),
        ("arms", 1),
        ("lr", 0),
        ("lr", -1),
        ("lr", math.inf),
        ("steps", 0),
        ("steps", 20_000),
        ("steps", 2.5),
        ("updates", 0),
        ("low", 0),
        ("high", 11),
        ("beta", -0.1),
        ("reference", 1),
        ("seed", -1),
        ("seed", 1.5),
        ("r1", math.nan),
        ("r1", "much"),
        ("deviation", "sample"),
        ("parameters", 0),
    ],
)
def test_invalid_value_of_a_control_is_refused_in_one_sentence(language: str, id: str, value: Value) -> None:
    one = lab(language)
    with pytest.raises(OutOfRange) as refused:
        one.apply_changes(one.defaults, {id: value})
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert "\n" not in sentence


def test_group_size_of_one_is_refused_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["lab", "grpo", "--lang", "en", "--group", "1"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "nothing to compare" in err
    assert "4,096" in err
    assert cli.main(["lab", "grpo", "--lang", "fr", "--group", "5000"]) == 2
    assert "aucune comparaison" not in capsys.readouterr().err


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_paper_is_cited_when_context_is_hidden(language: str) -> None:
    hidden, shown = lab(language, context=False), lab(language)
    values = shown.defaults

    def all_of(one: GrpoLab) -> str:
        return str((one.page(values, None), one.background_blocks()))

    assert "arxiv.org" in all_of(shown)
    assert "arxiv.org" not in all_of(hidden)
    assert Para((Span(hidden.shared_words.hidden, Role.MUTED),)) in hidden.background_blocks()


def sentences(one: GrpoWords) -> dict[str, str]:
    found: dict[str, str] = {}

    def walk(name: str, value: object) -> None:
        if isinstance(value, str):
            found[name] = value
        elif isinstance(value, dict):
            for key, inner in value.items():
                walk(f"{name}.{key}", inner)
        elif isinstance(value, tuple | list):
            for number, inner in enumerate(value):
                walk(f"{name}.{number}", inner)

    walk("", one._asdict())
    return found


def test_both_languages_have_the_same_words_and_placeholders() -> None:
    english, french = sentences(words_in("en").grpo), sentences(words_in("fr").grpo)
    assert english.keys() == french.keys()
    for name, sentence in english.items():
        assert sorted(re.findall(r"{\w+}", sentence)) == sorted(re.findall(r"{\w+}", french[name])), name


def test_french_words_follow_french_typography() -> None:
    for name, sentence in sentences(words_in("fr").grpo).items():
        assert not re.search(r"[^\u00a0\u202f][;!?»]|[^\u00a0\u202f\d]:|«[^\u00a0]|'", sentence), name


@given(st.floats(-1e6, 1e6), st.integers(0, 6))
def test_number_with_fixed_decimals_has_the_same_value_in_both_languages(value: float, places: int) -> None:
    english, french = format_fixed(value, places, "en", signed=True), format_fixed(value, places, "fr")
    assert float(english.replace("\u2212", "-")) == pytest.approx(value, abs=0.5001 * 10**-places)
    assert float(french.replace("\u2212", "-").replace(",", ".")) == float(english.replace("\u2212", "-"))
    assert english[0] in "+\u2212" or float(english) == 0


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (0.123456, "12.3%"),
        (0.0001, "0.01%"),
        (0.9999, "99.99%"),
        (1e-20, "<\u00a00.0001%"),
        (1 - 1e-12, ">\u00a099.9999%"),
        (0.0, "0.0%"),
        (1.0, "100.0%"),
    ],
)
def test_percentage_is_shown_as_0_or_100_only_when_exact(share: float, written: str) -> None:
    assert format_percent(share, "en") == written
    assert format_percent(share, "fr") == written.replace(".", ",").replace("%", "\u00a0%")


def test_application_does_not_import_numpy_before_a_lab_opens() -> None:
    code = (
        "import sys, deepseek_tui.labs.catalogue, deepseek_tui.ui.labs.lab_screens, deepseek_tui.ui.app; "
        "print('numpy' in sys.modules, 'textual_plot' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_lab_command_does_not_import_textual() -> None:
    code = f"import sys; from deepseek_tui.cli.main import main; main({EXAMPLE!r}); print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [39, 58, 80])
def test_no_line_of_the_grpo_page_is_wider_than_the_page(language: str, width: int) -> None:
    one = lab(language)
    record = TrainingRecord.complete(one.settings(one.defaults))
    for values in (
        one.defaults,
        one.values_at_step(0),
        one.apply_changes(one.defaults, {"r1": -123.456, "beta": 2, "updates": 3}),
    ):
        blocks = (
            *one.page(values, TrainingRecord(record.settings, record.steps, previous=record)),
            *one.background_blocks(),
        )
        assert all(cell_len(line.plain) <= width for line in PageLayout(one.reading, width).lines(blocks))
