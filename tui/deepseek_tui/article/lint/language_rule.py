"""Languages: a text that is the same in two of them, or far shorter in one, has been left behind."""

from collections.abc import Iterator
from itertools import combinations

from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding
from deepseek_tui.article.lint.paragraphs import tokens

NAMES = frozenset(("name", "word", "publisher", "author", "by", "licence", "unit"))
"""Keys whose text may well be the same in every language."""
PROSE = 3
"""From how many words on a text is prose."""
LONG = 60
"""From how many characters on lengths are compared; a short text may double by chance."""
TIMES = 2.2
"""How many times as long one language may be as another; French is a sixth longer than English."""


def lagging_languages(desk: LintContext) -> Iterator[Finding]:
    """Prose that is alike in two languages, or far longer in one of them."""
    several = len(desk.story.languages) > 1
    for path, text in desk.texts:
        if path[-1] in NAMES or (path[-1] == "title" and "sources" in path) or path[0] == "article":
            continue
        if isinstance(text, str):
            if several and len(tokens(text)) >= PROSE:
                yield Finding(path, f"is written once, for {' and '.join(desk.story.languages)} alike")
            continue
        for (one, first), (other, second) in combinations(text.items(), 2):
            if len(tokens(first)) >= PROSE and tokens(first) == tokens(second):
                yield Finding((*path, other), f"is the same in {one} and {other}")
            elif max(len(first), len(second)) >= LONG and not 1 / TIMES <= len(first) / len(second) <= TIMES:
                short, long = (one, other) if len(first) < len(second) else (other, one)
                yield Finding((*path, short), f"is less than half as long in {short} as in {long}", "is something missing?")
