"""Footnotes: what words rest on, numbered in the order of first use, one note for each different place or source."""

from deepseek_tui.i18n.languages import language_of
from deepseek_tui.i18n.vocabulary import word
from deepseek_tui.panes.blocks import Citing, Support
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.render.commonmark import autolink, inline
from deepseek_tui.story.analysis.digest import SHORT_LENGTH, digest
from deepseek_tui.story.format.model import Citation
from deepseek_tui.story.format.vocabulary import Status

_STATUSES = {status.value: status for status in Status}


class Footnotes:
    """Collects the footnotes of one export while its words are written."""

    def __init__(self, reading: RenderContext) -> None:
        self._reading = reading
        self._words = reading.words.export
        self._numbers: dict[str, int] = {}
        """By the note itself: two proofs that read alike are one note."""
        story = reading.story
        self._edition = f"{story.id} {reading.say(story.edition.version)}, sha256:{digest(story)[:SHORT_LENGTH]}"
        """Which story, edition and very words: what tells a citation from one of a later edition."""

    def refer(self, proof: Support) -> str:
        """The references to everything that a proof holds; no words for no proof."""
        notes = dict.fromkeys([*map(self._place, proof.cites), *map(self._source, proof.sources)])
        return "".join(f"[^{self._number(note)}]" for note in notes)

    def definitions(self) -> list[str]:
        """Every footnote that was referred to, in its order."""
        return [f"[^{number}]: {note}" for note, number in self._numbers.items()]

    def _number(self, note: str) -> int:
        return self._numbers.setdefault(note, len(self._numbers) + 1)

    def _place(self, cite: Citing) -> str:
        """¶4.1 · the article · claimed · deepseek 1.0.0, sha256:0123456789ab."""
        parts = [f"¶{cite.paragraph}.{cite.sentence}"]
        if cite.speaker:
            parts.append(self._reading.speaker(cite.speaker))
        if cite.status:
            parts.append(word(_STATUSES[cite.status], self._reading.language))
        return inline(" · ".join([*parts, self._edition]))

    def _source(self, source: Citation) -> str:
        """Context: “title”, publisher, date, address, how much of it was read."""
        reading, words = self._reading, self._words
        opened, closed = language_of(reading.language).quotes
        title = reading.say(source.title)
        said = [
            words.title_unknown if title == "unknown" else f"{opened}{title}{closed}",
            reading.say(source.publisher),
            words.date_unknown if source.date == "unknown" else reading.date(source.date),
        ]
        before = inline(f"{words.context}{words.colon}{words.comma.join(filter(None, said))}")
        address = autolink(source.url) if source.url else inline(words.address_unknown)
        return words.comma.join([before, address, inline(reading.word(source.seen))])
