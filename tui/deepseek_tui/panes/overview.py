"""Overview pane: summary, figures, timeline, contested claims and more."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Protocol

from deepseek_tui.i18n.panes import counted
from deepseek_tui.panes.annotation_blocks import annotation_blocks, annotation_bullets
from deepseek_tui.panes.annotations_pane import AnnotationsPane
from deepseek_tui.panes.blocks import (
    INTERFACE,
    Bar,
    Bars,
    BarStyle,
    Block,
    Bullet,
    Document,
    Heading,
    Para,
    Role,
    Span,
)
from deepseek_tui.panes.claim_counts import article_only_count, status_counts
from deepseek_tui.panes.common_blocks import amount, figure_fields, notes, plain, repeated, section, unconfirmed, value
from deepseek_tui.panes.edition import edition_blocks, edition_version
from deepseek_tui.panes.glossary import SourcesPane, TermsPane
from deepseek_tui.panes.ledger import ledger, ratios
from deepseek_tui.panes.pane import Pane, Row, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.tensions import contradictions, qualifications, tension_list
from deepseek_tui.panes.timeline import strip
from deepseek_tui.story.format.model import Evidence, Figure, Passage, Question
from deepseek_tui.story.format.vocabulary import Bound, Origin, Phase, QuestionStatus

PREFIX = "overview:"
"""The prefix of the key of each part; ids have no colon, so that keys and ids differ."""
STORY_BLOCKS = (f"{PREFIX}glance", f"{PREFIX}edition")
"""The searchable parts whose text belongs to no item: the summary and the edition."""


def comparable_figures(reading: RenderContext) -> list[Figure]:
    """Return the figures of the most frequent quantity.

    Return none if there is only one figure.
    """
    quantities = Counter(figure.quantity for figure in reading.story.figures)
    if not quantities:
        return []
    quantity, count = quantities.most_common(1)[0]
    return [figure for figure in reading.story.figures if figure.quantity == quantity] if count > 1 else []


def bar_style(figure: Figure) -> BarStyle:
    """Return the style of a figure's bar in a chart.

    It is dashed if planned, and open if a bound.
    """
    if figure.phase is Phase.PLANNED:
        return BarStyle.DASHED
    return BarStyle.OPEN if figure.bound in (Bound.LESS_THAN, Bound.MORE_THAN) else BarStyle.SOLID


def bars(reading: RenderContext) -> Bars | None:
    """Return a chart of the comparable figures, with its caveats."""
    figures = comparable_figures(reading)
    longest = max((float(figure.value) for figure in figures), default=0.0)
    if longest <= 0:
        return None
    ids = {figure.id for figure in figures}
    drawn = tuple(
        Bar(
            reading.say(figure.label),
            _value(reading, figure),
            max(0.0, float(figure.value) / longest),
            bar_style(figure),
            reading.proof(figure.evidence),
            figure.id,
            (amount(reading, figure), value(reading, figure)),
        )
        for figure in figures
    )
    pairs: dict[frozenset[str], str] = {}
    for figure in figures:
        for comparison in figure.comparisons:
            if comparison.allowed and comparison.figure in ids:
                pairs.setdefault(frozenset((figure.id, comparison.figure)), reading.say(comparison.caveat))
    return Bars(drawn, reading.words.panes.article_compares, tuple(dict.fromkeys(pairs.values())))


def _drawn(reading: RenderContext) -> Iterator[Bars]:
    drawn = bars(reading)
    if drawn:
        yield drawn


def _value(reading: RenderContext, figure: Figure) -> str:
    when = reading.date(figure.when) if figure.when else ""
    return ", ".join(filter(None, [amount(reading, figure), when]))


class Cited(Protocol):
    """Protocol of objects that cite sentences of the article."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The sentences of the article that support the object."""


