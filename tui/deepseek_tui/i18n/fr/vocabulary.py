"""French words for the fixed values in a story, such as kinds of players."""

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
            SourceKind.ARTICLE: "l’article",
            SourceKind.OUTLET: "média cité",
            SourceKind.PERSON: "personne citée",
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
            Status.CLAIMED: "énoncé",
            Status.REPORTED: "rapporté",
            Status.QUOTED: "cité",
            Status.JUDGED: "opinion",
            Status.PREDICTED: "prévision",
            Status.ASKED: "question",
        },
        Certainty: {
            Certainty.FLAT: "sans détour",
            Certainty.HEDGED: "avec prudence",
            Certainty.OPEN: "en suspens",
        },
        Phase: {
            Phase.HAPPENED: "passé",
            Phase.ONGOING: "en cours",
            Phase.PLANNED: "à venir",
        },
        QuestionStatus: {
            QuestionStatus.OPEN: "ouverte",
            QuestionStatus.PARTLY: "partiellement résolue",
            QuestionStatus.SETTLED: "résolue",
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
            Relation.ADDS: "complète",
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
