"""What no single field of a story can know: that ids are unique, references lead somewhere, languages are complete.

It walks the raw document by the shape of the models and takes anything for anything, so that its findings come in
one go with those of the models themselves, however wrong the document is.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from deepseek_tui.story.format.messages import Message, joined
from deepseek_tui.story.format.model import Evidence, Quote, Story
from deepseek_tui.story.format.sections import RESERVED
from deepseek_tui.story.format.structure import WHOSE, ModelStructure, lists, structure_of
from deepseek_tui.story.format.vocabulary import Asker
from deepseek_tui.story.loading.diagnostics import KeyPath, kind_of, nearest, quoted
from deepseek_tui.story.loading.event_order import event_order_violations

HINTS = 200
"""How often the nearest id or key is looked for, which takes long among many."""


class Violation(NamedTuple):
    """A problem before it has its place in the text.

    `at_key` where it is about the key rather than its value, `partial` where more may be wrong at the same place.
    """

    path: KeyPath
    message: str
    hint: str = ""
    at_key: bool = False
    partial: bool = False


def violations(document: Any) -> list[Violation]:
    """Everything that is wrong with how the parts of a document fit together; nothing for a good story."""
    if not isinstance(document, dict):
        return []
    walk = _Walk(document)
    walk.ids()
    walk.object(document, structure_of(Story), ())
    walk.found.extend(Violation(*fault) for fault in event_order_violations(document.get("events")))
    return walk.found


class _Walk:
    """One walk over one document."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.found: list[Violation] = []
        self._document = document
        self._places: dict[str, str] = {}  # the list that each id stands in
        # Which ids a list of the wrong shape holds is unknown: nothing is said of references that may lead there.
        self._unknown = frozenset(name for name in lists() if not _has_ids(document.get(name, [])))
        self._languages = self._story_languages()
        self._sentences = self._sentence_counts()
        self._hints = HINTS

    def _say(self, path: KeyPath, message: str, hint: str = "", *, at_key: bool = False) -> None:
        self.found.append(Violation(path, message, hint, at_key))

    def _story_languages(self) -> frozenset[str]:
        listed = self._document.get("languages")
        places: dict[str, list[int]] = {}
        for position, language in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(language, str):
                places.setdefault(language, []).append(position)
        for language, positions in places.items():
            for position in positions[1:2]:  # each is told once, however often it is there
                self._say(("languages", position), Message("the language {} is listed twice", quoted(language)))
        return frozenset(places)

    def _sentence_counts(self) -> list[int | None]:
        """How many sentences each paragraph has, None for one whose shape is wrong."""
        article = self._document.get("article")
        printed = article.get("paragraphs") if isinstance(article, dict) else None
        if not isinstance(printed, list):
            return []
        found = [paragraph.get("sentences") if isinstance(paragraph, dict) else None for paragraph in printed]
        return [len(sentences) if isinstance(sentences, list) else None for sentences in found]

    # Ids

    def ids(self) -> None:
        """Takes down every id, and says which are taken twice or reserved."""
        first: dict[str, KeyPath] = {}
        for path, name, identity in self._every_id():
            if identity in first:
                self._say(
                    path,
                    Message(
                        "the id {0} is taken already, by {1}[{2}]", quoted(identity), first[identity][0], first[identity][1]
                    ),
                )
                continue
            first[identity] = path
            self._places[identity] = name
            if identity in RESERVED:
                self._say(
                    path,
                    Message("{} cannot be an id, because it names a section", quoted(identity)),
                    Message("{}-1 would do", identity),
                )

    def _every_id(self) -> Iterator[tuple[KeyPath, str, str]]:
        for name in lists():
            items = self._document.get(name)
            for position, item in enumerate(items if isinstance(items, list) else ()):
                identity = item.get("id") if isinstance(item, dict) else None
                if isinstance(identity, str):
                    yield (name, position, "id"), name, identity

    # Objects

    def object(self, value: dict[str, Any], shape: ModelStructure, path: KeyPath) -> None:
        """Looks at one object and all that stands in it."""
        if not value.keys() <= shape.known:
            self._unknown_keys(value, shape, path)
        for key in shape.texts:
            if key in value:
                self._text(value[key], (*path, key))
        for key, to, several in shape.references:
            if key in value:
                self._references(value[key], to, several, (*path, key))
        if shape.special is not None:
            self._special(value, shape.special, path)
        for key, model, several in shape.parts:
            part = value.get(key)
            if several and isinstance(part, list):
                inner = structure_of(model)
                for position, item in enumerate(part):
                    if isinstance(item, dict):
                        self.object(item, inner, (*path, key, position))
            elif not several and isinstance(part, dict):
                self.object(part, structure_of(model), (*path, key))

    def _unknown_keys(self, value: dict[str, Any], shape: ModelStructure, path: KeyPath) -> None:
        missing = shape.known.difference(value)
        for key in value:
            if key not in shape.known:
                hint = self._nearest_key(key, missing) or self._nearest_key(key, shape.known)
                self._say((*path, key), Message("there is no key {} here", quoted(key)), hint, at_key=True)

    def _nearest_key(self, key: str, known: frozenset[str]) -> str:
        self._hints -= 1
        return nearest(key, sorted(known)) if self._hints >= 0 else ""

    def _special(self, value: dict[str, Any], model: type[BaseModel], path: KeyPath) -> None:
        if model is Evidence:
            self._evidence(value, path)
        elif model is Quote:
            self._quote(value, path)
        elif value.get(WHOSE[model], Asker.ARTICLE) == Asker.ARTICLE and value.get("evidence", []) == []:
            hint = Message('or "{0}": "{1}", if it is the editor\'s', WHOSE[model], Asker.EDITOR)
            self._say(path, Message("is taken from the article, and needs evidence"), hint)

    # References

    def _references(self, value: Any, to: tuple[str, ...], several: bool, path: KeyPath) -> None:
        if not several:
            self._reference(value, to, path)
        elif isinstance(value, list):
            for position, one in enumerate(value):
                self._reference(one, to, (*path, position))

    def _reference(self, value: Any, to: tuple[str, ...], path: KeyPath) -> None:
        if not isinstance(value, str):
            return
        place = self._places.get(value)
        if place is None:
            if self._unknown.intersection(to or lists()):
                return
            self._say(path, Message("nothing has the id {}", quoted(value)), self._nearest_id(value, to))
        elif to and place not in to:
            wanted = joined("{0} or {1}", to)
            self._say(
                path,
                Message("{0} is one of the {1}, and {2} are wanted here", quoted(value), place, wanted),
                self._nearest_id(value, to),
            )

    def _nearest_id(self, value: str, to: tuple[str, ...]) -> str:
        self._hints -= 1
        if self._hints < 0:
            return ""
        return nearest(value, (identity for identity, place in self._places.items() if not to or place in to))

    # Texts and languages

    def _text(self, value: Any, path: KeyPath) -> None:
        if isinstance(value, dict):
            self._spoken(value, self._languages, path)
        elif not isinstance(value, str | None):
            self._say(
                path,
                Message(
                    "must be a text, which is a string or an object with one string per language, not {}", kind_of(value)
                ),
            )
        elif value == "":
            self._say(path, Message("must not be empty"))

    def _spoken(self, value: dict[str, Any], wanted: frozenset[str], path: KeyPath) -> None:
        for language in sorted(wanted - value.keys()):
            self.found.append(
                Violation(path, Message("lacks the language {}, which the story lists", quoted(language)), partial=True)
            )
        for language, words in value.items():
            if language not in wanted and self._languages:
                hint = Message("the story lists {}", ", ".join(sorted(self._languages)))
                self._say(
                    (*path, language), Message("{} is no language that is wanted here", quoted(language)), hint, at_key=True
                )
            if not isinstance(words, str):
                self._say((*path, language), Message("must be a string, not {}", kind_of(words)))
            elif words == "":
                self._say((*path, language), Message("must not be empty"))

    def _quote(self, value: dict[str, Any], path: KeyPath) -> None:
        printed, translation = value.get("language"), value.get("translation", {})
        if isinstance(printed, str) and isinstance(translation, dict):
            self._spoken(translation, self._languages - {printed}, (*path, "translation"))

    # Evidence

    def _evidence(self, value: dict[str, Any], path: KeyPath) -> None:
        paragraph, sentence = value.get("paragraph"), value.get("sentence")
        if not isinstance(paragraph, int) or paragraph < 1 or not self._sentences:
            return  # the models say what is wrong with it
        if paragraph > len(self._sentences):
            self._say(
                (*path, "paragraph"),
                Message("the article has {0} paragraphs, and no paragraph {1}", len(self._sentences), paragraph),
            )
            return
        count = self._sentences[paragraph - 1]
        if isinstance(sentence, int) and count is not None and sentence > count:
            has = Message("one sentence") if count == 1 else Message("{} sentences", count)
            self._say((*path, "sentence"), Message("paragraph {0} has {1}, and no sentence {2}", paragraph, has, sentence))


def _has_ids(items: Any) -> bool:
    return isinstance(items, list) and all(isinstance(item, dict) and isinstance(item.get("id"), str) for item in items)
