"""French interface texts for the reader's copy of the article."""

from deepseek_tui.i18n.local_copy import LocalCopyWords

WORDS = LocalCopyWords(
    text="Texte",
    included="inclus dans le récit\u00a0; les passages s’affichent avec les sources",
    not_included="non inclus dans le récit. Pour voir les passages, ajoutez votre copie\u00a0: "
    "«\u00a0{command}\u00a0» dans la palette (touche {key} par défaut), ou --article FICHIER sur la ligne de commande.",
    in_use="Votre copie",
    unnamed="ne vient pas d’un fichier",
    matching="Paragraphes identiques\u00a0: {} sur {}.",
    differing=("{} diffère ou manque.", "{} diffèrent ou manquent."),
    last_of_list="{} et {}",
    others="{} autres",
    other_article="Ce n’est pas l’article de ce récit.",
    title="Votre copie de l’article",
    close="Tab complète · Entrée vérifie · Échap ferme",
    close_text="Ctrl+S vérifie · Tab continue · Échap ferme",
    introduction="Ce récit ne contient pas le texte de l’article. Choisissez un fichier qui le contient (texte, "
    "Markdown, HTML, docx ou PDF), ou collez-le ci-dessous. Il est comparé au récit et ne quitte pas cet ordinateur.",
    introduction_included="Ce récit contient le texte de son article. Si vous choisissez un fichier ou collez un texte, les "
    "passages seront tirés de votre copie.",
    file="Fichier",
    paste="Ou coller le texte\u00a0:",
    check="Vérifier",
    cancel="Annuler",
    use="Utiliser",
    change="Modifier",
    use_question="L’utiliser quand même\u00a0?",
    nothing_given="Indiquez le chemin d’un fichier, ou collez le texte.",
    no_such_name="Aucun fichier ni dossier ne commence ainsi.",
    too_long="Le texte collé dépasse {} caractères\u00a0: il n’a pas été repris. Enregistrez-le dans un fichier et indiquez "
    "son chemin.",
    remembered="{} Copie retenue pour ce récit\u00a0: {}",
    not_remembered="{} Elle servira jusqu’à la fermeture, faute d’avoir pu être enregistrée.",
)
