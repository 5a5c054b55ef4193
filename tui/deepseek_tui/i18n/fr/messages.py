"""French translations of the command-line messages, by the English message."""

from deepseek_tui.i18n.messages import Patterns

_ARGPARSE: Patterns = {
    "usage: ": "utilisation\u00a0: ",
    "options": "options\u00a0",
    "positional arguments": "arguments positionnels\u00a0",
    "show this help message and exit": "afficher cette aide et quitter",
    "show program's version number and exit": "afficher la version du programme et quitter",
    "%(prog)s: error: %(message)s\n": "%(prog)s\u00a0: erreur\u00a0: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "argument %(argument_name)s\u00a0: %(message)s",
    "the following arguments are required: %s": "arguments obligatoires manquants\u00a0: %s",
    "one of the arguments %s is required": "un des arguments %s est obligatoire",
    "unrecognized arguments: %s": "arguments inconnus\u00a0: %s",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "choix non valide\u00a0: %(value)r (choix possibles\u00a0: %(choices)s)"
    ),
    "invalid %(type)s value: %(value)r": "valeur non valide pour le type %(type)s\u00a0: %(value)r",
    "ambiguous option: %(option)s could match %(matches)s": ("option ambiguë\u00a0: %(option)s peut désigner %(matches)s"),
    "expected one argument": "un argument attendu",
    "expected at most one argument": "un argument attendu au plus",
    "expected at least one argument": "un argument attendu au moins",
    "expected %s argument": "%s argument attendu",
    "expected %s arguments": "%s arguments attendus",
    "ignored explicit argument %r": "argument %r non admis pour cette option",
    "not allowed with argument %s": "incompatible avec l’argument %s",
    "can't open '%(filename)s': %(error)s": "impossible d’ouvrir «\u00a0%(filename)s\u00a0»\u00a0: %(error)s",
    'argument "-" with mode %r': "argument «\u00a0-\u00a0» avec le mode %r",
    "unexpected option string: %s": "option inattendue\u00a0: %s",
}

_NAMES: Patterns = {
    "ARTICLE": "ARTICLE",
    "CELLS": "COLONNES",
    "COMMAND": "COMMANDE",
    "FILE": "FICHIER",
    "ID": "ID",
    "LAB": "LABO",
    "NAME": "NOM",
    "NEW": "NOUVEAU",
    "OLD": "ANCIEN",
    "QUERY": "REQUÊTE",
    "RULE": "RÈGLE",
    "SECTION|ID": "SECTION|ID",
    "STORY": "RÉCIT",
}

_COMMANDS: Patterns = {
    "commands": "commandes\u00a0",
    "labs": "labos\u00a0",
    "example:\n  {}": "exemple\u00a0:\n  {}",
    "Read a news story in the terminal: what happened, who says so, and what is not yet known.": (
        "Lire un récit d’actualité dans le terminal\u00a0: ce qui s’est passé, qui le dit, ce que l’on ignore encore."
    ),
    "without a command, opens a story:\n  deepseek-tui                      the DeepSeek story\n  "
    "deepseek-tui story.json --lang en another one, in English\n\n"
    "deepseek-tui COMMAND --help describes a command.": (
        "sans commande, ouvre un récit\u00a0:\n  deepseek-tui                      le récit sur DeepSeek\n  "
        "deepseek-tui story.json --lang en un autre, en anglais\n\n"
        "deepseek-tui COMMANDE --help décrit une commande."
    ),
    "open a story in the dashboard": "ouvrir un récit dans le tableau de bord",
    "export a story, a section or an item as Markdown": "exporter un récit, une section ou un élément en Markdown",
    "print a story, a section or an item as plain text": "afficher un récit, une section ou un élément en texte brut",
    "validate a story file": "vérifier un fichier de récit",
    "draft a story file from an article's text": "créer une ébauche de récit à partir du texte d’un article",
    "compare two editions of a story": "comparer deux éditions d’un récit",
    "run a lab and print its results as text": "exécuter un labo et afficher ses résultats en texte",
    "print the JSON Schema of a story file": "afficher le schéma JSON d’un fichier de récit",
    "print fingerprints of an article's paragraphs and sentences": (
        "afficher les empreintes des paragraphes et des phrases d’un article"
    ),
    "print a default settings file": "afficher un fichier de réglages par défaut",
    "print a completion script for bash, zsh or fish": ("afficher un script de complétion pour bash, zsh ou fish"),
    "list your files that the program reads and writes": "lister vos fichiers que le programme lit et écrit",
}

