"""Operations on a story: their changes, refusals and inverses."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.editing.confirming import Confirm, ConfirmAll
from deepseek_tui.editing.deletion import DeleteObject, References, RejectGuess
from deepseek_tui.editing.errors import EditError, ReferencedError
from deepseek_tui.editing.operation import Operation, OperationGroup
from deepseek_tui.editing.operations import AddObject, ClearField, DuplicateObject, MoveObject, SetField, free_id
from deepseek_tui.editing.renaming import MergePlayers, RenameId, ReplaceReferences
from deepseek_tui.editing.targets import Target, target_of
from deepseek_tui.story.format.model import Evidence, Passage, Player, Story
from deepseek_tui.story.format.structure import item_lists
from drafts import draft_story, item, opened, operations_on
from stories import Document, at, both, minimal_story

LAUNCH = Target("events", "launch")
REMOVE = References.REMOVE
TERM = {"id": "gear", "word": "gear", "definition": "A part."}


def story_with_references() -> Document:
    """Return a story in which every kind of reference occurs."""
    story = draft_story()
    story["reading_paths"] = [
        {"length": "full", "items": ["launch", "made-it"]},
        {"length": "five minutes", "items": ["plan"]},
    ]
    story["sources"][1]["player"] = "jane-doe"
    story["players"][0]["about"][0]["evidence"][0]["source"] = "the-paper"
    story["events"][2]["before"] = []
    story["questions"][0]["informs"] = ["broke-once"]
    return story


def text_of(document: Document) -> str:
    return json.dumps(document)


def references(document: Document, id: str) -> int:
    """Return how many values of a document equal a string."""
    return text_of(document).count(f'"{id}"')


# The following tests are about setting and clearing fields.


def test_field_is_set_and_the_inverse_restores_it() -> None:
    story = opened(minimal_story())
    inverse = story.apply(SetField(LAUNCH, ("title", "fr"), "Le lancement"))
    assert item(story, "events", "launch")["title"]["fr"] == "Le lancement"
    assert story.story.events[0].title == {"fr": "Le lancement", "en": "The launch (en)"}
    story.apply(inverse)
    assert text_of(story.document) == text_of(minimal_story())


@pytest.mark.parametrize(
    ("target", "field", "value"),
    [
        (Target(), ("title",), "Another title"),
        (Target(inside=("edition",)), ("version",), "2"),
        (Target(inside=("article",)), ("publisher",), "The Paper"),
        (Target(inside=("summary", 0)), ("text", "en"), "Another summary"),
        (Target("players", "acme", ("about", 0)), ("text", "en"), "Praised by all."),
        (Target("innovations", "a-thing", ("idea",)), ("text", "en"), "Make two"),
        (Target("claims", "praised-it", ("quote",)), ("text",), "une chose"),
        (Target("events", "launch"), ("evidence", 1), at(2)[0]),
    ],
)
def test_fields_of_the_story_and_of_parts_of_items_can_be_set(target: Target, field: Any, value: Any) -> None:
    story = opened(minimal_story())
    inverse = story.apply(SetField(target, field, value))
    assert story.story == Story.model_validate(story.document)
    assert text_of(story.document) != text_of(minimal_story())
    story.apply(inverse)
    assert text_of(story.document) == text_of(minimal_story())


def test_new_key_is_inserted_where_the_format_has_it() -> None:
    story = opened(minimal_story())
    story.apply(SetField(Target("events", "plan"), ("wording",), both("by the end of the year")))
    assert list(item(story, "events", "plan")) == ["id", "title", "body", "phase", "when", "wording", "evidence"]
    story.apply(SetField(Target(inside=("article",)), ("title",), "A title"))
    assert list(story.document["article"]) == ["language", "title", "paragraphs"]


def test_setting_a_field_to_its_current_value_changes_nothing() -> None:
    story = opened(minimal_story())
    before = story.document
    assert story.apply(SetField(LAUNCH, ("title",), both("The launch"))).all == ()
    assert story.document is before


def test_setting_an_integer_to_an_equal_float_is_a_change() -> None:
    story = opened(minimal_story())
    story.apply(SetField(Target("figures", "how-many"), ("value",), 100000.0))
    assert repr(item(story, "figures", "how-many")["value"]) == "100000.0"


def test_value_that_the_caller_changes_later_does_not_change_the_story() -> None:
    story, value = opened(minimal_story()), both("A title")
    story.apply(SetField(LAUNCH, ("title",), value))
    value["fr"] = "changed"
    assert item(story, "events", "launch")["title"]["fr"] == "A title (fr)"


def test_optional_field_is_cleared_and_restored_at_its_place() -> None:
    story = opened(minimal_story())
    inverse = story.apply(ClearField(LAUNCH, ("when",)))
    assert "when" not in item(story, "events", "launch")
    assert story.apply(ClearField(LAUNCH, ("when",))).all == ()
    story.apply(inverse)
    assert text_of(story.document) == text_of(minimal_story())


def test_required_field_cannot_be_cleared() -> None:
    with pytest.raises(EditError, match=r'events\[0\]: the key "body" is missing'):
        opened(minimal_story()).apply(ClearField(LAUNCH, ("body",)))


@pytest.mark.parametrize(
    "operation",
    [
        SetField(LAUNCH, ("evidence", 5), at(1)[0]),
        SetField(LAUNCH, ("nothing", "there"), 1),
        SetField(Target("players", "acme", ("about", 7)), ("text",), "x"),
        SetField(LAUNCH, (0,), "x"),
    ],
)
def test_field_of_an_object_that_does_not_exist_is_refused(operation: Operation) -> None:
    with pytest.raises(EditError, match="there is no such object"):
        opened(minimal_story()).apply(operation)


def test_unknown_item_is_refused_with_the_most_similar_id() -> None:
    with pytest.raises(EditError, match="did you mean launch"):
        opened(minimal_story()).apply(SetField(Target("events", "lunch"), ("when",), "2025"))


# The following tests are about adding, duplicating and moving objects.


def test_item_is_added_to_a_list_of_the_story() -> None:
    story = opened(minimal_story())
    inverse = story.apply(AddObject("terms", TERM, 0))
    assert [term.id for term in story.story.terms] == ["gear", "thing"]
    story.apply(inverse)
    assert story.document == minimal_story()


def test_missing_list_is_added_at_its_place_with_the_first_item() -> None:
    document = minimal_story()
    document["innovations"][0].pop("terms")
    del document["terms"]
    story = opened(document)
    inverse = story.apply(AddObject("terms", TERM))
    assert list(story.document) == list(minimal_story())
    story.apply(inverse)
    assert text_of(story.document) == text_of(document)


def test_item_of_an_unknown_list_is_refused() -> None:
    with pytest.raises(EditError, match=r'no key "event" here \(did you mean events'):
        opened(minimal_story()).apply(AddObject("event", TERM))


def test_incomplete_item_is_refused() -> None:
    with pytest.raises(EditError, match=r'terms\[1\]: the key "definition" is missing'):
        opened(minimal_story()).apply(AddObject("terms", {"id": "gear", "word": "gear"}))


def test_copy_of_an_item_is_inserted_after_it_with_a_free_id() -> None:
    story = opened(minimal_story())
    story.apply(DuplicateObject(LAUNCH))
    story.apply(DuplicateObject(LAUNCH))
    story.apply(DuplicateObject(LAUNCH, "second-launch"))
    assert [event.id for event in story.story.events] == [
        "launch", "second-launch", "launch-3", "launch-2", "praise", "plan",
    ]  # fmt: skip
    assert item(story, "events", "launch-2")["title"] == item(story, "events", "launch")["title"]


def test_passage_of_an_item_is_duplicated() -> None:
    story = opened(minimal_story())
    story.apply(DuplicateObject(Target("players", "acme", ("about", 0))))
    assert len(story.story.players[0].about) == 2


def test_free_id_has_the_next_free_number_and_at_most_80_characters() -> None:
    story = opened(minimal_story())
    assert free_id(story, "new-one") == "new-one"
    assert free_id(story, "overview") == "overview-2"
    story.apply(DuplicateObject(LAUNCH))
    assert free_id(story, "launch-2") == "launch-3"
    story.apply(RenameId("launch", "x" * 80))
    assert free_id(story, "x" * 80) == "x" * 78 + "-2"


@pytest.mark.parametrize(
    ("position", "order"), [(0, "plan launch praise"), (1, "launch plan praise"), (99, "launch praise plan")]
)
def test_item_is_moved_to_another_position_of_its_list(position: int, order: str) -> None:
    story = opened(minimal_story())
    inverse = story.apply(MoveObject(Target("events", "plan"), position))
    assert " ".join(event.id for event in story.story.events) == order
    story.apply(inverse)
    assert story.document == minimal_story()


@pytest.mark.parametrize("operation", [DuplicateObject(Target(inside=("edition",))), MoveObject(Target(), 0)])
def test_object_outside_of_a_list_cannot_be_duplicated_or_moved(operation: Operation) -> None:
    with pytest.raises(EditError, match="only an element of a list"):
        opened(minimal_story()).apply(operation)


# The following tests are about renaming ids and replacing references.


@pytest.mark.parametrize("id", [one["id"] for kind in item_lists() for one in story_with_references().get(kind, ())])
def test_renamed_id_is_changed_everywhere(id: str) -> None:
    document = story_with_references()
    story = opened(document)
    number = references(document, id)
    inverse = story.apply(RenameId(id, "another-name"))
    assert references(story.document, "another-name") == number
    assert references(story.document, id) == 0
    assert story.story == Story.model_validate(json.loads(text_of(document).replace(f'"{id}"', '"another-name"')))
    story.apply(inverse)
    assert text_of(story.document) == text_of(document)


@pytest.mark.parametrize(
    ("new", "says"),
    [
        ("praise", r'the id "praise" is taken already, by events\[1\]'),
        ("timeline", '"timeline" cannot be an id, because it names a section'),
        ("The Launch", '"The Launch" is no id'),
        ("x" * 81, "is no id"),
        ("", "is no id"),
    ],
)
def test_rename_to_a_malformed_reserved_or_taken_id_is_refused(new: str, says: str) -> None:
    story = opened(minimal_story())
    with pytest.raises(EditError, match=says):
        story.apply(RenameId("launch", new))
    assert story.document == minimal_story()


def test_unknown_old_id_is_refused_with_the_most_similar_one() -> None:
    with pytest.raises(EditError, match=r'nothing has the id "made-itt" \(did you mean made-it'):
        opened(minimal_story()).apply(RenameId("made-itt", "x"))


def test_rename_to_the_same_id_changes_nothing() -> None:
    assert opened(minimal_story()).apply(RenameId("launch", "launch")).all == ()


def test_text_that_equals_a_renamed_id_but_is_no_reference_is_kept() -> None:
    document = minimal_story()
    document["players"][0]["name"] = "launch"
    document["figures"][0]["quantity"] = document["figures"][1]["quantity"] = "launch"
    story = opened(document)
    story.apply(RenameId("launch", "start"))
    assert story.story.players[0].name == "launch"
    assert story.story.figures[0].quantity == "launch"


def test_replaced_references_do_not_list_the_new_item_twice() -> None:
    story = opened(minimal_story())
    story.apply(SetField(Target("claims", "made-it"), ("about",), ["praise", "acme", "plan", "praise"]))
    inverse = story.apply(ReplaceReferences("praise", "plan"))
    assert item(story, "claims", "made-it")["about"] == ["acme", "plan"]
    assert item(story, "links", "launch-praise")["to"] == "plan"
    story.apply(inverse)
    assert item(story, "claims", "made-it")["about"] == ["praise", "acme", "plan", "praise"]


def test_references_are_not_replaced_if_an_event_would_come_after_itself() -> None:
    with pytest.raises(EditError, match="cannot come before or after itself"):
        opened(minimal_story()).apply(ReplaceReferences("launch", "praise"))


# The following tests are about merging players.


def test_merged_player_is_deleted_and_its_evidence_passages_and_references_are_kept() -> None:
    document = story_with_references()
    document["claims"][0]["about"] = ["jane-doe", "acme", "launch"]
    story = opened(document)
    inverse = story.apply(MergePlayers("acme", "jane-doe"))
    (acme,) = story.story.players
    assert acme.id == "acme"
    assert [(one.paragraph, one.sentence) for one in acme.evidence] == [(1, 1), (2, 2)]
    assert [passage.text for passage in acme.about] == [both("It is praised."), both("She speaks.")]
    assert story.story.sources[1].player == "acme"
    assert item(story, "claims", "made-it")["about"] == ["acme", "launch"]
    assert item(story, "claims", "praised-it")["about"] == ["acme"]
    assert references(story.document, "jane-doe") == 0
    story.apply(inverse)
    assert text_of(story.document) == text_of(document)


def test_player_without_passages_receives_them_before_its_evidence() -> None:
    story = opened(minimal_story())
    story.apply(MergePlayers("jane-doe", "acme"))
    assert list(item(story, "players", "jane-doe")) == ["id", "name", "kind", "role", "about", "evidence"]


def test_player_that_a_link_relates_to_the_other_cannot_be_merged_with_it() -> None:
    document = minimal_story()
    document["links"][0].update({"from": "acme", "to": "jane-doe"})
    with pytest.raises(EditError, match=r"links\[0\]: the link relates the two players to each other"):
        opened(document).apply(MergePlayers("acme", "jane-doe"))


def test_player_cannot_be_merged_with_itself_or_an_event() -> None:
    story = opened(minimal_story())
    with pytest.raises(EditError, match="with itself"):
        story.apply(MergePlayers("acme", "acme"))
    with pytest.raises(EditError, match='nothing has the id "launch"'):
        story.apply(MergePlayers("acme", "launch"))


# The following tests are about deleting objects.


def test_object_without_references_is_deleted_and_restored() -> None:
    story = opened(minimal_story())
    inverse = story.apply(DeleteObject(Target("questions", "will-it-last")))
    assert story.story.questions == ()
    story.apply(inverse)
    assert text_of(story.document) == text_of(minimal_story())


def test_deletion_of_a_referenced_object_names_the_references() -> None:
    story = opened(minimal_story())
    with pytest.raises(ReferencedError) as caught:
        story.apply(DeleteObject(LAUNCH))
    assert sorted(one.holder for one in caught.value.references) == [
        ("claims", "made-it"), ("events", "praise"), ("links", "launch-praise"), ("notes", "broke-once"),
    ]  # fmt: skip
    assert 'claims[0].about[1]: refers to "launch"' in map(str, caught.value.problems)
    assert story.document == minimal_story()


def test_deletion_removes_references_and_links_on_request() -> None:
    document = story_with_references()
    story = opened(document)
    inverse = story.apply(DeleteObject(LAUNCH, REMOVE))
    assert references(story.document, "launch") == 0
    assert story.story.links == ()
    assert item(story, "claims", "made-it")["about"] == ["acme"]
    assert item(story, "events", "praise")["after"] == []
    assert story.document["reading_paths"][0]["items"] == ["made-it"]
    story.apply(inverse)
    assert text_of(story.document) == text_of(document)


def test_deletion_of_a_link_that_others_refer_to_removes_those_references_too() -> None:
    document = minimal_story()
    document["claims"][1]["about"] = ["launch-praise", "jane-doe"]
    document["notes"][0]["on"] = ["made-it"]
    story = opened(document)
    story.apply(DeleteObject(Target("events", "praise"), REMOVE))
    assert item(story, "claims", "praised-it")["about"] == ["jane-doe"]


def test_deletion_removes_a_comparison_and_an_empty_reading_path() -> None:
    story = opened(story_with_references())
    story.apply(DeleteObject(Target("figures", "how-many-more"), REMOVE))
    assert item(story, "figures", "how-many")["comparisons"] == []
    story.apply(DeleteObject(Target("events", "plan"), REMOVE))
    assert [path["length"] for path in story.document["reading_paths"]] == ["full"]


def test_deletion_removes_the_source_of_evidence() -> None:
    story = opened(story_with_references())
    story.apply(ReplaceReferences("the-paper", "the-article"))
    story.apply(SetField(Target("claims", "praised-it"), ("evidence", 0, "source"), "the-paper"))
    story.apply(DeleteObject(Target("sources", "the-paper"), REMOVE))
    assert item(story, "claims", "praised-it")["evidence"] == at(2)


def test_object_with_references_that_cannot_be_removed_is_not_deleted() -> None:
    story = opened(minimal_story())
    with pytest.raises(ReferencedError) as caught:
        story.apply(DeleteObject(Target("sources", "the-paper"), REMOVE))
    assert [str(problem) for problem in caught.value.problems] == [
        'claims[1].speaker: refers to "the-paper"', 'figures[1].speaker: refers to "the-paper"',
    ]  # fmt: skip


def test_deletion_that_leaves_a_note_without_items_is_refused() -> None:
    document = minimal_story()
    document["notes"][0]["on"] = ["launch"]
    with pytest.raises(EditError, match=r"notes\[0\].on: must not be empty"):
        opened(document).apply(DeleteObject(LAUNCH, REMOVE))


def test_references_of_an_object_to_itself_do_not_prevent_its_deletion() -> None:
    document = minimal_story()
    document["claims"][1]["about"] = ["praised-it"]
    story = opened(document)
    story.apply(DeleteObject(Target("claims", "praised-it")))
    assert len(story.story.claims) == 1


def test_part_of_an_item_is_deleted() -> None:
    story = opened(minimal_story())
    story.apply(DeleteObject(Target("players", "acme", ("about", 0))))
    story.apply(DeleteObject(Target("claims", "praised-it", ("quote",))))
    assert item(story, "players", "acme")["about"] == []
    assert "quote" not in item(story, "claims", "praised-it")


@pytest.mark.parametrize(
    ("target", "says"),
    [
        (Target(), "a story cannot be deleted"),
        (Target(inside=("edition",)), 'the key "edition" is missing'),
        (Target(inside=("summary", 0)), "summary: must not be empty"),
    ],
)
def test_required_part_of_the_story_is_not_deleted(target: Target, says: str) -> None:
    with pytest.raises(EditError, match=says):
        opened(minimal_story()).apply(DeleteObject(target))


# The following tests are about confirming and rejecting guesses.


def test_confirmed_object_loses_its_marks_and_nothing_else() -> None:
    story = opened(draft_story())
    inverse = story.apply(Confirm((LAUNCH, Target(inside=("edition",)))))
    assert item(story, "events", "launch") == minimal_story()["events"][0]
    assert story.document["edition"] == minimal_story()["edition"]
    story.apply(inverse)
    assert text_of(story.document) == text_of(draft_story())


def test_all_guesses_of_a_kind_are_confirmed_at_once() -> None:
    story = opened(draft_story())
    inverse = story.apply(ConfirmAll("events"))
    assert story.document["events"] == minimal_story()["events"]
    assert item(story, "figures", "how-many")["draft"] is True
    story.apply(inverse)
    assert text_of(story.document) == text_of(draft_story())
    assert story.apply(ConfirmAll("notes")).all == ()


def test_confirmed_player_keeps_its_guessed_passage() -> None:
    story = opened(draft_story())
    story.apply(Confirm((Target("players", "jane-doe"),)))
    assert item(story, "players", "jane-doe")["about"][0]["draft"] is True


@pytest.mark.parametrize("operation", [Confirm((Target("events", "praise"),)), RejectGuess(Target("events", "praise"))])
def test_object_that_is_no_guess_is_neither_confirmed_nor_rejected(operation: Operation) -> None:
    with pytest.raises(EditError, match=r"events\[1\]: is no unconfirmed guess"):
        opened(draft_story()).apply(operation)


def test_rejected_guess_is_deleted_with_its_references() -> None:
    story = opened(draft_story())
    with pytest.raises(ReferencedError):
        story.apply(RejectGuess(LAUNCH))
    story.apply(RejectGuess(LAUNCH, REMOVE))
    assert references(story.document, "launch") == 0
    story.apply(RejectGuess(Target("players", "jane-doe", ("about", 0))))
    assert item(story, "players", "jane-doe")["about"] == []


# The following tests are about groups of operations.


def test_operation_group_is_checked_and_undone_as_one_operation() -> None:
    story = opened(minimal_story())
    inverse = story.apply(
        OperationGroup(
            (
                AddObject("notes", {**minimal_story()["notes"][0], "id": "gone", "on": ["gear"]}),
                AddObject("terms", TERM),
                RenameId("gear", "cog"),
            )
        )
    )
    assert story.story.notes[1].on == ("cog",)
    story.apply(inverse)
    assert text_of(story.document) == text_of(minimal_story())


def test_operation_group_changes_nothing_if_one_operation_is_refused() -> None:
    story = opened(minimal_story())
    with pytest.raises(EditError):
        story.apply(OperationGroup((AddObject("terms", {"id": 5}), AddObject("terms", TERM), RenameId("gone", "x"))))
    with pytest.raises(EditError):
        story.apply(OperationGroup((SetField(LAUNCH, ("players",), 5), RenameId("acme", "acme-inc"))))
    assert story.document == minimal_story()


# The following tests are about addresses of objects.


def test_address_of_an_object_is_its_list_its_id_and_the_path_inside() -> None:
    document = minimal_story()
    assert target_of(document, ("players", 0, "about", 0)) == Target("players", "acme", ("about", 0))
    assert target_of(document, ("summary", 0)) == Target(inside=("summary", 0))
    assert target_of(document, ()) == Target()
    assert Target("players", "acme", ("about", 0)).path(document) == ("players", 0, "about", 0)


def test_model_of_an_address_is_that_of_the_object() -> None:
    assert Target().model() is Story
    assert Target("players", "acme").model() is Player
    assert Target("players", "acme", ("about", 0)).model() is Passage
    assert Target("players", "acme", ("about", 0, "evidence", 1)).model() is Evidence
    for inside in (("name",), ("about",)):
        with pytest.raises(EditError):
            Target("players", "acme", inside).model()


# The following test is about random operations.


@given(st.data())
def test_any_operation_has_an_inverse_that_restores_the_document(data: st.DataObject) -> None:
    story = opened(story_with_references())
    for _ in range(6):
        before = copy.deepcopy(story.document)
        try:
            inverse = story.apply(data.draw(operations_on(story)))
        except EditError:
            assert text_of(story.document) == text_of(before)
            continue
        after = text_of(story.document)
        again = story.apply(inverse)
        assert text_of(story.document) == text_of(before)
        assert story.story == Story.model_validate(before)
        story.apply(again)
        assert text_of(story.document) == after
        assert story.story == Story.model_validate(story.document)
        assert story.references_to("launch") == opened(story.document).references_to("launch")
