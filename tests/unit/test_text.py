"""A text in one language or in several."""

from deepseek_tui.story.format.text import languages_of, say


def test_a_text_is_said_in_the_language_asked_for_or_in_its_first() -> None:
    assert say({"fr": "un", "en": "one"}, "en") == "one"
    assert say({"fr": "un"}, "en") == "un"
    assert say("Acme\x1b", "en") == "Acme␛"
    assert languages_of("Acme") == ()
    assert languages_of({"fr": "un", "en": "one"}) == ("fr", "en")
