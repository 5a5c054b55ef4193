"""Completion in bash, zsh and fish, with the scripts installed by the wheel."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from terminal.pty_session import Session


@pytest.fixture
def shell(installed: Path, environment: dict[str, str]) -> dict[str, str]:
    """Return an environment with the installed program on the path."""
    return {**environment, "PATH": f"{installed}{os.pathsep}{os.defpath}", "PS1": "$ ", "INPUTRC": os.devnull}


@pytest.fixture
def share(installed: Path) -> Path:
    """Return the share folder of the installed wheel."""
    return installed.parent / "share"


def test_bash_completes_commands_sections_and_item_ids(shell, share):
    script = share / "bash-completion" / "completions" / "deepseek-tui"
    with Session(["bash", "--noprofile", "--norc"], (100, 30), shell) as session:
        session.wait_for(r"\$")
        session.press(f"source {script}", "enter")
        session.press("deepseek-tui exp", "tab")
        session.wait_for("deepseek-tui export")
        session.press("time", "tab")
        session.wait_for("deepseek-tui export timeline")
        session.press("--story qui", "tab")
        session.wait_for("--story quiet-ferry")
        session.press("\x15deepseek-tui export --story quiet-ferry tav", "tab")
        session.wait_for("quiet-ferry tavarin")
        session.press("\x15exit", "enter")
        assert session.wait_for_exit() == 0


@pytest.mark.skipif(shutil.which("zsh", path=os.defpath) is None, reason="there is no zsh here")
def test_zsh_completes_commands_and_item_ids(shell, share, tmp_path):
    (tmp_path / ".zshrc").write_text(
        f"fpath=({share / 'zsh' / 'site-functions'} $fpath)\nautoload -Uz compinit && compinit -u -D\nPROMPT='$ '\n"
    )
    with Session(["zsh", "-i"], (100, 30), {**shell, "ZDOTDIR": str(tmp_path)}) as session:
        session.wait_for(r"\$")
        session.press("deepseek-tui exp", "tab")
        session.wait_for("deepseek-tui export")
        session.press("--story quiet-ferry tav", "tab")
        session.wait_for("quiet-ferry tavarin")


@pytest.mark.skipif(shutil.which("fish", path=os.defpath) is None, reason="there is no fish here")
def test_fish_completions_have_descriptions(shell, share):
    def offered(line: str) -> list[str]:
        done = subprocess.run(
            ["fish", "--command", f'complete -C "{line}"'],
            env={**shell, "XDG_DATA_DIRS": str(share)},
            capture_output=True,
            text=True,
            timeout=300,
            check=True,
        )
        return done.stdout.splitlines()

    assert offered("deepseek-tui exp") == ["export\texport a story, a section or an item as Markdown"]
    assert offered("deepseek-tui export time") == ["timeline\tsection"]
    assert any(line.startswith("tavarin\t") for line in offered("deepseek-tui export --story quiet-ferry tav"))
