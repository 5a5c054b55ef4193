"""An export: an item, a section or the whole story as one Markdown text, with the name of the file to keep it in."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from deepseek_tui import __version__
from deepseek_tui.panes.annotations import NOTHING_MINE, Annotations
from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.pane import Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.render.markdown import Markdown, front_matter
from deepseek_tui.render.selection import TWICE, Selection, sections
from deepseek_tui.story.analysis.digest import digest
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.format.sections import ALL


@dataclass(frozen=True)
class Export:
    """What is exported; `what` names a section, an item or a block of the Overview by its key, or `all`.

    Everything is made when it is asked for: the text of a large story takes a while, its file name does not.
    The same story, language and choice give the same text. Raises UnknownPartError.
    """

    reading: RenderContext
    what: str = ALL

    def __post_init__(self) -> None:
        mine = self.reading.mine._replace(passed_on=True)
        object.__setattr__(self, "reading", replace(self.reading, mine=mine))  # frozen, and not yet anybody's
        _ = self.part  # raises where there is none

    @cached_property
    def part(self) -> Selection:
        """The part of the story that is exported."""
        return Selection(self.reading, self.what)

    @classmethod
    def of(
        cls, story: Story, language: str, what: str = ALL, *, context: bool = True, mine: Annotations = NOTHING_MINE
    ) -> "Export":
        """An export from a story, where there is no reading yet."""
        return cls(RenderContext.of(story, language, context=context, mine=mine), what)

    @property
    def story(self) -> Story:
        """The story that is exported."""
        return self.reading.story

    @property
    def title(self) -> str:
        """The title of the story, the section or the item."""
        return self.part.title

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
            for pane in sections(self.reading):
                body.pane(pane, 2, without=TWICE.get(pane.section, ()))
        elif self.part.is_item:
            body.document(self.part.document, 1)
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
            "section": self.part.section.value if self.part.section else ALL,
        }
        if self.part.is_item:
            fields["item"] = self.what
        told = {"context": self.reading.context, "mine": self.part.has_mine}
        return fields | told | {"generator": f"deepseek-tui {__version__}"}
