"""Input and output of commands through standard streams, pipes and devices."""

import errno
import fcntl
import io
import json
import os
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bundled import FILE
from deepseek_tui.cli import main as cli
from deepseek_tui.cli import output, streams
from deepseek_tui.cli.open import _workspace
from deepseek_tui.cli.story_options import open_story
from deepseek_tui.story.loading.diagnostics import InvalidInput
from deepseek_tui.user_data.settings import DEFAULTS
from stories import minimal_story, write_story

PROGRAM = [sys.executable, "-m", "deepseek_tui"]
ARTICLE = "The minister opened the bridge on Monday. The works cost 12 million euros. " * 4
PATIENCE = 300.0
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")


def run(*words: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    given = {"capture_output": True, "stdin": subprocess.DEVNULL, "timeout": PATIENCE} | options
    return subprocess.run([*PROGRAM, *words], check=False, **given)


def interruptible(*words: str, **options: Any) -> subprocess.Popen[bytes]:
    """Start the program with SIGINT enabled, which background jobs ignore."""
    restore_default = lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)  # noqa: E731
    return subprocess.Popen([*PROGRAM, *words], preexec_fn=restore_default, **options)  # noqa: PLW1509 - no threads here


def shell(line: str, *words: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash in which PROGRAM stands for the program.

    The words are "$0" and "$@" in the line.
    """
    return subprocess.run(
        ["bash", "-c", line.replace("PROGRAM", f"{sys.executable} -m deepseek_tui"), *map(str, words)],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=os.environ | environment,
        timeout=PATIENCE,
        check=False,
    )


def waited_for(condition: Callable[[], bool]) -> bool:
    """Wait until another process makes a condition true, with a time limit.

    Return whether it became true.
    """
    end = time.monotonic() + PATIENCE
    while not condition() and time.monotonic() < end:
        time.sleep(0.005)
    return condition()


def unread(pipe: int) -> int:
    """Return the number of unread bytes in a pipe."""
    return struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, b"\0" * 4))[0]


@contextmanager
def pipe() -> Iterator[tuple[int, int]]:
    """Yield both ends of a pipe, and close the ends still open."""
    ends = os.pipe()
    try:
        yield ends
    finally:
        for end in ends:
            try:
                os.close(end)
            except OSError as error:
                assert error.errno == errno.EBADF  # noqa: PT017 - the test has closed it


def filled(writer: int) -> int:
    """Fill a pipe whose writing end is made non-blocking.

    Return the number of bytes written.
    """
    os.set_blocking(writer, False)
    count = 0
    try:
        while True:
            count += os.write(writer, b"x" * 4096)
    except BlockingIOError:
        return count


@contextmanager
def writing(path: Path, data: bytes) -> Iterator[str]:
    """Yield a named pipe that receives data once it is opened."""
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(data,))
    writer.start()
    yield str(path)
    writer.join(PATIENCE)
    assert not writer.is_alive()


# The following tests are about non-blocking streams.


def test_output_waits_while_a_nonblocking_pipe_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    with pipe() as (reader, writer):
        left, data, got = filled(writer), bytes(range(256)) * 1024, b""

        def drain(descriptor: int) -> None:
            nonlocal got
            assert descriptor == writer
            got += os.read(reader, 50_000)

        monkeypatch.setattr(streams, "_wait_until_writable", drain)
        streams.OutputFile(writer, "w", closefd=False).write_all(data)
        os.close(writer)
        while block := os.read(reader, 65536):
            got += block
        assert got[left:] == data


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", ["show all", "export all", "check --rules", "open --help"])
def test_nonblocking_standard_output_receives_the_complete_output(words: str, unbuffered: str) -> None:
    whole = run(*words.split()).stdout
    with pipe() as (reader, writer):
        left, got = filled(writer), b""
        environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
        with subprocess.Popen([*PROGRAM, *words.split()], stdout=writer, stderr=subprocess.PIPE, env=environment) as process:
            # The program must not change the non-blocking flag, which all processes that use the pipe share.
            assert not os.get_blocking(writer)
            os.close(writer)
            while block := os.read(reader, 512):  # Small blocks are read more slowly than the program prints.
                got += block
            assert process.stderr is not None
            assert (process.wait(PATIENCE), process.stderr.read()) == (0, b"")
        assert got[left:] == whole


def test_nonblocking_standard_input_is_read_to_the_end() -> None:
    data = json.dumps(minimal_story()).encode()
    with pipe() as (reader, writer):
        os.set_blocking(reader, False)
        command = [*PROGRAM, "check", "-", "--ignore", "uncited-sentence"]
        with subprocess.Popen(command, stdin=reader, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
            for part in (data[:100], data[100:200], data[200:]):
                os.write(writer, part)
                assert waited_for(lambda: unread(reader) == 0 or process.poll() is not None)
                assert process.poll() is None
            assert not os.get_blocking(reader)
            os.close(writer)
            assert process.communicate(timeout=PATIENCE)[0] == b""
            assert process.returncode == 0


def test_interruption_exits_with_status_130_although_the_output_is_never_read() -> None:
    with pipe() as (reader, writer), interruptible("show", "all", stdout=writer) as process:
        assert waited_for(lambda: unread(reader) >= 2**16 or process.poll() is not None)
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130


# The following tests are about output that cannot be written.


PRINTING = ["--version", "--help", "check --help", "check deepseek", "check --rules", "show terms", "export terms",
            "where", "where --json", "config", "schema", "completion bash", "lab compute"]  # fmt: skip


FEW = ["--version", "check --help", "check deepseek", "config"]
"""Commands that print the output of argparse, nothing, and more than one buffer."""


@needs_full
@pytest.mark.parametrize(("words", "unbuffered"), [*((words, "") for words in PRINTING), *((words, "1") for words in FEW)])
def test_full_disk_at_standard_output_is_reported_by_every_command(words: str, unbuffered: str) -> None:
    with FULL.open("wb") as full:
        environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
        done = run(*words.split(), capture_output=False, stdout=full, stderr=subprocess.PIPE, env=environment)
    assert (done.returncode, done.stderr) == (2, b"deepseek-tui: standard output: No space left on device\n")


@pytest.mark.parametrize("words", FEW)
def test_closed_standard_output_is_reported_by_every_command(words: str) -> None:
    done = shell(f"PROGRAM {words} >&-")
    assert (done.returncode, done.stderr) == (2, b"deepseek-tui: standard output: it is closed\n")


def test_command_that_prints_nothing_needs_no_standard_output(tmp_path: Path) -> None:
    assert shell('PROGRAM export terms -o "$0" >&-', tmp_path / "a.md").returncode == 0
    assert (tmp_path / "a.md").read_bytes() == run("export", "terms").stdout


@pytest.mark.parametrize("words", FEW)
def test_closing_the_reading_end_of_the_output_pipe_is_not_an_error(words: str) -> None:
    with pipe() as (reader, writer):
        os.close(reader)
        done = run(*words.split(), capture_output=False, stdout=writer, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")


def test_error_when_closing_standard_output_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulate a network disk that reports a full quota on closing."""
    with (tmp_path / "out").open("wb", buffering=0) as file:
        stdout = io.TextIOWrapper(io.BufferedWriter(streams.OutputFile(file.fileno(), "w", closefd=False)))
        stderr = io.StringIO()
        monkeypatch.setattr(sys, "stdout", stdout)
        monkeypatch.setattr(sys, "stderr", stderr)

        def close(descriptor: int, really: Callable[[int], None] = os.close) -> None:
            really(descriptor)
            raise OSError(errno.EDQUOT, "Disk quota exceeded")

        assert output.print_text("words") == 0
        with monkeypatch.context() as patch:
            patch.setattr(output.os, "close", close)
            assert output.flush_output(1) == 2
        assert stderr.getvalue() == "deepseek-tui: standard output: Disk quota exceeded\n"
        assert output.flush_output(1) == 1  # The error is reported only once.


@needs_full
def test_full_disk_at_standard_error_does_not_change_the_exit_status() -> None:
    with FULL.open("wb") as full:
        for words in ("check nowhere.json", "check --bogus", "nowhere.json"):
            assert run(*words.split(), capture_output=False, stdout=subprocess.DEVNULL, stderr=full).returncode == 2
        done = run("show", "terms", capture_output=False, stdout=subprocess.PIPE, stderr=full)
        assert (done.returncode, done.stdout) == (0, run("show", "terms").stdout)


# The following tests are about output to pipes and devices.


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/dev/fd/3", "/proc/self/fd/3"])
@pytest.mark.parametrize("into", ["| cat", '> "$0"; cat "$0"'], ids=["pipe", "file"])
def test_output_path_such_as_dev_fd_3_writes_to_that_file_descriptor(tmp_path: Path, name: str, into: str) -> None:
    done = shell(f"{{ PROGRAM export terms -o {name} 3>&1; }} {into}", tmp_path / "out")
    assert done.stderr == b""
    assert done.stdout == run("export", "terms").stdout


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/3"])
def test_output_to_a_file_descriptor_is_appended_to_the_redirected_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "log").write_bytes(b"before\n")
    done = shell(f'PROGRAM export terms -o {name} >> "$0" 3>&1', tmp_path / "log")
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "log").read_bytes() == b"before\n" + run("export", "terms").stdout


