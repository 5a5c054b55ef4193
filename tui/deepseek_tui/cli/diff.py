"""The `diff` command, which compares two editions of a story."""

import argparse
from typing import TYPE_CHECKING, Any

from deepseek_tui.cli.output import DONE, FOUND, REFUSED, notice, print_json, print_text, refuse
from deepseek_tui.cli.story_options import STORY, add_language, chosen_language, load_settings, load_story
from deepseek_tui.story.format.messages import Message

if TYPE_CHECKING:
    from deepseek_tui.panes.render_context import RenderContext
    from deepseek_tui.story.analysis.diff import Change, Changes
    from deepseek_tui.story.format.model import Story

STANDARD = "-"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options of the `diff` command to a parser."""
    parser.add_argument("old", metavar="OLD", help=STORY)
    parser.add_argument("new", metavar="NEW", help=Message("the other edition, given in the same way"))
    parser.add_argument("--json", action="store_true", help=Message("print the changes as JSON"))
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print the changes between two editions.

    Return 0 without changes, and 1 with changes.
    """
    if options.old == options.new == STANDARD:
        return refuse(Message("the two stories cannot both come from standard input"))
    settings = load_settings()
    if settings is None:
        return REFUSED
    old, new = load_story(options.old), load_story(options.new)
    if old is None or new is None:
        return REFUSED
    from deepseek_tui.panes.render_context import RenderContext
    from deepseek_tui.story.analysis.diff import Changes

    changes, reading = Changes(old, new), RenderContext.of(new, chosen_language(options.lang, new, settings))
    if not changes.same_story:
        notice(reading.words.changes.other_story.format(old.id, new.id))
    printed = print_json(_as_json(changes)) if options.json else print_text(_as_text(changes, reading))
    return printed or (FOUND if changes or not changes.same_story else DONE)


def _as_text(changes: "Changes", reading: "RenderContext") -> str:
    """Return the changes between two editions as text.

    A summary comes first, then one line for each changed item and field.
    """
    from deepseek_tui.panes.changes import ChangeRows, summary

    if not changes:
        return ""
    rows = ChangeRows(changes, reading)
    lines = [summary(changes, reading), ""]
    for change in changes:
        became, title = rows.change_kind(change), rows.title(change).replace("\n", " ")
        if change.id:
            line = reading.words.panes.labelled.format(f"{became[0].upper()}{became[1:]}", f"{title} [{change.id}]")
        else:
            line = f"{title} {became}"
        lines.append(line)
        lines += (f"  {detail}".replace("\n", " ") for detail in rows.details(change))
    return "\n".join([*lines, ""])


def _as_json(changes: "Changes") -> dict[str, Any]:
    return {
        "old": _edition(changes.old),
        "new": _edition(changes.new),
        "same_story": changes.same_story,
        "counts": [{"list": part, "manner": kind.value, "count": count} for (kind, part), count in changes.counts().items()],
        "changes": [_change(change) for change in changes],
    }


def _edition(story: "Story") -> dict[str, str]:
    from deepseek_tui.story.analysis.digest import digest

    return {"id": story.id, "edition": story.edition.version, "date": story.edition.date, "sha256": digest(story)}


def _change(change: "Change") -> dict[str, Any]:
    from pydantic_core import to_jsonable_python

    fields = [
        {
            "name": field.name,
            "old": to_jsonable_python(field.old, by_alias=True),
            "new": to_jsonable_python(field.new, by_alias=True),
        }
        for field in change.fields
    ]
    return {
        "list": change.part,
        "id": change.id,
        "what": change.action.value,
        "manner": change.kind.value,
        "fields": fields,
    }
