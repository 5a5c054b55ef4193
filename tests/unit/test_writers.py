"""Registry of export formats."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from bundled import reading
from deepseek_tui.cli import main as cli
from deepseek_tui.render import writers
from deepseek_tui.render.export import Export
from deepseek_tui.render.writers import WRITERS, Writer, Written


@pytest.fixture
def titles() -> Iterator[str]:
    """Register another format, which writes the title of the selection."""
    writers.WRITERS["titles"] = Writer("title", lambda selection: Written("front\n", f"{selection.title}\n"))
    yield "titles"
    del writers.WRITERS["titles"]


def test_export_command_writes_a_newly_registered_format(titles: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "timeline", "--lang", "en", "--format", titles]) == 0
    assert capsys.readouterr().out == "front\nTimeline\n"


def test_newly_registered_format_has_the_given_file_ending(titles: str) -> None:
    assert Export(reading("en"), "timeline", titles).file_name == "deepseek-timeline.en.title"


@pytest.mark.parametrize("what", ["all", "timeline", "overview:edition", "nvidia"])
@pytest.mark.parametrize("name", WRITERS)
def test_front_matter_and_body_of_an_export_are_the_whole_text(name: str, what: str) -> None:
    export = Export(reading("en"), what, name)
    written = WRITERS[name].write(export.part)
    assert export.text == written.front + written.body
    assert written.front.endswith("---\n\n")
    assert written.body.startswith("# ")


def test_help_of_the_export_command_loads_no_format_writer() -> None:
    code = "import sys; from deepseek_tui.cli.main import main; main(['export', '--help']); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "deepseek_tui.render.writers" in loaded
    assert [name for name in loaded if name in ("pydantic", "deepseek_tui.panes", "deepseek_tui.render.markdown")] == []
