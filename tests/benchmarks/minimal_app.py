"""Minimal Textual app that validates a story, for comparison with the dashboard.

Three hundred items of about 300 bytes, validated by simple pydantic models; the lists show their titles.
"""

from typing import Any, ClassVar

import orjson
from pydantic import BaseModel, ConfigDict, create_model
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, Header, OptionList, Static, TabbedContent, TabPane


class Model(BaseModel):
    """Base class of immutable pydantic models that forbid extra fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(Model):
    """Paragraph and sentence of the article that support an item."""

    paragraph: int
    sentence: int
    source: str


class Item(Model):
    """An item of the story in a simplified form."""

    id: str
    title: dict[str, str]
    body: dict[str, str]
    refs: tuple[str, ...]
    evidence: tuple[Evidence, ...]


SECTIONS = ("events", "players", "innovations", "questions", "claims")
KINDS: dict[str, type[Item]] = {
    name: create_model(name.title(), __base__=Item) for name in (*SECTIONS, "figures", "terms", "notes", "links")
}
FIELDS: dict[str, Any] = {name: (tuple[kind, ...], ()) for name, kind in KINDS.items()}  # type: ignore[valid-type]
Story: Any = create_model("Story", __base__=Model, **FIELDS)


def item(section: str, number: int) -> dict[str, Any]:
    """Return the simplified form of a story item as a JSON object."""
    name = f"{section} {number}"
    return {
        "id": f"{section}-{number}",
        "title": {"fr": name, "en": name},
        "body": {"fr": f"{name} " + "mot " * 25, "en": f"{name} " + "word " * 25},
        "refs": [f"players-{number}"],
        "evidence": [{"paragraph": 1, "sentence": 1, "source": "article"}],
    }


RAW = orjson.dumps({name: [item(name, number) for number in range(60)] for name in SECTIONS})


class MinimalApp(App[None]):
    """Textual app with five tabs that list the items of a story."""

    TITLE = "minimal app"
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit"), ("l", "turn", "Next")]
    CSS = "OptionList { width: 40; height: 1fr; } Static { width: 1fr; }"

    def compose(self) -> ComposeResult:
        """Create the widgets of the five tabs."""
        story = Story.model_validate(orjson.loads(RAW))
        yield Header()
        with TabbedContent():
            for name in SECTIONS:
                with TabPane(name, id=name), Horizontal():
                    yield OptionList(*[item.title["en"] for item in getattr(story, name)], id=f"list-{name}")
                    yield Static("detail", id=f"detail-{name}")
        yield Footer()

    def on_mount(self) -> None:
        """Focus the list of the first tab."""
        self.query_one("#list-events").focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the text of the highlighted list item."""
        name = (event.option_list.id or "").removeprefix("list-")
        self.query_one(f"#detail-{name}", Static).update(f"detail of {event.option.prompt}")

    def action_turn(self) -> None:
        """Activate the next tab and focus its list."""
        tabs = self.query_one(TabbedContent)
        name = SECTIONS[(SECTIONS.index(tabs.active) + 1) % 5]
        tabs.active = name
        self.call_after_refresh(self.query_one(f"#list-{name}").focus)


if __name__ == "__main__":
    MinimalApp().run()
