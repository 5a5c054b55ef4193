"""The people, bodies and outlets of an article, found by name or office."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from deepseek_tui.article.extraction.clauses import Token, TokenizedParagraph
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.speech_words import (
    ANAPHORIC_BODIES,
    BODIES,
    COMPANY_ENDINGS,
    FEMALE_NAMES,
    FEMALE_OFFICES,
    FEMALE_TITLES,
    MALE_NAMES,
    MALE_OFFICES,
    MALE_TITLES,
    OUTLET_WORDS,
    OUTLETS_WITH_ARTICLE,
    PREPOSITIONS,
    RANKS,
    TITLES,
    is_office,
)
from deepseek_tui.article.extraction.word_lists import PARTICLES

_PLACE_WORDS = frozenset(
    (
        *("street", "road", "square", "bay", "lake", "river", "mount", "port", "north", "south", "east", "west", "new"),
        *("town", "united", "rovers", "fc", "athletic", "wanderers"),
        *("island", "islands", "sea", "ocean", "valley", "bridge", "park", "hall", "station", "airport", "city", "county"),
        *(
            "rue",
            "place",
            "saint",
            "sainte",
            "lac",
            "mont",
            "nord",
            "sud",
            "ile",
            "gare",
            "pont",
            "exchange",
            "act",
            "prize",
        ),
    )
)
_ARTICLES = frozenset(("the", "le", "la", "les", "l'"))
_BEFORE_PLACES = frozenset(("in", "at", "near", "au", "aux", "en", "dans", "du", "des"))
"""Words before the names of places and bodies, rarely before those of people."""
_TOLD = frozenset(("told", "tells", "telling"))
_SAID_OF = frozenset(
    (
        "as",
        "is",
        "was",
        "who",
        "qui",
        "est",
        "comme",
        "became",
        "devenu",
        "devenue",
        "ete",
        "nomme",
        "nommee",
        "whose",
        "dont",
    )
)
"""Words that introduce the office of a person already named, such as "as"."""
_SEPARATORS = str.maketrans("-‑'’.", "     ")


@dataclass
class Person:
    """A person of the article, with what is known of gender and offices."""

    name: str
    gender: str = ""
    """The letter m or f, or empty if unknown."""
    offices: set[str] = field(default_factory=set)
    is_evident: bool = False
    """Whether a first name, a title, an office or an age shows that the name is a person's."""


