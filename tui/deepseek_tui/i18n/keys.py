"""The words of the keys: what each command is called in the footer, and what it does in one sentence."""

from dataclasses import dataclass


@dataclass(frozen=True)
class KeyWords:
    """Words by a command's id, and the names of keys that have one in the language."""

    short: dict[str, str]
    """A word or two, for the footer."""
    long: dict[str, str]
    """A sentence, for the help and the palette."""
    names: dict[str, str]


ENGLISH = KeyWords(
    short={
        "next-pane": "next pane",
        "open": "open",
        "evidence": "who says?",
        "lens": "sort",
        "export": "export",
        "language": "français",
        "context": "context",
        "zoom": "zoom",
        "help": "help",
        "palette": "palette",
        "quit": "quit",
        "other-part": "list or detail",
        "back": "back",
    },
    long={
        "next-pane": "Go to the next pane",
        "previous-pane": "Go to the previous pane",
        "pane-1": "Go to a pane by its number",
        "down": "Move down a row or a line",
        "up": "Move up a row or a line",
        "page-down": "Move down a page",
        "page-up": "Move up a page",
        "first": "Go to the top",
        "last": "Go to the end",
        "open": "Open the item to read it",
        "back": "Go back out one step",
        "other-part": "Go from the list to the detail, and round",
        "part-before": "Go the other way round",
        "evidence": "Show who says it, and where that is written",
        "lens": "Sort the pane by who says it, by paragraph, by topic, or its own way",
        "follow": "Follow a link of this item",
        "source": "Open the address of a source, after showing it",
        "copy": "Copy this item as Markdown with its footnotes",
        "export": "Export this item, this section or the whole story",
        "language": "Change the language, between French and English",
        "context": "Show or hide the context from outside the article",
        "zoom": "Give the whole screen to the part you are in, or take it back",
        "help": "Show this help",
        "palette": "Find a command or a theme by its name",
        "quit": "Quit",
    },
    names={
        "enter": "Enter",
        "escape": "Esc",
        "tab": "Tab",
        "home": "Home",
        "end": "End",
        "space": "Space",
        "backspace": "Backspace",
        "delete": "Delete",
        "insert": "Insert",
        "shift": "Shift",
        "ctrl": "Ctrl",
        "alt": "Alt",
    },
)

FRENCH = KeyWords(
    short={
        "next-pane": "volet suivant",
        "open": "ouvrir",
        "evidence": "qui le dit ?",
        "lens": "trier",
        "export": "exporter",
        "language": "English",
        "context": "contexte",
        "zoom": "agrandir",
        "help": "aide",
        "palette": "palette",
        "quit": "quitter",
        "other-part": "liste ou détail",
        "back": "retour",
    },
    long={
        "next-pane": "Passer au volet suivant",
        "previous-pane": "Revenir au volet précédent",
        "pane-1": "Aller à un volet par son numéro",
        "down": "Descendre d’une ligne",
        "up": "Monter d’une ligne",
        "page-down": "Descendre d’une page",
        "page-up": "Monter d’une page",
        "first": "Aller au début",
        "last": "Aller à la fin",
        "open": "Ouvrir l’élément pour le lire",
        "back": "Revenir d’un pas",
        "other-part": "Passer de la liste au détail, et ainsi de suite",
        "part-before": "Passer dans l’autre sens",
        "evidence": "Montrer qui le dit, et où c’est écrit",
        "lens": "Trier le volet selon qui le dit, par paragraphe, par sujet ou à sa façon",
        "follow": "Suivre un lien de cet élément",
        "source": "Ouvrir l’adresse d’une source, après l’avoir montrée",
        "copy": "Copier cet élément en Markdown avec ses notes",
        "export": "Exporter cet élément, cette section ou tout le récit",
        "language": "Changer de langue, entre le français et l’anglais",
        "context": "Montrer ou cacher le contexte extérieur à l’article",
        "zoom": "Donner tout l’écran à la partie où l’on est, ou le rendre",
        "help": "Montrer cette aide",
        "palette": "Trouver une commande ou un thème par son nom",
        "quit": "Quitter",
    },
    names={
        "enter": "Entrée",
        "escape": "Échap",
        "tab": "Tab",
        "home": "Début",
        "end": "Fin",
        "space": "Espace",
        "backspace": "Retour arrière",
        "delete": "Suppr",
        "insert": "Inser",
        "shift": "Maj",
        "ctrl": "Ctrl",
        "alt": "Alt",
        "pagedown": "PgSuiv",
        "pageup": "PgPréc",
    },
)
