"""French and English word lists for extraction, such as numbers and months.

Every table is keyed by folded words, in lower case without accents.
"""

import re

from deepseek_tui.article.extraction.mention import word_set

MONTHS: dict[str, dict[str, int]] = {
    language: {name: number for number, names in enumerate(months.split(" | "), 1) for name in names.split()}
    for language, months in {
        "en": "january jan | february feb | march mar | april apr | may | june jun | july jul | august aug"
        " | september sept sep | october oct | november nov | december dec",
        "fr": "janvier janv | février fevrier févr fevr | mars | avril avr | mai | juin | juillet juil | août aout"
        " | septembre sept | octobre oct | novembre nov | décembre decembre déc",
    }.items()
}
"""Names and abbreviations of months in lower case, with and without accents."""

WEEKDAYS = word_set(
    """
    dimanche friday jeudi lundi mardi mercredi monday samedi saturday sunday thursday tuesday vendredi wednesday
    """
)

DATE_INTRODUCERS = word_set(
    """
    after an annee annees apres around automne autumn avant before between by circa courant debut depuis des during
    early en end entre ete fall fin from hiver ici in jusqu jusqu'en last late mi mid next of printemps since spring
    summer this through till to until vers winter year years
    """
)
"""Words after which four digits are a year, or an ambiguous month is a date."""

