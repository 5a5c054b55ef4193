"""Texts in one language or in several."""

from deepseek_tui.story.format.text import languages_of, say


def test_text_in_a_missing_language_falls_back_to_the_first_language() -> None:
    assert say({"fr": "un", "en": "one"}, "en") == "one"
    assert say({"fr": "un"}, "en") == "un"
    assert say("Acme\x1b", "en") == "Acme␛"
    assert languages_of("Acme") == ()
    assert languages_of({"fr": "un", "en": "one"}) == ("fr", "en")
