"""The definition of the story format, as frozen pydantic models.

The JSON Schema is generated from these classes, so an author reads their docstrings and descriptions in an editor.
References between items are strings marked with `Refers`. `story.loading.integrity` checks that they exist, and every
other rule that concerns more than one field.
"""

import re
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, StrictFloat, StrictInt

from deepseek_tui.story.format.addresses import safe_address
from deepseek_tui.story.format.edtf import validated
from deepseek_tui.story.format.text import Language, Text, Words
from deepseek_tui.story.format.vocabulary import (
    Bound,
    Certainty,
    LabName,
    LinkKind,
    Origin,
    PathLength,
    Phase,
    PlayerKind,
    QuestionStatus,
    ReadExtent,
    Relation,
    SourceKind,
    Stake,
    Status,
)


class Refers(NamedTuple):
    """Marker of a string that is the id of an item.

    It names the lists that may hold the item.
    """

    to: tuple[str, ...] = ()
    """The lists that may hold the item, empty for any list."""


SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
MAX_ID_LENGTH = 80
Id = Annotated[str, Field(pattern=SLUG, max_length=MAX_ID_LENGTH, description="A lowercase slug, unique in the story.")]
AnyRef = Annotated[Id, Refers()]
SourceRef = Annotated[Id, Refers(("sources",))]
PlayerRef = Annotated[Id, Refers(("players",))]
EventRef = Annotated[Id, Refers(("events",))]
ClaimRef = Annotated[Id, Refers(("claims",))]
TermRef = Annotated[Id, Refers(("terms",))]
FigureRef = Annotated[Id, Refers(("figures",))]
TopicRef = Annotated[Id, Refers(("topics",))]
SpokenRef = Annotated[Id, Refers(("claims", "notes"))]

Url = Annotated[
    str,
    Field(pattern=r"^https?://[^\s\x00-\x20\x7f-\x9f<>\"]+$", description="An http or https address."),
    AfterValidator(safe_address),
]
Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the normalised text, in hexadecimal.")]
When = Annotated[
    str,
    AfterValidator(validated),
    Field(description="A date in EDTF (ISO 8601-2): 2025-01-10, XXXX-01-10, 2023~, [..2025-12]."),
]
SourceDate = Annotated[When | Literal["unknown"], Field(description="A date in EDTF, or the word unknown.")]
Number = StrictInt | StrictFloat


def is_id(word: str) -> bool:
    """Return whether a string has the form of an item's id."""
    return len(word) <= MAX_ID_LENGTH and re.fullmatch(SLUG, word) is not None


