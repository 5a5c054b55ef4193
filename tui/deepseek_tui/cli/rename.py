"""The `rename` command, which renames an id of a story and every reference to it."""

import argparse

from deepseek_tui.cli.message_language import message_language, translate
from deepseek_tui.cli.output import DONE, REFUSED, notice, print_error_line, print_problems, refuse
from deepseek_tui.story.format.messages import Message


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the `rename` command to a parser."""
    parser.add_argument("story", metavar="STORY", help=Message("the path of the story file"))
    parser.add_argument("old_id", metavar="OLD", help=Message("the id of an item"))
    parser.add_argument(
        "new_id", metavar="NEW", help=Message("its new id: small letters and digits, joined by single hyphens")
    )


def run(options: argparse.Namespace) -> int:
    """Rename the id in the story file and return the exit status."""
    from deepseek_tui.editing.errors import EditError
    from deepseek_tui.editing.renaming import RenameId
    from deepseek_tui.editing.story_file import open_story, read_only_message, read_only_reason
    from deepseek_tui.i18n.catalogue import words_in
    from deepseek_tui.story.loading.diagnostics import InvalidInput, one_line
    from deepseek_tui.user_data.atomic_files import SaveError, replace

    if options.old_id == options.new_id:
        return refuse(Message("the old and the new id are the same"))
    try:
        reason = read_only_reason(options.story)
        if reason is not None:
            return refuse(read_only_message(reason, options.story))
        file, story = open_story(options.story)
        number = len(story.references_to(options.old_id))
        story.apply(RenameId(options.old_id, options.new_id))
        file.save(story.document, replace)
    except InvalidInput as error:
        return print_problems(error)
    except EditError as error:
        for problem in error.problems:
            print_error_line(problem._replace(file=one_line(options.story)).worded(translate))
        return REFUSED
    except SaveError as error:
        return refuse(error.message(words_in(message_language()).export))
    notice(_done(options.story, options.old_id, options.new_id, number))
    return DONE


def _done(path: str, old: str, new: str, number: int) -> Message:
    from deepseek_tui.story.loading.diagnostics import one_line

    if number == 0:
        return Message("{0}: {1} is now {2}; nothing refers to it", one_line(path), old, new)
    if number == 1:
        return Message("{0}: {1} is now {2}, and so is the one reference to it", one_line(path), old, new)
    return Message("{0}: {1} is now {2}, and so are the {3} references to it", one_line(path), old, new, number)
