"""The closed vocabularies of a story, with a definition of each word.

The JSON Schema repeats the definitions.
"""

from enum import StrEnum
from typing import Any, Self

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema


class Vocabulary(StrEnum):
    """A closed list of words, each with its definition."""

    definition: str

    def __new__(cls, word: str, definition: str) -> Self:
        """Create a member from its word in a story file and its definition."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.definition = definition
        return member

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return the words with their definitions, which an editor can show."""
        return {
            "title": cls.__name__,
            "description": (cls.__doc__ or "").strip(),
            "oneOf": [{"const": member.value, "description": member.definition} for member in cls],
        }


class SourceKind(Vocabulary):
    """What kind of speaker a source is."""

    ARTICLE = "article", "the article itself"
    OUTLET = "outlet", "a newspaper, magazine or newsletter that the article cites"
    PERSON = "person", "a named person whom the article quotes or relays"
    GROUP = "group", "people whom the article mentions without naming them"


class Stake(Vocabulary):
    """Whether a speaker gains or loses by a claim, in the editor's judgement."""

    NONE = "none", "the editor knows of no stake"
    INTERESTED = "interested", "gains or loses by what it says"
    UNKNOWN = "unknown", "cannot be judged: the speaker is unnamed, or nothing is known about it"


class PlayerKind(Vocabulary):
    """The kind of a player."""

    PERSON = "person", "a human being"
    ORGANISATION = "organisation", "a company, a newspaper, an administration or any other body"
    PRODUCT = "product", "something made, sold, published or used"
    PLACE = "place", "a country, a city, a region or a market"


class Status(Vocabulary):
    """The kind of a claim."""

    CLAIMED = "claimed", "stated as a fact by its speaker alone"
    REPORTED = "reported", "reported by the article from an outlet that it names"
    QUOTED = "quoted", "a person's own words, printed between quotation marks"
    JUDGED = "judged", "an opinion or appraisal, which facts alone cannot settle"
    PREDICTED = "predicted", "about the future, so neither true nor false yet"
    ASKED = "asked", "a question that the article leaves open"


class Certainty(Vocabulary):
    """How the wording presents a claim: unhedged, hedged or open."""

    FLAT = "flat", "stated without any hedge"
    HEDGED = "hedged", "worded with a hedge such as could, might, suggests or many believe"
    OPEN = "open", "left undecided by the wording"


class Phase(Vocabulary):
    """Whether an event is past, ongoing or planned."""

    HAPPENED = "happened", "over at the time of the story"
    ONGOING = "ongoing", "under way at the time of the story"
    PLANNED = "planned", "announced or predicted for after the story"


class QuestionStatus(Vocabulary):
    """How far a question has been answered."""

    OPEN = "open", "no known fact answers it"
    PARTLY = "partly", "known facts answer a part of it"
    SETTLED = "settled", "known facts answer it"


class Asker(Vocabulary):
    """Who wrote a passage or asked a question: the article or the editor."""

    ARTICLE = "article", "taken from the article"
    EDITOR = "editor", "added by the story's editor, not stated by the article"


class Bound(Vocabulary):
    """How exact the value of a figure is."""

    EXACT = "exact", "the value itself"
    ABOUT = "about", "close to the value, above or below"
    LESS_THAN = "less than", "below the value, by an unstated amount"
    MORE_THAN = "more than", "above the value, by an unstated amount"


class Relation(Vocabulary):
    """How a context note relates to an item."""

    CONFIRMS = "confirms", "an outside source says the same"
    QUALIFIES = "qualifies", "an outside source limits it or makes it more precise"
    CONTRADICTS = "contradicts", "an outside source states the contrary"
    ADDS = "adds", "an outside source adds a related fact"


class LinkKind(Vocabulary):
    """How one item relates to another."""

    CAUSED = "caused", "the first caused the second, according to the story"
    ENABLED = "enabled", "the first made the second possible, according to the story"
    REACTED_TO = "reacted to", "the first is a reaction to the second"
    CONTRADICTS = "contradicts", "the first and the second cannot both be true"
    SUPPORTS = "supports", "the first makes the second more credible"
    QUALIFIES = "qualifies", "the first limits the second"


class ReadExtent(Vocabulary):
    """How much of an outside source the editor has read."""

    IN_FULL = "in full", "the whole text was read where it was published"
    EXCERPT = "excerpt", "only a part of it was read, or only its headline and date"
    REPRINT = "reprint", "only a copy published elsewhere was read, so its address is left out"


class LabName(Vocabulary):
    """A demonstration that accompanies an innovation."""

    MLA = "mla", "the memory of a key-value cache for each attention scheme"
    GRPO = "grpo", "learning from a group of rewarded answers"
    COMPUTE = "compute", "calculations with chips, hours and prices"
