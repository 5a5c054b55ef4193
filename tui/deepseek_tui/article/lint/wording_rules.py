"""Quotations: as printed, between quotation marks, in the paragraph that is cited for them."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from deepseek_tui.article.extraction.quotations import quotes
from deepseek_tui.article.fingerprints import normalised
from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding
from deepseek_tui.article.lint.paragraphs import ArticleParagraph, tokens
from deepseek_tui.story.format.messages import Message, joined


def quotes_not_as_printed(desk: LintContext) -> Iterator[Finding]:
    """Quotations of claims, and those in the article's own language within a statement, that are not printed so."""
    for place, claim in enumerate(desk.story.claims):
        cited = frozenset(where.paragraph for where in claim.evidence)
        passages = desk.article and desk.article.at(cited)
        if claim.quote is None or not passages:
            continue
        where = ", ".join(f"¶{number}" for number in sorted(cited))
        if fault := _fault(claim.quote.text, passages):
            yield Finding(
                ("claims", place, "quote", "text"), Message("the quotation {0} {1}", fault, where), _printed(passages)
            )
    for statement, passages in desk.statements:
        for path, language, text in statement.texts:
            if language != desk.story.article.language:
                continue
            for quote in quotes(text):
                if not any(normalised(quote.words) in passage.normalised for passage in passages):
                    yield Finding(
                        path, Message("{0} is not printed so in {1}", quote.text, statement.cited), _printed(passages)
                    )


def _fault(words: str, passages: Sequence[ArticleParagraph]) -> str:
    wanted = normalised(words)
    if not any(wanted in passage.normalised for passage in passages):
        return Message("is not printed so in")
    if not any(wanted in normalised(quote.words) for passage in passages for quote in passage.quotes):
        return Message("does not stand between quotation marks in")
    return ""


def _printed(passages: Sequence[ArticleParagraph]) -> str:
    found = [quote.text for passage in passages for quote in passage.quotes]
    return Message("what is printed: {}", found[0]) if found else Message("nothing stands between quotation marks there")


RUN = 8
"""How many words in a row make a copy."""


def copied_sentences(desk: LintContext) -> Iterator[Finding]:
    """Runs of the article's own words, in any text of the story and in any language."""
    runs: dict[tuple[str, ...], int] = {}
    for passage in desk.article or ():
        for stretch in passage.unquoted:
            for start in range(len(stretch) - RUN + 1):
                runs.setdefault(tuple(stretch[start : start + RUN]), passage.number)
    if not runs:
        return
    for path, _, text in desk.words:
        words = tokens(text)
        for start in range(len(words) - RUN + 1):
            run = tuple(words[start : start + RUN])
            if run in runs:
                yield Finding(
                    path,
                    Message("{0} words in a row are those of ¶{1}: {2}", RUN, runs[run], " ".join(run)),
                    Message("say it otherwise"),
                )
                break


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
                yield Finding(path, Message("is written once, for {} alike", joined("{0} and {1}", desk.story.languages)))
            continue
        for (one, first), (other, second) in combinations(text.items(), 2):
            if len(tokens(first)) >= PROSE and tokens(first) == tokens(second):
                yield Finding((*path, other), Message("is the same in {0} and {1}", one, other))
            elif max(len(first), len(second)) >= LONG and not 1 / TIMES <= len(first) / len(second) <= TIMES:
                short, long = (one, other) if len(first) < len(second) else (other, one)
                yield Finding(
                    (*path, short),
                    Message("is less than half as long in {0} as in {1}", short, long),
                    Message("is something missing?"),
                )
