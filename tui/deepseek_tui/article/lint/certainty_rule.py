"""Lint rule on certainty: a hedged sentence needs a hedged claim."""

from collections.abc import Iterator

from deepseek_tui.article.extraction.hedges import hedges
from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.vocabulary import Certainty


def hedges_not_in_claims(context: LintContext) -> Iterator[Finding]:
    """Find hedged sentences for which the story only has unhedged claims.

    A sentence may state one thing flatly and hedge another, so one claim that is hedged or left open is enough.
    """
    places = {claim.id: place for place, claim in enumerate(context.story.claims)}
    for passage in context.article or ():
        for number, sentence in enumerate(passage.sentences, 1):
            claims = context.index.claims_at.get((passage.number, number), [])
            found = hedges(sentence, passage.language) if claims else []
            if found and all(claim.certainty is Certainty.UNHEDGED for claim in claims):
                yield Finding(
                    ("claims", places[claims[0].id], "certainty"),
                    Message(
                        '¶{0}.{1} hedges with "{2}", and every claim on it is unhedged', passage.number, number, found[0]
                    ),
                    Message("the claim that the hedge belongs to is hedged"),
                )
