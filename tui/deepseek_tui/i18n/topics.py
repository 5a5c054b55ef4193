"""The words of the help on one part of the screen: where the reader is, and what can be done there."""

from typing import NamedTuple


class HelpUse(NamedTuple):
    """Keys of a dialog, and what they do in it."""

    keys: tuple[str, ...]
    """By Textual's names."""
    words: str
    commands: tuple[str, ...] = ()
    """Commands of the dashboard whose keys do the same here; theirs are shown first."""


class HelpTopic(NamedTuple):
    """A part of the dashboard or a dialog: what it is called, and two or three sentences on it."""

    title: str
    words: str
    uses: tuple[HelpUse, ...] = ()
    """The keys of a dialog; a part of the dashboard has those of the one table."""


class HelpWords(NamedTuple):
    """Topics by the id of a part of the dashboard, or by the name that a dialog has for its own."""

    topics: dict[str, HelpTopic]


ENGLISH = HelpWords(
    {
        "list": HelpTopic(
            "You are in the list",
            "It holds the items of this pane, and the detail shows the one that you are on. Open an item to read it"
            " with the keys that move, and come back to the same row. Sorting groups the pane by who says it, by"
            " paragraph or by topic.",
        ),
        "detail": HelpTopic(
            "You are in the detail",
            "It says all that the story has on one item, each statement with its place in the article, its speaker and"
            " how sure it is. The keys that move scroll here. Going back out leads to the same row of the list.",
        ),
        "side": HelpTopic(
            "You are in the side panel",
            "It holds what an item rests on and leads to: who says it and where, links to other items, and notes from"
            " outside the article. On a terminal with fewer columns the same words stand at the end of the detail.",
        ),
        "evidence": HelpTopic(
            "You are looking at the evidence",
            "It says who stands for this item, statement by statement, and where the article has it. With your own copy"
            " of the article (--article FILE) the passage stands beside it, and a copy that differs is called so.",
            (HelpUse(("escape", "enter"), "Close", ("evidence", "quit")), HelpUse((), "Move in the words", ("down", "up"))),
        ),
        "export": HelpTopic(
            "You are about to export",
            "Choose what to write: this item, this section or the whole story. The preview is what the file will hold,"
            " as Markdown. Nothing is written before you save, and a file that exists is asked about first.",
            (
                HelpUse(("enter", "ctrl+s"), "Save"),
                HelpUse(("tab", "shift+tab"), "Go to the next field, or the one before"),
                HelpUse((), "Choose what to write, while the list has the focus", ("down", "up")),
                HelpUse(("escape",), "Close without saving"),
            ),
        ),
        "ways": HelpTopic(
            "You are choosing where to go",
            "The list holds what this item leads to: other items of the story, or the addresses of its sources. An"
            " address is shown in full, and nothing opens before you choose it.",
            (
                HelpUse(("a", "…", "z"), "Go to the row with this letter"),
                HelpUse(("up", "down"), "Move in the list"),
                HelpUse(("enter",), "Go to the row you are on"),
                HelpUse(("escape",), "Close and stay where you were"),
            ),
        ),
        "filter": HelpTopic(
            "You are filtering a list",
            "The list shows what has these words, in the language of the search: a phrase, -word, by: p: kind: status:"
            " topic: has: is: narrow it down as they do there. The filter stays while you visit other panes, and the frame"
            " of the list says so.",
            (
                HelpUse(("enter", "down"), "Keep it and go to the list"),
                HelpUse(("escape",), "Have the list as it was before"),
            ),
        ),
        "search": HelpTopic(
            "You are searching the whole story",
            "Every word must occur, or begin a word; accents, capitals, apostrophes and hyphens make no difference."
            " “A phrase” stands as it is, -word must not occur. by:scmp p:6 kind:person status:claimed topic:politics"
            " has:context is:contested narrow it down; the same words filter a list.",
            (
                HelpUse(("up", "down", "pageup", "pagedown"), "Move among the results while you type"),
                HelpUse(("enter",), "Go to the result; n and N then lead to the others"),
                HelpUse(("escape",), "Close and stay where you were"),
            ),
        ),
        "definition": HelpTopic(
            "You are reading a definition",
            "It says what a word of the field means, in the editor’s words, with the sources that these rest on. Closing it"
            " leaves you where you were.",
            (HelpUse(("escape", "enter", "space"), "Close", ("follow", "quit")),),
        ),
        "note": HelpTopic(
            "You are writing a note",
            "It is yours: kept in your notebook under this item, never in the story, and there again when you come back. It"
            " is saved while you type; closing keeps it, and an empty note is no note. It is exported as yours.",
            (HelpUse(("escape", "ctrl+s"), "Keep it and close"),),
        ),
        "changes": HelpTopic(
            "You are looking at what changed",
            "It lists what is new, changed or gone since you last read the story, or since its file was read before. A"
            " change leads to its item; what is gone leads nowhere.",
            (
                HelpUse(("up", "down"), "Move in the list"),
                HelpUse(("enter",), "Go to what changed"),
                HelpUse(("escape",), "Close", ("changes", "quit")),
            ),
        ),
        "lab": HelpTopic(
            "You are in a lab",
            "Its values can be changed, and the page says at once what follows from them, what the article says, and"
            " where the rest comes from. Nothing that you try here changes the story. What makes no sense is refused"
            " in a sentence under the values.",
            (
                HelpUse((), "Choose a value", ("down", "up")),
                HelpUse(("left", "right"), "Step the value down or up; h and l, - and + do the same"),
                HelpUse(("enter",), "Type the value, and take it with the same key"),
                HelpUse(("1", "2", "3"), "Set the values of a guided step"),
                HelpUse(("r",), "Set every value as it was at first"),
                HelpUse(("x",), "Run what takes longer, in a lab that has it"),
                HelpUse(("tab",), "Go to the page, to scroll it, and back"),
                HelpUse((), "Go on in French, with the same values", ("language",)),
                HelpUse(("escape",), "Stop what is running, else close", ("lab", "quit")),
            ),
        ),
        "grpo": HelpTopic(
            "You are in the GRPO lab",
            "It has three parts: a group of answers and their advantages, a training, and what a critic would weigh. The"
            " page shows the part that the current value belongs to. A training can be watched, paused and stepped; the"
            " run before stays in the curve for comparison.",
            (
                HelpUse((), "Choose a value", ("down", "up")),
                HelpUse(("left", "right"), "Step the value down or up; h and l, - and + do the same"),
                HelpUse(("enter",), "Type the value, and take it with the same key"),
                HelpUse(("1", "2", "3"), "Set the values of a guided step"),
                HelpUse(("r",), "Set every value as it was at first"),
                HelpUse(("x",), "Start the training, pause it, go on"),
                HelpUse(("n",), "Make one step of training"),
                HelpUse(("a",), "Begin the training again"),
                HelpUse(("t",), "Turn to the next part"),
                HelpUse(("tab",), "Go to the page, to scroll it, and back"),
                HelpUse((), "Go on in French, with the same values", ("language",)),
                HelpUse(("escape",), "Pause the training, else close", ("lab", "quit")),
            ),
        ),
        "palette": HelpTopic(
            "You are in the palette",
            "Type some letters of a name, and the commands, panes, themes, stories and items that have them are listed"
            " as you type, the closest first. Accents and capitals may be left out.",
            (
                HelpUse(("up", "down", "pageup", "pagedown"), "Move in the list while you type"),
                HelpUse(("enter",), "Do what the row says, or go there"),
                HelpUse(("escape", "ctrl+p"), "Close, and nothing has happened"),
            ),
        ),
    }
)

FRENCH = HelpWords(
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
