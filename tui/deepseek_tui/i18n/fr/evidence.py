"""Words of the evidence and of the groups, in French."""

from deepseek_tui.i18n.evidence import EvidenceWords

WORDS = EvidenceWords(
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
    supported=(
        "\u00a0; {} de plus, qui est de lui, a l’appui d’une autre voix",
        "\u00a0; {} de plus, qui est de lui, a l’appui d’une autre voix",
    ),
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
