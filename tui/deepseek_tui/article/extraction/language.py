"""Detection of the language of a text, by its most frequent words."""

import re
from collections import Counter

from deepseek_tui.article.extraction.mention import folded

LANGUAGES = ("en", "fr")
"""The languages of articles that extraction supports."""

_WORDS = re.compile(r"[^\W\d_]+")
_LEAST_SHARE = 0.2
"""The least share of frequent words; running text of a known language has more than 0.3."""
_LEAST_LEAD = 1.2
"""The factor by which the frequent words of the language must outnumber those of any other."""
_LEAST_WORDS = 4

FREQUENT_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in a is that for on was with as it he she be by at from his her are this were not have has"
        " had they which an but their its or been who will would there when more about said we you i if out up into"
        " than after",
        "fr": "le la les de des du et un une en dans que qui est pour au aux sur par pas ne il elle ce cette son sa ses"
        " avec plus sont d l s n c qu se ont a leur ou mais comme etait nous je on deux sans meme entre apres aussi"
        " fait etre",
        "es": "el la los las de del y un una en que es por para con no se su sus al lo como mas pero ha fue son este esta"
        " entre sobre desde tambien ya muy hay si o cuando hasta sin ser porque era e han me le les todo dijo anos",
        "pt": "o a os as de do da dos das e um uma em no na nos nas que para por com nao se sua seu ao mais mas como foi"
        " pelo pela ou tem ele ela ser entre ja sao esta isso muito ate sobre quando tambem era pelos aos disse anos",
        "it": "il lo la i gli le di del della dei delle dello degli e un una in nel nella che per con non si da dal dalla"
        " al alla sono ha piu come anche ma suo sua l d dell all nell questo questa o hanno stato tra dopo ai se gia"
        " era",
        "de": "der die das den dem des und in zu von mit ist im fur auf nicht ein eine einen einem einer es sich auch als"
        " an am aus bei nach hat wird wurde werden sind war wie er sie ich dass uber oder aber zum zur vor noch nur"
        " durch um",
        "nl": "de het een van en in is dat op te met voor niet zijn aan er om ook als bij door maar naar uit over worden"
        " wordt werd heeft hebben die dit deze of nog wel was tot zich dan geen hij zij ze meer kan haar hun",
        "ca": "el la els les de del dels i un una en que es per amb no al als ha son aquest aquesta mes pero com va l d s"
        " ja o seva seu entre ser on fins tambe han molt hi he sobre",
        "ro": "de si in la a cu pe din care este un o nu se ca mai pentru sa au fost prin sunt al ale lui dar sau cea cel"
        " acest aceasta ce fi dupa intre ai romania",
        "sv": "och i att det som en pa ar av for med den till inte har de om ett han var jag men sig fran vi ska kan"
        " eller nar",
        "da": "og i at det som en pa er af for med den til ikke har de om et han var jeg men sig fra vi skal kan eller nar",
        "pl": "i w na z do nie sie jest to ze o jak za od po ale co tym dla przez przy oraz byl jego ktore ktory ich czy"
        " juz",
    }.items()
}
"""The most frequent words of each language, in lower case without accents."""


def language_of(text: str) -> str | None:
    """Return the code of a text's language, or None if it is unclear.

    The known languages are those of `FREQUENT_WORDS`.
    """
    words = Counter(folded(word) for word in _WORDS.findall(text))
    counts = {language: sum(words[word] for word in frequent) for language, frequent in FREQUENT_WORDS.items()}
    best, other = sorted(counts, key=counts.__getitem__, reverse=True)[:2]
    is_clear = (
        counts[best] >= _LEAST_WORDS
        and counts[best] >= _LEAST_SHARE * words.total()
        and counts[best] >= _LEAST_LEAD * counts[other]
    )
    return best if is_clear else None
