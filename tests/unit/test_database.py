"""A notebook always opens: what cannot be used is put aside, what cannot be written goes on in memory."""

import errno
import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.panes.annotations import NOTHING_MINE
from deepseek_tui.user_data.database import APPLICATION_ID, NotebookInUseError
from deepseek_tui.user_data.notebook import Notebook
from deepseek_tui.user_data.notebook_journal import journal_path
from deepseek_tui.user_data.storage_errors import StorageError, StorageErrorKind

NOON = datetime(2031, 5, 6, 12, 0, 7, tzinfo=UTC)
ITEMS = [f"item-{number}" for number in range(120)]
NOTE = "A note of several words, so that the notebook has some pages. " * 8


def opened(file: Path, timeout: float = 5.0) -> Notebook:
    return Notebook(file, now=lambda: NOON, timeout=timeout)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The bytes of a notebook with a note on every item, and of its journal."""
    file = tmp_path_factory.mktemp("written") / "notebook.sqlite3"
    with opened(file) as notebook:
        for ref in ITEMS:
            notebook.draft("s", ref, ref).finish(f"{ref}: {NOTE}")
    return file.read_bytes(), journal_path(file).read_bytes()


@pytest.fixture
def file(tmp_path: Path, written: tuple[bytes, bytes]) -> Path:
    """A notebook with a note on every item."""
    file = tmp_path / "notebook.sqlite3"
    for path, data in zip((file, journal_path(file)), written, strict=True):
        path.write_bytes(data)
    return file


def notes(notebook: Notebook) -> dict[str, str]:
    """The notes of the story, by item."""
    return {ref: mark.note for ref, mark in notebook.annotations("s").marks.items()}


ALL_NOTES = {ref: f"{ref}: {NOTE}" for ref in ITEMS}


def sql(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def only(notebook: Notebook) -> StorageError:
    (trouble,) = notebook.take_errors()
    assert notebook.take_errors() == ()
    return trouble


def works(notebook: Notebook) -> None:
    """Whatever has happened, the reader can go on marking."""
    assert notebook.toggle_bookmark("works", "item", "T")
    draft = notebook.draft("works", "item", "T")
    draft.save("No")
    draft.finish("Note.")
    assert notebook.annotations("works").marks["item"].note == "Note."


def test_a_sound_one_is_read_without_a_word(file: Path) -> None:
    with opened(file) as notebook:
        assert notebook.take_errors() == ()
        assert list(notebook.annotations("s").marks) == sorted(ITEMS)


def random_bytes(file: Path) -> None:
    file.write_bytes(random.Random(1).randbytes(5000))


def cut_off(file: Path) -> None:
    os.truncate(file, 5000)


def cut_in_its_header(file: Path) -> None:
    os.truncate(file, 50)


def cut_by_one_page(file: Path) -> None:
    os.truncate(file, file.stat().st_size - 4096)


def with_another_first_byte(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[0] ^= 0xFF
    file.write_bytes(data)


def with_a_page_of_noise(file: Path) -> None:
    data = bytearray(file.read_bytes())
    page = data.index(b"item-60: ") // 4096
    data[page * 4096 : (page + 1) * 4096] = b"\x5a" * 4096
    file.write_bytes(data)


def emptied(file: Path) -> None:
    os.truncate(file, 0)


def a_text(file: Path) -> None:
    file.write_text("not a database\n")


def left_by_its_database(file: Path) -> None:
    file.unlink()
    file.with_name(f"{file.name}-wal").write_bytes(b"a journal")


def another_programs(file: Path) -> None:
    file.unlink()
    sql(file, "CREATE TABLE recipes (name TEXT)")


def without_a_table(file: Path) -> None:
    sql(file, "DROP TABLE drafts")


def without_a_column(file: Path) -> None:
    sql(file, "ALTER TABLE marks DROP COLUMN note")


def of_no_version(file: Path) -> None:
    file.unlink()
    sql(file, f"PRAGMA application_id = {APPLICATION_ID}")


def from_the_future(file: Path) -> None:
    sql(file, "PRAGMA user_version = 99")


UNUSABLE: dict[Callable[[Path], None], StorageErrorKind] = {
    random_bytes: StorageErrorKind.DAMAGED,
    cut_off: StorageErrorKind.DAMAGED,
    cut_in_its_header: StorageErrorKind.DAMAGED,
    cut_by_one_page: StorageErrorKind.DAMAGED,
    with_another_first_byte: StorageErrorKind.DAMAGED,
    with_a_page_of_noise: StorageErrorKind.DAMAGED,
    emptied: StorageErrorKind.DAMAGED,
    a_text: StorageErrorKind.DAMAGED,
    left_by_its_database: StorageErrorKind.DAMAGED,
    another_programs: StorageErrorKind.FOREIGN,
    without_a_table: StorageErrorKind.FOREIGN,
    without_a_column: StorageErrorKind.FOREIGN,
    of_no_version: StorageErrorKind.FOREIGN,
    from_the_future: StorageErrorKind.NEWER,
}


@pytest.mark.parametrize("harm", UNUSABLE, ids=lambda harm: harm.__name__)
def test_what_cannot_be_used_is_kept_aside_and_told_once(file: Path, harm: Callable[[Path], None]) -> None:
    harm(file)
    before = {entry.name.removeprefix(file.name): entry.read_bytes() for entry in file.parent.glob(f"{file.name}*")}
    with opened(file) as notebook:
        trouble = only(notebook)
        kind = UNUSABLE[harm]
        aside = file.with_name(f"notebook.{kind.value}-20310506T120007Z.sqlite3")
        assert (trouble.kind, trouble.path, trouble.quarantined) == (kind, file, aside)
        assert {tail: Path(f"{aside}{tail}").read_bytes() for tail in before if tail != "-shm"} == before
        assert notebook.is_persistent
        works(notebook)
    with opened(file) as notebook:
        assert notebook.take_errors() == ()
        assert "item" in notebook.annotations("works").marks


@pytest.mark.parametrize("harm", UNUSABLE, ids=lambda harm: harm.__name__)
def test_every_note_of_an_unusable_notebook_is_restored_from_the_journal(file: Path, harm: Callable[[Path], None]) -> None:
    harm(file)
    with opened(file) as notebook:
        assert only(notebook).restored == len(ITEMS)
        assert notes(notebook) == ALL_NOTES
    with opened(file) as notebook:
        assert notes(notebook) == ALL_NOTES


def test_a_lost_notebook_is_restored_from_the_journal(file: Path) -> None:
    file.unlink()
    with opened(file) as notebook:
        trouble = only(notebook)
        assert (trouble.kind, trouble.restored) == (StorageErrorKind.MISSING, len(ITEMS))
        assert notes(notebook) == ALL_NOTES


def test_a_lost_journal_is_written_again_from_the_notebook(file: Path) -> None:
    journal_path(file).unlink()
    opened(file).close()
    cut_by_one_page(file)
    with opened(file) as notebook:
        assert notes(notebook) == ALL_NOTES


def test_nothing_that_was_put_aside_is_ever_overwritten(file: Path) -> None:
    for number in range(3):
        file.write_text(f"damage {number}")
        opened(file).close()
    kept = sorted(entry.read_text() for entry in file.parent.glob("*damaged*"))
    assert kept == ["damage 0", "damage 1", "damage 2"]


def test_a_folder_in_its_place_is_kept_aside(file: Path) -> None:
    file.unlink()
    (file / "inside").mkdir(parents=True)
    with opened(file) as notebook:
        aside = only(notebook).quarantined
        assert aside is not None
        assert (aside / "inside").is_dir()
        works(notebook)
        assert notebook.is_persistent


def test_a_folder_or_a_device_at_the_end_of_a_link_is_left_alone(file: Path, tmp_path: Path) -> None:
    pipe, folder = tmp_path / "pipe", tmp_path / "folder"
    folder.mkdir()
    os.mkfifo(pipe)
    for target in (pipe, folder):
        file.unlink()
        file.symlink_to(target)
        with opened(file) as notebook:
            assert only(notebook).kind is StorageErrorKind.OTHER
            assert not notebook.is_persistent
            works(notebook)
        assert target.exists()


def test_a_notebook_at_the_end_of_a_link_is_used_there(file: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "notes.db"
    file.rename(target)
    file.symlink_to(target)
    with opened(file) as notebook:
        assert len(notebook.annotations("s").marks) == len(ITEMS)
        works(notebook)
    assert file.is_symlink()
    with opened(target) as notebook:
        assert "item" in notebook.annotations("works").marks


@pytest.mark.parametrize("seed", range(40))
def test_any_damage_leaves_a_notebook_that_works(file: Path, seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray(file.read_bytes())
    for _ in range(dice.choice((1, 3, 30, 300))):
        data[dice.randrange(100 if dice.random() < 0.2 else len(data))] = dice.randrange(256)
    if dice.random() < 0.3:
        del data[dice.randrange(len(data)) :]
    file.write_bytes(data)
    with opened(file) as notebook:
        asides = [trouble.quarantined for trouble in notebook.take_errors()]
        notebook.annotations("s")
        works(notebook)
        later = [trouble.quarantined for trouble in notebook.take_errors()]
        assert notebook.is_persistent
    kept = [aside.read_bytes() for aside in (*asides, *later) if aside is not None]
    assert kept in ([], [bytes(data)]) or later  # what was found out later has been written to meanwhile
    with opened(file) as notebook:
        assert notebook.take_errors() == ()
        assert notebook.annotations("works").marks["item"].note == "Note."
        if asides or later:  # else the damage is in what a note says, which no check of SQLite's finds
            assert notes(notebook) == ALL_NOTES


def scribbled_over(file: Path) -> None:
    with file.open("r+b") as handle:
        handle.write(random.Random(2).randbytes(file.stat().st_size))


def test_damage_while_it_is_open_is_put_aside_for_both_dashboards(file: Path) -> None:
    with opened(file) as one, opened(file) as two:
        scribbled_over(file)
        one._database._connection.execute("PRAGMA shrink_memory")  # what is remembered of a file hides its damage
        works(one)
        assert only(one).kind is StorageErrorKind.DAMAGED
        assert two.toggle_bookmark("works", "second", "T")
        assert two.take_errors() == ()
        assert set(one.annotations("works").marks) == {"item", "second"}
        assert one.is_persistent
        assert two.is_persistent


def test_two_that_are_open_follow_a_third_that_found_the_damage(file: Path) -> None:
    with opened(file) as one, opened(file) as two:
        scribbled_over(file)
        with opened(file) as third:
            assert only(third).kind is StorageErrorKind.DAMAGED
            works(third)
        assert one.changed_elsewhere()
        assert two.toggle_bookmark("works", "second", "T")
        assert set(one.annotations("works").marks) == {"item", "second"}
        assert (one.take_errors(), two.take_errors()) == ((), ())


def test_a_notebook_that_is_removed_while_it_is_open_is_restored(file: Path) -> None:
    with opened(file) as one, opened(file) as two:
        draft = one.draft("s", "item", "T")
        draft.save("Written")
        for entry in file.parent.glob(f"{file.name}*"):
            entry.unlink()
        assert one.changed_elsewhere()
        draft.save("Written on")
        two.toggle_bookmark("works", "second", "T")
        assert draft.finish("Written on.") == "Written on."
        assert set(two.annotations("s").marks) == {*ITEMS, "item"}
        assert set(one.annotations("works").marks) == {"second"}


def nowhere(file: Path) -> Path:
    file.write_text("a file where a folder should be")
    return file / "deepseek-tui" / "notebook.sqlite3"


def folder_is_a_file(file: Path) -> Path:
    file.write_text("a file where a folder should be")
    return file / "notebook.sqlite3"


def too_long_a_name(file: Path) -> Path:
    return file.with_name("n" * 300)


def impossible_name(file: Path) -> Path:
    return file.with_name("note\0book")


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        (nowhere, StorageErrorKind.NO_PLACE),
        (folder_is_a_file, StorageErrorKind.NO_PLACE),
        (too_long_a_name, StorageErrorKind.NO_PLACE),
        (impossible_name, StorageErrorKind.OTHER),
        (lambda _: Path("/proc/nowhere/notebook.sqlite3"), StorageErrorKind.NO_PLACE),
        (lambda _: Path("/dev/null/notebook.sqlite3"), StorageErrorKind.NO_PLACE),
    ],
)
def test_where_there_can_be_no_notebook_one_in_memory_says_so(
    file: Path, place: Callable[[Path], Path], kind: StorageErrorKind
) -> None:
    with opened(place(file)) as notebook:
        assert not notebook.is_persistent
        assert only(notebook).kind is kind
        assert notebook.annotations("s") == NOTHING_MINE
        assert not notebook.changed_elsewhere()
        works(notebook)


@contextmanager
def as_anybody() -> Iterator[None]:
    """Without the powers of root, for whom nothing is read-only."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that anybody can reach, as the parents of tmp_path are not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for entry in (folder, *folder.rglob("*")):
        entry.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("protected", ["folder", "file", "both"])
