"""French interface texts of the MLA lab."""

from deepseek_tui.i18n.mla import MlaWords

WORDS = MlaWords(
    title="MLA\u00a0: la taille du cache",
    runs="vérification",
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
        "preset": "Un modèle publié fixe les six tailles ci-dessous\u00a0; en modifier une crée le vôtre.",
        "layers": "Couches du réseau\u00a0: chacune a son propre cache.",
        "heads": "Têtes d’attention par couche. L’attention multitête garde une clé et une valeur pour chacune.",
        "kv_heads": "Clés et valeurs que garde l’attention groupée\u00a0: une par groupe de têtes.",
        "head": "Taille du vecteur d’une clé ou d’une valeur.",
        "latent": "Taille du vecteur latent que le MLA garde à la place des clés et des valeurs.",
        "rotary": "Taille de la clé unique qui porte la position, gardée à côté du latent.",
        "context": "Jetons (morceaux de mots) que contient le contexte du modèle.",
        "bytes": "Bits par nombre\u00a0: 16, 8, ou 6 en moyenne comme dans le cache déployé de V2.",
        "memory": "Mémoire à remplir, en gigaoctets décimaux\u00a0: celle de votre GPU, par exemple.",
    },
    units={"context": "jetons", "memory": "Go"},
    own="le vôtre",
    bytes={"2": "2 octets (bf16)", "1": "1 octet (FP8)", "0.75": "0,75 (6 bits)"},
    steps=(
        "Un million de jetons, plus que le modèle n’en accepte. Lequel des quatre caches tiendrait dans 80 Go\u00a0?",
        "Llama 3.1 405B a des têtes groupées. Que deviendrait son cache avec un latent de la taille de celui de V3\u00a0?",
        "DeepSeek-V2 en 6 bits, comme dans le chiffre publié. À 2 octets, que reste-t-il des 93,3\u00a0%\u00a0?",
    ),
    sizes=("octets", "Kio", "Mio", "Gio", "Tio", "Pio"),
    cache="Le cache de {tokens} jetons",
    schemes={"mha": "MHA", "gqa": "GQA, {} têtes KV", "mqa": "MQA", "mla": "MLA"},
    as_built="{} (d’origine)",
    caption="À la même échelle. Un ko fait 1 000 octets, un Go 10⁹, un Gio 2³⁰.",
    dashed="En pointillé\u00a0: ce que ce modèle n’a pas.",
    beyond="{name} accepte {tokens} jetons. Au-delà, le calcul est purement théorique.",
    versus="Le MLA garde {kb} ko par jeton, {share}\u00a0% de ce que garderait le {that}\u00a0: {times} fois moins, "
    "{saved}\u00a0% d’économie.",
    versus_short="Face au {that}\u00a0: {share}\u00a0%, {times} fois moins, {saved}\u00a0% d’économie.",
    versus_more="Le MLA garde {kb} ko par jeton, {times} fois ce que garderait le {that}.",
    what_if="Le MLA est ici une hypothèse\u00a0: ce modèle n’a pas de latent, on lui prête celui de V3.",
    fits="Nombre de jetons possible",
    head=("cache", "ko/jeton", "{} Go"),
    fits_caveat="Pour le cache seul\u00a0: les poids du modèle prennent aussi de la place. La qualité des réponses "
    "de chaque procédé n’est pas montrée.",
    cost="Le coût en calcul",
    ways={
        "naive": "clés et valeurs complètes",
        "absorbed": "depuis le latent, absorbé",
        "rebuilt": "depuis le latent, reconstruites",
    },
    trade="Multiplications-additions par tête et par jeton en cache. Absorbé, le MLA demande {times} fois le calcul "
    "des clés et valeurs complètes, sans jamais les reconstruire\u00a0: il échange du calcul contre de la mémoire.",
    proof_hint="x décode de petites couches des deux façons et compare les réponses (--proof en ligne de commande).",
    headline="D’où viennent les 93,3\u00a0%",
    factors={
        "latent": "le MLA au lieu du propre MHA de V2, les deux en bf16\u00a0: {}\u00a0% d’économie",
        "quantised": "6 bits au lieu de 16\u00a0: {}\u00a0% d’économie",
        "rival": "à déduire\u00a0: le rival partage ses têtes KV, son cache est donc plus petit que le MHA de V2",
        "published": "au total, V2 en 6 bits face à DeepSeek 67B en bf16\u00a0: {}\u00a0% d’économie, le chiffre publié",
        "like_for_like": "à conditions égales, V2 face à DeepSeek 67B, les deux en bf16\u00a0: {}\u00a0% d’économie",
    },
    headline_caveat="Les 93,3\u00a0% publiés sont exacts pour le modèle déployé. À conditions égales, le MLA "
    "économise {}\u00a0% face à ce rival\u00a0; les 6 bits font le reste.",
    proof="La vérification",
    proof_head=("couche", "en cache", "écart", "contrôle"),
    proof_rows="Couche\u00a0: têtes × taille d’une tête, {seeds} tirages chacune. En cache\u00a0: nombres gardés "
    "par jeton, clés et valeurs complètes → latent et clé rotative. Écart\u00a0: le plus grand.",
    same="{count} couches tirées au hasard, en float64, décodage naïf contre absorbé\u00a0: les réponses diffèrent "
    "de {difference} au plus. C’est le même calcul.",
    control="Le contrôle met des positions rotatives sur les clés comprimées. Après absorption, ses réponses "
    "s’écartent de {least} à {most}, pour des valeurs maximales de {small} à {large}\u00a0: la rotation ne "
    "s’absorbe pas, et c’est pourquoi le MLA porte la position dans une clé à part.",
    shows="La mémoire dont parle l’article, en octets. Aucun chiffre de l’article n’isole le gain dû au MLA, et "
    "rien ici n’en donne la valeur en vitesse ou en argent.",
    sources=(
        "Formules et 93,3\u00a0%\u00a0: DeepSeek-V2, arXiv 2405.04434, section 2.1, tableau 1 et résumé",
        "Tailles de V3\u00a0: DeepSeek-V3 Technical Report, arXiv 2412.19437, et son code d’inférence publié",
        "Ko par jeton publiés (V3 70,272\u00a0; Llama 3.1 405B 516,096)\u00a0: arXiv 2505.09343, tableau 1, lu en extrait",
        "Autres tailles\u00a0: DeepSeek LLM, arXiv 2401.02954\u00a0; Llama 3, arXiv 2407.21783\u00a0; lus en extrait",
    ),
    uneven="{heads} têtes ne se répartissent pas en parts égales entre {kv} têtes KV\u00a0; changez l’un des deux nombres.",
    odd="Part rotative\u00a0: {} est impair, et la rotation porte sur des paires de nombres.",
)
