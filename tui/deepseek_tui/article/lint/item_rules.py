"""Items that lack what makes them useful: figures, questions, notes, links."""

from collections.abc import Iterator

from deepseek_tui.article.extraction.dates import dates
from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding
from deepseek_tui.article.lint.paragraphs import tokens
from deepseek_tui.article.lint.statements import words_of
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.model import Citation

UNKNOWN = "unknown"


def figures_without_unit(desk: LintContext) -> Iterator[Finding]:
    """Figures whose unit is blank in a language."""
    for place, figure in enumerate(desk.story.figures):
        for path, _, unit in words_of(("figures", place, "unit"), figure.unit):
            if not any(c.isalnum() or c in "%‰€$£¥°" for c in unit):
                yield Finding(
                    path, Message("a figure needs a unit"), Message("what is counted, such as GPUs, years or times")
                )


def questions_without_settle(desk: LintContext) -> Iterator[Finding]:
    """Questions of which no more than a word says what would settle them."""
    for place, question in enumerate(desk.story.questions):
        for path, _, settle in words_of(("questions", place, "settle"), question.settle):
            if len(tokens(settle)) < 2:
                yield Finding(
                    path,
                    Message("says hardly what would settle the question"),
                    Message("name the fact, and who could give it"),
                )


def notes_without_source(desk: LintContext) -> Iterator[Finding]:
    """Notes none of whose sources can be found again: no address, no title, and not even a day of publication."""
    for place, note in enumerate(desk.story.notes):
        if not any(_findable(citation) for citation in note.sources):
            message = Message("no source of this note can be found again: neither address nor title nor date is known")
            yield Finding(("notes", place, "sources"), message, Message("a title, an address, or the date of publication"))


def _findable(citation: Citation) -> bool:
    titles = {words.strip().lower() for _, _, words in words_of((), citation.title)}
    return bool(citation.url) or citation.date != UNKNOWN or not titles <= {UNKNOWN, "inconnu", ""}


def notes_without_date(desk: LintContext) -> Iterator[Finding]:
    """Notes that state a date in words and have none in `when`, so that no timeline can place them."""
    for place, note in enumerate(desk.story.notes):
        if note.when is not None:
            continue
        for path, language, text in words_of(("notes", place, "text"), note.text):
            found = dates(text, desk.language(language))
            if found:
                yield Finding(path, Message('states "{}", and has no `when`', found[0].text))
                break


def dead_links(desk: LintContext) -> Iterator[Finding]:
    """Links from an item to itself, links given twice, and links whose evidence belongs to neither end."""
    first: dict[tuple[str, str, str], int] = {}
    for place, link in enumerate(desk.story.links):
        if link.from_ == link.to:
            yield Finding(("links", place, "to"), Message('leads from "{}" to itself', link.to))
        seen = first.setdefault((link.from_, link.to, link.kind.value), place)
        if seen != place:
            yield Finding(("links", place), Message("is the same as links[{}]", seen), Message("leave one of them out"))
        cited = {where.paragraph for where in link.evidence}
        ends = [_paragraphs(desk, ref) for ref in (link.from_, link.to)]
        if cited and all(ends) and not any(cited & end for end in ends):
            yield Finding(("links", place, "evidence"), Message("cites no paragraph that either of its ends stands in"))


def _paragraphs(desk: LintContext, ref: str) -> set[int]:
    return {where.paragraph for where in getattr(desk.index.items[ref], "evidence", ())}
