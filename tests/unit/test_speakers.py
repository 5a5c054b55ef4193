"""Speakers of quotations: word orders, offices, pronouns, inserted clauses, transcripts."""

from typing import Any

import pytest

from deepseek_tui.article.extraction.extract import ExtractedSentence, extract
from deepseek_tui.article.extraction.quotations import article_quotations, quotes


def extracted(text: str, language: str = "en") -> list[ExtractedSentence]:
    return extract(text, language)


def said(text: str, language: str = "en") -> list[str]:
    """Return the name of the speaker of each quotation in a text.

    It is empty for the article.
    """
    return [one.speaker for sentence in extract(text, language) for one in sentence.quotations]


def reasons(text: str, language: str = "en") -> list[str]:
    return [one.attribution.reason for sentence in extract(text, language) for one in sentence.quotations]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“It leaks,” said Una Falk.", ["Una Falk"]),
        ("“It leaks,” Una Falk replied.", ["Una Falk"]),
        ("“It leaks,” lighthouse keeper Una Falk told visitors.", ["Una Falk"]),
        ("“It leaks,” said the keeper of the lighthouse, Una Falk.", ["Una Falk"]),
        ("“It leaks,” said Una R. Falk, a keeper at Brill.", ["Una R. Falk"]),
        ("Una Falk, one of the oldest hands on Brill, said it was “leaking”.", ["Una Falk"]),
        ("Una Falk, who keeps the light, says: “It leaks.”", ["Una Falk"]),
        ("Asked about the roof, Una Falk answered that it was “leaking”.", ["Una Falk"]),
        ("According to Una Falk, the roof is “a sieve”.", ["Una Falk"]),
        ("Una Falk came down the stairs and said: “It leaks.”", ["Una Falk"]),
        ("“It leaks,” said Una Falk, “and it will not be mended.”", ["Una Falk", "Una Falk"]),
        ("“It leaks,” said Una Falk. “It always has.”", ["Una Falk", "Una Falk"]),
        ("“It leaks!” Una Falk said.", ["Una Falk"]),
        ("“It leaks. It always has,” said Una Falk.", ["Una Falk"]),
        ("Una Falk keeps the light. “It leaks,” she says.", ["Una Falk"]),
        ("Una Falk said it “leaks”, and Piet Lorn replied that it was “dry”.", ["Una Falk", "Piet Lorn"]),
        ("“It leaks,” said a cousin of Una Falk.", [""]),
        ("“It leaks,” said a spokesman for Una Falk.", [""]),
        ("Keepers on Brill said it was “leaking”.", [""]),
        ("The “leak” was found by Una Falk.", [""]),
        ("“It leaks,” said Una Falk and Piet Lorn.", [""]),
    ],
)
def test_speaker_of_an_english_quotation_is_found_in_each_word_order(text: str, speakers: list[str]) -> None:
    assert said(f"{text} Nothing else was heard on the island of Brill.") == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("« Le toit fuit », assène Una Falk.", ["Una Falk"]),
        ("« Le toit fuit », a indiqué mardi à la presse Una Falk.", ["Una Falk"]),
        ("« Le toit fuit », a déclaré le gardien du phare, Piet Lorn.", ["Piet Lorn"]),
        ("« Le toit fuit », s’est indignée la gardienne Una Falk.", ["Una Falk"]),
        ("Selon Una Falk, « le toit fuit ».", ["Una Falk"]),
        ("Pour Una Falk, « le toit fuit ».", ["Una Falk"]),
        ("Una Falk, gardienne du phare, a fait savoir que le toit « fuit ».", ["Una Falk"]),
        ("Una Falk est descendue. « Le toit fuit », dit-elle.", ["Una Falk"]),
        ("Una Falk : « Le toit fuit. »", ["Una Falk"]),
        ("« Le toit fuit », plaide Una Falk. Et d’ajouter : « Depuis toujours. »", ["Una Falk", "Una Falk"]),
        ("« Le toit fuit », a déclaré le porte-parole d’Una Falk.", [""]),
        ("« Le toit fuit », dit-on sur l’île.", [""]),
    ],
)
def test_speaker_of_a_french_quotation_is_found_in_each_word_order(text: str, speakers: list[str]) -> None:
    assert said(f"{text} Le reste de l’île n’a rien entendu.", "fr") == speakers


