"""French interface texts of the compute lab."""

from deepseek_tui.i18n.compute import ComputeWords

WORDS = ComputeWords(
    title="Calcul\u00a0: puces, heures et prix",
    labels={
        "count": "Compté par",
        "chips": "Puces",
        "plan": "Rival selon",
        "rival": "Puces du rival",
        "training": "Entraînement",
        "hours": "Heures de GPU",
        "price": "Prix",
        "machines": "Grappe",
    },
    abouts={
        "count": "Qui compte le plus petit parc\u00a0; chaque compte a sa source plus bas.",
        "chips": "Le plus petit parc. Un nombre de votre choix n’a pas de source.",
        "plan": "Qui compte le plus grand parc\u00a0: la prévision de l’article, ou le plan annoncé.",
        "rival": "Le plus grand parc, encore à venir.",
        "training": "L’entraînement auquel correspondent les heures.",
        "hours": "Total des heures de tous les GPU pour un entraînement.",
        "price": "Coût supposé d’une heure de GPU.",
        "machines": "GPU utilisés en même temps\u00a0; ils déterminent le nombre de jours.",
    },
    units={
        "chips": "GPU",
        "rival": "GPU",
        "hours": "h",
        "price": "$/h",
        "machines": "GPU",
    },
    choices={
        "count": {
            "article": "l’article",
            "wang": "Alexandr Wang",
            "semianalysis": "SemiAnalysis",
            "v3-cluster": "grappe de V3",
            "own": "vous",
        },
        "plan": {"article": "l’article", "zuckerberg": "M. Zuckerberg", "own": "vous"},
        "training": {"v3": "DeepSeek-V3", "llama": "Llama 3.1 405B", "own": "le vôtre"},
    },
    bars={
        "wang": "H100 de DeepSeek, dit Alexandr Wang",
        "semianalysis": "Hopper de DeepSeek, estime SemiAnalysis",
        "v3-cluster": "La grappe qui a entraîné V3",
        "zuckerberg": "GPU annoncés par Mark Zuckerberg",
    },
    own_bar="{} (votre nombre)",
    smaller="Un parc",
    larger="L’autre parc",
    steps={
        "article": "Les deux nombres de l’article\u00a0: une prévision rapportée à un plafond. Pourquoi plus de {}, "
        "et non {}\u00a0?",
        "try": "Deux parcs pour commencer. Lequel des deux nombres compte le plus\u00a0?",
        "wang": "Prenez le compte d’Alexandr Wang et le plan annoncé\u00a0: le quotient double, sans que rien soit "
        "devenu plus efficace.",
        "v3-cluster": "Prenez les 2 048 puces qui ont entraîné V3. Le quotient est spectaculaire\u00a0; où est "
        "l’erreur\u00a0?",
        "half": "La moitié du plafond s’accorde aussi bien avec l’article\u00a0: le quotient double, sans que rien "
        "soit devenu plus efficace.",
        "late": "Supposez que la prévision ne se réalise qu’à moitié\u00a0: le quotient est divisé par deux.",
    },
    beside="Deux comptes de puces",
    caption="À la même échelle. Une extrémité estompée est une borne, une barre en pointillé est à venir.",
    quotient="{larger} ÷ {smaller} {sign} {value}",
    bounds={
        "as-printed": "{value} fois autant, si les deux chiffres sont exacts.",
        "about": "Environ {value} fois autant, si les deux chiffres sont exacts.",
        "less than": "Moins de {value} fois autant, si les deux chiffres sont exacts.",
        "more than": "Plus de {value} fois autant, si les deux chiffres sont exacts.",
    },
    no_bound="Environ {value} fois autant\u00a0: une borne face à une estimation ne permet rien de plus précis.",
    fewer="Au-dessous de 1, c’est le rival qui a le moins de puces.",
    means_mark="Signifie",
    means="combien de puces l’un posséderait plus tard pour chaque puce que l’autre possède aujourd’hui.",
    not_mark="Ne signifie pas",
    not_means="autant de fois moins cher, plus rapide ou meilleur. Posséder des puces n’est pas s’en servir\u00a0; "
    "des puces ne sont ni des opérations, ni des heures, ni des dollars, et aucun des deux comptes ne dit ce qu’un "
    "procédé a fait économiser.",
    error_title="Une erreur de catégorie",
    error="{value} compare une grappe d’entraînement à un parc\u00a0: les puces d’un seul entraînement à toutes "
    "celles qu’une autre entreprise compte posséder. Un parc se compare à un parc.",
    own_number="Avec un nombre de votre choix, c’est une hypothèse sans source.",
    own_cluster="{value} puces, c’est la taille de la grappe qui a entraîné V3\u00a0: une grappe, pas un parc.",
    hours_title="Des heures fois un prix (contexte)",
    cost_label="Coût",
    cost="{hours} h × {price} $/h = {cost}",
    time_label="Durée",
    time="{hours} h ÷ {machines} GPU ≈ {each} h ≈ {days} jours à pleine occupation",
    parts_label="Heures de V3",
    parts="{rate} h × {tokens} milliers de milliards de jetons = {pre} h de préentraînement\u00a0; + {extension} "
    "pour allonger le contexte + {post} de post-entraînement = {total} h",
    leaves_out="Il y manque la recherche, le personnel, les essais manqués et les machines elles-mêmes\u00a0: ce "
    "n’est pas le budget d’une entreprise.",
    llama_label="Un rapport vérifiable",
    llama="{llama} h ÷ {v3} h ≈ {value}. Modèle dense et mélange d’experts, H100 et H800\u00a0: là non plus, les "
    "conditions ne sont pas égales.",
    other_counts="Les comptes et leurs sources",
    shows="Un quotient ne vaut que ce que vaut le plus fragile des deux comptes. «\u00a0Dix fois\u00a0» est une "
    "autre affirmation, sans formule\u00a0: rien sur cette page n’y mène.",
    not_from="Ce récit n’a pas deux comptes de puces comparables\u00a0: ces nombres sont des exemples.",
)
