"""Database of the notebook: recovery from damaged, deleted, locked and unwritable files."""

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
from deepseek_tui.panes.annotations import NO_ANNOTATIONS
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
    """Return the bytes of an annotated notebook and of its journal."""
    file = tmp_path_factory.mktemp("written") / "notebook.sqlite3"
    with opened(file) as notebook:
        for ref in ITEMS:
            notebook.draft("s", ref, ref).finish(f"{ref}: {NOTE}")
    return file.read_bytes(), journal_path(file).read_bytes()


@pytest.fixture
def file(tmp_path: Path, written: tuple[bytes, bytes]) -> Path:
    """Return the path of a notebook with a note on every item."""
    file = tmp_path / "notebook.sqlite3"
    for path, data in zip((file, journal_path(file)), written, strict=True):
        path.write_bytes(data)
    return file


def notes(notebook: Notebook) -> dict[str, str]:
    """Return the notes of the story by item."""
    return {ref: mark.note for ref, mark in notebook.annotations("s").marks.items()}


ALL_NOTES = {ref: f"{ref}: {NOTE}" for ref in ITEMS}


def sql(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def only_error(notebook: Notebook) -> StorageError:
    (error,) = notebook.take_errors()
    assert notebook.take_errors() == ()
    return error


def check_works(notebook: Notebook) -> None:
    """Check that bookmarks and notes can be written."""
    assert notebook.toggle_bookmark("works", "item", "T")
    draft = notebook.draft("works", "item", "T")
    draft.save("No")
    draft.finish("Note.")
    assert notebook.annotations("works").marks["item"].note == "Note."


def test_intact_notebook_is_read_without_errors(file: Path) -> None:
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
def test_unusable_notebook_file_is_quarantined_and_reported_once(file: Path, harm: Callable[[Path], None]) -> None:
    harm(file)
    before = {entry.name.removeprefix(file.name): entry.read_bytes() for entry in file.parent.glob(f"{file.name}*")}
    with opened(file) as notebook:
        error = only_error(notebook)
        kind = UNUSABLE[harm]
        target = file.with_name(f"notebook.{kind.value}-20310506T120007Z.sqlite3")
        assert (error.kind, error.path, error.quarantined) == (kind, file, target)
        assert {tail: Path(f"{target}{tail}").read_bytes() for tail in before if tail != "-shm"} == before
        assert notebook.is_persistent
        check_works(notebook)
    with opened(file) as notebook:
        assert notebook.take_errors() == ()
        assert "item" in notebook.annotations("works").marks


@pytest.mark.parametrize("harm", UNUSABLE, ids=lambda harm: harm.__name__)
def test_notes_of_an_unusable_notebook_are_restored_from_the_journal(file: Path, harm: Callable[[Path], None]) -> None:
    harm(file)
    with opened(file) as notebook:
        assert only_error(notebook).restored == len(ITEMS)
        assert notes(notebook) == ALL_NOTES
    with opened(file) as notebook:
        assert notes(notebook) == ALL_NOTES


def test_deleted_notebook_is_restored_from_the_journal(file: Path) -> None:
    file.unlink()
    with opened(file) as notebook:
        error = only_error(notebook)
        assert (error.kind, error.restored) == (StorageErrorKind.MISSING, len(ITEMS))
        assert notes(notebook) == ALL_NOTES


def test_deleted_journal_is_rewritten_from_the_notebook(file: Path) -> None:
    journal_path(file).unlink()
    opened(file).close()
    cut_by_one_page(file)
    with opened(file) as notebook:
        assert notes(notebook) == ALL_NOTES


def test_quarantined_notebook_file_is_never_overwritten(file: Path) -> None:
    for number in range(3):
        file.write_text(f"damage {number}")
        opened(file).close()
    kept = sorted(entry.read_text() for entry in file.parent.glob("*damaged*"))
    assert kept == ["damage 0", "damage 1", "damage 2"]


def test_folder_in_place_of_the_notebook_file_is_quarantined(file: Path) -> None:
    file.unlink()
    (file / "inside").mkdir(parents=True)
    with opened(file) as notebook:
        target = only_error(notebook).quarantined
        assert target is not None
        assert (target / "inside").is_dir()
        check_works(notebook)
        assert notebook.is_persistent


def test_folder_or_device_that_the_notebook_link_points_to_is_unchanged(file: Path, tmp_path: Path) -> None:
    pipe, folder = tmp_path / "pipe", tmp_path / "folder"
    folder.mkdir()
    os.mkfifo(pipe)
    for target in (pipe, folder):
        file.unlink()
        file.symlink_to(target)
        with opened(file) as notebook:
            assert only_error(notebook).kind is StorageErrorKind.OTHER
            assert not notebook.is_persistent
            check_works(notebook)
        assert target.exists()


def test_notebook_that_is_a_symbolic_link_is_used_at_the_target(file: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "notes.db"
    file.rename(target)
    file.symlink_to(target)
    with opened(file) as notebook:
        assert len(notebook.annotations("s").marks) == len(ITEMS)
        check_works(notebook)
    assert file.is_symlink()
    with opened(target) as notebook:
        assert "item" in notebook.annotations("works").marks


@pytest.mark.parametrize("seed", range(40))
def test_notebook_works_after_random_damage(file: Path, seed: int) -> None:
    rng = random.Random(seed)
    data = bytearray(file.read_bytes())
    for _ in range(rng.choice((1, 3, 30, 300))):
        data[rng.randrange(100 if rng.random() < 0.2 else len(data))] = rng.randrange(256)
    if rng.random() < 0.3:
        del data[rng.randrange(len(data)) :]
    file.write_bytes(data)
    with opened(file) as notebook:
        quarantined = [error.quarantined for error in notebook.take_errors()]
        notebook.annotations("s")
        check_works(notebook)
        later = [error.quarantined for error in notebook.take_errors()]
        assert notebook.is_persistent
    kept = [path.read_bytes() for path in (*quarantined, *later) if path is not None]
    # If the damage is found only later, the file has been written to in between.
    assert kept in ([], [bytes(data)]) or later
    with opened(file) as notebook:
        assert notebook.take_errors() == ()
        assert notebook.annotations("works").marks["item"].note == "Note."
        if quarantined or later:  # Without a reported error, only the text of a note is damaged, which SQLite cannot detect.
            assert notes(notebook) == ALL_NOTES


def overwrite_with_noise(file: Path) -> None:
    with file.open("r+b") as handle:
        handle.write(random.Random(2).randbytes(file.stat().st_size))


def test_both_dashboards_recover_when_their_open_notebook_is_damaged(file: Path) -> None:
    with opened(file) as one, opened(file) as two:
        overwrite_with_noise(file)
        # SQLite must drop the cached pages, which would hide the damage.
        one._database._connection.execute("PRAGMA shrink_memory")
        check_works(one)
        assert only_error(one).kind is StorageErrorKind.DAMAGED
        assert two.toggle_bookmark("works", "second", "T")
        assert two.take_errors() == ()
        assert set(one.annotations("works").marks) == {"item", "second"}
        assert one.is_persistent
        assert two.is_persistent


def test_open_notebooks_use_the_new_file_after_another_process_replaced_a_damaged_one(file: Path) -> None:
    with opened(file) as one, opened(file) as two:
        overwrite_with_noise(file)
        with opened(file) as third:
            assert only_error(third).kind is StorageErrorKind.DAMAGED
            check_works(third)
        assert one.changed_elsewhere()
        assert two.toggle_bookmark("works", "second", "T")
        assert set(one.annotations("works").marks) == {"item", "second"}
        assert (one.take_errors(), two.take_errors()) == ((), ())


def test_notebook_deleted_while_open_is_restored(file: Path) -> None:
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


def missing_folder(file: Path) -> Path:
    file.write_text("a file in place of a folder")
    return file / "deepseek-tui" / "notebook.sqlite3"


def folder_is_a_file(file: Path) -> Path:
    file.write_text("a file in place of a folder")
    return file / "notebook.sqlite3"


def too_long_a_name(file: Path) -> Path:
    return file.with_name("n" * 300)


def impossible_name(file: Path) -> Path:
    return file.with_name("note\0book")


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        (missing_folder, StorageErrorKind.NO_PLACE),
        (folder_is_a_file, StorageErrorKind.NO_PLACE),
        (too_long_a_name, StorageErrorKind.NO_PLACE),
        (impossible_name, StorageErrorKind.OTHER),
        (lambda _: Path("/proc/nowhere/notebook.sqlite3"), StorageErrorKind.NO_PLACE),
        (lambda _: Path("/dev/null/notebook.sqlite3"), StorageErrorKind.NO_PLACE),
    ],
)
def test_unusable_notebook_path_is_reported_and_annotations_are_kept_in_memory(
    file: Path, place: Callable[[Path], Path], kind: StorageErrorKind
) -> None:
    with opened(place(file)) as notebook:
        assert not notebook.is_persistent
        assert only_error(notebook).kind is kind
        assert notebook.annotations("s") == NO_ANNOTATIONS
        assert not notebook.changed_elsewhere()
        check_works(notebook)


