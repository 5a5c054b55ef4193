"""Page "About this story" of the Overview: edition and article."""

from deepseek_tui.i18n.languages import LANGUAGES, language_of
from deepseek_tui.panes.blocks import Block, Field, Heading
from deepseek_tui.panes.common_blocks import plain, unconfirmed
from deepseek_tui.panes.local_copy import article_text_fields
from deepseek_tui.panes.render_context import RenderContext


def edition_version(reading: RenderContext) -> str:
    """Return the version and the date of the edition."""
    edition = reading.story.edition
    return f"{reading.say(edition.version)} · {reading.date(edition.date)}"


def edition_blocks(reading: RenderContext) -> tuple[Block, ...]:
    """Return text blocks on the edition of the story and its article."""
    story, words = reading.story, reading.words.panes
    article, unknown = story.article, words.not_stated
    languages = ", ".join(language_of(language).name if language in LANGUAGES else language for language in story.languages)
    return (
        Field(words.version, plain(edition_version(reading))),
        Field(words.editor, plain(reading.say(story.edition.by))),
        Field(words.licence, plain(reading.say(story.edition.licence))),
        Field(words.changes, plain(reading.say(story.edition.changes))),
        Field(words.languages, plain(languages)),
        *unconfirmed(reading, story.edition),
        Heading(words.article),
        Field(words.article_title, plain(reading.say(article.title) or unknown)),
        Field(words.publisher, plain(reading.say(article.publisher) or unknown)),
        Field(words.author, plain(reading.say(article.author) or unknown)),
        Field(words.published, plain(reading.date(article.published) if article.published else unknown)),
        Field(words.address, plain(article.url or unknown)),
        *unconfirmed(reading, article),
        *article_text_fields(reading),
    )
