"""The wheel holds all that the program needs, and the program in it answers on the command line."""

import json
import subprocess
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

import deepseek_tui


@pytest.fixture
def run(installed: Path, environment: dict[str, str], tmp_path: Path):
    """Runs the installed program with no terminal, in an empty folder."""

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


def test_the_wheel_holds_stories_schema_styles_words_and_types(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "deepseek_tui/content/deepseek.json",
        "deepseek_tui/content/story.schema.json",
        "deepseek_tui/py.typed",
        "deepseek_tui/cli/main.py",
        "deepseek_tui/i18n/__init__.py",
    } <= names
    assert any(name.startswith("deepseek_tui/ui/styles/") and name.endswith(".tcss") for name in names)


def test_the_wheel_holds_every_module_of_the_tree(wheel: Path):
    source = Path(deepseek_tui.__file__).parent
    modules = {f"deepseek_tui/{path.relative_to(source).as_posix()}" for path in source.rglob("*.py")}
    held = {name for name in zipfile.ZipFile(wheel).namelist() if name.endswith(".py")}
    assert held - {"deepseek_tui/content/__init__.py"} == modules


def test_the_wheel_holds_nothing_of_the_tests(wheel: Path):
    folders = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {folder for folder in folders if not folder.endswith((".dist-info", ".data"))} == {"deepseek_tui"}


def test_it_says_its_version(run):
    done = run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert metadata.version("deepseek-tui") in done.stdout


def test_the_bundled_story_passes_its_own_check(run, wheel: Path, tmp_path: Path):
    story = tmp_path / "deepseek.json"
    story.write_bytes(zipfile.ZipFile(wheel).read("deepseek_tui/content/deepseek.json"))
    done = run("check", str(story))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_schema_is_the_one_that_ships(run, wheel: Path):
    done = run("schema")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == json.loads(zipfile.ZipFile(wheel).read("deepseek_tui/content/story.schema.json"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_exports_all_sixteen_paragraphs(run, language: str):
    done = run("export", "all", "--lang", language)
    assert (done.returncode, done.stderr) == (0, "")
    missing = [number for number in range(1, 17) if f"¶{number}." not in done.stdout]
    assert not missing


def test_without_a_terminal_it_says_so_and_points_to_the_export(run):
    done = run()
    assert (done.returncode, done.stdout) == (2, "")
    assert "deepseek-tui show" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_story_that_is_not_there_is_a_sentence_and_no_traceback(run):
    done = run("check", "nowhere.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "nowhere.json" in done.stderr
    assert "Traceback" not in done.stderr


def test_it_proves_in_numbers_what_a_lab_says(run):
    done = run("lab", "mla", "--proof", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    numbers = json.loads(done.stdout)["numbers"]
    assert numbers["mla_per_token"]["value"] == 70.272
    assert numbers["proof_largest_difference"]["value"] <= 1e-12
