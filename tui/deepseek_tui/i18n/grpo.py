"""The words of the GRPO lab: a group's advantages, training, what a critic costs, and what the critics say."""

from typing import NamedTuple


class GrpoWords(NamedTuple):
    """What the GRPO lab says; names in braces are filled in."""

    title: str
    parts: dict[str, str]
    """The headings of the controls and of the page, by part."""
    short: dict[str, str]
    """The parts in a word or two, for the footer."""
    labels: dict[str, str]
    abouts: dict[str, str]
    units: dict[str, str]
    choices: dict[str, dict[str, str]]
    refused: dict[str, str]
    """Why a value that is too small makes no sense, where the bounds alone don't tell."""
    steps: dict[str, str]
    keys: dict[str, str]

    # the group
    question: str
    made_up: str
    advantage_head: tuple[str, ...]
    bars_caption: str
    sums: str
    no_sums: str
    silence: str
    conventions: str
    divided_by: str
    convention_names: tuple[str, str, str, str]
    not_stated: str
    tokens: str
    token_head: tuple[str, ...]
    divisors: dict[str, str]

    # training
    idle: str
    state: dict[str, str]
    fields: dict[str, str]
    chance: str
    last_group: str
    last_silent: str
    silent: str
    pull: str
    clipped: str
    never_clipped: str
    loss: str
    divergence: str
    rest: str
    escaped: str
    table_head: tuple[str, str, str, str]
    legend_line: str
    legend_alone: str
    axis: str
    about_limit: str
    hardness: str
    hardness_head: tuple[str, str, str]
    hardness_words: dict[str, str]

    # the critic, and the critics
    schemes: dict[str, str]
    gigabytes: str
    memory_caption: str
    memory_caveats: tuple[str, ...]
    critic: str
    published: dict[str, str]
    published_title: str
    published_note: str
    critics_title: str
    critics: dict[str, str]
    shows: str


