"""An export: an item, a section or the whole story as one text, with the name of the file to keep it in."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from deepseek_tui.panes.annotations import NOTHING_MINE, Annotations
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.render.selection import Selection
from deepseek_tui.render.writers import DEFAULT_FORMAT, WRITERS, Writer, Written
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
    format: str = DEFAULT_FORMAT

    def __post_init__(self) -> None:
        mine = self.reading.mine._replace(passed_on=True)
        object.__setattr__(self, "reading", replace(self.reading, mine=mine))  # frozen, and not yet anybody's
        _ = self.part  # raises where there is none

    @property
    def writer(self) -> Writer:
        """The writer of the format."""
        return WRITERS[self.format]

    @cached_property
    def part(self) -> Selection:
        """The part of the story that is exported."""
        return Selection(self.reading, self.what)

    @classmethod
    def of(
        cls,
        story: Story,
        language: str,
        what: str = ALL,
        *,
        format: str = DEFAULT_FORMAT,
        context: bool = True,
        mine: Annotations = NOTHING_MINE,
    ) -> "Export":
        """An export from a story, where there is no reading yet."""
        return cls(RenderContext.of(story, language, context=context, mine=mine), what, format)

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
        return f"{self.story.id}-{part}.{self.reading.language}.{self.writer.ending}"

    @cached_property
    def written(self) -> Written:
        """The export, with what stands before its text apart."""
        return self.writer.write(self.part)

    @property
    def text(self) -> str:
        """The whole text."""
        return self.written.text

    @property
    def data(self) -> bytes:
        """The text as a file holds it."""
        return self.text.encode("utf-8")
