"""Words about the reader's own notes and files, in French."""

from deepseek_tui.i18n.notebook import NotebookWords

WORDS = NotebookWords(
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
