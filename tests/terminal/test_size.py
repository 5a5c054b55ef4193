"""Window sizes: changed before the first frame, unknown, absurd, or stale."""

import random
from collections.abc import Callable

import pytest

from terminal.pty_session import Session

Open = Callable[..., Session]


def check_settles_and_quits(session: Session) -> None:
    """Check that drawing settles, and that quitting restores the terminal."""
    session.settle(0.15)
    session.press("q")
    assert session.wait_for_exit() == 0
    assert session.modes_now == session.modes_before
    assert session.modes_left_on == set()


@pytest.mark.parametrize("seed", range(2))
def test_first_frame_has_the_latest_size_after_early_resizes(dashboard: Open, seed: int):
    session = dashboard("--lang", "en", size=(80, 24))
    chance = random.Random(seed)

    def is_drawn() -> bool:
        session.resize(chance.choice((80, 100, 120)), chance.choice((24, 25, 30, 40)))
        return b"\x1b[?2026h" in session.raw

    session.wait_until(is_drawn, "the first frame")
    session.resize(90, 28)
    session.settled()
    assert "Overview" in session.text
    assert "quit" in session.screen.display[27]
    check_settles_and_quits(session)


@pytest.mark.parametrize("size", [(0, 0), (80, 0), (0, 24), (1, 1), (65535, 1), (1, 65535)])
def test_program_becomes_idle_at_an_unusable_terminal_size(dashboard: Open, size: tuple[int, int]):
    session = dashboard("--lang", "en", size=size)
    session.wait_until(lambda: b"\x1b[?2026l" in session.raw, "the first frame")
    check_settles_and_quits(session)


def test_dashboard_is_drawn_when_an_unknown_size_becomes_known(dashboard: Open):
    session = dashboard("--lang", "en", size=(0, 0))
    session.screen.resize(24, 80)
    session.wait_for("Overview")
    session.resize(100, 30)
    session.wait_until(lambda: "quit" in session.screen.display[29], "the key bar to be in the last row")
    check_settles_and_quits(session)


def test_terminal_size_takes_precedence_over_the_environment(dashboard: Open):
    session = dashboard("--lang", "en", size=(100, 30), COLUMNS="60", LINES="12")
    session.wait_until(lambda: "quit" in session.screen.display[29], "the key bar to be in the last row")
    check_settles_and_quits(session)
