"""Tests of the points and ticks of the training curve."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.ui.widgets.training_curve import axis_ticks, downsampled, interpolated_points, y_axis_end

VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=2000)


@given(VALUES, st.integers(2, 500))
def test_downsampled_training_curve_has_the_first_and_last_step(values: list[float], max_points: int) -> None:
    steps, kept = downsampled(values, max_points)
    assert len(steps) <= max(max_points, 1)
    assert steps == sorted(set(steps))
    assert (steps[0], steps[-1]) == (0, len(values) - 1)
    assert kept == [values[step] for step in steps]


@given(VALUES)
def test_interpolated_points_lie_on_lines_between_the_given_points(values: list[float]) -> None:
    steps = list(range(len(values)))
    xs, ys = interpolated_points(steps, values, spacing=0.2)
    assert xs == sorted(xs)
    for x, y in zip(xs, ys, strict=True):
        left = min(int(x), len(values) - 1)
        right = min(left + 1, len(values) - 1)
        assert y == pytest.approx(values[left] + (values[right] - values[left]) * (x - left), abs=1e-9)
    assert set(steps) <= {round(x, 9) for x in xs}


@given(st.integers(1, 10_000), st.integers(20, 200))
def test_tick_labels_of_the_axis_never_touch(steps: int, cells: int) -> None:
    ticks = axis_ticks(steps, cells)
    assert ticks[0] == 0
    assert ticks[-1] <= steps
    ends = [tick / steps * cells + len(str(tick)) for tick in ticks]
    assert all(end + 1 <= tick / steps * cells for end, tick in zip(ends, ticks[1:], strict=False))


def test_axis_of_a_training_with_one_step_has_two_ticks() -> None:
    assert axis_ticks(1, 30) == (0, 1)


@given(st.integers(1, 100))
def test_probability_one_is_drawn_in_the_middle_of_the_top_row(rows: int) -> None:
    assert 1 / y_axis_end(rows) * rows == pytest.approx(rows - 0.5)
