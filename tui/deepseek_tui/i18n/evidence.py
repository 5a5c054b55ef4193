"""The words of the evidence, and of the lens that sorts a pane by who says what."""

from typing import NamedTuple


class EvidenceWords(NamedTuple):
    """What the evidence and the lens say; `{}` takes a number or a name."""

    title: str
    close: str
    place: str
    also: str
    none: str
    rests_on: str
    single: str
    interested: str
    speakers: str
    independent: tuple[str, str]
    asked_by_editor: str
    passage: str
    paragraph: str
    edited: str
    not_recognised: str
    partly: str
    alone: str
    supported: str
    lenses: dict[str, str]
    by: str
    no_speaker: str
    no_topic: str
    no_paragraph: str
    also_yields: str
    ratio: str
    ledger: tuple[str, ...]
    since: str
    touches: str


ENGLISH = EvidenceWords(
    title="Says who, and where?",
    close="Esc closes",
    place="Paragraph {}, sentence {}",
    also="The same sentence also says:",
    none="This rests on no sentence of the article.",
    rests_on="Rests on",
    single="{} alone",
    interested="an interested party",
    speakers="{} speakers, {}",
    independent=("{} independent", "{} independent"),
    asked_by_editor="asked by the editor, not by the article",
    passage="In your copy of the article",
    paragraph="¶{}",
    edited="¶{}, edited since this story was made",
    not_recognised="Your text is not the article of this story: nothing of it is shown.",
    partly="Your copy differs from the article of this story: {} edited since, or missing.",
    alone="{} of {} statements rest on the article’s word alone",
    supported="; {} more of its own has another speaker’s support",
    lenses={"speaker": "by who says it", "paragraph": "by paragraph", "topic": "by topic"},
    by="{} · {}",
    no_speaker="Not said in the article",
    no_topic="No topic",
    no_paragraph="Outside the article",
    also_yields="What it yields besides",
    ratio="The ratio that the story allows",
    ledger=("Figure", "Value", "When", "Says who"),
    since="Context that has come since",
    touches="Touches",
)

FRENCH = EvidenceWords(
    title="Qui le dit, et où\u00a0?",
    close="Échap ferme",
    place="Paragraphe {}, phrase {}",
    also="La même phrase dit aussi\u00a0:",
    none="Ceci ne repose sur aucune phrase de l’article.",
    rests_on="Repose sur",
    single="{}, sans autre voix",
    interested="partie intéressée",
    speakers="{} voix, dont {}",
    independent=("{} indépendante", "{} indépendantes"),
    asked_by_editor="posée par la rédaction, non par l’article",
    passage="Dans votre copie de l’article",
    paragraph="¶{}",
    edited="¶{}, modifié depuis l’établissement de ce récit",
    not_recognised="Votre texte n’est pas l’article de ce récit\u00a0: rien n’en est montré.",
    partly="Votre copie diffère de l’article de ce récit\u00a0: {} modifié depuis, ou absent.",
    alone="{} énoncés sur {} ne reposent que sur la parole de l’article",
    supported="\u00a0; {} de plus, qui est de lui, a l’appui d’une autre voix",
    lenses={"speaker": "selon qui le dit", "paragraph": "par paragraphe", "topic": "par sujet"},
    by="{} · {}",
    no_speaker="Non dit dans l’article",
    no_topic="Sans sujet",
    no_paragraph="Hors de l’article",
    also_yields="Ce qui en vient aussi",
    ratio="Le rapport que le récit permet",
    ledger=("Chiffre", "Valeur", "Quand", "Qui le dit"),
    since="Le contexte venu depuis",
    touches="Touche",
)
