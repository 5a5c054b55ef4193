"""Tests of the steps of controls and of number parsing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.i18n.numbers import number
from deepseek_tui.labs.control import Control, StepScale, parse_number

ROUND = Control("n", "N", "", low=1, high=1_000_000_000, step_scale=StepScale.ROUND)
RATE = Control("r", "R", "", low=0.001, high=10, whole=False, step_scale=StepScale.ROUND)
DOUBLE = Control("d", "D", "", low=1, high=1024, step_scale=StepScale.DOUBLE)
EVEN = Control("e", "E", "", low=0, high=1, whole=False, step_size=0.05)
CHOICE = Control("c", "C", "", {"one": "One", "two": "Two", "three": "Three"})


@pytest.mark.parametrize(
    ("control", "start", "rungs"),
    [
        (ROUND, 100_000, [150_000, 200_000, 300_000, 500_000, 700_000, 1_000_000]),
        (ROUND, 1, [2, 3, 5, 7, 10, 15]),
        (RATE, 0.5, [0.7, 1.0, 1.5]),
        (DOUBLE, 100, [128, 256, 512, 1024, 1024]),
        (EVEN, 0.85, [0.9, 0.95, 1.0, 1.0]),
        (CHOICE, "two", ["three", "one"]),
    ],
)
def test_stepping_a_control_up_selects_the_next_value_of_the_scale(
    control: Control, start: float | str, rungs: list[float | str]
) -> None:
    at, found = start, []
    for _ in rungs:
        at = control.step(at, 1)
        found.append(at)
    assert found == rungs


@pytest.mark.parametrize(
    ("control", "start", "rungs"),
    [
        (ROUND, 1_300_000, [1_000_000, 700_000]),
        (ROUND, 3, [2, 1, 1]),
        (DOUBLE, 100, [64, 32]),
        (EVEN, 0.1, [0.05, 0.0, 0.0]),
        (CHOICE, "one", ["three", "two"]),
    ],
)
def test_stepping_a_control_down_selects_the_previous_value_of_the_scale(
    control: Control, start: float | str, rungs: list[float | str]
) -> None:
    at, found = start, []
    for _ in rungs:
        at = control.step(at, -1)
        found.append(at)
    assert found == rungs


@given(st.sampled_from([ROUND, RATE, DOUBLE, EVEN]), st.floats(0, 1), st.sampled_from([1, -1]))
def test_stepping_a_control_never_leaves_the_allowed_range(control: Control, share: float, direction: int) -> None:
    value = control.low + share * (control.high - control.low)
    value = round(value) if control.whole else value
    stepped = control.step(value, direction)
    assert isinstance(stepped, int) == control.whole
    assert control.low <= stepped <= control.high
    assert direction * (stepped - value) > 0 or value in (control.low, control.high)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("131072", "en", 131_072),
        ("1,300,000", "en", 1_300_000),
        ("1 300 000", "fr", 1_300_000),
        ("1\u202f300\u202f000", "fr", 1_300_000),
        ("0,75", "fr", 0.75),
        ("0.75", "fr", 0.75),
        ("0.75", "en", 0.75),
        (".5", "en", 0.5),
        ("1.3e6", "en", 1_300_000),
        ("-3", "en", -3),
        ("\u22123", "fr", -3),
        ("2.0", "en", 2),
        ("10_000", "en", 10_000),
    ],
)
def test_typed_number_is_parsed_in_the_notation_of_the_language(text: str, language: str, value: float) -> None:
    found = parse_number(text, language)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "text", ["", "abc", "1,30", "12,34,5", "nan", "inf", "1e999", "0x10", "1e", "--3", "½", "٣", "1.2.3"]
)
def test_parsing_returns_none_for_invalid_numbers(text: str) -> None:
    assert parse_number(text, "en") is None


@given(st.sampled_from(["en", "fr"]), st.one_of(st.integers(-(10**12), 10**12), st.floats(1e-6, 1e9)))
def test_parsing_a_formatted_number_returns_the_same_value(language: str, value: float) -> None:
    assert parse_number(number(value, language), language) == value
