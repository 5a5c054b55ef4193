"""French help texts on each part of the screen."""

from deepseek_tui.i18n.help import HelpTopic, HelpUse, HelpWords

WORDS = HelpWords(
    {
        "list": HelpTopic(
            "Vous êtes dans la liste",
            "Elle contient les éléments de ce volet\u00a0; le détail affiche celui qui est sélectionné. Ouvrez un "
            "élément pour le faire défiler avec les touches de déplacement, puis revenez à la même ligne. La liste "
            "peut être regroupée par source, par paragraphe ou par sujet.",
        ),
        "detail": HelpTopic(
            "Vous êtes dans le détail",
            "Il présente tout ce que le récit contient sur un élément\u00a0: chaque affirmation avec sa source, son "
            "passage et son statut. Les touches de déplacement font défiler le texte. Le retour ramène à la même "
            "ligne de la liste.",
        ),
        "side": HelpTopic(
            "Vous êtes dans le panneau latéral",
            "Il présente les sources et passages de l’élément, ses liens vers d’autres éléments et le contexte "
            "extérieur à l’article. Sur un terminal moins large, il se trouve à la fin du détail.",
        ),
        "evidence": HelpTopic(
            "Sources et passages",
            "Cette page indique qui dit quoi sur l’élément, affirmation par affirmation, et à quel endroit de "
            "l’article. Si le récit contient le texte de l’article, ou si vous ajoutez votre copie, elle affiche aussi le "
            "passage, et signale toute différence d’une copie.",
            (
                HelpUse(("escape", "enter"), "Fermer", ("evidence", "quit")),
                HelpUse((), "Faire défiler", ("down", "up")),
                HelpUse((), "Choisir votre copie de l’article", ("article",)),
            ),
        ),
        "export": HelpTopic(
            "Vous allez exporter",
            "Choisissez ce qu’il faut exporter\u00a0: cet élément, cette section ou tout le récit. L’aperçu montre "
            "le fichier Markdown tel qu’il sera écrit. Rien n’est écrit avant l’enregistrement, et un fichier "
            "existant n’est jamais remplacé sans confirmation.",
            (
                HelpUse(("enter", "ctrl+s"), "Enregistrer"),
                HelpUse(("tab", "shift+tab"), "Champ suivant ou précédent"),
                HelpUse((), "Choisir ce qu’il faut exporter, dans la liste", ("down", "up")),
                HelpUse(("escape",), "Fermer sans enregistrer"),
            ),
        ),
        "article": HelpTopic(
            "Vous choisissez votre copie de l’article",
            "Indiquez le chemin d’un fichier qui contient le texte de l’article (texte, Markdown, HTML, docx ou PDF), ou "
            "collez ce texte. Il est comparé au récit, paragraphe par paragraphe. Une copie conforme est retenue pour ce "
            "récit, un texte collé dans un fichier de votre dossier de données\u00a0; ses passages s’affichent ensuite avec "
            "les sources.",
            (
                HelpUse(("tab", "shift+tab"), "Compléter le chemin, ou champ suivant ou précédent"),
                HelpUse(("enter",), "Vérifier le fichier\u00a0; dans le texte, nouvelle ligne"),
                HelpUse(("ctrl+s",), "Vérifier ce qui a été saisi ou collé en dernier"),
                HelpUse(("escape",), "Fermer sans choisir"),
            ),
        ),
        "ways": HelpTopic(
            "Vous choisissez un lien",
            "La liste contient les liens de cet élément\u00a0: d’autres éléments du récit, ou les adresses de ses "
            "sources. Les adresses sont affichées en entier\u00a0; aucune ne s’ouvre avant d’être choisie.",
            (
                HelpUse(("a", "…", "z"), "Aller à la ligne qui porte cette lettre"),
                HelpUse(("up", "down"), "Se déplacer dans la liste"),
                HelpUse(("enter",), "Aller à la ligne sélectionnée"),
                HelpUse(("escape",), "Fermer sans changer de place"),
            ),
        ),
        "filter": HelpTopic(
            "Le filtre d’une liste",
            "La liste ne montre que les éléments qui correspondent. La syntaxe est celle de la recherche\u00a0: "
            "mots, expression, -mot et les champs par: p: genre: statut: sujet: avec: est:. Le filtre est conservé "
            "quand on change de volet, et rappelé dans le cadre de la liste.",
            (
                HelpUse(("enter", "down"), "Garder le filtre et aller à la liste"),
                HelpUse(("escape",), "Rétablir la liste telle qu’elle était"),
            ),
        ),
        "search": HelpTopic(
            "La recherche dans tout le récit",
            "Chaque mot doit figurer, ou commencer un mot\u00a0; accents, majuscules, apostrophes et traits d’union "
            "ne comptent pas. Une expression entre guillemets droits est cherchée telle quelle\u00a0; -mot exclut. "
            "Pour préciser\u00a0: par:scmp p:6 genre:personne statut:énoncé sujet:politique avec:contexte "
            "est:contesté. Les filtres ont la même syntaxe.",
            (
                HelpUse(("up", "down", "pageup", "pagedown"), "Se déplacer parmi les résultats en tapant"),
                HelpUse(("enter",), "Aller au résultat\u00a0; ensuite, n et N pour le suivant et le précédent"),
                HelpUse(("escape",), "Fermer sans changer de place"),
            ),
        ),
        "definition": HelpTopic(
            "Une définition",
            "Elle explique un terme technique, selon la rédaction. Les sources utilisées sont indiquées à la suite.",
            (HelpUse(("escape", "enter", "space"), "Fermer", ("follow", "quit")),),
        ),
        "note": HelpTopic(
            "Vous écrivez une note",
            "Elle est conservée dans votre carnet avec cet élément, jamais dans le récit. Elle est enregistrée au "
            "fil de la frappe\u00a0; effacer le texte supprime la note. Les exports la signalent comme la vôtre.",
            (HelpUse(("escape", "ctrl+s"), "Enregistrer et fermer"),),
        ),
        "changes": HelpTopic(
            "Les changements",
            "Ce qui a été ajouté, modifié ou supprimé depuis votre dernière lecture du récit, ou depuis le dernier "
            "chargement de son fichier. Choisissez un changement pour aller à l’élément, sauf s’il a été supprimé.",
            (
                HelpUse(("up", "down"), "Se déplacer dans la liste"),
                HelpUse(("enter",), "Aller à l’élément"),
                HelpUse(("escape",), "Fermer", ("changes", "quit")),
            ),
        ),
        "lab": HelpTopic(
            "Vous êtes dans un labo",
            "Changez une valeur, la page se met à jour aussitôt\u00a0: les résultats, ce que dit l’article et les "
            "sources du reste. Rien ici ne modifie le récit. Une valeur hors limites est refusée, avec la raison "
            "sous les valeurs.",
            (
                HelpUse((), "Choisir une valeur", ("down", "up")),
                HelpUse(("left", "right"), "Diminuer ou augmenter\u00a0; aussi h et l, - et +"),
                HelpUse(("enter",), "Saisir une valeur, puis la valider"),
                HelpUse(("1", "2", "3"), "Appliquer les valeurs d’une étape guidée"),
                HelpUse(("r",), "Rétablir toutes les valeurs"),
                HelpUse(("x",), "Lancer le calcul long, si le labo en a un"),
                HelpUse(("tab",), "Passer des valeurs à la page, et inversement"),
                HelpUse((), "Passer à la langue suivante, avec les mêmes valeurs", ("language",)),
                HelpUse(("escape",), "Arrêter le calcul, ou fermer", ("lab", "quit")),
            ),
        ),
        "grpo": HelpTopic(
            "Vous êtes dans le labo du GRPO",
            "Il a trois parties\u00a0: un groupe de réponses et leurs avantages, un entraînement, et le coût d’un "
            "critique. La page affiche la partie de la valeur sélectionnée. L’entraînement peut être suspendu ou "
            "avancer étape par étape\u00a0; l’essai précédent reste sur la courbe, pour comparer.",
            (
                HelpUse((), "Choisir une valeur", ("down", "up")),
                HelpUse(("left", "right"), "Diminuer ou augmenter\u00a0; aussi h et l, - et +"),
                HelpUse(("enter",), "Saisir une valeur, puis la valider"),
                HelpUse(("1", "2", "3"), "Appliquer les valeurs d’une étape guidée"),
                HelpUse(("r",), "Rétablir toutes les valeurs"),
                HelpUse(("x",), "Lancer, suspendre ou reprendre l’entraînement"),
                HelpUse(("n",), "Faire une étape d’entraînement"),
                HelpUse(("a",), "Recommencer l’entraînement"),
                HelpUse(("t",), "Passer à la partie suivante"),
                HelpUse(("tab",), "Passer des valeurs à la page, et inversement"),
                HelpUse((), "Passer à la langue suivante, avec les mêmes valeurs", ("language",)),
                HelpUse(("escape",), "Suspendre l’entraînement, ou fermer", ("lab", "quit")),
            ),
        ),
        "palette": HelpTopic(
            "Vous êtes dans la palette",
            "Tapez une partie d’un nom\u00a0: les commandes, volets, thèmes, récits et éléments correspondants "
            "s’affichent à mesure, les plus proches d’abord. Les accents et les majuscules sont facultatifs.",
            (
                HelpUse(("up", "down", "pageup", "pagedown"), "Se déplacer dans la liste en tapant"),
                HelpUse(("enter",), "Exécuter la commande, ou aller à l’élément"),
                HelpUse(("escape", "ctrl+p"), "Fermer sans rien faire"),
            ),
        ),
    }
)
