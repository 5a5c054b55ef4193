"""What the models say of a document's shape, read once from their annotations, for those who walk raw documents."""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from deepseek_tui.story.format.model import Evidence, Link, Passage, Question, Quote, Refers, Story
from deepseek_tui.story.format.text import Text

WHOSE: dict[type[BaseModel], str] = {Passage: "by", Link: "by", Question: "asked_by"}
"""The models that the article or the editor may stand behind, and the key that says who does."""


class ModelStructure(NamedTuple):
    """One model as a walker needs it: which keys it knows, and what stands behind them."""

    known: frozenset[str]
    texts: tuple[str, ...]
    references: tuple[tuple[str, tuple[str, ...], bool], ...]
    """Key, the lists it may refer to (none named: any), and whether it holds several."""
    parts: tuple[tuple[str, type[BaseModel], bool], ...]
    """Key, model, and whether it holds several."""
    special: type[BaseModel] | None
    """The model itself where it has rules of its own."""


@cache
def structure_of(model: type[BaseModel]) -> ModelStructure:
    """The shape of a model, by the names that its keys have in a file."""
    texts, references, parts, known = [], [], [], set()
    for name, field in model.model_fields.items():
        key = field.alias or name
        known.add(key)
        annotation = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        leaf = _Leaf(annotation)
        if leaf.is_text:
            texts.append(key)
        if leaf.refers is not None:
            references.append((key, leaf.refers.to, leaf.several))
        if leaf.model is not None:
            parts.append((key, leaf.model, leaf.several))
    special = model if model in (Evidence, Passage, Quote, Question, Link) else None
    return ModelStructure(frozenset(known), tuple(texts), tuple(references), tuple(parts), special)


def text_around(path: tuple[str | int, ...]) -> tuple[str | int, ...] | None:
    """The path of the text that a path leads into, None where it leads into none."""
    model: type[BaseModel] = Story
    position = 0
    while position < len(path):
        shape = structure_of(model)
        if path[position] in shape.texts:
            return path[: position + 1]
        part = next((part for part in shape.parts if part[0] == path[position]), None)
        if part is None:
            return None
        _, model, several = part
        position += 2 if several else 1
    return None


@cache
def lists() -> dict[str, type[BaseModel]]:
    """The lists of a story whose items have ids, and the models of their items."""
    return {key: model for key, model, several in structure_of(Story).parts if several and "id" in model.model_fields}


@cache
def models() -> tuple[type[BaseModel], ...]:
    """Every model that a story is made of, the story first."""
    found: dict[type[BaseModel], None] = {}
    waiting: list[type[BaseModel]] = [Story]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found[model] = None
            waiting.extend(part for _, part, _ in structure_of(model).parts)
    return tuple(found)


class _Leaf:
    """What an annotation comes to once options and tuples are taken off."""

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
"""Stands for the union that Text is."""


def _unwrapped(annotation: Any) -> Iterator[Any]:
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
