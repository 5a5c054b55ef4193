"""Unconfirmed guesses of a story: order, reasons, and moving between them."""

import orjson
import pytest

from deepseek_tui.article.draft import draft
from deepseek_tui.article.lint.rules import findings
from deepseek_tui.editing.confirming import Confirm, ConfirmAll
from deepseek_tui.editing.errors import EditError
from deepseek_tui.editing.guesses import BEFORE_ARTICLE, Guesses
from deepseek_tui.editing.history import EditHistory
from deepseek_tui.editing.targets import Target
from deepseek_tui.story.format.model import Story
from drafts import GUESS, draft_story, opened
from stories import Document, at, minimal_story

ARTICLE = (
    "The Marble Bay ferry was launched on 4 May 2024. Ada Brell said: “It is quiet.”\n\nAda Brell paid 12 million euros."
)


def targets(document: Document) -> list[Target]:
    return [guess.target for guess in Guesses(document)]


def test_guesses_are_in_the_order_of_the_article_and_those_without_evidence_come_first() -> None:
    assert targets(draft_story()) == [
        Target(inside=("edition",)),
        Target("sources", "the-paper"),
        Target("topics", "things"),
        Target(inside=("summary", 0)),
        Target("events", "launch"),
        Target("figures", "how-many"),
        Target("players", "jane-doe", ("about", 0)),
        Target("players", "jane-doe"),
        Target("events", "plan"),
    ]


def test_guess_with_several_evidence_entries_is_placed_at_the_earliest() -> None:
    document = draft_story()
    document["events"][2]["evidence"] = [*at(2, 2), *at(1)]
    order = targets(document)
    assert order.index(Target("events", "plan")) == order.index(Target("events", "launch")) + 1


def test_guessed_part_without_evidence_directly_follows_its_item() -> None:
    document = draft_story()
    document["players"][1]["about"][0] |= {"by": "editor", "evidence": []}
    order = targets(document)
    assert order.index(Target("players", "jane-doe", ("about", 0))) == order.index(Target("players", "jane-doe")) + 1


def test_guess_has_its_kind_place_and_reason() -> None:
    guesses = {guess.target: guess for guess in Guesses(draft_story())}
    plan = guesses[Target("events", "plan")]
    assert (plan.kind, plan.place, plan.reason) == ("events", (2, 2), GUESS["guess"])
    topic = guesses[Target("topics", "things")]
    assert (topic.kind, topic.place, topic.reason) == ("topics", BEFORE_ARTICLE, "")


def test_story_itself_can_be_a_guess() -> None:
    document = {**minimal_story(), **GUESS}
    (guess,) = Guesses(document)
    assert (guess.target, guess.kind) == (Target(), "story")
    assert Guesses(document).counts() == {"story": 1}


def test_guesses_are_counted_by_kind_as_in_the_check_command() -> None:
    document = draft(ARTICLE, language="en", name="ferry", today="2025-02-01")
    guesses = Guesses(document)
    assert len(guesses) == sum(guesses.counts().values()) == len(list(guesses))
    (finding,) = [one for rule, one in findings(Story.model_validate(document)) if rule.name == "unconfirmed"]
    listed = ", ".join(f"{kind} {number}" for kind, number in guesses.counts().items())
    assert finding.message == f"{len(guesses)} guesses of a program are not confirmed ({listed})"


def test_story_without_guesses_has_no_next_or_previous_guess() -> None:
    guesses = Guesses(minimal_story())
    assert list(guesses) == []
    assert guesses.counts() == {}
    assert guesses.after(Target()) is None
    assert guesses.before(Target("links", "launch-praise")) is None


def test_next_and_previous_guess_lead_through_all_guesses() -> None:
    guesses = Guesses(draft_story())
    order = targets(draft_story())
    for target, following in zip(order, [*order[1:], None], strict=True):
        found = guesses.after(target)
        assert (found and found.target) == following
    for target, previous in zip(order, [None, *order[:-1]], strict=True):
        found = guesses.before(target)
        assert (found and found.target) == previous


def test_next_guess_is_found_from_an_object_that_is_no_guess() -> None:
    guesses = Guesses(draft_story())
    following, previous = guesses.after(Target("events", "praise")), guesses.before(Target("events", "praise"))
    assert following is not None
    assert following.target == Target("players", "jane-doe")
    assert previous is not None
    assert previous.target == Target("players", "jane-doe", ("about", 0))


def test_next_guess_is_found_from_a_guess_that_was_just_confirmed() -> None:
    story = opened(draft_story())
    order = targets(story.document)
    for number, target in enumerate(order[:-1]):
        story.apply(Confirm((target,)))
        found = Guesses(story.document).after(target)
        assert found is not None
        assert found.target == order[number + 1]


def test_object_that_does_not_exist_has_no_next_guess() -> None:
    with pytest.raises(EditError):
        Guesses(draft_story()).after(Target("events", "gone"))


# The following tests are about undo and redo.


def test_operations_are_undone_and_redone_in_order() -> None:
    history = EditHistory(opened(draft_story()))
    states = [orjson.dumps(history.story.document)]
    operations = [ConfirmAll("events"), ConfirmAll("players"), Confirm((Target("topics", "things"),))]
    for operation in operations:
        assert history.do(operation)
        states.append(orjson.dumps(history.story.document))
    for operation, state in zip(reversed(operations), reversed(states[:-1]), strict=True):
        assert history.undo() == operation
        assert orjson.dumps(history.story.document) == state
    assert history.undo() is None
    assert not history.can_undo
    for operation, state in zip(operations, states[1:], strict=True):
        assert history.redo() == operation
        assert orjson.dumps(history.story.document) == state
    assert history.redo() is None
    assert history.can_undo
    assert not history.can_redo


def test_confirming_all_guesses_of_a_kind_is_undone_in_one_step() -> None:
    history = EditHistory(opened(draft_story()))
    history.do(ConfirmAll("events"))
    assert "events" not in Guesses(history.story.document).counts()
    history.undo()
    assert Guesses(history.story.document).counts()["events"] == 2
    assert not history.can_undo


def test_undone_operations_cannot_be_redone_after_a_new_operation() -> None:
    history = EditHistory(opened(draft_story()))
    history.do(ConfirmAll("events"))
    history.undo()
    assert history.can_redo
    history.do(ConfirmAll("players"))
    assert history.redo() is None


def test_operation_that_changes_nothing_or_is_refused_is_not_in_the_history() -> None:
    history = EditHistory(opened(draft_story()))
    history.do(ConfirmAll("events"))
    history.undo()
    assert not history.do(ConfirmAll("notes"))
    with pytest.raises(EditError):
        history.do(Confirm((Target("events", "praise"),)))
    assert not history.can_undo
    assert history.can_redo
