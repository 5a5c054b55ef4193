"""Choice of the interface language."""

import pytest

from deepseek_tui.user_data.interface_language import interface_language


@pytest.mark.parametrize(
    ("chosen", "environment", "story", "language"),
    [
        ("en", {"LC_ALL": "fr_FR.UTF-8"}, ["fr"], "en"),
        (None, {"LC_ALL": "fr_FR.UTF-8", "LANG": "en_US.UTF-8"}, ["en"], "fr"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "fr", "LANG": "en_US"}, ["en"], "fr"),
        (None, {"LANG": "fr_CA@euro"}, ["en"], "fr"),
        (None, {"LANG": "en-GB"}, ["fr"], "en"),
        (None, {"LC_ALL": "C", "LANG": "en_US.UTF-8"}, ["fr"], "fr"),
        (None, {"LC_ALL": "C.UTF-8"}, ["en"], "en"),
        (None, {"LANG": "POSIX"}, ["fr", "en"], "fr"),
        (None, {"LANG": "de_DE.UTF-8"}, ["fr"], "fr"),
        (None, {}, ["de", "fr"], "en"),
        (None, {}, [], "en"),
        ("de", {}, ["fr"], "fr"),
    ],
)
def test_language_option_overrides_environment_and_environment_overrides_story(
    chosen: str | None, environment: dict[str, str], story: list[str], language: str
) -> None:
    assert interface_language(chosen, environment, story) == language
