"""An export: an item, a section or the whole story as one Markdown text, with the name of the file to keep it in."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from deepseek_tui import __version__
from deepseek_tui.export.loose import loose
from deepseek_tui.export.markdown import Markdown, front_matter
from deepseek_tui.panes.blocks import Document
from deepseek_tui.panes.catalogue import pane_of, section_of
from deepseek_tui.panes.overview import PREFIX
from deepseek_tui.panes.pane import Section
from deepseek_tui.panes.reading import Reading
from deepseek_tui.story.digest import digest
from deepseek_tui.story.model import Story

ALL = "all"
"""Names the whole story."""

_TWICE = (f"{PREFIX}sources", f"{PREFIX}terms")
"""Blocks of the Overview that an export of the whole story says again, at more length, as sections."""


class UnknownPartError(LookupError):
    """The story has no section, no item and no block of the Overview by this name."""

    def __init__(self, name: str, nearest: tuple[str, ...]) -> None:
        self.name = name
        self.nearest = nearest
        super().__init__(f"no section and no item called {name!r}")


@dataclass(frozen=True)
class Export:
    """What is exported; `what` names a section, an item or a block of the Overview by its key, or `all`.

    Everything is made when it is asked for: the text of a large story takes a while, its file name does not.
    The same story, language and choice give the same text. Raises UnknownPartError.
    """

    reading: Reading
    what: str = ALL

    def __post_init__(self) -> None:
        if not (self.what == ALL or self.section is not None or self._loose is not None):
            raise UnknownPartError(self.what, nearest(self.reading, self.what))

    @classmethod
    def of(cls, story: Story, language: str, what: str = ALL, *, context: bool = True) -> "Export":
        """An export from a story, where there is no reading yet."""
        return cls(Reading.of(story, language, context=context), what)

    @property
    def story(self) -> Story:
        """The story that is exported."""
        return self.reading.story

    @property
    def is_item(self) -> bool:
        """Whether it is one item, or one block of the Overview."""
        return self.what != ALL and self.what not in set(Section)

    @cached_property
    def section(self) -> Section | None:
        """The section that is exported, or that shows the item; none for the whole story and for loose items."""
        if self.what in set(Section):
            return Section(self.what)
        if self.what.startswith(PREFIX):
            return Section.OVERVIEW if self.what in pane_of(Section.OVERVIEW, self.reading).keys else None
        return section_of(self.what, self.reading)

    @cached_property
    def title(self) -> str:
        """The title of the story, the section or the item."""
        if self.what == ALL:
            return self.reading.say(self.story.title)
        return self._document.title if self.is_item else pane_of(Section(self.what), self.reading).title

    @property
    def file_name(self) -> str:
        """A name for the file: deepseek-timeline.en.md; plain letters, digits and hyphens, whatever the story holds."""
        part = re.sub(r"[^a-z0-9]+", "-", self.what.lower()).strip("-")
        return f"{self.story.id}-{part}.{self.reading.language}.md"

    @cached_property
    def text(self) -> str:
        """The Markdown, from front matter to footnotes."""
        body = Markdown(self.reading)
        if self.what == ALL:
            body.heading(self.title, 1)
            for section in Section:
                body.pane(pane_of(section, self.reading), 2, without=_TWICE)
        elif self.is_item:
            body.document(self._document, 1)
        else:
            body.pane(pane_of(Section(self.what), self.reading), 1)
        return front_matter(self._front) + body.text()

    @property
    def data(self) -> bytes:
        """The text as a file holds it."""
        return self.text.encode("utf-8")

    @property
    def _front(self) -> dict[str, str | bool]:
        say, edition = self.reading.say, self.story.edition
        fields: dict[str, str | bool] = {
            "title": self.title,
            "story": self.story.id,
            "edition": say(edition.version),
            "date": edition.date,
            "sha256": digest(self.story),
            "licence": say(edition.licence),
            "language": self.reading.language,
            "section": self.section.value if self.section else ALL,
        }
        if self.is_item:
            fields["item"] = self.what
        return fields | {"context": self.reading.context, "generator": f"deepseek-tui {__version__}"}

    @cached_property
    def _document(self) -> Document:
        if self.section is not None:
            return pane_of(self.section, self.reading).document(self.what)
        if self._loose is None:
            raise KeyError(self.what)
        return self._loose

    @cached_property
    def _loose(self) -> Document | None:
        item = self.reading.index.items.get(self.what)
        return None if item is None else loose(self.reading, item)


def nearest(reading: Reading, name: str) -> tuple[str, ...]:
    """Names of sections and items that somebody who wrote this name may have meant, the likeliest first."""
    names = [ALL, *(section.value for section in Section), *reading.index.items]
    wanted = name.lower()
    within = [known for known in names if len(wanted) > 2 and wanted in known]
    return tuple(dict.fromkeys([*get_close_matches(wanted, names, n=3), *within]))[:3]
