"""The status and the certainty of a sentence, guessed from its words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from deepseek_tui.article.extraction.hedges import CONDITIONAL_FR, hedges
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.reasons import REASONS

UNHEDGED, HEDGED, LEFT_OPEN = "unhedged", "hedged", "left open"
STATED, REPORTED, QUOTED, OPINION, PREDICTION, QUESTION = (
    *("stated", "reported", "quoted"),
    *("opinion", "prediction", "question"),
)


@dataclass(frozen=True)
class Judgement:
    """A guessed status or certainty, with the reason of the guess."""

    word: str
    reason: str


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b")


_INFINITIVE = r"(?:\w+ )?\w+(?:er|ir|re|oir)"
_FUTURE_TIME_EN = re.compile(
    r"\b(?:next (?:year|month|week|season|spring|summer|autumn|winter|decade)|tomorrow|by (?:the end of )?20\d\d|soon"
    r"|in the (?:coming|next)|later this|as early as|within (?:weeks|months|years|days)|over the (?:next|coming))\b"
)
_FUTURE_TIME_FR = re.compile(
    r"\b(?:d'ici|prochaine?s?|demain|a l'avenir|a partir d|dans les (?:prochain|mois|annees|jours)|a terme|bientot)"
)
_CHANGES = (
    "reach|rise|fall|cost|take|lose|save|become|lead|cause|open|close|begin|start|bring|mean|force|affect|increase|reduce"
    "|grow|help|hit|result|end|face|need|come|go|delay|push|trigger|worsen|improve|return|join|double|halve|drop|climb"
    "|create|cut|add|spread|prevent|allow|make|put|leave|turn|change|replace|raise|shrink|last|happen|disappear|follow"
    "|get|soon|also|eventually|one day|be (?:closed|delayed|forced|affected|cancelled|extended|needed|used|lost|built)"
)
_PREDICTIONS: dict[str, tuple[re.Pattern[str], ...]] = {
    "en": (
        _pattern(
            r"(?<!the )(?<!his )(?<!her )(?<!their )(?<!a )(?<!free )(?<!good )will",
            "won't",
            "(?:is|are) (?:not )?going to",
            "(?:is|are|be) (?:now |still |widely )?(?:expected|set|due|scheduled|slated|poised|forecast|projected|planned)"
            r" (?:to|for|in|on)\b",
            "(?:is|are) (?:un)?likely to",
            "(?:is|are) on (?:track|course) to",
            "plans? to",
            "(?:is|are) planning to",
            "(?:hopes?|intends?|aims?|expects?|wants?|vows?|promises?|pledges?) to",
            "(?:vowed|promised|pledged|plans) to",
            "(?:predicts?|predicted|forecasts?|expects?) that",
            "expects? (?:an?|no|the)",
            f"(?:could|may|might|should) (?:{_CHANGES})",
        ),
        re.compile(
            r"\b(?:said|says|told|announced|promised|believe[sd]?|predicted|warned|expect(?:s|ed)?)\b.* would(?! have)\b"
        ),
        re.compile(r",? (?:which )?would (?:be )?\w+.*,? (?:said|says)\b"),
    ),
    "fr": (
        _pattern(
            rf"(?:va|vont|allons) (?!a |au |aux |en |bien|mal){_INFINITIVE}",
            r"devrai(?:t|ent)",
            r"pourrai(?:t|ent) (?!avoir |etre (?:l[ea]|un|plus|en) )\w+",
            r"prevoi(?:t|ent) (?:de|d'|que|qu'|un|une|la|le|pour)",
            r"prevue?s? (?:pour|en|le|la|au|a|dans|d'ici|ce)",
            r"s'appret(?:e|ent) a",
            r"s'attend(?:ent)? a",
            r"(?:promet|promettent|promis) (?:de|d'|que|qu')",
            r"est attendue?s? (?:pour|en|le|au|dans)",
            r"risque(?:nt)? d(?:e|')",
        ),
        re.compile(
            r"\b(?:annonce|promis|assure|indique|declare|affirme|prevenu|dit|precise|confirme|estime|espere)\b"
            r".* qu(?:e |').*"
            r"(?:er|ir|ettr|ndr|evr|rr|aur|ser)ai(?:t|ent)\b"
        ),
    ),
}
_PRESENT_PLAN = {
    "en": re.compile(r"\b(?:may|might|could|must|has to|have to)\b"),
    "fr": re.compile(rf"\b(?:doi(?:t|vent)|peu(?:t|vent)) {_INFINITIVE}"),
}
"""Words that show a prediction only beside a time in the future."""
_FUTURE_FR = re.compile(
    r"\b(?!(?:extra|ultra|sierra|orchestra|guerra)\b)(?!(?:ret|att|adm|insp|resp|exp|soup|t|v)ira\b)"
    r"[^\W\d_A-Z]{1,}(?:er|nir|vrir|lir|tir|gir|sir|cir|rir|dir|ndr|rdr|udr|oudr|rr|ettr|ttr|evr)(?:a|ont)\b"
    r"|\b(?:aura|auront|sera|seront|ira|iront|fera|feront|saura|sauront)\b"
)
"""The French future tense, matched with accents so that "opéra" does not match."""

_PLAN_FR = re.compile(
    rf"\b(?:compte|entend|espère|souhaite|veut|veulent|comptent|entendent|espèrent|souhaitent) {_INFINITIVE}\b"
    r"|\benvisage(?:nt)?\b"
)
"""Plans in the present tense, matched with accents so that "espéré" does not match."""

_OPINIONS: dict[str, re.Pattern[str]] = {
    "en": _pattern(
        "i (?:think|believe|suspect|fear|doubt)",
        "in my (?:view|opinion)",
        "we (?:should|must|ought|need to|deserve)",
        "(?:should|must) (?:not |never |at least )?(?:be|have|do|stop|start|think|learn|listen|ask|remember|admit|give|not)",
        "ought to",
        "describ(?:es|ed) (?:\\w+ ){1,5}as",
        "it is (?:high )?time",
        "deserves?",
        "(?:the|one of the) (?:best|worst|greatest|finest|most \\w+)(?! known| selling|-)",
        "remarkabl[ey]|disappointing(?:ly)?|shameful(?:ly)?|absurd(?:ly)?|wonderful(?:ly)?|brilliant(?:ly)?|terribl[ey]|awful",
        "ridiculous|outrageous|unacceptable|scandalous|beautiful(?:ly)?|stupid|foolish|unwise|unfair|unjust|admirabl[ey]",
        "deplorable|pathetic|tragic(?:ally)?|sadly|unfortunately|fortunately|regrettabl[ey]|rightly|wrongly|surely|frankly",
        "too (?:late|much|little|often|few|many|long|easy|easily|slow|timid)",
        "excellent|superb|mediocre|dull|charming|delightful|magnificent|dreadful|appalling|impressive|worrying|troubling",
        "folly|nonsense|disgrace|less convinced",
        "an? (?:\\w+ )?(?:shame|pity|failure|gamble|bargain|mess|mistake|scandal|triumph)",
    ),
    "fr": _pattern(
        "je (?:pense|crois|trouve|doute|crains)",
        "a mon (?:avis|sens)",
        "il faut|il faudrait|faudra-t-il|nous devons|nous devrions|il est temps|il serait temps",
        "merite(?:nt)?",
        "(?:le|la|les|un des|l'un des|l'une des) (?:meilleure?s?|pires?|plus (?:belle|beau|beaux|grave|triste|absurde)s?)",
        "remarquable(?:ment)?|decevante?s?|honteu(?:x|se|ses)|absurdes?|magnifiques?|brillante?s?|terribles?|ridicules?",
        "scandaleu(?:x|se|ses)|inacceptables?|stupides?|injustes?|admirables?|deplorables?|lamentables?|tragiques?",
        "malheureusement|heureusement|helas|a tort|a juste titre|franchement|evidemment|assurement",
        "trop (?:tard|peu|souvent|longtemps|facile|lent|timide|cher|beau)",
        "excellente?s?|superbes?|mediocres?|charmante?s?|delicieu(?:x|se)|affligeante?s?|impressionnante?s?|inquietante?s?",
        "echec cuisant|gachis|folie|dommage|un scandale|une honte|une erreur|une chance|un pari|un luxe",
    ),
}
OPINION_VERBS = frozenset(
    folded(
        """believe believes believed think thinks thought consider considers considered fear fears feared praise praises
        praised criticise criticises criticised criticize criticizes criticized condemn condemns condemned denounce denounces
        denounced lament laments lamented accuse accuses accused argue argues argued complain complains complained call calls
        called dismiss dismisses dismissed blame blames blamed mock mocks mocked brand brands branded hail hails
        hailed
        estime estiment estimait juge jugent jugeait considere considerent pense pensent croit croient regrette regrettent
        deplore deplorent denonce denoncent fustige fustigent critique critiquent salue saluent felicite felicitent indigne
        indignent inquiete inquietent redoute craint craignent accuse accusent plaide plaident rejouit"""
    ).split()
)
"""Folded verbs of speech and thought that introduce an opinion, including French participles."""
OPINION_CUES = frozenset(("pour", "aux yeux de", "de l'avis de", "in the view of", "in the opinion of"))
"""Cues before a speaker whose opinion follows."""
_EXPECTING = frozenset(
    folded(
        """believe believes believed think thinks thought fear fears feared consider considers considered estime estiment
        estimait juge jugent pense pensent croit croient redoute craint craignent inquiete"""
    ).split()
)
"""Verbs of opinion that can introduce a prediction, as in "believes that the hall will be full"."""

_UNKNOWN: dict[str, re.Pattern[str]] = {
    "en": _pattern(
        "(?:is|are|was|were|remains?) (?:still |yet )?"
        "(?:not (?:yet |immediately |entirely )?(?:known|clear)|unknown|unclear)",
        "remains? to be (?:seen|decided)",
        "(?:no one|nobody) (?:yet )?knows",
        "(?:is|remains) (?:an? |the |another )(?:open |big |key )?question",
        "(?<=\\w )asked (?:whether|if)",
        "asks (?:whether|if)",
        "wonders? (?:whether|if|why|how)",
    ),
    "fr": _pattern(
        "on ignore",
        "(?:nul|personne) ne sait",
        "on ne sait (?:toujours )?(?:pas|encore)",
        "reste a (?:savoir|determiner|comprendre|connaitre)",
        "la question (?:reste|demeure|est de savoir|se pose)",
        r"(?:se |s'est )?demand(?:e|ent|ait|aient|es|ee) (?:si|s'|pourquoi|comment)",
        "(?:reste|demeure)(?:nt)? (?:inconnue?s?|incertaine?s?|floue?s?|en suspens)",
    ),
}
_LEFT_OPEN: dict[str, re.Pattern[str]] = {
    "en": _pattern(
        "(?<!asked )whether",
        "undecided",
        "(?:did not|would not|declined to|refused to) say (?:if|how|when|why|what|who)",
        "yet to decide",
    ),
    "fr": _pattern(
        "savoir si",
        r"(?:n'a|n'ont) pas (?:precise|dit|indique|souhaite dire) (?:si|s'|quand|comment|combien|pourquoi|qui)",
        "pas encore (?:tranche|decide|arrete)",
        "ni confirme ni dementi",
    ),
}


def status_of(text: str, language: str, verbs: Sequence[str] = ()) -> Judgement:
    """Return the status of a sentence, judged without its quotations.

    `verbs` are its folded verbs of speech. The status is "stated" without a cue of another one.
    """
    texts, plain = REASONS[language], _aligned(text)
    if text.rstrip(" \u00a0\u202f\"”»’'").endswith("?"):
        return Judgement(QUESTION, texts.question_mark)
    if found := _UNKNOWN[language].search(plain):
        asks = "ask" in found.group() or "demand" in found.group() or "wonder" in found.group()
        template = texts.asked if asks else texts.open_question
        return Judgement(QUESTION, template.format(_printed(text, found, language)))
    if verb := next((verb for verb in verbs if verb in (OPINION_VERBS | OPINION_CUES) - _EXPECTING), ""):
        return Judgement(OPINION, texts.opinion.format(texts.words(_as_printed(text, verb))))
    if found := _prediction(text, plain, language):
        return Judgement(PREDICTION, texts.prediction.format(_printed(text, found, language)))
    if verb := next((verb for verb in verbs if verb in OPINION_VERBS), ""):
        return Judgement(OPINION, texts.opinion.format(texts.words(_as_printed(text, verb))))
    if found := _OPINIONS[language].search(plain):
        return Judgement(OPINION, texts.opinion.format(_printed(text, found, language)))
    return Judgement(STATED, "")


def certainty_of(text: str, language: str) -> Judgement:
    """Return the certainty of the wording of a sentence or quotation."""
    texts, plain = REASONS[language], _aligned(text)
    if text.rstrip(" \u00a0\u202f\"”»’'").endswith("?"):
        return Judgement(LEFT_OPEN, texts.question_mark)
    if found := _UNKNOWN[language].search(plain) or _LEFT_OPEN[language].search(plain):
        return Judgement(LEFT_OPEN, texts.left_open.format(_printed(text, found, language)))
    words = hedges(text, language)
    if language == "fr" and _PREDICTIONS["fr"][1].search(plain):
        # After a verb such as "a annoncé que", the conditional is the future seen from the past.
        words = [word for word in words if word not in ("serait", "seraient")]
    if words:
        return Judgement(HEDGED, texts.hedged.format(texts.words(_as_printed(text, words[0]))))
    if language == "fr" and (found := CONDITIONAL_FR.search(text)) and not _PREDICTIONS["fr"][1].search(plain):
        return Judgement(HEDGED, texts.hedged.format(_printed(text, found, language)))
    return Judgement(UNHEDGED, texts.no_cue)


def _prediction(text: str, plain: str, language: str) -> re.Match[str] | None:
    for pattern in _PREDICTIONS[language]:
        if found := pattern.search(plain):
            return found
    if language == "fr" and (found := _FUTURE_FR.search(text) or _PLAN_FR.search(text)):
        return found
    times = _FUTURE_TIME_EN if language == "en" else _FUTURE_TIME_FR
    return times.search(plain) if _PRESENT_PLAN[language].search(plain) else None


def _printed(text: str, found: re.Match[str], language: str) -> str:
    """Return at most five words of a match as printed, between quotation marks."""
    words = text[found.start() : found.end()].split()
    shown = " ".join(words) if len(words) <= 5 else f"{' '.join(words[:1])} … {' '.join(words[-2:])}"
    return REASONS[language].words(shown)


def _as_printed(text: str, folded_words: str) -> str:
    at = _aligned(text).find(folded_words)
    return text[at : at + len(folded_words)] if at >= 0 else folded_words


def _aligned(text: str) -> str:
    """Return text in lower case without accents, with an unchanged number of characters."""
    return "".join(map(_plain_char, text))


@lru_cache(maxsize=1024)
def _plain_char(char: str) -> str:
    plain = folded(char)
    return plain if len(plain) == 1 else " " if char.isspace() else char
