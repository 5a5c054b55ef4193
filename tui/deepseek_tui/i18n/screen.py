"""The words of the screens and dialogs, Textual's own among them."""

from typing import NamedTuple


class ScreenWords(NamedTuple):
    """What the screens say beside the story; `{}` takes a name."""

    help_title: str
    help_keys: str
    help_reading: str
    help_signs: tuple[str, ...]
    help_close: str
    palette_title: str
    palette_hint: str
    palette_none: str
    palette_close: str
    theme: str
    themes: dict[str, str]
    quit_hint: str
    few_letters: str
    copied: str
    context_shown: str
    context_hidden: str
    edition: str
    context_on: str
    context_off: str
    empty_pane: str
    only_language: str
    told_in: str
    detail: str
    side: str
    used_by: str
    matched: str
    end_of_history: str
    definition_close: str
    since_last_time: str
    reloaded: str
    changes_hint: str
    changes_title: str
    no_changes: str
    ways_close: str
    broken: str
    fault: str
    mended: str
    command_copied: str
    no_command: str
    follow_title: str
    source_title: str
    ways_hint: str
    nowhere: str
    no_address: str
    no_lab: str
    story: str
    command: str
    pane: str
    appearance: str


ENGLISH = ScreenWords(
    help_title="Help",
    help_keys="Keys",
    help_reading="How to read",
    help_signs=(
        "¶4.1 is the first sentence of the article’s fourth paragraph, in its own voice where no name follows.",
        "● dated   ◐ dated in part   ○ no date   ◇ yet to come",
        "┊ stands before what comes from outside the article: context, with a source of its own.",
        "claimed: its speaker alone stands for it   reported: relayed from an outlet   quoted: printed words",
        "judgement: an opinion   predicted: about the future   question: left open",
        "contested: something in the story, or in its context, contradicts or qualifies it.",
        "independent: a speaker that is named, and that has no stake known to the editor.",
        "×19: named in 19 sentences   █▓▒░ an end that is not known   ▄ ▄ ▄ yet to come",
        "To copy, select with the mouse and press Ctrl+C. --no-mouse leaves the mouse to the terminal.",
    ),
    help_close="Esc closes",
    palette_title="Palette",
    palette_hint="Type the name of a command, a theme or an item",
    palette_none="Nothing has that name.",
    palette_close="Enter runs · Esc closes",
    theme="Theme: {}",
    themes={"dark": "dark", "light": "light", "terminal": "the terminal’s 16 colours"},
    quit_hint="Press {} to quit.",
    few_letters="The character set of this terminal’s locale ({}) lacks some of the signs used here; others stand for them. "
    "LC_ALL=C.UTF-8 gives all of them to a terminal that has them.",
    copied="Copied.",
    context_shown="with context",
    context_hidden="without context",
    edition="edition {}",
    context_on="Context from outside the article is shown.",
    context_off="Context from outside the article is hidden.",
    empty_pane="This story has nothing here.",
    told_in="{} (story in {})",
    only_language="This story is told in {} alone; it is shown as it is.",
    detail="Detail",
    side="Sources and links",
    used_by="Used by",
    matched="“{}” {}/{}",
    end_of_history="There is nowhere further to go that way.",
    since_last_time="Since you last read it: {}.",
    reloaded="The story was read again: {}.",
    changes_hint="{} lists them.",
    changes_title="What changed",
    no_changes="Nothing has changed since you last read this story.",
    ways_close="Enter goes there · Esc closes",
    broken="The file has a fault, and the story stays as it was. {}",
    fault="Fault in the file: {}",
    mended="The file has no fault any more.",
    command_copied="Copied: {}",
    no_command="No command opens this: the story came from standard input or a pipe, or this is a way of sorting it.",
    definition_close="Any of Esc, Enter, Space closes",
    follow_title="Go to",
    source_title="Open in the browser",
    ways_hint="A letter or Enter chooses · Esc closes",
    nowhere="Nothing to follow from here.",
    no_address="No source of this item has an address.",
    no_lab="There is no demonstration here; some innovations have one.",
    story="story",
    command="command",
    pane="pane",
    appearance="appearance",
)