def test_surname_of_two_people_leaves_the_article_as_speaker_and_names_both() -> None:
    text = "Una Falk keeps the light. Her uncle, Piet Falk, owns it.\n\n“It leaks,” says Falk."
    assert said(text) == [""]
    assert "Una Falk or Piet Falk" in reasons(text)[0]


def test_courtesy_title_decides_between_two_people_of_one_surname() -> None:
    text = "Anna Falk keeps the light. Her uncle, Peter Falk, owns it.\n\n“It leaks,” says Mr Falk."
    assert said(text) == ["Peter Falk"]


def test_pronoun_that_can_mean_two_people_leaves_the_article_as_speaker() -> None:
    text = "Anna Falk met Clara Lorn on the stairs. “It leaks,” she said."
    assert said(text) == [""]
    assert "Anna Falk or Clara Lorn" in reasons(text)[0]


def test_pronoun_after_an_unnamed_witness_leaves_the_article_as_speaker() -> None:
    assert said("Anna Falk keeps the light. A neighbour saw the water. “It leaks,” she said.") == [""]


def test_office_alone_means_the_one_person_who_has_it() -> None:
    text = "The mayor, Olaf Brand, came on Monday.\n\n“It leaks,” the mayor said."
    assert said(text) == ["Olaf Brand"]
    assert said("Olaf Brand, mayor of Brill, met Piet Lund, mayor of Tarn.\n\n“It leaks,” the mayor said.") == [""]


def test_inserted_clause_is_removed_from_the_quoted_words() -> None:
    found = quotes("« Le toit fuit, explique Una Falk, gardienne du phare. Il pleut, dit-elle, partout. »", "fr")
    assert [one.words for one in found] == ["Le toit fuit. Il pleut partout."]
    assert said("« Le toit fuit, explique Una Falk, gardienne du phare. Il pleut. »", "fr") == ["Una Falk"]


@pytest.mark.parametrize("words", ["Il arrive, dit bonjour et repart", "Elle chante, explique le projet et sort"])
def test_verb_without_a_person_after_it_begins_no_inserted_clause(words: str) -> None:
    assert [one.words for one in quotes(f"« {words} »", "fr")] == [words]


def test_quotation_that_continues_in_the_next_paragraph_is_a_single_quotation() -> None:
    text = "“It leaks,” Una Falk said. “Nobody came.\n\n“Nobody will.” Then she left."
    found = [one for sentence in extracted(text) for one in sentence.quotations]
    assert [(one.words, one.speaker, one.last) for one in found] == [
        ("It leaks,", "Una Falk", (1, 1)),
        ("Nobody came. Nobody will.", "Una Falk", (2, 1)),
    ]


def test_quotation_that_never_closes_is_left_out() -> None:
    assert article_quotations(["“It leaks.", "“Nobody came.", "The end."]) == [[], [], []]


def test_single_marks_are_quotation_marks_and_apostrophes_are_not() -> None:
    found = quotes("‘It leaks,’ she said, ‘and it won’t stop.’ The keepers’ house is ‘dry’ in the ’90s.", "en")
    assert [one.words for one in found] == ["It leaks,", "and it won’t stop.", "dry"]
    assert [one.words for one in quotes("'It leaks,' she said. It's the keepers' house.", "en")] == ["It leaks,"]
    assert quotes("L'eau d'Una et l'air 'n' roll", "fr") == []


def test_mark_of_inches_opens_no_quotation() -> None:
    found = quotes('"It leaks," said the keeper, 5\'11" tall, of a 12" pipe. "It does."', "en")
    assert [one.words for one in found] == ["It leaks,", "It does."]


def test_labels_of_a_transcript_name_the_speakers() -> None:
    text = "HOST: Does the roof leak?\n\nFALK: Yes. It always has.\n\nPIET LORN (plumber): Not for long."
    found = [(one.words, one.speaker) for sentence in extracted(text) for one in sentence.quotations]
    assert found == [("Yes. It always has.", "Falk"), ("Not for long.", "Piet Lorn")]
    assert "HOST" not in [name for sentence in extracted(text) for name in sentence.names]