_OPTIONS: Patterns = {
    "a path, - for standard input, or the name of a story that comes with the program": (
        "un chemin, - pour l’entrée standard, ou le nom d’un récit fourni avec le programme"
    ),
    "{} (default: deepseek)": "{} (par défaut\u00a0: deepseek)",
    "{}; with -, keys come from the terminal": "{}\u00a0; avec -, les touches viennent du terminal",
    "{0}, an item's id, or {1} (default)": "{0}, l’identifiant d’un élément, ou {1} (par défaut)",
    "the language (default: that of the settings, else of the system, else of the story)": (
        "la langue (par défaut, celle des réglages, sinon du système, sinon du récit)"
    ),
    "show or hide the context from outside the article (default: as in the settings, else show it)": (
        "montrer ou non le contexte extérieur à l’article (par défaut, selon les réglages, sinon le montrer)"
    ),
    "leave out your bookmarks and notes (by default they are under their items and in the section mine)": (
        "omettre vos signets et vos notes (sinon placés sous les éléments et dans la section mine)"
    ),
    "leave out the context from outside the article": "omettre le contexte extérieur à l’article",
    "your copy of the article, to check the story against: text, Markdown, HTML, PDF, docx or a timeline": (
        "votre copie de l’article, à laquelle comparer le récit\u00a0: texte, Markdown, HTML, PDF, docx ou chronologie"
    ),
    "your copy of the article: its passages are shown as evidence": (
        "votre copie de l’article, dont les passages cités sont montrés"
    ),
    "your copy of the article: its passages are shown with the evidence; implies --evidence": (
        "votre copie de l’article, dont les passages cités sont montrés\u00a0; entraîne --evidence"
    ),
    "print the problems as a JSON list": "afficher les problèmes en liste JSON",
    "print the changes as JSON": "afficher les changements en JSON",
    "print the files as a JSON list": "afficher les fichiers en liste JSON",
    "print every number with its unit, in full precision": "afficher chaque nombre avec son unité, sans arrondi",
    "exit with status 1 on warnings as well": "renvoyer 1 aussi en cas d’avertissement",
    "a rule to ignore, or several: a,b": "une règle à ignorer, ou plusieurs\u00a0: a,b",
    "list the rules, and what each finds": "lister les règles et ce que chacune détecte",
    "the shell": "l’interpréteur de commandes",
    "validate a settings file (default: yours) instead": ("vérifier plutôt un fichier de réglages (par défaut, le vôtre)"),
    "the other edition, given in the same way": "une autre édition du récit, désignée de même",
    "the format to write": "le format de sortie",
    "write to this file or pipe instead of standard output": (
        "écrire dans ce fichier ou ce tube plutôt que sur la sortie standard"
    ),
    "replace the file if it exists; its other hard links keep the old content": (
        "remplacer le fichier s’il existe\u00a0; ses autres liens physiques gardent l’ancien contenu"
    ),
    "the article: plain text, Markdown, HTML, PDF, docx, or a timeline in JSON or CSV; - for standard input": (
        "l’article\u00a0: texte brut, Markdown, HTML, PDF, docx, chronologie JSON ou CSV\u00a0; - pour l’entrée standard"
    ),
    "the encoding of the article (default: UTF-8, UTF-16 or Windows-1252, whichever fits)": (
        "l’encodage de l’article (par défaut\u00a0: UTF-8, UTF-16 ou Windows-1252, selon le fichier)"
    ),
    "write them into this story file instead of printing them": (
        "les écrire dans ce fichier de récit plutôt que les afficher"
    ),
    "width of the text (default: 80)": "la largeur du texte (par défaut\u00a0: 80)",
    "wrap lines at this width; 0 does not wrap (default: the terminal's width, else 80)": (
        "la largeur des lignes, 0 pour ne pas les couper (par défaut, celle du terminal, sinon 80)"
    ),
    "the story file to write; - prints it": "le fichier de récit à écrire\u00a0; - pour l’afficher",
    "the article's language (default: detected from its common words)": (
        "la langue de l’article (par défaut, reconnue à ses mots courants)"
    ),
    "the story's id (default: the file's name)": "l’identifiant du récit (par défaut, le nom du fichier)",
    "initial theme: {}": "thème initial\u00a0: {}",
    "handle the mouse, or leave it to the terminal (default: as in the settings, else handle it)": (
        "gérer la souris ou la laisser au terminal (par défaut, selon les réglages, sinon la gérer)"
    ),
    "open at this item, or at this block of the Overview; Y in the dashboard copies the command": (
        "ouvrir à cet élément ou à ce bloc de l’Aperçu\u00a0; Y, dans le tableau de bord, copie la commande"
    ),
    "open at the beginning instead of where you left the story": (
        "ouvrir au début plutôt que là où vous aviez quitté le récit"
    ),
    'show only what matches: nvidia "a phrase" -without by:scmp p:6 kind:person': (
        'n’afficher que ce qui correspond à nvidia "une expression" -sans par:scmp p:6 genre:personne'
    ),
    "show under each item who says it, and where": "indiquer sous chaque élément qui le dit, et où",
    "comes with the program": "fourni avec le programme",
    "section": "section",
}

_LABS: Patterns = {
    "counts of chips compared, hours multiplied by price": "parcs de puces comparés, heures multipliées par leur prix",
    "the memory of a key-value cache under four attention schemes": (
        "la mémoire d’un cache clé-valeur selon quatre formes d’attention"
    ),
    "advantages of a group of answers, training of a policy, memory of a critic": (
        "avantages d’un groupe de réponses, politique qui en apprend, mémoire d’un critique"
    ),
    "who counts the smaller fleet": "qui compte le plus petit parc",
    "the smaller fleet, as your own number": "le plus petit parc, selon votre propre nombre",
    "who counts the larger fleet": "qui compte le plus grand parc",
    "the larger fleet, as your own number": "le plus grand parc, selon votre propre nombre",
    "the training that the hours are for": "de quel entraînement sont les heures",
    "hours of training, summed over all GPUs": "heures d’entraînement, tous GPU additionnés",
    "price of one GPU hour": "prix d’une heure de GPU",
    "GPUs that train at the same time": "GPU qui travaillent en même temps",
    "a model, which sets the six sizes": "un modèle, qui fixe les six tailles",
    "layers": "couches",
    "attention heads": "têtes d’attention",
    "key-value heads of the grouped scheme": "têtes clé-valeur de l’attention groupée",
    "size of a head": "taille d’une tête",
    "size of the latent": "taille du latent",
    "size of the decoupled rotary key": "taille de la clé rotative découplée",
    "length of the context": "longueur du contexte",
    "bytes per cached element": "octets par élément en cache",
    "memory to fill with the cache": "mémoire à remplir avec le cache",
    "decode small layers naively and absorbed, and compare": (
        "décoder de petites couches des deux façons, naïve et absorbée, et comparer"
    ),
    "reward of answer {} in the group of four": "récompense de la réponse {} du groupe de quatre",
    "what divides a token's share: the answer's length, all tokens or a constant": (
        "ce qui divise la part d’un jeton\u00a0: longueur de la réponse, tous les jetons ou une constante"
    ),
    "the standard deviation that divides the advantages": "l’écart-type qui divise les avantages",
    "possible answers, one of them right": "réponses possibles, dont une seule est bonne",
    "answers sampled at each step": "réponses tirées à chaque étape",
    "learning rate": "taux d’apprentissage",
    "groups sampled": "groupes tirés",
    "updates per group": "mises à jour par groupe",
    "lower epsilon: the ratio is clipped at 1 - low": "epsilon inférieur\u00a0: le rapport est écrêté à 1 - low",
    "upper epsilon: the ratio is clipped at 1 + high": "epsilon supérieur\u00a0: le rapport est écrêté à 1 + high",
    "weight of the divergence from the reference": "poids de la divergence par rapport à la référence",
    "probability of the right answer in the reference; 0 for 1/arms": (
        "probabilité que la référence donne à la bonne réponse\u00a0; 0 pour 1/arms"
    ),
    "random seed": "graine du tirage aléatoire",
    "size of the policy, for the memory estimate": "taille de la politique, pour la mémoire",
}