FRENCH = ScreenWords(
    help_title="Aide",
    help_keys="Touches",
    help_reading="Comment lire",
    help_signs=(
        "¶4.1 est la première phrase du quatrième paragraphe de l’article, qui parle en son nom si aucun autre ne suit.",
        "● daté   ◐ daté en partie   ○ sans date   ◇ à venir",
        "┊ précède ce qui vient d’ailleurs que l’article\u00a0: du contexte, avec sa propre source.",
        "affirmé\u00a0: son auteur seul en répond   rapporté\u00a0: relayé d’un média   cité\u00a0: mots imprimés",
        "jugement\u00a0: une opinion   prédit\u00a0: porte sur l’avenir   question\u00a0: laissée ouverte",
        "contesté\u00a0: quelque chose, dans le récit ou son contexte, le contredit ou le nuance.",
        "indépendante : une voix nommée, sans intérêt connu de la rédaction.",
        "×19 : nommé dans 19 phrases   █▓▒░ une fin inconnue   ▄ ▄ ▄ à venir",
        "Pour copier, sélectionner à la souris puis Ctrl+C. --no-mouse laisse la souris au terminal.",
    ),
    help_close="Échap ferme",
    palette_title="Palette",
    palette_hint="Taper le nom d’une commande, d’un thème ou d’un élément",
    palette_none="Rien ne porte ce nom.",
    palette_close="Entrée exécute · Échap ferme",
    theme="Thème\u00a0: {}",
    themes={"dark": "sombre", "light": "clair", "terminal": "les 16 couleurs du terminal"},
    quit_hint="Appuyer sur {} pour quitter.",
    few_letters="Le jeu de caractères de la locale de ce terminal ({}) n’a pas tous les signes employés ici\u00a0; d’autres "
    "les remplacent. LC_ALL=C.UTF-8 les donne tous à un terminal qui les a.",
    copied="Copié.",
    context_shown="avec contexte",
    context_hidden="sans contexte",
    edition="édition {}",
    context_on="Le contexte extérieur à l’article est montré.",
    context_off="Le contexte extérieur à l’article est caché.",
    empty_pane="Ce récit n’a rien ici.",
    told_in="{} (récit en {})",
    only_language="Ce récit n’est écrit qu’en {}\u00a0; il est montré tel quel.",
    detail="Détail",
    side="Sources et liens",
    used_by="Utilisé par",
    matched="«\u00a0{}\u00a0» {}/{}",
    end_of_history="Il n’y a plus rien de ce côté.",
    since_last_time="Depuis votre dernière lecture\u00a0: {}.",
    reloaded="Le récit a été relu\u00a0: {}.",
    changes_hint="{} en donne la liste.",
    changes_title="Ce qui a changé",
    no_changes="Rien n’a changé depuis votre dernière lecture de ce récit.",
    ways_close="Entrée y va · Échap ferme",
    broken="Le fichier a un défaut, et le récit reste tel quel. {}",
    fault="Défaut du fichier\u00a0: {}",
    mended="Le fichier n’a plus de défaut.",
    command_copied="Copié\u00a0: {}",
    no_command="Aucune commande n’ouvre ceci\u00a0: le récit vient de l’entrée standard ou d’un tube, "
    "ou c’est une façon de le trier.",
    definition_close="Échap, Entrée ou Espace ferme",
    follow_title="Aller à",
    source_title="Ouvrir dans le navigateur",
    ways_hint="Une lettre ou Entrée choisit · Échap ferme",
    nowhere="Rien à suivre d’ici.",
    no_address="Aucune source de cet élément n’a d’adresse.",
    no_lab="Pas de démonstration ici ; certaines innovations en ont une.",
    story="récit",
    command="commande",
    pane="volet",
    appearance="apparence",
)
