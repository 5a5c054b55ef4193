"""French interface texts for the user's notes and files."""

from deepseek_tui.i18n.notebook import NotebookWords

WORDS = NotebookWords(
    between="— écrit aussi, au même moment —",
    too_long=(
        "Une note contient au plus {most} caractères, et celle-ci en compte {length}\u00a0: la raccourcir, ou la "
        "répartir sur deux éléments."
    ),
    recovered=(
        "Une note non enregistrée à l’arrêt du programme a été récupérée.",
        "{0} notes non enregistrées à l’arrêt du programme ont été récupérées.",
    ),
    gone=(
        "L’une de vos annotations porte sur un élément qui n’est plus dans le récit.",
        "{0} de vos annotations portent sur des éléments qui ne sont plus dans le récit.",
    ),
    saved=(
        "Une annotation a été restaurée à partir du journal.",
        "{0} annotations ont été restaurées à partir du journal.",
    ),
    bookmarked="signet",
    your_note="Votre note",
    readers="Annotations du lecteur",
    readers_note="Note du lecteur",
    item_gone="Cet élément n’est plus dans le récit.",
    items_gone="Sur des éléments qui ne sont plus dans le récit",
    nothing="Vous n’avez ni signet ni note dans ce récit.",
    unread="Votre carnet n’est pas lisible en entier, et des annotations peuvent manquer ici\u00a0: {path}. Le "
    "tableau de bord le répare à l’ouverture\u00a0; --no-mine exclut vos annotations.",
    count_bookmarks=("{} signet", "{} signets"),
    count_notes=("{} note", "{} notes"),
    no_notebook="Aucun carnet pour les signets et les notes.",
    no_item="Aucun élément à annoter ici.",
    marked="Signet ajouté.",
    unmarked="Signet retiré.",
    editor_title="Votre note",
    editor_close="Enregistré au fil de la frappe · Échap ferme",
    not_saved="pas encore enregistré\u00a0: carnet utilisé ailleurs",
    not_saved_at_exit="Un autre programme utilise encore votre carnet. Vos derniers signets et notes sont dans "
    "{path}\u00a0; ils seront ajoutés au carnet au prochain lancement.",
    lost_at_exit="Un autre programme utilise encore votre carnet, et {path} ne peut pas être écrit\u00a0: vos "
    "derniers signets et notes sont perdus.",
    gone_at_exit="Les signets et notes ajoutés maintenant seront perdus à la fermeture",
    kept_in_journal="Les signets et notes ajoutés maintenant sont gardés dans {journal} et seront ajoutés au carnet "
    "plus tard",
    trouble={
        "damaged": "Votre carnet était endommagé\u00a0: il a été conservé sous {aside}, et un nouveau a été créé.",
        "foreign": "{path} n’était pas un carnet de ce programme\u00a0: il a été conservé sous {aside}, et un "
        "nouveau a été créé.",
        "newer": "Votre carnet vient d’une version plus récente du programme\u00a0: il a été conservé sous {aside}, "
        "et un nouveau a été créé.",
        "missing": "Votre carnet n’était plus dans {path}\u00a0: un nouveau a été créé.",
        "read-only": "{loss}\u00a0: permission refusée pour écrire {path}.",
        "no-place": "{loss}\u00a0: le dossier de {path} n’existe pas et ne peut pas être créé.",
        "full": "{loss}\u00a0: le disque de {path} est plein.",
        "busy": "{loss}\u00a0: {path} est utilisé par un autre programme.",
        "other": "{loss}\u00a0: {path} est inutilisable ({reason}).",
        "visit-damaged": "Le fichier de votre dernière position était endommagé\u00a0: il a été conservé sous {aside}.",
        "seen-damaged": "La copie de votre dernière édition lue était endommagée\u00a0: elle a été conservée sous "
        "{aside}, et les changements intervenus depuis sont inconnus.",
    },
)
