"""Generator of the screenshots in the README, as reproducible SVG files."""

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deepseek_tui.story.format.model import Story

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Picture:
    """Definition of a screenshot: terminal size, language, and the keys pressed before."""

    name: str
    size: tuple[int, int]
    language: str
    keys: tuple[str, ...] = ()
    theme: str = ""

    @property
    def path(self) -> Path:
        """The path of the SVG file of this screenshot."""
        return FOLDER / f"{self.name}.svg"

    async def svg(self, story: "Story") -> str:
        """Run the program, press the keys and return the screen as SVG."""
        from deepseek_tui.panes.render_context import RenderContext
        from deepseek_tui.ui.app import DeepSeekApp
        from rest import at_rest, send  # This test module is found because `make screenshots` puts the tests on PYTHONPATH.

        app = DeepSeekApp(RenderContext.of(story, self.language), theme=self.theme)
        async with app.run_test(size=self.size):
            await at_rest(app)
            for key in self.keys:
                send(app, key)
                await at_rest(app)
            return app.export_screenshot()


PICTURES = (
    Picture("overview", (120, 40), "en"),
    Picture("timeline", (120, 40), "fr", ("2", "j", "j", "j", "j")),
    Picture("innovations", (160, 45), "en", ("4", "enter")),
    Picture("lab", (120, 40), "en", ("4", "d")),
    Picture("claims", (80, 24), "fr", ("6", "j", "j")),
    Picture("players-light", (120, 40), "en", ("3",), "light"),
)


def bundled() -> "Story":
    """Return the bundled story that the screenshots show."""
    import deepseek_tui.content

    from deepseek_tui.story.format.model import Story

    return Story.model_validate_json((Path(deepseek_tui.content.__path__[0]) / "deepseek.json").read_bytes())


def main() -> None:
    """Write the SVG file of every screenshot."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]  # Textual reads these variables once, when it is imported.
    os.environ.pop("NO_COLOR", None)
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    story = bundled()
    for picture in PICTURES:
        picture.path.write_text(asyncio.run(picture.svg(story)), "utf-8")


if __name__ == "__main__":
    main()
