"""Window sizes: changed before the first frame, unknown, absurd, or stale."""

import random
from collections.abc import Callable

import pytest

from terminal.pty_session import Session
from terminal.steps import leave

Open = Callable[..., Session]
LENGTHS = (1, 2, 3, 5, 8, 13, 20, 40, 60, 80, 120, 200, 250)


def check_settles_and_quits(session: Session) -> None:
    """Check that drawing settles, and that quitting restores the terminal."""
    session.settle(0.15)
    leave(session)


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


@pytest.mark.slow
@pytest.mark.parametrize("count", [100, pytest.param(500, marks=pytest.mark.fuzz)])
def test_program_reacts_to_keys_after_random_resizes(dashboard, count: int):
    session = dashboard("--lang", "en", size=(80, 24))
    chance = random.Random(6)

    def is_drawn() -> bool:  # The first resize is sent before the first frame is drawn.
        session.resize(chance.choice(LENGTHS), chance.choice(LENGTHS))
        return b"\x1b[?2026h" in session.raw

    session.wait_until(is_drawn, "the first frame")
    keys = ["j", "k", "l", "h", "enter", "escape", "tab", "pagedown", "G", "g", "z", "w", "c", "v", "escape", "b", "n"]
    for number in range(count):
        session.resize(chance.choice(LENGTHS), chance.choice(LENGTHS))
        session.press(chance.choice(keys))
        if number % 10 == 0:
            session.settled(0.02)
    session.resize(1, 1)
    session.settled()
    session.resize(80, 24)
    for key in ("escape", "escape", "escape", "1"):
        session.press(key)
        session.settled()
    session.wait_for("Overview")
    leave(session)
