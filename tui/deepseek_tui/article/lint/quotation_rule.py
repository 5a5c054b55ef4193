"""Quotations: as printed, between quotation marks, in the paragraph that is cited for them."""

from collections.abc import Iterator, Sequence

from deepseek_tui.article.extraction.quotations import quotes
from deepseek_tui.article.fingerprints import normalised
from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding
from deepseek_tui.article.lint.paragraphs import ArticleParagraph


def quotes_not_as_printed(desk: LintContext) -> Iterator[Finding]:
    """Quotations of claims, and those in the article's own language within a statement, that are not printed so."""
    for place, claim in enumerate(desk.story.claims):
        cited = frozenset(where.paragraph for where in claim.evidence)
        passages = desk.article and desk.article.at(cited)
        if claim.quote is None or not passages:
            continue
        where = ", ".join(f"¶{number}" for number in sorted(cited))
        if fault := _fault(claim.quote.text, passages):
            yield Finding(("claims", place, "quote", "text"), f"the quotation {fault} {where}", _printed(passages))
    for statement, passages in desk.statements:
        for path, language, text in statement.texts:
            if language != desk.story.article.language:
                continue
            for quote in quotes(text):
                if not any(normalised(quote.words) in passage.normalised for passage in passages):
                    yield Finding(path, f"{quote.text} is not printed so in {statement.cited}", _printed(passages))


def _fault(words: str, passages: Sequence[ArticleParagraph]) -> str:
    wanted = normalised(words)
    if not any(wanted in passage.normalised for passage in passages):
        return "is not printed so in"
    if not any(wanted in normalised(quote.words) for passage in passages for quote in passage.quotes):
        return "does not stand between quotation marks in"
    return ""


def _printed(passages: Sequence[ArticleParagraph]) -> str:
    found = [quote.text for passage in passages for quote in passage.quotes]
    return f"what is printed: {found[0]}" if found else "nothing stands between quotation marks there"
