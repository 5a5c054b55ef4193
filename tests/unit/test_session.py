"""Coming back: where the reader was, and the story as they read it, by its id and its place."""

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


def keep_whole(file: Path, data: bytes) -> None:
    save(file, data, overwrite=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "visits"


@pytest.fixture
def session(folder: Path) -> SessionStore:
    return SessionStore(folder, keep_whole)


@pytest.fixture
def seen(folder: Path) -> SnapshotStore:
    return SnapshotStore(folder, keep_whole)


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_a_visit_comes_back_as_it_was(session: SessionStore, folder: Path) -> None:
    assert session.read("s", "/p") is None
    assert session.save("s", "/p", VISIT)
    assert session.read("s", "/p") == VISIT
    assert session.read("s", "/p").item == "event-3"  # type: ignore[union-attr]
    assert SessionStore(folder, keep_whole).read("s", "/p") == VISIT
    assert session.take_errors() == ()


stops = st.builds(
    SavedLocation, st.text(max_size=20), st.integers(-1, 10**6), st.text(min_size=1, max_size=9),
    st.floats(0, 1e6, allow_nan=False), st.floats(0, 1e6, allow_nan=False), st.text(max_size=99),
)  # fmt: skip
visits = st.builds(SavedVisit, st.text(max_size=9), st.sampled_from(["fr", "en", ""]), st.dictionaries(st.text(), stops))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(visit=visits, story=st.text(max_size=60), place=st.text(alphabet=st.characters(codec=None), max_size=60))
def test_any_visit_to_any_story_comes_back(
    session: SessionStore, folder: Path, visit: SavedVisit, story: str, place: str
) -> None:
    assert session.save(story, place, visit)
    assert session.read(story, place) == visit
    assert session.take_errors() == ()
    assert {file.parent for file in folder.rglob("*")} == {folder}


def test_stories_of_one_id_at_two_places_and_of_two_ids_are_apart(session: SessionStore) -> None:
    for number, (story, place) in enumerate([("s", "/a"), ("s", "/b"), ("t", "/a"), ("s/", "a"), ("s-", "/a")]):
        assert session.read(story, place) is None
        session.save(story, place, SavedVisit(pane=str(number)))
    assert session.read("s", "/a") == SavedVisit(pane="0")


def test_the_last_to_leave_wins_and_no_other_story_is_touched(folder: Path) -> None:
    one, two = SessionStore(folder, keep_whole), SessionStore(folder, keep_whole)
    one.save("s", "/p", SavedVisit(pane="players"))
    two.save("t", "/p", SavedVisit(pane="claims"))
    two.save("s", "/p", SavedVisit(pane="questions"))
    assert one.read("s", "/p") == SavedVisit(pane="questions")
    assert one.read("t", "/p") == SavedVisit(pane="claims")


def test_places_go_into_a_visit_and_come_back() -> None:
    places = Locations(
        Section.PLAYERS, {Section.PLAYERS: Location("a", 3, Grouping.TOPIC, 1, 2, "p:6"), Section.TIMELINE: Location("b", 0)}
    )
    assert SavedVisit.of(places, "en").locations({"a", "b"}) == places


def test_an_item_that_has_gone_is_not_gone_back_to() -> None:
    places = VISIT.locations({"claim-1"})
    assert places.section is Section.TIMELINE
    assert list(places.by_section) == [Section.CLAIMS]
    assert places.here == Location()


def test_panes_and_lenses_that_are_not_known_are_passed_over() -> None:
    strange = SavedVisit(
        "map",
        "en",
        {"map": SavedLocation("a"), "claims": SavedLocation("a", 1, "paragraph"), "players": SavedLocation("a", 2, "moon")},
    )
    places = strange.locations({"a"})
    assert places.section is Section.OVERVIEW
    assert places.by_section == {Section.CLAIMS: Location("a", 1), Section.PLAYERS: Location("a", 2)}


def test_what_a_newer_version_adds_is_passed_over_without_a_word(session: SessionStore, folder: Path) -> None:
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
def test_a_damaged_visit_is_kept_aside_and_told_once(
    session: SessionStore, folder: Path, harm: Callable[[bytes], bytes], left: SavedVisit | bool | None
) -> None:
    session.save("s", "/p", VISIT)
    damaged = harm(only_file(folder).read_bytes())
    only_file(folder).write_bytes(damaged)
    visit = session.read("s", "/p")
    assert visit == left if left is not True else visit is not None
    (trouble,) = session.take_errors()
    assert trouble.kind is StorageErrorKind.VISIT_DAMAGED
    assert trouble.quarantined is not None
    assert trouble.quarantined.read_bytes() == damaged
    assert (session.read("s", "/p"), session.take_errors()) == (None, ())
    assert session.save("s", "/p", VISIT)
    assert session.read("s", "/p") == VISIT
    assert trouble.quarantined.read_bytes() == damaged


@pytest.mark.parametrize("seed", range(60))
def test_any_damage_leaves_a_session_that_works(session: SessionStore, folder: Path, seed: int) -> None:
    dice = random.Random(seed)
    session.save("s", "/p", VISIT)
    data = bytearray(only_file(folder).read_bytes())
    for _ in range(dice.choice((1, 2, 20))):
        data[dice.randrange(len(data))] = dice.choice(b'"0{}[]:,-x\x00\xff')
    only_file(folder).write_bytes(data)
    visit = session.read("s", "/p")
    if visit is not None:
        assert set(visit.locations({"event-3", "claim-1"}).by_section) <= {Section.TIMELINE, Section.CLAIMS}
    assert len(session.take_errors()) <= 1
    assert session.save("s", "/p", VISIT)
    assert session.read("s", "/p") == VISIT


def test_a_folder_in_the_place_of_a_visit_is_kept_aside(session: SessionStore, folder: Path) -> None:
    session.save("s", "/p", VISIT)
    file = only_file(folder)
    file.unlink()
    file.mkdir()
    assert session.save("s", "/p", VISIT)
    assert session.read("s", "/p") == VISIT
    assert [trouble.kind for trouble in session.take_errors()] == [StorageErrorKind.VISIT_DAMAGED]


def test_only_the_latest_stories_are_remembered(folder: Path) -> None:
    session = SessionStore(folder, keep_whole, limit=3)
    for number in range(5):
        session.save(f"story-{number}", "/p", VISIT)
        for file in folder.glob(f"story-{number}-*"):
            os.utime(file, (number, number))
    (folder / "notes.json").write_text("somebody else's")
    session.save("story-5", "/p", VISIT)
    assert sorted(name.name[:7] for name in folder.glob("story-*")) == ["story-3", "story-4", "story-5"]
    assert (folder / "notes.json").exists()


def test_where_nothing_can_be_kept_nothing_is_and_nothing_breaks(tmp_path: Path, seen: SnapshotStore) -> None:
    (tmp_path / "file").write_text("a file where a folder should be")

    def full(file: Path, data: bytes) -> None:
        raise SaveError(SaveProblem.FULL, file)

    for folder, keep in (
        (tmp_path / "file", keep_whole),
        (tmp_path / "file" / "deep", keep_whole),
        (tmp_path / "new", full),
    ):
        session, copies = SessionStore(folder, keep), SnapshotStore(folder, keep)
        assert not session.save("s", "/p", VISIT)
        assert not copies.save("s", "/p", b"story")
        assert (session.read("s", "/p"), copies.read("s", "/p")) == (None, None)
        assert (session.take_errors(), copies.take_errors()) == ((), ())
    assert not SessionStore(tmp_path, keep_whole).save("s", "/p", SavedVisit(pane="\ud800"))


def test_a_place_is_the_file_in_the_end_or_the_name_a_story_comes_with(tmp_path: Path) -> None:
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


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(data=st.binary(max_size=2000))
def test_a_story_comes_back_as_it_was_read(seen: SnapshotStore, data: bytes) -> None:
    assert seen.save("s", "/p", data)
    assert seen.read("s", "/p") == data


def test_a_copy_is_written_only_where_it_differs(folder: Path) -> None:
    written = []

    def counting(file: Path, data: bytes) -> None:
        written.append(len(data))
        keep_whole(file, data)

    seen = SnapshotStore(folder, counting)
    for data in (b"one " * 1000, b"one " * 1000, b"two " * 1000, b"one " * 1000):
        assert seen.save("s", "/p", data)
        assert seen.read("s", "/p") == data
    assert len(written) == 3
    assert max(written) < 200  # and packed


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_copy_is_no_copy_and_is_kept_aside(seen: SnapshotStore, folder: Path, seed: int) -> None:
    dice = random.Random(seed)
    assert seen.read("s", "/p") is None
    seen.save("s", "/p", dice.randbytes(500))
    data = bytearray(only_file(folder).read_bytes())
    if seed % 2:
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    else:
        del data[dice.randrange(len(data) - 8) :]  # without its very end it is still whole
    only_file(folder).write_bytes(data)
    assert seen.read("s", "/p") is None
    (trouble,) = seen.take_errors()
    assert trouble.kind is StorageErrorKind.SNAPSHOT_DAMAGED
    assert trouble.quarantined is not None
    assert trouble.quarantined.read_bytes() == bytes(data)
    assert seen.save("s", "/p", b"again")
    assert seen.read("s", "/p") == b"again"


def test_whether_a_copy_is_of_these_bytes_is_known_without_unpacking_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = SnapshotStore(tmp_path, keep_whole)
    assert not seen.matches("story", "place", b"one")
    seen.save("story", "place", b"one")
    monkeypatch.delattr("deepseek_tui.user_data.snapshots._decompress")
    assert seen.matches("story", "place", b"one")
    assert not seen.matches("story", "place", b"another")
    assert not seen.matches("other", "place", b"one")
