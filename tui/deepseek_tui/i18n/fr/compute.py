"""Words of the compute lab, in French."""

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
        "machines": "Machines",
    },
    abouts={
        "count": "Qui compte le plus petit parc\u00a0; chaque compte a sa source plus bas.",
        "chips": "Le plus petit parc. Un nombre de votre main n’est l’affirmation de personne.",
        "plan": "Qui compte le plus grand parc\u00a0: la prévision de l’article, ou le plan tel qu’annoncé.",
        "rival": "Le plus grand parc, qui est à venir.",
        "training": "De quel entraînement sont les heures.",
        "hours": "Les heures de tous les GPU sur un entraînement, additionnées.",
        "price": "Ce que l’heure d’un GPU est censée coûter\u00a0: une hypothèse.",
        "machines": "Les GPU qui entraînent en même temps\u00a0; les jours en dépendent.",
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
        "article": "Les deux nombres de l’article\u00a0: un plafond sous une prévision. Pourquoi plus de {}, et non"
        " {}\u00a0?",
        "try": "Deux parcs pour commencer. Lequel des deux nombres faudrait-il mieux connaître\u00a0?",
        "wang": "Prenez le compte d’Alexandr Wang et le plan tel qu’annoncé\u00a0: le quotient double, et rien n’est devenu"
        " plus efficace.",
        "v3-cluster": "Prenez les 2 048 puces qui ont entraîné V3. Le quotient est spectaculaire\u00a0; qu’a-t-il de"
        " faux\u00a0?",
        "half": "La moitié du plafond respecte l’article autant que le plafond\u00a0: le quotient double, et rien n’est"
        " devenu plus efficace.",
        "late": "Que la prévision ne se réalise qu’à moitié\u00a0: le quotient baisse d’autant.",
    },
    beside="Des puces et des puces",
    caption="À la même échelle. Un bout qui s’efface est une borne, une barre en pointillé est à venir.",
    quotient="{larger} ÷ {smaller} {sign} {value}",
    bounds={
        "exact": "{value} fois autant, si les deux tiennent.",
        "about": "Environ {value} fois autant, si les deux tiennent.",
        "less than": "Moins de {value} fois autant, si les deux tiennent.",
        "more than": "Plus de {value} fois autant, si les deux tiennent.",
    },
    no_bound="Quelque {value} fois autant\u00a0: une borne à côté d’une estimation ne laisse rien de plus ferme.",
    fewer="Au-dessous de 1, c’est le rival qui a le moins de puces.",
    means_mark="Signifie",
    means="combien de puces l’un posséderait pour chacune de l’autre, plus tard contre aujourd’hui.",
    not_mark="Ne signifie pas",
    not_means="autant de fois moins cher, plus rapide ou meilleur. Posséder des puces n’est pas s’en servir\u00a0; des puces"
    " ne sont ni des opérations, ni des heures, ni des dollars, et aucun des deux comptes ne dit ce qu’un procédé"
    " a épargné.",
    error_title="Une erreur de catégorie",
    error="{value} met une grappe d’entraînement en face d’un parc\u00a0: ce qui a servi à un entraînement, face à tout ce"
    " qu’une autre entreprise compte posséder. Un parc se divise par un parc.",
    own_number="Avec un nombre de votre main, c’est une supposition, et l’affirmation de personne.",
    own_cluster="{value} puces, c’est la taille de la grappe qui a entraîné V3. Si c’est elle, ce n’est pas un parc.",
    hours_title="Des heures fois un prix (contexte)",
    cost_label="Coût",
    cost="{hours} h × {price} $/h = {cost}",
    time_label="Durée",
    time="{hours} h ÷ {machines} GPU ≈ {each} h ≈ {days} jours à pleine occupation",
    parts_label="Heures de V3",
    parts="{rate} h × {tokens} milliers de milliards de jetons = {pre} h de préentraînement\u00a0; + {extension} pour"
    " allonger le contexte + {post} de post-entraînement = {total} h",
    leaves_out="Il y manque la recherche, les personnes, les essais ratés et les machines elles-mêmes\u00a0: ce n’est pas le"
    " budget d’une entreprise.",
    llama_label="Un rapport vérifiable",
    llama="{llama} h ÷ {v3} h ≈ {value}. Modèle dense et mélange d’experts, H100 et H800\u00a0: là non plus, on ne"
    " compare pas des semblables.",
    other_counts="Les comptes, et qui les fait",
    shows="Un quotient de deux comptes vaut ce que vaut le plus faible. «\u00a0Dix fois\u00a0» est une autre affirmation,"
    " sans formule\u00a0: aucun calcul de cette page n’y mène.",
    not_from="Ce récit n’a pas deux comptes de puces que l’on puisse comparer\u00a0: ces nombres sont là pour essayer.",
)
