"""Word lists for names: institutions, geography, titles, and capitalised words that are no names.

Every word is folded: in lower case without accents.
"""

import re

from deepseek_tui.article.extraction.mention import word_set

ORGANISATION_HEADS = word_set(
    """
    academy administration agency airlines airways alliance archive archives argus army assembly associates
    association authority bank bar bistro board brewery brigade brothers bureau cabinet cafe capital center centers
    centre centres chamber chronicle church club coalition college commission committee company conference congress
    consortium constabulary cooperative corp corporation council courant courrier court cross department directorate
    echo electric energy express farm federation fellowship force forces forum foundation front fund gallery games
    gazette government group guardian guild herald holdings hospital house inc independent industries initiative inn
    inquiry institute institution insurance journal laboratories laboratory labs league legislature library ltd
    magazine mail media mercury mill ministry mirror mission motors museum nations navy network news observatory
    observer office orchestra organisation organization parliament partners partnership party patrol police post press
    pub quotidien rail railway railways reserve restaurant review school schools senate service services society
    standard star studios symphony systems tabloid technologies telegraph television theater theatre times treasury
    tribunal tribune trust union unit university ventures wire works
    """  # English
    """
    academie agence alliance armee assemblee association assurance autorite banque bureau caisse centre cercle chambre
    cie cite club coalition collectif college comite commissariat commission compagnie confederation congres conseil
    coordination cour croix departement direction ecole eglise etablissement federation fondation fonds force forces
    front gendarmerie groupe groupement haut-commissariat hopital inspection institut laboratoire ligue ministere
    mouvement musee mutualite nations observatoire office orchestre ordre organisation parlement parquet parti police
    prefecture presse ralliement rassemblement region reporters reseau secours senat service societe syndicat theatre
    tribunal union universite
    """  # French
)
"""Nouns that name an organisation: at the end of an English name, and at the start of a French one."""

LEGAL_FORMS = word_set(
    """
    ab ag asbl bros cie co corp gmbh group groupe holdings inc limited llc ltd nv oy plc sa sarl sas scop spa
    """
)
"""Legal forms and the like, with which only companies are named."""

GEOGRAPHIC_HEADS = word_set(
    """
    airport archipelago avenue basin bay beach boulevard bridge canal canyon cape castle cathedral cemetery city coast
    county creek delta desert district emirates falls fen field fields fjord forest garden gardens glacier gulf harbor
    harbour heights highway hill hills hotel island islands isle isles kingdom lake lane marsh moor mosque mount
    mountain mountains oasis ocean park peninsula pier plateau plaza point pole port prison province quay republic
    ridge river road sea shore square stadium state states station strait straits street swamp territory tower town
    valley village wharf woods
    """  # English
    """
    aeroport avenue baie boulevard canal cap cathedrale chateau col colline cote desert detroit foret gare golfe ile
    iles lac mer mont montagne montagnes ocean palais parc peninsule place plage plaine pointe pont port quai quartier
    republique riviere route royaume rue stade vallee
    """  # French
)
"""Nouns that name a place."""

TOPICAL_HEADS = word_set(
    """
    academy administration agency association authority board bureau center centers centre centres chamber commission
    committee council department directorate federation foundation fund institute ministry office organisation
    organization society
    """
)
"""Organisations that are named after what they work for: "Department of Health and Human Services"."""

TOPICS = word_set(
    """
    affairs agriculture aquaculture arts commerce community control cooperation culture defence defense development
    economics economy education employment energy engineering environment exchange families finance fisheries food
    forestry forests health heritage housing human industry innovation justice labor labour learning letters local
    management medicine natural planning policy prevention protection public regional research resources rights rural
    safety science sciences security services skills social sport sports studies technology tourism trade transport
    urban water welfare wildlife
    """
)
"""Fields of work, which "and" joins in the name of an organisation."""

OFFICES = word_set(
    """
    admiral alderman ambassador archbishop archdeacon assemblyman assemblywoman attorney baron baroness bishop
    brigadier capt captain cardinal ceo cfo chair chairman chairperson chairwoman chancellor coach col colonel
    commander commissioner congressman congresswoman constable corporal councillor councilman councilor councilwoman
    count countess cto deputy detective director doctor dr duchess duke emir emperor executive father gen general gov
    governor inspector judge justice king lady lieutenant lord lt maj major marshal mayor member minister miss mr mrs
    ms officer pastor patriarch pope premier president prime prince princess principal prof professor prosecutor queen
    rabbi rep representative rev reverend rt secretary sen senator sergeant sgt sheikh sheriff sir speaker spokesman
    spokesperson spokeswoman sultan superintendent taoiseach treasurer tsar
    """  # English
    """
    abbe amiral archeveque avocat avocate baron bourgmestre capitaine cardinal chancelier chanceliere commandant comte
    comtesse conseiller conseillere depute deputee directeur directrice docteur duc duchesse eveque general juge
    lieutenant m madame maire maitre marechal me mgr ministre mlle mm mme monseigneur monsieur pape patron patronne
    pdg porte-parole pr prefet prefete premier presidente procureur procureure professeur professeure reine roi
    secretaire senateur senatrice vice-president vice-presidente
    """  # French
)
"""Titles and offices written before the name of a person."""

