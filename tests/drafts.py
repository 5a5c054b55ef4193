"""A story with guesses for tests of the editor."""

from typing import Any

import orjson
from hypothesis import strategies as st

from deepseek_tui.editing.confirming import ConfirmAll
from deepseek_tui.editing.deletion import DeleteObject, References, RejectGuess
from deepseek_tui.editing.edited_story import EditedStory
from deepseek_tui.editing.operation import Operation
from deepseek_tui.editing.operations import AddObject, ClearField, DuplicateObject, MoveObject, SetField
from deepseek_tui.editing.renaming import MergePlayers, RenameId, ReplaceReferences
from deepseek_tui.editing.targets import Target
from deepseek_tui.story.format.model import Story
from stories import Document, at, both, minimal_story

GUESS = {"draft": True, "guess": both("A program guessed it")}


def draft_story() -> Document:
    """Return a valid story with guesses of several kinds, some of them parts of items."""
    story = minimal_story()
    story["edition"] = {**GUESS, **story["edition"]}
    story["summary"][0].update(GUESS)
    story["topics"][0]["draft"] = True
    story["players"][1] = {"id": "jane-doe", **GUESS, **{k: v for k, v in story["players"][1].items() if k != "id"}}
    story["players"][1]["about"] = [{**GUESS, "text": both("She speaks."), "evidence": at(2)}]
    story["events"][0].update(GUESS)
    story["events"][2].update(GUESS)
    story["figures"][0].update(GUESS)
    story["sources"][1].update(GUESS)
    return story


def opened(document: Document) -> EditedStory:
    """Return a story under edit, as it would be read from a file."""
    return EditedStory(orjson.loads(orjson.dumps(document)), Story.model_validate(document))


def item(story: EditedStory, kind: str, id: str) -> dict[str, Any]:
    """Return an item of a story by its list and id."""
    found: dict[str, Any] = next(one for one in story.document[kind] if one["id"] == id)
    return found


def operations_on(story: EditedStory) -> st.SearchStrategy[Operation]:
    """Return operations on the items of a story, some of which it refuses."""
    ids = st.sampled_from(sorted(story.places))
    names = ids | st.sampled_from(("a", "b-2", "timeline", "No id"))
    targets = ids.map(lambda id: Target(story.places[id], id))
    how = st.sampled_from(References)
    texts = st.sampled_from(("x", "é", both("x"), {"fr": "x"}, None, [], ["acme"], "2025", [{}]))
    keys = st.sampled_from(("title", "text", "name", "when", "caveat", "quote", "about", "draft", "players"))
    return st.one_of(
        st.builds(RenameId, ids, names),
        st.builds(ReplaceReferences, ids, ids),
        st.builds(MergePlayers, ids, ids),
        st.builds(DeleteObject, targets, how),
        st.builds(RejectGuess, targets, how),
        st.builds(DuplicateObject, targets),
        st.builds(MoveObject, targets, st.integers(0, 3)),
        st.builds(SetField, targets, keys.map(lambda key: (key,)), texts),
        st.builds(ClearField, targets, keys.map(lambda key: (key,))),
        st.builds(AddObject, st.sampled_from(("terms", "events")), st.just({"id": "gear", "word": "x", "definition": "y"})),
        st.builds(ConfirmAll, st.sampled_from(("events", "players", "edition", "story"))),
    )
