"""French words for the fixed values in a story, such as kinds of players."""

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
            SourceKind.ARTICLE: "l’article",
            SourceKind.OUTLET: "média cité",
            SourceKind.PERSON: "personne citée",
            SourceKind.ORGANISATION: "organisation nommée",
            SourceKind.GROUP: "groupe non nommé",
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
            Status.STATED: "énoncé",
            Status.REPORTED: "rapporté",
            Status.QUOTED: "cité",
            Status.OPINION: "opinion",
            Status.PREDICTION: "prévision",
            Status.QUESTION: "question",
        },
        Certainty: {
            Certainty.UNHEDGED: "catégorique",
            Certainty.HEDGED: "avec prudence",
            Certainty.LEFT_OPEN: "en suspens",
        },
        Phase: {
            Phase.HAPPENED: "passé",
            Phase.ONGOING: "en cours",
            Phase.PLANNED: "à venir",
        },
        QuestionStatus: {
            QuestionStatus.OPEN: "ouverte",
            QuestionStatus.ANSWERED_IN_PART: "partiellement résolue",
            QuestionStatus.ANSWERED: "résolue",
        },
        Origin: {
            Origin.ARTICLE: "l’article",
            Origin.EDITOR: "la rédaction",
        },
        Bound: {
            Bound.AS_PRINTED: "tel quel",
            Bound.ABOUT: "environ",
            Bound.LESS_THAN: "moins de",
            Bound.MORE_THAN: "plus de",
            Bound.AT_LEAST: "au moins",
            Bound.AT_MOST: "au plus",
        },
        Relation: {
            Relation.CONFIRMS: "confirme",
            Relation.QUALIFIES: "nuance",
            Relation.CONTRADICTS: "contredit",
            Relation.ADDS: "complète",
        },
        LinkKind: {
            LinkKind.CAUSED: "a causé",
            LinkKind.ENABLED: "permet",
            LinkKind.REACTED_TO: "réagit à",
            LinkKind.CONTRADICTS: "contredit",
            LinkKind.SUPPORTS: "appuie",
            LinkKind.QUALIFIES: "nuance",
        },
        ReadExtent: {
            ReadExtent.FULL: "lu en entier",
            ReadExtent.EXCERPT: "lu en extrait",
            ReadExtent.COPY: "lu dans une copie",
            ReadExtent.LISTING: "vu dans une liste",
        },
        PathLength: {
            PathLength.ONE_MINUTE: "une minute",
            PathLength.FIVE_MINUTES: "cinq minutes",
            PathLength.FULL: "complet",
        },
        LabName: {
            LabName.MLA: "mémoire de l’attention",
            LabName.GRPO: "apprentissage par groupes",
            LabName.COMPUTE: "puces, heures et prix",
        },
    },
    plurals={
        PlayerKind.PERSON: "Personnes",
        PlayerKind.ORGANISATION: "Organisations",
        PlayerKind.PRODUCT: "Produits",
        PlayerKind.PLACE: "Lieux",
    },
)
