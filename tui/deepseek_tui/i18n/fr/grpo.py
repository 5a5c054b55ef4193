"""French interface texts of the GRPO lab."""

from deepseek_tui.i18n.grpo import GrpoWords

WORDS = GrpoWords(
    title="GRPO\u00a0: apprendre par groupes",
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
        "lr": "Taux",
        "steps": "Étapes",
        "updates": "Mises à jour",
        "low": "ε inférieur",
        "high": "ε supérieur",
        "beta": "β",
        "reference": "Référence",
        "seed": "Graine",
        "parameters": "Paramètres",
    },
    abouts={
        "r1": "Récompense de la première réponse, 51, la bonne. Nombre quelconque.",
        "r2": "Récompense de la deuxième réponse, 54.",
        "r3": "Récompense de la troisième réponse, 41, après un détour.",
        "r4": "Récompense de la quatrième réponse, 47, après un long détour.",
        "deviation": "Diviseur de l’écart à la moyenne\u00a0; sert aussi à l’entraînement.",
        "divisor": "Diviseur de la perte\u00a0: longueur de la réponse, tous les jetons ou constante.",
        "arms": "Nombre de réponses possibles\u00a0; une seule est bonne.",
        "group": "Nombre de réponses tirées et comparées à chaque étape.",
        "lr": "Taux d’apprentissage\u00a0: ampleur de chaque mise à jour le long du gradient.",
        "steps": "Nombre de groupes tirés en tout.",
        "updates": "Mises à jour par groupe\u00a0; l’écrêtage agit à partir de deux.",
        "low": "Baisse maximale d’une probabilité par groupe\u00a0: ρ est écrêté à 1 − ε.",
        "high": "Hausse maximale par groupe\u00a0: à 1 + ε. DAPO prend 0,28, pour que les réponses rares montent.",
        "beta": "Poids de la divergence KL avec la référence\u00a0; 0 la désactive.",
        "reference": "Probabilité de la bonne réponse dans la référence\u00a0; 0 pour 1/K, le départ.",
        "seed": "Graine aléatoire\u00a0: la même graine donne le même essai.",
        "parameters": "Taille de la politique\u00a0; les autres modèles sont supposés aussi grands.",
    },
    units={"parameters": "milliards"},
    choices={
        "deviation": {"population": "écart-type pop.", "bessel": "écart-type éch.", "none": "rien"},
        "divisor": {"answer": "la sienne (GRPO)", "tokens": "toutes (DAPO)", "constant": "constante (Dr.)"},
    },
    refused={
        "group": "Un groupe de {value} ne permet aucune comparaison\u00a0: il faut au moins deux réponses, et au "
        "plus {most} ici.",
        "arms": "K = {value} ne laisse pas de choix\u00a0: K doit aller de 2 à {most}.",
        "lr": "Un taux d’apprentissage de {value} est hors limites\u00a0: supérieur à 0, au plus {most}.",
        "steps": "{value} étapes, c’est hors limites\u00a0: il en faut de 1 à {most}.",
        "updates": "{value} mises à jour, c’est hors limites\u00a0: il en faut de 1 à {most} par groupe.",
        "low": "Un ε inférieur de {value} est hors limites, de {least} à {most}.",
        "high": "Un ε supérieur de {value} est hors limites, de {least} à {most}.",
        "beta": "Un β de {value} est hors limites, de 0 à {most}.",
        "reference": "Une référence de {value} est hors limites\u00a0: une probabilité, de 0 (pour 1/K) à {most}.",
        "seed": "Une graine de {value} est hors limites\u00a0: un nombre entier, de 0 à {most}.",
    },
    steps={
        "silence": "Les quatre réponses sont bonnes. Laquelle vaut mieux\u00a0? Aucune\u00a0: chaque avantage est "
        "nul, et le groupe n’apprend rien.",
        "small": "Des groupes de deux. Beaucoup n’apprennent rien, les autres pèsent lourd\u00a0: la courbe avance "
        "par bonds, avec des pauses.",
        "rest": "β à 1. La référence retient la politique, et p se stabilise au-dessous de 1, comme la limite.",
    },
    keys={"run": "entraîner", "one": "une étape", "again": "recommencer"},
    question="Un groupe de réponses\u00a0: 17 × 3 =\u00a0?",
    made_up="Quatre réponses à une question, inventées pour ce labo. Changez une récompense, et les avantages suivent.",
    advantage_head=("Réponse", "Récomp.", "r − moy.", "A"),
    bars_caption="Barre pleine\u00a0: rendue plus probable. En pointillé\u00a0: moins probable.",
    sums="moyenne {mean}, écart-type {std}\u00a0: A = (r − moyenne) / écart-type",
    no_sums="moyenne {mean}\u00a0: A = r − moyenne, comme dans Dr. GRPO",
    silence="Toutes les récompenses sont égales, donc chaque avantage est nul. Que ses réponses soient bonnes ou "
    "mauvaises, la politique n’apprend rien de ce groupe.",
    conventions="Quel écart-type\u00a0?",
    divided_by="A divisé par",
    convention_names=("écart-type pop.", "écart-type éch.", "éch. + 10⁻⁴", "rien"),
    not_stated="Les articles ne le précisent pas. TRL prend l’écart-type de l’échantillon plus 10⁻⁴\u00a0; Dr. GRPO "
    "ne divise pas.",
    tokens="Ce que reçoit chaque jeton",
    token_head=("Réponse", "Jetons", "par jeton", "au total"),
    divisors={
        "answer": "Divisée par sa propre longueur, une longue réponse fausse est moins pénalisée par jeton qu’une "
        "courte. Critique de Dr. GRPO\u00a0: cela favorise les longues réponses fausses.",
        "tokens": "Divisé par tous les jetons du groupe, comme dans DAPO, les jetons de réponses également "
        "récompensées pèsent autant, et une longue réponse compte davantage au total.",
        "constant": "Divisé par une constante, ici la longueur de la plus longue réponse, comme dans Dr. GRPO, les "
        "jetons de réponses également récompensées pèsent autant, quel que soit le reste du groupe.",
    },
    idle="Pas commencé\u00a0: x lance l’entraînement, n fait une étape, a recommence.",
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
        "silent": "Sans effet",
        "pull": "Gradient",
        "clip": "Écrêtage",
        "loss": "Perte",
        "divergence": "KL",
        "rest": "Équilibre",
    },
    chance="{p}\u00a0; limite {limit}",
    last_group="{right} bonnes sur {group}",
    last_silent="{right} bonnes sur {group}\u00a0: sans effet",
    pull="{mean} en moyenne pour un groupe de {group}\u00a0; limite {limit}",
    silent="{count} groupes sur {step}\u00a0; pour le prochain, probabilité de {chance}",
    clipped="{share} du gradient du dernier groupe écrêté",
    never_clipped="n’agit jamais\u00a0: avec une mise à jour par groupe, ρ reste à 1",
    loss="{loss}\u00a0; sur les réponses de la politique, elle est nulle, mais pas son gradient",
    divergence="à {value} nats de la référence",
    rest="{p}, où récompenses et référence s’équilibrent",
    escaped="L’entraînement a divergé\u00a0: les logits débordent. Réduire le taux, ou le nombre de mises à jour "
    "par groupe.",
    table_head=("Étape", "p, essai", "p, limite", "p, avant"),
    legend_line="{run} essai  {limit} limite  {before} précédent",
    legend_alone="{run} essai  {limit} limite, G → ∞",
    axis="p(bonne) par étape",
    about_limit="La politique est un softmax sur K réponses, dont une bonne, et part d’une distribution uniforme. "
    "La limite est le même entraînement avec un groupe infini, donc sans hasard.",
    hardness="Avec ou sans l’écart-type",
    hardness_head=("p(bonne)", "avec", "sans"),
    hardness_words={
        "with": "Gradient d’une question, à la limite. Divisée par l’écart-type, une question réussie une fois sur "
        "cent pèse le cinquième d’une question réussie une fois sur deux\u00a0; sans division, le vingt-cinquième. "
        "Dr. GRPO y voit un biais vers les questions faciles et difficiles.",
        "without": "Gradient d’une question, à la limite. Sans division, une question réussie une fois sur cent "
        "pèse le vingt-cinquième d’une question réussie une fois sur deux, au lieu du cinquième\u00a0: pas de "
        "biais, dit Dr. GRPO, mais un départ plus lent.",
    },
    schemes={
        "ppo": "PPO\u00a0: 4 modèles",
        "grpo": "GRPO\u00a0: 3, sans critique",
        "rules": "récompenses par règle\u00a0: 2",
        "bare": "et β = 0\u00a0: 1",
    },
    gigabytes="{value} Go",
    memory_caption="Mémoire des modèles, à la même échelle.",
    memory_caveats=(
        "Chaque modèle est supposé aussi grand que la politique\u00a0;",
        "2 octets par paramètre pour l’inférence seule, 16 pour l’entraînement en précision mixte avec Adam.",
        "Sans les activations, le cache clé-valeur, ni ce qui est gardé ailleurs.",
    ),
    critic="Le critique à lui seul\u00a0: {value} Go, {share} de PPO. La moyenne du groupe le remplace, au prix de "
    "G réponses tirées par question.",
    published={
        "math": "taux 10⁻⁶, β 0,04, G 64, jusqu’à 1\u202f024 jetons, lots de 1\u202f024",
        "r1": "première phase\u00a0: taux 3·10⁻⁶, β 0,001, G 16, ε 10, jusqu’à 32\u202f768 jetons",
        "dapo": "ε inférieur 0,2, ε supérieur 0,28\u00a0; perte sur tous les jetons",
    },
    published_title="Valeurs publiées",
    published_note="Ces taux valent pour des milliards de paramètres\u00a0; ils ne sont pas comparables à celui "
    "d’ici, pour K logits.",
    critics_title="Ce que disent ses critiques",
    critics={
        "dr": "Diviser par la longueur de la réponse favorise les longues réponses fausses\u00a0; diviser par "
        "l’écart-type favorise les questions faciles et difficiles. Remède\u00a0: un diviseur constant, pas "
        "d’écart-type.",
        "dapo": "Normaliser sur tous les jetons, et moins écrêter à la hausse qu’à la baisse.",
    },
    shows="Pourquoi un groupe peut remplacer un critique, et à quel prix\u00a0: des groupes sans effet, du hasard, "
    "des réponses tirées. Une poignée de logits n’est pas un modèle de langue\u00a0: rien ici ne mesure ce que le "
    "GRPO a fait économiser à DeepSeek.",
)