class Model(BaseModel):
    """Base class of models, which are frozen and allow no other keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True)


class Guessable(Model):
    """An object that a program may have guessed."""

    draft: Annotated[StrictBool, Field(description="Guessed by a program, and not yet confirmed by a person.")] = False
    guess: Annotated[Text | None, Field(description="Why the program guessed it.")] = None


class Evidence(Model):
    """A sentence of the article that supports an item."""

    paragraph: Annotated[StrictInt, Field(ge=1, description="The paragraph, counted from 1.")]
    sentence: Annotated[StrictInt, Field(ge=1, description="The sentence in its paragraph, counted from 1.")]
    source: Annotated[SourceRef | None, Field(description="The source that the article names, if any.")] = None


class Citation(Model):
    """A source outside the article."""

    title: Annotated[Text, Field(description="The title as published, or the word unknown.")]
    publisher: Text
    url: Annotated[Url | None, Field(description="Left out where only a copy was read.")] = None
    date: SourceDate
    read: Annotated[ReadExtent, Field(description="How the editor read it.")]


class Passage(Guessable):
    """A few sentences of text, with evidence or outside sources."""

    text: Text
    by: Annotated[Origin, Field(description="Taken from the article, or added by the editor.")] = Origin.ARTICLE
    evidence: Annotated[tuple[Evidence, ...], Field(description="Required for a passage from the article.")] = ()
    sources: Annotated[tuple[Citation, ...], Field(description="The sources of an editor's passage.")] = ()


Background = Annotated[
    tuple[Passage, ...], Field(description="The editor's explanation, with sources for facts from outside the article.")
]


class Edition(Guessable):
    """The edition of the story file."""

    version: Words
    date: When
    by: Text
    licence: Annotated[Text, Field(description="The licence of the story's text.")]
    changes: Annotated[Text, Field(description="The changes since the previous edition.")]


class Paragraph(Model):
    """A paragraph of the article, as fingerprints and possibly as text."""

    fingerprint: Fingerprint
    sentences: Annotated[tuple[Fingerprint, ...], Field(min_length=1, description="The fingerprint of each sentence.")]
    text: Annotated[
        tuple[Words, ...], Field(description="The text of each sentence, if the author has the right to publish it.")
    ] = ()


class Article(Guessable):
    """The news article. Leave out what the article does not state; never guess."""

    language: Language
    title: Text | None = None
    publisher: Text | None = None
    author: Text | None = None
    url: Url | None = None
    published: When | None = None
    paragraphs: Annotated[tuple[Paragraph, ...], Field(min_length=1)]


class Source(Guessable):
    """A speaker: the article, an outlet, person, organisation or unnamed group."""

    id: Id
    name: Text
    kind: SourceKind
    url: Url | None = None
    player: Annotated[PlayerRef | None, Field(description="The player that this speaker is.")] = None
    stake: Annotated[Stake, Field(description="Whether the speaker is an interested party, in the editor's judgement.")] = (
        Stake.UNKNOWN
    )
    interest: Annotated[Text | None, Field(description="What the speaker gains or loses, in the editor's judgement.")] = None


class Topic(Model):
    """A topic under which claims are grouped."""

    id: Id
    name: Text
    draft: Annotated[StrictBool, Field(description="Guessed by a program, and not yet confirmed by a person.")] = False


class Player(Guessable):
    """A person, organisation, product or place."""

    id: Id
    name: Text
    kind: PlayerKind
    role: Annotated[Text, Field(description="The player's part in the story, in one line.")]
    about: Annotated[tuple[Passage, ...], Field(description="What the story says about the player.")] = ()
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1, description="Every sentence that mentions the player.")]


class Event(Guessable):
    """An event that has happened, is ongoing or is planned."""

    id: Id
    title: Text
    body: Text
    phase: Phase
    when: Annotated[When | None, Field(description="Left out where the article gives no date.")] = None
    wording: Annotated[Text | None, Field(description="How the article puts the date, in the editor's words.")] = None
    after: Annotated[tuple[EventRef, ...], Field(description="Events that come before this one.")] = ()
    before: Annotated[tuple[EventRef, ...], Field(description="Events that come after this one.")] = ()
    ordered_by: Annotated[Origin, Field(description="Who says that `after` and `before` hold.")] = Origin.ARTICLE
    players: tuple[PlayerRef, ...] = ()
    background: Background = ()
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]


class Innovation(Guessable):
    """A technical innovation: the problem, the idea, the claimed effect."""

    id: Id
    name: Text
    problem: Passage
    idea: Passage
    effect: Annotated[Passage, Field(description="The effect that the article or its sources claim.")]
    caveat: Annotated[Text | None, Field(description="The editor's caveat about the effect.")] = None
    background: Background = ()
    claims: Annotated[tuple[ClaimRef, ...], Field(description="The claims that support it.")] = ()
    figures: tuple[FigureRef, ...] = ()
    terms: tuple[TermRef, ...] = ()
    lab: Annotated[LabName | None, Field(description="The demonstration that accompanies it.")] = None
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]


class Question(Guessable):
    """An open question of the story."""

    id: Id
    question: Text
    asked_by: Origin
    status: QuestionStatus
    why: Annotated[Text, Field(description="Why it matters.")]
    known: Annotated[Text, Field(description="What is known so far, in one line, from the article and the notes.")]
    settle: Annotated[Text, Field(description="What would answer it.")]
    watch: Annotated[Text | None, Field(description="What to watch in the meantime.")] = None
    supports: Annotated[tuple[SpokenRef, ...], Field(description="Claims and notes in favour of a yes.")] = ()
    opposes: Annotated[tuple[SpokenRef, ...], Field(description="Claims and notes against a yes.")] = ()
    informs: Annotated[
        tuple[SpokenRef, ...],
        Field(description="Claims and notes that bear on it without a yes or a no."),
    ] = ()
    lab: Annotated[LabName | None, Field(description="The demonstration that accompanies it.")] = None
    background: Background = ()
    evidence: Annotated[tuple[Evidence, ...], Field(description="The sentences that ask it or raise it.")]


class Quote(Model):
    """A quotation as printed, with the editor's translation."""

    text: Annotated[Words, Field(description="The words as printed, without their quotation marks.")]
    language: Annotated[Language, Field(description="The language of the printed words.")]
    translation: Annotated[dict[Language, Words], Field(description="The editor's translation, by language.")] = {}


