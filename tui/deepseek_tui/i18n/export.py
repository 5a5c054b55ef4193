"""The words of the export: of the Markdown itself, of the dialog, and of what can go wrong when a file is saved."""

from typing import NamedTuple


class ExportWords(NamedTuple):
    """What the export says; `{path}`, `{name}` and the like are filled in."""

    # in the Markdown
    whole: str
    """The whole story, as the title of an export."""
    context: str
    """Marks words that come from outside the article."""
    editor: str
    """Marks words that are the editor's, with no source of their own."""
    colon: str
    """A colon and what each language puts around it."""
    comma: str
    said_by: str
    title_unknown: str
    date_unknown: str
    address_unknown: str

    # in the dialog
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

    # on the command line
    no_such_part: str
    nearest: str
    parts: str

    trouble: dict[str, str]
    """Why a file was not saved and what to do instead, by the value of `export.files.Trouble`."""

    def told(self, trouble: str, path: str, reason: str = "") -> str:
        """The sentence for a trouble with a file."""
        return self.trouble[trouble].format(path=path, reason=reason)
