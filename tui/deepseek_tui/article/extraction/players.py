"""The players of an article: names with merged short forms, and kinds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from deepseek_tui.article.extraction.extract import ExtractedSentence
from deepseek_tui.article.extraction.kinds import KindGuess, NameUse, is_person_shaped, kind_of
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.name_lists import COMPASS, LEGAL_FORMS
from deepseek_tui.article.extraction.names import name_key
from deepseek_tui.article.extraction.word_lists import FUNCTION_WORDS


@dataclass
class NamedPlayer:
    """A named player, with the sentences that mention its full or short name."""

    name: str
    places: list[tuple[int, int]] = field(default_factory=list)
    spellings: set[str] = field(default_factory=set)
    """The forms of the name, folded: in lower case without accents."""
    uses: list[NameUse] = field(default_factory=list)

    @property
    def guess(self) -> KindGuess:
        """The guessed kind of the player, with the words that show it."""
        return kind_of(self.name, self.uses)

    def absorb(self, other: "NamedPlayer") -> None:
        """Add the mentions of a short form of the name."""
        self.places = sorted({*self.places, *other.places})
        self.spellings |= other.spellings
        self.uses += other.uses


def players_of(sentences: Sequence[ExtractedSentence]) -> list[NamedPlayer]:
    """Return the named players of an article, in the order of their first mention.

    A short form is merged into a longer name if only one fits: a surname or first name of a person, a company
    without its legal form, an acronym printed after the name. South Sudan is not Sudan.
    """
    found: dict[str, NamedPlayer] = {}
    for sentence in sentences:
        for name, use in _uses(sentence):
            player = found.setdefault(name_key(name), NamedPlayer(name, spellings={name_key(name)}))
            place = (sentence.paragraph, sentence.sentence)
            if place not in player.places:
                player.places.append(place)
            player.uses.append(use)
    for key in sorted(found, key=len):
        whole = _whole_name(key, found)
        if whole:
            found[whole].absorb(found.pop(key))
    return sorted(found.values(), key=lambda player: player.places[0])


def _uses(sentence: ExtractedSentence) -> Iterator[tuple[str, NameUse]]:
    """Yield the names of a sentence with the text around each occurrence.

    A name inside a longer one is left out.
    """
    text = sentence.text
    uses: list[tuple[int, str, NameUse]] = []
    for name in sorted(sentence.names, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            start, end = match.span()
            if not any(at <= start < at + len(longer) for at, longer, _ in uses):
                uses.append((start, name, NameUse(sentence.text[:start], sentence.text[end:])))
    for _, name, use in sorted(uses, key=lambda each: each[0]):
        yield name, use


def _whole_name(key: str, found: dict[str, NamedPlayer]) -> str:
    """Return the key of the one longer name that fits a short form.

    The result is empty if none or several fit.
    """
    longer = [
        whole
        for whole, player in found.items()
        if whole != key and (_is_acronym(key, player) or _is_company(key, whole) or _is_part(key, found[key], whole, player))
    ]
    longest = [whole for whole in longer if not any(f" {whole}" in f" {other} "[:-1] for other in longer if other != whole)]
    return longest[0] if len(longest) == 1 else ""


def _is_acronym(key: str, player: NamedPlayer) -> bool:
    words = [word for word in re.findall(r"[^\W_]+", folded(player.name)) if word not in FUNCTION_WORDS]
    initials = "".join(word[0] for word in words)
    return key == initials and any(re.match(rf" \({re.escape(key)}\)", use.after, re.IGNORECASE) for use in player.uses)


def _is_company(key: str, whole: str) -> bool:
    rest = whole.removeprefix(f"{key} ")
    return rest != whole and rest.replace(".", "") in LEGAL_FORMS


def _is_part(key: str, part: NamedPlayer, whole: str, player: NamedPlayer) -> bool:
    """Return whether a word can only be a person's surname or first name."""
    if not is_person_shaped(player.name) or whole.split(maxsplit=1)[0] in COMPASS:
        return False
    alone = kind_of(part.name, part.uses).kind
    if whole.endswith((f" {key}", f"-{key}")):
        return alone in {"", "person"} or (player.guess.kind == "person" and alone != "place")
    return whole.startswith(f"{key} ") and alone in {"", "person"} and player.guess.kind == "person"