def test_a_read_only_notebook_is_read_and_goes_on_in_memory(file: Path, open_folder: Path, protected: str) -> None:
    there = shutil.copy(file, open_folder / file.name)
    if os.geteuid() == 0 and protected == "file":
        os.chown(open_folder, 65534, -1)
    there.chmod(0o444 if protected != "folder" else 0o666)
    open_folder.chmod(0o755 if protected == "file" else 0o555)
    with as_anybody(), opened(there) as notebook:
        assert not notebook.is_persistent
        assert only(notebook).kind is StorageErrorKind.READ_ONLY
        assert len(notebook.annotations("s").marks) == len(ITEMS)
        works(notebook)
    assert there.read_bytes() == file.read_bytes()


def test_notes_of_a_full_disk_join_the_notebook_later_where_the_journal_has_them(file: Path) -> None:
    with opened(file) as notebook:
        notebook._database._connection.execute("PRAGMA max_page_count = 1")  # SQLite's own way to be full
        draft = notebook.draft("s", "new", "T")
        draft.save(NOTE * 100)
        assert draft.finish(NOTE * 100) == NOTE * 100
        trouble = only(notebook)
        assert (trouble.kind, trouble.journal) == (StorageErrorKind.FULL, journal_path(file))
        assert not notebook.is_persistent
        assert set(notebook.annotations("s").marks) == {*ITEMS, "new"}
        works(notebook)
    with opened(file) as notebook:
        assert set(notebook.annotations("s").marks) == {*ITEMS, "new"}
        assert set(notebook.annotations("works").marks) == {"item"}


