"""The words of the panes: titles, headings, labels and the sentences that count things."""

from typing import NamedTuple


class PaneWords(NamedTuple):
    """What the panes say of themselves; `{}` takes a number or a name, and a pair is singular and plural."""

    titles: dict[str, str]
    glance: str
    figures: str
    strip: str
    contested: str
    unknown: str
    sources: str
    terms: str
    edition: str
    biggest: str
    nobody_knows: str
    how_sure: str
    in_short: str
    article_compares: str
    order_not_scale: str
    more_dated: tuple[str, str]
    undated: str
    when: str
    date_as_told: str
    phase: str
    after: str
    before: str
    players: str
    role: str
    about: str
    quotes: str
    appears: tuple[str, str]
    appears_in: str
    acts_with: str
    events: str
    claims: str
    problem: str
    idea: str
    effect: str
    lab: str
    lab_opens: str
    explained: str
    why: str
    settle: str
    watch: str
    speaks_for: str
    speaks_against: str
    asked_by: dict[str, str]
    question: str
    status: str
    certainty: str
    speaker: str
    kind: str
    interest: str
    interest_mark: str
    topic: str
    value: str
    unit: str
    scope: str
    caveat: str
    compare: str
    not_compare: str
    links: str
    evidence: str
    notes: str
    note: str
    tension: str
    from_editor: str
    our_translation: str
    printed_in: dict[str, str]
    date_unknown: str
    title_unknown: str
    paragraph: str
    statements: tuple[str, str]
    passive: dict[str, str]
    says: str
    definition: str
    licence: str
    version: str
    languages: str
    changes: str
    address: str
    count_claims: str
    count_events: tuple[str, str]
    of_them_undated: str
    labelled: str
    count_contested: tuple[str, str]
    count_open: tuple[str, str]
    count_partly: tuple[str, str]
    none: str
    hidden: str
    asked: str
    nothing: str
    is_contested: str
    tally: str
    since: str
    counts: dict[str, tuple[str, str]]
    on: str
    editor: str
    not_stated: str
    article: str
    article_title: str
    publisher: str
    author: str
    published: str


ENGLISH = PaneWords(
    titles={
        "overview": "Overview",
        "timeline": "Timeline",
        "players": "Players",
        "innovations": "Innovations",
        "questions": "Questions",
        "claims": "Claims",
        "sources": "Sources",
        "terms": "Terms",
        "mine": "Yours",
    },
    glance="At a glance",
    figures="Figures",
    strip="The story in order",
    contested="Contested",
    unknown="Unknown",
    sources="Sources",
    terms="Terms",
    edition="About this story",
    biggest="The figures, to scale",
    nobody_knows="What nobody knows yet",
    how_sure="How sure it is",
    in_short="In short",
    article_compares="The comparison is the article’s own.",
    order_not_scale="In order; the spacing is not a scale of time.",
    more_dated=("{} more dated event.", "{} more dated events."),
    undated="no date",
    when="When",
    date_as_told="As told",
    phase="Stage",
    after="Comes after",
    before="Comes before",
    players="Players",
    role="Role",
    about="What the story says of it",
    quotes="In its own words",
    appears=("{} mention", "{} mentions"),
    appears_in="Appears in",
    acts_with="Appears in events with",
    events="Events",
    claims="Statements",
    problem="The problem",
    idea="The idea",
    effect="The claimed effect",
    lab="Demonstration",
    lab_opens="{} — d opens it in the dashboard, deepseek-tui lab {} in a shell",
    explained="In plain words",
    why="Why it matters",
    settle="What would settle it",
    watch="What to watch",
    speaks_for="Speaks for it",
    speaks_against="Speaks against it",
    asked_by={"article": "The article asks", "editor": "The editor asks"},
    question="Question",
    status="Status",
    certainty="Wording",
    speaker="Says who",
    kind="Kind",
    interest="Interest",
    interest_mark="the editor’s judgement",
    topic="Topic",
    value="Value",
    unit="Unit",
    scope="Scope",
    caveat="Mind",
    compare="May be set against",
    not_compare="Must not be set against",
    links="Links",
    evidence="Where it is written",
    notes="Context from outside the article",
    note="context",
    tension="In tension with",
    from_editor="the editor’s words",
    our_translation="our translation",
    printed_in={"fr": "printed in French", "en": "printed in English"},
    date_unknown="date unknown",
    title_unknown="title unknown",
    paragraph="Paragraph {}",
    statements=("{} statement", "{} statements"),
    passive={
        "caused": "caused by",
        "enabled": "enabled by",
        "reacted to": "answered by",
        "contradicts": "contradicted by",
        "supports": "supported by",
        "qualifies": "qualified by",
    },
    says="What it says",
    definition="Definition",
    licence="Licence of the text",
    version="Edition",
    languages="Languages",
    changes="Changes",
    address="Address",
    count_claims="of {} statements",
    count_events=("{} event", "{} events"),
    of_them_undated=", {} without a date",
    labelled="{}: {}",
    count_contested=("{} contested", "{} contested"),
    count_open=("{} open question", "{} open questions"),
    count_partly=("{} partly answered", "{} partly answered"),
    none="none",
    hidden="Not said by the article; the context that explains it is hidden.",
    asked="Asked by",
    nothing="Nothing in this story.",
    is_contested="contested",
    tally="{} for, {} against",
    since="Context that has come since",
    counts={
        "claimed": ("{} claimed", "{} claimed"),
        "reported": ("{} reported", "{} reported"),
        "quoted": ("{} quoted", "{} quoted"),
        "judged": ("{} judgement", "{} judgements"),
        "predicted": ("{} predicted", "{} predicted"),
        "asked": ("{} question", "{} questions"),
    },
    on="About",
    editor="Edited by",
    not_stated="not stated",
    article="The article",
    article_title="Title",
    publisher="Publisher",
    author="Author",
    published="Published",
)

