"""Lint rule on proper names, which the cited paragraphs must contain."""

from collections.abc import Iterable, Iterator, Sequence

from deepseek_tui.article.lint.aliases import key_of
from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding
from deepseek_tui.article.lint.paragraphs import ArticleParagraph
from deepseek_tui.article.lint.statements import words_of
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.model import Evidence
from deepseek_tui.story.format.vocabulary import PlayerKind, SourceKind
from deepseek_tui.story.loading.diagnostics import KeyPath


def names_not_in_passages(context: LintContext) -> Iterator[Finding]:
    """Find names in the story that no cited paragraph contains.

    An alias in the paragraph is enough. Wrong first names are reported too.
    """
    aliases = context.aliases
    for statement, passages in context.statements:
        for path, language, text in statement.texts:
            reported: set[str] = set()
            for name in aliases.candidates(text, context.language(language)):
                hint = "" if name.key in reported else _missing_name(context, name.text, passages)
                if hint:
                    reported.add(name.key)
                    yield Finding(path, Message('"{0}" does not stand in {1}', name.text, statement.cited), hint)
    yield from _players(context)
    yield from _persons(context)
    yield from _speakers(context)


_OTHERWISE = Message("what the article calls otherwise is a player or a term with that name and that paragraph")


def _missing_name(context: LintContext, name: str, passages: Sequence[ArticleParagraph]) -> str:
    """Return a hint about a name that the cited paragraphs lack.

    The hint is empty if they contain it.
    """
    if not context.aliases.occurs(name, passages):
        return _OTHERWISE
    # The names of players and speakers are compared once, where the story defines them.
    printed = "" if context.aliases.is_named(name) else context.aliases.printed_instead(name, passages)
    return Message("what is printed: {}", printed) if printed else ""


def _persons(context: LintContext) -> Iterator[Finding]:
    """Find players and speakers to whom the article gives another first name.

    A translation of a name is not compared.
    """
    if context.article is None:
        return
    story, language = context.story, context.story.article.language
    persons: list[tuple[KeyPath, str | dict[str, str], Iterable[ArticleParagraph]]] = [
        *(
            (("players", place, "name"), player.name, context.excerpts(player.evidence) or ())
            for place, player in enumerate(story.players)
            if player.kind is PlayerKind.PERSON
        ),
        *(
            (("sources", place, "name"), source.name, context.article)
            for place, source in enumerate(story.sources)
            if source.kind is SourceKind.PERSON
        ),
    ]
    for path, name, passages in persons:
        for where, written, text in words_of(path, name):
            printed = context.aliases.printed_instead(text, tuple(passages)) if written in ("", language) else ""
            if printed:
                message = Message('"{}" is not printed so in the article', text)
                yield Finding(where, message, Message("what is printed: {}", printed))


def _players(context: LintContext) -> Iterator[Finding]:
    """Find players whose name occurs in none of the cited paragraphs."""
    for place, player in enumerate(context.story.players):
        passages = context.article and context.article.at(frozenset(where.paragraph for where in player.evidence))
        named = [
            (path, name.text, key_of(name.text) == key_of(text))
            for path, language, text in words_of(("players", place, "name"), player.name)
            # The "x" prevents the first word of the name from counting as the start of a sentence.
            for name in context.aliases.names(f"x {text}", context.language(language))
        ]
        if not passages or not named:
            continue
        aliases = context.aliases
        # A descriptive name ("the assistant of …") contains another name, for which the paragraph may use an alias.
        if not any((aliases.occurs_as_printed if whole else aliases.occurs)(name, passages) for _, name, whole in named):
            yield Finding(named[0][0], Message('"{}" stands in no paragraph that this player is listed in', named[0][1]))


def _speakers(context: LintContext) -> Iterator[Finding]:
    """Find speakers whose name does not occur in the cited paragraph."""
    for path, evidence in _evidence(context):
        if evidence.source is None or context.article is None:
            continue
        passages = context.article.at(frozenset((evidence.paragraph,)))
        source = context.index.items[evidence.source]
        kind = getattr(source, "kind", None)
        if passages and kind in (SourceKind.OUTLET, SourceKind.PERSON):
            name = getattr(source, "name", "")
            wordings = [name] if isinstance(name, str) else list(name.values())
            if not any(context.aliases.occurs(wording, passages) for wording in wordings):
                yield Finding((*path, "source"), Message('"{0}" does not stand in ¶{1}', wordings[0], evidence.paragraph))


def _evidence(context: LintContext) -> Iterator[tuple[KeyPath, Evidence]]:
    for name in ("players", "events", "claims", "figures", "innovations"):
        for place, item in enumerate(getattr(context.story, name)):
            for nth, evidence in enumerate(item.evidence):
                yield (name, place, "evidence", nth), evidence
