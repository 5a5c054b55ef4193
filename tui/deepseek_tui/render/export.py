"""Export of a story or a part of it, and its name."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from deepseek_tui.panes.annotations import NO_ANNOTATIONS, Annotations
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.render.selection import Selection
from deepseek_tui.render.writers import DEFAULT_FORMAT, WRITERS, Writer, Written
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.format.sections import ALL


@dataclass(frozen=True)
class Export:
    """Export of a story or of a part of it.

    The part is a section, an item or a part of the Overview. The text is built on demand, since that of a large story
    takes a while. The same story, language and selection give the same text. Raises UnknownSelectionError.
    """

    reading: RenderContext
    what: str = ALL
    format: str = DEFAULT_FORMAT

    def __post_init__(self) -> None:
        mine = self.reading.mine._replace(passed_on=True)
        # The assignment bypasses the frozen dataclass.
        object.__setattr__(self, "reading", replace(self.reading, mine=mine))
        _ = self.part  # Evaluating the part raises UnknownSelectionError for an unknown name.

    @property
    def writer(self) -> Writer:
        """The writer for the chosen export format."""
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
        mine: Annotations = NO_ANNOTATIONS,
    ) -> "Export":
        """Create an export of a story and its display options."""
        return cls(RenderContext.of(story, language, context=context, mine=mine), what, format)

    @property
    def story(self) -> Story:
        """The exported story."""
        return self.reading.story

    @property
    def title(self) -> str:
        """The title of the exported story, section or item."""
        return self.part.title

    @property
    def file_name(self) -> str:
        """The suggested file name, such as deepseek-timeline.en.md."""
        part = re.sub(r"[^a-z0-9]+", "-", self.what.lower()).strip("-")
        return f"{self.story.id}-{part}.{self.reading.language}.{self.writer.ending}"

    @cached_property
    def written(self) -> Written:
        """The rendered export, with its front matter separate."""
        return self.writer.write(self.part)

    @property
    def text(self) -> str:
        """The whole exported text, including the front matter."""
        return self.written.text

    @property
    def data(self) -> bytes:
        """The exported text, encoded in UTF-8."""
        return self.text.encode("utf-8")
