"""Loading of a large story in steps, with progress and cancellation."""

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
"""The share of the work done once all chunks are parsed."""


def load_incrementally(data: bytes) -> Generator[float, None, Story | None]:
    """Load a story in steps, and yield the completed share.

    The share is from 0 to 1. Returns the story that `loader.from_bytes` would return, or None if it may have a problem,
    which `from_bytes` then finds. Each step takes some milliseconds, except one at the end that assembles the story.
    """
    columns, items_by_list = Columns(), dict[str, list[BaseModel]]()
    try:
        for name, content, end in chunks(data):
            if name:
                with paused():
                    model = item_lists().get(name, Paragraph)
                    items = _adapter(model).validate_python(content)
                    columns.collect(model, content, name)
                    _drop_fields_set(model, items)
                    items_by_list.setdefault(name, []).extend(items)
                yield PARSED * end / len(data)
        with paused():
            story = _assembled(content, items_by_list, columns)
    except (NotChunkableError, ValidationError, RecursionError):
        return None
    yield PARSED
    for check in chain(columns.checks(story), order_checks(story.events)):
        if not check:
            return None
        yield PARSED
    yield 1.0
    return story


async def with_progress(steps: Generator[float, None, Story | None], on_progress: Callable[[float], None]) -> Story | None:
    """Load a story between other tasks of the event loop.

    Returns the story. The callback receives the share of the work done after each step.
    """
    while True:
        try:
            on_progress(next(steps))
        except StopIteration as end:
            found: Story | None = end.value
            return found
        await sleep(0)


def _assembled(document: Any, items_by_list: dict[str, list[BaseModel]], columns: Columns) -> Story:
    """Assemble a story from a document and the validated items.

    The items are not validated again. Raises ValidationError, or NotChunkableError if the paragraphs belong to no article.
    """
    filled = document
    if PARAGRAPHS in items_by_list:
        article = document.get("article")
        if not isinstance(article, dict):
            raise NotChunkableError
        filled = {**document, "article": {**article, PARAGRAPHS: tuple(items_by_list.pop(PARAGRAPHS))}}
    story = Story.model_validate({**filled, **items_by_list} if items_by_list else filled)
    columns.collect(Story, [document])
    return story


@cache
def _adapter(model: type[BaseModel]) -> TypeAdapter[tuple[BaseModel, ...]]:
    return TypeAdapter(tuple[model, ...])  # type: ignore[valid-type]


_NO_FIELDS_SET: set[str] = set()
"""A shared set that replaces pydantic's record of the keys that were given."""


def _drop_fields_set(model: type[BaseModel], items: Sequence[BaseModel]) -> None:
    """Replace pydantic's record of given fields, to save memory.

    Each object has such a record. Together they take a third of the memory of a story, so all objects share one set.
    """
    for one in items:
        object.__setattr__(one, "__pydantic_fields_set__", _NO_FIELDS_SET)
    for key, part, several in structure_of(model).parts:
        inner = [value for one in items if (value := getattr(one, key)) is not None]
        if inner:
            _drop_fields_set(part, list(chain.from_iterable(inner)) if several else inner)
