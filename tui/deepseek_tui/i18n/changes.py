"""The words of what changed between two editions of a story."""

from typing import NamedTuple

Forms = tuple[str, str]
"""Singular and plural."""


class ChangeWords(NamedTuple):
    """What is said of changes; `{}` takes a number, a name or what a participle qualifies."""

    nouns: dict[str, Forms]
    """What the items of each list are called."""
    feminine: frozenset[str]
    """The lists whose nouns take feminine participles."""
    manners: dict[str, tuple[Forms, Forms]]
    """The participle for each manner: masculine, then feminine."""
    standing: Forms
    """How many items stand otherwise."""
    parts: dict[str, str]
    """A part of the story that changed, in a sentence."""
    part_titles: dict[str, str]
    part_changed: dict[str, str]
    """That a part changed, beside its title."""
    fields: dict[str, str]
    """What each field of the format is called."""
    before: str
    """Before the old words of a field."""
    now: str
    """Before its new words."""
    none: str
    other_story: str


def _plain(word: str) -> tuple[Forms, Forms]:
    return (word, word), (word, word)


ENGLISH = ChangeWords(
    nouns={
        "sources": ("source", "sources"),
        "topics": ("topic", "topics"),
        "players": ("player", "players"),
        "events": ("event", "events"),
        "innovations": ("innovation", "innovations"),
        "questions": ("question", "questions"),
        "claims": ("claim", "claims"),
        "figures": ("figure", "figures"),
        "terms": ("term", "terms"),
        "notes": ("context note", "context notes"),
        "links": ("link", "links"),
    },
    feminine=frozenset(),
    manners={name: _plain(name) for name in ("added", "removed", "changed", "reworded")},
    standing=("{} status changed", "{} statuses changed"),
    parts={
        "title": "the title changed",
        "languages": "the languages changed",
        "summary": "the summary changed",
        "edition": "another edition",
        "article": "what is known of the article changed",
    },
    part_titles={
        "title": "Title",
        "languages": "Languages",
        "summary": "Summary",
        "edition": "Edition",
        "article": "Article",
    },
    part_changed=dict.fromkeys(("title", "languages", "summary", "edition", "article"), "changed"),
    fields={
        "about": "what it is about",
        "after": "what it comes after",
        "allowed": "whether they may be compared",
        "asked_by": "who asks",
        "author": "author",
        "before": "what it comes before",
        "body": "what happened",
        "bound": "bound",
        "by": "whose words",
        "caveat": "caveat",
        "certainty": "wording",
        "changes": "what changed",
        "claims": "claims",
        "comparisons": "comparisons",
        "date": "date",
        "definition": "definition",
        "effect": "claimed effect",
        "evidence": "where it is written",
        "figures": "figures",
        "from": "from",
        "idea": "idea",
        "interest": "interest",
        "kind": "kind",
        "lab": "demonstration",
        "label": "name",
        "language": "language",
        "languages": "languages",
        "licence": "licence",
        "name": "name",
        "on": "what it touches",
        "opposes": "what speaks against it",
        "paragraphs": "paragraphs",
        "phase": "stage",
        "player": "which player it is",
        "players": "players",
        "problem": "problem",
        "published": "date of publication",
        "publisher": "publisher",
        "quantity": "quantity",
        "question": "question",
        "quote": "quotation",
        "relation": "how it bears on it",
        "role": "role",
        "scope": "scope",
        "settle": "what would settle it",
        "sources": "sources",
        "speaker": "says who",
        "stake": "stake",
        "status": "status",
        "summary": "summary",
        "supports": "what speaks for it",
        "terms": "terms",
        "text": "words",
        "title": "title",
        "to": "to",
        "topic": "topic",
        "unit": "unit",
        "url": "address",
        "value": "value",
        "version": "edition",
        "watch": "what to watch",
        "when": "when",
        "why": "why it matters",
        "word": "word",
        "wording": "the date as told",
    },
    before="before",
    now="now",
    none="nothing changed",
    other_story="these are two stories, {} and {}",
)

FRENCH = ChangeWords(
    nouns={
        "sources": ("source", "sources"),
        "topics": ("sujet", "sujets"),
        "players": ("acteur", "acteurs"),
        "events": ("événement", "événements"),
        "innovations": ("innovation", "innovations"),
        "questions": ("question", "questions"),
        "claims": ("affirmation", "affirmations"),
        "figures": ("chiffre", "chiffres"),
        "terms": ("terme", "termes"),
        "notes": ("note de contexte", "notes de contexte"),
        "links": ("lien", "liens"),
    },
    feminine=frozenset(("sources", "innovations", "questions", "claims", "notes")),
    manners={
        "added": (("ajouté", "ajoutés"), ("ajoutée", "ajoutées")),
        "removed": (("retiré", "retirés"), ("retirée", "retirées")),
        "changed": (("modifié", "modifiés"), ("modifiée", "modifiées")),
        "reworded": (("reformulé", "reformulés"), ("reformulée", "reformulées")),
    },
    standing=("{} statut modifié", "{} statuts modifiés"),
    parts={
        "title": "le titre a changé",
        "languages": "les langues ont changé",
        "summary": "le résumé a changé",
        "edition": "une autre édition",
        "article": "ce qu’on sait de l’article a changé",
    },
    part_titles={
        "title": "Titre",
        "languages": "Langues",
        "summary": "Résumé",
        "edition": "Édition",
        "article": "Article",
    },
    part_changed={
        "title": "modifié",
        "languages": "modifiées",
        "summary": "modifié",
        "edition": "modifiée",
        "article": "modifié",
    },
    fields={
        "about": "ce dont il s’agit",
        "after": "ce qui précède",
        "allowed": "si l’on peut comparer",
        "asked_by": "qui la pose",
        "author": "auteur",
        "before": "ce qui suit",
        "body": "ce qui s’est passé",
        "bound": "borne",
        "by": "de qui sont les mots",
        "caveat": "réserve",
        "certainty": "formulation",
        "changes": "ce qui a changé",
        "claims": "affirmations",
        "comparisons": "comparaisons",
        "date": "date",
        "definition": "définition",
        "effect": "effet revendiqué",
        "evidence": "où c’est écrit",
        "figures": "chiffres",
        "from": "de",
        "idea": "idée",
        "interest": "intérêt",
        "kind": "nature",
        "lab": "démonstration",
        "label": "nom",
        "language": "langue",
        "languages": "langues",
        "licence": "licence",
        "name": "nom",
        "on": "ce qu’elle touche",
        "opposes": "ce qui plaide contre",
        "paragraphs": "paragraphes",
        "phase": "stade",
        "player": "quel acteur c’est",
        "players": "acteurs",
        "problem": "problème",
        "published": "date de parution",
        "publisher": "éditeur",
        "quantity": "grandeur",
        "question": "question",
        "quote": "citation",
        "relation": "rapport",
        "role": "rôle",
        "scope": "portée",
        "settle": "ce qui trancherait",
        "sources": "sources",
        "speaker": "qui le dit",
        "stake": "enjeu",
        "status": "statut",
        "summary": "résumé",
        "supports": "ce qui plaide pour",
        "terms": "termes",
        "text": "mots",
        "title": "titre",
        "to": "vers",
        "topic": "sujet",
        "unit": "unité",
        "url": "adresse",
        "value": "valeur",
        "version": "édition",
        "watch": "à surveiller",
        "when": "quand",
        "why": "pourquoi c’est important",
        "word": "mot",
        "wording": "la date telle que racontée",
    },
    before="avant",
    now="maintenant",
    none="rien n’a changé",
    other_story="ce sont deux récits, {} et {}",
)
