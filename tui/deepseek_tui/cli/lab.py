"""The `lab` command, which prints a lab as plain text or JSON."""

import argparse

from deepseek_tui.cli.message_language import translate
from deepseek_tui.cli.output import DONE, REFUSED, print_json, print_text, refuse
from deepseek_tui.cli.parser import capitalised
from deepseek_tui.cli.story_options import DEFAULT, add_language, chosen_language, load_story
from deepseek_tui.labs.catalogue import LABS, LabEntry
from deepseek_tui.story.format.messages import Message


def add(parser: argparse.ArgumentParser) -> None:
    """Add a subcommand with options for each lab to a parser."""
    labs = parser.add_subparsers(
        title=translate(Message("labs")), metavar=translate(Message("LAB")), required=True, dest="lab"
    )
    for name, entry in LABS.items():
        _add_lab(labs.add_parser(
            name,
            help=translate(entry.words),
            description=f"{capitalised(translate(entry.words))}.",
            epilog=translate(Message("example:\n  {}", entry.example)),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        ), entry)  # fmt: skip


def _add_lab(parser: argparse.ArgumentParser, entry: LabEntry) -> None:
    for option in entry.options:
        flag, words = f"--{option.id.replace('_', '-')}", translate(option.help)
        if option.choices:
            words += f" ({', '.join(option.choices)})"
        action = parser.add_argument(flag, dest=option.id, metavar=option.id.upper(), help=words)
        action.completer = lambda choices=option.choices, **_line: choices  # type: ignore[attr-defined]
    if entry.runs is not None:
        parser.add_argument(f"--{entry.runs.id}", dest="long", action="store_true", help=entry.runs.help)
    parser.add_argument("--json", action="store_true", help=Message("print every number with its unit, in full precision"))
    parser.add_argument("--width", type=int, default=80, metavar="CELLS", help=Message("width of the text (default: 80)"))
    parser.add_argument("--story", default="deepseek", metavar="STORY", help=DEFAULT)
    parser.add_argument(
        "--no-context", dest="context", action="store_false", help=Message("leave out the context from outside the article")
    )
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Compute a lab, print the result and return the exit status."""
    if not 20 <= options.width <= 1000:
        return refuse(Message("a text {} cells wide cannot be read; --width takes 20 to 1000", options.width))
    story = load_story(options.story)
    if story is None:
        return REFUSED
    from deepseek_tui.labs.catalogue import lab_of
    from deepseek_tui.labs.control import Value, parse_number
    from deepseek_tui.labs.lab import OutOfRange
    from deepseek_tui.labs.lab_text import lab_as_json, lab_as_text
    from deepseek_tui.panes.render_context import RenderContext

    lab = lab_of(options.lab, RenderContext.of(story, chosen_language(options.lang, story), context=options.context))
    known = {control.id for control in lab.controls}
    missing = [option.id for option in LABS[options.lab].options if option.id not in known and getattr(options, option.id)]
    if missing:
        return refuse(
            Message("--{} needs context that this story lacks or --no-context leaves out", missing[0].replace("_", "-"))
        )
    changes: dict[str, Value] = {}
    for control in lab.controls:
        given = getattr(options, control.id)
        if given is not None:
            value = None if control.choices else parse_number(given)
            changes[control.id] = given if value is None else value
    try:
        values = lab.apply_changes(lab.defaults, changes)
    except OutOfRange as error:
        return refuse(str(error))
    result = lab.run(values, lambda _: None) if lab.eager or getattr(options, "long", False) else None
    if options.json:
        return print_json(lab_as_json(lab, values, result))
    return print_text(lab_as_text(lab, values, options.width, result)) or DONE
