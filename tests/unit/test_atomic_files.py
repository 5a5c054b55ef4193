"""Atomic file writes: permissions, links, errors and simulated crashes."""

import errno
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.i18n.languages import LANGUAGES
from deepseek_tui.user_data import atomic_files
from deepseek_tui.user_data.atomic_files import SaveError, SaveProblem, replace, save

CALLS = ("open", "write", "fsync", "fchmod", "fchown", "close", "link", "replace", "unlink", "fstat", "stat", "access")


class SimulatedCrash(BaseException):
    """Raised in place of the end of the process."""


def patch_os(monkeypatch: pytest.MonkeyPatch, **calls: Callable[..., Any]) -> None:
    """Replace functions of `os` in the module under test."""
    names = {name: getattr(os, name) for name in dir(os)}
    monkeypatch.setattr(atomic_files, "os", SimpleNamespace(**(names | calls)))


def failing(number: int) -> Callable[..., Any]:
    def call(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return call


def save_error(path: str | Path, *, overwrite: bool = False, data: bytes = b"new") -> SaveError:
    with pytest.raises(SaveError) as caught:
        save(path, data, overwrite=overwrite)
    return caught.value


def names_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_saving_a_new_file_is_complete_and_leaves_no_temporary_file(tmp_path: Path) -> None:
    save(tmp_path / "a.md", b"new", overwrite=False)
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert names_in(tmp_path) == ["a.md"]


def test_existing_file_is_kept_when_overwrite_is_false(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    assert save_error(path).kind is SaveProblem.EXISTS
    assert path.read_bytes() == b"old"
    save(path, b"new", overwrite=True)
    assert path.read_bytes() == b"new"
    assert names_in(tmp_path) == ["a.md"]


@pytest.mark.parametrize("found", [b"other", b"ol", b"old and more", b"", None])
def test_file_with_other_content_than_expected_is_kept(tmp_path: Path, found: bytes | None) -> None:
    path = tmp_path / "a.md"
    if found is not None:
        path.write_bytes(found)
    with pytest.raises(SaveError) as caught:
        replace(path, b"new", b"old")
    assert caught.value.kind is SaveProblem.CHANGED
    assert (path.read_bytes() if path.exists() else None) == found
    assert names_in(tmp_path) == ([] if found is None else ["a.md"])


def test_file_with_the_expected_content_is_replaced_also_through_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "a.md", tmp_path / "link.md"
    path.write_bytes(b"old")
    link.symlink_to(path)
    replace(link, b"new", b"old")
    assert path.read_bytes() == b"new"
    assert link.is_symlink()
    with pytest.raises(SaveError) as caught:
        replace(link, b"newer", b"old")
    assert caught.value.kind is SaveProblem.CHANGED
    assert path.read_bytes() == b"new"


def test_file_that_changes_while_the_new_content_is_written_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def written_meanwhile(handle: int) -> None:
        path.write_bytes(b"of another program")
        os.fsync(handle)

    patch_os(monkeypatch, fsync=written_meanwhile)
    with pytest.raises(SaveError) as caught:
        replace(path, b"new", b"old")
    assert caught.value.kind is SaveProblem.CHANGED
    assert path.read_bytes() == b"of another program"
    assert names_in(tmp_path) == ["a.md"]


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_new_file_has_the_permissions_of_the_umask(tmp_path: Path, umask: int, mode: int) -> None:
    before = os.umask(umask)
    try:
        save(tmp_path / "a.md", b"new", overwrite=False)
        save(tmp_path / "b.md", b"new", overwrite=True)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == mode
    assert stat.S_IMODE((tmp_path / "b.md").stat().st_mode) == mode


def test_private_file_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    target = tmp_path / "target.md"
    (tmp_path / "link.md").symlink_to(target)
    for name in ("a.md", "link.md"):
        save(tmp_path / name, b"new", overwrite=True, private=True)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o600
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_overwritten_file_has_the_permissions_of_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    save(path, b"new", overwrite=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_symbolic_link_is_kept_when_the_target_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    target = tmp_path / "far" / "a.md"
    target.write_bytes(b"old")
    (tmp_path / "link.md").symlink_to(target)
    assert save_error(tmp_path / "link.md").kind is SaveProblem.EXISTS
    save(tmp_path / "link.md", b"new", overwrite=True)
    assert (tmp_path / "link.md").is_symlink()
    assert target.read_bytes() == b"new"
    assert names_in(tmp_path / "far") == ["a.md"]


def test_saving_to_a_dangling_symbolic_link_creates_the_target(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("a.md")
    save(tmp_path / "link.md", b"new", overwrite=False)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_symbolic_link_that_the_system_refuses_to_follow_is_reported_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Linux may refuse to follow a link of another user in a folder such as /tmp.
    (tmp_path / "link.md").symlink_to("a.md")
    (tmp_path / "a.md").write_bytes(b"old")

    def refusing(name: bytes, *rest: Any) -> int:
        if name == os.fsencode(tmp_path / "link.md"):
            raise PermissionError(errno.EACCES, "not this link")
        return os.open(name, *rest)

    patch_os(monkeypatch, open=refusing)
    assert save_error(tmp_path / "link.md", overwrite=True).kind is SaveProblem.DENIED
    (tmp_path / "a.md").unlink()
    assert save_error(tmp_path / "link.md").kind is SaveProblem.DENIED
    assert names_in(tmp_path) == ["link.md"]


@pytest.mark.parametrize("call", ["write", "fsync", "replace", "readlink"])
def test_failed_save_through_a_symbolic_link_leaves_the_old_file_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "link.md").symlink_to("far/a.md")
    patch_os(monkeypatch, **{call: failing(errno.EIO)})
    assert save_error(tmp_path / "link.md").kind is SaveProblem.OTHER
    if call != "readlink":  # If readlink fails, the path of the created file is unknown, and the file stays.
        assert names_in(tmp_path / "far") == []
    (tmp_path / "far" / "a.md").write_bytes(b"old")
    assert save_error(tmp_path / "link.md", overwrite=True).kind is SaveProblem.OTHER
    assert (tmp_path / "far" / "a.md").read_bytes() == b"old"
    assert names_in(tmp_path / "far") == ["a.md"]


def test_file_created_during_the_save_at_the_target_of_a_link_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "link.md").symlink_to("a.md")

    def late(*arguments: Any) -> int:
        (tmp_path / "a.md").write_bytes(b"of another program")
        return os.open(*arguments)

    patch_os(monkeypatch, open=late)
    assert save_error(tmp_path / "link.md").kind is SaveProblem.EXISTS
    assert (tmp_path / "a.md").read_bytes() == b"of another program"
    assert names_in(tmp_path) == ["a.md", "link.md"]


def test_overwriting_a_hard_link_leaves_the_old_content_under_the_other_names(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "other.md").hardlink_to(tmp_path / "a.md")
    save(tmp_path / "a.md", b"new", overwrite=True)
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert (tmp_path / "other.md").read_bytes() == b"old"
    assert (tmp_path / "other.md").stat().st_nlink == 1


def test_file_name_without_a_folder_is_saved_in_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    save("a.md", b"new", overwrite=False)
    assert names_in(tmp_path) == ["a.md"]


def test_file_created_by_another_program_during_a_save_is_kept_without_overwrite(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"

    def fsync(handle: int) -> None:
        path.write_bytes(b"of another program")

    patch_os(monkeypatch, fsync=fsync)
    assert save_error(path).kind is SaveProblem.EXISTS
    assert path.read_bytes() == b"of another program"
    assert names_in(tmp_path) == ["a.md"]


def test_file_created_by_another_program_during_a_save_is_replaced_with_overwrite(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"

    def fsync(handle: int) -> None:
        if not path.exists():  # The call of fsync for the folder comes when the file exists already.
            path.write_bytes(b"of another program")

    patch_os(monkeypatch, fsync=fsync)
    save(path, b"new", overwrite=True)
    assert path.read_bytes() == b"new"
    assert names_in(tmp_path) == ["a.md"]


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP])
def test_file_is_saved_on_a_file_system_without_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    patch_os(monkeypatch, link=failing(number))
    save(tmp_path / "a.md", b"new", overwrite=False)
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert names_in(tmp_path) == ["a.md"]

    patch_os(monkeypatch, link=failing(number), fsync=lambda _: (tmp_path / "b.md").write_bytes(b"of another program"))
    assert save_error(tmp_path / "b.md").kind is SaveProblem.EXISTS
    assert (tmp_path / "b.md").read_bytes() == b"of another program"

    patch_os(monkeypatch, link=failing(number), replace=failing(errno.EIO))
    assert save_error(tmp_path / "c.md").kind is SaveProblem.OTHER
    assert names_in(tmp_path) == ["a.md", "b.md"]


def test_saving_to_the_path_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    assert save_error(tmp_path / "a.md").kind is SaveProblem.DIRECTORY
    assert save_error(tmp_path / "a.md", overwrite=True).kind is SaveProblem.DIRECTORY


def test_saving_to_a_pipe_or_device_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert save_error(tmp_path / "pipe", overwrite=True).kind is SaveProblem.NOT_A_FILE
    for device in ("/dev/null", "/dev/full"):
        assert save_error(device, overwrite=True).kind is SaveProblem.NOT_A_FILE


def test_saving_into_a_missing_folder_is_refused(tmp_path: Path) -> None:
    assert save_error(tmp_path / "missing" / "a.md").kind is SaveProblem.NO_FOLDER
    (tmp_path / "file").write_bytes(b"")
    assert save_error(tmp_path / "file" / "a.md").kind is SaveProblem.NOT_A_FOLDER


def test_saving_under_an_impossible_file_name_is_refused(tmp_path: Path) -> None:
    assert save_error(tmp_path / ("x" * 300 + ".md")).kind is SaveProblem.NAME_TOO_LONG
    assert save_error(tmp_path / "a\0b.md").kind is SaveProblem.BAD_NAME
    assert save_error(str(tmp_path / "a\ud800b.md")).kind is SaveProblem.BAD_NAME
    assert names_in(tmp_path) == []


def test_saving_to_a_loop_of_symbolic_links_is_refused_with_a_message(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert "a" in str(save_error(tmp_path / "a"))


@pytest.fixture
def plain_folder(tmp_path: Path) -> Iterator[Path]:
    """Yield a folder of an unprivileged user, as whom the test runs."""
    if os.geteuid():
        yield tmp_path
        return
    nobody = 65534
    with tempfile.TemporaryDirectory() as name:  # Other users have no access to `tmp_path`.
        os.chown(name, nobody, nobody)
        try:
            os.setresuid(nobody, nobody, 0)
            if not os.access(name, os.W_OK):
                pytest.skip("the temporary folder is accessible to root only")
            yield Path(name)
        finally:
            os.setresuid(0, 0, 0)


def test_saving_into_a_folder_without_write_permission_is_refused(plain_folder: Path) -> None:
    (plain_folder / "a.md").write_bytes(b"old")
    plain_folder.chmod(0o500)
    assert save_error(plain_folder / "a.md", overwrite=True).kind is SaveProblem.DENIED
    assert save_error(plain_folder / "b.md").kind is SaveProblem.DENIED
    assert (plain_folder / "a.md").read_bytes() == b"old"
    assert names_in(plain_folder) == ["a.md"]


def test_overwriting_a_write_protected_file_is_refused(plain_folder: Path) -> None:
    (plain_folder / "a.md").write_bytes(b"old")
    (plain_folder / "a.md").chmod(0o444)
    assert save_error(plain_folder / "a.md", overwrite=True).kind is SaveProblem.PROTECTED
    assert (plain_folder / "a.md").read_bytes() == b"old"


def test_double_dot_in_a_path_is_resolved_after_symbolic_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "far" / "in").mkdir(parents=True)
    (tmp_path / "near").symlink_to(tmp_path / "far" / "in")
    # The system resolves ".." to the parent of the target of the link.
    save(tmp_path / "near" / ".." / "a.md", b"new", overwrite=False)
    assert names_in(tmp_path / "far") == ["a.md", "in"]
    monkeypatch.chdir(tmp_path / "near")
    save("b.md", b"new", overwrite=False)
    save("../in/../c.md", b"new", overwrite=False)
    assert (names_in(tmp_path / "far"), names_in(tmp_path / "far" / "in")) == (["a.md", "c.md", "in"], ["b.md"])
    assert names_in(tmp_path) == ["far", "near"]


def test_path_with_a_missing_folder_before_a_double_dot_is_refused(tmp_path: Path) -> None:
    assert save_error(tmp_path / "missing" / ".." / "a.md").kind is SaveProblem.NO_FOLDER
    assert save_error(f"{tmp_path}/a.md/").kind is SaveProblem.NO_FOLDER
    (tmp_path / "file").write_bytes(b"old")
    assert save_error(tmp_path / "file" / ".." / "a.md").kind is SaveProblem.NOT_A_FOLDER
    assert save_error("", overwrite=True).kind is SaveProblem.DIRECTORY
    assert names_in(tmp_path) == ["file"]
    assert (tmp_path / "file").read_bytes() == b"old"


def test_file_name_that_is_not_utf_8_can_be_saved_and_is_shown_escaped(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.md"
    try:
        save(os.fsdecode(name), b"new", overwrite=False)
    except SaveError as error:
        assert error.kind is SaveProblem.BAD_NAME  # noqa: PT017 - some file systems accept only UTF-8
        return
    assert os.listdir(os.fsencode(tmp_path)) == [b"caf\xe9.md"]  # noqa: PTH208 - bytes
    refused = save_error(os.fsdecode(name))
    assert refused.kind is SaveProblem.EXISTS
    assert "caf<U+DCE9>.md" in refused.message(words_in("fr").export)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.EACCES, SaveProblem.DENIED),
        (errno.EPERM, SaveProblem.DENIED),
        (errno.EROFS, SaveProblem.READ_ONLY),
        (errno.ENOSPC, SaveProblem.FULL),
        (errno.EDQUOT, SaveProblem.FULL),
        (errno.EFBIG, SaveProblem.TOO_LARGE),
        (errno.EIO, SaveProblem.OTHER),
    ],
)
@pytest.mark.parametrize("call", ["open", "write", "fsync", "close"])
def test_each_system_error_becomes_a_specific_save_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, kind: SaveProblem
) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    patch_os(monkeypatch, **{call: failing(number)})
    assert save_error(tmp_path / "a.md", overwrite=True).kind is kind
    assert save_error(tmp_path / "b.md").kind is kind
    assert (tmp_path / "a.md").read_bytes() == b"old"
    assert names_in(tmp_path) == ["a.md"]