FRENCH = PaneWords(
    titles={
        "overview": "Aperçu",
        "timeline": "Chronologie",
        "players": "Acteurs",
        "innovations": "Innovations",
        "questions": "Questions",
        "claims": "Affirmations",
        "sources": "Sources",
        "terms": "Lexique",
        "mine": "À vous",
    },
    glance="En bref",
    figures="Chiffres",
    strip="Le récit dans l’ordre",
    contested="Contesté",
    unknown="Inconnu",
    sources="Sources",
    terms="Lexique",
    edition="À propos de ce récit",
    biggest="Les chiffres, à l’échelle",
    nobody_knows="Ce que nul ne sait encore",
    how_sure="Degré de certitude",
    in_short="En résumé",
    article_compares="La comparaison est celle de l’article.",
    order_not_scale="Dans l’ordre\u00a0; l’espacement n’est pas une échelle de temps.",
    more_dated=("{} événement daté de plus.", "{} événements datés de plus."),
    undated="sans date",
    when="Quand",
    date_as_told="Selon le récit",
    phase="Stade",
    after="Vient après",
    before="Vient avant",
    players="Acteurs",
    role="Rôle",
    about="Ce que le récit en dit",
    quotes="Dans ses propres mots",
    appears=("{} mention", "{} mentions"),
    appears_in="Apparaît dans",
    acts_with="Partage des événements avec",
    events="Événements",
    claims="Énoncés",
    problem="Le problème",
    idea="L’idée",
    effect="L’effet revendiqué",
    lab="Démonstration",
    lab_opens="{} — d l’ouvre dans le tableau de bord, deepseek-tui lab {} dans un terminal",
    explained="En mots simples",
    why="Pourquoi c’est important",
    settle="Ce qui trancherait",
    watch="À surveiller",
    speaks_for="Plaide pour",
    speaks_against="Plaide contre",
    asked_by={"article": "L’article demande", "editor": "La rédaction demande"},
    question="Question",
    status="Statut",
    certainty="Formulation",
    speaker="Qui le dit",
    kind="Nature",
    interest="Intérêt",
    interest_mark="avis de la rédaction",
    topic="Sujet",
    value="Valeur",
    unit="Unité",
    scope="Portée",
    caveat="Attention",
    compare="Peut se comparer à",
    not_compare="Ne doit pas se comparer à",
    links="Liens",
    evidence="Où c’est écrit",
    notes="Contexte extérieur à l’article",
    note="contexte",
    tension="En tension avec",
    from_editor="mots de la rédaction",
    our_translation="notre traduction",
    printed_in={"fr": "imprimé en français", "en": "imprimé en anglais"},
    date_unknown="date inconnue",
    title_unknown="titre inconnu",
    paragraph="Paragraphe {}",
    statements=("{} énoncé", "{} énoncés"),
    passive={
        "caused": "causé par",
        "enabled": "permis par",
        "reacted to": "a suscité",
        "contradicts": "contredit par",
        "supports": "appuyé par",
        "qualifies": "nuancé par",
    },
    says="Ce qu’il dit",
    definition="Définition",
    licence="Licence du texte",
    version="Édition",
    languages="Langues",
    changes="Changements",
    address="Adresse",
    count_claims="sur {} énoncés",
    count_events=("{} événement", "{} événements"),
    of_them_undated=", dont {} sans date",
    labelled="{}\u00a0: {}",
    count_contested=("{} contesté", "{} contestés"),
    count_open=("{} question ouverte", "{} questions ouvertes"),
    count_partly=("{} répondue en partie", "{} répondues en partie"),
    none="aucun",
    hidden="L’article ne le dit pas\u00a0; le contexte qui l’explique est caché.",
    asked="Posée par",
    nothing="Rien dans ce récit.",
    is_contested="contesté",
    tally="{} pour, {} contre",
    since="Le contexte venu depuis",
    counts={
        "claimed": ("{} affirmé", "{} affirmés"),
        "reported": ("{} rapporté", "{} rapportés"),
        "quoted": ("{} cité", "{} cités"),
        "judged": ("{} jugement", "{} jugements"),
        "predicted": ("{} prédit", "{} prédits"),
        "asked": ("{} question", "{} questions"),
    },
    on="À propos de",
    editor="Établi par",
    not_stated="non indiqué",
    article="L’article",
    article_title="Titre",
    publisher="Éditeur",
    author="Auteur",
    published="Publié",
)


def counted(forms: tuple[str, str], number: int, language: str) -> str:
    """The singular or plural form with its number; French counts zero and one as singular, English one alone."""
    singular = number < 2 if language == "fr" else number == 1
    return forms[0 if singular else 1].format(number)
