"""Saving: a file appears whole or not at all, and nothing is overwritten unasked."""

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

from deepseek_tui.i18n.export import ENGLISH, FRENCH
from deepseek_tui.user_data import atomic_files
from deepseek_tui.user_data.atomic_files import SaveError, SaveProblem, save

CALLS = ("open", "write", "fsync", "fchmod", "fchown", "close", "link", "replace", "unlink", "fstat", "stat", "access")


class Dead(BaseException):
    """The process ended here."""


def proxy(monkeypatch: pytest.MonkeyPatch, **calls: Callable[..., Any]) -> None:
    """Give the module an `os` of its own, with some calls replaced."""
    names = {name: getattr(os, name) for name in dir(os)}
    monkeypatch.setattr(atomic_files, "os", SimpleNamespace(**(names | calls)))


def failing(number: int) -> Callable[..., Any]:
    def call(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return call


def trouble(path: str | Path, *, overwrite: bool = False, data: bytes = b"new") -> SaveError:
    with pytest.raises(SaveError) as caught:
        save(path, data, overwrite=overwrite)
    return caught.value


def left(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_new_file_is_whole_and_alone(tmp_path: Path) -> None:
    save(tmp_path / "a.md", b"new", overwrite=False)
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert left(tmp_path) == ["a.md"]


def test_an_existing_file_is_left_alone_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    assert trouble(path).kind is SaveProblem.EXISTS
    assert path.read_bytes() == b"old"
    save(path, b"new", overwrite=True)
    assert path.read_bytes() == b"new"
    assert left(tmp_path) == ["a.md"]


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_permissions_of_the_umask(tmp_path: Path, umask: int, mode: int) -> None:
    before = os.umask(umask)
    try:
        save(tmp_path / "a.md", b"new", overwrite=False)
        save(tmp_path / "b.md", b"new", overwrite=True)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == mode
    assert stat.S_IMODE((tmp_path / "b.md").stat().st_mode) == mode


def test_an_overwritten_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    save(path, b"new", overwrite=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    target = tmp_path / "far" / "a.md"
    target.write_bytes(b"old")
    (tmp_path / "link.md").symlink_to(target)
    assert trouble(tmp_path / "link.md").kind is SaveProblem.EXISTS
    save(tmp_path / "link.md", b"new", overwrite=True)
    assert (tmp_path / "link.md").is_symlink()
    assert target.read_bytes() == b"new"
    assert left(tmp_path / "far") == ["a.md"]


def test_a_link_to_nothing_gets_its_file(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("a.md")
    save(tmp_path / "link.md", b"new", overwrite=False)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_link_is_followed_by_the_system_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder like /tmp the system may refuse to follow another user's link."""
    (tmp_path / "link.md").symlink_to("a.md")
    (tmp_path / "a.md").write_bytes(b"old")

    def refusing(name: bytes, *rest: Any) -> int:
        if name == os.fsencode(tmp_path / "link.md"):
            raise PermissionError(errno.EACCES, "not this link")
        return os.open(name, *rest)

    proxy(monkeypatch, open=refusing)
    assert trouble(tmp_path / "link.md", overwrite=True).kind is SaveProblem.DENIED
    (tmp_path / "a.md").unlink()
    assert trouble(tmp_path / "link.md").kind is SaveProblem.DENIED
    assert left(tmp_path) == ["link.md"]


@pytest.mark.parametrize("call", ["write", "fsync", "replace", "readlink"])
def test_failure_at_the_end_of_a_link_leaves_the_old_file_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "link.md").symlink_to("far/a.md")
    proxy(monkeypatch, **{call: failing(errno.EIO)})
    assert trouble(tmp_path / "link.md").kind is SaveProblem.OTHER
    if call != "readlink":  # the name of the file that the system has created is not known
        assert left(tmp_path / "far") == []
    (tmp_path / "far" / "a.md").write_bytes(b"old")
    assert trouble(tmp_path / "link.md", overwrite=True).kind is SaveProblem.OTHER
    assert (tmp_path / "far" / "a.md").read_bytes() == b"old"
    assert left(tmp_path / "far") == ["a.md"]


def test_file_that_appears_at_the_end_of_a_link_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "link.md").symlink_to("a.md")

    def late(*arguments: Any) -> int:
        (tmp_path / "a.md").write_bytes(b"another's")
        return os.open(*arguments)

    proxy(monkeypatch, open=late)
    assert trouble(tmp_path / "link.md").kind is SaveProblem.EXISTS
    assert (tmp_path / "a.md").read_bytes() == b"another's"
    assert left(tmp_path) == ["a.md", "link.md"]


def test_overwriting_a_hard_link_leaves_the_other_names_with_the_old_content(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "other.md").hardlink_to(tmp_path / "a.md")
    save(tmp_path / "a.md", b"new", overwrite=True)
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert (tmp_path / "other.md").read_bytes() == b"old"
    assert (tmp_path / "other.md").stat().st_nlink == 1


def test_relative_name_without_a_folder_is_saved_in_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    save("a.md", b"new", overwrite=False)
    assert left(tmp_path) == ["a.md"]


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"

    def fsync(handle: int) -> None:
        path.write_bytes(b"another's")

    proxy(monkeypatch, fsync=fsync)
    assert trouble(path).kind is SaveProblem.EXISTS
    assert path.read_bytes() == b"another's"
    assert left(tmp_path) == ["a.md"]


def test_a_file_that_appears_meanwhile_is_replaced_where_that_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"

    def fsync(handle: int) -> None:
        if not path.exists():  # of the folder, too, once the file is there
            path.write_bytes(b"another's")

    proxy(monkeypatch, fsync=fsync)
    save(path, b"new", overwrite=True)
    assert path.read_bytes() == b"new"
    assert left(tmp_path) == ["a.md"]


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP])
def test_without_hard_links_it_works_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    proxy(monkeypatch, link=failing(number))
    save(tmp_path / "a.md", b"new", overwrite=False)
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert left(tmp_path) == ["a.md"]

    proxy(monkeypatch, link=failing(number), fsync=lambda _: (tmp_path / "b.md").write_bytes(b"another's"))
    assert trouble(tmp_path / "b.md").kind is SaveProblem.EXISTS
    assert (tmp_path / "b.md").read_bytes() == b"another's"

    proxy(monkeypatch, link=failing(number), replace=failing(errno.EIO))
    assert trouble(tmp_path / "c.md").kind is SaveProblem.OTHER
    assert left(tmp_path) == ["a.md", "b.md"]


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    assert trouble(tmp_path / "a.md").kind is SaveProblem.DIRECTORY
    assert trouble(tmp_path / "a.md", overwrite=True).kind is SaveProblem.DIRECTORY


