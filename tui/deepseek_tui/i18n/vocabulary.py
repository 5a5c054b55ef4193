"""The words of a story's closed vocabularies, as a reader sees them."""

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
    Vocabulary,
)

Table = dict[type[Vocabulary], dict[Vocabulary, str]]
"""Words by vocabulary, then by member: members are strings, so that those of two vocabularies can be equal."""

FRENCH: Table = {
    SourceKind: {
        SourceKind.ARTICLE: "l’article",
        SourceKind.OUTLET: "média cité",
        SourceKind.PERSON: "personne citée",
        SourceKind.GROUP: "groupe sans noms",
    },
    Stake: {
        Stake.NONE: "sans intérêt connu",
        Stake.INTERESTED: "partie intéressée",
        Stake.UNKNOWN: "intérêt inconnu",
    },
    PlayerKind: {
        PlayerKind.PERSON: "personne",
        PlayerKind.ORGANISATION: "organisation",
        PlayerKind.PRODUCT: "produit",
        PlayerKind.PLACE: "lieu",
    },
    Status: {
        Status.CLAIMED: "affirmé",
        Status.REPORTED: "rapporté",
        Status.QUOTED: "cité",
        Status.JUDGED: "jugement",
        Status.PREDICTED: "prédit",
        Status.ASKED: "question",
    },
    Certainty: {
        Certainty.FLAT: "sans réserve",
        Certainty.HEDGED: "avec réserve",
        Certainty.OPEN: "en suspens",
    },
    Phase: {
        Phase.HAPPENED: "passé",
        Phase.ONGOING: "en cours",
        Phase.PLANNED: "à venir",
    },
    QuestionStatus: {
        QuestionStatus.OPEN: "ouverte",
        QuestionStatus.PARTLY: "répondue en partie",
        QuestionStatus.SETTLED: "tranchée",
    },
    Asker: {
        Asker.ARTICLE: "l’article",
        Asker.EDITOR: "la rédaction",
    },
    Bound: {
        Bound.EXACT: "exactement",
        Bound.ABOUT: "environ",
        Bound.LESS_THAN: "moins de",
        Bound.MORE_THAN: "plus de",
    },
    Relation: {
        Relation.CONFIRMS: "confirme",
        Relation.QUALIFIES: "nuance",
        Relation.CONTRADICTS: "contredit",
        Relation.ADDS: "ajoute",
    },
    LinkKind: {
        LinkKind.CAUSED: "a causé",
        LinkKind.ENABLED: "a permis",
        LinkKind.REACTED_TO: "réagit à",
        LinkKind.CONTRADICTS: "contredit",
        LinkKind.SUPPORTS: "appuie",
        LinkKind.QUALIFIES: "nuance",
    },
    ReadExtent: {
        ReadExtent.IN_FULL: "lu en entier",
        ReadExtent.EXCERPT: "lu en extrait",
        ReadExtent.REPRINT: "lu dans une reprise",
    },
    LabName: {
        LabName.MLA: "mémoire de l’attention",
        LabName.GRPO: "apprentissage par groupe",
        LabName.COMPUTE: "puces, heures et prix",
    },
}

ENGLISH: Table = {
    SourceKind: {
        SourceKind.ARTICLE: "the article",
        SourceKind.OUTLET: "outlet it cites",
        SourceKind.PERSON: "person it quotes",
        SourceKind.GROUP: "unnamed group",
    },
    Stake: {
        Stake.NONE: "no known stake",
        Stake.INTERESTED: "interested party",
        Stake.UNKNOWN: "stake unknown",
    },
    PlayerKind: {
        PlayerKind.PERSON: "person",
        PlayerKind.ORGANISATION: "organisation",
        PlayerKind.PRODUCT: "product",
        PlayerKind.PLACE: "place",
    },
    Status: {
        Status.CLAIMED: "claimed",
        Status.REPORTED: "reported",
        Status.QUOTED: "quoted",
        Status.JUDGED: "judgement",
        Status.PREDICTED: "predicted",
        Status.ASKED: "question",
    },
    Certainty: {
        Certainty.FLAT: "said flatly",
        Certainty.HEDGED: "hedged",
        Certainty.OPEN: "left open",
    },
    Phase: {
        Phase.HAPPENED: "happened",
        Phase.ONGOING: "going on",
        Phase.PLANNED: "yet to come",
    },
    QuestionStatus: {
        QuestionStatus.OPEN: "open",
        QuestionStatus.PARTLY: "partly answered",
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
        LabName.MLA: "memory of attention",
        LabName.GRPO: "learning from a group",
        LabName.COMPUTE: "chips, hours and prices",
    },
}


def word(member: Vocabulary, language: str) -> str:
    """The reader's word for a member of a vocabulary; English where the language is neither French nor English."""
    return (FRENCH if language == "fr" else ENGLISH)[type(member)][member]


PLURALS = {
    "fr": {
        PlayerKind.PERSON: "Personnes",
        PlayerKind.ORGANISATION: "Organisations",
        PlayerKind.PRODUCT: "Produits",
        PlayerKind.PLACE: "Lieux",
    },
    "en": {
        PlayerKind.PERSON: "People",
        PlayerKind.ORGANISATION: "Organisations",
        PlayerKind.PRODUCT: "Products",
        PlayerKind.PLACE: "Places",
    },
}
"""Headings over the players of a kind."""


def plural(kind: PlayerKind, language: str) -> str:
    """The heading over the players of a kind."""
    return PLURALS["fr" if language == "fr" else "en"][kind]
