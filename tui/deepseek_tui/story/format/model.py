"""The objects that a story file holds, as frozen pydantic models: the one definition of the format.

The JSON Schema is made from these classes, so that their docstrings and descriptions are what an author reads
in an editor. References between items are strings marked with `Refers`; that they exist, and all else that no
single field can know, is looked at in `integrity`.
"""

from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, StrictFloat, StrictInt

from deepseek_tui.story.format.addresses import written
from deepseek_tui.story.format.edtf import checked
from deepseek_tui.story.format.text import Language, Text, Words
from deepseek_tui.story.format.vocabulary import (
    Asker,
    Bound,
    Certainty,
    LabName,
    LinkKind,
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
    """Marks a string as the id of an item in one of these lists of the story; in any list where none is named."""

    to: tuple[str, ...] = ()


SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
Id = Annotated[str, Field(pattern=SLUG, max_length=80, description="A lowercase slug, unique in the story.")]
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
    AfterValidator(written),
]
Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the normalised text, in hexadecimal.")]
When = Annotated[
    str,
    AfterValidator(checked),
    Field(description="A date in EDTF (ISO 8601-2): 2025-01-10, XXXX-01-10, 2023~, [..2025-12]."),
]
SourceDate = Annotated[When | Literal["unknown"], Field(description="A date in EDTF, or the word unknown.")]
Number = StrictInt | StrictFloat


