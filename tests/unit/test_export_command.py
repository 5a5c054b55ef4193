"""The `export` command."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from bundled import FILE, LANGUAGES, bundled
from deepseek_tui.cli.main import main
from deepseek_tui.render.export import Export


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a separate process."""
    return subprocess.run(
        [sys.executable, "-m", "deepseek_tui", "export", *words],
        capture_output=True,
        env=os.environ | environment,
        check=False,
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", ["all", "timeline", "terms"])
def test_output_of_the_command_equals_the_export_of_the_dashboard(
    what: str, language: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["export", what, "--lang", language]) == 0
    printed = capfdbinary.readouterr()
    assert printed.out == Export.of(bundled(), language, what).data
    assert printed.err == b""


def test_whole_story_is_exported_by_default(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    main(["export", "--lang", "en"])
    default = capfdbinary.readouterr().out
    main(["export", "all", "--lang", "en", "--format", "markdown", "--story", str(FILE)])
    assert capfdbinary.readouterr().out == default


def test_single_item_is_exported_by_id(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    event = bundled().events[0]
    assert main(["export", event.id, "--lang", "en"]) == 0
    assert f'item: "{event.id}"'.encode() in capfdbinary.readouterr().out


def test_context_notes_are_omitted_with_the_option_no_context(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "all", "--lang", "en", "--no-context"]) == 0
    out = capfdbinary.readouterr().out
    assert out == Export.of(bundled(), "en", context=False).data
    assert b"**Context" not in out
    assert b"https://" not in out


@pytest.mark.parametrize("name", ["timelime", "no-such-thing-at-all"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_unknown_section_name_prints_one_message(
    name: str, language: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["export", name, "--lang", language]) == 2
    printed = capfdbinary.readouterr()
    assert printed.out == b""
    assert name in printed.err.decode()
    assert "timeline" in printed.err.decode()
    assert printed.err.count(b"\n") == 1


def test_control_characters_in_a_section_name_are_escaped(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "\x1b[31mx", "--lang", "en"]) == 2
    assert b"\x1b" not in capfdbinary.readouterr().err


def test_existing_export_file_is_overwritten_only_with_force(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "a.md"
    assert main(["export", "timeline", "--lang", "en", "-o", str(path)]) == 0
    assert path.read_bytes() == Export.of(bundled(), "en", "timeline").data
    path.write_bytes(b"mine")
    assert main(["export", "timeline", "--lang", "en", "-o", str(path)]) == 2
    printed = capfdbinary.readouterr()
    assert printed.out == b""
    assert b"already exists" in printed.err
    assert path.read_bytes() == b"mine"
    assert main(["export", "timeline", "--lang", "en", "-o", str(path), "--force"]) == 0
    assert path.read_bytes() == Export.of(bundled(), "en", "timeline").data


def test_save_error_is_reported_in_the_chosen_language(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "--lang", "fr", "-o", str(tmp_path)]) == 2
    assert "est un dossier" in capfdbinary.readouterr().err.decode()
    assert main(["export", "--lang", "en", "-o", str(tmp_path / "none" / "a.md")]) == 2
    assert "does not exist" in capfdbinary.readouterr().err.decode()


def test_output_option_with_a_hyphen_means_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "terms", "--lang", "en", "-o", "-"]) == 0
    assert capfdbinary.readouterr().out == Export.of(bundled(), "en", "terms").data


def test_unknown_format_and_missing_story_are_refused(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "--format", "pdf"]) == 2
    assert main(["export", "--story", str(tmp_path / "none.json")]) == 2
    assert capfdbinary.readouterr().out == b""


def test_export_is_utf_8_in_any_locale() -> None:
    done = run("timeline", "--lang", "fr", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0, done.stderr
    assert done.stdout == Export.of(bundled(), "fr", "timeline").data


def test_export_does_not_import_textual() -> None:
    program = (
        "import sys\n"
        "from deepseek_tui.cli.main import main\n"
        "status = main(['export', 'all', '--lang', 'fr'])\n"
        "heavy = sorted(name for name in sys.modules if name.split('.')[0] in ('textual', 'rich'))\n"
        "sys.exit(status or (f'imported {heavy}' if heavy else 0))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_full_disk_is_reported_when_standard_output_is_a_file() -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "deepseek_tui", "export", "--lang", "en"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"deepseek-tui: standard output: No space left on device\n"
    assert b"Traceback" not in done.stderr


def test_closed_standard_output_is_reported() -> None:
    done = subprocess.run(
        ["sh", "-c", f"exec '{sys.executable}' -m deepseek_tui export --lang en >&-"], capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_closed_output_pipe_is_not_an_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "deepseek_tui", "export"], stdout=pipe, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_old_export_file_is_kept_when_the_new_file_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-m", "deepseek_tui", "export", "--lang", "en", "--force", "-o", str(tmp_path / "a.md")],
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert b"largest file size" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    assert (tmp_path / "a.md").read_bytes() == b"old"


def test_export_is_saved_at_any_path_or_refused_with_one_message(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "link.md").symlink_to("far/a.md")
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for place in ("link.md", "far/../b.md", "caf\udce9.md", "\u00e9t\u00e9.md"):
        done = run("terms", "--lang", "fr", "-o", f"{tmp_path}/{place}", **plain)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        assert (tmp_path / place).read_bytes() == Export.of(bundled(), "fr", "terms").data
    assert (tmp_path / "link.md").is_symlink()
    for place in ("link.md", "none/../c.md", "none/c.md", "far", "/dev/full", "caf\udce9/c.md", "caf\udce9.md"):
        done = run("terms", "--lang", "fr", "-o", str(tmp_path / place), **plain)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
        assert b"Traceback" not in done.stderr
        assert b"internal error" not in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.md", "caf\udce9.md", "far", "link.md", "\u00e9t\u00e9.md"]