def test_a_notebook_in_use_can_be_read_and_takes_the_note_when_it_is_free(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as holder, opened(file, timeout=0.01) as notebook:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotebookInUseError):
            notebook.toggle_bookmark("s", "new", "T", shown=False)
        assert notes(notebook) == ALL_NOTES
        with pytest.raises(NotebookInUseError):
            opened(file, timeout=0.01)
        holder.execute("ROLLBACK")
        assert notebook.is_persistent
        assert notebook.toggle_bookmark("s", "other", "T", shown=False)
        assert notebook.take_errors() == ()
    with opened(file) as notebook:  # the edit that failed was in the journal
        assert {"new", "other"} <= set(notebook.annotations("s").marks)


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_file_system_without_locks_keeps_every_note(file: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def refuse(_descriptor: int, _operation: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("fcntl.flock", refuse)
    with opened(file) as notebook:
        assert notebook.is_persistent
        works(notebook)
        assert notebook.take_errors() == ()
    with opened(file) as notebook:
        assert notes(notebook) == ALL_NOTES
        assert "item" in notebook.annotations("works").marks


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", StorageErrorKind)
def test_every_trouble_has_a_sentence_that_a_terminal_cannot_obey(kind: StorageErrorKind, language: str) -> None:
    words = words_in(language).notebook
    trouble = StorageError(kind, Path("/p/\x1b[31mnotebook"), Path("/p/\x1b[31maside"), restored=3, reason="\x1bwhy")
    said = trouble.message(words, language)
    assert "\x1b" not in said
    assert "{" not in said
    assert "␛" in said
    assert "3" in said
