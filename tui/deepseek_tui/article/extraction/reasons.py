"""Texts for the reasons of guessed speakers, statuses and certainties."""

from typing import NamedTuple


class ReasonTexts(NamedTuple):
    """The reasons of guesses in one language; {0}, {1} are words of the article."""

    named: str
    alone: str
    same_speaker: str
    continued: str
    turn: str
    several: str
    unnamed: str
    unclear_pronoun: str
    no_speaker: str
    own_words: str
    quoted: str
    question_mark: str
    open_question: str
    asked: str
    outlet: str
    prediction: str
    opinion: str
    hedged: str
    left_open: str
    no_cue: str
    both: str
    apart: str
    open_mark: str
    close_mark: str

    def words(self, text: str) -> str:
        """Return words of the article between the quotation marks of the language."""
        return f"{self.open_mark}{text}{self.close_mark}"

    def choice(self, names: tuple[str, ...]) -> str:
        """Return the names of several possible speakers as one phrase."""
        return self.both.join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


REASONS = {
    "en": ReasonTexts(
        named="{0} stands beside {1}",
        alone="{0} can only mean {1}",
        same_speaker="follows words of {0} without another speaker",
        continued="{0} continues words of {1}",
        turn="the label {0} opens the paragraph",
        several="either {0} may be meant, so the article speaks",
        unnamed="{0} is not named, so the article speaks",
        unclear_pronoun="{0} may mean several people or none of those named, so the article speaks",
        no_speaker="no speaker stands beside it, so the article speaks",
        own_words="the article’s own words",
        quoted="quotation marks",
        question_mark="a question mark",
        open_question="{0} leaves it open",
        asked="{0} asks",
        outlet="reported by {0}",
        prediction="{0} looks ahead",
        opinion="{0} judges",
        hedged="{0} hedges",
        left_open="{0} leaves it open",
        no_cue="no word hedges it",
        both=" or ",
        apart="; ",
        open_mark="“",
        close_mark="”",
    ),
    "fr": ReasonTexts(
        named="{0} accompagne {1}",
        alone="{0} ne peut désigner que {1}",
        same_speaker="suit des propos de {0} sans autre locuteur",
        continued="{0} prolonge les propos de {1}",
        turn="le paragraphe s’ouvre sur {0}",
        several="ce peut être {0}\u00a0: l’article parle",
        unnamed="{0} n’est pas nommé\u00a0: l’article parle",
        unclear_pronoun="{0} peut désigner plusieurs personnes, ou aucune de celles qui sont nommées\u00a0: l’article parle",
        no_speaker="aucun locuteur à côté\u00a0: l’article parle",
        own_words="mots de l’article",
        quoted="guillemets",
        question_mark="point d’interrogation",
        open_question="{0} laisse la question ouverte",
        asked="{0} interroge",
        outlet="rapporté par {0}",
        prediction="{0} porte sur l’avenir",
        opinion="{0} juge",
        hedged="{0} atténue",
        left_open="{0} laisse la question ouverte",
        no_cue="aucun mot n’atténue",
        both=" ou ",
        apart="\u202f; ",
        open_mark="«\u00a0",
        close_mark="\u00a0»",
    ),
}
"""The reasons by the language of the article."""
