"""The copy of the article: whether it is the one that the story tells, and what of it was edited since."""

from collections.abc import Iterator

from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding


def article_not_recognised(desk: LintContext) -> Iterator[Finding]:
    """A text that is another article; nothing is compared with it."""
    if desk.article is not None and not desk.article.recognised:
        message = "the text given with --article is not the article that this story tells"
        yield Finding(("article", "paragraphs"), message, "`deepseek-tui fingerprint` shows what it is known by")


def article_edited(desk: LintContext) -> Iterator[Finding]:
    """Paragraphs that the copy prints otherwise; what cites them is not compared with it."""
    for number in desk.article.edited if desk.article else ():
        message = f"¶{number} is printed otherwise in this copy, or not at all: what cites it is not checked"
        yield Finding(("article", "paragraphs", number - 1), message)