class People:
    """The people whom an article names, found by full name, surname or office."""

    def __init__(self, passages: Sequence[TokenizedParagraph]) -> None:
        self._people: dict[str, Person] = {}
        self._by_part: dict[str, list[str]] = {}
        self._bodies: dict[str, str] = {}
        self._outlets: set[str] = set()
        self._article_before: set[str] = set()
        self._places: set[str] = set()
        self._named_bodies: dict[str, set[str]] = {}
        lines = [tokens for passage in passages for tokens in _lines(passage)]
        for tokens in lines:
            self._register_bodies(tokens)
        for tokens in lines:
            self._register_people(tokens)
        for person in self._people:
            for part in (*person.split()[-1:], *person.split()[:1]):
                self._by_part.setdefault(part, []).append(person)
        for tokens in lines:
            self._learn(tokens)

    def candidates(self, name: str, title: str = "") -> tuple[str, ...]:
        """Return the full names of the people to whom a printed name can refer.

        A title such as "Mrs" excludes those of the other gender. A name of no known person is returned unchanged.
        """
        key = folded(name)
        if key in self._people:
            return (self._people[key].name,)
        if " " not in key:
            keys = [whole for whole in self._by_part.get(key, ()) if whole.split()[-1] == key] or self._by_part.get(key, [])
        else:
            keys = [whole for whole in self._people if whole.endswith(f" {key}")]
        gender = gender_of_title(title)
        fitting = [whole for whole in keys if not gender or self._people[whole].gender in ("", gender)]
        return tuple(dict.fromkeys(self._people[whole].name for whole in fitting)) or (name,)

    def person(self, name: str) -> Person | None:
        """Return the person with a name, or None if several people may have it."""
        found = self.candidates(name)
        return self._people.get(folded(found[0])) if len(found) == 1 else None

    def everyone(self) -> tuple[str, ...]:
        """Return the names of all people of the article."""
        return tuple(person.name for person in self._people.values())

    def of_office(self, office: str) -> tuple[str, ...]:
        """Return the names of the people who are said to have an office."""
        return tuple(person.name for person in self._people.values() if office in person.offices)

    def bodies_called(self, noun: str) -> tuple[str, ...]:
        """Return the bodies introduced with a given noun, as in "the group Calvac"."""
        return tuple(self._named_bodies.get(noun, ()))

    def body(self, name: str) -> str:
        """Return the full name of an outlet or body with this short name.

        A name without a longer form is returned unchanged.
        """
        name = name.removeprefix("The ")
        key = folded(name)
        longer = {whole.removeprefix("The ") for word, whole in self._bodies.items() if word.endswith(f" {key}")} - {name}
        return longer.pop() if len(longer) == 1 and " " not in key else name

    def kind(self, name: str) -> str:
        """Return the kind of source that a name belongs to: person, outlet or organisation."""
        key = folded(name.removeprefix("The "))
        if key in self._outlets or self.is_outlet(name):
            return "outlet"
        if self.person(name) is not None:
            return "person"
        return "organisation"

    def is_outlet(self, name: str) -> bool:
        """Return whether a name is that of a newspaper, an agency or a station."""
        words = folded(name).translate(_SEPARATORS).split()
        if folded(name) in OUTLET_WORDS or any(word in OUTLET_WORDS for word in words):
            return folded(name) not in self._people
        named = len(words) > 1 or folded(name) in self._article_before
        return named and words[-1] in OUTLETS_WITH_ARTICLE and folded(name) not in self._people

    def mentioned(self, tokens: Sequence[Token]) -> list[Person]:
        """Return the people whom a clause names, each once."""
        found: dict[str, Person] = {}
        for token in tokens:
            if token.kind == "name" and (person := self.person(token.text)):
                found.setdefault(person.name, person)
        return list(found.values())

    def _register_bodies(self, tokens: Sequence[Token]) -> None:
        for place, token in enumerate(tokens):
            if token.kind != "name":
                continue
            key = folded(token.text)
            before = [one.key for one in tokens[max(0, place - 2) : place]]
            if before and before[-1] in _ARTICLES:
                self._article_before.add(key)
            if before and (before[-1] in _TOLD or (before[-1] in _ARTICLES and before[0] in _TOLD)) and _may_be_outlet(key):
                self._outlets.add(key)
            after = tokens[place + 1 : place + 3]
            employs = len(after) == 2 and is_office(after[0].key) and after[1].kind == "name" and not token.is_possessive
            if before and before[-1] in ANAPHORIC_BODIES:
                self._named_bodies.setdefault(before[-1], set()).add(token.text)
            if (before and before[-1] in ANAPHORIC_BODIES) or employs:
                self._bodies.setdefault(key, token.text)
            if before and before[-1] in _BEFORE_PLACES:
                self._places.add(key)
            if has_body_word(key) or self.is_outlet(token.text):
                self._bodies.setdefault(key, token.text)

    def _register_people(self, tokens: Sequence[Token]) -> None:
        for place, token in enumerate(tokens):
            if token.kind != "name":
                continue
            key, before = folded(token.text), tokens[place - 1].key if place else ""
            after = [one.key for one in tokens[place + 1 : place + 4]]
            has_age = len(after) > 1 and after[0] == "," and after[1].isdigit() and len(after[1]) == 2
            titled = before in FEMALE_TITLES | MALE_TITLES | TITLES or is_office(before) or before in RANKS or has_age
            titled = titled or key in FEMALE_NAMES | MALE_NAMES
            if key in self._bodies or key in self._outlets or self.is_outlet(token.text):
                continue
            if not titled and (" " not in key or not _may_be_person(key, before) or self._is_place(key)):
                continue
            if titled and " " not in key and any(whole.endswith(f" {key}") for whole in self._people):
                continue
            person = self._people.setdefault(key, Person(token.text, gender_of_name(key)))
            person.is_evident = person.is_evident or titled or bool(person.gender) or after[1:2] in (["who"], ["qui"])
            person.gender = person.gender or gender_of_title(before)
        for key in [key for key in self._people if " " not in key]:
            if any(whole.endswith(f" {key}") for whole in self._people):
                del self._people[key]

    def _is_place(self, key: str) -> bool:
        return key in self._places and key.split(maxsplit=1)[0] not in FEMALE_NAMES | MALE_NAMES

    def _learn(self, tokens: Sequence[Token]) -> None:
        """Store the offices and genders that are printed beside the names of people."""
        for place, token in enumerate(tokens):
            person = self.person(token.text) if token.kind == "name" else None
            if person is None:
                continue
            person.is_evident = person.is_evident or folded(token.text) != folded(person.name)
            for office in _offices_beside(tokens, place):
                person.offices.add(office)
                person.is_evident = True
                person.gender = person.gender or gender_of_office(office)


