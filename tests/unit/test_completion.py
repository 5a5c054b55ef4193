"""Candidates for shell completion."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bundled import bundled
from deepseek_tui.article.lint.rules import RULES
from deepseek_tui.cli import completers
from deepseek_tui.cli import main as cli
from deepseek_tui.cli.completion import SHELLS, script
from deepseek_tui.i18n.languages import LANGUAGES
from deepseek_tui.labs.catalogue import LABS
from deepseek_tui.panes.pane import Section
from deepseek_tui.story.analysis.index import Index
from deepseek_tui.ui.styles.themes import THEMES
from stories import minimal_story, write_story

ROOT = Path(__file__).parents[2]
SLOW = {"textual", "rich", "numpy"}
"""Slow modules that completion must not import."""


@pytest.fixture
def offered(monkeypatch, tmp_path):
    """Return a function that completes a command line in a test folder.

    The folder contains files and a subfolder.
    """
    folder = tmp_path / "here"
    folder.mkdir()
    for name in ("mine.json", "article.txt", "notes.md", "other.bin", ".hidden.json", "strange\n.json"):
        (folder / name).touch()
    (folder / "sub").mkdir()
    monkeypatch.chdir(folder)

    def ask(line: str) -> list[str]:
        monkeypatch.setenv("_ARGCOMPLETE", "1")
        monkeypatch.setenv("_ARGCOMPLETE_SUPPRESS_SPACE", "1")
        monkeypatch.setenv("_ARGCOMPLETE_IFS", "\n")
        monkeypatch.setenv("COMP_LINE", f"deepseek-tui {line}")
        monkeypatch.setenv("COMP_POINT", str(len(f"deepseek-tui {line}")))
        monkeypatch.setattr(completers.CompletionFinder, "_init_debug_stream", lambda self: None)
        output, statuses = io.StringIO(), []
        completers.complete(cli.parser(), cli.COMMANDS, statuses.append, output_stream=output)
        assert statuses[0] == 0, line
        return output.getvalue().split("\n") if output.getvalue() else []

    return ask


def test_first_argument_is_completed_with_commands_and_stories(offered):
    found = offered("")
    assert set(found) == {*cli.COMMANDS, "deepseek", "quiet-ferry", "mine.json", "sub/"}
    assert offered("qu") == ["quiet-ferry"]
    assert offered("exp") == ["export"]


def test_options_before_any_command_are_completed_as_those_of_the_open_command(offered):
    assert {"--lang", "--theme", "--no-mouse", "--help", "--version"} <= set(offered("-"))
    assert offered("quiet-ferry --la") == ["--lang"]
    assert offered("--the") == ["--theme"]
    assert set(offered("mine.json --theme ")) == set(THEMES)
    assert set(offered("open --lang ")) == set(LANGUAGES)
    assert offered("--lang=f") == ["--lang=fr"]


def test_completed_sections_and_ids_are_those_of_the_story_on_the_command_line(offered, tmp_path):
    found = offered("export ")
    assert found[: len(Section) + 1] == ["all", *Section]
    assert set(found) == {"all", *Section, *Index(bundled()).items}
    path = write_story(tmp_path, minimal_story())
    own = set(offered(f"export --story {path} ")) - {"all", *Section}
    assert own == {item["id"] for items in minimal_story().values() if isinstance(items, list)
                   for item in items if isinstance(item, dict) and "id" in item}  # fmt: skip


def test_old_id_of_a_rename_is_completed_and_the_new_one_is_not(offered, tmp_path):
    path = write_story(tmp_path, minimal_story())
    assert offered(f"rename {path} jan") == ["jane-doe"]
    assert offered(f"rename {path} jane-doe ") == []


@pytest.mark.parametrize("story", ["nowhere", "mine.json", ".", "-", "other.bin"])
def test_completion_offers_sections_even_if_the_story_cannot_be_read(offered, story):
    assert offered(f"export --story {story} ") == ["all", *Section]


def test_completion_offers_lint_rules_after_each_comma(offered):
    assert set(offered("check x --ignore ")) == {rule.name for rule in RULES}
    assert offered("check x --ignore dead-link,uncited-s") == ["dead-link,uncited-sentence"]


def test_completed_file_names_are_filtered_by_extension(offered):
    assert set(offered("check ")) == {"deepseek", "quiet-ferry", "mine.json", "sub/"}
    assert set(offered("new ")) == {"article.txt", "notes.md", "sub/"}
    assert set(offered("deepseek --article ")) == {"article.txt", "notes.md", "sub/"}
    assert set(offered("export -o ")) == {"mine.json", "article.txt", "notes.md", "other.bin", "sub/"}
    assert offered("check .h") == [".hidden.json"]
    assert offered("check ./m") == ["./mine.json"]


def test_tilde_in_a_completed_path_is_expanded_to_the_home_folder(offered, home):
    (home / "story.json").touch()
    assert offered("check ~/s") == ["~/story.json"]


@pytest.mark.parametrize(
    "line", ["nonsense more ", "export all more ", "schema ", "export --format x", "--nothing ", "'", '"']
)
def test_invalid_command_line_has_few_completions_and_no_error(offered, line):
    assert len(offered(line)) < 20


def test_supported_shells_are_those_with_a_completion_script(offered):
    assert offered("completion ") == list(SHELLS)


@pytest.mark.parametrize(
    ("shell", "name"), [("bash", "deepseek-tui"), ("zsh", "_deepseek-tui"), ("fish", "deepseek-tui.fish")]
)
def test_shipped_completion_scripts_are_up_to_date(shell, name):
    assert (ROOT / "tui" / "completions" / name).read_text("utf-8") == script(shell), "make completions"


@pytest.fixture
def asked(tmp_path):
    """Return a function that runs completion in a new process.

    It does so like the completion script of a shell.
    """

    def ask(line: str, **more: str) -> tuple[str, str]:
        answers = tmp_path / "answers"
        environment = {
            **os.environ, "_ARGCOMPLETE": "1", "_ARGCOMPLETE_SUPPRESS_SPACE": "1", "_ARGCOMPLETE_IFS": "\n",
            "COMP_LINE": line, "COMP_POINT": str(len(line)), "_ARGCOMPLETE_STDOUT_FILENAME": str(answers), **more,
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "deepseek_tui"],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
        )
        return answers.read_text() if answers.exists() else "", done.stdout + done.stderr

    return ask


def test_completion_of_an_item_id_imports_no_slow_module(asked):
    found, imported = asked("deepseek-tui export tim", PYTHONPROFILEIMPORTTIME="1")
    assert found == "timeline"
    names = {line.rpartition("|")[2].strip() for line in imported.splitlines()}
    assert "deepseek_tui.cli.completers" in names
    assert {name.partition(".")[0] for name in names} & SLOW == set()


@pytest.mark.parametrize("story", ["/dev/zero", "'", "nowhere\udcff/"])
def test_completion_prints_only_the_completions(asked, story):
    assert asked(f"deepseek-tui export --story {story} ")[1] == ""
    assert asked(f"deepseek-tui check {story}")[1] == ""


def test_invalid_settings_do_not_prevent_completion(asked, home):
    from deepseek_tui.user_data.paths import settings_file

    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("= = =")
    assert asked("deepseek-tui export tim")[0] == "timeline"


def test_argcomplete_is_imported_only_for_shell_completion():
    code = "import sys; from deepseek_tui.cli.main import main; main(['--version']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "argcomplete" not in done.stdout.split()


def test_shipped_completion_script_works_in_bash():
    line = "deepseek-tui export --story quiet-ferry tav"
    code = (
        f"source {ROOT / 'tui/completions/deepseek-tui'}; COMP_LINE='{line}'; COMP_POINT={len(line)}; COMP_TYPE=9;"
        ' _python_argcomplete deepseek-tui; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(["bash", "-c", code], env={**os.environ, "PATH": path}, capture_output=True, text=True, check=True)
    assert done.stdout.strip().startswith("tavarin")
    assert done.stderr == ""


def test_completion_offers_the_labs_and_the_choices_of_lab_options(offered):
    assert set(offered("lab ")) == set(LABS)
    assert "--kv-heads" in offered("lab mla --k")
    assert offered("lab mla --preset llama") == ["llama-3.1-405b", "llama-3.1-70b"]
    assert offered("lab compute --count v") == ["v3-cluster"]
    assert offered("lab compute --chips 1") == []
