"""Detection of the language of an article, on which drafts depend."""

from pathlib import Path

import pytest

from deepseek_tui.article.extraction.language import FREQUENT_WORDS, LANGUAGES, language_of
from deepseek_tui.cli.main import main
from deepseek_tui.cli.new import OTHER_LANGUAGES

TEXTS = {
    "en": "The ferry is on the bay and the people are on the pier. It was to leave at noon, but there was no wind.",
    "fr": "Le bac passe la baie et les gens sont sur le quai. Il devait partir à midi, mais il n’y avait pas de vent.",
    "es": "El transbordador cruza la bahía y la gente está en el muelle. Tenía que salir a las doce, pero no había viento.",
    "pt": "A balsa atravessa a baía e as pessoas estão no cais. Ela devia sair ao meio-dia, mas não havia vento para isso.",
    "it": (
        "Il traghetto attraversa la baia e la gente è sul molo."
        " Doveva partire a mezzogiorno, ma non c’era vento per la vela."
    ),
    "de": (
        "Die Fähre fährt über die Bucht, und die Leute stehen am Ufer."
        " Sie sollte um zwölf ablegen, aber es war kein Wind da."
    ),
    "nl": (
        "De veerboot vaart over de baai en de mensen staan op de kade."
        " Hij zou om twaalf uur vertrekken, maar er was geen wind."
    ),
    "ca": (
        "El transbordador creua la badia i la gent és al moll."
        " Havia de sortir a les dotze, però no hi ha vent per a les veles."
    ),
    "ro": (
        "Bacul trece golful și oamenii sunt pe chei."
        " Trebuia să plece la prânz, dar nu era vânt și a fost oprit din cauza lui."
    ),
    "sv": "Färjan går över viken och folk står på kajen. Den skulle gå klockan tolv, men det var ingen vind att segla med.",
    "da": (
        "Færgen sejler over bugten, og folk står på kajen. Den skulle sejle klokken tolv, men der var ikke vind nok til det."
    ),
    "pl": (
        "Prom płynie przez zatokę i ludzie są na nabrzeżu. Miał odpłynąć w południe, ale nie było wiatru, więc nie po to są."
    ),
}


@pytest.mark.parametrize("language", TEXTS)
def test_language_of_two_sentences_is_detected(language: str) -> None:
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ansel Bay.",
        "12,5 — 40 — 1998",
        "Lautta kulkee lahden yli ja ihmiset ovat laiturilla. Sen piti lähteä kello kaksitoista.",
    ],
)
def test_no_language_is_detected_in_short_or_other_text(text: str) -> None:
    assert language_of(text) is None


def test_foreign_quotation_does_not_change_the_language_of_an_article() -> None:
    assert language_of(TEXTS["fr"] * 3 + "«\u00a0" + TEXTS["es"] + "\u00a0»") == "fr"


@pytest.mark.parametrize("language", sorted(set(TEXTS) - set(LANGUAGES)))
def test_article_in_another_language_is_refused_with_its_name(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(TEXTS[language], "utf-8")
    assert main(["new", str(article), "-o", str(tmp_path / "story.json")]) == 2
    assert f"seems to be in {OTHER_LANGUAGES[language]}" in " ".join(capsys.readouterr().err.split())
    assert not (tmp_path / "story.json").exists()


def test_every_recognised_language_has_a_name() -> None:
    assert set(FREQUENT_WORDS) == {*LANGUAGES, *OTHER_LANGUAGES}