def _lines(passage: TokenizedParagraph) -> Iterator[list[Token]]:
    """Yield the tokens of each sentence and of interruptions in its quotations."""
    for start, end in passage.spans:
        yield passage.tokens(start, end)
    inside = replace(passage, quotations=(), covered=0)
    for quotation in passage.quotations:
        for start, end in quotation.incises:
            yield inside.tokens(start, end)


def _offices_beside(tokens: Sequence[Token], place: int) -> Iterator[str]:
    """Yield the offices directly before a name or in an apposition."""
    before = [token.key for token in tokens[max(0, place - 6) : place]]
    if before and before[-1] == ",":
        before = before[:-1]
        yield from (word for word in reversed(before) if is_office(word) and "," not in before[before.index(word) :])
    elif before and is_office(before[-1]):
        yield before[-1]
    after = [token.key for token in tokens[place + 1 : place + 8]]
    if after and after[0] == ",":
        rest = after[1:]
        rest = rest[: rest.index(",")] if "," in rest else rest
        yield from (word for word in rest[:4] if is_office(word))


def has_body_word(key: str) -> bool:
    """Return whether a folded name contains a word such as "ministry" or "ltd"."""
    words = key.translate(_SEPARATORS).split()
    return any(word in BODIES or word in COMPANY_ENDINGS for word in words)


def _may_be_person(key: str, before: str) -> bool:
    words = key.translate(_SEPARATORS).split()
    if words[0] in FEMALE_NAMES | MALE_NAMES:
        return True
    if before in _ARTICLES or words[0] in ("the", "le", "la", "les"):
        return False
    return not any(
        word in BODIES or word in COMPANY_ENDINGS or word in _PLACE_WORDS or any(c.isdigit() for c in word) or word == "&"
        for word in words
    ) and (len(words) <= 4 or any(word in PARTICLES for word in words))


def _may_be_outlet(key: str) -> bool:
    return not has_body_word(key) and key.split(maxsplit=1)[0] not in FEMALE_NAMES | MALE_NAMES


def gender_of_name(key: str) -> str:
    """Return the gender of a frequent first name, or an empty string."""
    first = key.split(maxsplit=1)[0] if " " in key else ""
    return "f" if first in FEMALE_NAMES else "m" if first in MALE_NAMES else ""


def gender_of_title(title: str) -> str:
    """Return the gender of a title such as "Mrs", or ""."""
    key = folded(title).strip(".")
    return "f" if key in FEMALE_TITLES else "m" if key in MALE_TITLES else gender_of_office(key)


def gender_of_office(office: str) -> str:
    """Return the gender of an office such as "présidente", or an empty string."""
    return "f" if office in FEMALE_OFFICES else "m" if office in MALE_OFFICES else ""


def unnamed_people(tokens: Sequence[Token]) -> list[str]:
    """Return the offices in a clause that have no name beside them."""
    found = []
    for place, token in enumerate(tokens):
        if token.kind != "word" or not is_office(token.key):
            continue
        near = tokens[max(0, place - 2) : place + 4]
        # "The pianist" at the start of a sentence refers to a person named earlier.
        if any(one.text in ("The", "Le", "La", "L’", "L'") for one in tokens[max(0, place - 2) : place]):
            continue
        said_of = any(one.key in _SAID_OF for one in tokens[max(0, place - 5) : place])
        if (
            not said_of
            and not any(one.kind == "name" for one in near)
            and not any(one.key in PREPOSITIONS for one in near[:1])
        ):
            found.append(token.key)
    return found
