"""English help texts on each part of the screen."""

from deepseek_tui.i18n.help import HelpTopic, HelpUse, HelpWords

WORDS = HelpWords(
    {
        "list": HelpTopic(
            "You are in the list",
            "It lists the items of this pane; the detail shows the selected one. Open an item to scroll it with the "
            "movement keys, and go back to the same row. The list can be grouped by speaker, paragraph or topic.",
        ),
        "detail": HelpTopic(
            "You are in the detail",
            "It shows all that the story has on one item: each claim with its evidence, its speaker and its status. "
            "The movement keys scroll here. Going back returns to the same row of the list.",
        ),
        "side": HelpTopic(
            "You are in the side panel",
            "It shows the evidence of an item, its links to other items, and context from outside the article. On a "
            "narrower terminal, it follows at the end of the detail.",
        ),
        "evidence": HelpTopic(
            "You are looking at the evidence",
            "It shows who says what about this item, claim by claim, and where in the article. If the story "
            "includes the text of the article, or you add your own copy of it, it also shows the passage, and warns if "
            "a copy differs.",
            (
                HelpUse(("escape", "enter"), "Close", ("evidence", "quit")),
                HelpUse((), "Scroll", ("down", "up")),
                HelpUse((), "Choose your copy of the article", ("article",)),
            ),
        ),
        "export": HelpTopic(
            "You are about to export",
            "Choose what to export: this item, this section or the whole story. The preview shows the Markdown file "
            "as it will be written. Nothing is written until you save, and an existing file is never overwritten "
            "without asking.",
            (
                HelpUse(("enter", "ctrl+s"), "Save"),
                HelpUse(("tab", "shift+tab"), "Go to the next or previous field"),
                HelpUse((), "Choose what to export, in the list", ("down", "up")),
                HelpUse(("escape",), "Close without saving"),
            ),
        ),
        "article": HelpTopic(
            "You are choosing your copy of the article",
            "Type the path of a file with the text of the article (text, Markdown, HTML, docx or PDF), or paste the text. "
            "It is compared with the story paragraph by paragraph. A copy that matches is remembered for this story, a "
            "pasted text in a file of your data folder; its passages are then shown with the evidence.",
            (
                HelpUse(("tab", "shift+tab"), "Complete the path, or go to the next or previous field"),
                HelpUse(("enter",), "Check the file; in the text, a new line"),
                HelpUse(("ctrl+s",), "Check what was typed or pasted last"),
                HelpUse(("escape",), "Close without choosing"),
            ),
        ),
        "ways": HelpTopic(
            "You are choosing a link",
            "It lists the links of this item: other items of the story, or the addresses of its sources. Addresses "
            "are shown in full, and none opens until you select it.",
            (
                HelpUse(("a", "…", "z"), "Go to the row with this letter"),
                HelpUse(("up", "down"), "Move in the list"),
                HelpUse(("enter",), "Go to the selected row"),
                HelpUse(("escape",), "Close without moving"),
            ),
        ),
        "filter": HelpTopic(
            "You are filtering a list",
            "The list shows only the items that match. The syntax is that of the search: words, a phrase, -word and "
            "the fields by: p: kind: status: topic: has: is: all work. The filter is kept when you visit other "
            "panes, and shown in the frame of the list.",
            (
                HelpUse(("enter", "down"), "Keep the filter and go to the list"),
                HelpUse(("escape",), "Restore the list as it was"),
            ),
        ),
        "search": HelpTopic(
            "You are searching the whole story",
            "Every word must occur, or begin a word; accents, capitals, apostrophes and hyphens are ignored. “A "
            "phrase” must occur as written; -word must not occur. Narrow the search with by:scmp p:6 kind:person "
            "status:stated topic:politics has:context is:contested. Filters use the same syntax.",
            (
                HelpUse(("up", "down", "pageup", "pagedown"), "Move in the results while you type"),
                HelpUse(("enter",), "Go to the result; then n and N go to the next and previous one"),
                HelpUse(("escape",), "Close without moving"),
            ),
        ),
        "definition": HelpTopic(
            "You are reading a definition",
            "It explains a technical term in the editor’s words. The sources used are listed below it.",
            (HelpUse(("escape", "enter", "space"), "Close", ("follow", "quit")),),
        ),
        "note": HelpTopic(
            "You are writing a note",
            "It is kept in your notebook with this item, never in the story. It is saved as you type; clear the "
            "text to delete the note. Exports mark it as yours.",
            (HelpUse(("escape", "ctrl+s"), "Save and close"),),
        ),
        "changes": HelpTopic(
            "You are looking at what changed",
            "It lists what was added, changed or removed since you last read the story, or since its file was last "
            "reloaded. Select a change to go to its item, unless the item was removed.",
            (
                HelpUse(("up", "down"), "Move in the list"),
                HelpUse(("enter",), "Go to the item"),
                HelpUse(("escape",), "Close", ("changes", "quit")),
            ),
        ),
        "lab": HelpTopic(
            "You are in a lab",
            "Change a value and the page updates at once: the results, what the article says, and the sources of "
            "everything else. Nothing here changes the story. A value out of range is refused, with the reason "
            "under the values.",
            (
                HelpUse((), "Choose a value", ("down", "up")),
                HelpUse(("left", "right"), "Decrease or increase the value; also h and l, - and +"),
                HelpUse(("enter",), "Type a value, then confirm it"),
                HelpUse(("1", "2", "3"), "Set the values of a guided step"),
                HelpUse(("r",), "Reset all values"),
                HelpUse(("x",), "Run the longer computation, where the lab has one"),
                HelpUse(("tab",), "Switch between the values and the page"),
                HelpUse((), "Switch to the next language, keeping the values", ("language",)),
                HelpUse(("escape",), "Stop the computation, or close", ("lab", "quit")),
            ),
        ),
        "grpo": HelpTopic(
            "You are in the GRPO lab",
            "It has three parts: a group of answers and their advantages, a training run, and the cost of a critic. "
            "The page shows the part that the selected value belongs to. A run can be paused and stepped through; "
            "the previous run stays in the plot for comparison.",
            (
                HelpUse((), "Choose a value", ("down", "up")),
                HelpUse(("left", "right"), "Decrease or increase the value; also h and l, - and +"),
                HelpUse(("enter",), "Type a value, then confirm it"),
                HelpUse(("1", "2", "3"), "Set the values of a guided step"),
                HelpUse(("r",), "Reset all values"),
                HelpUse(("x",), "Start, pause or resume the training"),
                HelpUse(("n",), "Make one step of training"),
                HelpUse(("a",), "Restart the training"),
                HelpUse(("t",), "Go to the next part"),
                HelpUse(("tab",), "Switch between the values and the page"),
                HelpUse((), "Switch to the next language, keeping the values", ("language",)),
                HelpUse(("escape",), "Pause the training, or close", ("lab", "quit")),
            ),
        ),
        "palette": HelpTopic(
            "You are in the palette",
            "Type part of a name: matching commands, panes, themes, stories and items are listed as you type, best "
            "match first. Accents and capitals are optional.",
            (
                HelpUse(("up", "down", "pageup", "pagedown"), "Move in the list while you type"),
                HelpUse(("enter",), "Run the command, or go to the item"),
                HelpUse(("escape", "ctrl+p"), "Close without doing anything"),
            ),
        ),
    }
)
