"""Lint rules on wording: quotations, copied sentences and translations."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from deepseek_tui.article.extraction.quotations import article_quotations, quotes
from deepseek_tui.article.extraction.transcripts import opens_with_label
from deepseek_tui.article.fingerprints import normalised
from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding
from deepseek_tui.article.lint.paragraphs import ArticleParagraph, tokens
from deepseek_tui.story.format.messages import Message, joined


def quotes_not_as_printed(context: LintContext) -> Iterator[Finding]:
    """Find quotations in the story that differ from those in the article.

    They are compared with the quotations in the cited paragraphs. Checked are the quotations of claims, and those in
    texts in the language of the article.
    """
    for place, claim in enumerate(context.story.claims):
        cited = frozenset(where.paragraph for where in claim.evidence)
        passages = context.article and context.article.at(cited)
        if claim.quote is None or not passages:
            continue
        where = ", ".join(f"¶{number}" for number in sorted(cited))
        if fault := _quotation_fault(claim.quote.text, passages):
            yield Finding(
                ("claims", place, "quote", "text"),
                Message("the quotation {0} {1}", fault, where),
                _printed_quotation(passages),
            )
    for statement, passages in context.statements:
        for path, language, text in statement.texts:
            if language != context.story.article.language:
                continue
            for quote in quotes(text):
                if not any(normalised(quote.words) in passage.normalised for passage in passages):
                    yield Finding(
                        path,
                        Message("{0} is not printed so in {1}", quote.text, statement.cited),
                        _printed_quotation(passages),
                    )


def _quotation_fault(words: str, passages: Sequence[ArticleParagraph]) -> str:
    wanted = normalised(words)
    if any(wanted in normalised(printed) for printed in _printed_words(passages)):
        return ""
    if any(wanted in passage.normalised for passage in passages):
        return Message("does not stand between quotation marks in")
    return Message("is not printed so in")


def _printed_words(passages: Sequence[ArticleParagraph]) -> Iterator[str]:
    """Yield the texts that the passages print as quotations.

    A quotation is yielded with and without inserted clauses, and joined across paragraphs.
    """
    for passage in passages:
        yield from (text for quote in passage.quotes for text in (quote.words, quote.text))
        if opens_with_label(passage.text):
            yield passage.text
    for found in article_quotations([passage.text for passage in passages], passages[0].language):
        yield from (quote.words for quote in found if quote.ends_after)


def _printed_quotation(passages: Sequence[ArticleParagraph]) -> str:
    found = [quote.text for passage in passages for quote in passage.quotes]
    return Message("what is printed: {}", found[0]) if found else Message("nothing stands between quotation marks there")


COPY_LENGTH = 8
"""The number of consecutive words that count as copied from the article."""


def copied_sentences(context: LintContext) -> Iterator[Finding]:
    """Find texts of the story that copy consecutive words of the article.

    The title of a draft event may be the headline of an imported timeline, until a person confirms it.
    """
    runs: dict[tuple[str, ...], int] = {}
    for passage in context.article or ():
        for stretch in passage.unquoted:
            for start in range(len(stretch) - COPY_LENGTH + 1):
                runs.setdefault(tuple(stretch[start : start + COPY_LENGTH]), passage.number)
    if not runs:
        return
    for path, _, text in context.words:
        if path[0] == "events" and path[2] == "title" and context.story.events[int(path[1])].draft:
            continue
        words = tokens(text)
        for start in range(len(words) - COPY_LENGTH + 1):
            run = tuple(words[start : start + COPY_LENGTH])
            if run in runs:
                yield Finding(
                    path,
                    Message("{0} words in a row are those of ¶{1}: {2}", COPY_LENGTH, runs[run], " ".join(run)),
                    Message("say it otherwise"),
                )
                break


UNTRANSLATED_KEYS = frozenset(("name", "word", "publisher", "author", "by", "licence", "unit"))
"""Keys of texts that may be the same in every language, such as names."""
MIN_WORDS = 3
"""The fewest words of a text that is compared with its translations."""
MIN_LENGTH = 60
"""The fewest characters for a comparison of lengths. Shorter texts vary too much."""
MAX_RATIO = 2.2
"""The largest ratio of lengths between languages. French is a sixth longer than English."""


def lagging_languages(context: LintContext) -> Iterator[Finding]:
    """Find texts with a missing translation or a much longer one.

    A translation is missing if two languages have the same text.
    """
    several = len(context.story.languages) > 1
    for path, text in context.texts:
        if path[-1] in UNTRANSLATED_KEYS or (path[-1] == "title" and "sources" in path) or path[0] == "article":
            continue
        if isinstance(text, str):
            if several and len(tokens(text)) >= MIN_WORDS:
                yield Finding(path, Message("is written once, for {} alike", joined("{0} and {1}", context.story.languages)))
            continue
        for (one, first), (other, second) in combinations(text.items(), 2):
            if len(tokens(first)) >= MIN_WORDS and tokens(first) == tokens(second):
                yield Finding((*path, other), Message("is the same in {0} and {1}", one, other))
            elif max(len(first), len(second)) >= MIN_LENGTH and not 1 / MAX_RATIO <= len(first) / len(second) <= MAX_RATIO:
                short, long = (one, other) if len(first) < len(second) else (other, one)
                yield Finding(
                    (*path, short),
                    Message("is less than half as long in {0} as in {1}", short, long),
                    Message("is something missing?"),
                )