class Claim(Guessable):
    """One statement of the article, and its speaker."""

    id: Id
    text: Text
    status: Status
    certainty: Certainty
    speaker: SourceRef
    topic: TopicRef
    about: Annotated[tuple[AnyRef, ...], Field(description="The items that the claim is about.")] = ()
    inferred: Annotated[
        StrictBool, Field(description="Inferred by the editor from the sentence, which does not state it.")
    ] = False
    lab: Annotated[LabName | None, Field(description="The demonstration that accompanies it.")] = None
    quote: Quote | None = None
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]


class Comparison(Model):
    """Whether two figures may be compared, and with which caveat."""

    figure: FigureRef
    allowed: StrictBool
    caveat: Annotated[Text, Field(description="The limits of the comparison, or why it is not allowed.")]


class Figure(Guessable):
    """A number with its bound, unit and speaker."""

    id: Id
    label: Text
    value: Number
    bound: Bound
    unit: Text
    scope: Annotated[Text, Field(description="What is counted, and where.")]
    quantity: Annotated[Id, Field(description="Figures that measure the same thing share this id.")]
    phase: Annotated[Phase, Field(description="Whether the figure is past, present, or planned.")]
    when: When | None = None
    wording: Annotated[Text | None, Field(description="How the article puts the date, in the editor's words.")] = None
    speaker: SourceRef
    caveat: Annotated[Text | None, Field(description="A caveat shown with the figure everywhere.")] = None
    comparisons: tuple[Comparison, ...] = ()
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]


class Term(Guessable):
    """A technical term, defined by the editor."""

    id: Id
    word: Text
    definition: Text
    evidence: Annotated[tuple[Evidence, ...], Field(description="The sentences that use the term, if any.")] = ()
    sources: tuple[Citation, ...] = ()


class Note(Guessable):
    """A context note: one fact from outside the article, with sources."""

    id: Id
    on: Annotated[tuple[AnyRef, ...], Field(min_length=1, description="The items that the note concerns.")]
    relation: Relation
    text: Text
    when: Annotated[When | None, Field(description="The date of the fact, where known.")] = None
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]


class Link(Guessable):
    """A relation between two items of the story."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: Id
    from_: Annotated[AnyRef, Field(alias="from")]
    to: AnyRef
    kind: LinkKind
    text: Annotated[Text | None, Field(description="The relation, in one sentence.")] = None
    by: Annotated[Origin, Field(description="Drawn by the article, or by the editor.")] = Origin.ARTICLE
    evidence: tuple[Evidence, ...] = ()


class ReadingPath(Model):
    """A selection of items in the order in which to read them."""

    length: PathLength
    items: Annotated[tuple[AnyRef, ...], Field(min_length=1)]


class Story(Guessable):
    """A news story: what an article says, item by item.

    `draft` marks its title and its identity line.
    """

    schema_: Annotated[str | None, Field(alias="$schema", description="The JSON Schema of this file, for editors.")] = None
    format: Literal["deepseek-tui/story"]
    version: Annotated[Literal[1], Field(description="The version of the format.")]
    id: Id
    languages: Annotated[tuple[Language, ...], Field(min_length=1, description="Every language of the story's prose.")]
    title: Text
    identity: Annotated[Text, Field(description="Who and what, in one line, for a reader who knows nothing.")]
    summary: Annotated[tuple[Passage, ...], Field(min_length=1, description="What happened, in about three sentences.")]
    reading_paths: tuple[ReadingPath, ...] = ()
    edition: Edition
    article: Article
    sources: tuple[Source, ...]
    topics: tuple[Topic, ...] = ()
    players: tuple[Player, ...] = ()
    events: tuple[Event, ...] = ()
    innovations: tuple[Innovation, ...] = ()
    questions: tuple[Question, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    terms: tuple[Term, ...] = ()
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
