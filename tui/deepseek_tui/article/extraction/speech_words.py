"""French and English words of reported speech: verbs, cues, offices, bodies and outlets.

Every word is folded, in lower case without accents.
"""

import re

from deepseek_tui.article.extraction.mention import folded


def _words(text: str) -> frozenset[str]:
    return frozenset(A_GRAVE if word == A_GRAVE else folded(word) for word in text.split())


A_GRAVE = "à"
"""The preposition, which keeps its accent because the auxiliary "a" has none."""


# These verbs of speech are English.

_REGULAR_EN = """
acknowledge add admit affirm agree allege announce answer argue ask assert assure believe boast brag caution
claim comment complain concede conclude confess confide confirm consider contend continue counter declare demand
deny describe disclose emphasise emphasize estimate exclaim explain express fear groan highlight hope inform
insist joke lament laugh maintain mention mourn muse mutter note object observe plead pledge point post predict
proclaim promise propose protest question quip react reason recall recount reiterate remark remember repeat
reply report respond retort reveal scoff shout sigh signal smile speculate state stress suggest sum summarise
summarize testify tweet urge vow warn whisper wonder worry call accuse praise criticise criticize denounce
condemn dismiss brand label hail liken compare welcome blame doubt describe
"""
_IRREGULAR_EN = "said says say told tells tell wrote writes write thinks thought think swore swears"


def _english_forms(verb: str) -> tuple[str, str, str]:
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    third = f"{verb}es" if verb.endswith(("s", "x", "ch", "sh", "o")) else f"{verb}s"
    past = f"{verb}{verb[-1]}ed" if verb in ("admit", "quip", "sum", "brag") else f"{verb}ed"
    return verb, third, past


# These verbs of speech are French.

_REGULAR_FR = """
accuser affirmer ajouter alerter analyser annoncer argumenter assurer avancer avouer balayer certifier clamer
commenter condamner conseiller confesser confier confirmer constater conter critiquer déclarer demander déplorer
dénoncer détailler énoncer estimer évoquer expliciter expliquer fustiger glisser grincer indiquer insister
interroger ironiser juger jurer justifier lâcher lancer marmonner mentionner murmurer noter objecter observer
pester plaider plaisanter pointer préciser proclamer professer promettre prophétiser proposer protester raconter
railler rapporter rassurer rectifier regretter relater relever remarquer répliquer résumer rétorquer rigoler
saluer signaler souffler souligner soupirer souhaiter tacler témoigner tempêter tonner trancher tweeter vanter
exhorter alarmer agacer amuser emporter enthousiasmer exclamer indigner désoler féliciter lamenter étonner
nuancer penser douter informer gronder marteler appeler rappeler invoquer réclamer parler qualifier pronostiquer
prôner citer refuser
"""
_STEM_CHANGES_FR = {
    "martele": "martele", "appelle": "appele", "rappelle": "rappele", "assene": "assene", "considere": "considere",
    "espere": "espere", "repete": "repete", "revele": "revele", "suggere": "suggere", "tempere": "tempere",
    "inquiete": "inquiete", "prefere": "prefere", "concede": "concede", "confere": "confere", "reitere": "reitere",
}  # fmt: skip
"""Verbs whose stem changes, as the present and the participle, folded."""
_IRREGULAR_FR = {
    "dit": "dit", "disent": "dit", "disait": "dit", "redit": "redit", "ecrit": "ecrit", "ecrivent": "ecrit",
    "decrit": "decrit", "previent": "prevenu", "previennent": "prevenu", "promet": "promis", "promettent": "promis",
    "reconnait": "reconnu", "reconnaissent": "reconnu", "repond": "repondu", "repondent": "repondu", "defend": "defendu",
    "poursuit": "poursuivi", "poursuivent": "poursuivi", "conclut": "conclu", "soutient": "soutenu",
    "soutiennent": "soutenu",
    "admet": "admis", "admettent": "admis", "predit": "predit", "craint": "craint", "craignent": "craint",
    "croit": "cru", "croient": "cru", "rit": "ri", "sourit": "souri", "rejouit": "rejoui", "plaint": "plaint",
    "souvient": "souvenu", "encherit": "encheri", "rencherit": "rencheri", "abonde": "abonde", "argue": "argue",
    "avertit": "averti", "balaie": "balaye", "insurge": "insurge", "fait": "fait", "tient": "tenu", "veut": "voulu",
    "crie": "crie",
    "apprend": "appris", "reprend": "repris", "reagit": "reagi", "resume": "resume", "enonce": "enonce",
    "ecrivait": "ecrit", "repondait": "repondu",
}  # fmt: skip
"""Irregular finite forms with their participle, folded."""
_NOT_ALONE_FR = frozenset(("fait", "tient", "veut", "fais"))
"""Verbs that report speech only in fixed phrases."""