_REFUSALS: Patterns = {
    "standard output: {}": "sortie standard\u00a0: {}",
    "standard input is closed": "l’entrée standard est fermée",
    "standard input cannot be read: {}": "l’entrée standard ne peut pas être lue\u00a0: {}",
    "standard input is written as -": "l’entrée standard s’écrit -",
    "internal error ({0}): your notes are kept, and the details, without any of your text, are in {1}": (
        "erreur interne ({0})\u00a0: vos notes sont conservées et les détails, sans aucun de vos textes, sont dans {1}"
    ),
    "internal error ({0}): your notes are kept, but the details could not be logged": (
        "erreur interne ({0})\u00a0: vos notes sont conservées, mais les détails n’ont pas pu être enregistrés"
    ),
    "there is no rule {0!a}; {1}": "il n’y a pas de règle {0!a}\u00a0; {1}",
    "`check --rules` lists them": "«\u00a0check --rules\u00a0» en donne la liste",
    "check needs a story: a path, - for standard input, or a bundled story's name": (
        "check attend un récit\u00a0: un chemin, - pour l’entrée standard, ou le nom d’un récit fourni"
    ),
    "the story and the article cannot both come from standard input": (
        "le récit et l’article ne peuvent pas venir tous deux de l’entrée standard"
    ),
    "the two stories cannot both come from standard input": (
        "les deux récits ne peuvent pas venir tous deux de l’entrée standard"
    ),
    "--no-mine leaves the section mine empty": "--no-mine ne laisse rien de la section mine",
    "the article is empty": "l’article est vide",
    "--into needs a file": "--into attend un fichier",
    '{} is no story with an "article" to put the fingerprints into': (
        "{} n’est pas un récit dont la clé «\u00a0article\u00a0» puisse recevoir les empreintes"
    ),
    "a text {} cells wide cannot be read; --width takes 20 to 1000": (
        "un texte large de {} colonnes est illisible\u00a0; --width va de 20 à 1000"
    ),
    "--width takes a number of cells, or 0 for no wrapping": (
        "--width attend un nombre de colonnes, ou 0 pour ne pas couper les lignes"
    ),
    "--{} needs context that this story lacks or --no-context leaves out": (
        "--{} dépend d’un contexte que ce récit n’a pas, ou que --no-context écarte"
    ),
    "{0!a} is no id: small letters, digits and single hyphens make one": (
        "{0!a} n’est pas un identifiant\u00a0: il se compose de minuscules, de chiffres et de traits d’union simples"
    ),
    "the article is in neither French nor English, or too short to tell; give its language with --lang": (
        "l’article n’est ni en français ni en anglais, ou trop court pour en juger\u00a0; préciser sa langue avec --lang"
    ),
    "the article seems to be in {0}; stories are drafted from French and English ones (--lang if that is wrong)": (
        "l’article semble être en {0}\u202f; une ébauche se tire d’un article français ou anglais (sinon, --lang)"
    ),
    "Catalan": "catalan",
    "Danish": "danois",
    "German": "allemand",
    "Spanish": "espagnol",
    "Italian": "italien",
    "Dutch": "néerlandais",
    "Polish": "polonais",
    "Portuguese": "portugais",
    "Romanian": "roumain",
    "Swedish": "suédois",
    "the story would overwrite the article": "le récit remplacerait l’article",
    "{0}: {1}; every object marked as draft is a guess, to be confirmed": (
        "{0}\u00a0: {1}\u202f; chaque objet marqué draft est une supposition, à confirmer"
    ),
    "there is no theme {0!a}; the themes are {1}": "il n’y a pas de thème {0!a}\u00a0; les thèmes sont {1}",
    "the dashboard needs a terminal; `deepseek-tui show` prints the same content without one": (
        "le tableau de bord a besoin d’un terminal\u00a0; «\u00a0deepseek-tui show\u00a0» affiche le même "
        "contenu sans terminal"
    ),
    "this terminal (TERM=dumb) cannot position text; `deepseek-tui show` prints it as plain text": (
        "ce terminal (TERM=dumb) ne sait pas placer le texte\u00a0; «\u00a0deepseek-tui show\u00a0» l’affiche en texte brut"
    ),
    "there is no terminal to read keys from while the story comes from standard input": (
        "aucun terminal pour lire les touches pendant que le récit vient de l’entrée standard"
    ),
    "reading {} was cancelled": "lecture de {} annulée",
    "{}; nothing was changed": "{}\u00a0; rien n’a été modifié",
    "or, as a command, {}": "ou, si c’est une commande\u00a0: {}",
    "this story has no item {0}; {1}": "ce récit n’a pas d’élément {0}\u00a0; {1}",
    "ids are in the story file, and Y in the dashboard copies one": (
        "les identifiants figurent dans le fichier du récit, et Y, dans le tableau de bord, en copie un"
    ),
}

_IMPORTS: Patterns = {
    "it is a PDF": "c’est un PDF",
    "install deepseek-tui[pdf] to read it, or make a text with `pdftotext -layout FILE`": (
        "installer deepseek-tui[pdf] pour le lire, ou en tirer un texte avec «\u00a0pdftotext -layout FICHIER\u00a0»"
    ),
    "the PDF is larger than any article": "le PDF est plus grand que n’importe quel article",
    "the PDF is damaged, or not understood": "le PDF est endommagé, ou n’est pas compris",
    "the PDF is encrypted": "le PDF est chiffré",
    "save it without a password": "l’enregistrer sans mot de passe",
    "the PDF has more than {} pages": "le PDF a plus de {} pages",
    "the PDF has no text: its pages are pictures": "le PDF n’a pas de texte\u00a0: ses pages sont des images",
    "save it with text recognition": "l’enregistrer avec reconnaissance de texte",
    "`pdftotext -layout FILE` makes the text that can be read": (
        "«\u00a0pdftotext -layout FICHIER\u00a0» en tire le texte, qui peut être lu"
    ),
    "it is a web page (HTML)": "c’est une page web (HTML)",
    "install deepseek-tui[web] to read it, or save the article as plain text or docx": (
        "installer deepseek-tui[web] pour la lire, ou enregistrer l’article en texte brut ou en docx"
    ),
    "the web page is larger than any article": "la page web est plus grande que n’importe quel article",
    "the Markdown file is larger than any article": "le fichier Markdown est plus grand que n’importe quel article",
    "the web page cannot be read": "la page web ne peut pas être lue",
    "no article is found in the web page": "aucun article trouvé dans la page web",
    "it is a web archive, a page with all its pictures in one file": (
        "c’est une archive web, une page avec toutes ses images en un seul fichier"
    ),
    "it is XML, but no web page": "c’est du XML, mais pas une page web",
    "it is a picture": "c’est une image",
    "it is a compressed file": "c’est un fichier compressé",
    "uncompress it first": "le décompresser d’abord",
    "it is not a text": "ce n’est pas un texte",
    "it is a document of Office 97 (.doc)": "c’est un document d’Office 97 (.doc)",
    "it is a document in Rich Text Format (.rtf)": "c’est un document au format RTF (.rtf)",
    "it is a document in OpenDocument format": "c’est un document au format OpenDocument",
    "it is an Excel workbook": "c’est un classeur Excel",
    "it is a PowerPoint presentation": "c’est une présentation PowerPoint",
    "it is an e-book (EPUB)": "c’est un livre numérique (EPUB)",
    "it is a ZIP archive without a document": "c’est une archive ZIP sans document",
    "the archive holds more than any document": "l’archive contient plus qu’aucun document",
    "unpacked, the document has more than {} MiB": "décompressé, le document dépasse {} Mio",
    "the document is damaged: its archive cannot be unpacked": (
        "le document est endommagé\u00a0: son archive ne peut pas être décompressée"
    ),
    "the document is damaged: its XML cannot be read": "le document est endommagé\u00a0: son XML est illisible",
    "save it again": "l’enregistrer de nouveau",
    "save it as docx or plain text": "l’enregistrer en docx ou en texte brut",
    "save it as plain text": "l’enregistrer en texte brut",
    "save the article as plain text": "enregistrer l’article en texte brut",
    "save the article as plain text, docx or HTML": "enregistrer l’article en texte brut, en docx ou en HTML",
    "save the page as HTML": "enregistrer la page en HTML",
    "it is JSON, but no timeline of TimelineJS": "c’est du JSON, mais pas une chronologie TimelineJS",
    "a timeline has a list of events, each with a start_date and a text": (
        "une chronologie a une liste events, dont chaque élément a start_date et text"
    ),
    "it is a story already, which `deepseek-tui FILE` opens": (
        "c’est déjà un récit, que «\u00a0deepseek-tui FICHIER\u00a0» ouvre"
    ),
    "the table cannot be read: {}": "le tableau ne peut pas être lu\u00a0: {}",
    "the timeline has more than {} MiB": "la chronologie dépasse {} Mio",
    "the timeline has more than {} entries": "la chronologie a plus de {} entrées",
    "the timeline has no entry with a headline or a text": "la chronologie n’a aucune entrée avec un titre ou un texte",
    "not {0}: byte 0x{1:02x} at offset {2}": "{0} non valide\u00a0: octet 0x{1:02x} à la position {2}",
    "there is no encoding {0!a}": "il n’y a pas d’encodage {0!a}",
    "for example utf-8, utf-16, windows-1252, mac-roman": "par exemple utf-8, utf-16, windows-1252, mac-roman",
    "{0}: read as {1}; --encoding NAME reads it otherwise": (
        "{0}\u00a0: lu en {1}\u00a0; --encoding NOM pour un autre encodage"
    ),
    "{0}: text of printed pages: lines and cut words are joined, page heads and numbers left out": (
        "{0}\u00a0: texte de pages imprimées\u00a0: lignes et mots coupés sont réunis, en-têtes et numéros de page ôtés"
    ),
    "{0}: the dates and texts of the timeline, for `check --article`": (
        "{0}\u00a0: les dates et les textes de la chronologie, pour «\u00a0check --article\u00a0»"
    ),
    "{0}: left out: {1}": "{0}\u00a0: laissé de côté\u00a0: {1}",
    "advertising and references": "publicités et renvois",
    "headings": "intertitres",
    "tables": "tableaux",
    "footnotes": "notes",
    "code blocks": "blocs de code",
    "blocks of HTML": "blocs HTML",
    "pictures": "images",
    "media": "médias",
    "backgrounds": "arrière-plans",
    "links": "liens",
}

