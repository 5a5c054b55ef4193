"""English and French words around names that show the kind of player."""

import re
from dataclasses import dataclass

from deepseek_tui.article.extraction.name_lists import OCCUPATIONS, OFFICES

_SPEECH = (
    r"said|says|told|tells|added|adds|argued|argues|wrote|writes|warned|warns|insisted|insists|recalled|recalls|explained"
    r"|explains|replied|asked|noted|acknowledged|stressed|testified|joked"
    r"|dit|déclaré?|ajouté?|affirmé?|expliqué?|assuré?|lancé?|écrit|rappelé?|raconte|raconté|estimé?|précisé?|indiqué?"
    r"|souligné?|insisté?|confié?|regretté?|plaisanté?|déploré?|résumé?|selon|déclare|ajoute|affirme|explique|assure|lance|rappelle"
    r"|estime|précise|indique|souligne|insiste|confie|regrette|plaisante|déplore|résume|sourit|soupire"
)
_PERSONAL = (
    r"was born|died|smiled|grew up|was arrested|resigned|laughed|was elected|has worked|shrugged|who|whose"
    r"|née?|est née?|est morte?|a démissionné|sourit|soupire|a été élue?|a été arrêtée?|travaille"
)
_COMPANY = (
    r"company|firm|group|airline|bank|newspaper|daily|weekly|agency|charity|union|start-?up|maker|giant|retailer|club|party|band"
    r"|website|broadcaster|team|publisher|manufacturer|operator|supplier|association|NGO|network|chain|studio|non-profit|nonprofit"
    r"|regulator|watchdog|brand|lender|insurer|builder|developer|think tank|magazine|platform"
    r"|entreprise|groupe|société|compagnie|syndicat|parti|journal|quotidien|hebdomadaire|agence|constructeur|opérateur|fabricant"
    r"|géant|chaîne|site|éditeur|banque|équipe|enseigne|laboratoire|collectif|fondation|mouvement|ONG|maison|marque|coopérative|filiale|subsidiary|revue|review|outlet"
)
_ARTEFACT = (
    r"app|software|model|version|device|smartphone|game|film|movie|series|novel|book|song|album|missile|rocket|satellite|ferry"
    r"|ship|vessel|boat|yacht|trawler|drug|vaccine|chatbot|aircraft|jet|tanker|assistant|spacecraft|probe"
    r"|logiciel|application|modèle|roman|livre|série|jeu|fusée|navire|bateau|paquebot|voilier|chalutier|médicament|vaccin|avion"
    r"|moteur|puce|appareil|sonde|téléphone|console|drone|robot"
)
_SETTLEMENT = (
    r"capital|city|town|village|port|people|mayor|outskirts|streets|suburb|district|province|region|island|county|state|north|south"
    r"|east|west|residents|inhabitants|centre|center|coast|harbour|harbor|airport|government"
)
_SETTLEMENT_FR = (
    r"capitale|ville|village|commune|port|maire|mairie|habitants|région|rues|nord|sud|est|ouest|gare|île|préfet|département|quartier"
    r"|préfète|pompiers|gendarmes|élus|députée?|rue|avenue|province|périphérie|centre|banlieue|aéroport|côte|large|gouvernement|faubourgs|vallée|pays|hauteurs|plage"
)
_PEOPLE_OF = (
    r"(?:spokes\w+|shares|analysts?|employees|workers|staff|customers|members|owners?|founders?|subsidiary|division|chief|executive"
    r"|engineers?|headquarters|CEO|chairman|chairwoman|director|managers?) (?:of|for|at|in)"
    r"|(?:porte-parole|PDG|salariés|actionnaires|directeur|directrice|filiale|fondateur|fondatrice|patron|patronne|siège|clients"
    r"|adhérents|usines?|ingénieure?s?|dirigeants|équipes|actions) (?:de|du|chez)"
)
_PERSON_NOUNS = "|".join(sorted(OCCUPATIONS | (OFFICES - {"m", "mr", "mm", "count", "general"}), key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that are evidence for kinds of players, with a weight each."""

    pattern: re.Pattern[str]
    weights: tuple[tuple[str, float], ...]


def _cue(pattern: str, **weights: float) -> Cue:
    return Cue(re.compile(pattern), tuple(weights.items()))


BEFORE = (
    _cue(rf"\b(?!told|tells|asked|warn|née?)(?:{_SPEECH}) \Z", person=1.5, organisation=0.7),
    _cue(r"\b(?:told|tells) \Z", person=0.6, organisation=0.8),
    _cue(r"\b(?:[Aa]ccording to|[Ss]elon|[Dd]’après) \Z", person=0.6, organisation=0.8),
    _cue(r"\b(?:[Ii]n|[Nn]ear|[Aa]cross|[Tt]hroughout|outside|[Aa]round) \Z", place=2.0),
    _cue(r"\b(?:from|[Ff]rom|to|into|towards?|leaving|left|reached|visited) \Z", place=0.6),
    _cue(r"\b[Aa]t \Z", place=0.6, organisation=0.8),
    _cue(r"\b[Ee]n \Z", place=2.5),
    _cue(r"(?<!grâce )(?<!face )(?<!quant )(?<!dit )(?<!ndu )(?<!rié )(?<!nfié )\b[Àà] \Z", place=1.5),
    _cue(r"\b(?:[Pp]rès de|[Vv]ers|[Dd]ans (?:les?|la)|[Aa]utour de|[Jj]usqu[’']à|au large de) \Z", place=1.5),
    _cue(r"\b[Dd]ans l[’']\Z", place=1.2),
    _cue(rf"\b(?:{_SETTLEMENT}) of (?:the )?\Z", place=3.0),
    _cue(rf"\b(?:{_SETTLEMENT_FR}) (?:de (?:la )?|du |des |d[’'])\Z", place=3.0),
    _cue(r"\b(?:capital|city|town|village|capitale|ville|commune|village), \Z", place=2.0),
    _cue(rf"\b(?:{_COMPANY}) \Z", organisation=3.0),
    _cue(r"\b(?:[Pp]résidente?|directrice générale|directeur général) (?:de|du|d[’'])\s?\Z", organisation=1.5, place=0.5),
    _cue(r"\b[Cc]hez \Z", organisation=2.5),
    _cue(rf"\b(?:{_PEOPLE_OF}) \Z", organisation=2.5),
    _cue(rf"\b(?:{_ARTEFACT}) \Z", product=2.5),
    _cue(r"\b(?:the|The) \Z", organisation=0.5, product=0.3),
    _cue(r"\b(?:[Ll]es|[Aa]ux) \Z", organisation=0.8),
    _cue(r"\b(?:wife|husband|son|daughter|brother|sister|mother|father|femme|mari|fils|fille|frère|sœur), \Z", person=2.5),
)
"""Cues at the end of the text before a name."""

AFTER = (
    _cue(rf"\A,? (?:also |has |had |then |l[’']|a |avait |en )?(?:{_SPEECH})\b", person=1.5, organisation=0.7),
    _cue(rf"\A,? (?:{_PERSONAL})\b", person=1.5),
    _cue(r"\A(?:, | \()\d{2}(?:,| ans|\)| years)", person=3.0),
    _cue(rf"\A, (?:[\w’'-]+ ){{0,4}}?(?:l[’'])?(?i:{_PERSON_NOUNS})\b", person=2.5),
    _cue(rf"\A, (?:the |a |an |la |le |une? |l[’'])?(?:[\w’'-]+ ){{0,2}}?(?:{_COMPANY})\b", organisation=2.0),
    _cue(rf"\A, (?:the |a |an |la |le |une? |l[’'])?(?:[\w’'-]+ ){{0,2}}?(?:{_ARTEFACT})\b", product=1.5),
    _cue(
        r"\A,? (?:the |a |la |le |une? )?(?:[\w’'-]+ ){0,2}?(?:capital|city|town|village|capitale|ville|commune)\b",
        place=2.0,
    ),
    _cue(
        r"\A (?:newspaper|daily|weekly|news agency|magazine|airline|club|coach|captain|manager|striker|defender|midfielder"
        r"|goalkeeper|fans|keeper|voters|MPs?|lawmakers|leader)\b",
        organisation=2.0,
    ),
    _cue(r"\A (?:mosque|airport|stadium|area|region|province|beach|prison|station|district)\b", place=1.5),
    _cue(r"\A-based\b", place=2.0),
    _cue(
        r"\A (?:executives?|shares|spokes\w+|employees|officials|members|stock|customers|engineers|headquarters)\b",
        organisation=1.5,
    ),
    _cue(
        r"\A[’']s (?:shares|board|employees|headquarters|customers|CEO|chief|profits?|products|owners)\b", organisation=2.0
    ),
    _cue(r"\A[’']s (?:capital|president|government|economy|parliament|army|border|coast|streets|people|mayor)\b", place=1.5),
    _cue(r"\A[’']s (?:wife|husband|son|daughter|brother|sister|mother|father|lawyer|death|career|family)\b", person=2.5),
    _cue(r"\A\) ?[—–-]", organisation=2.5),
    _cue(r"\A \([A-Z][A-Za-z-]+\)", organisation=1.0),
    _cue(r"\A \([A-Z]{2,6}\)", organisation=2.5),
    _cue(
        r"\A (?:announced|launched|acquired|employs|sells|makes|reported"
        r"|a annoncé|emploie|fabrique|vend|a lancé|a racheté)\b",
        organisation=0.8,
    ),
)
"""Cues at the start of the text after a name."""
