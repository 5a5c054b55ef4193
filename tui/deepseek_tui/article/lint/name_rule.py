"""Proper names: a statement may name only what the paragraphs it cites name, or are about."""

from collections.abc import Iterator

from deepseek_tui.article.lint.aliases import key_of
from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding
from deepseek_tui.article.lint.statements import words_of
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.model import Evidence
from deepseek_tui.story.format.vocabulary import SourceKind
from deepseek_tui.story.loading.diagnostics import KeyPath


def names_not_in_passages(desk: LintContext) -> Iterator[Finding]:
    """Names that stand in no cited paragraph, by none of the wordings that the story itself has for them."""
    aliases = desk.aliases
    for statement, passages in desk.statements:
        for path, language, text in statement.texts:
            said: set[str] = set()
            for name in aliases.candidates(text, desk.language(language)):
                if name.key not in said and not aliases.stands(name.text, passages):
                    said.add(name.key)
                    yield Finding(path, Message('"{0}" does not stand in {1}', name.text, statement.cited), _OTHERWISE)
    yield from _players(desk)
    yield from _speakers(desk)


_OTHERWISE = Message("what the article calls otherwise is a player or a term with that name and that paragraph")


def _players(desk: LintContext) -> Iterator[Finding]:
    """Players whose name no paragraph that they are listed in prints, in any language."""
    for place, player in enumerate(desk.story.players):
        passages = desk.article and desk.article.at(frozenset(where.paragraph for where in player.evidence))
        named = [
            (path, name.text, key_of(name.text) == key_of(text))
            for path, language, text in words_of(("players", place, "name"), player.name)
            for name in desk.aliases.names(f"x {text}", desk.language(language))  # no word of a name begins a sentence
        ]
        if not passages or not named:
            continue
        aliases = desk.aliases
        # A name that only describes ("the assistant of …") borrows another's, which the paragraph may call otherwise.
        if not any((aliases.printed if whole else aliases.stands)(name, passages) for _, name, whole in named):
            yield Finding(named[0][0], Message('"{}" stands in no paragraph that this player is listed in', named[0][1]))


def _speakers(desk: LintContext) -> Iterator[Finding]:
    """Speakers whom the paragraph does not name that is cited for their words."""
    for path, evidence in _evidence(desk):
        if evidence.source is None or desk.article is None:
            continue
        passages = desk.article.at(frozenset((evidence.paragraph,)))
        source = desk.index.items[evidence.source]
        kind = getattr(source, "kind", None)
        if passages and kind in (SourceKind.OUTLET, SourceKind.PERSON):
            name = getattr(source, "name", "")
            wordings = [name] if isinstance(name, str) else list(name.values())
            if not any(desk.aliases.stands(wording, passages) for wording in wordings):
                yield Finding((*path, "source"), Message('"{0}" does not stand in ¶{1}', wordings[0], evidence.paragraph))


def _evidence(desk: LintContext) -> Iterator[tuple[KeyPath, Evidence]]:
    for name in ("players", "events", "claims", "figures", "innovations"):
        for place, item in enumerate(getattr(desk.story, name)):
            for nth, evidence in enumerate(item.evidence):
                yield (name, place, "evidence", nth), evidence
