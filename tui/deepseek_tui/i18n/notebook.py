"""The words of what the reader keeps: marks and notes, where they were, and what can go wrong with the files of these."""

from typing import NamedTuple


class NotebookWords(NamedTuple):
    """What is said of the reader's own files; `{path}`, `{aside}` and the like are filled in."""

    between: str
    """A line of its own between two texts of one note that were written at the same time."""
    too_long: str
    recovered: tuple[str, str]
    """Said when the program opens after a crash, of one note and of several; `{0}` is how many."""
    gone: tuple[str, str]
    """Said of marks whose item the story has no more."""
    saved: tuple[str, str]
    """Added where the journal had marks of a notebook that was damaged or lost."""
    bookmarked: str
    your_note: str
    readers: str
    """What is called yours on the screen, where others may read it, as in an export."""
    readers_note: str
    item_gone: str
    items_gone: str
    nothing: str
    """Stands in the section of the reader's marks where there are none."""
    unread: str
    """Said by a command that only reads; `{path}` is the notebook."""
    count_bookmarks: tuple[str, str]
    count_notes: tuple[str, str]
    no_notebook: str
    no_item: str
    marked: str
    unmarked: str
    editor_title: str
    editor_close: str
    not_saved: str
    """Stands in the header while another program uses the notebook."""
    not_saved_at_exit: str
    """Printed when the program ends meanwhile; `{path}` is the journal."""
    lost_at_exit: str
    """Printed where the journal could not be written either."""
    gone_at_exit: str
    """`{loss}` in the trouble of a notebook that cannot be written."""
    kept_in_journal: str
    """The same where the journal can be written."""
    trouble: dict[str, str]
    """What became of a file, by the value of `reader.trouble.Kind`."""


ENGLISH = NotebookWords(
    between="— also written, at the same time —",
    too_long="A note holds {most} characters, and this one has {length}: shorten it, or part it between two items.",
    recovered=(
        "A note that was being written when the program ended is here again.",
        "{0} notes that were being written when the program ended are here again.",
    ),
    gone=(
        "One of your marks is on an item that the story no longer has.",
        "{0} of your marks are on items that the story no longer has.",
    ),
    saved=("One mark was restored from the journal.", "{0} marks were restored from the journal."),
    bookmarked="bookmarked",
    your_note="Your note",
    readers="Reader’s marks",
    readers_note="Reader’s note",
    item_gone="The story no longer has the item that this was on.",
    items_gone="On items that the story no longer has",
    nothing="You have marked nothing in this story.",
    unread="Your notebook can’t be read whole, and marks of yours may be missing here: {path}. The dashboard puts it in "
    "order when it opens; --no-mine leaves your marks out.",
    count_bookmarks=("{} bookmark", "{} bookmarks"),
    count_notes=("{} note", "{} notes"),
    no_notebook="There is no notebook here to keep marks and notes in.",
    no_item="There is nothing here to mark.",
    marked="Bookmarked.",
    unmarked="No longer bookmarked.",
    editor_title="Your note",
    editor_close="Saved as you type · Esc closes",
    not_saved="not saved yet: the notebook is in use",
    not_saved_at_exit="Another program is still using your notebook. Your last bookmarks and notes are in {path}; the next "
    "start adds them to the notebook.",
    lost_at_exit="Another program is still using your notebook, and {path} can’t be written: your last bookmarks and notes "
    "are lost.",
    gone_at_exit="What you mark or note now is gone when you quit",
    kept_in_journal="What you mark or note now is kept in {journal} and joins the notebook later",
    trouble={
        "damaged": "Your notebook was damaged: it is kept as {aside}, and a new one is begun.",
        "foreign": "{path} was no notebook of this program: it is kept as {aside}, and a new one is begun.",
        "newer": "Your notebook was written by a newer version of the program: it is kept as {aside}, "
        "and a new one is begun.",
        "missing": "Your notebook was no longer at {path}: a new one is begun.",
        "read-only": "{loss}: {path} can’t be written, for lack of permission.",
        "no-place": "{loss}: the folder of {path} is not there and can’t be made.",
        "full": "{loss}: the disk of {path} is full.",
        "busy": "{loss}: {path} is held by another program.",
        "other": "{loss}: {path} can’t be used ({reason}).",
        "visit-damaged": "The file that says where you were was damaged: it is kept as {aside}.",
        "seen-damaged": "The copy of the story as you last read it was damaged: it is kept as {aside}, "
        "and what changed since is not known.",
    },
)

