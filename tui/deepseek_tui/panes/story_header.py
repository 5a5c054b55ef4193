"""The text of the title bar above a story."""

from typing import NamedTuple

from deepseek_tui.panes.render_context import RenderContext


class StoryHeader(NamedTuple):
    """Title and state of an open story, in the interface language."""

    story_title: str
    title: str
    """The title of the story or an error of its file, after a warning about unsaved annotations."""
    state: str
    """The progress of a reload, the context, the language and the edition, separated by dots."""

    @classmethod
    def of(cls, reading: RenderContext, *, error: str = "", progress: str = "", is_unsaved: bool = False) -> "StoryHeader":
        """Create the header of a story for the title bar.

        `error` is the error of its file, `progress` how much of a newer edition is read, and `is_unsaved` whether
        annotations wait to be saved. Warnings come first, where they are never cut.
        """
        words, story = reading.words.screen, reading.story
        title = words.fault.format(error) if error else reading.say(story.title)
        if is_unsaved:
            title = f"{reading.words.notebook.not_saved} · {title}"
        context = words.context_shown if reading.context else words.context_hidden
        edition = words.edition.format(reading.say(story.edition.version))
        language = reading.language
        if language not in story.languages:
            language = words.told_in.format(language, story.languages[0])
        return cls(reading.say(story.title), title, " · ".join(filter(None, (progress, context, language, edition))))