def test_file_without_write_access_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    patch_os(monkeypatch, access=lambda *_: False)
    assert save_error(tmp_path / "a.md", overwrite=True).kind is SaveProblem.PROTECTED


def test_saving_succeeds_when_the_folder_cannot_be_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "no")

    patch_os(monkeypatch, fsync=fsync)
    save(tmp_path / "a.md", b"new", overwrite=False)
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_content_is_synced_before_renaming_and_the_folder_before_returning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []

    def recorded(name: str) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            order.append(name)
            return getattr(os, name)(*args, **options)

        return call

    patch_os(monkeypatch, **{name: recorded(name) for name in ("write", "fsync", "link", "replace")})
    save(tmp_path / "a.md", b"new", overwrite=False)
    assert order == ["write", "fsync", "link", "fsync"]
    order.clear()
    save(tmp_path / "a.md", b"new", overwrite=True)
    assert order == ["write", "fsync", "replace", "fsync"]


def test_partial_write_is_continued_until_all_bytes_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    patch_os(monkeypatch, write=lambda handle, data: os.write(handle, data[:7]))
    data = bytes(range(256)) * 4
    save(tmp_path / "a.md", data, overwrite=False)
    assert (tmp_path / "a.md").read_bytes() == data


@pytest.mark.parametrize("links", [True, False], ids=["links", "no-links"])
@pytest.mark.parametrize("old", [b"old", None], ids=["over", "new"])
def test_crash_at_any_system_call_leaves_the_complete_old_or_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: bytes | None, links: bool
) -> None:
    """Simulate a crash before and after each system call, without any clean-up."""
    number, finished = 0, False
    while not finished:
        for after in (False, True):
            folder = tmp_path / f"{number}-{after}"
            folder.mkdir()
            path = folder / "a.md"
            if old is not None:
                path.write_bytes(old)
            finished = not _crashes(monkeypatch, path, number, after=after, old=old, links=links)
            found = path.read_bytes() if path.exists() else None
            allowed = (
                [old, b"new"] if links or old is not None else [old, b"", b"new"]
            )  # An empty file reserves the name on file systems without hard links.
            assert found in allowed
            if finished:
                assert found == b"new"
        number += 1
    assert number > 5


