"""Words of the help on each part of the screen, in English."""

from deepseek_tui.i18n.help import HelpTopic, HelpUse, HelpWords

WORDS = HelpWords(
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
