"""Footnotes for cited sentences and outside sources.

They are numbered in the order of first use.
"""

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
    """The footnotes of one export, collected while it is written."""

    def __init__(self, reading: RenderContext) -> None:
        self._reading = reading
        self._words = reading.words.export
        self._numbers: dict[str, int] = {}
        """The number of each footnote by its text, so that equal ones are shared."""
        story = reading.story
        self._edition = f"{story.id} {reading.say(story.edition.version)}, sha256:{digest(story)[:SHORT_LENGTH]}"
        """The story, edition and digest in each citation, which distinguish it from a citation of another edition."""

    def refer(self, proof: Support) -> str:
        """Return references to the footnotes for some evidence.

        The result is empty without evidence.
        """
        notes = dict.fromkeys([*map(self._place, proof.cites), *map(self._source, proof.sources)])
        return "".join(f"[^{self._number(note)}]" for note in notes)

    def definitions(self) -> list[str]:
        """Return the definitions of all referenced footnotes, in order."""
        return [f"[^{number}]: {note}" for note, number in self._numbers.items()]

    def _number(self, note: str) -> int:
        return self._numbers.setdefault(note, len(self._numbers) + 1)

    def _place(self, cite: Citing) -> str:
        """Return the footnote of a cited sentence.

        An example is "¶4.1 · The article · status · edition and digest".
        """
        parts = [f"¶{cite.paragraph}.{cite.sentence}"]
        if cite.speaker:
            parts.append(self._reading.speaker(cite.speaker))
        if cite.status:
            parts.append(word(_STATUSES[cite.status], self._reading.language))
        return inline(" · ".join([*parts, self._edition]))

    def _source(self, source: Citation) -> str:
        """Return the footnote of an outside source.

        It has title, publisher, date, address and extent read.
        """
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
        return words.comma.join([before, address, inline(reading.word(source.read))])
