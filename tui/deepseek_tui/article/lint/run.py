"""A run of the lint: the rules that apply, and where in the file their findings are."""

from collections.abc import Collection, Iterator

from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding, Placed
from deepseek_tui.article.lint.registry import RULES, Rule
from deepseek_tui.article.local_copy import LocalCopy
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading.diagnostics import path_text
from deepseek_tui.story.loading.positions import LineNumbers, around, place, scan


def findings(
    story: Story, reprint: LocalCopy | None = None, ignored: Collection[str] = ()
) -> Iterator[tuple[Rule, Finding]]:
    """What the rules find in a story, those that need the article only where there is a copy of it."""
    desk = LintContext(story, reprint)
    for rule in RULES:
        if rule.name not in ignored and (reprint is not None or not rule.needs_article):
            for finding in rule.find(desk):
                yield rule, finding


def lint(
    story: Story, text: str, name: str, reprint: LocalCopy | None = None, ignored: Collection[str] = ()
) -> list[Placed]:
    """The findings with their places in the file that the story was read from, by line."""
    found = list(findings(story, reprint, ignored))
    if not found:
        return []
    layout, lines = scan(text, around(finding.path for _, finding in found)), LineNumbers(text)
    placed = [
        Placed(
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
