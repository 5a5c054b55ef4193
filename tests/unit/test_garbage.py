"""Pauses of garbage collection while the program starts or a story loads."""

import gc
from collections.abc import Iterator

import pytest

from deepseek_tui.story.loading import garbage


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Restore the garbage collector after each test."""
    yield
    garbage.resume()
    gc.enable()
    gc.unfreeze()


def test_garbage_collector_is_off_between_suspend_and_resume():
    garbage.suspend()
    assert not gc.isenabled()
    garbage.resume()
    assert gc.isenabled()


def test_objects_created_while_the_garbage_collector_is_suspended_are_frozen():
    before = gc.get_freeze_count()
    garbage.suspend()
    kept = [{"made": number} for number in range(1000)]
    garbage.resume()
    assert gc.get_freeze_count() - before > len(kept)


def test_resuming_a_running_garbage_collector_freezes_nothing():
    before = gc.get_freeze_count()
    garbage.resume()
    assert (gc.get_freeze_count(), gc.isenabled()) == (before, True)


def test_pausing_does_not_end_a_suspension_of_the_garbage_collector():
    garbage.suspend()
    with garbage.paused():
        pass
    assert not gc.isenabled()
    garbage.resume()


def test_pause_of_the_garbage_collector_ends_after_an_exception():
    with pytest.raises(ZeroDivisionError), garbage.paused():
        _ = 1 / 0
    assert gc.isenabled()


def test_disabled_garbage_collector_stays_disabled():
    gc.disable()
    garbage.suspend()
    garbage.resume()
    assert not gc.isenabled()
