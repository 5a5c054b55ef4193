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
    check = _IntegrityCheck(document)
    check.collect_ids()
    check.check_object(document, structure_of(Story), ())
    check.found.extend(Violation(*fault) for fault in event_order_violations(document.get("events")))
    return check.found


class _IntegrityCheck:
    """One pass over a document that collects inconsistencies."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.found: list[Violation] = []
        self._document = document
        self._places: dict[str, str] = {}  # The dictionary maps each id to the name of the list that holds it.
        # Ids in a malformed list are unknown, so references that may point to them are not reported.
        self._unreadable_lists = frozenset(name for name in item_lists() if not _has_ids(document.get(name, [])))
        self._languages = self._story_languages()
        self._sentences = self._sentence_counts()
        self._hints = MAX_HINTS

    def _report(self, path: KeyPath, message: str, hint: str = "", *, at_key: bool = False) -> None:
        self.found.append(Violation(path, message, hint, at_key))

    def _story_languages(self) -> frozenset[str]:
        listed = self._document.get("languages")
        places: dict[str, list[int]] = {}
        for position, language in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(language, str):
                places.setdefault(language, []).append(position)
        for language, positions in places.items():
            for position in positions[1:2]:  # A repeated language is reported only once, however often it occurs.
                self._report(("languages", position), Message("the language {} is listed twice", quoted(language)))
        return frozenset(places)

    def _sentence_counts(self) -> list[int | None]:
        """Return the number of sentences of each paragraph.

        A malformed paragraph has None.
        """
        article = self._document.get("article")
        printed = article.get("paragraphs") if isinstance(article, dict) else None
        if not isinstance(printed, list):
            return []
        found = [paragraph.get("sentences") if isinstance(paragraph, dict) else None for paragraph in printed]
        return [len(sentences) if isinstance(sentences, list) else None for sentences in found]

    # The following methods check ids.

    def collect_ids(self) -> None:
        """Collect the ids, and report duplicate and reserved ones."""
        first: dict[str, KeyPath] = {}
        messages: dict[str, Message] = {}  # Each message is shared, because a file may repeat one id a million times.
        for path, name, identity in self._all_ids():
            if identity in first:
                if identity not in messages:
                    place, position = first[identity][:2]
                    messages[identity] = Message(
                        "the id {0} is taken already, by {1}[{2}]", quoted(identity), place, position
                    )
                self._report(path, messages[identity])
                continue
            first[identity] = path
            self._places[identity] = name
            if identity in RESERVED:
                self._report(
                    path,
                    Message("{} cannot be an id, because it names a section", quoted(identity)),
                    Message("{}-1 would do", identity),
                )

    def _all_ids(self) -> Iterator[tuple[KeyPath, str, str]]:
        for name in item_lists():
            items = self._document.get(name)
            for position, item in enumerate(items if isinstance(items, list) else ()):
                identity = item.get("id") if isinstance(item, dict) else None
                if isinstance(identity, str):
                    yield (name, position, "id"), name, identity

    # The following methods check objects.

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