_ENVIRONMENT: Patterns = {
    "{0} is {1!a}; it can be {2}": "{0} vaut {1!a}\u00a0; valeurs possibles\u00a0: {2}",
    "{0} names {1!a}, which cannot be written: {2}": "{0} désigne {1!a}, qui ne peut pas être écrit\u00a0: {2}",
    "{0} names {1!a}, which cannot be imported ({2})": "{0} désigne {1!a}, qui ne peut pas être importé ({2})",
    "{0} names {1!a}, which is not a driver of Textual": "{0} désigne {1!a}, qui n’est pas un pilote de Textual",
}

_PLACES: Patterns = {
    "the same as JSON lines: restores a damaged or lost notebook": (
        "les mêmes en lignes JSON\u00a0: rétablit un carnet abîmé ou perdu"
    ),
    "there": "présent",
    "not there": "absent",
    "your settings; read, never written": "vos réglages\u00a0; lu, jamais écrit",
    "your bookmarks and notes": "vos signets et vos notes",
    "your last position in each story": "où vous en étiez dans chaque récit",
    "the paths of your copies of articles": "quels fichiers sont vos copies des articles",
    "where internal errors happened; none of your text": (
        "où des erreurs internes se sont produites\u00a0; aucun de vos textes"
    ),
    "the stories as they were when you last read them": "les récits tels que vous les avez lus la dernière fois",
}

_SETTINGS: Patterns = {
    "Settings of deepseek-tui. `deepseek-tui where` shows where to put this file; the program never writes it.": (
        "Les réglages de deepseek-tui. «\u00a0deepseek-tui where\u00a0» indique où placer ce fichier\u00a0; le "
        "programme ne l’écrit jamais."
    ),
    "These are the defaults: remove the # from what you change.": (
        "Ce sont les valeurs par défaut\u00a0: retirez le # devant ce que vous modifiez."
    ),
    "The theme: dark, light, or terminal (the terminal's sixteen colours).": (
        "Le thème\u00a0: dark (sombre), light (clair) ou terminal (ses seize couleurs)."
    ),
    "The language: {}, or auto (the one of your system, else the story's).": (
        "La langue\u00a0: {}, ou auto (celle du système, sinon celle du récit)."
    ),
    "Whether the program handles the mouse; false leaves it to the terminal.": (
        "Si le programme gère la souris\u00a0; false la laisse au terminal."
    ),
    "Whether context from outside the article is shown when a story opens.": (
        "Si le contexte extérieur à l’article est montré à l’ouverture d’un récit."
    ),
    "What is kept between sessions.": "Ce qui est gardé d’une séance à l’autre.",
    "Whether a story opens at the pane and the item where you left it.": (
        "Si un récit s’ouvre au volet et à l’élément où vous l’aviez quitté."
    ),
    "The widths, in columns, from which more is shown side by side.": (
        "Le nombre de colonnes à partir duquel plusieurs parties tiennent côte à côte."
    ),
    "From this width, the list and the detail; below it, one at a time.": (
        "À partir de ce nombre de colonnes, la liste et le détail\u00a0; en dessous, l’un ou l’autre."
    ),
    "From this width, a third panel for links and notes as well.": (
        "À partir de ce nombre de colonnes, un troisième panneau pour les liens et les notes."
    ),
    "The keys of each command: characters, or names such as escape, pageup, f5, ctrl+e; [] switches a command off.": (
        "Les touches de chaque commande\u00a0: des caractères, ou des noms comme escape, pageup, f5, "
        "ctrl+e\u00a0; [] désactive une commande."
    ),
    "wide ({0}) must be more than medium ({1})": "wide ({0}) doit être supérieur à medium ({1})",
    "the table [{}] is given twice": "la table [{}] est donnée deux fois",
    "this already has a value": "une valeur a déjà été donnée à ceci",
    "not TOML: {}": "TOML non valide\u00a0: {}",
    "there is no such setting": "ce réglage n’existe pas",
    "possible settings here: {}": "réglages possibles ici\u00a0: {}",
    "must be {0} or less, not {1}": "doit être au plus {0}, non {1}",
    "must be {0} or more, not {1}": "doit être au moins {0}, non {1}",
    "a key or a list of keys": "une touche ou une liste de touches",
    "a table": "une table",
    "a date or a time": "une date ou une heure",
    "there is no command {}": "il n’y a pas de commande {}",
    "{} needs a key: it cannot be switched off": "{} doit garder une touche\u00a0: cette commande ne se désactive pas",
    "{0} is a key of {1} as well": "{0} est aussi une touche de {1}",
    "give {0} other keys, or none: {1} = []": "donner d’autres touches à {0}, ou aucune\u00a0: {1} = []",
    "give {} other keys": "donner d’autres touches à {}",
    "{0} cannot be given to a command: {1}": "{0} ne peut pas être donnée à une commande\u00a0: {1}",
    "it copies what is selected": "elle copie la sélection",
    "it always quits": "elle quitte toujours",
    "{0} reaches no program: a terminal sends {1} for it": (
        "{0} n’atteint aucun programme\u00a0: le terminal envoie {1} à la place"
    ),
    "{} is no key": "{} n’est pas une touche",
    "{} is no key that a terminal sends": "{} n’est pas une touche qu’envoie un terminal",
    "did you mean space?": "vouliez-vous dire space\u00a0?",
    'a shifted letter is written as it is typed: "{}"': 'une majuscule s’écrit comme elle se tape\u00a0: "{}"',
    "a character, or a name such as escape, pageup, f5, ctrl+e": (
        "un caractère, ou un nom comme escape, pageup, f5, ctrl+e"
    ),
}

