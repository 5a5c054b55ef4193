"""Lint rules on coverage: unused parts of the article, and unused players."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from deepseek_tui.article.fingerprints import fingerprint, sentences
from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.model import Evidence
from deepseek_tui.story.format.structure import structure_of


def uncited_paragraphs(context: LintContext) -> Iterator[Finding]:
    """Find paragraphs of the article that no item of the story cites."""
    cited = {evidence.paragraph for evidence in _evidence(context.story)}
    for number in range(1, len(context.story.article.paragraphs) + 1):
        if number not in cited:
            yield Finding(("article", "paragraphs", number - 1), Message("nothing in the story cites ¶{}", number))


def uncited_sentences(context: LintContext) -> Iterator[Finding]:
    """Find sentences of the article that no claim cites."""
    for number, paragraph in enumerate(context.story.article.paragraphs, 1):
        for place in range(1, len(paragraph.sentences) + 1):
            if (number, place) not in context.index.claims_at:
                path = ("article", "paragraphs", number - 1, "sentences", place - 1)
                yield Finding(path, Message("no claim takes up ¶{0}.{1}", number, place))


def unmentioned_players(context: LintContext) -> Iterator[Finding]:
    """Find players to whom no claim, event or speaker refers."""
    story = context.story
    referred: set[str] = {ref for event in story.events for ref in event.players}
    referred.update(ref for claim in story.claims for ref in claim.about)
    spoken = {claim.speaker for claim in story.claims} | {figure.speaker for figure in story.figures}
    referred.update(source.player for source in story.sources if source.player and source.id in spoken)
    for place, player in enumerate(story.players):
        if player.id not in referred:
            yield Finding(
                ("players", place, "id"),
                Message('no claim, event or speaker is "{}"', player.id),
                Message("name it in `about`"),
            )


def _evidence(value: BaseModel) -> Iterator[Evidence]:
    for key, _, several in structure_of(type(value)).parts:
        part: Any = getattr(value, "from_" if key == "from" else key, None)
        for one in (part if several else (part,)) or ():
            if isinstance(one, Evidence):
                yield one
            elif isinstance(one, BaseModel):
                yield from _evidence(one)


def article_not_recognised(context: LintContext) -> Iterator[Finding]:
    """Report a copy of an article that is not the story's article."""
    if context.article is not None and not context.article.recognised:
        message = Message("the text given with --article is not the article that this story tells")
        yield Finding(("article", "paragraphs"), message, Message("`deepseek-tui fingerprint` shows what it is known by"))


def fingerprints_outdated(context: LintContext) -> Iterator[Finding]:
    """Find paragraphs that the story splits into sentences by outdated rules.

    The text of these paragraphs is known from the local copy or from the story.
    """
    outdated = set(context.article.outdated if context.article else ())
    for number, paragraph in enumerate(context.story.article.paragraphs, 1):
        if number not in outdated and not (paragraph.text and tuple(sentences(" ".join(paragraph.text))) != paragraph.text):
            continue
        message = Message("the story divides ¶{} into sentences by older rules", number)
        hint = Message("run `deepseek-tui fingerprint FILE --into STORY`, then check the sentence numbers of what cites it")
        yield Finding(("article", "paragraphs", number - 1, "sentences"), message, hint)


def embedded_text_not_as_fingerprinted(context: LintContext) -> Iterator[Finding]:
    """Find sentences in the story file that do not match their fingerprints.

    They are part of the article's text, if the story includes it.
    """
    for place, paragraph in enumerate(context.story.article.paragraphs):
        path = ("article", "paragraphs", place)
        hint = Message("run `deepseek-tui fingerprint FILE --into STORY` with the article's text")
        differing = [
            nth
            for nth, (text, known) in enumerate(zip(paragraph.text, paragraph.sentences, strict=False))
            if fingerprint(text) != known
        ]
        for nth in differing:
            yield Finding((*path, "text", nth), Message("is not the text of its fingerprint"), hint)
        if paragraph.text and not differing and fingerprint(" ".join(paragraph.text)) != paragraph.fingerprint:
            yield Finding((*path, "fingerprint"), Message("is not the fingerprint of the paragraph's text"), hint)


def article_edited(context: LintContext) -> Iterator[Finding]:
    """Find paragraphs that the copy of the article changes or lacks.

    They are not compared with the story.
    """
    for number in context.article.edited if context.article else ():
        message = Message("¶{} is printed otherwise in this copy, or not at all: what cites it is not checked", number)
        yield Finding(("article", "paragraphs", number - 1), message)