@contextmanager
def unprivileged() -> Iterator[None]:
    """Drop the privileges of root, for whom no file is read-only."""
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
    """Yield a folder that every user can reach.

    The parents of `tmp_path` cannot be reached by every user.
    """
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for entry in (folder, *folder.rglob("*")):
        entry.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("protected", ["folder", "file", "both"])
def test_read_only_notebook_is_read_and_new_annotations_are_kept_in_memory(
    file: Path, open_folder: Path, protected: str
) -> None:
    there = shutil.copy(file, open_folder / file.name)
    if os.geteuid() == 0 and protected == "file":
        os.chown(open_folder, 65534, -1)
    there.chmod(0o444 if protected != "folder" else 0o666)
    open_folder.chmod(0o755 if protected == "file" else 0o555)
    with unprivileged(), opened(there) as notebook:
        assert not notebook.is_persistent
        assert only_error(notebook).kind is StorageErrorKind.READ_ONLY
        assert len(notebook.annotations("s").marks) == len(ITEMS)
        check_works(notebook)
    assert there.read_bytes() == file.read_bytes()


def test_notes_written_on_a_full_disk_are_replayed_from_the_journal(file: Path) -> None:
    with opened(file) as notebook:
        notebook._database._connection.execute("PRAGMA max_page_count = 1")  # With this limit, SQLite reports a full disk.
        draft = notebook.draft("s", "new", "T")
        draft.save(NOTE * 100)
        assert draft.finish(NOTE * 100) == NOTE * 100
        error = only_error(notebook)
        assert (error.kind, error.journal) == (StorageErrorKind.FULL, journal_path(file))
        assert not notebook.is_persistent
        assert set(notebook.annotations("s").marks) == {*ITEMS, "new"}
        check_works(notebook)
    with opened(file) as notebook:
        assert set(notebook.annotations("s").marks) == {*ITEMS, "new"}
        assert set(notebook.annotations("works").marks) == {"item"}


def test_locked_notebook_is_readable_and_stores_the_note_when_unlocked(file: Path) -> None:
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
    with opened(file) as notebook:  # The edit that failed was still in the journal and is applied now.
        assert {"new", "other"} <= set(notebook.annotations("s").marks)


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_no_note_is_lost_on_a_file_system_without_locks(file: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def refuse(_descriptor: int, _operation: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("fcntl.flock", refuse)
    with opened(file) as notebook:
        assert notebook.is_persistent
        check_works(notebook)
        assert notebook.take_errors() == ()
    with opened(file) as notebook:
        assert notes(notebook) == ALL_NOTES
        assert "item" in notebook.annotations("works").marks


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", StorageErrorKind)
def test_every_storage_error_has_a_message_without_control_characters(kind: StorageErrorKind, language: str) -> None:
    words = words_in(language).notebook
    error = StorageError(kind, Path("/p/\x1b[31mnotebook"), Path("/p/\x1b[31maside"), restored=3, reason="\x1bwhy")
    message = error.message(words, language)
    assert "\x1b" not in message
    assert "{" not in message
    assert "␛" in message
    assert "3" in message
