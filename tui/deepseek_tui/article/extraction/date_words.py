"""French and English words in or around dates, such as seasons.

Words are folded, in lower case without accents, unless a pattern says otherwise.
"""

from deepseek_tui.article.extraction.mention import SPACE, word_set

YEAR = r"(?:1[0-9]|20)\d\d"

SEASON_NAMES = {
    "spring": 21,
    "summer": 22,
    "autumn": 23,
    "fall": 23,
    "winter": 24,
    "printemps": 21,
    "ete": 22,
    "automne": 23,
    "hiver": 24,
}
"""Names of seasons with their code in EDTF."""

RANKS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
    "premier": 1,
    "deuxieme": 2,
    "troisieme": 3,
    "quatrieme": 4,
    "1er": 1,
    "2e": 2,
    "3e": 3,
    "4e": 4,
    "dernier": 4,
    "2eme": 2,
    "3eme": 3,
    "4eme": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
}
"""Ordinals of quarters and half years."""

TENS_FR = {"vingt": 2, "trente": 3, "quarante": 4, "cinquante": 5, "soixante": 6, "soixante-dix": 7, "quatre-vingt": 8}
TENS_FR |= {"quatre-vingts": 8, "quatre-vingt-dix": 9}
"""French names of decades: « les années soixante »."""

STRONG_INTRODUCERS = word_set(
    """
    in since during until till through en depuis jusqu'en annee annees year years courant circa season saison mid mi
    early late debut fin ete hiver automne printemps summer winter spring autumn fall
    """
)
"""Words after which four digits are a year, even if the next noun could be counted."""

YEAR_DETERMINERS = word_set(
    """
    the its his her their our my this that a an every each
    """
)
"""English words after which a year before a noun is no count: "the 2009 crash"."""

COUNT_INTRODUCERS = word_set(
    "some about around over nearly almost than least most up roughly approximately only just another"
)
"""English words after which four digits before a plural are a count: "some 2025 chips"."""

TOTALS = word_set(
    """
    total plus moins pres somme nombre hausse baisse prix cout montant moyenne partir lieu sum price cost average rate
    fee population increase rise drop amount record distance length altitude height
    """
)
"""Nouns and words after which "of" or « de » introduces a count, not a year."""

FEASTS = word_set(
    """
    christmas easter thanksgiving ramadan hanukkah noel paques toussaint ascension pentecote
    """
)
"""Capitalised words before a year that do not make it a part of a name."""

UNDATED_NOUNS = word_set(
    """
    level levels figure figures price prices dollars euros edition editions version model models vintage season
    seasons budget novel film movie album book song single series standard standards rule rules law act code
    constitution census average total rate rates peak record high low baseline benchmark targets target estimate
    estimates season census data ranking rankings list index guide plan graduate graduates class survey study paper
    """
)
"""English nouns that a preceding year only identifies, as no event of that year."""

UNDATED_NOUNS_FR = word_set(
    """
    edition editions millesime version exercice budget modele niveau niveaux saison promotion barometre classement
    loi programme plan indice bilan cuvee serie
    """
)
"""French nouns that a following year only identifies, as no event of that year."""

NO_PARTICIPLES_FR = word_set(
    """
    prevu prevus prevue prevues attendu attendus attendue attendues programme programmes programmee programmees
    annee annees journee soiree musee musees societe ete armee duree rentree qui lui depuis plus jeudi lundi
    mardi samedi vendredi mercredi midi ici aussi parmi lieu feu jeu milieu rue vue avenue apres-midi suite
    suites visite visites reussite vite cite qualite sante activite
    """
)
"""French words that end like a past participle, and past participles that announce a plan."""

COMPARISONS = (
    r"(?:compared (?:with|to)|than|versus|vs\.?|relative to|unlike|(?:up|down|%|percent|increase|rise|drop|decline)"
    r" from|than(?: [a-z]+){1,4} in|par rapport (?:a|au|aux)"
    r"|comparee?s? (?:a|au)"
    r"|contre|qu'|que|comme)(?: ?\b(?:in|en|for|the|le|la|l'|celle?s? de|ceux de|those (?:of|in)|that (?:of|in)))*\Z"
    r"|\bcontre [^.;]{1,30} (?:en|in)\Z|\b(?:against|from|down from|up from) [^.;,]{1,30} in\Z"
)
"""Pattern for the folded text before a date that only serves as a comparison."""

ABOUT_DATE = (
    r"(?:circa|c\.|ca\.?|around|about|approximately|roughly|vers|autour d[e']|environ|aux? (?:alentours|environs) d[e']"
    r"|sometime in|some time in)(?: (?:the|le|la|l'annee|les|en|in))*\Z"
)
"""Pattern for the folded text before an approximate date."""

_SMALL_WORDS = "(?: the| le| la| les| l'| de| du| d'| of| en| au| in| a| l'annee| year)*"
_WITHIN = f"{_SMALL_WORDS}(?: ?(?:end|close|start|beginning|middle|late|early|mid-?|fin|debut|mi-?|milieu))?{_SMALL_WORDS}"
DEADLINES = (
    rf"(?:\bby|\b(?:no|not) later than|\bbefore|\bahead of|\bd'ici(?: au? (?:plus tard)?)?|\bau plus tard|\bavant)"
    rf"{_WITHIN}\Z"
)
"""Pattern for the folded text before a date that is a deadline."""

RANGES = {
    "en": rf"{SPACE}?[-‑–—]{SPACE}?|{SPACE}(?:to|through|until|till|up{SPACE}to){SPACE}(?:the{SPACE})?",
    "fr": rf"{SPACE}?[-‑–—]{SPACE}?|{SPACE}(?:à|au|jusqu[’']au|jusqu[’']en|jusqu[’']à){SPACE}(?:la{SPACE}|l[’'])?",
}
"""Patterns for the text between the first and the last date of a period."""

BETWEEN = {
    "en": (r"\bbetween(?: the)?\Z", rf"{SPACE}and{SPACE}(?:the{SPACE})?"),
    "fr": (r"\bentre(?: les?| la| l')?\Z", rf"{SPACE}et{SPACE}(?:les?{SPACE}|la{SPACE}|l[’'])?"),
}
"""Patterns for the folded text before a period, and for the text between its two dates."""

TOGETHER = {"en": rf",?{SPACE}(?:and|or){SPACE}", "fr": rf"{SPACE}(?:et|ou){SPACE}(?:les?{SPACE}|du{SPACE})?"}
"""Patterns for the text between two dates that share a year."""
