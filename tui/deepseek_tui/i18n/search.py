"""The words of search and filter."""

from typing import NamedTuple


class SearchWords(NamedTuple):
    """What search and filter say; `{}` takes words, a number or a name."""

    title: str
    hint: str
    close: str
    found: tuple[str, str]
    pages: tuple[str, str]
    nothing: str
    never: str
    nearest: str
    drop: str
    fields: str
    values: str
    filter_hint: str
    filtered: str
    clears: str
    clears_filter: str
    """What a key does, where there is little room and where there is more."""
    quoted: str
    filter_none: str
    filter_keep: str
    filter_undo: str
    """What two keys do while a filter is typed, in a word or two."""
    filter_off: str
    """Said where the reader went to an item that the filter left out."""
    walk: str
    walk_none: str
    context: str
    own_note: str
    kinds: dict[str, str]
    """What the items of each list of a story are called, by the list's name."""


ENGLISH = SearchWords(
    title="Search the whole story",
    hint='words "a phrase" -without by: p: kind: status: topic: has: is:',
    close="Enter goes there · Esc closes",
    found=("{} result", "{} results"),
    pages=("on {} page", "on {} pages"),
    nothing="Nothing has all of this.",
    never="“{}” is nowhere in this story.",
    nearest="“{}” is nowhere in this story; “{}” is.",
    drop="Without “{}”: {}.",
    fields="There is no field “{}:”; the fields are {}.",
    values="“{}” finds nothing here; there is {}.",
    filter_hint="Show only what has these words",
    filtered="{} of {}",
    clears="{} shows all",
    clears_filter="{} shows everything again.",
    quoted="“{}”",
    filter_none="Nothing here has “{}”.",
    filter_keep="keeps it",
    filter_undo="undoes it",
    filter_off="The filter “{}” is off: it left this item out.",
    walk="“{}” {}/{}",
    walk_none="Search first: {} looks through the whole story.",
    context="context",
    own_note="your note",
    kinds={
        "sources": "source",
        "topics": "topic",
        "players": "player",
        "events": "event",
        "innovations": "innovation",
        "questions": "question",
        "claims": "claim",
        "figures": "figure",
        "terms": "term",
        "notes": "context",
        "links": "link",
    },
)

FRENCH = SearchWords(
    title="Chercher dans tout le récit",
    hint='mots "une expression" -sans par: p: genre: statut: sujet: avec: est:',
    close="Entrée y va · Échap ferme",
    found=("{} résultat", "{} résultats"),
    pages=("sur {} page", "sur {} pages"),
    nothing="Rien ne contient tout cela.",
    never="«\u00a0{}\u00a0» n’est nulle part dans ce récit.",
    nearest="«\u00a0{}\u00a0» n’est nulle part dans ce récit\u00a0; «\u00a0{}\u00a0» y est.",
    drop="Sans «\u00a0{}\u00a0»\u00a0: {}.",
    fields="Il n’y a pas de champ «\u00a0{}:\u00a0»\u00a0; les champs sont {}.",
    values="«\u00a0{}\u00a0» ne trouve rien ici\u00a0; il y a {}.",
    filter_hint="Ne montrer que ce qui contient ces mots",
    filtered="{} sur {}",
    clears="{} efface",
    clears_filter="{} montre tout de nouveau.",
    quoted="«\u00a0{}\u00a0»",
    filter_none="Rien ici ne contient «\u00a0{}\u00a0».",
    filter_keep="garde",
    filter_undo="annule",
    filter_off="Le filtre «\u00a0{}\u00a0» est levé\u00a0: il écartait cet élément.",
    walk="«\u00a0{}\u00a0» {}/{}",
    walk_none="Chercher d’abord\u00a0: {} parcourt tout le récit.",
    context="contexte",
    own_note="votre note",
    kinds={
        "sources": "source",
        "topics": "sujet",
        "players": "acteur",
        "events": "événement",
        "innovations": "innovation",
        "questions": "question",
        "claims": "affirmation",
        "figures": "chiffre",
        "terms": "terme",
        "notes": "contexte",
        "links": "lien",
    },
)
