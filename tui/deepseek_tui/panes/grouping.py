"""Panes grouped by speaker, paragraph or topic.

An item may be in several groups.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property

from deepseek_tui.i18n.panes import counted
from deepseek_tui.panes.blocks import Block, Bullet, Document, Heading
from deepseek_tui.panes.common_blocks import plain, section
from deepseek_tui.panes.evidence import attribution_text, claim_bullet, speaker
from deepseek_tui.panes.overview import PREFIX
from deepseek_tui.panes.pane import Pane, Row, Section
from deepseek_tui.panes.render_context import RenderContext, places
from deepseek_tui.story.analysis.attribution import attribution
from deepseek_tui.story.format.model import Claim, Evidence


class Grouping(StrEnum):
    """Criterion by which the items of a pane are grouped.

    OWN keeps the pane's own order.
    """

    OWN = "own"
    SPEAKER = "speaker"
    PARAGRAPH = "paragraph"
    TOPIC = "topic"


def groupings(section: Section) -> tuple[Grouping, ...]:
    """Return the groupings of a section, in the order of the key.

    The key `w` goes through them.
    """
    return tuple(grouping for grouping in Grouping if (section, grouping) != (Section.CLAIMS, Grouping.PARAGRAPH))


def groups_of(reading: RenderContext, ref: str, grouping: Grouping) -> list[str]:
    """Return the names of the groups that an item belongs to.

    A group is the id of a speaker or topic, or a paragraph number.
    """
    index = reading.index
    item = index.items.get(ref)
    if grouping is Grouping.SPEAKER:
        return list(attribution(index, ref).speakers)
    if grouping is Grouping.PARAGRAPH:
        found: Sequence[Evidence] = getattr(item, "evidence", ())
        return [str(number) for number in sorted({place.paragraph for place in found})]
    claims = [item] if isinstance(item, Claim) else index.claims_about.get(ref, [])
    return list(dict.fromkeys(claim.topic for claim in claims))


def group_order(reading: RenderContext, grouping: Grouping) -> list[str]:
    """Return every possible group, in the order of the story."""
    story = reading.story
    if grouping is Grouping.SPEAKER:
        return [source.id for source in story.sources]
    if grouping is Grouping.PARAGRAPH:
        return [str(number) for number in range(1, len(story.article.paragraphs) + 1)]
    return [topic.id for topic in story.topics]


def group_title(reading: RenderContext, grouping: Grouping, group: str) -> str:
    """Return the title of a group.

    The group with an empty name holds the ungrouped items.
    """
    words = reading.words.evidence
    if not group:
        return {Grouping.SPEAKER: words.no_speaker, Grouping.TOPIC: words.no_topic}.get(grouping, words.no_paragraph)
    if grouping is Grouping.SPEAKER:
        return speaker(reading, group)
    return f"¶{group}" if grouping is Grouping.PARAGRAPH else reading.name(group)


def claims_by_group(reading: RenderContext, grouping: Grouping) -> dict[str, list[Claim]]:
    """Return the claims of each non-empty group, in reading order."""
    found: dict[str, list[Claim]] = {group: [] for group in group_order(reading, grouping)}
    for claim in reading.story.claims:
        for group in groups_of(reading, claim.id, grouping):
            found[group].append(claim)
    return {group: claims for group, claims in found.items() if claims}


class GroupedPane(Pane):
    """Pane with the items of another pane under group headings."""

    def __init__(self, pane: Pane, reading: RenderContext, grouping: Grouping) -> None:
        self.pane, self.reading, self.lens = pane, reading, grouping
        self.section, self.lines = pane.section, pane.lines
        self.title = reading.words.evidence.by.format(pane.title, reading.words.evidence.lenses[grouping.value])

    @cached_property
    def _rows(self) -> list[tuple[str, int]]:
        """The group of each row, and its row number in the ungrouped pane.

        The number is -1 for a heading.
        """
        groups: dict[str, list[int]] = {group: [] for group in group_order(self.reading, self.lens)}
        for number, key in enumerate(self.pane.keys):
            if key:
                for group in groups_of(self.reading, key, self.lens) or [""]:
                    groups.setdefault(group, []).append(number)
        return [(group, number) for group, found in groups.items() if found for number in (-1, *found)]

    @cached_property
    def _claims(self) -> dict[str, list[Claim]]:
        return claims_by_group(self.reading, self.lens)

    @cached_property
    def keys(self) -> list[str]:
        """The ids of the items, row by row.

        The heading of a group has an empty id.
        """
        return ["" if number < 0 else self.pane.keys[number] for _, number in self._rows]

    def row(self, number: int) -> Row:
        """Return the list row of an item or of a group heading."""
        group, at = self._rows[number]
        reading = self.reading
        if at < 0:
            count = len(self._claims.get(group, ()))
            tail = counted(reading.words.panes.statements, count, reading.language) if group else ""
            return Row(group_title(reading, self.lens, group), tail=tail)
        row, credit = self.pane.row(at), attribution(reading.index, self.pane.keys[at])
        second = " · ".join(filter(None, [attribution_text(reading, credit) if credit.speakers else "", self._place(at)]))
        if self.section is Section.CLAIMS or not second:
            second = row.second  # The second line of a claim already names the claim's status and speaker.
        return Row(row.title, row.lead, row.rail, second, row.tail)

    def _place(self, at: int) -> str:
        item = self.reading.index.items.get(self.pane.keys[at])
        return places(getattr(item, "evidence", ()))

    def document(self, key: str) -> Document:
        """Return the page of an item from the wrapped pane."""
        return self.pane.document(key)

    def places(self, key: str) -> Sequence[Evidence]:
        """Return the evidence of an item from the wrapped pane."""
        return self.pane.places(key)


class GroupsPane(Pane):
    """Pane with one row for each group of the story.

    It replaces the Overview when that is grouped.
    """

    section = Section.OVERVIEW

    def __init__(self, reading: RenderContext, grouping: Grouping) -> None:
        self.reading, self.lens = reading, grouping
        overview = reading.words.panes.titles[Section.OVERVIEW]
        self.title = reading.words.evidence.by.format(overview, reading.words.evidence.lenses[grouping.value])

    @cached_property
    def _claims(self) -> dict[str, list[Claim]]:
        return claims_by_group(self.reading, self.lens)

    @cached_property
    def keys(self) -> list[str]:
        """The identifiers of the rows, one for each group."""
        return [f"{PREFIX}{self.lens.value}:{group}" for group in self._claims]

    def _group(self, key: str) -> str:
        return key.removeprefix(f"{PREFIX}{self.lens.value}:")

    def row(self, number: int) -> Row:
        """Return a group as a row, with its number of claims.

        The second line is the first claim.
        """
        group = self._group(self.keys[number])
        claims = self._claims[group]
        count = counted(self.reading.words.panes.statements, len(claims), self.reading.language)
        return Row(group_title(self.reading, self.lens, group), second=f"{count} · {self.reading.say(claims[0].text)}")

    def document(self, key: str) -> Document:
        """Return the page of a group: claims, then other items."""
        reading, group = self.reading, self._group(key)
        title = group_title(reading, self.lens, group)
        statements = section(reading.words.panes.claims, (claim_bullet(reading, claim) for claim in self._claims[group]))
        others = section(reading.words.evidence.also_yields, self._others(group))
        return Document(key, title, (Heading(title, 1), *statements, *others))

    def _others(self, group: str) -> Iterator[Block]:
        story, reading = self.reading.story, self.reading
        titles = reading.words.panes.titles
        kinds: tuple[tuple[str, Sequence[object]], ...] = (
            (titles["timeline"], story.events),
            (reading.words.panes.figures, story.figures),
            (titles["players"], story.players),
            (titles["innovations"], story.innovations),
            (titles["questions"], story.questions),
        )
        for kind, items in kinds:
            for item in items:
                ref = str(getattr(item, "id", ""))
                if group in groups_of(reading, ref, self.lens):
                    yield Bullet(plain(reading.name(ref), ref), mark=kind)

    def places(self, key: str) -> Sequence[Evidence]:
        """Return the evidence of the group's claims."""
        return [place for claim in self._claims[self._group(key)] for place in claim.evidence]


def grouped_by(pane: Pane, reading: RenderContext, grouping: Grouping) -> Pane:
    """Return a pane with its items grouped.

    It is the same pane if no grouping is chosen.
    """
    if grouping is Grouping.OWN:
        return pane
    return GroupsPane(reading, grouping) if pane.section is Section.OVERVIEW else GroupedPane(pane, reading, grouping)
