"""The collector rests while a program starts, and only then."""

import gc
from collections.abc import Iterator

import pytest

from deepseek_tui.story.loading import garbage


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Every test leaves the collector as it found it."""
    yield
    garbage.resume()
    gc.enable()
    gc.unfreeze()


def test_it_is_off_until_it_is_told_to_go_on():
    garbage.rest()
    assert not gc.isenabled()
    garbage.resume()
    assert gc.isenabled()


def test_what_was_made_until_then_is_never_looked_at_again():
    before = gc.get_freeze_count()
    garbage.rest()
    kept = [{"made": number} for number in range(1000)]
    garbage.resume()
    assert gc.get_freeze_count() - before > len(kept)


def test_who_never_rested_freezes_nothing():
    before = gc.get_freeze_count()
    garbage.resume()
    assert (gc.get_freeze_count(), gc.isenabled()) == (before, True)


def test_a_pause_within_a_rest_does_not_end_it():
    garbage.rest()
    with garbage.paused():
        pass
    assert not gc.isenabled()
    garbage.resume()


def test_a_pause_ends_with_what_it_is_for_even_where_that_fails():
    with pytest.raises(ZeroDivisionError), garbage.paused():
        _ = 1 / 0
    assert gc.isenabled()


def test_an_interpreter_without_a_collector_is_not_given_one():
    gc.disable()
    garbage.rest()
    garbage.resume()
    assert not gc.isenabled()
