"""Definition of the interface texts for the reader's copy of the article."""

from typing import NamedTuple


class LocalCopyWords(NamedTuple):
    """Interface texts for the reader's copy of the article.

    `{}` is replaced by a number, a name or a path.
    """

    # The following texts appear in the Overview, under "About this story".
    text: str
    """The label of the field on the article's text."""
    included: str
    not_included: str
    """The text on how to add a copy: the command, its default key, and the option of the command line."""
    in_use: str
    """The label of the copy whose text is shown as evidence."""
    unnamed: str
    """The name of a copy that was not read from a file."""

    # The following texts report the comparison of a copy with the article.
    matching: str
    differing: tuple[str, str]
    """The message about paragraphs that do not match, for one and for several."""
    last_of_list: str
    """The pattern that joins the last number of a list to the others."""
    others: str
    other_article: str

    # The following texts appear in the dialog.
    title: str
    close: str
    close_text: str
    """The hints on keys in the field for pasted text, where Enter begins a new line."""
    introduction: str
    introduction_included: str
    file: str
    paste: str
    check: str
    cancel: str
    use: str
    change: str
    use_question: str
    nothing_given: str
    no_such_name: str
    """The message when no file name begins with the typed path."""
    too_long: str

    # The following texts are notifications.
    remembered: str
    not_remembered: str
