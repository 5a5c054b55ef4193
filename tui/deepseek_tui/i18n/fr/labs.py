"""French interface texts that all labs share."""

from deepseek_tui.i18n.labs import FrameWords

WORDS = FrameWords(
    values="Valeurs",
    page="Résultats",
    keys={
        "change": "changer",
        "choose": "choisir",
        "edit": "saisir",
        "steps": "essayer",
        "reset": "rétablir",
        "part": "valeurs ou page",
        "close": "fermer",
        "apply": "valider",
        "abandon": "annuler",
    },
    to_try="À essayer",
    article_says="L’article dit",
    shows="Ce que montre ce labo",
    sources="Sources",
    hidden="Le contexte extérieur à l’article est masqué\u00a0; c, dans le tableau de bord, l’affiche.",
    running="en cours, {}\u00a0% · Échap arrête",
    stopped="Arrêté.",
    no_choice="{label}\u00a0: {value} ne figure pas parmi {choices}.",
    no_number="{label}\u00a0: {value} n’est pas un nombre.",
    out_of_range="{label}\u00a0: {value} est hors limites, {range}.",
    not_whole="{label}\u00a0: {value} n’est pas un nombre entier.",
    range="de {low} à {high} {unit}",
    own="la vôtre",
)
