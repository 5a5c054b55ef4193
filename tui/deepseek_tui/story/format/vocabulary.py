"""Fixed values that a story may contain, each with a definition.

The JSON Schema repeats the definitions.
"""

from enum import StrEnum
from typing import Any, Self

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema


class Vocabulary(StrEnum):
    """A closed list of values, each with its definition."""

    definition: str

    def __new__(cls, word: str, definition: str) -> Self:
        """Create a member from its word in a story and its definition."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.definition = definition
        return member

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return the JSON Schema of the values, with their definitions."""
        return {
            "title": cls.__name__,
            "description": (cls.__doc__ or "").strip(),
            "oneOf": [{"const": member.value, "description": member.definition} for member in cls],
        }


class SourceKind(Vocabulary):
    """Kind of a speaker, such as a person or an outlet."""

    ARTICLE = "article", "the article itself"
    OUTLET = "outlet", "a newspaper, magazine, agency or site that the article cites"
    PERSON = "person", "a named person whom the article quotes or relays"
    ORGANISATION = "organisation", "a company, court, office or other body that the article names"
    GROUP = "group", "people whom the article mentions without naming them"


class Stake(Vocabulary):
    """Whether a speaker gains or loses by a claim, in the editor's judgement."""

    NONE = "none", "the editor knows of no stake"
    INTERESTED = "interested", "gains or loses by what it says"
    UNKNOWN = "unknown", "not judged by the editor, so the speaker does not count as independent"


class PlayerKind(Vocabulary):
    """The kind of a player."""

    PERSON = "person", "a human being"
    ORGANISATION = "organisation", "a company, a newspaper, an administration or any other body"
    PRODUCT = "product", "something made, sold, published or used"
    PLACE = "place", "a country, a city, a region or a market"


class Status(Vocabulary):
    """The kind of a claim."""

    STATED = "stated", "stated as a fact by its speaker alone"
    REPORTED = "reported", "reported by the article from an outlet that it names"
    QUOTED = "quoted", "a person's own words, printed between quotation marks"
    OPINION = "opinion", "an opinion or appraisal, which facts alone cannot settle"
    PREDICTION = "prediction", "about the future, so neither true nor false yet"
    QUESTION = "question", "a question that the article leaves open"


class Certainty(Vocabulary):
    """Certainty in the wording of a claim: unhedged, hedged or open."""

    UNHEDGED = "unhedged", "stated without any hedge"
    HEDGED = "hedged", "worded with a hedge such as could, might, suggests or many believe"
    LEFT_OPEN = "left open", "left undecided by the wording"


class Phase(Vocabulary):
    """Whether an event is past, ongoing or planned."""

    HAPPENED = "happened", "over at the time of the story"
    ONGOING = "ongoing", "under way at the time of the story"
    PLANNED = "planned", "announced or predicted for after the story"


class QuestionStatus(Vocabulary):
    """Degree to which a question has been answered."""

    OPEN = "open", "no known fact answers it"
    ANSWERED_IN_PART = "answered in part", "known facts answer a part of it"
    ANSWERED = "answered", "known facts answer it"


class Origin(Vocabulary):
    """Author of a passage, question or link: the article or the editor."""

    ARTICLE = "article", "taken from the article"
    EDITOR = "editor", "added by the story's editor, not stated by the article"


class Bound(Vocabulary):
    """Exactness of the value of a figure."""

    AS_PRINTED = "as-printed", "the article gives the number without a word such as about or at least"
    ABOUT = "about", "close to the value, above or below"
    LESS_THAN = "less than", "below the value, by an unstated amount"
    MORE_THAN = "more than", "above the value, by an unstated amount"
    AT_LEAST = "at least", "the value or more"
    AT_MOST = "at most", "the value or less"


class Relation(Vocabulary):
    """Relation of a context note to an item."""

    CONFIRMS = "confirms", "an outside source says the same"
    QUALIFIES = "qualifies", "an outside source limits it or makes it more precise"
    CONTRADICTS = "contradicts", "an outside source states the contrary"
    ADDS = "adds", "an outside source adds a related fact"


class LinkKind(Vocabulary):
    """Relation of one item to another."""

    CAUSED = "caused", "the first caused the second, according to the story"
    ENABLED = "enabled", "the first made the second possible, according to the story"
    REACTED_TO = "reacted to", "the first is a reaction to the second"
    CONTRADICTS = "contradicts", "the first and the second cannot both be true"
    SUPPORTS = "supports", "the first makes the second more credible"
    QUALIFIES = "qualifies", "the first limits the second"


class ReadExtent(Vocabulary):
    """Extent to which an outside source was read."""

    FULL = "full", "the whole text was read where it was published"
    EXCERPT = "excerpt", "a part of the text was read"
    COPY = "copy", "only a copy published elsewhere was read, so its address is left out"
    LISTING = "listing", "only a link, a headline or a press list was seen"


class PathLength(Vocabulary):
    """Time that it takes to read the items of a reading path."""

    ONE_MINUTE = "one minute", "the items that matter most"
    FIVE_MINUTES = "five minutes", "the main items"
    FULL = "full", "every item worth reading, in a sensible order"


class LabName(Vocabulary):
    """Interactive lab for an innovation, a question or a claim."""

    MLA = "mla", "the memory of a key-value cache for each attention scheme"
    GRPO = "grpo", "learning from a group of rewarded answers"
    COMPUTE = "compute", "calculations with chips, hours and prices"