ENGLISH = GrpoWords(
    title="GRPO: learning from a group of answers",
    parts={"group": "A group of answers", "training": "Training", "critic": "What a critic would cost"},
    short={"group": "group", "training": "training", "critic": "critic"},
    labels={
        "r1": "Reward 1",
        "r2": "Reward 2",
        "r3": "Reward 3",
        "r4": "Reward 4",
        "deviation": "Divide by",
        "divisor": "Length",
        "arms": "Answers K",
        "group": "Group G",
        "lr": "Rate",
        "steps": "Steps",
        "updates": "Updates",
        "low": "ε below",
        "high": "ε above",
        "beta": "β",
        "reference": "Reference",
        "seed": "Seed",
        "parameters": "Parameters",
    },
    abouts={
        "r1": "What the first answer earns, 51: the right one. Any number will do.",
        "r2": "What the second answer earns, 54.",
        "r3": "What the third answer earns, 41, after a detour.",
        "r4": "What the fourth answer earns, 47, after a long detour.",
        "deviation": "What a distance from the mean is divided by. Counts for the training, too.",
        "divisor": "What an answer’s tokens share: its own length, all tokens, or one constant.",
        "arms": "How many answers there are to choose from; one of them is right.",
        "group": "How many answers are drawn and compared for each step.",
        "lr": "How far each update goes along the gradient.",
        "steps": "How many groups are drawn before it ends.",
        "updates": "Updates made with one group; the clip needs two or more to act.",
        "low": "How far a probability may fall with one group: ρ is clipped at 1 − ε.",
        "high": "How far a probability may rise with one group: to 1 + ε. DAPO takes 0.28, so that rare answers can rise.",
        "beta": "Weight of the divergence from the reference; 0 leaves the policy free.",
        "reference": "What the reference gives to the right answer; 0 stands for 1/K, the start.",
        "seed": "Where chance begins: the same seed gives the same run.",
        "parameters": "The size of the policy; every other model is taken to be as large.",
    },
    units={"parameters": "billion"},
    choices={
        "deviation": {"population": "population’s std", "bessel": "Bessel’s std", "none": "nothing"},
        "divisor": {"answer": "own (GRPO)", "tokens": "all (DAPO)", "constant": "constant (Dr.)"},
    },
    refused={
        "group": "A group of {value} has nobody to be compared with: GRPO needs at least two answers, and takes up to"
        " {most} here.",
        "arms": "With K at {value} there is nothing to choose: it takes from 2 answers to {most}.",
        "lr": "A learning rate of {value} leads nowhere: it has to be more than 0, and at most {most}.",
        "steps": "With steps at {value} nothing is learnt: a run takes from 1 to {most}.",
        "updates": "With updates at {value} nothing is learnt: it takes from 1 to {most} a group.",
        "low": "An ε below of {value} leaves no room: it goes from {least} to {most}.",
        "high": "An ε above of {value} leaves no room: it goes from {least} to {most}.",
        "beta": "A β of {value} would reward leaving the reference: it goes from 0 to {most}.",
        "reference": "A reference can’t give {value} to the right answer: that is a probability, from 0 (for 1/K) to"
        " {most}.",
        "seed": "A seed of {value} is no start: it takes a whole number, from 0 to {most}.",
    },
    steps={
        "silence": "All four answers right. Who is better than the others? Nobody: every advantage is 0, and the"
        " group is silent.",
        "small": "Groups of two. Many are silent, the others shout: watch the curve go by leaps and stand still in between.",
        "rest": "β at 1. The reference holds the policy back, and p comes to rest below 1, where the line of the"
        " limit does.",
    },
    keys={"run": "start, pause", "one": "one step", "again": "restart"},
    question="A group of answers: 17 × 3 = ?",
    made_up="Four answers to one question, made up for this lab. Change a reward, and the advantages follow.",
    advantage_head=("Answer", "Reward", "r − mean", "A"),
    bars_caption="Whole bars: made more likely. Dashed ones: less likely.",
    sums="mean {mean}, standard deviation {std}: A = (r − mean) / std",
    no_sums="mean {mean}: A = r − mean, as Dr. GRPO has it",
    silence="All rewards are equal, so every advantage is 0. The group is silent: however good or bad its answers are, the"
    " policy learns nothing from them.",
    conventions="Which deviation?",
    divided_by="A divided by",
    convention_names=("population’s std", "Bessel’s std", "Bessel’s + 10⁻⁴", "nothing"),
    not_stated="The papers don’t state which deviation they mean. TRL takes Bessel’s and adds 10⁻⁴; Dr. GRPO divides"
    " by none.",
    tokens="What each token gets",
    token_head=("Answer", "Tokens", "a token", "whole answer"),
    divisors={
        "answer": "Divided by its own length, the long wrong answer is blamed less a token than the short one. Dr. GRPO’s"
        " criticism: it pays to be wrong at length.",
        "tokens": "Divided by all tokens of the group, as DAPO does, every token of equal answers weighs the same,"
        " and a long"
        " answer counts for more in all.",
        "constant": "Divided by one constant, here the longest answer’s length, as Dr. GRPO does, every token of"
        " equal answers"
        " weighs the same, whatever else is in the group.",
    },
    idle="Nothing has been drawn yet: x starts the training, n makes one step, a begins again.",
    state={
        "ready": "step 0 of {steps}, not started",
        "running": "step {step} of {steps}, running",
        "paused": "step {step} of {steps}, paused",
        "done": "step {step} of {steps}, done",
    },
    fields={
        "state": "Run",
        "chance": "p(right)",
        "last": "Last group",
        "silent": "Silence",
        "pull": "Pull",
        "clip": "Clip",
        "loss": "Loss",
        "divergence": "KL",
        "rest": "Rest",
    },
    chance="{p}, in the limit {limit}",
    last_group="{right} of {group} right",
    last_silent="{right} of {group} right: silent",
    pull="{mean} on average by a group of {group}, {limit} in the limit",
    silent="{count} of {step} groups; the next one with a chance of {chance}",
    clipped="{share} of the last group’s gradient stopped",
    never_clipped="never acts: one update a group leaves ρ at 1",
    loss="{loss}; on a policy’s own answers it is 0, and its slope is not",
    divergence="{value} nats from the reference",
    rest="{p}, where rewards and reference pull alike",
    escaped="The run has run away: the numbers no longer hold the logits. A smaller rate, or fewer updates a group,"
    " will do.",
    table_head=("Step", "p, drawn", "p, limit", "p, before"),
    legend_line="{run} this run  {limit} limit  {before} before",
    legend_alone="{run} this run  {limit} limit, G → ∞",
    axis="p(right) by step",
    about_limit="The policy is a softmax over K answers, one of them right, and starts even. The limit is the same training"
    " with an endless group, without chance.",
    hardness="With or without the deviation",
    hardness_head=("p(right)", "with std", "without"),
    hardness_words={
        "with": "How hard a question pulls, in the limit. Divided by std, one that is answered right one time in a"
        " hundred pulls a"
        " fifth as hard as one that is half known; undivided, a twenty-fifth. Dr. GRPO calls that a bias towards easy and"
        " hard questions.",
        "without": "How hard a question pulls, in the limit. Undivided, one that is answered right one time in a"
        " hundred pulls a"
        " twenty-fifth as hard as one that is half known, instead of a fifth: no bias, says Dr. GRPO, and a slower start.",
    },
    schemes={
        "ppo": "PPO: 4 models",
        "grpo": "GRPO: 3, no critic",
        "rules": "rewards by rule: 2",
        "bare": "and β = 0: 1",
    },
    gigabytes="{value} GB",
    memory_caption="Bytes of the models, to one scale.",
    memory_caveats=(
        "Every model is taken to be as large as the policy;",
        "2 bytes a parameter where a model is only asked, 16 where it is trained in mixed precision with Adam.",
        "Left out: activations, the cache of what is being written, and all that is kept elsewhere.",
    ),
    critic="The critic alone: {value} GB, {share} of PPO’s. The group’s mean stands in for it, at the price of"
    " drawing G answers"
    " to each question.",
    published={
        "math": "rate 10⁻⁶, β 0.04, G 64, up to 1,024 tokens, batches of 1,024",
        "r1": "first stage: rate 3·10⁻⁶, β 0.001, G 16, ε 10, up to 32,768 tokens",
        "dapo": "ε 0.2 below and 0.28 above; the loss over all tokens",
    },
    published_title="As published",
    published_note="Those rates are for billions of parameters, and not to be compared with the one here, for K logits.",
    critics_title="What its critics say",
    critics={
        "dr": "Dividing by the answer’s length favours long wrong answers; dividing by std favours easy and hard questions."
        " Remedy: a constant divisor, no std.",
        "dapo": "Normalise over all tokens, and clip less above than below.",
    },
    shows="Why a group can stand in for a critic, and what that costs: silent groups, chance, drawn answers. A handful of"
    " logits is not a language model: nothing here measures what GRPO saved DeepSeek.",
)

FRENCH = GrpoWords(
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


def words_in(language: str) -> GrpoWords:
    """The words in a language; English where the lab does not speak it."""
    return FRENCH if language == "fr" else ENGLISH
