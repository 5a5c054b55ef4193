"""Lint rule on guesses of a program that no person has confirmed."""

from collections import Counter
from collections.abc import Iterator

from pydantic import BaseModel

from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.structure import structure_of
from deepseek_tui.story.loading.diagnostics import KeyPath


def unconfirmed(context: LintContext) -> Iterator[Finding]:
    """Report the number of unconfirmed guesses in each list of a story.

    All of them are reported in one finding.
    """
    found = list(drafts(context.story))
    if found:
        counts = Counter(str(path[0]) if path else "story" for path in found)
        listed = ", ".join(f"{name} {count}" for name, count in counts.items())
        yield Finding(
            (*found[0], "draft"),
            Message("{0} guesses of a program are not confirmed ({1})", len(found), listed),
            Message('check each object with "draft": true, then remove the key and "guess"'),
        )


def drafts(model: BaseModel, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the path of every object marked as an unconfirmed guess."""
    if getattr(model, "draft", False):
        yield path
    for key, _, several in structure_of(type(model)).parts:
        value = getattr(model, _attribute(model, key))
        if several:
            for position, item in enumerate(value):
                yield from drafts(item, (*path, key, position))
        elif value is not None:
            yield from drafts(value, (*path, key))


def _attribute(model: BaseModel, key: str) -> str:
    """Return the model attribute for a key of the file."""
    fields = type(model).model_fields
    return key if key in fields else next(name for name, field in fields.items() if field.alias == key)
