"""Words of the MLA lab, in French."""

from deepseek_tui.i18n.mla import MlaWords

WORDS = MlaWords(
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
    " {}\u00a0% face à ce rival\u00a0; les 6 bits font le reste du chemin.",
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
        "Ko par jeton publiés (V3 70,272\u00a0; Llama 3.1 405B 516,096)\u00a0: arXiv 2505.09343, tableau 1, lu en extrait",
        "Autres tailles\u00a0: DeepSeek LLM, arXiv 2401.02954\u00a0; Llama 3, arXiv 2407.21783\u00a0; lus en extrait",
    ),
    uneven="{heads} têtes ne se répartissent pas également entre {kv} têtes KV\u00a0; changez l’un des deux nombres.",
    odd="Part rotative\u00a0: {} est impair, et la rotation tourne les nombres par paires.",
)
