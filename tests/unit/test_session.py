"""Saved visits to stories: reading, and quarantine of damaged files."""

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deepseek_tui.navigation.location import Location, Locations
from deepseek_tui.panes.grouping import Grouping
from deepseek_tui.panes.pane import Section
from deepseek_tui.story.loading.library import find
from deepseek_tui.user_data.atomic_files import SaveError, SaveProblem, save
from deepseek_tui.user_data.per_story_store import story_origin
from deepseek_tui.user_data.session import SavedLocation, SavedVisit, SessionStore
from deepseek_tui.user_data.snapshots import SnapshotStore
from deepseek_tui.user_data.storage_errors import StorageErrorKind

VISIT = SavedVisit(
    "timeline",
    "fr",
    {"timeline": SavedLocation("event-3", 4, "speaker", 2.0, 17.5, "kind:person"), "claims": SavedLocation("claim-1", 0)},
)


def write(file: Path, data: bytes) -> None:
    save(file, data, overwrite=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "visits"


@pytest.fixture
def session(folder: Path) -> SessionStore:
    return SessionStore(folder, write)


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_visit_to_a_story_is_read_back_as_saved(session: SessionStore, folder: Path) -> None:
    assert session.read("s", "/p") is None
    assert session.save("s", "/p", VISIT)
    assert session.read("s", "/p") == VISIT
    assert session.read("s", "/p").item == "event-3"  # type: ignore[union-attr]
    assert SessionStore(folder, write).read("s", "/p") == VISIT
    assert session.take_errors() == ()


stops = st.builds(
    SavedLocation, st.text(max_size=20), st.integers(-1, 10**6), st.text(min_size=1, max_size=9),
    st.floats(0, 1e6, allow_nan=False), st.floats(0, 1e6, allow_nan=False), st.text(max_size=99),
)  # fmt: skip
visits = st.builds(SavedVisit, st.text(max_size=9), st.sampled_from(["fr", "en", ""]), st.dictionaries(st.text(), stops))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(visit=visits, story=st.text(max_size=60), place=st.text(alphabet=st.characters(codec=None), max_size=60))
def test_any_saved_visit_to_any_story_is_read_back_unchanged(
    session: SessionStore, folder: Path, visit: SavedVisit, story: str, place: str
) -> None:
    assert session.save(story, place, visit)
    assert session.read(story, place) == visit
    assert session.take_errors() == ()
    assert {file.parent for file in folder.rglob("*")} == {folder}


def test_visits_are_distinguished_by_story_id_and_origin(session: SessionStore) -> None:
    for number, (story, place) in enumerate([("s", "/a"), ("s", "/b"), ("t", "/a"), ("s/", "a"), ("s-", "/a")]):
        assert session.read(story, place) is None
        session.save(story, place, SavedVisit(pane=str(number)))
    assert session.read("s", "/a") == SavedVisit(pane="0")


def test_visit_saved_last_replaces_the_previous_one_of_the_same_story_only(folder: Path) -> None:
    one, two = SessionStore(folder, write), SessionStore(folder, write)
    one.save("s", "/p", SavedVisit(pane="players"))
    two.save("t", "/p", SavedVisit(pane="claims"))
    two.save("s", "/p", SavedVisit(pane="questions"))
    assert one.read("s", "/p") == SavedVisit(pane="questions")
    assert one.read("t", "/p") == SavedVisit(pane="claims")


def test_pane_locations_are_restored_from_a_saved_visit() -> None:
    places = Locations(
        Section.PLAYERS, {Section.PLAYERS: Location("a", 3, Grouping.TOPIC, 1, 2, "p:6"), Section.TIMELINE: Location("b", 0)}
    )
    assert SavedVisit.of(places, "en").locations({"a", "b"}) == places


def test_item_removed_from_the_story_is_not_restored_from_the_session() -> None:
    places = VISIT.locations({"claim-1"})
    assert places.section is Section.TIMELINE
    assert list(places.by_section) == [Section.CLAIMS]
    assert places.here == Location()


def test_unknown_panes_and_groupings_in_a_session_file_are_ignored() -> None:
    strange = SavedVisit(
        "map",
        "en",
        {"map": SavedLocation("a"), "claims": SavedLocation("a", 1, "paragraph"), "players": SavedLocation("a", 2, "moon")},
    )
    places = strange.locations({"a"})
    assert places.section is Section.OVERVIEW
    assert places.by_section == {Section.CLAIMS: Location("a", 1), Section.PLAYERS: Location("a", 2)}


def test_session_fields_of_a_newer_version_are_ignored_without_an_error(session: SessionStore, folder: Path) -> None:
    session.save("s", "/p", VISIT)
    document: dict[str, Any] = orjson.loads(only_file(folder).read_bytes())
    document |= {"format": 2, "language": {"speech": "fr"}, "weather": "fine"}
    document["stops"]["timeline"]["height"] = 3
    only_file(folder).write_bytes(orjson.dumps(document))
    visit = session.read("s", "/p")
    assert visit is not None
    assert (visit.pane, visit.language, visit.stops) == (VISIT.pane, "", VISIT.stops)
    assert session.take_errors() == ()


@pytest.mark.parametrize(
    ("harm", "left"),
    [
        (lambda data: b"", None),
        (lambda data: data[:-20], None),
        (lambda data: b"[1, 2]", None),
        (lambda data: random.Random(1).randbytes(200), None),
        (lambda data: data.replace(b'"timeline",', b"7,"), SavedVisit("", VISIT.language, VISIT.stops)),
        (lambda data: data.replace(b"17.5", b"1e300"), True),
        (lambda data: data.replace(b'"claim-1"', b"null"), True),
    ],
)
def test_damaged_session_file_is_quarantined_and_reported_once(
    session: SessionStore, folder: Path, harm: Callable[[bytes], bytes], left: SavedVisit | bool | None
) -> None:
    session.save("s", "/p", VISIT)
    damaged = harm(only_file(folder).read_bytes())
    only_file(folder).write_bytes(damaged)
    visit = session.read("s", "/p")
    assert visit == left if left is not True else visit is not None
    (error,) = session.take_errors()
    assert error.kind is StorageErrorKind.VISIT_DAMAGED
    assert error.quarantined is not None
    assert error.quarantined.read_bytes() == damaged
    assert (session.read("s", "/p"), session.take_errors()) == (None, ())
    assert session.save("s", "/p", VISIT)
    assert session.read("s", "/p") == VISIT
    assert error.quarantined.read_bytes() == damaged


@pytest.mark.parametrize("seed", range(60))
def test_session_can_be_saved_after_random_damage_of_the_file(session: SessionStore, folder: Path, seed: int) -> None:
    rng = random.Random(seed)
    session.save("s", "/p", VISIT)
    data = bytearray(only_file(folder).read_bytes())
    for _ in range(rng.choice((1, 2, 20))):
        data[rng.randrange(len(data))] = rng.choice(b'"0{}[]:,-x\x00\xff')
    only_file(folder).write_bytes(data)
    visit = session.read("s", "/p")
    if visit is not None:
        assert set(visit.locations({"event-3", "claim-1"}).by_section) <= {Section.TIMELINE, Section.CLAIMS}
    assert len(session.take_errors()) <= 1
    assert session.save("s", "/p", VISIT)
    assert session.read("s", "/p") == VISIT


def test_folder_in_place_of_a_session_file_is_quarantined(session: SessionStore, folder: Path) -> None:
    session.save("s", "/p", VISIT)
    file = only_file(folder)
    file.unlink()
    file.mkdir()
    assert session.save("s", "/p", VISIT)
    assert session.read("s", "/p") == VISIT
    assert [error.kind for error in session.take_errors()] == [StorageErrorKind.VISIT_DAMAGED]


def test_only_the_latest_stories_are_kept_in_the_session_folder(folder: Path) -> None:
    session = SessionStore(folder, write, limit=3)
    for number in range(5):
        session.save(f"story-{number}", "/p", VISIT)
        for file in folder.glob(f"story-{number}-*"):
            os.utime(file, (number, number))
    (folder / "notes.json").write_text("a file of another program")
    session.save("story-5", "/p", VISIT)
    assert sorted(name.name[:7] for name in folder.glob("story-*")) == ["story-3", "story-4", "story-5"]
    assert (folder / "notes.json").exists()


def test_unusable_session_folder_raises_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file in place of a folder")

    def full(file: Path, data: bytes) -> None:
        raise SaveError(SaveProblem.FULL, file)

    for folder, function in (
        (tmp_path / "file", write),
        (tmp_path / "file" / "deep", write),
        (tmp_path / "new", full),
    ):
        session, copies = SessionStore(folder, function), SnapshotStore(folder, function)
        assert not session.save("s", "/p", VISIT)
        assert not copies.save("s", "/p", b"story")
        assert (session.read("s", "/p"), copies.read("s", "/p")) == (None, None)
        assert (session.take_errors(), copies.take_errors()) == ((), ())
    assert not SessionStore(tmp_path, write).save("s", "/p", SavedVisit(pane="\ud800"))


def test_origin_of_a_story_is_the_resolved_path_or_the_bundled_name(tmp_path: Path) -> None:
    (tmp_path / "story.json").write_text("{}")
    (tmp_path / "link.json").symlink_to("story.json")
    assert (
        story_origin(str(tmp_path / "link.json"))
        == story_origin(f"{tmp_path}/x/../story.json")
        == str(tmp_path / "story.json")
    )
    assert story_origin(find("deepseek")) == "deepseek"
    assert story_origin("-") == "-"
    assert story_origin("a\0b") == "a\0b"
