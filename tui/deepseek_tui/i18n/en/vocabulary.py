"""English words for the fixed values in a story, such as kinds of players."""

from deepseek_tui.i18n.vocabulary import VocabularyWords
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

WORDS = VocabularyWords(
    words={
        SourceKind: {
            SourceKind.ARTICLE: "the article",
            SourceKind.OUTLET: "cited outlet",
            SourceKind.PERSON: "quoted person",
            SourceKind.ORGANISATION: "named organisation",
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
            Status.STATED: "stated",
            Status.REPORTED: "reported",
            Status.QUOTED: "quoted",
            Status.OPINION: "opinion",
            Status.PREDICTION: "prediction",
            Status.QUESTION: "question",
        },
        Certainty: {
            Certainty.UNHEDGED: "unhedged",
            Certainty.HEDGED: "hedged",
            Certainty.LEFT_OPEN: "left open",
        },
        Phase: {
            Phase.HAPPENED: "happened",
            Phase.ONGOING: "ongoing",
            Phase.PLANNED: "yet to come",
        },
        QuestionStatus: {
            QuestionStatus.OPEN: "open",
            QuestionStatus.ANSWERED_IN_PART: "answered in part",
            QuestionStatus.ANSWERED: "answered",
        },
        Origin: {
            Origin.ARTICLE: "the article",
            Origin.EDITOR: "the editor",
        },
        Bound: {
            Bound.AS_PRINTED: "as printed",
            Bound.ABOUT: "about",
            Bound.LESS_THAN: "under",
            Bound.MORE_THAN: "more than",
            Bound.AT_LEAST: "at least",
            Bound.AT_MOST: "at most",
        },
        Relation: {
            Relation.CONFIRMS: "confirms",
            Relation.QUALIFIES: "qualifies",
            Relation.CONTRADICTS: "contradicts",
            Relation.ADDS: "adds",
        },
        LinkKind: {
            LinkKind.CAUSED: "caused",
            LinkKind.ENABLED: "enables",
            LinkKind.REACTED_TO: "reacted to",
            LinkKind.CONTRADICTS: "contradicts",
            LinkKind.SUPPORTS: "supports",
            LinkKind.QUALIFIES: "qualifies",
        },
        ReadExtent: {
            ReadExtent.FULL: "read in full",
            ReadExtent.EXCERPT: "read in part",
            ReadExtent.COPY: "read in a copy",
            ReadExtent.LISTING: "seen only in a list",
        },
        PathLength: {
            PathLength.ONE_MINUTE: "one minute",
            PathLength.FIVE_MINUTES: "five minutes",
            PathLength.FULL: "full",
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