class OverviewPane(Pane):
    """Overview pane, with one row for each part such as the summary."""

    section = Section.OVERVIEW

    def __init__(self, reading: RenderContext) -> None:
        self.reading = reading
        self.title = reading.words.panes.titles[self.section]

    @cached_property
    def _blocks(self) -> dict[str, tuple[Callable[[], tuple[Block, ...]], Callable[[], str], str]]:
        """The content, digest and title of each part, by key.

        The digest is one line.
        """
        words, story = self.reading.words.panes, self.reading.story
        found = {"glance": (self._glance, self._gist, words.glance)}
        if story.figures:
            found["figures"] = (self._figures, self._biggest, words.figures)
        if story.events:
            found["order"] = (self._order, self._span, words.strip)
        if story.claims:
            found["contested"] = (self._contested, self._tension, words.contested)
        if story.questions:
            found["unknown"] = (self._unknown, self._open, words.unknown)
        found["sources"] = (self._sources, self._voices, words.sources)
        if story.terms:
            found["terms"] = (self._terms, self._vocabulary, words.terms)
        if story.reading_paths:
            found["paths"] = (self._paths, self._path_lengths, words.paths)
        if self.reading.mine.marks:
            found["mine"] = (self._mine, lambda: AnnotationsPane(self.reading).digest, AnnotationsPane(self.reading).title)
        found["edition"] = (lambda: edition_blocks(self.reading), lambda: edition_version(self.reading), words.edition)
        return {PREFIX + key: value for key, value in found.items()}

    @cached_property
    def keys(self) -> list[str]:
        """The keys of the parts of the Overview."""
        return list(self._blocks)

    def row(self, number: int) -> Row:
        """Return a part of the Overview as a row with a title.

        The digest is one line.
        """
        _, digest, title = self._blocks[self.keys[number]]
        return Row(title, second=digest())

    def document(self, key: str) -> Document:
        """Return the page of a part of the Overview."""
        blocks, _, title = self._blocks[key]
        if key == self.keys[0]:  # The summary needs the whole width, and is shown without a title.
            return Document(key, title, blocks(), annotation_blocks(self.reading, key) + self._beside())
        return Document(key, title, (Heading(title, 1), *blocks()), annotation_blocks(self.reading, key))

    def places(self, key: str) -> Sequence[Evidence]:
        """Return the evidence of all items in a part of the Overview."""
        story = self.reading.story
        tense = {*self._contested_claims, *self._qualified_claims}
        items: dict[str, Sequence[Cited]] = {
            "glance": story.summary,
            "figures": story.figures,
            "order": story.events,
            "contested": [claim for claim in story.claims if claim.id in tense],
            "unknown": story.questions,
            "sources": story.claims,
            "terms": story.terms,
            "paths": story.claims,
        }
        return [place for item in items.get(key.removeprefix(PREFIX), ()) for place in item.evidence]

    # The following methods write the summary.

    def _gist(self) -> str:
        return self.reading.say(self.reading.story.identity)

    def _glance(self) -> tuple[Block, ...]:
        reading, words = self.reading, self.reading.words.panes
        blocks: list[Block] = [Para((Span(reading.say(reading.story.identity), Role.STRONG),))]
        blocks += unconfirmed(reading, reading.story)
        blocks += self._said(reading.story.summary[0])
        blocks += repeated(reading, words.biggest, _drawn(reading))
        asked = [question for question in self._open_questions() if question.asked_by is Origin.ARTICLE]
        blocks += repeated(reading, words.left_open, (self._question(question) for question in asked[:3]))
        blocks += section(words.in_short, (block for said in reading.story.summary[1:] for block in self._said(said)))
        return tuple(blocks)

    def _beside(self) -> tuple[Block, ...]:
        """Return the side column of the summary.

        It has the certainty of the claims, and the timeline.
        """
        reading, words = self.reading, self.reading.words.panes
        if reading.own_words:
            return ()
        drawn = [strip(reading, whole=False)] if reading.story.events else []
        return section(
            words.how_sure,
            [status_counts(reading, self._contested_claims, self._qualified_claims), article_only_count(reading)],
        ) + section(words.strip, drawn)

    def _said(self, said: Passage) -> tuple[Block, ...]:
        text = Para(plain(self.reading.say(said.text)), self.reading.passage_proof(said), context=said.by is Origin.EDITOR)
        return (text, *unconfirmed(self.reading, said))

    @cached_property
    def _contested_claims(self) -> list[str]:
        return [claim.id for claim in self.reading.story.claims if contradictions(self.reading, claim.id)]

    @cached_property
    def _qualified_claims(self) -> list[str]:
        return [claim.id for claim in self.reading.story.claims if qualifications(self.reading, claim.id)]

    # The following methods write the other parts of the Overview.

    def _biggest(self) -> str:
        figures = self.reading.story.figures
        largest = max(figures, key=lambda figure: float(figure.value))
        return self.reading.words.panes.labelled.format(self.reading.say(largest.label), amount(self.reading, largest))

    def _figures(self) -> tuple[Block, ...]:
        reading = self.reading
        blocks: list[Block] = [] if reading.own_words else [*_drawn(reading), *ledger(reading), *ratios(reading)]
        for figure in reading.story.figures:
            blocks += [Heading(reading.say(figure.label)), *figure_fields(reading, figure)]
            blocks += (block for block in notes(reading, figure.id) if isinstance(block, Bullet))
        return tuple(blocks)

    def _span(self) -> str:
        words, events = self.reading.words.panes, self.reading.story.events
        undated = sum(event.when is None for event in events)
        return counted(words.count_events, len(events), self.reading.language) + words.of_them_undated.format(undated)

    def _order(self) -> tuple[Block, ...]:
        return () if self.reading.own_words else (strip(self.reading),)

    def _tension(self) -> str:
        words, language = self.reading.words.panes, self.reading.language
        counts = (words.count_contested, self._contested_claims), (words.count_qualified, self._qualified_claims)
        total = counted(words.statements, len(self.reading.story.claims), language)
        return " · ".join([total, *(counted(forms, len(claims), language) for forms, claims in counts)])

    def _contested(self) -> tuple[Block, ...]:
        if self.reading.own_words:
            return ()
        words, blocks = self.reading.words.panes, list[Block]()
        for title, tensions_of in ((words.contested_items, contradictions), (words.qualified_items, qualifications)):
            none = Para(plain(words.none), of=INTERFACE)
            blocks += section(title, tension_list(self.reading, tensions_of) or [none])
        return tuple(blocks)

    def _open_questions(self) -> list[Question]:
        return [question for question in self.reading.story.questions if question.status is not QuestionStatus.ANSWERED]

    def _open(self) -> str:
        words, found = self.reading.words.panes, self._open_questions()
        partly = sum(question.status is QuestionStatus.ANSWERED_IN_PART for question in found)
        count = counted(words.count_open, len(found) - partly, self.reading.language)
        if partly:
            count += f", {counted(words.count_partly, partly, self.reading.language)}"
        return f"{count} · {self.reading.say(found[0].question)}" if found else count

    def _question(self, question: Question) -> Bullet:
        return Bullet(plain(self.reading.say(question.question), question.id), self.reading.proof(question.evidence))

    def _unknown(self) -> tuple[Block, ...]:
        words, found = self.reading.words.panes, list[Block]()
        for asker in Origin:
            asked = (self._question(question) for question in self._open_questions() if question.asked_by is asker)
            found += repeated(self.reading, words.asked_by[asker.value], asked)
        return tuple(found)

    def _voices(self) -> str:
        return ", ".join(self.reading.say(source.name) for source in self.reading.story.sources)

    def _sources(self) -> tuple[Block, ...]:
        sources = SourcesPane(self.reading)
        return tuple(block for key in sources.keys for block in (Heading(self.reading.name(key)), *sources.summary(key)))

    def _vocabulary(self) -> str:
        return ", ".join(self.reading.say(term.word) for term in self.reading.story.terms)

    def _terms(self) -> tuple[Block, ...]:
        terms = TermsPane(self.reading)
        return tuple(block for key in terms.keys for block in (Heading(self.reading.name(key)), terms.definition(key)))

    def _path_lengths(self) -> str:
        return " · ".join(self.reading.word(path.length) for path in self.reading.story.reading_paths)

    def _paths(self) -> tuple[Block, ...]:
        """Return the items of each reading path, in reading order."""
        found: list[Block] = []
        for path in self.reading.story.reading_paths:
            shown = (ref for ref in path.items if self.reading.context or self.reading.index.list_of[ref] != "notes")
            items = (Bullet(plain(self.reading.name(ref), ref)) for ref in shown)
            found += repeated(self.reading, self.reading.word(path.length).capitalize(), items)
        return tuple(found)

    def _mine(self) -> tuple[Block, ...]:
        """Return all annotations, each below the title of its item."""
        marks, found = AnnotationsPane(self.reading), list[Block]()
        for number, key in enumerate(marks.keys):
            if key:
                ref = key if key in self.reading.index.items or key.startswith(PREFIX) else ""
                found.append(Para((Span(marks.row(number).title, Role.STRONG, ref),)))
                found += annotation_bullets(self.reading, self.reading.mine.marks[key])
            else:
                found.append(Heading(marks.row(number).title))
        return tuple(found)
