"""Consistency of lab controls and command-line options."""

import pytest

from bundled import LANGUAGES, reading
from deepseek_tui.labs.catalogue import LABS, lab_of
from deepseek_tui.labs.lab import OutOfRange


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LABS)
def test_lab_controls_correspond_to_the_command_line_options(name: str, language: str) -> None:
    lab, options = lab_of(name, reading(language)), LABS[name].options
    assert lab.options is options
    assert [control.id for control in lab.controls] == [option.id for option in options] == list(lab.defaults)
    for control, option in zip(lab.controls, options, strict=True):
        assert tuple(control.choices) == option.choices
        assert (control.low, control.high, control.whole) == (option.low, option.high, option.whole)
        assert bool(control.unit) <= (not option.choices)
        assert lab.validate_value(control, lab.defaults[control.id]) == lab.defaults[control.id]


@pytest.mark.parametrize("name", LABS)
def test_lab_has_fewer_controls_in_the_same_order_when_context_is_hidden(name: str) -> None:
    lab = lab_of(name, reading("en", context=False))
    ids = [control.id for control in lab.controls]
    assert ids == [option.id for option in lab.options if option.id in ids]


@pytest.mark.parametrize(
    ("id", "low", "high"),
    [
        ("layers", 1, 1_000),
        ("heads", 1, 1_024),
        ("kv_heads", 1, 1_024),
        ("head", 1, 4_096),
        ("latent", 1, 65_536),
        ("rotary", 2, 4_096),
        ("context", 1, 100_000_000),
        ("memory", 1, 100_000),
    ],
)
def test_sizes_of_the_mla_lab_have_documented_ranges(id: str, low: int, high: int) -> None:
    lab = lab_of("mla", reading("en"))
    control = next(control for control in lab.controls if control.id == id)
    for value in (low, high):
        assert lab.validate_value(control, value) == value
    for value in (low - 1, high + 1):
        with pytest.raises(OutOfRange):
            lab.validate_value(control, value)
