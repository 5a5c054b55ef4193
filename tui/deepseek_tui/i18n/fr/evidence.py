"""French interface texts for evidence and groups."""

from deepseek_tui.i18n.evidence import EvidenceWords

WORDS = EvidenceWords(
    title="Qui le dit, et où\u00a0?",
    close="Échap ferme",
    place="Paragraphe {}, phrase {}",
    also="La même phrase dit aussi\u00a0:",
    none="Aucune phrase de l’article ne l’appuie.",
    rests_on="Repose sur",
    single="{}, seule source",
    speakers="{} sources, dont {}",
    independent=("{} indépendante", "{} indépendantes"),
    none_independent="{} sources, aucune indépendante",
    asked_by_editor="posée par la rédaction, non par l’article",
    passage="Dans votre copie de l’article",
    passage_in_story="Extrait de l’article",
    rejected="Le texte de {} dans le fichier du récit ne correspond pas à son empreinte\u00a0: il n’est pas affiché.",
    no_text="Le texte de l’article n’est pas inclus. Appuyer sur {} pour ajouter votre copie.",
    no_text_palette="Le texte de l’article n’est pas inclus. Pour ajouter votre copie, dans la palette\u00a0: "
    "«\u00a0{}\u00a0».",
    paragraph="¶{}",
    edited="¶{}, modifié depuis la rédaction de ce récit",
    not_recognised="Votre fichier n’est pas l’article de ce récit\u00a0: il n’est pas affiché.",
    partly="Votre copie diffère de l’article de ce récit\u00a0: {} modifié ou absent.",
    outdated="Les empreintes de {} viennent d’une ancienne version\u00a0; pour les refaire\u00a0: "
    "deepseek-tui fingerprint FICHIER --into RÉCIT",
    alone="{} affirmations sur {} ne reposent que sur l’article",
    supported=(
        "\u00a0; {} autre affirmation de l’article est appuyée par une autre source",
        "\u00a0; {} autres affirmations de l’article sont appuyées par une autre source",
    ),
    lenses={"speaker": "par source", "paragraph": "par paragraphe", "topic": "par sujet"},
    by="{} · {}",
    no_speaker="Absent de l’article",
    no_topic="Sans sujet",
    no_paragraph="Hors de l’article",
    also_yields="Également dans ce groupe",
    ratio="Rapport entre chiffres comparables",
    ledger=("Chiffre", "Valeur", "Quand", "Selon", "Marques"),
    since="Contexte ultérieur",
    touches="Porte sur",
)
