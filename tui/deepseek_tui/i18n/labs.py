"""The words of the labs: of the frame that they share, of the compute lab and of the MLA lab."""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class FrameWords:
    """What the frame says around any lab; names in braces are filled in."""

    values: str
    page: str
    keys: dict[str, str]
    """What each key does, in a word or two, by the action's id."""
    to_try: str
    article_says: str
    shows: str
    sources: str
    hidden: str
    running: str
    stopped: str
    no_choice: str
    no_number: str
    out_of_range: str
    not_whole: str
    range: str
    own: str


@dataclass(frozen=True)
class ComputeWords:
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


@dataclass(frozen=True)
class MlaWords:
    """What the MLA lab says."""

    title: str
    runs: str
    labels: dict[str, str]
    abouts: dict[str, str]
    units: dict[str, str]
    own: str
    bytes: dict[str, str]
    steps: tuple[str, ...]
    sizes: tuple[str, ...]
    cache: str
    schemes: dict[str, str]
    as_built: str
    caption: str
    dashed: str
    beyond: str
    versus: str
    versus_short: str
    versus_more: str
    what_if: str
    fits: str
    head: tuple[str, ...]
    fits_caveat: str
    cost: str
    ways: dict[str, str]
    trade: str
    proof_hint: str
    headline: str
    factors: dict[str, str]
    headline_caveat: str
    proof: str
    proof_head: tuple[str, ...]
    proof_rows: str
    same: str
    control: str
    shows: str
    sources: tuple[str, ...]
    uneven: str
    odd: str


@dataclass(frozen=True)
class LabWords:
    """The words of the labs, by lab."""

    frame: FrameWords
    compute: ComputeWords
    mla: MlaWords


FRAME_ENGLISH = FrameWords(
    values="Values",
    page="What follows",
    keys={
        "change": "change",
        "choose": "choose",
        "edit": "type it",
        "steps": "try",
        "reset": "reset",
        "part": "values or page",
        "close": "close",
        "apply": "take it",
        "abandon": "leave it",
    },
    to_try="What to try",
    article_says="The article says",
    shows="This shows",
    sources="Sources",
    hidden="What comes from outside the article is hidden; c on the dashboard shows it.",
    running="working, {}% · Esc stops",
    stopped="Stopped.",
    no_choice="{label}: {value} is none of {choices}.",
    no_number="{label}: {value} is not a number.",
    out_of_range="{label}: {value} is out of reason; it goes {range}.",
    not_whole="{label}: {value} has to be a whole number.",
    range="from {low} to {high} {unit}",
    own="your own",
)