FRENCH = NotebookWords(
    between="— écrit aussi, au même moment —",
    too_long=(
        "Une note contient au plus {most} caractères, et celle-ci en a {length}\u00a0: l’abréger, "
        "ou la répartir sur deux éléments."
    ),
    recovered=(
        "Une note en cours d’écriture quand le programme s’est arrêté est de retour.",
        "{0} notes en cours d’écriture quand le programme s’est arrêté sont de retour.",
    ),
    gone=(
        "L’une de vos marques porte sur un élément que le récit n’a plus.",
        "{0} de vos marques portent sur des éléments que le récit n’a plus.",
    ),
    saved=(
        "Une marque a été rétablie à partir du fichier journal.",
        "{0} marques ont été rétablies à partir du fichier journal.",
    ),
    bookmarked="signet",
    your_note="Votre note",
    readers="Marques de lecture",
    readers_note="Note de lecture",
    item_gone="Le récit n’a plus l’élément dont il s’agit.",
    items_gone="Sur des éléments que le récit n’a plus",
    nothing="Vous n’avez rien marqué dans ce récit.",
    unread="Votre carnet n’est pas lisible en entier, et il peut manquer ici de vos marques\u00a0: {path}. Le tableau de "
    "bord y remet de l’ordre en s’ouvrant\u00a0; --no-mine laisse vos marques de côté.",
    count_bookmarks=("{} signet", "{} signets"),
    count_notes=("{} note", "{} notes"),
    no_notebook="Il n’y a pas ici de carnet où garder signets et notes.",
    no_item="Il n’y a rien ici à marquer.",
    marked="Signet posé.",
    unmarked="Signet retiré.",
    editor_title="Votre note",
    editor_close="Enregistré au fil de la frappe · Échap ferme",
    not_saved="pas encore enregistré\u00a0: carnet utilisé ailleurs",
    not_saved_at_exit="Un autre programme utilise encore votre carnet. Vos derniers signets et notes sont dans "
    "{path}\u00a0; ils rejoindront le carnet au prochain lancement.",
    lost_at_exit="Un autre programme utilise encore votre carnet, et {path} ne peut pas être écrit\u00a0: vos derniers "
    "signets et notes sont perdus.",
    gone_at_exit="Ce que vous marquez ou notez à présent sera perdu en quittant",
    kept_in_journal="Ce que vous marquez ou notez à présent est gardé dans {journal} et rejoindra le carnet plus tard",
    trouble={
        "damaged": "Votre carnet était endommagé\u00a0: il est gardé sous {aside}, et un nouveau est commencé.",
        "foreign": "{path} n’était pas un carnet de ce programme\u00a0: il est gardé sous {aside}, et "
        "un nouveau est commencé.",
        "newer": "Votre carnet vient d’une version plus récente du programme\u00a0: il est gardé sous "
        "{aside}, et un nouveau est commencé.",
        "missing": "Votre carnet n’était plus à sa place, {path}\u00a0: un nouveau est commencé.",
        "read-only": "{loss}\u00a0: {path} ne peut pas être écrit, faute de permission.",
        "no-place": "{loss}\u00a0: le dossier de {path} n’existe pas et ne peut pas être créé.",
        "full": "{loss}\u00a0: le disque de {path} est plein.",
        "busy": "{loss}\u00a0: {path} est retenu par un autre programme.",
        "other": "{loss}\u00a0: {path} est inutilisable ({reason}).",
        "visit-damaged": "Le fichier qui dit où vous en étiez était endommagé\u00a0: il est gardé sous {aside}.",
        "seen-damaged": "La copie du récit tel que vous l’aviez lu était endommagée\u00a0: elle est gardée sous {aside}, "
        "et ce qui a changé depuis n’est pas connu.",
    },
)
