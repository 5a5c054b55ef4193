"""Lint rule on bounds such as "more than" before a number.

A figure must have the bound that the cited sentences put before its number.
"""

from collections.abc import Iterator
from decimal import Decimal

from deepseek_tui.article.extraction.bounds import NO_BOUND, bound_in
from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding
from deepseek_tui.article.lint.statements import sentences_text
from deepseek_tui.story.format.messages import Message


def bounds_not_as_printed(context: LintContext) -> Iterator[Finding]:
    """Find figures whose bound differs from the words before the number.

    A bound without such words is accepted, since an article may state it elsewhere in the sentence.
    """
    for place, figure in enumerate(context.story.figures):
        value = Decimal(str(figure.value))
        stated = [
            bound_in(passage.text, number)
            for passage in context.excerpts(figure.evidence) or ()
            for number in passage.numbers
            if number.value == value and not number.ordinal
        ]
        worded = [(bound, words) for bound, words in stated if bound != NO_BOUND]
        if worded and figure.bound.value not in {bound for bound, _ in stated}:
            bound, words = worded[0]
            message = Message('is "{0}", but {1} says "{2}"', figure.bound.value, sentences_text(figure.evidence), words)
            yield Finding(("figures", place, "bound"), message, Message('the word for it is "{}"', bound))
