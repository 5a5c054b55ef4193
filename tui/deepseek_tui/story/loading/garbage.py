"""Pauses of Python's garbage collector, for example at startup."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_suspended = False


@contextmanager
def paused() -> Iterator[None]:
    """Pause garbage collection while a story is created.

    A story is many small objects and no garbage. Collections would take a third of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def suspend() -> None:
    """Disable garbage collection until `resume`.

    Modules, models and widgets that are created until then are permanent.
    """
    global _suspended  # noqa: PLW0603 - there is one collector
    if gc.isenabled():
        gc.disable()
        _suspended = True


def resume() -> None:
    """Enable garbage collection again, but not for existing objects.

    Does nothing unless `suspend` disabled it.
    """
    global _suspended  # noqa: PLW0603
    if _suspended:
        _suspended = False
        gc.freeze()
        gc.enable()
