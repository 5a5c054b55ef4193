"""Additions to a draft story from an imported file.

They are the metadata of the article, and the entries of a timeline.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from deepseek_tui.article.draft import slug
from deepseek_tui.article.draft_wording import DraftWording
from deepseek_tui.article.fingerprints import paragraphs, sentences
from deepseek_tui.article.importers.imported import ArticleMetadata, ImportedArticle, Slide
from deepseek_tui.story.format.edtf import Date, DateRun, DateSet, Interval, parse
from deepseek_tui.story.format.model import is_id
from deepseek_tui.story.format.sections import RESERVED

Story = dict[str, Any]
"""A draft story as a JSON document."""


@dataclass(frozen=True)
class ImportedTexts:
    """Texts of a draft, in one language, about the imported file."""

    from_file: str
    fields: dict[str, str]
    entry: str


IMPORTED_TEXTS = {
    "en": ImportedTexts(
        from_file="taken from the file: {}",
        fields={
            "title": "title",
            "publisher": "publisher",
            "author": "author",
            "url": "address",
            "published": "date of publication",
        },
        entry="an entry of the timeline, with its own headline and date",
    ),
    "fr": ImportedTexts(
        from_file="repris du fichier\u00a0: {}",
        fields={
            "title": "titre",
            "publisher": "éditeur",
            "author": "auteur",
            "url": "adresse",
            "published": "date de publication",
        },
        entry="une entrée de la chronologie, avec son titre et sa date",
    ),
}
"""The texts about the imported file, by the story's language."""


def add_imported(story: Story, imported: ImportedArticle, today: str) -> None:
    """Add metadata and timeline entries to the draft of an imported article.

    `today`, a date in ISO 8601, separates planned events from those that happened.
    """
    if any(imported.metadata):
        _add_metadata(story, imported.metadata)
    if imported.slides:
        _add_events(story, imported, today)


def _add_metadata(story: Story, about: ArticleMetadata) -> None:
    language = story["article"]["language"]
    found = {key: value for key, value in about._asdict().items() if value}
    words = IMPORTED_TEXTS[language]
    reason = words.from_file.format(", ".join(words.fields[key] for key in found))
    story["article"] = {
        "language": language,
        "draft": True,
        "guess": {language: reason},
        **found,
        "paragraphs": story["article"]["paragraphs"],
    }


def _add_events(story: Story, imported: ImportedArticle, today: str) -> None:
    """Replace events found in the text by those of an imported timeline."""
    guessed = {event["id"] for event in story["events"]}
    used = set(_ids(story)) - guessed | set(RESERVED)
    wording = DraftWording(imported.text, story["article"]["language"])
    story["events"] = []
    printed = paragraphs(imported.text)
    by_paragraph: dict[int, tuple[str, Slide]] = {}
    for slide, places in _slide_places(imported, printed):
        identity = _free_id(slide.unique_id if is_id(slide.unique_id) else slug(slide.headline) or "event", used)
        evidence = [
            {"paragraph": place + 1, "sentence": number}
            for place in places
            for number in range(1, len(sentences(printed[place])) + 1)
        ]
        story["events"].append(_event(slide, identity, evidence, wording, today))
        by_paragraph.update({place + 1: (identity, slide) for place in places})
    topics = _topics(story, imported.slides, used)
    for claim in story["claims"]:
        about = [identity for identity in claim.pop("about", []) if identity not in guessed]
        found = by_paragraph.get(claim["evidence"][0]["paragraph"])
        if found:
            about.append(found[0])
            claim["topic"] = topics.get(found[1].group, claim["topic"])
        if about:
            claim["about"] = about


def _slide_places(imported: ImportedArticle, printed: list[str]) -> Iterator[tuple[Slide, range]]:
    """Yield the entries of a timeline with the indexes of their paragraphs.

    These paragraphs are the last ones of the text.
    """
    at = len(printed) - sum(slide.length for slide in imported.slides)
    for slide in imported.slides:
        yield slide, range(at, at + slide.length)
        at += slide.length


def _event(slide: Slide, identity: str, evidence: list[dict[str, int]], wording: DraftWording, today: str) -> dict[str, Any]:
    return {
        "id": identity,
        **wording.guess(IMPORTED_TEXTS[wording.language].entry),
        "title": wording.text(slide.headline or wording.key_words(slide.paragraphs[0])),
        "body": wording.text(wording.texts.body),
        "phase": "planned" if _earliest(slide.when) > today else "happened",
        **({"when": slide.when} if slide.when else {}),
        **({"wording": wording.text(wording.without_copying(slide.displayed_date))} if slide.displayed_date else {}),
        "evidence": evidence,
    }


def _earliest(when: str) -> str:
    """Return the first day of an EDTF date as ISO 8601.

    It is empty for a year before 1000 or after 9999.
    """
    date: Date | DateRun | DateSet | Interval | None = parse(when) if when else None
    first = date.earliest if date else None
    return f"{first[0]:04}-{first[1]:02}-{first[2]:02}" if first and 1000 <= first[0] <= 9999 else ""


def _topics(story: Story, slides: tuple[Slide, ...], used: set[str]) -> dict[str, str]:
    """Add the groups of a timeline as topics of a draft.

    Return their ids by the name of the group.
    """
    found = {
        group: _free_id(slug(group) or "group", used) for group in dict.fromkeys(slide.group for slide in slides) if group
    }
    language = story["article"]["language"]
    story["topics"] += [{"id": identity, "name": {language: group}, "draft": True} for group, identity in found.items()]
    return found


def _ids(story: Story) -> Iterator[str]:
    for items in story.values():
        if isinstance(items, list):
            yield from (item["id"] for item in items if isinstance(item, dict) and "id" in item)


def _free_id(wanted: str, used: set[str]) -> str:
    identity, count = wanted, 1
    while identity in used:
        count += 1
        identity = f"{wanted}-{count}"
    used.add(identity)
    return identity
