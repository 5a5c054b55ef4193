"""Words of the help on each part of the screen, in French."""

from deepseek_tui.i18n.help import HelpTopic, HelpUse, HelpWords

WORDS = HelpWords(
    {
        "list": HelpTopic(
            "Vous êtes dans la liste",
            "Elle contient les éléments de ce volet, et le détail montre celui où vous êtes. Ouvrez un élément pour le"
            " lire avec les touches de déplacement, puis revenez à la même ligne. Le tri regroupe le volet selon qui le"
            " dit, par paragraphe ou par sujet.",
        ),
        "detail": HelpTopic(
            "Vous êtes dans le détail",
            "Il dit tout ce que le récit contient sur un élément, chaque énoncé avec sa place dans l’article, la voix"
            " qui le porte et son degré de certitude. Les touches de déplacement y font défiler le texte. Revenir en"
            " arrière ramène à la même ligne de la liste.",
        ),
        "side": HelpTopic(
            "Vous êtes dans le panneau latéral",
            "Il contient ce sur quoi l’élément repose et ce à quoi il mène\u00a0: qui le dit et où, les liens vers"
            " d’autres éléments, et des notes extérieures à l’article. Sur un terminal moins large, les mêmes mots se"
            " trouvent à la fin du détail.",
        ),
        "evidence": HelpTopic(
            "Vous regardez les preuves",
            "Cette page dit qui répond de l’élément, énoncé par énoncé, et où l’article l’écrit. Avec votre exemplaire"
            " de l’article (--article FICHIER), le passage se trouve à côté, et un exemplaire différent est signalé"
            " comme tel.",
            (
                HelpUse(("escape", "enter"), "Fermer", ("evidence", "quit")),
                HelpUse((), "Se déplacer dans le texte", ("down", "up")),
            ),
        ),
        "export": HelpTopic(
            "Vous allez exporter",
            "Choisissez ce qui sera écrit\u00a0: cet élément, cette section ou tout le récit. L’aperçu est ce que"
            " contiendra le fichier, en Markdown. Rien n’est écrit avant que vous n’enregistriez, et un fichier existant"
            " n’est remplacé qu’après une question.",
            (
                HelpUse(("enter", "ctrl+s"), "Enregistrer"),
                HelpUse(("tab", "shift+tab"), "Passer au champ suivant, ou au précédent"),
                HelpUse((), "Choisir ce qui sera écrit, depuis la liste", ("down", "up")),
                HelpUse(("escape",), "Fermer sans enregistrer"),
            ),
        ),
        "ways": HelpTopic(
            "Vous choisissez où aller",
            "La liste contient ce à quoi mène cet élément\u00a0: d’autres éléments du récit, ou les adresses de ses"
            " sources. Une adresse est montrée en entier, et rien ne s’ouvre avant que vous ne l’ayez choisie.",
            (
                HelpUse(("a", "…", "z"), "Aller à la ligne qui porte cette lettre"),
                HelpUse(("up", "down"), "Se déplacer dans la liste"),
                HelpUse(("enter",), "Aller à la ligne où vous êtes"),
                HelpUse(("escape",), "Fermer et rester où vous étiez"),
            ),
        ),
        "filter": HelpTopic(
            "Le filtre d’une liste",
            "La liste montre ce qui contient ces mots, dans la langue de la recherche\u00a0: une expression, -mot, par: p:"
            " genre: statut: sujet: avec: est: y précisent de même. Le filtre reste pendant que l’on visite d’autres"
            " volets, et le cadre de la liste le dit.",
            (
                HelpUse(("enter", "down"), "Le garder et aller à la liste"),
                HelpUse(("escape",), "Retrouver la liste telle qu’elle était"),
            ),
        ),
        "search": HelpTopic(
            "La recherche dans tout le récit",
            "Chaque mot doit figurer, ou commencer un mot\u00a0; accents, capitales, apostrophes et traits d’union"
            " ne comptent pas. «\u00a0Une expression\u00a0» entre guillemets droits vaut telle quelle, -mot exclut. par:scmp"
            " p:6 genre:personne statut:affirmé sujet:politique avec:contexte est:contesté précisent\u00a0; les mêmes mots"
            " filtrent une liste.",
            (
                HelpUse(("up", "down", "pageup", "pagedown"), "Se déplacer parmi les résultats en tapant"),
                HelpUse(("enter",), "Aller au résultat\u00a0; n et N mènent ensuite aux autres"),
                HelpUse(("escape",), "Fermer et rester où l’on était"),
            ),
        ),
        "definition": HelpTopic(
            "Une définition",
            "Elle dit ce que signifie un mot du domaine, selon la rédaction, avec les sources sur lesquelles elle repose."
            " Fermée, elle vous laisse où vous étiez.",
            (HelpUse(("escape", "enter", "space"), "Fermer", ("follow", "quit")),),
        ),
        "note": HelpTopic(
            "Vous écrivez une note",
            "Elle est à vous\u00a0: gardée dans votre carnet avec cet élément, jamais dans le récit, et là à votre retour."
            " Elle est enregistrée au fil de la frappe\u00a0; fermer la garde, et une note vide n’en est pas une. Elle"
            " s’exporte comme la vôtre.",
            (HelpUse(("escape", "ctrl+s"), "La garder et fermer"),),
        ),
        "changes": HelpTopic(
            "Ce qui a changé",
            "Ce qui est nouveau, modifié ou disparu depuis votre dernière lecture du récit, ou depuis la lecture précédente"
            " de son fichier. Un changement mène à son élément\u00a0; ce qui a disparu ne mène nulle part.",
            (
                HelpUse(("up", "down"), "Se déplacer dans la liste"),
                HelpUse(("enter",), "Aller à ce qui a changé"),
                HelpUse(("escape",), "Fermer", ("changes", "quit")),
            ),
        ),
        "lab": HelpTopic(
            "Vous êtes dans un labo",
            "Ses valeurs se changent, et la page dit aussitôt ce qui en découle, ce que dit l’article, et d’où vient le"
            " reste. Rien de ce que vous essayez ici ne change le récit. Ce qui n’a pas de sens est refusé d’une"
            " phrase, sous les valeurs.",
            (
                HelpUse((), "Choisir une valeur", ("down", "up")),
                HelpUse(("left", "right"), "Baisser ou monter la valeur d’un cran\u00a0; h et l, - et + font de même"),
                HelpUse(("enter",), "Saisir la valeur, et la prendre avec la même touche"),
                HelpUse(("1", "2", "3"), "Mettre les valeurs d’une étape guidée"),
                HelpUse(("r",), "Remettre toutes les valeurs du début"),
                HelpUse(("x",), "Lancer ce qui est plus long, dans un labo qui en a"),
                HelpUse(("tab",), "Passer à la page, pour la faire défiler, et retour"),
                HelpUse((), "Continuer en anglais, avec les mêmes valeurs", ("language",)),
                HelpUse(("escape",), "Arrêter ce qui tourne, sinon fermer", ("lab", "quit")),
            ),
        ),
        "grpo": HelpTopic(
            "Vous êtes dans le labo du GRPO",
            "Il a trois parties\u00a0: un groupe de réponses et leurs avantages, un entraînement, et ce que pèserait un"
            " critique. La page montre la partie à laquelle appartient la valeur où vous êtes. Un entraînement se regarde,"
            " se suspend, avance pas à pas\u00a0; l’essai précédent reste dans la courbe pour comparer.",
            (
                HelpUse((), "Choisir une valeur", ("down", "up")),
                HelpUse(("left", "right"), "Baisser ou monter la valeur\u00a0; h et l, - et + font de même"),
                HelpUse(("enter",), "Saisir la valeur, et la prendre avec la même touche"),
                HelpUse(("1", "2", "3"), "Mettre les valeurs d’une étape guidée"),
                HelpUse(("r",), "Remettre chaque valeur comme au début"),
                HelpUse(("x",), "Lancer l’entraînement, le suspendre, le reprendre"),
                HelpUse(("n",), "Faire une étape d’entraînement"),
                HelpUse(("a",), "Recommencer l’entraînement"),
                HelpUse(("t",), "Passer à la partie suivante"),
                HelpUse(("tab",), "Aller à la page, pour la faire défiler, et revenir"),
                HelpUse((), "Continuer en anglais, avec les mêmes valeurs", ("language",)),
                HelpUse(("escape",), "Suspendre l’entraînement, sinon fermer", ("lab", "quit")),
            ),
        ),
        "palette": HelpTopic(
            "Vous êtes dans la palette",
            "Tapez quelques lettres d’un nom\u00a0: les commandes, volets, thèmes, récits et éléments qui les"
            " contiennent s’affichent à mesure, les plus proches d’abord. Les accents et les majuscules sont"
            " facultatifs.",
            (
                HelpUse(("up", "down", "pageup", "pagedown"), "Se déplacer dans la liste en tapant"),
                HelpUse(("enter",), "Faire ce que dit la ligne, ou y aller"),
                HelpUse(("escape", "ctrl+p"), "Fermer, et rien ne s’est passé"),
            ),
        ),
    }
)