def _french_forms() -> tuple[frozenset[str], frozenset[str]]:
    finite, participles = set(_STEM_CHANGES_FR), set(_STEM_CHANGES_FR.values())
    for verb in folded(_REGULAR_FR).split():
        if verb.endswith("er"):
            stem = verb[:-2]
            soft = f"{stem}e" if stem.endswith("g") else stem
            finite |= {f"{stem}e", f"{stem}ent", f"{soft}ait", f"{soft}aient", f"{soft}a"}
            participles.add(f"{stem}e")
    for present, participle in _IRREGULAR_FR.items():
        if present not in _NOT_ALONE_FR:
            finite.add(present)
            participles.add(participle)
    return frozenset(finite), frozenset(participles)


INFINITIVES_FR = frozenset(verb for verb in folded(_REGULAR_FR).split() if verb.endswith("er")) | _words(
    "conclure dire prévenir promettre reconnaître répondre poursuivre soutenir admettre prédire renchérir avertir reprendre"
)
"""Infinitives of verbs of speech, as in "Et d'ajouter"."""
_FINITE_FR, PARTICIPLES_FR = _french_forms()
SPEECH_VERBS: dict[str, frozenset[str]] = {
    "en": frozenset(form for verb in _REGULAR_EN.split() for form in _english_forms(verb)) | _words(_IRREGULAR_EN),
    "fr": _FINITE_FR,
}
"""Finite verbs that report speech or thought."""

CONTINUATIONS = _words(
    """
    added adds continued continues concluded concludes insisted went ajoute ajoutait ajouta poursuit poursuivi
    poursuivait conclut conclu insiste complete reprend repris
    """
)
"""Verbs that continue what the same speaker has just said."""

NOT_INVERTED = _words(
    """
    told tells tell calls called call accuses accused praises praised criticises criticised criticizes
    criticized informs informed assures assured blames blamed denounces denounced condemns condemned brands
    branded labels labelled labeled compares compared likens likened hails hailed dismisses dismissed welcomes
    welcomed
    """
)
"""Verbs that need an object, so that what follows them is no subject."""
ONLY_WITH_QUOTATIONS = _words(
    """
    laugh laughs laughed smile smiles smiled sigh sighs sighed groan groans groaned muse mourn mourns mourned
    react reacts reacted compare compares compared label labels labelled remember remembers remembered answer
    answers answered brand brands branded question questions questioned signal signals signalled explain parle
    parlent parlait qualifie qualifient invoque invoquent reclame reclament prone cite citent appelle appellent
    refuse refusent parla rit sourit soupire soupirait sourient glisse glisser lache lance
    lancent pointe avance avancent balaie tranche tranchent reagit reagi lance releve fait accuse accusent pese
    pointent amuse releve relevent emporte a emporte retorque
    """
)
"""Verbs that often mean something else, and report speech only beside a quotation."""

