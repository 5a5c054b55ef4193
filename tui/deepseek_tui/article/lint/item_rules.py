"""Lint rules on incomplete items: figures, questions, context notes and links."""

from collections.abc import Iterator

from deepseek_tui.article.extraction.dates import dates
from deepseek_tui.article.lint.citation_rules import has_title
from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding
from deepseek_tui.article.lint.paragraphs import tokens
from deepseek_tui.article.lint.statements import words_of
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.model import Citation
from deepseek_tui.story.format.vocabulary import ReadExtent

UNKNOWN = "unknown"


def figures_without_unit(context: LintContext) -> Iterator[Finding]:
    """Find figures whose unit is empty in one of the languages."""
    for place, figure in enumerate(context.story.figures):
        for path, _, unit in words_of(("figures", place, "unit"), figure.unit):
            if not any(c.isalnum() or c in "%‰€$£¥°" for c in unit):
                yield Finding(
                    path, Message("a figure needs a unit"), Message("what is counted, such as GPUs, years or times")
                )


def questions_without_settle(context: LintContext) -> Iterator[Finding]:
    """Find open questions that do not state which facts would answer them."""
    for place, question in enumerate(context.story.questions):
        for path, _, settle in words_of(("questions", place, "settle"), question.settle):
            if len(tokens(settle)) < 2:
                yield Finding(
                    path,
                    Message("says hardly what would settle the question"),
                    Message("name the fact, and who could give it"),
                )


def notes_without_source(context: LintContext) -> Iterator[Finding]:
    """Find context notes whose sources lack address, title and date.

    Of a source that was read as a copy or in a listing, the editor may only know the publisher, which is then enough.
    """
    for place, note in enumerate(context.story.notes):
        if not any(_findable(citation) for citation in note.sources):
            message = Message("no source of this note can be found again: neither address nor title nor date is known")
            yield Finding(("notes", place, "sources"), message, Message("a title, an address, or the date of publication"))


def _findable(citation: Citation) -> bool:
    if citation.read in (ReadExtent.COPY, ReadExtent.LISTING):
        return True
    return bool(citation.url) or citation.date != UNKNOWN or has_title(citation)


def notes_without_date(context: LintContext) -> Iterator[Finding]:
    """Find context notes that state a date only in their text.

    Without the field `when`, no timeline could show them.
    """
    for place, note in enumerate(context.story.notes):
        if note.when is not None:
            continue
        for path, language, text in words_of(("notes", place, "text"), note.text):
            found = dates(text, context.language(language))
            if found:
                yield Finding(path, Message('states "{}", and has no `when`', found[0].text))
                break


def dead_links(context: LintContext) -> Iterator[Finding]:
    """Find useless links between items.

    They link an item to itself, are duplicated, or have unrelated evidence.
    """
    first: dict[tuple[str, str, str], int] = {}
    for place, link in enumerate(context.story.links):
        if link.from_ == link.to:
            yield Finding(("links", place, "to"), Message('leads from "{}" to itself', link.to))
        seen = first.setdefault((link.from_, link.to, link.kind.value), place)
        if seen != place:
            yield Finding(("links", place), Message("is the same as links[{}]", seen), Message("leave one of them out"))
        cited = {where.paragraph for where in link.evidence}
        ends = [_paragraphs(context, ref) for ref in (link.from_, link.to)]
        if cited and all(ends) and not any(cited & end for end in ends):
            yield Finding(("links", place, "evidence"), Message("cites no paragraph that either of its ends stands in"))


def _paragraphs(context: LintContext, ref: str) -> set[int]:
    return {where.paragraph for where in getattr(context.index.items[ref], "evidence", ())}
