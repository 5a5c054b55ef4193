"""The words of the export: of the Markdown itself, of the dialog, and of what can go wrong when a file is saved."""

from typing import NamedTuple


class ExportWords(NamedTuple):
    """What the export says; `{path}`, `{name}` and the like are filled in."""

    # in the Markdown
    whole: str
    """The whole story, as the title of an export."""
    context: str
    """Marks words that come from outside the article."""
    editor: str
    """Marks words that are the editor's, with no source of their own."""
    colon: str
    """A colon and what each language puts around it."""
    comma: str
    quotes: tuple[str, str]
    """The marks before and after a quotation."""
    said_by: str
    title_unknown: str
    date_unknown: str
    address_unknown: str

    # in the dialog
    title: str
    this_item: str
    this_section: str
    whole_story: str
    file: str
    folder: str
    preview: str
    save: str
    cancel: str
    overwrite: str
    overwrite_yes: str
    overwrite_no: str
    saved: str

    # on the command line
    no_such_part: str
    nearest: str
    parts: str

    trouble: dict[str, str]
    """Why a file was not saved and what to do instead, by the value of `export.files.Trouble`."""

    def told(self, trouble: str, path: str, reason: str = "") -> str:
        """The sentence for a trouble with a file."""
        return self.trouble[trouble].format(path=path, reason=reason)


ENGLISH = ExportWords(
    whole="The whole story",
    context="Context",
    editor="Editor",
    colon=": ",
    comma=", ",
    quotes=("“", "”"),
    said_by="— {name}, {language}",
    title_unknown="title unknown",
    date_unknown="date unknown",
    address_unknown="no address given",
    title="Export",
    this_item="This item",
    this_section="This section",
    whole_story="The whole story",
    file="File",
    folder="Folder",
    preview="Preview",
    save="Save",
    cancel="Cancel",
    overwrite="{path} exists already. Overwrite it?",
    overwrite_yes="Overwrite",
    overwrite_no="Keep it",
    saved="Saved {path}",
    no_such_part="This story has no section and no item called “{name}”.",
    nearest="Did you mean {names}?",
    parts="The sections are {names}.",
    trouble={
        "exists": "{path} exists already and was left as it is; choose another name, or add --force.",
        "directory": "{path} is a folder; give the name of a file in it.",
        "no-folder": "The folder of {path} does not exist; create it first, or choose another folder.",
        "not-a-folder": "{path} lies in something that is a file, not a folder; choose another folder.",
        "denied": "{path} can't be written: you have no permission to; choose another folder, or change its permissions.",
        "protected": "{path} is protected against writing and was left as it is; choose another name.",
        "read-only": "{path} can't be written: its disk is read-only; choose another folder.",
        "full": "{path} can't be written: the disk, or your share of it, is full; make room, or choose another disk.",
        "too-large": "{path} can't be written: it would be larger than files may be here; choose another disk.",
        "name-too-long": "The name of {path} is too long for this disk; choose a shorter one.",
        "bad-name": "{path} holds characters that no file name here can hold; choose another name.",
        "not-a-file": "{path} is not an ordinary file and was left as it is; choose another name, or use standard output.",
        "other": "{path} can't be written ({reason}); choose another folder.",
    },
)

FRENCH = ExportWords(
    whole="Le récit entier",
    context="Contexte",
    editor="Rédaction",
    colon="\u00a0: ",
    comma=", ",
    quotes=("«\u00a0", "\u00a0»"),
    said_by="— {name}, {language}",
    title_unknown="titre inconnu",
    date_unknown="date inconnue",
    address_unknown="adresse non donnée",
    title="Exporter",
    this_item="Cet élément",
    this_section="Cette section",
    whole_story="Le récit entier",
    file="Fichier",
    folder="Dossier",
    preview="Aperçu",
    save="Enregistrer",
    cancel="Annuler",
    overwrite="{path} existe déjà. Le remplacer\u00a0?",
    overwrite_yes="Remplacer",
    overwrite_no="Garder",
    saved="Enregistré\u00a0: {path}",
    no_such_part="Ce récit n’a ni section ni élément nommé «\u00a0{name}\u00a0».",
    nearest="Peut-être {names}\u00a0?",
    parts="Les sections sont {names}.",
    trouble={
        "exists": "{path} existe déjà et reste tel quel\u00a0; choisir un autre nom, ou ajouter --force.",
        "directory": "{path} est un dossier\u00a0; donner le nom d’un fichier qui s’y trouve.",
        "no-folder": "Le dossier de {path} n’existe pas\u00a0; le créer d’abord, ou choisir un autre dossier.",
        "not-a-folder": "{path} se trouve dans un fichier qui n’est pas un dossier\u00a0; choisir un autre dossier.",
        "denied": "{path} ne peut pas être écrit, faute de permission\u00a0; choisir un autre dossier.",
        "protected": "{path} est protégé en écriture et reste tel quel\u00a0; choisir un autre nom.",
        "read-only": "{path} ne peut pas être écrit\u00a0: son disque est en lecture seule\u00a0; choisir un autre dossier.",
        "full": "{path} ne peut pas être écrit\u00a0: le disque, ou votre part du disque, est plein\u00a0; "
        "faire de la place, ou choisir un autre disque.",
        "too-large": "{path} serait plus grand que permis sur ce disque\u00a0; en choisir un autre.",
        "name-too-long": "Le nom de {path} est trop long pour ce disque\u00a0; en choisir un plus court.",
        "bad-name": "{path} contient des caractères impossibles dans un nom de fichier\u00a0; choisir un autre nom.",
        "not-a-file": "{path} n’est pas un fichier ordinaire et reste tel quel\u00a0; "
        "choisir un autre nom, ou écrire sur la sortie standard.",
        "other": "{path} ne peut pas être écrit ({reason})\u00a0; choisir un autre dossier.",
    },
)


def words_in(language: str) -> ExportWords:
    """The words in a language; English where the interface does not speak it."""
    return FRENCH if language == "fr" else ENGLISH
