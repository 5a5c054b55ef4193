"""Words that all labs share, in French."""

from deepseek_tui.i18n.labs import FrameWords

WORDS = FrameWords(
    values="Valeurs",
    page="Ce qui en découle",
    keys={
        "change": "changer",
        "choose": "choisir",
        "edit": "saisir",
        "steps": "essayer",
        "reset": "remettre",
        "part": "valeurs ou page",
        "close": "fermer",
        "apply": "prendre",
        "abandon": "laisser",
    },
    to_try="À essayer",
    article_says="L’article dit",
    shows="On voit ici",
    sources="Sources citées",
    hidden="Ce qui vient d’ailleurs que l’article est caché\u00a0; c, sur le tableau de bord, le montre.",
    running="en cours, {}\u00a0% · Échap arrête",
    stopped="Arrêté.",
    no_choice="{label}\u00a0: {value} ne figure pas parmi {choices}.",
    no_number="{label}\u00a0: {value} n’est pas un nombre.",
    out_of_range="{label}\u00a0: {value} passe la mesure\u00a0; la valeur va {range}.",
    not_whole="{label}\u00a0: {value} devrait être un nombre entier.",
    range="de {low} à {high} {unit}",
    own="la vôtre",
)
