"""The words of the compute lab: counts of chips, and hours times price."""

from typing import NamedTuple


class ComputeWords(NamedTuple):
    """What the compute lab says."""

    title: str
    labels: dict[str, str]
    abouts: dict[str, str]
    units: dict[str, str]
    choices: dict[str, dict[str, str]]
    bars: dict[str, str]
    own_bar: str
    smaller: str
    larger: str
    steps: dict[str, str]
    beside: str
    caption: str
    quotient: str
    bounds: dict[str, str]
    no_bound: str
    fewer: str
    means_mark: str
    means: str
    not_mark: str
    not_means: str
    error_title: str
    error: str
    own_number: str
    own_cluster: str
    hours_title: str
    cost_label: str
    cost: str
    time_label: str
    time: str
    parts_label: str
    parts: str
    leaves_out: str
    llama_label: str
    llama: str
    other_counts: str
    shows: str
    not_from: str


ENGLISH = ComputeWords(
    title="Compute: chips, hours and prices",
    labels={
        "count": "Count by",
        "chips": "Chips",
        "plan": "Rival by",
        "rival": "Rival’s chips",
        "training": "Training",
        "hours": "GPU hours",
        "price": "Price",
        "machines": "Cluster",
    },
    abouts={
        "count": "Who counts the smaller fleet; each count has its source below.",
        "chips": "The smaller fleet. A number of your own is nobody’s claim.",
        "plan": "Who counts the larger fleet: the article’s prediction, or the plan as announced.",
        "rival": "The larger fleet, which is yet to come.",
        "training": "Whose training the hours are of.",
        "hours": "Hours that all GPUs worked on one training, added up.",
        "price": "What an hour of one GPU is taken to cost: an assumption.",
        "machines": "GPUs that trained at the same time; it gives the days.",
    },
    units={
        "chips": "GPUs",
        "rival": "GPUs",
        "hours": "h",
        "price": "$/h",
        "machines": "GPUs",
    },
    choices={
        "count": {
            "article": "the article",
            "wang": "Alexandr Wang",
            "semianalysis": "SemiAnalysis",
            "v3-cluster": "V3’s cluster",
            "own": "you",
        },
        "plan": {"article": "the article", "zuckerberg": "M. Zuckerberg", "own": "you"},
        "training": {"v3": "DeepSeek-V3", "llama": "Llama 3.1 405B", "own": "your own"},
    },
    bars={
        "wang": "DeepSeek’s H100s, says Alexandr Wang",
        "semianalysis": "DeepSeek’s Hoppers, estimates SemiAnalysis",
        "v3-cluster": "The cluster that trained V3",
        "zuckerberg": "GPUs announced by Mark Zuckerberg",
    },
    own_bar="{} (your number)",
    smaller="One fleet",
    larger="The other fleet",
    steps={
        "article": "The article’s two numbers: a ceiling under a prediction. Why more than {}, and not {}?",
        "try": "Two fleets to begin with. Which of the two numbers would you have to know better?",
        "wang": "Take Alexandr Wang’s count and the plan as announced: the quotient doubles, and nothing has become more"
        " efficient.",
        "v3-cluster": "Take the 2,048 chips that trained V3. The quotient is spectacular; what is wrong with it?",
        "half": "Half the ceiling is as true to the article as the ceiling: the quotient doubles, and nothing has become"
        " more efficient.",
        "late": "Let the prediction come true by half only: the quotient halves with it.",
    },
    beside="Chips beside chips",
    caption="To one scale. A fading end is a bound, a dashed bar is yet to come.",
    quotient="{larger} ÷ {smaller} {sign} {value}",
    bounds={
        "exact": "{value} times as many, if both hold.",
        "about": "About {value} times as many, if both hold.",
        "less than": "Less than {value} times as many, if both hold.",
        "more than": "More than {value} times as many, if both hold.",
    },
    no_bound="Some {value} times as many: a bound beside an estimate leaves nothing firmer.",
    fewer="Below 1, the rival has the fewer chips.",
    means_mark="Means",
    means="how many chips one would own for each of the other’s, now against later.",
    not_mark="Does not mean",
    not_means="that much cheaper, faster or better. Chips owned are not chips used; chips are not operations, hours or"
    " dollars, and neither count says what any one method saved.",
    error_title="A category error",
    error="{value} sets a training cluster against a fleet: what one training ran on, against everything that another"
    " company means to own. A fleet has to be divided by a fleet.",
    own_number="With a number of your own, this is a what-if, and nobody’s claim.",
    own_cluster="{value} chips is the size of the cluster that trained V3. If you mean that, it is no fleet.",
    hours_title="Hours times price, from context",
    cost_label="Cost",
    cost="{hours} h × {price} $/h = {cost}",
    time_label="Time",
    time="{hours} h ÷ {machines} GPUs ≈ {each} h ≈ {days} days at full occupancy",
    parts_label="V3’s hours",
    parts="{rate} h × {tokens} trillion tokens = {pre} h of pre-training; + {extension} for the longer context"
    " + {post} of post-training = {total} h",
    leaves_out="It leaves out research, people, failed runs and the machines themselves: it is not a company’s budget.",
    llama_label="A checkable ratio",
    llama="{llama} h ÷ {v3} h ≈ {value}. Dense model and mixture of experts, H100 and H800: not like for like either.",
    other_counts="The counts, and who makes them",
    shows="A quotient of two counts is as firm as the weaker of them. “Ten times” is another claim, without a formula:"
    " no sum on this page yields it.",
    not_from="This story holds no two counts of chips that may be compared: these are numbers to try.",
)

FRENCH = ComputeWords(
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
