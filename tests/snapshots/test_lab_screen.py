"""Snapshots of the compute and MLA labs at every size."""

import pytest

from snapshots.test_snapshots import SIZES, Compare, app, keys

pytestmark = pytest.mark.snapshot

COMPUTE, MLA = ("4", "j", "j", "d"), ("4", "d")
LABS = {"compute": COMPUTE, "mla": MLA}
FRENCH = [(80, 24), (120, 40)]


def by_size(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SIZES, ids=by_size)
@pytest.mark.parametrize("lab", LABS)
def test_lab_in_english(snap_compare: Compare, lab: str, size: tuple[int, int]) -> None:
    assert snap_compare(app(), terminal_size=size, run_before=keys(*LABS[lab]))


@pytest.mark.parametrize("size", FRENCH, ids=by_size)
@pytest.mark.parametrize("lab", LABS)
def test_lab_in_french(snap_compare: Compare, lab: str, size: tuple[int, int]) -> None:
    assert snap_compare(app("fr"), terminal_size=size, run_before=keys(*LABS[lab]))


def test_category_error_replaces_the_ratio_statement(snap_compare: Compare) -> None:
    assert snap_compare(app(), terminal_size=(80, 24), run_before=keys(*COMPUTE, "3"))


def test_refused_value_is_explained_below_the_controls(snap_compare: Compare) -> None:
    assert snap_compare(app(), terminal_size=(80, 24), run_before=keys(*MLA, "j", "enter", "0", "enter"))


def test_footer_shows_typing_keys_while_a_value_is_typed(snap_compare: Compare) -> None:
    assert snap_compare(app(), terminal_size=(80, 24), run_before=keys(*COMPUTE, "j", "enter", "5", "0"))


def test_lab_in_the_terminal_theme(snap_compare: Compare) -> None:
    assert snap_compare(app(theme="terminal"), terminal_size=(100, 30), run_before=keys(*MLA, "2"))


def test_lab_without_colour(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app(), terminal_size=(100, 30), run_before=keys(*COMPUTE))