OFFICE_MODIFIERS = word_set(
    """
    acting assistant associate chief crown culture defence defense deputy district economy education energy
    environment ex executive external fellow finance fire first foreign former health home housing interior joint
    junior justice labor labour late lead majority managing minority new police prime senior shadow state trade
    transport treasury vice
    """
)
"""Words before an office: "Foreign Minister", "Police Chief"."""

ROYAL_TITLES = word_set(
    """
    duke general king lady lord prince princess princesse queen reine roi saint
    """
)
"""Titles that also begin the names of hospitals, streets and companies."""

OCCUPATIONS = word_set(
    """
    activist actor actress analyst architect artist astronomer athlete author baker biologist boss botanist brother
    campaigner candidate carpenter champion chemist climatologist co-founder colleague comedian composer contractor
    daughter dentist designer dramatist ecologist economist editor electrician engineer entrepreneur epidemiologist
    expert farmer father film-maker filmmaker fisherman founder friend geographer geologist goalkeeper grandmother
    grower headteacher historian host husband hydrologist investigator journalist lawmaker lawyer leader lecturer
    mathematician mechanic meteorologist midfielder midwife mother musician neighbor neighbour novelist nurse
    oceanographer owner painter paramedic pensioner photographer physician physicist pianist pilot playwright poet
    politician postmaster presenter producer psychologist reporter researcher resident scientist sculptor shopkeeper
    singer sister skipper sociologist soldier son striker student surgeon surveyor teacher teenager trader tycoon
    veterinarian victim virologist volunteer widow wife winemaker winger witness writer
    """  # English
    """
    acteur actrice agriculteur agricultrice ami amie analyste apiculteur architecte artiste astronome athlete auteur
    autrice biologiste botaniste boulanger boulangere candidat candidate chanteur chanteuse chef cheffe chercheur
    chercheuse chimiste chirurgien climatologue collegue comedien comedienne compositeur compositrice createur
    creatrice dirigeant dirigeante ecologue economiste ecrivain ecrivaine editeur editrice eleveur eleveuse enseignant
    enseignante entraineur epidemiologiste epouse etudiant etudiante expert experte fille fils fondateur fondatrice
    frere geographe geologue gerant gerante habitant habitante historien historienne hydrologue infirmier infirmiere
    ingenieur ingenieure joueur joueuse journaliste juriste leader lyceen lyceenne mari marin medecin mere
    meteorologue metteur militant militante musicien musicienne navigateur navigatrice neurologue oceanographe ouvrier
    ouvriere pecheur pere philosophe photographe physicien physicienne pilote poete psychologue realisateur
    realisatrice redacteur redactrice responsable romancier romanciere sociologue soeur syndicaliste temoin veuve
    vigneron vigneronne virologue viticulteur viticultrice voisin voisine volontaire
    """  # French
)
"""Nouns in lower case before or after the name of a person."""

LEADING_HEADS = word_set(
    """
    agence avenue banque boulevard cafe camp cap cape cercle chateau clinique college editions fondation fort gare
    groupe hopital hotel ile institut laboratoire lac lake ligue mairie mont mount musee palais parc parti place pont
    port quai radio restaurant rue stade studio theatre union universite university
    """
)
"""Nouns that say what a name names at its start even without a preposition: "Lake Arrin"."""

COMPASS = word_set(
    """
    bas basse central east eastern est grand grande great greater haut haute lower new nord north northeast
    northeastern northern northwest northwestern nouveau nouvelle ouest south southeast southeastern southern
    southwest southwestern sud upper west western
    """
)
"""Words that make the name of a place that of another one: South Sudan is not Sudan."""

DEMONYM_PREFIXES = word_set(
    """
    afro algero americano anglo austro euro franco germano greco hispano indo israelo italo luso nippo russo sino
    turco
    """
)

COMPOUND_ENDINGS = re.compile(
    r"(?:bound|based|led|born|wide|style|era|area|like|linked|backed|funded|owned|run|made|trained|educated|occupied"
    r"|controlled|held|ruled|speaking|friendly|free|only|listed|registered|flagged|operated|brokered|sponsored|inspired"
    r"|related|themed|aligned|allied|centric|size|sized|type|region|and|or|level|time|wide)\Z"
)
"""Second parts of English compounds such as "London-based"."""

COMPOUND_PREFIXES = word_set(
    """
    anti cross crypto ex inter mid multi neo non over pan post pre pro proto quasi semi sub then trans ultra un
    """
)
"""First parts of compounds such as "anti-Roe"."""

