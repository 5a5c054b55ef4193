"""English interface texts for the reader's copy of the article."""

from deepseek_tui.i18n.local_copy import LocalCopyWords

WORDS = LocalCopyWords(
    text="Text",
    included="included in the story; its passages are shown with the evidence",
    not_included="not included in the story. To see its passages with the evidence, add your own copy: “{command}” in "
    "the palette (key {key} by default), or --article FILE on the command line.",
    in_use="Your copy",
    unnamed="not from a file",
    matching="Matching paragraphs: {} of {}.",
    differing=("{} differs or is missing.", "{} differ or are missing."),
    last_of_list="{} and {}",
    others="{} others",
    other_article="This is not the article of this story.",
    title="Your copy of the article",
    close="Tab completes · Enter checks · Esc closes",
    close_text="Ctrl+S checks · Tab goes on · Esc closes",
    introduction="The text of the article is not included in this story. Choose a file that contains it (text, "
    "Markdown, HTML, docx or PDF), or paste it below. It is compared with the story and stays on this computer.",
    introduction_included="This story includes the text of its article. If you choose a file or paste a text, passages are "
    "shown from your copy instead.",
    file="File",
    paste="Or paste the text:",
    check="Check",
    cancel="Cancel",
    use="Use it",
    change="Change",
    use_question="Use it all the same?",
    nothing_given="Type the path of a file, or paste the text.",
    no_such_name="No file or folder begins with this.",
    too_long="The pasted text has more than {} characters, and was left out. Save it in a file, and type the file’s path.",
    remembered="{} Remembered for this story: {}",
    not_remembered="{} It is used until you quit, because it could not be saved.",
)
