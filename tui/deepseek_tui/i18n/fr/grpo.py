"""Words of the GRPO lab, in French."""

from deepseek_tui.i18n.grpo import GrpoWords

WORDS = GrpoWords(
    title="GRPO\u00a0: apprendre en groupe",
    parts={"group": "Un groupe de réponses", "training": "Entraînement", "critic": "Ce que coûterait un critique"},
    short={"group": "groupe", "training": "entraînement", "critic": "critique"},
    labels={
        "r1": "Récompense 1",
        "r2": "Récompense 2",
        "r3": "Récompense 3",
        "r4": "Récompense 4",
        "deviation": "Diviser par",
        "divisor": "Longueur",
        "arms": "Réponses K",
        "group": "Groupe G",
        "lr": "Pas",
        "steps": "Étapes",
        "updates": "Mises à jour",
        "low": "ε dessous",
        "high": "ε dessus",
        "beta": "β",
        "reference": "Référence",
        "seed": "Graine",
        "parameters": "Paramètres",
    },
    abouts={
        "r1": "Ce que gagne la première réponse, 51\u00a0: la bonne. Tout nombre convient.",
        "r2": "Ce que gagne la deuxième réponse, 54.",
        "r3": "Ce que gagne la troisième réponse, 41, après un détour.",
        "r4": "Ce que gagne la quatrième réponse, 47, après un long détour.",
        "deviation": "Ce qui divise l’écart à la moyenne. Vaut aussi pour l’entraînement.",
        "divisor": "Ce que se partagent les jetons\u00a0: leur réponse, tous les jetons, une constante.",
        "arms": "Combien de réponses sont possibles\u00a0; une seule est bonne.",
        "group": "Combien de réponses sont tirées et comparées à chaque étape.",
        "lr": "Jusqu’où va chaque mise à jour le long du gradient (taux d’apprentissage).",
        "steps": "Combien de groupes sont tirés en tout.",
        "updates": "Mises à jour avec un même groupe\u00a0; l’écrêtage n’agit qu’à partir de deux.",
        "low": "De combien un groupe peut abaisser une probabilité\u00a0: ρ s’arrête à 1 − ε.",
        "high": "De combien un groupe peut la relever\u00a0: à 1 + ε. DAPO prend 0,28, pour que le rare puisse monter.",
        "beta": "Poids de la divergence d’avec la référence\u00a0; 0 laisse la politique libre.",
        "reference": "Ce que la référence donne à la bonne réponse\u00a0; 0 pour 1/K, le départ.",
        "seed": "Où commence le hasard\u00a0: la même graine donne le même essai.",
        "parameters": "La taille de la politique\u00a0; chaque autre modèle est censé l’égaler.",
    },
    units={"parameters": "milliards"},
    choices={
        "deviation": {"population": "écart-type pop.", "bessel": "é.-t. de Bessel", "none": "rien"},
        "divisor": {"answer": "la sienne (GRPO)", "tokens": "toutes (DAPO)", "constant": "constante (Dr.)"},
    },
    refused={
        "group": "Un groupe de {value} n’a personne à qui se comparer\u00a0: le GRPO veut au moins deux réponses,"
        " {most} au plus"
        " ici.",
        "arms": "Avec K à {value}, il n’y a pas de choix\u00a0: il faut de 2 à {most} réponses.",
        "lr": "Un taux d’apprentissage de {value} ne mène nulle part\u00a0: il doit dépasser 0, et rester sous {most}.",
        "steps": "Avec les étapes à {value}, rien ne s’apprend\u00a0: il en faut de 1 à {most}.",
        "updates": "Avec les mises à jour à {value}, rien ne s’apprend\u00a0: il en faut de 1 à {most} par groupe.",
        "low": "Un ε dessous de {value} ne laisse pas de place\u00a0: il va de {least} à {most}.",
        "high": "Un ε dessus de {value} ne laisse pas de place\u00a0: il va de {least} à {most}.",
        "beta": "Un β de {value} récompenserait la fuite loin de la référence\u00a0: il va de 0 à {most}.",
        "reference": "Une référence ne peut donner {value} à la bonne réponse\u00a0: c’est une probabilité, de 0"
        " (pour 1/K) à"
        " {most}.",
        "seed": "Une graine de {value} n’est pas un début\u00a0: c’est un nombre entier, de 0 à {most}.",
    },
    steps={
        "silence": "Les quatre réponses sont bonnes. Laquelle vaut mieux\u00a0? Aucune\u00a0: chaque avantage est nul, et le"
        " groupe se tait.",
        "small": "Des groupes de deux. Beaucoup se taisent, les autres crient\u00a0: la courbe avance par"
        " bonds, et reste immobile entre deux.",
        "rest": "β à 1. La référence retient la politique, et p se pose au-dessous de 1, là où se pose aussi la limite.",
    },
    keys={"run": "entraîner", "one": "une étape", "again": "recommencer"},
    question="Un groupe de réponses\u00a0: 17 × 3 =\u00a0?",
    made_up="Quatre réponses à une question, inventées pour ce labo. Changez une récompense, et les avantages suivent.",
    advantage_head=("Réponse", "Récomp.", "r − moy.", "A"),
    bars_caption="Barre pleine\u00a0: rendue plus probable. En pointillé\u00a0: moins probable.",
    sums="moyenne {mean}, écart-type {std}\u00a0: A = (r − moyenne) / écart-type",
    no_sums="moyenne {mean}\u00a0: A = r − moyenne, comme le veut Dr. GRPO",
    silence="Toutes les récompenses sont égales, donc chaque avantage est nul. Le groupe se tait\u00a0: que ses"
    " réponses soient"
    " bonnes ou mauvaises, la politique n’en apprend rien.",
    conventions="Quel écart-type\u00a0?",
    divided_by="A divisé par",
    convention_names=("écart-type pop.", "é.-t. de Bessel", "Bessel + 10⁻⁴", "rien"),
    not_stated="Les articles ne disent pas duquel ils parlent. TRL prend celui de Bessel et ajoute 10⁻⁴\u00a0; Dr. GRPO ne"
    " divise pas.",
    tokens="Ce que reçoit chaque jeton",
    token_head=("Réponse", "Jetons", "par jeton", "en tout"),
    divisors={
        "answer": "Divisée par sa propre longueur, la longue réponse fausse est moins blâmée par jeton que la courte."
        " C’est la"
        " critique de Dr. GRPO\u00a0: mieux vaut se tromper longuement.",
        "tokens": "Divisé par tous les jetons du groupe, comme le fait DAPO, chaque jeton de réponses égales pèse"
        " autant, et une"
        " longue réponse compte davantage en tout.",
        "constant": "Divisé par une constante, ici la longueur de la plus longue réponse, comme le fait Dr. GRPO,"
        " chaque jeton de"
        " réponses égales pèse autant, quel que soit le reste du groupe.",
    },
    idle="Rien n’a encore été tiré\u00a0: x lance l’entraînement, n fait une étape, a recommence.",
    state={
        "ready": "étape 0 sur {steps}, pas commencé",
        "running": "étape {step} sur {steps}, en cours",
        "paused": "étape {step} sur {steps}, suspendu",
        "done": "étape {step} sur {steps}, fini",
    },
    fields={
        "state": "Essai",
        "chance": "p(bonne)",
        "last": "Groupe",
        "silent": "Silence",
        "pull": "Force",
        "clip": "Écrêtage",
        "loss": "Perte",
        "divergence": "KL",
        "rest": "Repos",
    },
    chance="{p}, à la limite {limit}",
    last_group="{right} bonnes sur {group}",
    last_silent="{right} bonnes sur {group}\u00a0: muet",
    pull="{mean} en moyenne par groupe de {group}, {limit} à la limite",
    silent="{count} groupes sur {step}\u00a0; le prochain avec une probabilité de {chance}",
    clipped="{share} du gradient du dernier groupe arrêté",
    never_clipped="n’agit jamais\u00a0: une mise à jour par groupe laisse ρ à 1",
    loss="{loss}\u00a0; sur les réponses de la politique même elle est nulle, et sa pente ne l’est pas",
    divergence="à {value} nats de la référence",
    rest="{p}, où récompenses et référence tirent autant",
    escaped="L’entraînement s’est emballé\u00a0: les nombres ne tiennent plus les logits. Un pas plus petit, ou moins"
    " de mises à"
    " jour par groupe, y remédie.",
    table_head=("Étape", "p, essai", "p, limite", "p, avant"),
    legend_line="{run} essai  {limit} limite  {before} précédent",
    legend_alone="{run} essai  {limit} limite, G → ∞",
    axis="p(bonne) par étape",
    about_limit="La politique est un softmax sur K réponses, dont une bonne, et part à égalité. La limite est le même"
    " entraînement avec un groupe sans fin, sans hasard.",
    hardness="Avec ou sans l’écart-type",
    hardness_head=("p(bonne)", "avec", "sans"),
    hardness_words={
        "with": "Combien tire une question, à la limite. Divisée par l’écart-type, celle qu’on réussit une fois sur"
        " cent tire le"
        " cinquième de celle qu’on sait à moitié\u00a0; sans division, le vingt-cinquième. Dr. GRPO y voit un biais vers les"
        " questions faciles et difficiles.",
        "without": "Combien tire une question, à la limite. Sans division, celle qu’on réussit une fois sur cent tire le"
        " vingt-cinquième de celle qu’on sait à moitié, au lieu du cinquième\u00a0: pas de biais, dit Dr. GRPO, et un départ"
        " plus lent.",
    },
    schemes={
        "ppo": "PPO\u00a0: 4 modèles",
        "grpo": "GRPO\u00a0: 3, sans critique",
        "rules": "récompenses par règle\u00a0: 2",
        "bare": "et β = 0\u00a0: 1",
    },
    gigabytes="{value} Go",
    memory_caption="Octets des modèles, à la même échelle.",
    memory_caveats=(
        "Chaque modèle est censé être aussi grand que la politique\u00a0;",
        "2 octets par paramètre d’un modèle qu’on interroge seulement, 16 s’il s’entraîne en précision mixte avec Adam.",
        "Sans les activations, le cache de ce qui s’écrit, ni tout ce qui est gardé ailleurs.",
    ),
    critic="Le critique à lui seul\u00a0: {value} Go, {share} de PPO. La moyenne du groupe en tient lieu, au prix de"
    " G réponses"
    " tirées pour chaque question.",
    published={
        "math": "taux 10⁻⁶, β 0,04, G 64, jusqu’à 1\u202f024 jetons, lots de 1\u202f024",
        "r1": "première phase\u00a0: taux 3·10⁻⁶, β 0,001, G 16, ε 10, jusqu’à 32\u202f768 jetons",
        "dapo": "ε 0,2 dessous et 0,28 dessus\u00a0; la perte sur tous les jetons",
    },
    published_title="Valeurs publiées",
    published_note="Ces taux valent pour des milliards de paramètres, et ne se comparent pas à celui d’ici, pour K logits.",
    critics_title="Ce que disent ses critiques",
    critics={
        "dr": "Diviser par la longueur de la réponse favorise les longues réponses fausses\u00a0; diviser par"
        " l’écart-type favorise"
        " les questions faciles et difficiles. Remède\u00a0: un diviseur constant, pas d’écart-type.",
        "dapo": "Normaliser sur tous les jetons, et écrêter moins dessus que dessous.",
    },
    shows="Pourquoi un groupe peut tenir lieu de critique, et ce que cela coûte\u00a0: des groupes muets, du hasard,"
    " des réponses"
    " tirées. Une poignée de logits n’est pas un modèle de langue\u00a0: rien ici ne mesure ce que le GRPO a épargné"
    " à DeepSeek.",
)
