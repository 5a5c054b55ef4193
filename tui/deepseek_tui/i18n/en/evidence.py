"""Words of the evidence and of the groups, in English."""

from deepseek_tui.i18n.evidence import EvidenceWords

WORDS = EvidenceWords(
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
