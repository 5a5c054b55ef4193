"""A large story, read little by little, so that whoever waits for it can be shown how far it is, and can give up."""

from asyncio import sleep
from collections.abc import Callable, Generator, Sequence
from functools import cache
from itertools import chain
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from deepseek_tui.story.format.model import Paragraph, Story
from deepseek_tui.story.format.structure import item_lists, structure_of
from deepseek_tui.story.loading.chunks import PARAGRAPHS, NotChunkableError, chunks
from deepseek_tui.story.loading.fast_validation import Columns, order_checks
from deepseek_tui.story.loading.garbage import paused

PARSED = 0.9
"""The share of the work that is done once all pieces are."""


def load_incrementally(data: bytes) -> Generator[float, None, Story | None]:
    """The story in these bytes, the same as `loader.from_bytes` makes of them; yields the share that is done, up to 1.

    None where it may have a problem: `from_bytes` knows which. No step takes longer than some milliseconds, save one
    at the end, where the story is put together.
    """
    columns, made = Columns(), dict[str, list[BaseModel]]()
    try:
        for name, content, end in chunks(data):
            if name:
                with paused():
                    model = item_lists().get(name, Paragraph)
                    items = _adapter(model).validate_python(content)
                    columns.take(model, content, name)
                    _lighten(model, items)
                    made.setdefault(name, []).extend(items)
                yield PARSED * end / len(data)
        with paused():
            story = _together(content, made, columns)
    except (NotChunkableError, ValidationError, RecursionError):
        return None
    yield PARSED
    for check in chain(columns.checks(story), order_checks(story.events)):
        if not check:
            return None
        yield PARSED
    yield 1.0
    return story


async def with_progress(steps: Generator[float, None, Story | None], told: Callable[[float], None]) -> Story | None:
    """Take the steps of a reading one after the other, between whatever else there is to do; what they end with.

    `told` is told after each how much is done.
    """
    while True:
        try:
            told(next(steps))
        except StopIteration as end:
            found: Story | None = end.value
            return found
        await sleep(0)


def _together(document: Any, made: dict[str, list[BaseModel]], columns: Columns) -> Story:
    """The story of a document and the items of its lists, which are not validated again. Raises ValidationError."""
    filled = document
    if PARAGRAPHS in made:
        filled = {**document, "article": {**document["article"], PARAGRAPHS: tuple(made.pop(PARAGRAPHS))}}
    story = Story.model_validate({**filled, **made} if made else filled)
    columns.take(Story, [document])
    return story


@cache
def _adapter(model: type[BaseModel]) -> TypeAdapter[tuple[BaseModel, ...]]:
    return TypeAdapter(tuple[model, ...])  # type: ignore[valid-type]


_WRITTEN: set[str] = set()
"""With which keys an object was written, once nobody can ask any more."""


def _lighten(model: type[BaseModel], made: Sequence[BaseModel]) -> None:
    """Let go of the set of keys that pydantic keeps beside every object: a third of the memory that a story takes."""
    for one in made:
        object.__setattr__(one, "__pydantic_fields_set__", _WRITTEN)
    for key, part, several in structure_of(model).parts:
        inner = [value for one in made if (value := getattr(one, key)) is not None]
        if inner:
            _lighten(part, list(chain.from_iterable(inner)) if several else inner)
