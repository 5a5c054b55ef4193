"""A story with guesses for tests of the editor."""

from typing import Any

import orjson

from deepseek_tui.editing.edited_story import EditedStory
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