_READING: Patterns = {
    "there is no such file": "ce fichier n’existe pas",
    "there is no such file: a part of its path is no folder": (
        "ce fichier n’existe pas\u00a0: une partie de son chemin n’est pas un dossier"
    ),
    "there is no such file: the name is too long": "ce fichier n’existe pas\u00a0: le nom est trop long",
    "there is no such file: its links lead in a circle": "ce fichier n’existe pas\u00a0: ses liens tournent en rond",
    "there is no such file: no name can hold a null character": (
        "ce fichier n’existe pas\u00a0: un nom ne peut pas contenir de caractère nul"
    ),
    "there is no such file, and no story of this name comes with the program": (
        "ce fichier n’existe pas, et aucun récit de ce nom n’est fourni avec le programme"
    ),
    "the stories here are: {}": "récits fournis\u00a0: {}",
    "it may not be read: permission denied": "lecture refusée\u00a0: permission insuffisante",
    "it is a folder, not a file": "c’est un dossier, non un fichier",
    "it is no regular file": "ce n’est pas un fichier ordinaire",
    "it cannot be read: {}": "lecture impossible\u00a0: {}",
    "it has more than {} MiB, which none of its kind needs": (
        "plus de {} Mio, ce dont aucun fichier de ce genre n’a besoin"
    ),
    "it looks like UTF-16; save it as UTF-8": "le texte semble être en UTF-16\u00a0; l’enregistrer en UTF-8",
    "save it as UTF-8": "l’enregistrer en UTF-8",
    "not UTF-8: byte 0x{0:02x} at offset {1}": "UTF-8 non valide\u00a0: octet 0x{0:02x} à la position {1}",
    "the file is empty": "le fichier est vide",
    "nested more than {} levels deep, which no story needs": (
        "plus de {} niveaux d’imbrication, ce dont aucun récit n’a besoin"
    ),
    "nested too deep": "trop de niveaux d’imbrication",
    "not JSON: {}": "JSON non valide\u00a0: {}",
    "the JSON ends too early": "le JSON s’arrête trop tôt",
    "a bracket, a brace or a quotation mark is not closed": "un crochet, une accolade ou un guillemet n’est pas fermé",
    "NaN and Infinity are no JSON": "NaN et Infinity n’existent pas en JSON",
    "leave the key out where there is no number": "omettre la clé en l’absence de nombre",
    "the number is out of range": "nombre hors limites",
    "it is larger than any that can be kept": "il est plus grand que tout nombre représentable",
    "half of a surrogate pair stands alone, which is no character": (
        "une moitié isolée de paire de substitution n’est pas un caractère"
    ),
    "this key is given twice in its object": "cette clé figure deux fois dans son objet",
    "{} more of them are not listed": "{} autres ne sont pas listés",
    "{} more problems are not listed": "{} autres problèmes ne sont pas listés",
}

_FORMAT: Patterns = {
    "error": "erreur",
    "warning": "avertissement",
    "did you mean {}?": "vouliez-vous dire {}\u00a0?",
    "is it {}, misspelt?": "serait-ce {}, mal orthographié\u00a0?",
    "true or false": "vrai ou faux (true, false)",
    "a number": "un nombre",
    "a whole number": "un nombre entier",
    "a string": "une chaîne",
    "a list": "une liste",
    "an object": "un objet",
    "a story is an object, not {}": "un récit est un objet, non {}",
    "must be {0}, not {1}": "doit être {0}, non {1}",
    "must be {} or more": "doit être au moins {}",
    "must be a string, not {}": "doit être une chaîne, non {}",
    "must be a text, which is a string or an object with one string per language, not {}": (
        "doit être un texte, c’est-à-dire une chaîne ou un objet avec une chaîne par langue, non {}"
    ),
    "must not be empty": "ne doit pas être vide",
    "must have at most {} characters": "doit compter au plus {} caractères",
    "{0} is not one of: {1}": "{0} ne figure pas parmi\u00a0: {1}",
    "is no id": "n’est pas un identifiant",
    "small letters and digits, joined by single hyphens: like-this-1": (
        "minuscules et chiffres, reliés par des traits d’union simples\u00a0: comme-ceci-1"
    ),
    "is no language": "n’est pas une langue",
    "an ISO 639 code of two or three small letters, such as fr or en": (
        "un code ISO 639 de deux ou trois minuscules, comme fr ou en"
    ),
    "is no fingerprint": "n’est pas une empreinte",
    "the texts of articles that you pasted": "les textes d’articles que vous avez collés",
    "64 hexadecimal digits, as `deepseek-tui fingerprint` prints them": (
        "64 chiffres hexadécimaux, comme en affiche «\u00a0deepseek-tui fingerprint\u00a0»"
    ),
    "is no web address": "n’est pas une adresse web",
    "it begins with https:// and has no spaces": "elle commence par https:// et n’a pas d’espace",
    "the key {} is missing": "la clé {} manque",
    "there is no key {} here": "il n’y a pas de clé {} ici",
    "the id {0} is taken already, by {1}[{2}]": "l’identifiant {0} est déjà pris, par {1}[{2}]",
    "{} cannot be an id, because it names a section": ("{} ne peut pas être un identifiant, car c’est le nom d’une section"),
    "{}-1 would do": "{}-1 conviendrait",
    "nothing has the id {}": "rien n’a l’identifiant {}",
    "{0} is one of the {1}, and {2} are wanted here": "{0} fait partie de {1}, alors qu’il faut ici {2}",
    "{0} or {1}": "{0} ou {1}",
    "{0} and {1}": "{0} et {1}",
    "lacks the language {}, which the story lists": "manque dans la langue {}, que le récit annonce",
    "the language {} is listed twice": "la langue {} est citée deux fois",
    "the story lists {}": "le récit annonce {}",
    "{} is no language that is wanted here": "la langue {} n’a pas sa place ici",
    "is taken from the article, and needs evidence": "vient de l’article et doit indiquer où (evidence)",
    'or "{0}": "{1}", if it is the editor\'s': 'ou "{0}": "{1}", si cela vient de la rédaction',
    "the article has {0} paragraphs, and no paragraph {1}": ("l’article compte {0} paragraphes, et pas de paragraphe {1}"),
    "paragraph {0} has {1}, and no sentence {2}": "le paragraphe {0} compte {1}, et pas de phrase {2}",
    "one sentence": "une phrase",
    "{} sentences": "{} phrases",
    "{} cannot come before or after itself": "{} ne peut pas venir avant ou après lui-même",
    "a circle: {}": "une boucle\u00a0: {}",
    "{0} before {1}": "{0} avant {1}",
    "{0} is over before {1} ({2}), which comes first by after and before": (
        "{0} est terminé avant {1} ({2}), qui doit le précéder selon after et before"
    ),
}