class Model(BaseModel):
    """Frozen, and closed to keys that the format does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True)


class Evidence(Model):
    """Where the article says it."""

    paragraph: Annotated[StrictInt, Field(ge=1, description="The paragraph, counted from 1.")]
    sentence: Annotated[StrictInt, Field(ge=1, description="The sentence in its paragraph, counted from 1.")]
    source: Annotated[SourceRef | None, Field(description="The source that the article itself names for it, if any.")] = None


class Citation(Model):
    """A source outside the article."""

    title: Annotated[Text, Field(description="The title as published, or the word unknown.")]
    publisher: Text
    url: Annotated[Url | None, Field(description="Left out where the text was read only in a reprint.")] = None
    date: SourceDate
    seen: ReadExtent


class Passage(Model):
    """A few sentences and where they come from."""

    text: Text
    by: Annotated[Asker, Field(description="Taken from the article, or added by the editor.")] = Asker.ARTICLE
    evidence: Annotated[tuple[Evidence, ...], Field(description="Needed where it is taken from the article.")] = ()
    sources: Annotated[tuple[Citation, ...], Field(description="What an editor's passage rests on.")] = ()


class Edition(Model):
    """Which edition of the story file this is."""

    version: Words
    date: When
    by: Text
    licence: Annotated[Text, Field(description="The licence of the story's text.")]
    changes: Annotated[Text, Field(description="What changed since the edition before.")]


class Paragraph(Model):
    """One paragraph of the article, as fingerprints only."""

    fingerprint: Fingerprint
    sentences: Annotated[tuple[Fingerprint, ...], Field(min_length=1)]


class Article(Model):
    """The article the story tells. What the article does not state is left out, never guessed."""

    language: Language
    title: Text | None = None
    publisher: Text | None = None
    author: Text | None = None
    url: Url | None = None
    published: When | None = None
    paragraphs: Annotated[tuple[Paragraph, ...], Field(min_length=1)]


class Source(Model):
    """Somebody the story cites as a speaker."""

    id: Id
    name: Text
    kind: SourceKind
    url: Url | None = None
    player: Annotated[PlayerRef | None, Field(description="The player that this speaker is.")] = None
    stake: Annotated[Stake, Field(description="Whether it is an interested party, in the editor's judgement.")] = (
        Stake.UNKNOWN
    )
    interest: Annotated[Text | None, Field(description="What it stands to gain or lose, in the editor's judgement.")] = None


class Topic(Model):
    """A subject under which claims are grouped."""

    id: Id
    name: Text


class Player(Model):
    """A person, organisation, product or place."""

    id: Id
    name: Text
    kind: PlayerKind
    role: Annotated[Text, Field(description="What it does in the story, in one line.")]
    about: Annotated[tuple[Passage, ...], Field(description="What the story says of it.")] = ()
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1, description="Every sentence in which it appears.")]


class Event(Model):
    """Something that happened, goes on or is planned."""

    id: Id
    title: Text
    body: Text
    phase: Phase
    when: Annotated[When | None, Field(description="Absent where the article gives no date.")] = None
    wording: Annotated[Text | None, Field(description="How the article puts the date, in the editor's words.")] = None
    after: Annotated[tuple[EventRef, ...], Field(description="Events that come before this one.")] = ()
    before: Annotated[tuple[EventRef, ...], Field(description="Events that come after this one.")] = ()
    players: tuple[PlayerRef, ...] = ()
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]


class Innovation(Model):
    """What is technically new: the problem, the idea, the claimed effect."""

    id: Id
    name: Text
    problem: Passage
    idea: Passage
    effect: Annotated[Passage, Field(description="The effect that the article, or who it cites, claims for it.")]
    claims: Annotated[tuple[ClaimRef, ...], Field(description="The claims it rests on.")] = ()
    figures: tuple[FigureRef, ...] = ()
    terms: tuple[TermRef, ...] = ()
    lab: Annotated[LabName | None, Field(description="The demonstration that goes with it.")] = None
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]


class Question(Model):
    """What nobody in the story knows yet."""

    id: Id
    question: Text
    asked_by: Asker
    status: QuestionStatus
    why: Annotated[Text, Field(description="Why it matters.")]
    settle: Annotated[Text, Field(description="What would settle it.")]
    watch: Annotated[Text | None, Field(description="What to watch meanwhile.")] = None
    supports: Annotated[tuple[SpokenRef, ...], Field(description="Claims and notes that speak for a yes.")] = ()
    opposes: Annotated[tuple[SpokenRef, ...], Field(description="Claims and notes that speak against it.")] = ()
    evidence: Annotated[tuple[Evidence, ...], Field(description="Where it is asked, or what gives rise to it.")]


class Quote(Model):
    """Words as printed, and our translation of them."""

    text: Annotated[Words, Field(description="The words as printed, without their quotation marks.")]
    language: Annotated[Language, Field(description="The language they are printed in.")]
    translation: Annotated[dict[Language, Words], Field(description="The editor's translation, by language.")] = {}


class Claim(Model):
    """One statement, and who makes it."""

    id: Id
    text: Text
    status: Status
    certainty: Certainty
    speaker: SourceRef
    topic: TopicRef
    about: Annotated[tuple[AnyRef, ...], Field(description="The items it is about.")] = ()
    quote: Quote | None = None
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]


class Comparison(Model):
    """What one figure may or may not be set against."""

    figure: FigureRef
    allowed: StrictBool
    caveat: Annotated[Text, Field(description="What holds of the comparison, or why there is none.")]


class Figure(Model):
    """A number, its limits, and who says it."""

    id: Id
    label: Text
    value: Number
    bound: Bound
    unit: Text
    scope: Annotated[Text, Field(description="What is counted, of what, where.")]
    quantity: Annotated[Id, Field(description="Figures about the same thing share this word.")]
    phase: Annotated[Phase, Field(description="A present figure, or one that is planned or predicted.")]
    when: When | None = None
    wording: Annotated[Text | None, Field(description="How the article puts the date, in the editor's words.")] = None
    speaker: SourceRef
    caveat: Annotated[Text | None, Field(description="What must be said wherever it is shown.")] = None
    comparisons: tuple[Comparison, ...] = ()
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]


class Term(Model):
    """A word of the field and its definition, which is the editor's."""

    id: Id
    word: Text
    definition: Text
    evidence: Annotated[tuple[Evidence, ...], Field(description="Where the article uses it, if it does.")] = ()
    sources: tuple[Citation, ...] = ()


class Note(Model):
    """Context: one fact that the article does not say, with its own sources."""

    id: Id
    on: Annotated[tuple[AnyRef, ...], Field(min_length=1, description="The items it touches.")]
    relation: Relation
    text: Text
    when: Annotated[When | None, Field(description="When the fact took place, where that is known.")] = None
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]


class Link(Model):
    """How one item bears on another."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: Id
    from_: Annotated[AnyRef, Field(alias="from")]
    to: AnyRef
    kind: LinkKind
    text: Annotated[Text | None, Field(description="How, in one sentence.")] = None
    by: Annotated[Asker, Field(description="Drawn by the article itself, or by the editor.")] = Asker.ARTICLE
    evidence: tuple[Evidence, ...] = ()


class Story(Model):
    """A news story that can be interrogated."""

    schema_: Annotated[str | None, Field(alias="$schema", description="The JSON Schema of this file, for editors.")] = None
    format: Literal["deepseek-tui/story"]
    version: Annotated[Literal[1], Field(description="The version of the format.")]
    id: Id
    languages: Annotated[tuple[Language, ...], Field(min_length=1, description="Every language the prose is written in.")]
    title: Text
    summary: Annotated[tuple[Passage, ...], Field(min_length=1, description="What happened, in about three sentences.")]
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
