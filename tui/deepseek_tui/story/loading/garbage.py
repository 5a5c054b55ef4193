"""Python's collector of garbage, kept from looking for some where there is none: while a program starts, a story is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_resting = False


@contextmanager
def paused() -> Iterator[None]:
    """A story is many small objects and no garbage: looking for some while they are made costs a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def rest() -> None:
    """Leave it off from here on, until there is something on the screen: modules, models and widgets are made to stay."""
    global _resting  # noqa: PLW0603 - there is one collector
    if gc.isenabled():
        gc.disable()
        _resting = True


def resume() -> None:
    """Have it look again, but never at what has been made until now; nothing where it was not told to rest."""
    global _resting  # noqa: PLW0603
    if _resting:
        _resting = False
        gc.freeze()
        gc.enable()