PARTICIPLES = _words(
    """
    saying adding arguing noting insisting warning telling calling describing explaining claiming stressing
    expliquant ajoutant affirmant precisant estimant denoncant evoquant assurant soulignant rappelant jugeant
    declarant
    """
)
"""Participles after a comma that add to what the sentence's subject says, such as "adding"."""
OUTLET_VERBS = _words("reports reported report wrote writes rapporte rapportait revele relate ecrit")
"""Verbs with which a text cites a newspaper or an agency."""

CUES: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        *(("according", "to"), ("in", "the", "words", "of"), ("in", "the", "view", "of"), ("in", "the", "opinion", "of")),
        *(("as", "reported", "by"), ("quoted", "by"), ("as", "told", "by")),
    ),
    "fr": (
        *(("selon",), ("d'", "apres"), ("de", "l'", "avis", "de"), ("aux", "yeux", "de"), ("de", "l'", "aveu", "de")),
        *(
            (A_GRAVE, "en", "croire"),
            ("aux", "dires", "de"),
            ("de", "source"),
            ("cite", "par"),
            ("citee", "par"),
            ("cites", "par"),
        ),
    ),
}
"""Phrases before a speaker that need no verb."""

# The following tables have function words.

PREPOSITIONS = _words(
    """
    about above across after against along among around as at before behind below beneath beside between beyond
    by despite during except for from in inside into like near of off on onto opposite outside over past per
    since than through throughout to toward towards under unlike until up upon via with within without à au aux
    avant apres avec chez contre dans de d' depuis derriere des du durant en entre envers hors lors malgre outre
    par parmi pendant pour pres sans sauf sous sur vers devant selon
    """
)
ARTICLES: dict[str, frozenset[str]] = {"en": _words("the a an"), "fr": _words("le la les l' un une")}
DETERMINERS: dict[str, frozenset[str]] = {
    "en": ARTICLES["en"] | _words("his her its their our my your this one another every each no"),
    "fr": ARTICLES["fr"] | _words("ce cette cet ces son sa ses leur leurs notre nos votre mon ma aucun chaque"),
}
SUBORDINATORS = _words(
    """
    that which when while where because although though whereas if whether as until since before after what how
    why but and or so que qu' dont quand lorsque lorsqu' tandis alors puisque puisqu' car ou si comme mais et or
    afin
    """
)
RELATIVES = _words("who qui")
FILLERS = _words(
    """
    savoir used likes liked to went on has had have also then later repeatedly recently already once again still
    often earlier simply even just never always bluntly flatly quietly publicly reportedly privately initially
    first immediately did do does not is was would il elle ils elles y en lui leur l' s' se m' nous vous ne n'
    pas a ont avait avaient est etait aussi egalement ensuite pourtant toutefois cependant ainsi donc d'abord
    notamment encore toujours deja recemment enfin alors meme d' ailleurs par souvent monday tuesday wednesday
    thursday friday saturday sunday yesterday today lundi mardi mercredi jeudi vendredi samedi dimanche hier
    aujourd'hui soir matin midi
    """
)
"""Words that may stand between a subject and its verb, or between a verb and its subject."""
AUXILIARIES = _words(
    """
    aurait auraient serait seraient avait avaient etait etaient doit doivent peut peuvent va vont sera seront
    aura fut a ont est sont n' ne has had have is are was were will would could should might can must not
    """
)
"""Auxiliary verbs and negations, which end a noun phrase."""
ADVERBIAL_STARTS = PREPOSITIONS | _words(
    """
    when while where because although though if once whereas meanwhile however still then later earlier
    yesterday today asked speaking interviewed pressed questioned contacted reached visiting quand lorsque
    lorsqu' alors si comme interroge interrogee interroges interrogees contacte contactee joint jointe sollicite
    sollicitee invite invitee presente hier aujourd'hui lundi mardi mercredi jeudi vendredi samedi dimanche
    cependant pourtant toutefois enfin ainsi puis monday tuesday wednesday thursday friday saturday sunday meme
    """
)
"""Words that begin an adverbial phrase before the subject of a sentence."""

