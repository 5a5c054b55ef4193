"""English words for the fixed values in a story, such as kinds of players."""

from deepseek_tui.i18n.vocabulary import VocabularyWords
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

WORDS = VocabularyWords(
    words={
        SourceKind: {
            SourceKind.ARTICLE: "the article",
            SourceKind.OUTLET: "cited outlet",
            SourceKind.PERSON: "quoted person",
            SourceKind.GROUP: "unnamed group",
        },
        Stake: {
            Stake.NONE: "no known interest",
            Stake.INTERESTED: "interested party",
            Stake.UNKNOWN: "interest unknown",
        },
        PlayerKind: {
            PlayerKind.PERSON: "person",
            PlayerKind.ORGANISATION: "organisation",
            PlayerKind.PRODUCT: "product",
            PlayerKind.PLACE: "place",
        },
        Status: {
            Status.CLAIMED: "stated",
            Status.REPORTED: "reported",
            Status.QUOTED: "quoted",
            Status.JUDGED: "opinion",
            Status.PREDICTED: "prediction",
            Status.ASKED: "question",
        },
        Certainty: {
            Certainty.FLAT: "unhedged",
            Certainty.HEDGED: "hedged",
            Certainty.OPEN: "left open",
        },
        Phase: {
            Phase.HAPPENED: "happened",
            Phase.ONGOING: "ongoing",
            Phase.PLANNED: "yet to come",
        },
        QuestionStatus: {
            QuestionStatus.OPEN: "open",
            QuestionStatus.PARTLY: "answered in part",
            QuestionStatus.SETTLED: "settled",
        },
        Asker: {
            Asker.ARTICLE: "the article",
            Asker.EDITOR: "the editor",
        },
        Bound: {
            Bound.EXACT: "exactly",
            Bound.ABOUT: "about",
            Bound.LESS_THAN: "less than",
            Bound.MORE_THAN: "more than",
        },
        Relation: {
            Relation.CONFIRMS: "confirms",
            Relation.QUALIFIES: "qualifies",
            Relation.CONTRADICTS: "contradicts",
            Relation.ADDS: "adds",
        },
        LinkKind: {
            LinkKind.CAUSED: "caused",
            LinkKind.ENABLED: "enabled",
            LinkKind.REACTED_TO: "reacted to",
            LinkKind.CONTRADICTS: "contradicts",
            LinkKind.SUPPORTS: "supports",
            LinkKind.QUALIFIES: "qualifies",
        },
        ReadExtent: {
            ReadExtent.IN_FULL: "read in full",
            ReadExtent.EXCERPT: "read in part",
            ReadExtent.REPRINT: "read in a reprint",
        },
        LabName: {
            LabName.MLA: "attention memory",
            LabName.GRPO: "learning from groups",
            LabName.COMPUTE: "chips, hours and prices",
        },
    },
    plurals={
        PlayerKind.PERSON: "People",
        PlayerKind.ORGANISATION: "Organisations",
        PlayerKind.PRODUCT: "Products",
        PlayerKind.PLACE: "Places",
    },
)
