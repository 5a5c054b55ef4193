"""The words of the title bar above a story."""

from typing import NamedTuple

from deepseek_tui.panes.render_context import RenderContext


class StoryHeader(NamedTuple):
    """The title of the story and the state of the reading, in the interface language."""

    title: str
    """The story's title."""
    state: str
    """Progress of a reload, context, language and edition, separated by dots."""

    @classmethod
    def of(cls, reading: RenderContext, progress: str = "") -> "StoryHeader":
        """Return the header of a story; `progress` says how much of a newer edition is read."""
        words, story = reading.words.screen, reading.story
        context = words.context_shown if reading.context else words.context_hidden
        edition = words.edition.format(reading.say(story.edition.version))
        language = reading.language
        if language not in story.languages:
            language = words.told_in.format(language, story.languages[0])
        return cls(reading.say(story.title), " · ".join(filter(None, (progress, context, language, edition))))