PRONOUNS: dict[str, str] = {
    "he": "m",
    "she": "f",
    "il": "m",
    "elle": "f",
    "celui-ci": "m",
    "celle-ci": "f",
    "ce dernier": "m",
    "cette derniere": "f",
}
"""Pronouns of the third person, with their gender."""

OBJECT_PRONOUNS = {"lui": "il", "him": "he", "her": "she"}
"""Pronouns after a preposition, with the form of the subject, as in "according to him"."""

# The following tables have words for people, bodies and outlets.

FEMALE_TITLES = _words("mrs ms miss mme mlle madame lady dame queen")
MALE_TITLES = _words("mr m monsieur sir lord king")
TITLES = _words(
    """
    captain ceo chairman chancellor chief councillor councilor director dr general governor judge justice king lady lord
    mayor minister mr mrs ms president prime prof professor queen senator sir conseiller conseillere depute deputee madame
    maire ministre mlle mm mme monsieur pdg presidente professeur reine roi senateur
    """
)
"""Titles before a name that may be written with a capital."""
FEMALE_OFFICES = _words(
    """
    mother sister wife daughter widow grandmother aunt niece mere soeur epouse fille veuve grand-mere tante
    actress chairwoman spokeswoman congresswoman businesswoman directrice presidente adjointe deputee
    conseillere senatrice chercheuse professeure avocate porte-parole-adjointe fondatrice cofondatrice habitante
    gerante exploitante autrice auteure agricultrice enseignante infirmiere dirigeante historienne physicienne
    economiste-cheffe romanciere cheffe patronne responsable-adjointe eleveuse
    """
)
MALE_OFFICES = _words(
    """
    father brother husband son widower grandfather uncle nephew pere frere mari epoux fils veuf grand-pere oncle neveu
    actor chairman spokesman congressman businessman directeur president adjoint depute conseiller senateur
    chercheur professeur avocat fondateur cofondateur habitant gerant exploitant auteur agriculteur enseignant
    infirmier dirigeant historien physicien romancier chef patron eleveur
    """
)
OFFICES = (
    FEMALE_OFFICES
    | MALE_OFFICES
    | _words(
        """
    administrator adviser advisor ambassador analyst apprentice artist astronomer attorney author baker
    biologist boss captain ceo chair chancellor chef chief clerk climatologist co-founder coach colonel
    commander commissioner conductor coordinator correspondent councillor councilor critic curator dean delegate
    democrat deputy designer detective director doctor driver ecologist economist editor engineer executive
    expert farmer fellow fisher fisherman founder geologist governor head headteacher historian host inspector
    investigator journalist judge keeper landlord lawmaker lawyer lead leader lecturer lieutenant manager mayor
    meteorologist midwife minister neighbour neighbor novelist nurse officer official organiser organizer owner
    partner pastor philosopher physicist pilot player poet premier priest producer prosecutor psychologist
    rapporteur republican reporter representative resident researcher scholar scientist secretary senator
    sergeant shopkeeper singer skipper sociologist solicitor speaker specialist spokesperson student
    superintendent supervisor surgeon teacher technician trader trustee veteran virologist volunteer witness
    worker writer mother father son daughter wife husband sister brother widow boulanger boulangere boucher
    bouchere berger bergere horloger horlogere gardien gardienne artisan biologiste capitaine commissaire
    delegue deleguee economiste editorialiste elu elue ecologiste ecrivain experte geologue geographe ingenieur
    ingenieure journaliste juge libraire maire medecin membre ministre notaire pdg philosophe politologue
    porte-parole prefet prefete premier premiere procureur procureure proprietaire psychologue responsable
    secretaire sociologue specialiste syndicaliste temoin veterinaire voisin voisine vice-president
    vice-presidente ex-ministre ex-maire pecheur pecheuse scientifique salarie salariee ouvrier ouvriere
    etudiant etudiante mere pere fils fille soeur frere epouse mari entraineur capitaine biologiste dg
    """
    )
)
"""Offices, trades and family relations of one person."""