def test_answers_of_an_interview_are_those_of_the_only_person_named() -> None:
    text = "We met Una Falk on Brill.\n\nQ: Does it leak?\n\nA: It does."
    assert said(text) == ["Una Falk"]
    assert [sentence.attribution.status for sentence in extracted(text)] == ["stated", "question", "quoted"]


def test_repeated_notice_with_a_colon_is_no_transcript() -> None:
    text = "Read more: The roof.\n\nIt leaks.\n\nRead more: The light.\n\nUpdate: It is dry."
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("According to the Brill Tribune, the roof leaks.", "en", ("Brill Tribune", "outlet", "reported")),
        ("The Brill Lantern reports that the roof leaks.", "en", ("Brill Lantern", "outlet", "reported")),
        ("The harbour office says that the roof leaks.", "en", ("The harbour office", "organisation", "stated")),
        ("The roof leaks, the Health Ministry said on Monday.", "en", ("Health Ministry", "organisation", "stated")),
        ("Selon Le Courrier du Port, le toit fuit.", "fr", ("Le Courrier du Port", "outlet", "reported")),
        ("Le toit fuit, a indiqué la préfecture.", "fr", ("la préfecture", "organisation", "stated")),
        ("Several keepers say that the roof leaks.", "en", ("", "", "stated")),
        ("The roof leaks.", "en", ("", "", "stated")),
    ],
)
def test_outlets_and_bodies_speak_for_themselves(text: str, language: str, speaker: tuple[Any, ...]) -> None:
    found = extracted(text, language)[0].attribution
    assert (found.speaker.name, found.speaker.kind, found.status) == speaker


@pytest.mark.parametrize(
    ("text", "language", "status", "certainty"),
    [
        ("The roof leaks.", "en", "stated", "unhedged"),
        ("The keeper plans to mend the roof.", "en", "prediction", "unhedged"),
        ("The roof could cost 900 crowns.", "en", "prediction", "hedged"),
        ("The roof is expected to hold.", "en", "prediction", "hedged"),
        ("The roof may be the oldest on the coast.", "en", "stated", "hedged"),
        ("Whether the roof will hold is not known.", "en", "question", "left open"),
        ("Will it hold?", "en", "question", "left open"),
        ("The keeper did not say whether it would hold.", "en", "stated", "left open"),
        ("The new roof is an absurd idea.", "en", "opinion", "unhedged"),
        ("Le toit fuit.", "fr", "stated", "unhedged"),
        ("Le toit devrait tenir jusqu’en mai.", "fr", "prediction", "hedged"),
        ("Le toit sera réparé en mai.", "fr", "prediction", "unhedged"),
        ("Le toit fuirait depuis des mois et aurait été mal posé.", "fr", "stated", "hedged"),
        ("On ignore si le toit tiendra.", "fr", "question", "left open"),
        ("Le gardien n’a pas précisé si le toit tenait.", "fr", "stated", "left open"),
        ("Ce toit est une honte, et il faut le refaire.", "fr", "opinion", "unhedged"),
        ("Il est allé à l’opéra avec sa caméra.", "fr", "stated", "unhedged"),
    ],
)
def test_cue_words_decide_status_and_certainty(text: str, language: str, status: str, certainty: str) -> None:
    found = extracted(text, language)[0].attribution
    assert (found.status, found.certainty) == (status, certainty)


def test_every_attribution_has_a_reason_in_the_language_of_the_article() -> None:
    english = extracted("The roof could cost 900 crowns, said Una Falk. It leaks.")
    assert [one.attribution.reason for one in english] == [
        "“said” stands beside Una Falk; “could cost” looks ahead; “could” hedges",
        "the article’s own words; no word hedges it",
    ]
    french = extracted("Le toit devrait tenir, assure Una Falk.", "fr")
    assert french[0].attribution.reason == (
        "«\u00a0assure\u00a0» accompagne Una Falk\u202f; «\u00a0devrait\u00a0» porte sur l’avenir"
        "\u202f; «\u00a0devrait\u00a0» atténue"
    )
