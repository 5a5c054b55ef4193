"""The honest floor: the floor, and what any dashboard of a story must do first, which is to read and to validate one.

Three hundred items of about 300 bytes, in the models that a beginner would write; the lists show their titles.
"""

from typing import Any, ClassVar

import orjson
from pydantic import BaseModel, ConfigDict, create_model
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, Header, OptionList, Static, TabbedContent, TabPane


class Model(BaseModel):
    """Frozen and closed, as a story's models are."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(Model):
    """Where it is said."""

    paragraph: int
    sentence: int
    source: str


class Item(Model):
    """Anything."""

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
    """One item as a document."""
    name = f"{section} {number}"
    return {
        "id": f"{section}-{number}",
        "title": {"fr": name, "en": name},
        "body": {"fr": f"{name} " + "mot " * 25, "en": f"{name} " + "word " * 25},
        "refs": [f"players-{number}"],
        "evidence": [{"paragraph": 1, "sentence": 1, "source": "article"}],
    }


RAW = orjson.dumps({name: [item(name, number) for number in range(60)] for name in SECTIONS})


class HonestFloor(App[None]):
    """Five tabs of a story."""

    TITLE = "floor"
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit"), ("l", "turn", "Next")]
    CSS = "OptionList { width: 40; height: 1fr; } Static { width: 1fr; }"

    def compose(self) -> ComposeResult:
        """The tabs."""
        story = Story.model_validate(orjson.loads(RAW))
        yield Header()
        with TabbedContent():
            for name in SECTIONS:
                with TabPane(name, id=name), Horizontal():
                    yield OptionList(*[item.title["en"] for item in getattr(story, name)], id=f"list-{name}")
                    yield Static("detail", id=f"detail-{name}")
        yield Footer()

    def on_mount(self) -> None:
        """Begin in the first list."""
        self.query_one("#list-events").focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the detail of an item."""
        name = (event.option_list.id or "").removeprefix("list-")
        self.query_one(f"#detail-{name}", Static).update(f"detail of {event.option.prompt}")

    def action_turn(self) -> None:
        """Go to the next tab, and into its list."""
        tabs = self.query_one(TabbedContent)
        name = SECTIONS[(SECTIONS.index(tabs.active) + 1) % 5]
        tabs.active = name
        self.call_after_refresh(self.query_one(f"#list-{name}").focus)


if __name__ == "__main__":
    HonestFloor().run()