_DATES: Patterns = {
    "a date cannot be empty; leave the key out where there is no date": (
        "une date ne peut pas être vide\u00a0; omettre la clé en l’absence de date"
    ),
    "a date of more than {} characters is not read": "une date de plus de {} caractères n’est pas lue",
    "a date in EDTF has no spaces": "une date EDTF n’a pas d’espace",
    "a set that begins with {0} holds a date and ends with {1}, as in [2024,2025]": (
        "un ensemble qui commence par {0} contient une date et finit par {1}, comme [2024,2025]"
    ),
    "a set needs a date on one side of .. at least, as in [..2025]": (
        "un ensemble a au moins une date d’un côté de .., comme [..2025]"
    ),
    "only the first member of a set may be open before it, only the last one after it": (
        "seul le premier membre d’un ensemble peut être ouvert avant, et seul le dernier après"
    ),
    "an interval has one slash, as in 2024-01/2024-03; the parts of a date are joined by hyphens, 2025-01-10": (
        "un intervalle a une seule barre oblique, comme 2024-01/2024-03\u00a0; les parties d’une date sont "
        "reliées par des traits d’union, 2025-01-10"
    ),
    "an interval needs a date on one side at least; leave the key out where there is no date": (
        "un intervalle a au moins une date d’un côté\u00a0; omettre la clé en l’absence de date"
    ),
    "{} ends before it begins": "{} finit avant de commencer",
    "the dates of an interval or a set have no time of day": (
        "les dates d’un intervalle ou d’un ensemble n’ont pas d’heure"
    ),
    "a time of day needs a whole date that is certain, as in 2025-01-10T09:30:00Z": (
        "une heure demande une date complète et certaine, comme 2025-01-10T09:30:00Z"
    ),
    "a time is written 09:30:00, 09:30:00Z or 09:30:00+01:00": ("une heure s’écrit 09:30:00, 09:30:00Z ou 09:30:00+01:00"),
    "a time has hours up to 23, minutes and seconds up to 59": (
        "les heures vont jusqu’à 23, les minutes et les secondes jusqu’à 59"
    ),
    "the year 0 has no sign: write 0000": "l’année 0 n’a pas de signe\u00a0: écrire 0000",
    "no month is written {}: months are 01 to 12, seasons 21 to 24, quarters 33 to 36, half years 40 and 41": (
        "aucun mois ne s’écrit {}\u00a0: les mois vont de 01 à 12, les saisons de 21 à 24,"
        " les trimestres de 33 à 36, les semestres sont 40 et 41"
    ),
    "there is no month {}: months are 01 to 12, seasons 21 to 24, quarters 33 to 36, half years 40 and 41": (
        "il n’y a pas de mois {}\u00a0: les mois vont de 01 à 12, les saisons de 21 à 24,"
        " les trimestres de 33 à 36, les semestres sont 40 et 41"
    ),
    "no day is written {}: days are 01 to 31": "aucun jour ne s’écrit {}\u00a0: les jours vont de 01 à 31",
    "no calendar has a day {0}-{1}-{2}": "aucun calendrier n’a de jour {0}-{1}-{2}",
    "there is no day {0} in {1}, which has {2} days": "il n’y a pas de jour {0} en {1}, qui compte {2} jours",
    "a year that is written with Y stands alone, without month or day": (
        "une année écrite avec Y est seule, sans mois ni jour"
    ),
    "Y is for years of more than four digits: write {}": ("Y sert aux années de plus de quatre chiffres\u00a0: écrire {}"),
    "{0} is a part of the year ({1}), which has no days": "{0} est une partie de l’année ({1}), qui n’a pas de jours",
    "a date is missing here; write one, as in 2025-01-10": ("il manque ici une date\u00a0; en écrire une, comme 2025-01-10"),
    "exponents and significant digits are not read: write the year in full, or an interval": (
        "les exposants et les chiffres significatifs ne sont pas lus\u00a0: écrire l’année en entier, ou un intervalle"
    ),
    "the parts of a date are joined by the plain hyphen, 2025-01-10": (
        "les parties d’une date sont reliées par le trait d’union simple, 2025-01-10"
    ),
    "the parts of a date are joined by hyphens, 2025-01-10": (
        "les parties d’une date sont reliées par des traits d’union, 2025-01-10"
    ),
    "an unknown digit is a capital X, as in 201X or XXXX-01-10": (
        "un chiffre inconnu s’écrit X majuscule, comme 201X ou XXXX-01-10"
    ),
    'an open end of an interval is written "..", an unknown one is left empty': (
        "une borne ouverte d’un intervalle s’écrit .. ; une borne inconnue reste vide"
    ),
    "a month and a day have two digits each, as in 2025-01-05": (
        "un mois et un jour ont chacun deux chiffres, comme 2025-01-05"
    ),
    "the year comes first: year, month, day, as in 2025-01-10": (
        "l’année vient d’abord\u00a0: année, mois, jour, comme 2025-01-10"
    ),
    "a year has four digits, as in 0079": "une année a quatre chiffres, comme 0079",
    "a year of more than four digits, and of twelve at most, has a Y before it: Y{}": (
        "une année de plus de quatre chiffres, et de douze au plus, est précédée de Y\u00a0: Y{}"
    ),
    "a year of more than twelve digits is not read": "une année de plus de douze chiffres n’est pas lue",
    "a part of a date has one qualifier on a side; % is both ? and ~": (
        "une partie de date a un seul indicateur par côté\u00a0; % vaut à la fois ? et ~"
    ),
    "not a date in EDTF; write 2025-01-10, 2025-01, 2025, XXXX-01-10 (no year), 2023~ (about) or [..2025-12] (by)": (
        "n’est pas une date EDTF\u00a0; écrire 2025-01-10, 2025-01, 2025, XXXX-01-10 (sans année), 2023~ "
        "(vers) ou [..2025-12] (au plus tard)"
    ),
    "January": "janvier",
    "February": "février",
    "March": "mars",
    "April": "avril",
    "May": "mai",
    "June": "juin",
    "July": "juillet",
    "August": "août",
    "September": "septembre",
    "October": "octobre",
    "November": "novembre",
    "December": "décembre",
    "first quarter": "premier trimestre",
    "second quarter": "deuxième trimestre",
    "third quarter": "troisième trimestre",
    "fourth quarter": "quatrième trimestre",
    "first half": "premier semestre",
    "second half": "second semestre",
    "spring": "printemps",
    "summer": "été",
    "autumn": "automne",
    "winter": "hiver",
}