_UNDER_TWENTY_FR = (
    *("zero", "", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
    *("treize", "quatorze", "quinze", "seize"),
)
_UNDER_TWENTY_EN = (
    *("zero", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = (20, 30, 40, 50, 60, 70, 80, 90)
NUMBER_WORDS: dict[str, dict[str, int]] = {
    "fr": {
        **{word: value for value, word in enumerate(_UNDER_TWENTY_FR) if word},
        "vingt": 20,
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
        "septante": 70,
        "nonante": 90,
        "huitante": 80,
    },
    "en": {
        **{word: value for value, word in enumerate(_UNDER_TWENTY_EN) if word},
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
    },
}
ONES: dict[str, frozenset[str]] = {"fr": frozenset(("un", "une")), "en": frozenset(("one", "a", "an"))}
"""Words for the number one, which are more often indefinite articles."""

SCALES: dict[str, dict[str, int]] = {
    "fr": {
        **dict.fromkeys(("mille", "millier", "milliers"), 10**3),
        **dict.fromkeys(("million", "millions"), 10**6),
        **dict.fromkeys(("milliard", "milliards"), 10**9),
        **dict.fromkeys(("billion", "billions"), 10**12),
        **dict.fromkeys(("dizaine", "dizaines"), 10),
        **dict.fromkeys(("douzaine", "douzaines"), 12),
        "quinzaine": 15,
        "vingtaine": 20,
        "trentaine": 30,
        "quarantaine": 40,
        "cinquantaine": 50,
        "soixantaine": 60,
        **dict.fromkeys(("centaine", "centaines"), 10**2),
    },
    "en": {
        "dozen": 12,
        **dict.fromkeys(("hundred",), 10**2),
        **dict.fromkeys(("thousand", "thousands"), 10**3),
        **dict.fromkeys(("million", "millions"), 10**6),
        **dict.fromkeys(("billion", "billions"), 10**9),
        **dict.fromkeys(("trillion", "trillions"), 10**12),
    },
}

_RANKS_EN = "first second third fourth fifth sixth seventh eighth ninth tenth"
_RANKS_FR = "deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme"
ORDINALS: dict[str, dict[str, int]] = {
    "en": {word: rank for rank, word in enumerate(_RANKS_EN.split(), 1)},
    "fr": {
        **dict.fromkeys(("premier", "premiere", "premiers", "premieres"), 1),
        **dict.fromkeys(("second", "seconde"), 2),
        **{word: rank for rank, word in enumerate(_RANKS_FR.split(), 2)},
        **{f"{word}s": rank for rank, word in enumerate(_RANKS_FR.split(), 2)},
    },
}
"""Ordinal words."""

ORDINAL_SUFFIXES: dict[str, frozenset[str]] = {
    "en": frozenset(("st", "nd", "rd", "th")),
    "fr": frozenset(("er", "re", "e", "eme", "ieme", "nd", "nde", "ers")),
}

UNITS: dict[str, str] = {
    word: kind
    for kind, words in {
        "year": "year years an ans annee annees",
        "month": "month months mois",
        "week": "week weeks semaine semaines",
        "day": "day days jour jours journee journees",
        "hour": "hour hours heure heures h",
        "minute": "minute minutes min mn",
        "second": "seconds secondes",
        "percent": "% percent pour-cent pourcent",
        "times": "times fois x × fold",
        "dollar": "$ dollar dollars usd",
        "euro": "€ euro euros eur",
        "pound": "£ pounds livres gbp",
        "metre": "metre metres meter meters",
        "kilometre": "km kilometre kilometres kilometer kilometers",
        "kilogram": "kg kilo kilos kilogram kilograms kilogramme kilogrammes",
        "tonne": "tonne tonnes",
        "litre": "litre litres liter liters",
        "degree": "° degree degrees degre degres",
    }.items()
    for word in words.split()
}
"""Common units in all languages, each with its language-independent name."""

UNITS_COUNTED_BY_ONE = frozenset(("year", "month", "week", "hour", "percent", "an", "mois", "semaine", "heure"))
"""Units that "one" counts. "One year" is a length, but "one day" is some day."""

FRACTION_PARTS = {"third": 3, "tier": 3, "quarter": 4, "quart": 4, "fifth": 5, "cinquieme": 5, "tenth": 10, "dixieme": 10}
"""Fractions in the singular, with their denominators."""

DETERMINERS = word_set("les des ces ses aux leurs nos vos the these those their its his her our your")
"""Words before a small number that refer to things just named, as in "these two"."""

PRONOUNS = word_set("them us him me themselves ours theirs mine whom those these eux lui lesquels lesquelles leurs")
"""Words that replace a noun, and so are no units."""

CURRENCIES = frozenset(("$", "€", "£"))

INSTITUTIONS = word_set("bourse etat eglise internet web net")
"""Common nouns that are written with a capital by convention."""

BOUNDS: dict[str, str] = {
    "at least": "at least|(?:no|not|nor) (?:less|fewer) than|(?:a )?minimum of|as (?:few|little) as"
    "|au moins|pas moins d(?:e|')"
    "|(?:au|un) minimum(?: d[e'])?",
    "at most": "at most|up to|as (?:many|much) as|(?:no|not|nor) more than|(?:a )?maximum of"
    "|not exceeding|au plus|jusqu'a|pas plus d(?:e|')"
    "|(?:au|un) maximum(?: d[e'])?",
    "less than": "less than|fewer than|under|below|inferieure?s? a|moins d(?:e|')|(?:en|au)[ -]dessous d(?:e|')",
    "more than": "more than|over|above|upwards of|in excess of|north of|exceed(?:s|ed|ing)?"
    "|depass(?:e|ent|ait|aient|ant)|superieure?s? a|plus d(?:e|')|au-dela d(?:e|')|au-dessus d(?:e|')",
    "about": "about|around|some|nearly|almost|roughly|approximately|close to|barely|(?:an )?estimated|in the region of"
    "|give or take|plus or minus"
    "|environ|plus ou moins|pas loin d(?:e|')"
    "|proches? d(?:e|')|de l'ordre d(?:e|')|aux? (?:alentours|environs) d(?:e|')|quelque|pres d(?:e|')|presque"
    "|a peu pres|a peine|autour d(?:e|')",
}
"""Words before a number that limit it, as a regular expression for each bound of the story format.

The first one that matches counts: "pas moins de" is no "moins de".
"""

BOUNDS_AFTER: dict[str, str] = {
    "at least": "(?:or|and) (?:more|over|older|above|up|upwards?)|at least|minimum|(?<=-)plus|(?:ou|et) plus|au moins"
    "|au minimum|a minima",
    "at most": "or (?:less|fewer|under|younger|below)|at (?:the )?most|maximum|tops|ou moins"
    "|(?:tout )?au plus(?! (?:tard|tot))|au maximum",
    "about": "or so|odd|approximately|give or take|environ|a peu pres",
}
"""Words after a number, or after what it counts, that limit it: "100 people or more"."""

APPROXIMATE_NUMBERS = word_set(
    "dizaine dizaines quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine centaines millier milliers"
)
"""French approximate numerals, such as "douzaine"."""

ZERO_WORDS = word_set("no none nobody nothing zero never nul nulle aucun aucune rien personne")
"""Words that mean zero."""

ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu)[’'‘]", re.IGNORECASE)

PARTICLES = word_set(
    """
    al bin da de den der des di dos du el ibn la le of van von y
    """
)
"""Small words within a name."""

FUNCTION_WORDS = word_set(
    """
    a about above according across after again against all already also although always among an and another any
    around as at be because been before behind being below besides between beyond both but by can could d despite did
    do does down during each eight either elsewhere even every everybody everyone everything few fewer five for four
    from had has have he hence her here his how however i if in instead into is it its just l later least less like ma
    many may meanwhile might more most much must my near neither never next nine no nobody none nor not nothing now
    nowhere of off often on once one only onto or other our out over own per rather same shall she should since six so
    some somebody something son soon still such ten than thanks that the their then there these they this those though
    three through thus till to today together too two under unless unlike until up very via was we were what when
    where whereas whether which while who why will with within without would yet you your
    """  # English
    """
    afin ailleurs ainsi alors apres are au aucun aucune aujourd aussi autant autour autre autres aux avant avec avoir
    beaucoup bien bientot ca car ce ceci cela celle celles celui cent cependant certes ces cet cette ceux chaque chez
    cinq comme contre dans de deja demain depuis derriere des dessous dessus deux devant dix donc dont du durant elle
    elles en encore enfin ensuite entre envers est et etait ete etre face fait faute fut grace hier hors huit ici il
    ils jamais je jusque la la-bas le les leur leurs loin lors lorsque mais malgre meme memes mes mieux mille moins
    mon ne neuf ni nos notre nous nul nulle ont ou outre par parmi pas pendant personne peu plus plusieurs plutot pour
    pourtant pres puis puisque quand quant quatre que quel quelle quelles quelque quelques quels qui quoi quoique rien
    sa sans sauf selon sept sera seront ses seul seule seuls seven si sont sous sur ta tandis tel telle tes ton tous
    tout toute toutefois toutes tres trois trop tu un une vers voire vos votre vous y
    """  # French
)
"""Words that often begin a sentence and are never names."""

ADJECTIVES = word_set(
    """
    african algerian american arab argentinian asian australian austrian belgian brazilian british bulgarian
    californian canadian chilean chinese colombian czech danish democrat dutch eastern egyptian emirati english
    european finnish french german greek hungarian indian indonesian iranian iraqi irish israeli italian japanese
    kenyan korean latin londoner mexican moroccan nigerian norman northern norwegian occidental oriental pakistani
    palestinian parisian polish portuguese republican romanian russian saudi scottish sino southern spanish swedish
    swiss taiwanese thai tunisian turkish ukrainian vietnamese welsh western
    """  # English
    """
    africain africaine algerien algerienne allemand allemande americain americaine anglais anglaise arabe argentin
    argentine asiatique australien australienne autrichien autrichienne belge bresilien bresilienne breton bretonne
    britannique bulgare californien californienne canadien canadienne chilien chilienne chinois chinoise colombien
    colombienne coreen coreenne danois danoise democrate ecossais ecossaise egyptien egyptienne espagnol espagnole
    europeen europeenne finlandais finlandaise francais francaise gallois galloise grec grecque hongrois hongroise
    indien indienne indonesien indonesienne irakien irakienne iranien iranienne irlandais irlandaise israelien
    israelienne italien italienne japonais japonaise marocain marocaine mexicain mexicaine neerlandais neerlandaise
    normand norvegien norvegienne occidentale occidentaux orientale pakistanais pakistanaise palestinien palestinienne
    parisien parisienne polonais polonaise portugais portugaise republicain republicaine roumain roumaine russe
    saoudien saoudienne suedois suedoise suisse taiwanais taiwanaise tcheque thailandais thailandaise tunisien
    tunisienne turc turque ukrainien ukrainienne vietnamien vietnamienne
    """  # French
)
"""Adjectives of nationality and the like, which English capitalises; in the singular."""
