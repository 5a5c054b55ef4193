"""English interface texts for evidence and groups."""

from deepseek_tui.i18n.evidence import EvidenceWords

WORDS = EvidenceWords(
    title="Who says it, and where?",
    close="Esc closes",
    place="Paragraph {}, sentence {}",
    also="The same sentence also says:",
    none="No sentence of the article supports this.",
    rests_on="Rests on",
    single="{} alone",
    speakers="{} speakers, {}",
    independent=("{} independent", "{} independent"),
    none_independent="{} speakers, none independent",
    asked_by_editor="asked by the editor, not by the article",
    passage="In your copy of the article",
    passage_in_story="From the article",
    rejected="The text of {} in the story file does not match its fingerprint, so it is not shown.",
    no_text="The text of the article is not included. Press {} to add your copy.",
    no_text_palette="The text of the article is not included. To add your copy, in the palette: “{}”.",
    paragraph="¶{}",
    edited="¶{}, edited since this story was written",
    not_recognised="Your file is not the article of this story, so it is not shown.",
    partly="Your copy differs from the article of this story: {} edited or missing.",
    outdated="The story’s fingerprints of {} are from an older version; to renew them: "
    "deepseek-tui fingerprint FILE --into STORY",
    alone="{} of {} claims rest on the article alone",
    supported=(
        "; {} other claim by the article is supported by another speaker",
        "; {} other claims by the article are supported by another speaker",
    ),
    lenses={"speaker": "by speaker", "paragraph": "by paragraph", "topic": "by topic"},
    by="{} · {}",
    no_speaker="Not in the article",
    no_topic="No topic",
    no_paragraph="Outside the article",
    also_yields="Also in this group",
    ratio="Ratio of comparable figures",
    ledger=("Figure", "Value", "When", "Speaker", "Marks"),
    since="Later context",
    touches="About",
)
