"""The closed vocabularies of a story: every word has a one-line definition, which the JSON Schema repeats."""

from enum import StrEnum
from typing import Any, Self

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema


class Vocabulary(StrEnum):
    """A closed list of words; each member is its word in a story file and carries its definition."""

    definition: str

    def __new__(cls, word: str, definition: str) -> Self:
        """A member that is its word, and knows its definition."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.definition = definition
        return member

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Every word with its definition, so that an editor can show it."""
        return {
            "title": cls.__name__,
            "description": (cls.__doc__ or "").strip(),
            "oneOf": [{"const": member.value, "description": member.definition} for member in cls],
        }


class SourceKind(Vocabulary):
    """What kind of speaker a source is."""

    ARTICLE = "article", "the article itself, in its own voice"
    OUTLET = "outlet", "a newspaper, magazine or newsletter that the article cites"
    PERSON = "person", "a named person whom the article quotes or relays"
    GROUP = "group", "people whom the article mentions without naming them"


class Stake(Vocabulary):
    """Whether a speaker stands to gain or lose by what it says, in the editor's judgement."""

    NONE = "none", "no stake in the matter is known to the editor"
    INTERESTED = "interested", "stands to gain or lose by what it says"
    UNKNOWN = "unknown", "cannot be judged: it is not named, or nothing is known of it"


class PlayerKind(Vocabulary):
    """What a player is."""

    PERSON = "person", "a human being"
    ORGANISATION = "organisation", "a company, a newspaper, an administration or any other body"
    PRODUCT = "product", "a thing that is made, sold, published or used"
    PLACE = "place", "a country, a city, a region or a market"


class Status(Vocabulary):
    """What kind of statement a claim is."""

    CLAIMED = "claimed", "stated as a fact by its speaker, who alone stands for it"
    REPORTED = "reported", "relayed by the article from an outlet that it names"
    QUOTED = "quoted", "a person's own words, printed between quotation marks"
    JUDGED = "judged", "an opinion or an appraisal, which no fact alone can settle"
    PREDICTED = "predicted", "about the future, and so neither true nor false yet"
    ASKED = "asked", "a question that the text leaves open"


class Certainty(Vocabulary):
    """How sure the words themselves are."""

    FLAT = "flat", "said without any hedge"
    HEDGED = "hedged", "said with a could, a might, a suggests or an as many believe"
    OPEN = "open", "left undecided by the words themselves"


class Phase(Vocabulary):
    """Where an event stands as the story tells it."""

    HAPPENED = "happened", "over when the story was told"
    ONGOING = "ongoing", "going on when the story was told"
    PLANNED = "planned", "announced or predicted, not yet come when the story was told"


class QuestionStatus(Vocabulary):
    """How far a question is answered."""

    OPEN = "open", "nothing at hand answers it"
    PARTLY = "partly", "something at hand answers a part of it"
    SETTLED = "settled", "what would settle it is at hand"


class Asker(Vocabulary):
    """Who asks a question, or whose words a passage is."""

    ARTICLE = "article", "taken from the article"
    EDITOR = "editor", "added by the story's editor, and not said by the article"


class Bound(Vocabulary):
    """How a figure's value limits what it measures."""

    EXACT = "exact", "the value itself"
    ABOUT = "about", "near the value, on either side"
    LESS_THAN = "less than", "below the value, how far is not said"
    MORE_THAN = "more than", "above the value, how far is not said"


class Relation(Vocabulary):
    """What a context note does to what it touches."""

    CONFIRMS = "confirms", "an outside source says the same"
    QUALIFIES = "qualifies", "an outside source limits it or makes it more precise"
    CONTRADICTS = "contradicts", "an outside source says otherwise"
    ADDS = "adds", "an outside source tells something beside it"


class LinkKind(Vocabulary):
    """How one item of the story bears on another."""

    CAUSED = "caused", "the first brought the second about, as the story tells it"
    ENABLED = "enabled", "the first made the second possible, as the story tells it"
    REACTED_TO = "reacted to", "the first answers the second"
    CONTRADICTS = "contradicts", "the first cannot hold together with the second"
    SUPPORTS = "supports", "the first gives weight to the second"
    QUALIFIES = "qualifies", "the first limits the second"


class ReadExtent(Vocabulary):
    """How much of an outside source the editor has read."""

    IN_FULL = "in full", "the whole text was read where it was published"
    EXCERPT = "excerpt", "a part of it was read, or its heading and date alone"
    REPRINT = "reprint", "it was read in somebody else's copy, so its address is left out"


class LabName(Vocabulary):
    """A demonstration that the program can open beside an innovation."""

    MLA = "mla", "the memory of a key-value cache, by attention scheme"
    GRPO = "grpo", "learning from a group of rewarded answers"
    COMPUTE = "compute", "sums with chips, hours and prices"