def test_what_is_not_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert trouble(tmp_path / "pipe", overwrite=True).kind is SaveProblem.NOT_A_FILE
    for device in ("/dev/null", "/dev/full"):
        assert trouble(device, overwrite=True).kind is SaveProblem.NOT_A_FILE


def test_folders_that_are_not_there(tmp_path: Path) -> None:
    assert trouble(tmp_path / "missing" / "a.md").kind is SaveProblem.NO_FOLDER
    (tmp_path / "file").write_bytes(b"")
    assert trouble(tmp_path / "file" / "a.md").kind is SaveProblem.NOT_A_FOLDER


def test_names_that_cannot_be(tmp_path: Path) -> None:
    assert trouble(tmp_path / ("x" * 300 + ".md")).kind is SaveProblem.NAME_TOO_LONG
    assert trouble(tmp_path / "a\0b.md").kind is SaveProblem.BAD_NAME
    assert trouble(str(tmp_path / "a\ud800b.md")).kind is SaveProblem.BAD_NAME
    assert left(tmp_path) == []


def test_a_loop_of_links_has_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert "a" in str(trouble(tmp_path / "a"))


@pytest.fixture
def plain_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder of somebody who may not do everything, and who this process is meanwhile."""
    if os.geteuid():
        yield tmp_path
        return
    nobody = 65534
    with tempfile.TemporaryDirectory() as name:  # the one that tests usually have is closed to others
        os.chown(name, nobody, nobody)
        try:
            os.setresuid(nobody, nobody, 0)
            if not os.access(name, os.W_OK):
                pytest.skip("temporary files lie where only root may go")
            yield Path(name)
        finally:
            os.setresuid(0, 0, 0)


def test_a_folder_without_permission(plain_folder: Path) -> None:
    (plain_folder / "a.md").write_bytes(b"old")
    plain_folder.chmod(0o500)
    assert trouble(plain_folder / "a.md", overwrite=True).kind is SaveProblem.DENIED
    assert trouble(plain_folder / "b.md").kind is SaveProblem.DENIED
    assert (plain_folder / "a.md").read_bytes() == b"old"
    assert left(plain_folder) == ["a.md"]


def test_a_protected_file(plain_folder: Path) -> None:
    (plain_folder / "a.md").write_bytes(b"old")
    (plain_folder / "a.md").chmod(0o444)
    assert trouble(plain_folder / "a.md", overwrite=True).kind is SaveProblem.PROTECTED
    assert (plain_folder / "a.md").read_bytes() == b"old"


def test_a_path_leads_where_the_system_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "far" / "in").mkdir(parents=True)
    (tmp_path / "near").symlink_to(tmp_path / "far" / "in")
    save(tmp_path / "near" / ".." / "a.md", b"new", overwrite=False)  # up from where the link leads
    assert left(tmp_path / "far") == ["a.md", "in"]
    monkeypatch.chdir(tmp_path / "near")
    save("b.md", b"new", overwrite=False)
    save("../in/../c.md", b"new", overwrite=False)
    assert (left(tmp_path / "far"), left(tmp_path / "far" / "in")) == (["a.md", "c.md", "in"], ["b.md"])
    assert left(tmp_path) == ["far", "near"]


def test_a_missing_folder_is_missing_although_the_path_leaves_it_again(tmp_path: Path) -> None:
    assert trouble(tmp_path / "missing" / ".." / "a.md").kind is SaveProblem.NO_FOLDER
    assert trouble(f"{tmp_path}/a.md/").kind is SaveProblem.NO_FOLDER
    (tmp_path / "file").write_bytes(b"old")
    assert trouble(tmp_path / "file" / ".." / "a.md").kind is SaveProblem.NOT_A_FOLDER
    assert trouble("", overwrite=True).kind is SaveProblem.DIRECTORY
    assert left(tmp_path) == ["file"]
    assert (tmp_path / "file").read_bytes() == b"old"


def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.md"
    try:
        save(os.fsdecode(name), b"new", overwrite=False)
    except SaveError as error:
        assert error.kind is SaveProblem.BAD_NAME  # noqa: PT017 - a disk may take UTF-8 alone
        return
    assert os.listdir(os.fsencode(tmp_path)) == [b"caf\xe9.md"]  # noqa: PTH208 - bytes
    refused = trouble(os.fsdecode(name))
    assert refused.kind is SaveProblem.EXISTS
    assert "caf<U+DCE9>.md" in refused.message(FRENCH)


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
def test_each_trouble_has_its_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, kind: SaveProblem
) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    proxy(monkeypatch, **{call: failing(number)})
    assert trouble(tmp_path / "a.md", overwrite=True).kind is kind
    assert trouble(tmp_path / "b.md").kind is kind
    assert (tmp_path / "a.md").read_bytes() == b"old"
    assert left(tmp_path) == ["a.md"]


def test_a_protected_file_without_asking_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    proxy(monkeypatch, access=lambda *_: False)
    assert trouble(tmp_path / "a.md", overwrite=True).kind is SaveProblem.PROTECTED


def test_a_folder_that_cannot_be_synced_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "no")

    proxy(monkeypatch, fsync=fsync)
    save(tmp_path / "a.md", b"new", overwrite=False)
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_content_is_on_the_disk_before_its_name_and_the_name_before_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []

    def noted(name: str) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            order.append(name)
            return getattr(os, name)(*args, **options)

        return call

    proxy(monkeypatch, **{name: noted(name) for name in ("write", "fsync", "link", "replace")})
    save(tmp_path / "a.md", b"new", overwrite=False)
    assert order == ["write", "fsync", "link", "fsync"]
    order.clear()
    save(tmp_path / "a.md", b"new", overwrite=True)
    assert order == ["write", "fsync", "replace", "fsync"]


def test_short_writes_are_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    proxy(monkeypatch, write=lambda handle, data: os.write(handle, data[:7]))
    data = bytes(range(256)) * 4
    save(tmp_path / "a.md", data, overwrite=False)
    assert (tmp_path / "a.md").read_bytes() == data


@pytest.mark.parametrize("links", [True, False], ids=["links", "no-links"])
@pytest.mark.parametrize("old", [b"old", None], ids=["over", "new"])
def test_a_crash_at_any_call_leaves_the_old_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: bytes | None, links: bool
) -> None:
    """At each call in turn the process dies, before it or after it, and no clean-up runs."""
    number, finished = 0, False
    while not finished:
        for after in (False, True):
            folder = tmp_path / f"{number}-{after}"
            folder.mkdir()
            path = folder / "a.md"
            if old is not None:
                path.write_bytes(old)
            finished = not _dies(monkeypatch, path, number, after=after, old=old, links=links)
            found = path.read_bytes() if path.exists() else None
            allowed = [old, b"new"] if links or old is not None else [old, b"", b"new"]  # the name is taken by an empty file
            assert found in allowed
            if finished:
                assert found == b"new"
        number += 1
    assert number > 5


def _dies(monkeypatch: pytest.MonkeyPatch, path: Path, number: int, *, after: bool, old: bytes | None, links: bool) -> bool:
    """Whether the process came to the call where it was to die."""
    count = 0

    def mortal(name: str) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            nonlocal count
            count += 1
            if count > number + 1:
                raise Dead
            if count == number + 1 and not after:
                raise Dead
            if name == "link" and not links:
                raise OSError(errno.EPERM, "no links here")
            result = getattr(os, name)(*args, **options)
            if count == number + 1:
                raise Dead
            return result

        return call

    proxy(monkeypatch, **{name: mortal(name) for name in CALLS})
    try:
        save(path, b"new", overwrite=old is not None)
    except Dead:
        return True
    return False


def test_an_interruption_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    proxy(monkeypatch, write=interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(tmp_path / "a.md", b"new", overwrite=False)
    assert left(tmp_path) == []


def test_a_disk_that_is_really_too_small(tmp_path: Path) -> None:
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
    assert left(tmp_path) == ["a.md"]


def test_every_trouble_has_a_sentence_in_every_language() -> None:
    for words in (ENGLISH, FRENCH):
        assert set(words.trouble) == {kind.value for kind in SaveProblem}
        for kind in SaveProblem:
            sentence = SaveError(kind, "folder/a.md", "reason").message(words)
            assert "a.md" in sentence
            assert "{" not in sentence


def test_a_name_never_speaks_to_the_terminal() -> None:
    assert "\x1b" not in str(SaveError(SaveProblem.EXISTS, "\x1b[31ma.md"))
    str(SaveError(SaveProblem.EXISTS, "a\udc80.md")).encode("utf-8")
