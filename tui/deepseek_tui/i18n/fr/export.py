"""French interface texts of the export."""

from deepseek_tui.i18n.export import ExportWords

WORDS = ExportWords(
    whole="Le récit entier",
    context="Contexte",
    editor="Rédaction",
    colon="\u00a0: ",
    comma=", ",
    said_by="— {name}, {language}",
    title_unknown="titre inconnu",
    date_unknown="date inconnue",
    address_unknown="adresse non indiquée",
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
    overwrite_no="Conserver",
    saved="Enregistré\u00a0: {path}",
    no_such_part="Ce récit n’a ni section ni élément nommé «\u00a0{name}\u00a0».",
    nearest="Vouliez-vous dire {names}\u00a0?",
    parts="Les sections sont {names}.",
    trouble={
        "exists": "{path} existe déjà et n’a pas été modifié\u00a0; choisir un autre nom, ou ajouter --force.",
        "changed": "{path} a été modifié par un autre programme et n’a pas été enregistré\u00a0; le recharger, ou choisir "
        "un autre nom.",
        "directory": "{path} est un dossier\u00a0; donner un nom de fichier.",
        "no-folder": "Le dossier de {path} n’existe pas\u00a0; le créer d’abord, ou choisir un autre dossier.",
        "not-a-folder": "{path} ne peut pas être créé dans un fichier\u00a0; choisir un autre dossier.",
        "denied": "{path} ne peut pas être écrit\u00a0: permission refusée\u00a0; choisir un autre dossier.",
        "protected": "{path} est protégé en écriture et n’a pas été modifié\u00a0; choisir un autre nom.",
        "read-only": "{path} ne peut pas être écrit\u00a0: son disque est en lecture seule\u00a0; choisir un autre dossier.",
        "full": "{path} ne peut pas être écrit\u00a0: le disque ou votre quota est plein\u00a0; libérer de la "
        "place, ou choisir un autre disque.",
        "too-large": "{path} dépasserait la taille de fichier autorisée\u00a0; choisir un autre disque.",
        "name-too-long": "Le nom de {path} est trop long pour ce disque\u00a0; en choisir un plus court.",
        "bad-name": "{path} contient des caractères interdits dans un nom de fichier\u00a0; choisir un autre nom.",
        "not-a-file": "{path} n’est pas un fichier ordinaire et n’a pas été modifié\u00a0; choisir un autre nom, ou "
        "écrire sur la sortie standard.",
        "other": "{path} ne peut pas être écrit ({reason})\u00a0; choisir un autre dossier.",
    },
)
