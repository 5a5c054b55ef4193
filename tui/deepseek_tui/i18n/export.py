"""Definition of the interface texts of exports, with their errors."""

from typing import NamedTuple


class ExportWords(NamedTuple):
    """Interface texts of exports.

    Fields such as `{path}` and `{name}` are replaced.
    """

    # The following texts appear in the exported Markdown.
    whole: str
    """The title of an export of the whole story."""
    context: str
    """The label of text from outside the article."""
    editor: str
    """The label of the editor's own text without a source."""
    colon: str
    """A colon with the spaces that the language puts around it."""
    comma: str
    said_by: str
    title_unknown: str
    date_unknown: str
    address_unknown: str

    # The following texts appear in the export dialog.
    title: str
    this_item: str
    this_section: str
    whole_story: str
    file: str
    folder: str
    preview: str
    save: str
    cancel: str
    overwrite: str
    overwrite_yes: str
    overwrite_no: str
    saved: str

    # The following texts appear on the command line.
    no_such_part: str
    nearest: str
    parts: str

    trouble: dict[str, str]
    """Why a file was not saved and what to do instead, by the value of `SaveProblem`."""

    def told(self, trouble: str, path: str, reason: str = "") -> str:
        """Return the error message for a file that could not be saved."""
        return self.trouble[trouble].format(path=path, reason=reason)
