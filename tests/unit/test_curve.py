"""The curve's points and numbers: as many as there is room for, and none that is not on the curve."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.ui.widgets.training_curve import even, filled, thinned, top

VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=2000)


@given(VALUES, st.integers(2, 500))
def test_a_long_run_is_thinned_and_keeps_its_ends(values: list[float], most: int) -> None:
    steps, kept = thinned(values, most)
    assert len(steps) <= max(most, 1)
    assert steps == sorted(set(steps))
    assert (steps[0], steps[-1]) == (0, len(values) - 1)
    assert kept == [values[step] for step in steps]


@given(VALUES)
def test_dots_between_points_lie_on_the_lines_between_them(values: list[float]) -> None:
    steps = list(range(len(values)))
    xs, ys = filled(steps, values, apart=0.2)
    assert xs == sorted(xs)
    for x, y in zip(xs, ys, strict=True):
        left = min(int(x), len(values) - 1)
        right = min(left + 1, len(values) - 1)
        assert y == pytest.approx(values[left] + (values[right] - values[left]) * (x - left), abs=1e-9)
    assert set(steps) <= {round(x, 9) for x in xs}


@given(st.integers(1, 10_000), st.integers(20, 200))
def test_numbers_along_the_axis_never_touch(steps: int, cells: int) -> None:
    ticks = even(steps, cells)
    assert ticks[0] == 0
    assert ticks[-1] <= steps
    ends = [tick / steps * cells + len(str(tick)) for tick in ticks]
    assert all(end + 1 <= tick / steps * cells for end, tick in zip(ends, ticks[1:], strict=False))


def test_a_run_of_one_step_has_two_numbers() -> None:
    assert even(1, 30) == (0, 1)


@given(st.integers(1, 100))
def test_1_lies_in_the_middle_of_the_topmost_row(rows: int) -> None:
    assert 1 / top(rows) * rows == pytest.approx(rows - 0.5)
