"""Table of lint rules, and functions that apply them to a story."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from deepseek_tui.article.lint.bound_rule import bounds_not_as_printed
from deepseek_tui.article.lint.certainty_rule import hedges_not_in_claims
from deepseek_tui.article.lint.citation_rules import sources_read_in_two_ways, titles_missing
from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.coverage_rules import (
    article_edited,
    article_not_recognised,
    embedded_text_not_as_fingerprinted,
    fingerprints_outdated,
    uncited_paragraphs,
    uncited_sentences,
    unmentioned_players,
)
from deepseek_tui.article.lint.date_rule import dates_not_in_passages
from deepseek_tui.article.lint.draft_rule import unconfirmed
from deepseek_tui.article.lint.finding import Finding, PlacedFinding, Severity
from deepseek_tui.article.lint.item_rules import (
    dead_links,
    figures_without_unit,
    notes_without_date,
    notes_without_source,
    questions_without_settle,
)
from deepseek_tui.article.lint.name_rule import names_not_in_passages
from deepseek_tui.article.lint.number_rule import numbers_not_in_passages
from deepseek_tui.article.lint.wording_rules import copied_sentences, lagging_languages, quotes_not_as_printed
from deepseek_tui.article.local_copy import LocalCopy
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading.diagnostics import path_text
from deepseek_tui.story.loading.positions import LineNumbers, place, scan, with_ancestors


@dataclass(frozen=True, slots=True)
class Rule:
    """A lint rule: its name, severity, description and function."""

    name: str
    severity: Severity
    definition: str
    find: Callable[[LintContext], Iterator[Finding]]
    needs_article: bool = False


_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

RULES: tuple[Rule, ...] = (
    Rule(
        "article-not-recognised",
        _ERROR,
        Message("the text given is not the article the story tells"),
        article_not_recognised,
        True,
    ),
    Rule(
        "article-edited", _WARNING, Message("a paragraph of the text given differs from the story's"), article_edited, True
    ),
    Rule(
        "fingerprints-outdated",
        _ERROR,
        Message("a paragraph that the story divides into sentences by older rules"),
        fingerprints_outdated,
    ),
    Rule(
        "embedded-text-differs",
        _ERROR,
        Message("a sentence of the article in the story that differs from its fingerprint"),
        embedded_text_not_as_fingerprinted,
    ),
    Rule(
        "number-not-in-passage",
        _ERROR,
        Message("a number that the cited sentences do not state"),
        numbers_not_in_passages,
        True,
    ),
    Rule(
        "bound-not-as-printed",
        _ERROR,
        Message("a figure whose bound differs from the words before the number"),
        bounds_not_as_printed,
        True,
    ),
    Rule(
        "date-not-in-passage", _ERROR, Message("a date that the cited paragraphs do not state"), dates_not_in_passages, True
    ),
    Rule(
        "name-not-in-passage",
        _ERROR,
        Message("a proper name that the cited paragraphs do not have"),
        names_not_in_passages,
        True,
    ),
    Rule(
        "quote-not-as-printed", _ERROR, Message("a quotation that is not printed so, in quotes"), quotes_not_as_printed, True
    ),
    Rule("copied-sentence", _ERROR, Message("eight words in a row that are the article's own"), copied_sentences, True),
    Rule("figure-without-unit", _ERROR, Message("a figure whose unit is blank"), figures_without_unit),
    Rule("dead-link", _ERROR, Message("a link to itself, given twice, or with evidence of neither end"), dead_links),
    Rule(
        "hedge-not-in-claims",
        _WARNING,
        Message("a sentence with a hedge on which no claim is hedged"),
        hedges_not_in_claims,
        True,
    ),
    Rule("title-missing", _ERROR, Message("a source read in full without its title"), titles_missing),
    Rule("source-read-two-ways", _WARNING, Message("a source read in two ways within the story"), sources_read_in_two_ways),
    Rule("uncited-paragraph", _WARNING, Message("a paragraph of the article that nothing cites"), uncited_paragraphs),
    Rule("uncited-sentence", _WARNING, Message("a sentence of the article that no claim takes up"), uncited_sentences),
    Rule("unmentioned-player", _WARNING, Message("a player whom no claim, event or speaker refers to"), unmentioned_players),
    Rule("question-without-settle", _WARNING, Message("a question without what would settle it"), questions_without_settle),
    Rule("note-without-source", _WARNING, Message("a note whose sources nobody can find again"), notes_without_source),
    Rule("note-without-date", _WARNING, Message("a note that states a date and has none in `when`"), notes_without_date),
    Rule("unconfirmed", _WARNING, Message("guesses of a program that nobody has confirmed"), unconfirmed),
    Rule("lagging-language", _WARNING, Message("a text alike in two languages, or far shorter in one"), lagging_languages),
)
"""All lint rules. The first three decide whether the others are reliable."""


def findings(story: Story, copy: LocalCopy | None = None, ignored: Collection[str] = ()) -> Iterator[tuple[Rule, Finding]]:
    """Yield the findings of every lint rule whose required data is available.

    Some rules need a copy of the article.
    """
    context = LintContext(story, copy)
    for rule in RULES:
        if rule.name not in ignored and (copy is not None or not rule.needs_article):
            for finding in rule.find(context):
                yield rule, finding


def lint(
    story: Story, text: str, name: str, copy: LocalCopy | None = None, ignored: Collection[str] = ()
) -> list[PlacedFinding]:
    """Return the lint findings of a story file, ordered by line."""
    found = list(findings(story, copy, ignored))
    if not found:
        return []
    layout, lines = scan(text, with_ancestors(finding.path for _, finding in found)), LineNumbers(text)
    placed = [
        PlacedFinding(
            name,
            *lines.place(place(layout, finding.path)),
            rule.severity,
            rule.name,
            path_text(finding.path),
            finding.message,
            finding.hint,
        )
        for rule, finding in found
    ]
    return sorted(placed, key=lambda one: (one.line, one.column, one.rule))