_RULES: Patterns = {
    "the text given is not the article the story tells": "le texte fourni n’est pas l’article du récit",
    "a paragraph of the text given differs from the story's": "un paragraphe du texte fourni diffère de celui du récit",
    "a paragraph that the story divides into sentences by older rules": (
        "un paragraphe que le récit découpe en phrases selon d’anciennes règles"
    ),
    "a sentence of the article in the story that differs from its fingerprint": (
        "une phrase de l’article, reproduite dans le récit, qui diffère de son empreinte"
    ),
    "a figure whose bound differs from the words before the number": (
        "un chiffre dont la borne diffère des mots qui précèdent le nombre"
    ),
    "a sentence with a hedge on which no claim is hedged": (
        "une phrase nuancée dont aucune affirmation ne reprend la nuance"
    ),
    "a source read in full without its title": "une source lue en entier, sans son titre",
    "a source read in two ways within the story": "une source lue de deux manières dans le récit",
    "a number that the cited sentences do not state": "un nombre absent des phrases citées",
    "a date that the cited paragraphs do not state": "une date absente des paragraphes cités",
    "a proper name that the cited paragraphs do not have": "un nom propre absent des paragraphes cités",
    "a quotation that is not printed so, in quotes": "une citation qui n’est pas imprimée ainsi, entre guillemets",
    "eight words in a row that are the article's own": "huit mots de suite repris de l’article",
    "a figure whose unit is blank": "un chiffre sans unité",
    "a link to itself, given twice, or with evidence of neither end": (
        "un lien vers soi-même, en double, ou étayé par aucune de ses extrémités"
    ),
    "a paragraph of the article that nothing cites": "un paragraphe de l’article que rien ne cite",
    "a sentence of the article that no claim takes up": "une phrase de l’article que ne reprend aucune affirmation",
    "a player whom no claim, event or speaker refers to": (
        "un acteur absent des affirmations, des événements et des sources citées"
    ),
    "a question without what would settle it": "une question sans ce qui la trancherait",
    "a note whose sources nobody can find again": "une note dont les sources sont introuvables",
    "a note that states a date and has none in `when`": "une note qui donne une date mais n’en a pas dans when",
    "a text alike in two languages, or far shorter in one": (
        "un texte identique en deux langues, ou bien plus court dans l’une"
    ),
}

