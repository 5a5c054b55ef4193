"""Structure of the story's models, for code that reads unvalidated JSON.

It is derived once from the annotations of the models.
"""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from deepseek_tui.story.format.model import Evidence, Link, Paragraph, Passage, Question, Quote, Refers, Story
from deepseek_tui.story.format.text import Text

AUTHOR_KEYS: dict[type[BaseModel], str] = {Passage: "by", Link: "by", Question: "asked_by"}
"""The key that says whether the article or the editor is the author, for models that allow both."""


class ModelStructure(NamedTuple):
    """Keys of a model, by the kind of their values."""

    keys: frozenset[str]
    """Every key of the model."""
    texts: tuple[str, ...]
    """The keys that hold a `Text`."""
    references: tuple[tuple[str, tuple[str, ...], bool], ...]
    """For each key with ids: the key, the lists of the items (empty for any list), and whether there are several ids."""
    parts: tuple[tuple[str, type[BaseModel], bool], ...]
    """For each key with objects: the key, their model, and whether there are several objects."""
    special: type[BaseModel] | None
    """The model itself, if it has rules that other models do not have."""


@cache
def structure_of(model: type[BaseModel]) -> ModelStructure:
    """Return the keys of a model of the format, by their kind."""
    texts, references, parts, keys = [], [], [], set()
    for name, field in model.model_fields.items():
        key = field.alias or name
        keys.add(key)
        annotation = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        field_type = _FieldType(annotation)
        if field_type.is_text:
            texts.append(key)
        if field_type.refers is not None:
            references.append((key, field_type.refers.to, field_type.several))
        if field_type.model is not None:
            parts.append((key, field_type.model, field_type.several))
    special = model if model in (Evidence, Paragraph, Passage, Quote, Question, Link) else None
    return ModelStructure(frozenset(keys), tuple(texts), tuple(references), tuple(parts), special)


def enclosing_text(path: tuple[str | int, ...]) -> tuple[str | int, ...] | None:
    """Return the path of the multilingual text that contains a path.

    The result is None if there is none.
    """
    model: type[BaseModel] = Story
    position = 0
    while position < len(path):
        structure = structure_of(model)
        if path[position] in structure.texts:
            return path[: position + 1]
        part = next((part for part in structure.parts if part[0] == path[position]), None)
        if part is None:
            return None
        _, model, several = part
        position += 2 if several else 1
    return None


@cache
def item_lists() -> dict[str, type[BaseModel]]:
    """Return the lists whose items have ids, with their models."""
    return {key: model for key, model, several in structure_of(Story).parts if several and "id" in model.model_fields}


@cache
def models() -> tuple[type[BaseModel], ...]:
    """Return every model that is part of a story, the story first."""
    found: dict[type[BaseModel], None] = {}
    waiting: list[type[BaseModel]] = [Story]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found[model] = None
            waiting.extend(part for _, part, _ in structure_of(model).parts)
    return tuple(found)


class _FieldType:
    """Type of a model's field, without its optional and tuple parts."""

    def __init__(self, annotation: Any) -> None:
        self.is_text = False
        self.refers: Refers | None = None
        self.model: type[BaseModel] | None = None
        self.several = False
        for part in _unwrapped(annotation):
            self._take(part)

    def _take(self, part: Any) -> None:
        if isinstance(part, Refers):
            self.refers = part
        elif part is tuple:
            self.several = True
        elif part is _TEXT:
            self.is_text = True
        elif isinstance(part, type) and issubclass(part, BaseModel):
            self.model = part


_TEXT = object()
"""A marker for `Text`, which is a union of types."""


def _unwrapped(annotation: Any) -> Iterator[Any]:
    """Yield the types and metadata in a type annotation."""
    origin = get_origin(annotation)
    if annotation is Text:
        yield _TEXT
    elif origin is Annotated:
        inner, *metadata = get_args(annotation)
        yield from metadata
        yield from _unwrapped(inner)
    elif origin in (Union, UnionType):
        for option in get_args(annotation):
            yield from _unwrapped(option)
    elif origin is tuple:
        yield tuple
        yield from _unwrapped(get_args(annotation)[0])
    else:
        yield annotation
