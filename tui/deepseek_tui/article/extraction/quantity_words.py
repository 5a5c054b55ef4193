"""French and English words around numbers, such as counted nouns.

Words are folded, in lower case without accents.
"""

from deepseek_tui.article.extraction.mention import word_set
from deepseek_tui.article.extraction.word_lists import UNITS

GLUED_UNITS = word_set(
    "km m cm mm ha g kg mg t l cl ml kw mw gw tw kwh mwh gwh twh kb mb gb tb mph kmh kph ft lb lbs oz hp ch m2 m3 km2"
    " p h min s sec mn fps hz khz mhz ghz ppm pts pt db nm"
) | frozenset(word for word in UNITS if len(word) <= 3)
"""Abbreviated units that may follow a number without a space."""

ABBREVIATED_UNITS = GLUED_UNITS | word_set(
    "celsius fahrenheit foot inch mile acre hectare yard gallon barrel ton litre liter metre meter kilometre kilometer"
    " kilowatt megawatt gigawatt hour minute basis"
)

IRREGULAR_PLURALS = word_set(
    "people men women children feet teeth mice geese fish sheep cattle aircraft spacecraft staff police troops personnel"
    " servicemen servicewomen firemen policemen fishermen lawmen spokesmen businessmen seamen crewmen crew dead wounded"
    " injured missing grandchildren salmon deer livestock criteria media bacteria alumni percent per-cent others francs"
)
"""English nouns that are counted without a final s."""

NO_PLURALS = word_set(
    "as has was is this its his us yes thus always perhaps afterwards towards across ours hers yours theirs besides"
    " sometimes indoors outdoors upstairs downstairs overseas nowadays versus plus minus does goes says"
)
"""English words that end in s without being plural nouns."""

PLURALS_BEFORE_NOUNS = word_set(
    "sales arms sports news customs operations communications systems goods women men savings crew staff police media"
)
"""English plurals that often stand before the noun that is counted: "12 sales managers"."""

MORE_EN = word_set(
    "more other new additional extra further different separate such consecutive straight odd plus full whole"
)
"""English words between a number and a noun that are not part of the unit."""

BEFORE_NOUN_FR = word_set(
    "autres nouveaux nouvelles grands grandes petits petites jeunes vieux vieilles beaux belles bons bonnes gros grosses"
    " premiers premieres derniers dernieres prochains prochaines longs longues mauvais mauvaises seuls seules simples"
    " anciens anciennes petites principaux principales meilleurs meilleures hauts hautes courts courtes supplementaires"
)
"""French adjectives that stand between a number and the noun."""

COUNTED_ENDINGS = ("s", "x", "z")
"""The endings of French nouns in the plural."""

NUMBERED: dict[str, str] = {
    "en": r"scenarios?|options?"
    r"|flights?|H\.R\.|gates?|articles?|sections?|chapters?|pages?|paragraphs?|verses?|psalms?|lines?|routes?|highways?"
    r"|interstates?|motorways?|roads?|junctions?|exits?|rooms?|suites?|apartments?|apt|flat|platforms?|tracks?|terminals?"
    r"|piers?|berths?|lots?|zones?|districts?|wards?|precincts?|blocks?|buildings?|reactors?|units?|hangars?|warehouses?"
    r"|nos?\.|numbers?|versions?|models?|types?|class(?:es)?|category|phases?|stages?|steps?|levels?|tiers?|grades?"
    r"|seasons?|episodes?|series|volumes?|vol\.|issues?|figures?|fig\.|tables?|appendix|annex|bills?|rules?|regulations?"
    r"|resolutions?|directives?|propositions?|amendments?|titles?|schedules?|clauses?|cases?|channels?|radio|bus(?:es)?"
    r"|trains?|trams?|formula|group|pool|heat|lane|hole|week|day|year|round|game|match|set|area|sector|square|part|act"
    r"|box|postcode|zip code|war|squadron|battalion|regiment|brigade|division|unit|store|window|booth|table|seat|cell"
    r"|position|ranked|apollo|question|answer|lesson|psalm|item|chapter|version|patent|badge|order|invoice|ticket",
    "fr": r"scenarios?|options?"
    r"|vols?|portes?|articles?|sections?|chapitres?|pages?|paragraphes?|versets?|alineas?|lignes?|routes?"
    r"|autoroutes?|nationale|departementale|sorties?|chambres?|salles?|appartements?|appt|quais?|voies?|terminal|terminaux"
    r"|lots?|zones?|districts?|secteurs?|blocs?|batiments?|reacteurs?|unites?|hangars?|entrepots?|numeros?|n°|no\.|nos\.|num"
    r"|versions?|modeles?|types?|classes?|categories?|phases?|etapes?|niveaux?|saisons?|episodes?|tomes?|volumes?|figures?"
    r"|tableaux?|annexes?|lois?|decrets?|arretes?|reglements?|resolutions?|directives?|amendements?|titres?|dossiers?"
    r"|affaires?|chaines?|canal|canaux|bus|trains?|trams?|formule|ligue|groupe|poule|couloir|trou|tour|acte|scene|boite"
    r"|code postal|escadron|bataillon|regiment|cellule|siege|place|table|guichet|bureau|stand|parcelle|apollo|question"
    r"|reponse|lecon|point|alinea|brevet|immatriculation|matricule|billet|telephone|tel\.|poste",
}
"""Nouns of numbered things, such as "page"; in the singular only, unless a list of numbers may follow."""

NUMBERED_IF_CAPITALISED = word_set(
    """
    number game day week year round match set part act war square order answer question group item position store
    unit area line block point tour place groupe table siege
    """
)
"""Words before an identifying number only if they are capitalised: "Day 3", but not "that day 12 men"."""

STREETS_FR = "rue|avenue|boulevard|bd|place|impasse|chemin|allee|route|cours|quai|square|passage|faubourg|esplanade|voie"
STREETS_EN = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Square|Sq|Boulevard|Blvd|Way|Place|Terrace|Court|Row|Crescent|Highway"
    "|Quay|Close|Gardens|Parade|Parkway|Mews|Hill|Plaza"
)

SCORED = (
    r"\b(?:w[io]ns?|lost|lose[sd]?|losing|winning|beat|beaten|beats|drew|draws?|defeat(?:s|ed)?|victor(?:y|ies)|vote[sd]?"
    r"|voting|led|lead(?:s|ing)?|trail(?:s|ed|ing)?|score[ds]?|scoring|tied|tie|result|passed|approved|rejected|ruled|ruling"
    r"|split|margin|half-time|full-time|final|set|sets|aggregate|penalties"
    r"|gagn\w+|perd\w+|bat\w*|battu\w*|impos\w+|inclin\w+|victoire|defaite|nul|match|menai?t?|mene\w*|score|egalit\w+"
    r"|vot\w+|voix|resultat|manche|mi-temps|qualifi\w+|domin\w+)\b"
)
"""Words, folded, near two joined numbers that are the score of a game or of a vote."""

VERBS_AFTER_NUMBER = word_set(
    "was were is are had have has did do died fled left came went sont etaient ont avaient seront furent"
)