INTERFACE_WORDS = word_set(
    """
    abonnes abonnez-vous advert advertisement analysis answer aussi breaking caption click comment comments copyright
    correction credit direct divertissement download edited edito editor en-direct exclusive faq file follow getty
    host image images interviewer lire listen live loading log login menu more news newsletter note opinion partager
    photo photos picture pictures podcast print publicite question questions read recommended register related reply
    reponse reserved share sign skip sponsored story subscribe subscription tags thank topics update updated updates
    video videos view voir watch writing
    """
)
"""Words of buttons, labels and captions, where they are written in capitals or begin a line."""

COMMON_STARTS = word_set(
    """
    air allow always analysts anger anyone anything art ask asked authorities bad bank barely beer believe big black
    blue born bring built business campaigners cash change children city climate coal coffee cold come consider crime
    critics data dear death demand doctors early economists education electricity energy enter environmentalists
    everyone evidence experts finally find firefighters first fish fishermen food football former founded fourth fresh
    fuel further gas get give global go gold good government greater green growth half health heat heavy hello help
    high history hope hot human imagine inc indeed industry inflation inside instead interest international
    investigators journalists keep known land last late law lawmakers lawyers leave let life light listen local long
    look love low made make maybe meet ministers money mr mrs music national natural nature neighbours never new news
    next observers officers officials oil old opponents organisers overall owners parents parliament past people
    perhaps petrol please police politicians poor power previous prices private production profit prosecutors
    protesters public put rain recent red rescuers research researchers residents rising road roughly rules sales
    school science scientists sea second security see seen set several shares show sleep small snow social soldiers
    someone something sometimes sorry sources space speaking spokesmen sport spring staff start state steel stop
    strong students summer support supporters surveyors take taken talk teachers teams technology television tell
    thanks think third time tomorrow top town trade traders traffic training travel trouble trust truth try turn
    ultimately union unions use used villagers violence volunteers voters wait walk want war warm water weather
    welcome well whatever whenever wherever whichever white whoever wind winter witnesses women work workers world
    worse worst yes yesterday young
    """  # English
    """
    beaucoup bref certaines certains chacun commencer comment conscient consciente dernier derniere deuxieme difficile
    effectivement exit finalement force gare idem impossible inquiet inquiete interroge interrogee interroges inutile
    invite invitee jadis jeune joint jointe loin merci mieux ne nee non objectif oui passe passee pire place plutot
    possible premier premiere present presente prochain prochaine question rappelons rares reste resultat resume
    reunies reunis rien sacre sollicite sollicitee soudain surtout tant tard tot vient voici voila vu
    """  # French
)
"""Common words that often begin a sentence, in addition to function words."""

COMMON_ACRONYMS = word_set(
    """
    a adn ai am api arn atm b2b bbq bd bst cd cdd cdi ceo cet cfo co2 covid covid-19 cpu cpus crs ct cto cv dg dj dna
    drh dvd ehpad ep est ev evs faq gdp gmt gps gpu gpus gw gwh hd hiv hlm hr html ia icu id ii iii ipo irm it iv ix
    kg km kwh led lgbt lgbtq lp mba mc mp mps mri mw mwh ngo ngos ok ong pc pcr pdf pdg phd pib pm pme pr q qr r&d rer
    rip rna rsa rtt smic sms suv suvs ter tgv tv tva ufo uk-wide url us-style usb utc vat ve vi vih vii viii vip vips
    vtt x xi xii zfe
    """
)
"""Acronyms and short words in capitals that are common nouns rather than names."""

ABBREVIATED_PLACES = word_set(
    """
    rca rdc rfa u.a.e u.k u.s u.s.a uae uk us usa
    """
)
"""Abbreviated names of countries, without a final full stop."""

MORE_ADJECTIVES = word_set(
    """
    afghan alaskan arab argentine athenian basque bavarian berliner breton briton burkinabe burmese catalan catholic
    christian communist congolese conservative corsican cypriot dane dubliner filipino finn flemish genevan glaswegian
    hawaiian hebrew hindu islamic islamist jewish kazakh kurdish kyrgyz lebanese liberal liverpudlian madrilenian
    malagasy mancunian maori marxist moldovan muslim nazi neapolitan nepalese nepali orthodox peruvian pole protestant
    royalist scot scottish shiite sicilian slovak slovene socialist soviet spaniard sunni swede syriac tajik tamil
    tatar texan tory turk turkmen uighur unionist uyghur uzbek venetian viennese yorker zionist
    """
)
"""Adjectives and inhabitants in addition to those of known places, in the singular."""

PLURAL_OWNERS = word_set(
    """
    boys children farmers girls king lloyd mcdonald men people queen teachers veterans women workers world writers
    """
)
"""Possessive words that begin names of institutions, as in "Children’s Hospital"."""