_TRADES = re.compile(
    r"[a-z-]{2}(?:ologist|ographer|maker|keeper|worker|owner|master|smith|wright|monger|grower|herder|[a-z]man|woman|person"
    r"|[a-z]{2}iste|[a-z]{2}ist|[a-z]ologue|ographe|[a-z]{2}eur|[a-z]{2}euse|[a-z]{2}trice|[a-z]ienne?|[a-z]{2}iere?)\Z"
)
"""Endings of the names of trades in both languages, folded."""
_NO_TRADES = _words(
    """
    premier premiere derniere matiere maniere lumiere riviere frontiere carriere barriere riviere poussiere
    papier janvier fevrier cahier chantier quartier courrier dossier metier escalier acier calendrier financier
    papiers ouvriere human woman valeur couleur chaleur douleur erreur faveur largeur longueur hauteur interieur
    exterieur meilleur moteur secteur facteur vecteur ordinateur ascenseur odeur saveur peur fleur leur
    plusieurs ailleurs soeur coeur liste piste existe insiste consiste persiste resiste artiste bien rien ancien
    ancienne quotidien italien italienne moyenne twist exist insist consist persist resist assist list mist rien
    tien sien chien lien indien indienne
    """
)


def is_office(word: str) -> bool:
    """Return whether a folded word is an office, trade or family relation."""
    return word in OFFICES or (word not in _NO_TRADES and _TRADES.search(word) is not None)


GROUPS = _words(
    """
    analysts authorities campaigners colleagues commentators companies critics doctors economists employees
    engineers experts farmers fans fishermen locals investigators lawyers leaders many ministers neighbours
    neighbors observers officials opponents organisers others parents passengers people prosecutors protesters
    relatives reporters reports researchers residents scientists shopkeepers some several sources studies
    supporters teachers traders villagers visitors witnesses workers someone nobody analystes associations
    autorites avocats certains chercheurs commercants critiques economistes elus enqueteurs experts habitants
    historiens medecins observateurs opposants organisateurs parents plusieurs proches riverains salaries
    scientifiques sources specialistes syndicats temoins usagers voisins medias
    """
)
"""People in the plural, whom a text does not name."""

BODIES = _words(
    """
    agency army assembly association authority bank board bureau cabinet church club college commission
    committee club league team commons company consortium corporation council court department district embassy
    federation firm force foundation government group hospital institute kremlin library ministry museum navy
    office operator opposition organisation organization parliament party police prosecution regulator school
    senate service society statement store study report survey treasury tribunal trust union university watchdog
    inspection academie agence armee assemblee association autorite banque cabinet chambre chaine commission commune
    compagnie comite conseil consortium cour departement direction ecole entreprise etat exploitant federation
    fondation gendarmerie gouvernement groupe hopital institut mairie ministere mutualite municipalite musee
    observatoire office ong operateur opposition organisation parlement parquet parti police prefecture rectorat
    region regie senat societe syndicat tribunal union universite ville
    """
)
"""Bodies that speak: offices, companies, courts."""
ANAPHORIC_BODIES = _words(
    """
    company firm group organisation organization agency association union party charity operator study report
    survey statement store institute compagnie entreprise groupe societe organisation agence association
    syndicat parti institut ong operateur chaine exploitant
    """
)
"""Nouns of bodies that texts usually also name, so that the noun alone identifies nobody."""
COMPANY_ENDINGS = _words(
    """
    corp inc ltd llc plc gmbh sa sarl sas co holdings industries partners systems technologies labs fils
    minerals logistics chimie energy energie motors foods airlines rail mutual insurance assurances capital
    ventures studios steel pharma media robotics software airways railways
    """
)

