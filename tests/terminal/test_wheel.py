"""The contents of the wheel, and commands of the installed program."""

import json
import subprocess
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

import deepseek_tui


@pytest.fixture
def run(installed: Path, environment: dict[str, str], tmp_path: Path):
    """Return a function that runs the program in an empty folder."""

    def answer(*words: str) -> subprocess.CompletedProcess[str]:
        folder = tmp_path / "empty"
        folder.mkdir(exist_ok=True)
        return subprocess.run(
            [installed / "deepseek-tui", *words],
            env=environment,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    return answer


def test_wheel_contains_stories_schema_styles_translations_and_types(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "deepseek_tui/content/deepseek.json",
        "deepseek_tui/content/story.schema.json",
        "deepseek_tui/py.typed",
        "deepseek_tui/cli/main.py",
        "deepseek_tui/i18n/__init__.py",
    } <= names
    assert any(name.startswith("deepseek_tui/ui/styles/") and name.endswith(".tcss") for name in names)


def test_wheel_contains_every_module_of_the_source_tree(wheel: Path):
    source = Path(deepseek_tui.__file__).parent
    modules = {f"deepseek_tui/{path.relative_to(source).as_posix()}" for path in source.rglob("*.py")}
    held = {name for name in zipfile.ZipFile(wheel).namelist() if name.endswith(".py")}
    assert held - {"deepseek_tui/content/__init__.py"} == modules


def test_wheel_contains_no_tests(wheel: Path):
    folders = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {folder for folder in folders if not folder.endswith((".dist-info", ".data"))} == {"deepseek_tui"}


def test_version_option_prints_the_version(run):
    done = run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert metadata.version("deepseek-tui") in done.stdout


def test_bundled_story_passes_the_check_command(run, wheel: Path, tmp_path: Path):
    story = tmp_path / "deepseek.json"
    story.write_bytes(zipfile.ZipFile(wheel).read("deepseek_tui/content/deepseek.json"))
    done = run("check", str(story))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_schema_command_prints_the_packaged_schema(run, wheel: Path):
    done = run("schema")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == json.loads(zipfile.ZipFile(wheel).read("deepseek_tui/content/story.schema.json"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_export_cites_all_sixteen_paragraphs_of_the_article(run, language: str):
    done = run("export", "all", "--lang", language)
    assert (done.returncode, done.stderr) == (0, "")
    missing = [number for number in range(1, 17) if f"¶{number}." not in done.stdout]
    assert not missing


def test_dashboard_without_a_terminal_exits_with_a_hint(run):
    done = run()
    assert (done.returncode, done.stdout) == (2, "")
    assert "deepseek-tui show" in done.stderr
    assert "Traceback" not in done.stderr


def test_missing_story_file_is_reported_without_a_traceback(run):
    done = run("check", "nowhere.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "nowhere.json" in done.stderr
    assert "Traceback" not in done.stderr


def test_lab_proof_is_printed_as_json(run):
    done = run("lab", "mla", "--proof", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    numbers = json.loads(done.stdout)["numbers"]
    assert numbers["mla_per_token"]["value"] == 70.272
    assert numbers["proof_largest_difference"]["value"] <= 1e-12