def _crashes(
    monkeypatch: pytest.MonkeyPatch, path: Path, number: int, *, after: bool, old: bytes | None, links: bool
) -> bool:
    """Return whether the save reached the call at which it crashes."""
    count = 0

    def crashing(name: str) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            nonlocal count
            count += 1
            if count > number + 1:
                raise SimulatedCrash
            if count == number + 1 and not after:
                raise SimulatedCrash
            if name == "link" and not links:
                raise OSError(errno.EPERM, "no links here")
            result = getattr(os, name)(*args, **options)
            if count == number + 1:
                raise SimulatedCrash
            return result

        return call

    patch_os(monkeypatch, **{name: crashing(name) for name in CALLS})
    try:
        save(path, b"new", overwrite=old is not None)
    except SimulatedCrash:
        return True
    return False


def test_interrupted_save_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    patch_os(monkeypatch, write=interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(tmp_path / "a.md", b"new", overwrite=False)
    assert names_in(tmp_path) == []


def test_saving_a_file_above_the_process_size_limit_is_refused(tmp_path: Path) -> None:
    program = (
        "import resource, sys\n"
        "from deepseek_tui.user_data.atomic_files import SaveError, save\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n"
        "    save(sys.argv[1], b'x' * 10000, overwrite=True)\n"
        "except SaveError as error:\n"
        "    print(error.kind.value)\n"
    )
    (tmp_path / "a.md").write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.md")], capture_output=True, text=True, check=True
    )
    assert done.stdout == "too-large\n"
    assert (tmp_path / "a.md").read_bytes() == b"old"
    assert names_in(tmp_path) == ["a.md"]


def test_every_save_problem_has_a_message_in_every_language() -> None:
    for words in (words_in(language).export for language in LANGUAGES):
        assert set(words.trouble) == {kind.value for kind in SaveProblem}
        for kind in SaveProblem:
            sentence = SaveError(kind, "folder/a.md", "reason").message(words)
            assert "a.md" in sentence
            assert "{" not in sentence


def test_save_problem_message_has_no_control_characters() -> None:
    assert "\x1b" not in str(SaveError(SaveProblem.EXISTS, "\x1b[31ma.md"))
    str(SaveError(SaveProblem.EXISTS, "a\udc80.md")).encode("utf-8")
