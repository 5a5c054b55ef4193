"""Checks of a whole story: unique ids, references, complete languages.

They walk the raw document along the structure of the models and accept any value anywhere. So all violations are
reported together with those of the models, however wrong the document is.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from deepseek_tui.story.format.messages import Message, joined
from deepseek_tui.story.format.model import Evidence, Paragraph, Quote, Story
from deepseek_tui.story.format.renamed import RENAMED_KEYS
from deepseek_tui.story.format.sections import RESERVED
from deepseek_tui.story.format.structure import AUTHOR_KEYS, ModelStructure, item_lists, structure_of
from deepseek_tui.story.format.vocabulary import Origin
from deepseek_tui.story.loading.diagnostics import KeyPath, kind_of, nearest, quoted
from deepseek_tui.story.loading.event_order import event_order_violations

MAX_HINTS = 200
"""The most searches for a similar id or key, which are slow among many."""


class Violation(NamedTuple):
    """A problem in a document, whose line is not yet known.

    `at_key` is true if it concerns the key and not its value, `partial` if more may be wrong at the same place.
    """

    path: KeyPath
    message: str
    hint: str = ""
    at_key: bool = False
    partial: bool = False


def violations(document: Any) -> list[Violation]:
    """Return all inconsistencies in a document.

    A valid story has none.
    """
    if not isinstance(document, dict):
        return []
    places, found = item_places(document)
    check = ObjectCheck(document, places, frozenset(name for name in item_lists() if not _has_ids(document.get(name, []))))
    check.check_object(document, structure_of(Story), ())
    order = (Violation(*fault) for fault in event_order_violations(document.get("events")))
    return [*_repeated_languages(document), *found, *check.found, *order]


def item_places(document: dict[str, Any]) -> tuple[dict[str, str], list[Violation]]:
    """Return the list that holds each id, and the violations of duplicate and reserved ids."""
    places: dict[str, str] = {}
    found: list[Violation] = []
    first: dict[str, KeyPath] = {}
    messages: dict[str, Message] = {}  # Each message is shared, because a file may repeat one id a million times.
    for path, name, identity in _all_ids(document):
        if identity in first:
            if identity not in messages:
                messages[identity] = taken_message(identity, *first[identity][:2])
            found.append(Violation(path, messages[identity]))
            continue
        first[identity] = path
        places[identity] = name
        if identity in RESERVED:
            found.append(Violation(path, *reserved_message(identity)))
    return places, found


def taken_message(identity: str, place: str | int, position: str | int) -> Message:
    """Return the message about an id that an item of a list has already."""
    return Message("the id {0} is taken already, by {1}[{2}]", quoted(identity), place, position)


def reserved_message(identity: str) -> tuple[Message, Message]:
    """Return the message and the hint about an id that names a section."""
    return (
        Message("{} cannot be an id, because it names a section", quoted(identity)),
        Message("{}-1 would do", identity),
    )


def _all_ids(document: dict[str, Any]) -> Iterator[tuple[KeyPath, str, str]]:
    for name in item_lists():
        items = document.get(name)
        for position, item in enumerate(items if isinstance(items, list) else ()):
            identity = item.get("id") if isinstance(item, dict) else None
            if isinstance(identity, str):
                yield (name, position, "id"), name, identity


def _repeated_languages(document: dict[str, Any]) -> list[Violation]:
    listed = document.get("languages")
    places: dict[str, list[int]] = {}
    for position, language in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(language, str):
            places.setdefault(language, []).append(position)
    return [
        Violation(("languages", position), Message("the language {} is listed twice", quoted(language)))
        for language, positions in places.items()
        for position in positions[1:2]  # A repeated language is reported only once, however often it occurs.
    ]


class ObjectCheck:
    """A check of objects of a document that collects inconsistencies.

    `places` is the list that holds each id. References to ids in `unreadable_lists`, which are malformed, are not reported.
    `sentences` is the result of `sentence_counts`, if it is known.
    """

    def __init__(
        self,
        document: dict[str, Any],
        places: dict[str, str],
        unreadable_lists: frozenset[str] = frozenset(),
        sentences: list[int | None] | None = None,
    ) -> None:
        self.found: list[Violation] = []
        self._places = places
        self._unreadable_lists = unreadable_lists
        languages = document.get("languages")
        listed = languages if isinstance(languages, list) else ()
        self._languages = frozenset(one for one in listed if isinstance(one, str))
        self._sentences = sentence_counts(document) if sentences is None else sentences
        self._hints = MAX_HINTS

    def _report(self, path: KeyPath, message: str, hint: str = "", *, at_key: bool = False) -> None:
        self.found.append(Violation(path, message, hint, at_key))

    def check_object(self, value: dict[str, Any], structure: ModelStructure, path: KeyPath) -> None:
        """Check an object and its nested objects for inconsistencies."""
        if not value.keys() <= structure.keys:
            self._report_unknown_keys(value, structure, path)
        for key in structure.texts:
            if key in value:
                self._check_text(value[key], (*path, key))
        for key, to, several in structure.references:
            if key in value:
                self._check_references(value[key], to, several, (*path, key))
        if structure.special is not None:
            self._check_special(value, structure.special, path)
        for key, model, several in structure.parts:
            part = value.get(key)
            if several and isinstance(part, list):
                inner = structure_of(model)
                for position, item in enumerate(part):
                    if isinstance(item, dict):
                        self.check_object(item, inner, (*path, key, position))
            elif not several and isinstance(part, dict):
                self.check_object(part, structure_of(model), (*path, key))

    def _report_unknown_keys(self, value: dict[str, Any], structure: ModelStructure, path: KeyPath) -> None:
        missing = structure.keys.difference(value)
        for key in value:
            if key not in structure.keys:
                new = RENAMED_KEYS.get(key)
                if new in structure.keys:
                    hint: str = Message("it is called {} now", quoted(new))
                else:
                    hint = self._nearest_key(key, missing) or self._nearest_key(key, structure.keys)
                self._report((*path, key), Message("there is no key {} here", quoted(key)), hint, at_key=True)

    def _nearest_key(self, key: str, keys: frozenset[str]) -> str:
        self._hints -= 1
        return nearest(key, sorted(keys)) if self._hints >= 0 else ""

    def _check_special(self, value: dict[str, Any], model: type[BaseModel], path: KeyPath) -> None:
        if model is Evidence:
            self._check_evidence(value, path)
        elif model is Quote:
            self._check_quote(value, path)
        elif model is Paragraph:
            self._check_paragraph(value, path)
        else:
            self._check_author(value, model, path)

    def _check_author(self, value: dict[str, Any], model: type[BaseModel], path: KeyPath) -> None:
        if value.get(AUTHOR_KEYS[model], Origin.ARTICLE) == Origin.ARTICLE and value.get("evidence", []) == []:
            hint = Message('or "{0}": "{1}", if it is the editor\'s', AUTHOR_KEYS[model], Origin.EDITOR)
            self._report(path, Message("is taken from the article, and needs evidence"), hint)

    # The following methods check references.

    def _check_references(self, value: Any, to: tuple[str, ...], several: bool, path: KeyPath) -> None:
        if not several:
            self._check_reference(value, to, path)
        elif isinstance(value, list):
            for position, one in enumerate(value):
                self._check_reference(one, to, (*path, position))

    def _check_reference(self, value: Any, to: tuple[str, ...], path: KeyPath) -> None:
        if not isinstance(value, str):
            return
        place = self._places.get(value)
        if place is None:
            if self._unreadable_lists.intersection(to or item_lists()):
                return
            self._report(path, Message("nothing has the id {}", quoted(value)), self._nearest_id(value, to))
        elif to and place not in to:
            wanted = joined("{0} or {1}", to)
            self._report(
                path,
                Message("{0} is one of the {1}, and {2} are wanted here", quoted(value), place, wanted),
                self._nearest_id(value, to),
            )

    def _nearest_id(self, value: str, to: tuple[str, ...]) -> str:
        self._hints -= 1
        if self._hints < 0:
            return ""
        return nearest(value, (identity for identity, place in self._places.items() if not to or place in to))

    # The following methods check texts and their languages.

    def _check_text(self, value: Any, path: KeyPath) -> None:
        if isinstance(value, dict):
            self._check_translations(value, self._languages, path)
        elif not isinstance(value, str | None):
            self._report(
                path,
                Message(
                    "must be a text, which is a string or an object with one string per language, not {}", kind_of(value)
                ),
            )
        elif value == "":
            self._report(path, Message("must not be empty"))

    def _check_translations(self, value: dict[str, Any], wanted: frozenset[str], path: KeyPath) -> None:
        for language in sorted(wanted - value.keys()):
            self.found.append(
                Violation(path, Message("lacks the language {}, which the story lists", quoted(language)), partial=True)
            )
        for language, words in value.items():
            if language not in wanted and self._languages:
                hint = Message("the story lists {}", ", ".join(sorted(self._languages)))
                self._report(
                    (*path, language), Message("{} is no language that is wanted here", quoted(language)), hint, at_key=True
                )
            if not isinstance(words, str):
                self._report((*path, language), Message("must be a string, not {}", kind_of(words)))
            elif words == "":
                self._report((*path, language), Message("must not be empty"))

    def _check_quote(self, value: dict[str, Any], path: KeyPath) -> None:
        printed, translation = value.get("language"), value.get("translation", {})
        if isinstance(printed, str) and isinstance(translation, dict):
            self._check_translations(translation, self._languages - {printed}, (*path, "translation"))

    # The following methods check the article and its evidence.

    def _check_paragraph(self, value: dict[str, Any], path: KeyPath) -> None:
        text, sentences = value.get("text"), value.get("sentences")
        if isinstance(text, list) and text and isinstance(sentences, list) and len(text) != len(sentences):
            message = Message("has {0} sentences, and there are {1} fingerprints", len(text), len(sentences))
            self._report((*path, "text"), message)

    def _check_evidence(self, value: dict[str, Any], path: KeyPath) -> None:
        paragraph, sentence = value.get("paragraph"), value.get("sentence")
        if not isinstance(paragraph, int) or paragraph < 1 or not self._sentences:
            return  # An invalid paragraph number is ignored here, since the models report it.
        if paragraph > len(self._sentences):
            self._report(
                (*path, "paragraph"),
                Message("the article has {0} paragraphs, and no paragraph {1}", len(self._sentences), paragraph),
            )
            return
        count = self._sentences[paragraph - 1]
        if isinstance(sentence, int) and count is not None and sentence > count:
            has = Message("one sentence") if count == 1 else Message("{} sentences", count)
            self._report(
                (*path, "sentence"), Message("paragraph {0} has {1}, and no sentence {2}", paragraph, has, sentence)
            )


def _has_ids(items: Any) -> bool:
    return isinstance(items, list) and all(isinstance(item, dict) and isinstance(item.get("id"), str) for item in items)


def sentence_counts(document: dict[str, Any]) -> list[int | None]:
    """Return the number of sentences of each paragraph; None for malformed paragraphs."""
    article = document.get("article")
    printed = article.get("paragraphs") if isinstance(article, dict) else None
    if not isinstance(printed, list):
        return []
    found = [paragraph.get("sentences") if isinstance(paragraph, dict) else None for paragraph in printed]
    return [len(sentences) if isinstance(sentences, list) else None for sentences in found]