FRAME_FRENCH = FrameWords(
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

COMPUTE_ENGLISH = ComputeWords(
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

COMPUTE_FRENCH = ComputeWords(
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

MLA_ENGLISH = MlaWords(
    title="MLA: what a cache weighs",
    runs="proof",
    labels={
        "preset": "Model",
        "layers": "Layers",
        "heads": "Heads",
        "kv_heads": "KV heads",
        "head": "Head size",
        "latent": "Latent size",
        "rotary": "Rotary size",
        "context": "Context",
        "bytes": "Precision",
        "memory": "Memory",
    },
    abouts={
        "preset": "A published model sets the six sizes below; changing one makes the model your own.",
        "layers": "Layers of the network: each has a cache of its own.",
        "heads": "Attention heads in a layer. Multi-head attention keeps a key and a value for each.",
        "kv_heads": "Keys and values that grouped-query attention keeps: one for each group of heads.",
        "head": "Numbers in one key or one value.",
        "latent": "Numbers in the latent that MLA keeps instead of all keys and values.",
        "rotary": "Numbers in the one key that carries the position, kept beside the latent.",
        "context": "Tokens (pieces of words) that the model looks back at.",
        "bytes": "How exactly each number is kept: 16 bits, 8, or 6 on average as in V2’s deployed cache.",
        "memory": "Memory to fill, in decimal gigabytes: that of your own GPU, for one.",
    },
    units={"context": "tokens", "memory": "GB"},
    own="your own",
    bytes={"2": "2 bytes (bf16)", "1": "1 byte (FP8)", "0.75": "0.75 (6 bits)"},
    steps=(
        "A million tokens, more than the model supports. Which of the four caches would still fit into 80 GB?",
        "Llama 3.1 405B was built with grouped heads. What would a latent of V3’s size leave of its cache?",
        "DeepSeek-V2 in 6 bits, as in the published headline. And in 2 bytes, what is left of the 93.3%?",
    ),
    sizes=("bytes", "KiB", "MiB", "GiB", "TiB", "PiB"),
    cache="The cache for {tokens} tokens",
    schemes={"mha": "MHA", "gqa": "GQA, {} KV heads", "mqa": "MQA", "mla": "MLA"},
    as_built="{} (as built)",
    caption="To one scale. A KB is 1,000 bytes, a GB 10⁹, a GiB 2³⁰.",
    dashed="Dashed: not what this model was built with.",
    beyond="{name} supports {tokens} tokens. Beyond them this is arithmetic, and no use that it was made for.",
    versus="MLA keeps {kb} KB a token, {share}% of what {that} would: {times} times less, {saved}% saved.",
    versus_short="Against {that}: {share}%, {times} times less, {saved}% saved.",
    versus_more="MLA keeps {kb} KB a token, {times} times what {that} would.",
    what_if="MLA is a what-if here: this model has no latent, and is lent V3’s.",
    fits="How many tokens fit",
    head=("cache", "KB/token", "{} GB"),
    fits_caveat="For the cache alone: a model’s weights need room as well. How well each scheme answers is no matter of"
    " arithmetic, and is not shown.",
    cost="What it costs",
    ways={
        "naive": "keys and values kept whole",
        "absorbed": "from the latent, absorbed",
        "rebuilt": "from the latent, rebuilt first",
    },
    trade="Multiply-adds for each head and cached token. Absorbed, MLA does {times} times the arithmetic of keys and values"
    " kept whole, and never rebuilds them: memory is bought with arithmetic.",
    proof_hint="x decodes small layers both ways and compares the answers (--proof on the command line).",
    headline="93.3%, taken apart",
    factors={
        "latent": "MLA instead of V2’s own MHA, both in bf16: {}% saved",
        "quantised": "6 bits instead of 16: {}% saved",
        "rival": "given back: the rival shares KV heads, and is so much smaller than V2’s own MHA",
        "published": "together, V2 in 6 bits against DeepSeek 67B in bf16: {}% saved, as published",
        "like_for_like": "like for like, V2 against DeepSeek 67B, both in bf16: {}% saved",
    },
    headline_caveat="The published 93.3% is true of what was deployed. Like for like MLA saves 82.2% against that rival; 6"
    " bits take it the rest of the way.",
    proof="The proof",
    proof_head=("layer", "cached", "gap", "control"),
    proof_rows="Layer: heads × size of a head, {seeds} seeds each. Cached: numbers kept for a token, keys and values whole →"
    " latent and rotary key. Gap: the largest difference.",
    same="{count} random layers in float64, naive against absorbed: the answers differ by {difference} at most. It is the"
    " same computation.",
    control="The control has rotary positions on the compressed keys. Absorbed, its answers are off by {least} to {most},"
    " where their own largest numbers are {small} to {large}: the rotation cannot be absorbed, and that is why MLA carries"
    " the position in a key of its own.",
    shows="The memory that the article speaks of, in bytes. No figure in the article isolates what MLA gains, and none here"
    " says what that is worth in speed or money.",
    sources=(
        "Formulas and the 93.3%: DeepSeek-V2, arXiv 2405.04434, section 2.1, Table 1 and abstract",
        "V3’s sizes: DeepSeek-V3 Technical Report, arXiv 2412.19437, and its published inference code",
        "Published KB a token (V3 70.272, Llama 3.1 405B 516.096): arXiv 2505.09343, Table 1",
        "Other sizes: DeepSeek LLM, arXiv 2401.02954; Llama 3, arXiv 2407.21783",
    ),
    uneven="{heads} heads cannot be shared out evenly among {kv} KV heads; change one of the two so that they divide.",
    odd="Rotary size: {} is odd, and the rotation turns numbers in pairs.",
)

MLA_FRENCH = MlaWords(
    title="MLA\u00a0: ce que pèse un cache",
    runs="preuve",
    labels={
        "preset": "Modèle",
        "layers": "Couches",
        "heads": "Têtes",
        "kv_heads": "Têtes KV",
        "head": "Taille de tête",
        "latent": "Latent",
        "rotary": "Part rotative",
        "context": "Contexte",
        "bytes": "Précision",
        "memory": "Mémoire",
    },
    abouts={
        "preset": "Un modèle publié fixe les six tailles ci-dessous\u00a0; en changer une, c’est faire le vôtre.",
        "layers": "Couches du réseau\u00a0: chacune a son propre cache.",
        "heads": "Têtes d’attention par couche. L’attention multitête garde une clé et une valeur pour chacune.",
        "kv_heads": "Clés et valeurs que garde l’attention groupée\u00a0: une par groupe de têtes.",
        "head": "Nombres que compte une clé ou une valeur.",
        "latent": "Nombres du latent que le MLA garde au lieu de toutes les clés et valeurs.",
        "rotary": "Nombres de l’unique clé qui porte la position, gardée à côté du latent.",
        "context": "Jetons (morceaux de mots) sur lesquels le modèle revient.",
        "bytes": "La finesse de chaque nombre\u00a0: 16 bits, 8, ou 6 en moyenne comme dans le cache déployé de V2.",
        "memory": "La mémoire à remplir, en gigaoctets décimaux\u00a0: celle de votre GPU, par exemple.",
    },
    units={"context": "jetons", "memory": "Go"},
    own="le vôtre",
    bytes={"2": "2 octets (bf16)", "1": "1 octet (FP8)", "0.75": "0,75 (6 bits)"},
    steps=(
        "Un million de jetons, plus que le modèle n’en accepte. Lequel des quatre caches tiendrait dans 80 Go\u00a0?",
        "Llama 3.1 405B a des têtes groupées. Que laisserait de son cache un latent de la taille de celui de V3\u00a0?",
        "DeepSeek-V2 en 6 bits, comme dans le chiffre publié. Et à 2 octets, que reste-t-il des 93,3\u00a0%\u00a0?",
    ),
    sizes=("octets", "Kio", "Mio", "Gio", "Tio", "Pio"),
    cache="Le cache de {tokens} jetons",
    schemes={"mha": "MHA", "gqa": "GQA, {} têtes KV", "mqa": "MQA", "mla": "MLA"},
    as_built="{} (d’origine)",
    caption="À la même échelle. Un ko fait 1 000 octets, un Go 10⁹, un Gio 2³⁰.",
    dashed="En pointillé\u00a0: ce que ce modèle n’a pas.",
    beyond="{name} accepte {tokens} jetons. Au-delà, c’est de l’arithmétique, et plus un usage pour lequel il est fait.",
    versus="Le MLA garde {kb} ko par jeton, {share}\u00a0% de ce que garderait le {that}\u00a0: {times} fois moins,"
    " {saved}\u00a0% d’économie.",
    versus_short="Face au {that}\u00a0: {share}\u00a0%, {times} fois moins, {saved}\u00a0% d’économie.",
    versus_more="Le MLA garde {kb} ko par jeton, {times} fois ce que garderait le {that}.",
    what_if="Le MLA est ici une supposition\u00a0: ce modèle n’a pas de latent, on lui prête celui de V3.",
    fits="Combien de jetons y tiennent",
    head=("cache", "ko/jeton", "{} Go"),
    fits_caveat="Pour le cache seul\u00a0: les poids du modèle prennent aussi de la place. La qualité des réponses de chaque"
    " procédé n’est pas affaire d’arithmétique, et n’est pas montrée.",
    cost="Ce qu’il en coûte",
    ways={
        "naive": "clés et valeurs gardées entières",
        "absorbed": "depuis le latent, absorbé",
        "rebuilt": "depuis le latent, reconstruites d’abord",
    },
    trade="Multiplications-additions par tête et par jeton en cache. Absorbé, le MLA fait {times} fois le calcul de clés et"
    " valeurs gardées entières, et ne les reconstruit jamais\u00a0: la mémoire se paie en calcul.",
    proof_hint="x décode de petites couches des deux façons et compare les réponses (--proof en ligne de commande).",
    headline="Les 93,3\u00a0% en morceaux",
    factors={
        "latent": "le MLA au lieu du MHA de V2 même, les deux en bf16\u00a0: {}\u00a0% d’économie",
        "quantised": "6 bits au lieu de 16\u00a0: {}\u00a0% d’économie",
        "rival": "à rendre\u00a0: le rival partage ses têtes KV, d’autant plus petit que le MHA de V2",
        "published": "ensemble, V2 en 6 bits face à DeepSeek 67B en bf16\u00a0: {}\u00a0% d’économie, le chiffre publié",
        "like_for_like": "à égalité, V2 face à DeepSeek 67B, les deux en bf16\u00a0: {}\u00a0% d’économie",
    },
    headline_caveat="Les 93,3\u00a0% publiés sont vrais de ce qui a été déployé. À égalité, le MLA épargne"
    " 82,2\u00a0% face à ce rival\u00a0; les 6 bits font le reste du chemin.",
    proof="La preuve",
    proof_head=("couche", "en cache", "écart", "contrôle"),
    proof_rows="Couche\u00a0: têtes × taille d’une tête, {seeds} tirages chacune. En cache\u00a0: nombres gardés par jeton,"
    " clés et valeurs entières → latent et clé rotative. Écart\u00a0: le plus grand.",
    same="{count} couches tirées au hasard, en float64, décodage naïf contre absorbé\u00a0: les réponses diffèrent de"
    " {difference} au plus. C’est le même calcul.",
    control="Le contrôle met des positions rotatives sur les clés comprimées. Absorbées, ses réponses sont"
    " fausses de {least} à {most}, quand leurs propres plus grands nombres vont de {small} à {large}\u00a0: la rotation ne"
    " s’absorbe pas, et c’est pourquoi le MLA porte la position dans une"
    " clé à part.",
    shows="La mémoire dont parle l’article, en octets. Aucun chiffre de l’article n’isole ce que fait gagner le MLA, et rien"
    " ici ne dit ce que cela vaut en vitesse ou en argent.",
    sources=(
        "Formules et 93,3\u00a0%\u00a0: DeepSeek-V2, arXiv 2405.04434, section 2.1, tableau 1 et résumé",
        "Tailles de V3\u00a0: DeepSeek-V3 Technical Report, arXiv 2412.19437, et son code d’inférence publié",
        "Ko par jeton publiés (V3 70,272\u00a0; Llama 3.1 405B 516,096)\u00a0: arXiv 2505.09343, tableau 1",
        "Autres tailles\u00a0: DeepSeek LLM, arXiv 2401.02954\u00a0; Llama 3, arXiv 2407.21783",
    ),
    uneven="{heads} têtes ne se répartissent pas également entre {kv} têtes KV\u00a0; changez l’un des deux nombres.",
    odd="Part rotative\u00a0: {} est impair, et la rotation tourne les nombres par paires.",
)


@cache
def words_in(language: str) -> LabWords:
    """The words in a language; English where the labs do not speak it."""
    if language == "fr":
        return LabWords(FRAME_FRENCH, COMPUTE_FRENCH, MLA_FRENCH)
    return LabWords(FRAME_ENGLISH, COMPUTE_ENGLISH, MLA_ENGLISH)
