"""The phase of an event: planned or past, guessed from tense and deadlines."""

import re

from deepseek_tui.article.extraction.date_words import NO_PARTICIPLES_FR
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.story.format import edtf

PLANNED = "planned"
WINDOW = 300
"""The number of characters on each side of a position that are searched for a verb."""

_PLAN_AS_REFERENCE = re.compile(
    r"\b(?:than|as|que|comme) (?:(?:was|were|had been|it|originally|initialement) )*(?:planned|prevue?s?)\b"
)
_PLANS = re.compile(
    r"\b(?:(?<!the )(?<!his )(?<!her )(?<!a )will|[a-z]+'ll|won't|would(?! have)|shall"
    r"|wants? to|wants|plans(?= to| for|\b)|(?:is|are|was|were) planning|planned (?:for|to)|is planned|are planned"
    r"|hopes? to|intends? to|aims? to|(?:is|are|be|was|were) (?:due|set|slated|scheduled|expected|likely|to|going to"
    r"|about to)(?= [a-z]+)|due (?:to|in|for|on)|(?:scheduled|slated) (?:for|to)|expected (?:to|in|by|on)"
    r"|target(?:s|ed|ing)?(?: date)? (?:of|for)|upcoming|(?:is|are) (?:opening|closing|launching|starting|returning|leaving)"
    r"|should(?! have)|must be|forecasts?|predicts?|projected"
    r"|veut|veulent|souhaite(?:nt)?|espere(?:nt)?|envisage(?:nt)?|compte(?:nt)? (?=[a-z]+(?:er|ir|re)\b)|vise(?:nt)?"
    r"|prevoi(?:t|ent)|prevue?s?|attendue?s?|programmee?s?|annoncee?s? pour"
    r"|doi(?:t|vent)|devr(?:a|ont|ait|aient)|pourr(?:ait|aient)"
    r"|va (?=[a-z]+(?:er|ir|re)\b)|vont (?=[a-z]+(?:er|ir|re)\b)|sera|seront"
    r"|aur(?:a|ont)(?! (?:ete|fallu|pu|eu|coute|dure|permis|suffi|passe|fait|attendu|vu|pris|mis)\b)"
    r"|ira|iront|fera|feront|aimerait"
    r"|(?!opera|camera|libera|sahara|gera)\w{3,}(?:era|ira|dra|rra|vra|tra|eront|iront|dront|rront|vront|tront)|investira)\b"
)
_PAST = re.compile(
    r"\b(?:had|was|were|has|have|did|became|began|came|fell|found|gave|grew|held|kept|left|led|lost|made|met|opened|paid|ran"
    r"|rose|saw|sold|sent|set|spent|stood|struck|sank|took|told|took|went|won|wrote|built|bought|broke|died|killed|hit|cut"
    r"|(?!need|speed|indeed|feed|seed|exceed|proceed|hundred|agreed)[a-z]{2,}ed"
    r"|avait|avaient|etait|etaient|fut|furent|(?:a|ont|est|sont) (?:ete|[a-z]+(?:e|ee|es|ees|i|ie|is|u|ue|us|t)))\b"
)
_DEADLINE = re.compile(
    r"\b(?:by|no later than|before) (?:the )?(?:(?:end|close|start|beginning|middle) of |late |early |mid-)?\Z"
    r"|\bd'ici\b[^.;,]*\Z"
)
_SUBORDINATE = re.compile(r"\b(?:that|que|qu')\b")
_AUXILIARIES = re.compile(r"(?: (?:be|to|have|been|not|also|etre|avoir|ete))* ?")
"""The text between the first words of a plan and its verb; empty where the two overlap."""
_PARTICIPLE_BEFORE = re.compile(
    r"\b([^\W\d_]+(?:ée?s?|ie?s?|ite?s?|ue?s?))[ \u00a0]"
    r"(?:(?:en|le|du|des|depuis|vers|au|à|la|les|entre|fin|début)[ \u00a0])+\Z"
)
"""A French past participle before a date: « fermée du 12 au 15 août »."""
_CLAUSE = re.compile(r"[;:—–]|, (?:and|but|while|which|et|mais|qui|tandis)\b")


def phase_at(sentence: str, start: int, *, is_deadline: bool = False) -> tuple[str, str]:
    """Return the phase at a position of a sentence, and the word that shows it.

    The phase is "planned", or an empty string where nothing says so. The nearest verb before the position counts, else
    the next one after it; an outcome that differs from the plan ("more than planned") is no plan.
    """
    before, after = folded(sentence[max(0, start - WINDOW) : start]), folded(sentence[start : start + WINDOW])
    participle = _PARTICIPLE_BEFORE.search(sentence, max(0, start - WINDOW), start)
    if participle and folded(participle[1]) not in NO_PARTICIPLES_FR:
        return "", ""
    cues = _cues(before)
    found = cues[-1] if cues else None
    if found is None or _CLAUSE.search(before, found[1]):
        following = _cues(after)
        reaches = following and not _SUBORDINATE.search(after, 0, following[0][1])
        found = following[0] if reaches else found
    if found is not None:
        return (PLANNED, found[2]) if found[0] else ("", "")
    deadline = _DEADLINE.search(f"{before} ")
    return (PLANNED, deadline.group().strip()) if deadline and is_deadline else ("", "")


_Cue = tuple[bool, int, str]


def _cues(text: str) -> list[_Cue]:
    """Return the verbs that show a plan or the past, in order.

    Each comes with its end position.
    The verb of a plan, as in "would be cut", tells no past.
    """
    text = _PLAN_AS_REFERENCE.sub(lambda match: " " * len(match.group()), text)
    plans = list(_PLANS.finditer(text))
    past = [
        (False, match.end(), match.group())
        for match in _PAST.finditer(text)
        if not any(plan.start() < match.end() and _AUXILIARIES.fullmatch(text[plan.end() : match.start()]) for plan in plans)
    ]
    return sorted([*((True, plan.end(), plan.group()) for plan in plans), *past], key=lambda cue: cue[1])


def is_after(when: str, today: str) -> bool:
    """Return whether all of an EDTF date is after a day in ISO 8601."""
    earliest = edtf.parse(when).earliest
    day = edtf.parse(today).latest
    return earliest is not None and day is not None and earliest > day