_FINDINGS: Patterns = {
    "the text given with --article is not the article that this story tells": (
        "le texte donné avec --article n’est pas l’article de ce récit"
    ),
    "`deepseek-tui fingerprint` shows what it is known by": (
        "«\u00a0deepseek-tui fingerprint\u00a0» affiche ce qui l’identifie"
    ),
    "¶{} is printed otherwise in this copy, or not at all: what cites it is not checked": (
        "¶{} diffère dans cette copie, ou en est absent\u00a0: ce qui le cite n’est pas vérifié"
    ),
    "the story divides ¶{} into sentences by older rules": "le récit découpe ¶{} en phrases selon d’anciennes règles",
    "is not the text of its fingerprint": "n’est pas le texte de son empreinte",
    "is not the fingerprint of the paragraph's text": "n’est pas l’empreinte du texte du paragraphe",
    "run `deepseek-tui fingerprint FILE --into STORY` with the article's text": (
        "lancer «\u00a0deepseek-tui fingerprint FICHIER --into RÉCIT\u00a0» avec le texte de l’article"
    ),
    '¶{0}.{1} hedges with "{2}", and every claim on it is unhedged': (
        "¶{0}.{1} nuance par «\u00a0{2}\u00a0», et aucune affirmation sur cette phrase n’est nuancée"
    ),
    "the claim that the hedge belongs to is hedged": "l’affirmation que cette nuance concerne est «\u00a0hedged\u00a0»",
    'is "{0}", but {1} says "{2}"': "vaut «\u00a0{0}\u00a0», mais on lit dans {1}\u00a0: «\u00a0{2}\u00a0»",
    'the word for it is "{}"': "le mot qui convient\u00a0: «\u00a0{}\u00a0»",
    "is not known, although the source was read in full": "n’est pas connu, alors que la source a été lue en entier",
    "give the title, or say in `read` what was read of it": "donner le titre, ou indiquer dans read ce qui en a été lu",
    'is "{0}" here, and "{1}" in {2}': "vaut «\u00a0{0}\u00a0» ici et «\u00a0{1}\u00a0» dans {2}",
    "one source is read in one way throughout a story": "une source est lue d’une seule manière dans tout un récit",
    "run `deepseek-tui fingerprint FILE --into STORY`, then check the sentence numbers of what cites it": (
        "lancer «\u00a0deepseek-tui fingerprint FICHIER --into RÉCIT\u00a0», "
        "puis vérifier les numéros de phrase de ce qui le cite"
    ),
    "it stands in {}: cite that sentence as well": "il figure dans {}\u00a0: citer aussi cette phrase",
    '"{0}" does not stand in {1}': "«\u00a0{0}\u00a0» ne figure pas dans {1}",
    '"{0}" does not stand in ¶{1}': "«\u00a0{0}\u00a0» ne figure pas dans ¶{1}",
    '"{}" is not printed so in the article': "«\u00a0{}\u00a0» n’est pas imprimé ainsi dans l’article",
    '"{}" stands in no paragraph that this player is listed in': (
        "«\u00a0{}\u00a0» ne figure dans aucun paragraphe indiqué pour cet acteur"
    ),
    "what the article calls otherwise is a player or a term with that name and that paragraph": (
        "ce que l’article nomme autrement est un acteur ou un terme avec ce nom et ce paragraphe"
    ),
    "the value {0:f} does not stand in {1}": "la valeur {0:f} ne figure pas dans {1}",
    "there it counts something else: {0} {1}": "ce nombre y compte autre chose\u00a0: {0} {1}",
    "no number stands there": "aucun nombre n’y figure",
    "what stands there: {}": "on y lit\u00a0: {}",
    "the {0} of {1} does not stand in {2}": "le {0} de {1} ne figure pas dans {2}",
    "no date stands there": "aucune date n’y figure",
    "no such {0}; what stands there: {1}": "{0} absent\u00a0; on y lit\u00a0: {1}",
    "day": "jour",
    "month": "mois",
    "year": "an",
    "the quotation {0} {1}": "la citation {0} {1}",
    "is not printed so in": "n’est pas imprimée ainsi dans",
    "does not stand between quotation marks in": "ne figure pas entre guillemets dans",
    "{0} is not printed so in {1}": "{0} n’est pas imprimé ainsi dans {1}",
    "what is printed: {}": "texte imprimé\u00a0: {}",
    "nothing stands between quotation marks there": "rien n’y figure entre guillemets",
    "{0} words in a row are those of ¶{1}: {2}": "{0} mots de suite sont ceux de ¶{1}\u00a0: {2}",
    "say it otherwise": "le dire autrement",
    "a figure needs a unit": "un chiffre doit avoir une unité",
    "what is counted, such as GPUs, years or times": "ce qui est compté\u00a0: des GPU, des années, des fois",
    "says hardly what would settle the question": "ne dit guère ce qui trancherait la question",
    "name the fact, and who could give it": "nommer le fait, et qui pourrait l’établir",
    "no source of this note can be found again: neither address nor title nor date is known": (
        "aucune source de cette note n’est identifiable\u00a0: ni adresse, ni titre, ni date"
    ),
    "a title, an address, or the date of publication": "un titre, une adresse ou la date de parution",
    'states "{}", and has no `when`': "donne la date «\u00a0{}\u00a0», mais n’a pas de when",
    'leads from "{}" to itself': "relie «\u00a0{}\u00a0» à lui-même",
    "is the same as links[{}]": "est identique à links[{}]",
    "leave one of them out": "en supprimer un",
    "cites no paragraph that either of its ends stands in": (
        "ne cite aucun paragraphe de l’une ou l’autre de ses extrémités"
    ),
    "nothing in the story cites ¶{}": "rien dans le récit ne cite ¶{}",
    "no claim takes up ¶{0}.{1}": "aucune affirmation ne reprend ¶{0}.{1}",
    'no claim, event or speaker is "{}"': (
        "aucune affirmation, aucun événement, aucune source citée ne mentionne «\u00a0{}\u00a0»"
    ),
    "name it in `about`": "l’indiquer dans about",
    "is written once, for {} alike": "n’est écrit qu’une fois, pour {}",
    "is the same in {0} and {1}": "est identique en {0} et en {1}",
    "is less than half as long in {0} as in {1}": "est deux fois plus court en {0} qu’en {1}",
    "is something missing?": "manque-t-il quelque chose\u00a0?",
}

_EDITING: Patterns = {
    "there is no such object": "cet objet n’existe pas",
    "refers to {}": "renvoie à {}",
    "only an element of a list can be duplicated or moved": "seul un élément d’une liste peut être dupliqué ou déplacé",
    "a player cannot be merged with itself": "un acteur ne peut pas être fusionné avec lui-même",
    "the link relates the two players to each other": "ce lien relie les deux acteurs l’un à l’autre",
    "delete the link first": "supprimer d’abord le lien",
    "a story cannot be deleted": "un récit ne peut pas être supprimé",
    "is no unconfirmed guess": "n’est pas une supposition à confirmer",
    "{} comes with the program and is read-only; edit a copy of it": (
        "{} est fourni avec le programme et ne se modifie pas\u00a0; en modifier une copie"
    ),
    "a story from standard input is read-only; save it as a file and edit that": (
        "un récit lu sur l’entrée standard ne se modifie pas\u00a0; l’enregistrer dans un fichier et modifier celui-ci"
    ),
    "{} is no regular file, and so read-only; save it as a file and edit that": (
        "{} n’est pas un fichier ordinaire et ne se modifie pas\u00a0; l’enregistrer dans un fichier et modifier celui-ci"
    ),
    "rename an id of a story, with every reference to it": (
        "renommer un identifiant d’un récit et tous les renvois qui y mènent"
    ),
    "the path of the story file": "le chemin du fichier de récit",
    "the id of an item": "l’identifiant d’un élément",
    "its new id: small letters and digits, joined by single hyphens": (
        "son nouvel identifiant\u00a0: minuscules et chiffres, reliés par des traits d’union simples"
    ),
    "the old and the new id are the same": "l’ancien et le nouvel identifiant sont les mêmes",
    "{0}: {1} is now {2}; nothing refers to it": "{0}\u00a0: {1} devient {2}\u00a0; rien n’y renvoie",
    "{0}: {1} is now {2}, and so is the one reference to it": (
        "{0}\u00a0: {1} devient {2}, de même que le seul renvoi qui y mène"
    ),
    "{0}: {1} is now {2}, and so are the {3} references to it": (
        "{0}\u00a0: {1} devient {2}, de même que les {3} renvois qui y mènent"
    ),
}

WORDS: Patterns = {
    **_ARGPARSE,
    **_NAMES,
    **_COMMANDS,
    **_OPTIONS,
    **_LABS,
    **_REFUSALS,
    **_IMPORTS,
    **_ENVIRONMENT,
    **_PLACES,
    **_SETTINGS,
    **_READING,
    **_FORMAT,
    **_DATES,
    **_RULES,
    **_FINDINGS,
    **_EDITING,
    "it is called {} now": "le nouveau nom est {}",
    "has {0} sentences, and there are {1} fingerprints": "contient {0} phrases, et il y a {1} empreintes",
    "print every name, number, date and quotation found, and write no story": (
        "afficher chaque nom, nombre, date et citation trouvés, sans écrire de récit"
    ),
    "put the article's sentences into the story, if you have the right to publish them": (
        "mettre les phrases de l’article dans le récit, si vous avez le droit de les publier"
    ),
    "{0} guesses of a program are not confirmed ({1})": "{0} suppositions d’un programme restent à confirmer ({1})",
    'check each object with "draft": true, then remove the key and "guess"': (
        "vérifier chaque objet où draft vaut true, puis retirer cette clé et guess"
    ),
    "guesses of a program that nobody has confirmed": "des suppositions d’un programme que personne n’a confirmées",
    "give either -o STORY or --json": "donner soit -o STORY, soit --json",
}
