"""Snapshots of the dialog for the reader's copy of the article.

They include what the Overview says about the copy.
"""

from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from bundled import FERRY_ARTICLE, LANGUAGES, ferry_without_text
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Story
from deepseek_tui.ui.app import DeepSeekApp
from rest import at_rest
from snapshots.test_reading import does
from snapshots.test_snapshots import Compare, keys

pytestmark = pytest.mark.snapshot

SIZES = [(60, 20), (80, 24), (160, 45)]
every_way = pytest.mark.parametrize(
    ("language", "size"),
    [pytest.param(language, size, id=f"{size[0]}x{size[1]}-{language}") for language in LANGUAGES for size in SIZES],
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a changed copy of the article into an empty current folder."""
    text = FERRY_ARTICLE.read_text("utf-8").replace("1,200", "1,300")
    (tmp_path / "ferry.txt").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)


def app(language: str) -> DeepSeekApp:
    """Return the program on a story whose article's text is not included."""
    return DeepSeekApp(RenderContext.of(Story.model_validate(ferry_without_text()), language))


@every_way
def test_dialog_without_a_copy(snap_compare: Compare, language: str, size: tuple[int, int]) -> None:
    assert snap_compare(app(language), terminal_size=size, run_before=does("6", "A"))


@every_way
def test_file_that_matches_in_part(snap_compare: Compare, language: str, size: tuple[int, int]) -> None:
    assert snap_compare(app(language), terminal_size=size, run_before=does("6", "A", " ferry.txt", "enter"))


@every_way
def test_pasted_text_of_another_article(snap_compare: Compare, language: str, size: tuple[int, int]) -> None:
    async def paste(pilot: Pilot[None]) -> None:
        await does("6", "A")(pilot)
        pilot.app.post_message(Paste("Another text.\r\rNot the article of this story, but three lines of it.\r"))
        await at_rest(pilot.app)
        await keys("ctrl+s")(pilot)

    assert snap_compare(app(language), terminal_size=size, run_before=paste)


@every_way
def test_evidence_without_a_copy(snap_compare: Compare, language: str, size: tuple[int, int]) -> None:
    assert snap_compare(app(language), terminal_size=size, run_before=does("6", "v"))


@every_way
def test_missing_text_in_the_overview(snap_compare: Compare, language: str, size: tuple[int, int]) -> None:
    steps = ("G", "enter", "G") if size[0] < 80 else ("G", "tab", "G")
    assert snap_compare(app(language), terminal_size=size, run_before=does(*steps))
