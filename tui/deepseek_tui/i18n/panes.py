"""Definition of the interface texts of the panes: titles, labels and counts."""

from typing import NamedTuple

from deepseek_tui.i18n.languages import language_of


class PaneWords(NamedTuple):
    """Interface texts of the panes.

    `{}` is replaced. A pair holds singular and plural.
    """

    titles: dict[str, str]
    glance: str
    figures: str
    strip: str
    contested: str
    contested_items: str
    qualified_items: str
    unknown: str
    sources: str
    terms: str
    edition: str
    biggest: str
    left_open: str
    paths: str
    how_sure: str
    in_short: str
    article_compares: str
    order_not_scale: str
    timeline_order: str
    timeline_rule: str
    date_not_given: str
    dated_context: str
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
    known: str
    bears_on: str
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
    stake: str
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
    relation: str
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
    count_events: tuple[str, str]
    of_them_undated: str
    labelled: str
    count_contested: tuple[str, str]
    count_qualified: tuple[str, str]
    count_open: tuple[str, str]
    count_partly: tuple[str, str]
    none: str
    hidden: str
    asked: str
    nothing: str
    is_contested: str
    is_qualified: str
    inferred_label: str
    inferred: str
    inferred_mark: str
    by_editor: str
    order: str
    ordered_by_editor: str
    background: str
    unconfirmed: str
    guessed: str
    tally: str
    counts: dict[str, tuple[str, str]]
    on: str
    editor: str
    not_stated: str
    article: str
    article_title: str
    publisher: str
    author: str
    published: str


def counted(forms: tuple[str, str], number: int, language: str) -> str:
    """Return a number with the singular or plural form of a noun."""
    return forms[0 if language_of(language).singular(number) else 1].format(number)