@pytest.mark.parametrize("force", ["", "--force"])
def test_output_into_a_named_pipe_arrives_at_the_reading_end(tmp_path: Path, force: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = shell(f'cat "$0" & PROGRAM export all -o "$0" {force}; wait', tmp_path / "pipe")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == run("export", "all").stdout
    assert (tmp_path / "pipe").is_fifo()


def test_output_into_a_process_substitution_arrives() -> None:
    done = shell("PROGRAM export terms -o >(cat); wait $!")
    assert done.stdout == run("export", "terms").stdout


def test_output_into_a_device_is_written_or_refused() -> None:
    assert run("export", "terms", "-o", "/dev/null").returncode == 0
    assert Path("/dev/null").is_char_device()
    done = run("export", "terms", "-o", "/dev/fd/77", "--lang", "en")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    if FULL.exists():
        done = run("export", "terms", "-o", str(FULL), "--lang", "en")
        assert done.returncode == 2
        assert b"full; free some space" in done.stderr


def test_closing_the_reading_end_of_a_named_pipe_is_not_an_error(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = shell('head -c 1 < "$0" & PROGRAM export all -o "$0"', tmp_path / "pipe")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_drafted_story_is_named_after_the_article_when_written_to_standard_output(tmp_path: Path, name: str) -> None:
    article = tmp_path / "bridge.txt"
    article.write_text(ARTICLE)
    done = run("new", str(article), "-o", name, "--lang", "en")
    assert done.returncode == 0
    assert json.loads(done.stdout)["id"] == "bridge"


def test_drafted_story_of_an_article_from_a_pipe_has_a_default_id(tmp_path: Path) -> None:
    with writing(tmp_path / "7", ARTICLE.encode()) as path:
        done = run("new", path, "-o", "-", "--lang", "en")
    assert done.returncode == 0
    assert json.loads(done.stdout)["id"] == "story"


# The following tests are about input from pipes.


def test_check_command_reads_a_story_from_a_named_pipe(tmp_path: Path) -> None:
    with writing(tmp_path / "pipe", FILE.read_bytes()) as path:
        done = run("check", path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    with writing(tmp_path / "broken", b"{") as path:
        done = run("check", path)
    assert done.returncode == 1
    assert done.stdout.decode().startswith(f"{path}:1:2: not JSON")


def test_article_from_a_named_pipe_is_read_and_not_remembered(home: Path, tmp_path: Path) -> None:
    article = "One.\nTwo. Three."
    plain, story = tmp_path / "article.txt", write_story(tmp_path, minimal_story())
    plain.write_text(article)
    assert run("fingerprint", str(plain), "--into", str(story)).returncode == 0
    for number, words in enumerate((("check", str(story)), ("show", "claims", "--story", str(story)))):
        with writing(tmp_path / f"pipe-{number}", article.encode()) as path:
            done = run(*words, "--article", path)
        assert done.stdout.replace(path.encode(), b"") == run(*words, "--article", str(plain)).stdout
    with writing(tmp_path / "pipe", article.encode()) as path:
        assert json.loads(run("fingerprint", path).stdout) == json.loads(run("fingerprint", str(plain)).stdout)
    kept = [file for file in home.rglob("*") if file.is_file() and os.fsencode(tmp_path / "pipe") in file.read_bytes()]
    assert kept == []


def test_diff_command_reads_stories_from_process_substitutions() -> None:
    assert shell('PROGRAM diff <(cat "$0") "$0"', FILE).returncode == 0
    assert shell('PROGRAM diff <(cat "$0") <(cat "$0")', FILE).returncode == 0
    assert shell('cat "$0" | PROGRAM diff /dev/stdin <(cat "$1")', FILE, FILE.with_name("quiet-ferry.json")).returncode == 1


def test_fingerprint_command_refuses_to_write_into_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("One.")
    os.mkfifo(tmp_path / "pipe")
    done = run("fingerprint", str(tmp_path / "article.txt"), "--into", str(tmp_path / "pipe"))
    assert done.returncode == 2
    assert b"no regular file" in done.stderr


@pytest.mark.parametrize("words", [("check",), ("diff", "deepseek"), ("open",)], ids=" ".join)
def test_interruption_while_waiting_for_a_named_pipe_exits_with_status_130(tmp_path: Path, words: tuple[str, ...]) -> None:
    os.mkfifo(tmp_path / "pipe")
    with interruptible(*words, str(tmp_path / "pipe"), stderr=subprocess.PIPE) as process:
        # Opening the named pipe for writing returns when the program has opened it for reading.
        with (tmp_path / "pipe").open("wb"):
            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE) == 130
        assert process.stderr is not None
        assert process.stderr.read() == b""


# The following tests are about the dashboard with a story that can be read only once.


def test_dashboard_does_not_watch_a_story_from_a_pipe(home: Path, tmp_path: Path) -> None:
    with writing(tmp_path / "pipe", FILE.read_bytes()) as path:
        opened = open_story(path)
    assert opened is not None
    workspace = _workspace(opened, DEFAULTS)
    assert workspace.watch_file() is None
    assert (workspace.session, workspace.snapshots, workspace.command("mla")) == (None, None, "")


def test_story_file_replaced_by_a_pipe_does_not_block(home: Path, tmp_path: Path) -> None:
    path = write_story(tmp_path, minimal_story())
    opened = open_story(str(path))
    assert opened is not None
    watched = _workspace(opened, DEFAULTS).watch_file()
    assert watched is not None
    path.unlink()
    os.mkfifo(path)
    assert watched.poll() is None
    with pytest.raises(InvalidInput, match="no regular file"):
        watched.poll()


def test_remembered_article_replaced_by_a_pipe_does_not_block(home: Path, tmp_path: Path) -> None:
    plain, story = tmp_path / "article.txt", write_story(tmp_path, minimal_story())
    plain.write_text("One.\nTwo. Three.")
    assert cli.main(["fingerprint", str(plain), "--into", str(story)]) == 0
    assert cli.main(["show", "--story", str(story), "--article", str(plain)]) == 0
    plain.unlink()
    os.mkfifo(plain)
    assert cli.main(["show", "--story", str(story), "--evidence"]) == 0
