"""Selection of a part of a story by its name.

The name is that of a section or an item, or "all".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from deepseek_tui.i18n.export import ExportWords
from deepseek_tui.panes.blocks import Document
from deepseek_tui.panes.catalogue import pane_of, section_of, standalone_document
from deepseek_tui.panes.overview import PREFIX
from deepseek_tui.panes.pane import Pane, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.sections import ALL, RESERVED
from deepseek_tui.story.format.text import harmless

REPEATED_BLOCKS = {Section.OVERVIEW: (f"{PREFIX}sources", f"{PREFIX}terms", f"{PREFIX}mine")}
"""Parts of the Overview that are left out of the whole story, because it has them as sections."""


class UnknownSelectionError(LookupError):
    """Raised for a name of no section, item or Overview part."""

    def __init__(self, name: str, nearest: tuple[str, ...]) -> None:
        self.name = name
        self.nearest = nearest
        super().__init__(f"no section and no item called {name!r}")

    def message(self, words: ExportWords) -> str:
        """Return the error message, with similar names as suggestions."""
        hint = words.nearest if self.nearest else words.parts
        names = words.comma.join(self.nearest or RESERVED)
        return f"{words.no_such_part.format(name=harmless(self.name))} {hint.format(names=names)}"


def sections(reading: RenderContext) -> Iterator[Pane]:
    """Return the panes of the whole story.

    Annotations are included if there are any.
    """
    for section in Section:
        pane = pane_of(section, reading)
        if section is not Section.MINE or pane.keys:
            yield pane


@dataclass(frozen=True)
class Selection:
    """A part of a story, selected by its name.

    Raises UnknownSelectionError for an unknown name.
    """

    reading: RenderContext
    name: str = ALL

    def __post_init__(self) -> None:
        if not (self.name == ALL or self.section is not None or self._loose is not None):
            raise UnknownSelectionError(self.name, nearest(self.reading, self.name))

    @property
    def is_item(self) -> bool:
        """Whether the selection is one item or one part of the Overview."""
        return self.name != ALL and self.name not in set(Section)

    @cached_property
    def section(self) -> Section | None:
        """The selected section, or that of the selected item.

        It is None for the whole story and for items without a row in any list.
        """
        if self.name in set(Section):
            return Section(self.name)
        if self.name.startswith(PREFIX):
            return Section.OVERVIEW if self.name in pane_of(Section.OVERVIEW, self.reading).keys else None
        return section_of(self.name, self.reading)

    @cached_property
    def title(self) -> str:
        """The title of the selected story, section or item."""
        if self.name == ALL:
            return self.reading.say(self.reading.story.title)
        return self.document.title if self.is_item else pane_of(Section(self.name), self.reading).title

    @cached_property
    def document(self) -> Document:
        """The page of the selected item."""
        if self.section is not None:
            return pane_of(self.section, self.reading).document(self.name)
        if self._loose is None:
            raise KeyError(self.name)
        return self._loose

    @property
    def has_mine(self) -> bool:
        """Whether the selection contains annotations of the reader."""
        marks = self.reading.mine.marks
        if self.name == ALL:
            return bool(marks)
        keys = (self.name,) if self.is_item else pane_of(Section(self.name), self.reading).keys
        return bool(marks) and (f"{PREFIX}mine" in keys or any(key in marks for key in keys))

    @cached_property
    def _loose(self) -> Document | None:
        item = self.reading.index.items.get(self.name)
        return None if item is None else standalone_document(self.reading, item)


def nearest(reading: RenderContext, name: str) -> tuple[str, ...]:
    """Return the names of sections and items most similar to a name.

    The best match comes first.
    """
    names = [ALL, *Section, *reading.index.items]
    wanted = name.lower()
    within = [known for known in names if len(wanted) > 2 and wanted in known]
    return tuple(dict.fromkeys([*get_close_matches(wanted, names, n=3), *within]))[:3]
