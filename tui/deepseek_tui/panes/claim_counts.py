"""Numbers of claims by status, by contradiction and by support."""

from collections import Counter
from collections.abc import Sequence

from deepseek_tui.i18n.panes import counted
from deepseek_tui.panes.blocks import INTERFACE, Para, Role, Span
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.analysis.attribution import article_only_claims
from deepseek_tui.story.format.vocabulary import Status


def status_counts(reading: RenderContext, contested: Sequence[str], qualified: Sequence[str]) -> Para:
    """Return a text with the numbers of claims by status.

    It includes the total, and the contested and qualified claims, whose ids are given.
    """
    words, language = reading.words.panes, reading.language
    counts = Counter(claim.status for claim in reading.story.claims)
    spans = [Span(counted(words.statements, len(reading.story.claims), language), Role.STRONG)]
    spans += [
        Span(f" · {counted(words.counts[status.value], counts[status], language)}") for status in Status if counts[status]
    ]
    alarm = Role.ACCENT if contested else Role.PLAIN
    spans.append(Span(f" · {counted(words.count_contested, len(contested), language)}", alarm))
    spans.append(Span(f" · {counted(words.count_qualified, len(qualified), language)}"))
    return Para(tuple(spans), of=INTERFACE)


def article_only_count(reading: RenderContext) -> Para:
    """Return the number of claims supported by the article alone."""
    words, without = reading.words.evidence, len(article_only_claims(reading.index))
    said = words.alone.format(without, len(reading.story.claims))
    supported = len(reading.index.claims_by.get(reading.index.article, ())) - without
    if supported:
        said += counted(words.supported, supported, reading.language)
    return Para((Span(f"{said}.", Role.PLAIN),), of=INTERFACE)