OUTLET_WORDS = _words(
    """
    tribune courier times post herald gazette mercury lantern chronicle telegraph guardian observer dispatch
    examiner inquirer sentinel bugle argus advertiser news newspaper magazine radio tv television reuters
    bloomberg bbc cnn afp associated-press itv npr pbs abc cbs nbc economist spectator independent register
    broadcaster courrier depeche echo voix progres parisien figaro monde liberation ouest-france mediapart
    quotidien hebdomadaire gazette nouvelles republicain telegramme provencal presse journal franceinfo echos
    dauphine tf1 rtl bfm bfmtv radio-canada rfi rts rtbf humanite croix canard opinion-du-port
    """
)
"""Words in the names of newspapers, agencies and stations."""
OUTLETS_WITH_ARTICLE = _words("star sun mail express mirror globe press journal record review standard eagle citizen leader")
"""Words that name a newspaper after an article or another name."""

FEMALE_NAMES = _words(
    """
    ada agnes alice alina amanda amelie amina ana andrea angela anna anne annie audrey aurelie barbara beatrice
    brigitte camille carla carol caroline catherine cecile celine chantal charlotte chiara chloe christine
    claire clara claudine colette corinne danielle deborah delphine denise diana diane dorothy edith eleanor
    elena elisabeth elise elizabeth ella ellen emily emma emilie esther eva eve fatima florence francoise
    gabrielle genevieve grace hannah heather helen helene ida ilse ines irene isabel isabelle jacqueline jane
    janet jean-anne jeanne jennifer jessica joan joanna josephine judith julia julie juliette karen kate
    katherine kathleen laura laurence leila lena lea leonie linda lisa louise lucie lucy madeleine magali manon
    margaret maria marie marina martha martine mary mathilde maud maya melanie michelle mireille monica monique
    nadia nancy natalie nathalie nicole nina nora odile olivia ondine pamela patricia paula pauline rachel
    rebecca rita rosa rose ruth sabine sally samantha sandra sarah simone sofia solange sonia sophie stephanie
    susan suzanne sylvie teresa theresa therese valerie vanessa vera veronique victoria virginie viviane wendy
    yvette yvonne zoe
    """
)
MALE_NAMES = _words(
    """
    adam adrien ahmed alain alan albert alexandre alexander alfred ali amos andre andrew anthony antoine arnaud
    arthur benjamin benoit bernard bertrand bill bob boris brian bruno carl carlos charles christian christophe
    colin cyril damien daniel david denis desmond didier donald edmund edouard edward emmanuel eric ernest
    etienne fabien fabrice felix francis francois frank fred frederic gabriel gary gaston george georges gerald
    gerard gilbert gilles gordon graham gregory guillaume gustave guy harold harry hassan henri henry herve hugh
    hugo hugues ian isaac ivan jack jacques jacob james jason jean jean-luc jean-marc jean-paul jean-pierre
    jeremy jerome jim joe joel john jonathan joseph josh joshua julien karim karl keith ken kenneth kevin larry
    laurent leo leon loic louis luc lucas luke marc marcel mark martin mathieu matthew maurice max michael
    michel mike mohamed nathan neil nicholas nicolas nigel olivier oscar pascal patrice patrick paul paul-emile
    peter philip philippe pierre quentin ralph raphael raymond remi rene richard robert roger roland romain
    ronald roy samuel scott sebastien serge simon stephen stephane steve steven sylvain theo thierry thomas tim
    timothy tom tony tristan victor vincent walter william xavier yann yves
    """
)
"""Frequent first names by gender; a name that is missing has an unknown gender."""

RANKS = _words("me mgr sgt lt capt col gen rep sen gov rev det insp pc cllr cdt")
"""Abbreviated titles and ranks that are written with a capital before a name."""

INVERTED_PRONOUN = re.compile(r"^([^\W\d_]+?)(?:-t)?-(il|elle|ils|elles|on|je|nous)$")
"""An inverted verb of a French incise, folded: "explique-t-il", "a-t-elle"."""
