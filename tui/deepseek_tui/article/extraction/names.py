"""Extraction of proper names from a text."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from deepseek_tui.article.extraction.french_institutions import whole_institutions
from deepseek_tui.article.extraction.gazetteer import is_known_place
from deepseek_tui.article.extraction.mention import SPACE, Mention, folded, word_set
from deepseek_tui.article.extraction.name_lists import (
    COMMON_ACRONYMS,
    COMMON_STARTS,
    COMPASS,
    GEOGRAPHIC_HEADS,
    INTERFACE_WORDS,
    OFFICE_MODIFIERS,
    OFFICES,
    ORGANISATION_HEADS,
    ROYAL_TITLES,
    TOPICAL_HEADS,
    TOPICS,
)
from deepseek_tui.article.extraction.name_tokens import (
    NameToken,
    has_capital,
    is_adjective,
    is_function_word,
    is_heading,
    name_tokens,
)
from deepseek_tui.article.extraction.word_lists import FUNCTION_WORDS, INSTITUTIONS, MONTHS, WEEKDAYS


@dataclass(frozen=True, slots=True)
class NameMention(Mention):
    """A proper name in a text: capitalised words, an acronym or a product's name.

    `is_certain` is false if the capital may only be that of the first word of a sentence.
    """

    is_certain: bool = True

    @property
    def key(self) -> str:
        """The normalised form that all spellings of the name share."""
        return name_key(self.text)


def name_key(name: str) -> str:
    """Return a name folded, without a leading article and the full stops of abbreviations."""
    key = folded(name)
    return re.sub(r"(?<=\w)\.(?!\w\w)", "", key.removeprefix("the ") if key.count(" ") else key)


_BETWEEN = re.compile(rf"{SPACE}*(?:&{SPACE}*)?")
_ELIDED_OF = re.compile(rf"{SPACE}d[’'‘]")
_HEADS = ORGANISATION_HEADS | GEOGRAPHIC_HEADS
_NAME_PARTICLES = word_set("de von van der den bin al ibn da di do dos du la le el y ter ten ben")
_NAMED_AFTER_AIMS = word_set(
    "union campaign trust coalition alliance movement network college court tribunal campaigners friends"
)
_JOINING = _NAME_PARTICLES | frozenset(("of", "for", "on", "in", "and", "the", "des", "l", "aux"))
_ARTICLES = frozenset(("the", "a", "an", "le", "la", "les", "un", "une"))
_NAMES_LIKE_FUNCTION_WORDS = word_set(
    "per will grace such one son ma ton dans face des sept ca tu lui est nul si an nos face sans seven pres ben"
)
"""Function words of one language that are names, or parts of names, in the other."""
_LAST_WORDS = word_set("today now without up over out one all more")
_BRAND_STARTS = word_set(
    "air radio gaz new big blue green black red white gold social global national international great gas"
)
"""Common words that begin a name when another capitalised word follows."""
_PLACE_ARTICLES = frozenset(("la", "le", "les", "the", "los", "las", "el"))
_MODIFIER_NAMES = frozenset(("open", "airways", "airlines", "express", "cup", "grand", "telecom", "ocean", "sea"))


def names(text: str, language: str, lowercase_words: Collection[str] = frozenset()) -> list[NameMention]:
    """Return the proper names mentioned in a text.

    They are runs of capitalised words, acronyms and product names (H100, iOS, ChatGPT). `lowercase_words` holds folded words
    that occur in lower case elsewhere, and so are no names at the start of a sentence. Adjectives of nationality, months,
    days of the week, titles, addresses and headings are no names.
    """
    headings = [match.span() for match in re.finditer(r"[^\n]+", text) if is_heading(match.group())]
    finder = _NameFinder(text, language, lowercase_words)
    found = [
        name
        for run in _runs(text, language)
        for name in finder.names_in(run)
        if not any(start <= name.start < end for start, end in headings)
    ]
    if language != "fr":
        return found
    return [
        NameMention(
            start, end, text[start:end], is_certain=all(name.is_certain for name in found if start <= name.start < end)
        )
        for start, end in whole_institutions(text, [(name.start, name.end) for name in found])
    ]


def _runs(text: str, language: str) -> Iterator[list[NameToken]]:
    """Yield the sequences of capitalised words, with the particles between them."""
    run: list[NameToken] = []
    particles: list[NameToken] = []
    for word in name_tokens(text, language):
        if run and not _are_adjacent(text, (particles or run)[-1], word, run):
            yield run
            run, particles = [], []
        if word.is_capitalised or (run and not particles and word.text.isdigit() and len(word.text) < 3):
            if particles and not _may_join(run, particles, word, language):
                yield run
                run, particles = [], []
            run = [*run, *particles, word] if run else [word]
            particles = []
        elif run and word.key in _JOINING and len(particles) < 2:
            particles.append(word)
        elif run:
            yield run
            run, particles = [], []
    if run:
        yield run


def _are_adjacent(text: str, one: NameToken, other: NameToken, run: Sequence[NameToken]) -> bool:
    if _BETWEEN.fullmatch(text, one.end, other.start):
        return True
    can_join = one is run[-1] and (one.key in _HEADS or (len(run) == 1 and not one.first and not one.is_distinctive))
    return can_join and _ELIDED_OF.fullmatch(text, one.end, other.start) is not None


def _may_join(run: Sequence[NameToken], particles: Sequence[NameToken], word: NameToken, language: str) -> bool:
    """Return whether particles belong to a name, as in "Bank of Katmar"."""
    keys = [particle.key for particle in particles]
    head = run[-1].key
    is_head = head in _HEADS or head.removesuffix("s") in _HEADS
    if len(run) == 1 and run[0].first and not is_head:
        return keys[0] in _NAME_PARTICLES and not run[0].is_distinctive
    if keys == ["of"] and _is_portfolio(run[-1], "of", word):
        return True
    if is_adjective(word.text) and keys != ["of", "the"]:
        return False
    if keys == ["for"] and language == "fr":
        return True  # English in a French text can only be a name.
    if keys == ["in"]:
        return "for" in {token.key for token in run} and is_known_place(word.text)
    if keys[0] in {"and", "for", "on"} or keys in (["of", "and"], ["the"]):
        topical = "for" in keys and run[-1].key in _NAMED_AFTER_AIMS
        topical = topical or any(token.key in TOPICAL_HEADS for token in run)
        is_topic = word.key in TOPICS or keys[0] != "and"
        return topical and is_topic and len(keys) == 1
    if keys[-1] == "the" and keys[0] != "of":
        return False
    length = sum(token.is_capitalised and token.key not in _ARTICLES for token in run)
    if keys == ["of"] and any(token.key == "for" for token in run):
        return True
    if keys[0] == "of" or "l" in keys or keys[0] in {"des", "aux", "du"}:
        return (is_head or length == 1) and head not in OFFICES
    if keys[0] == "de" and length > 1 and not is_head:
        return len(keys) == 1 and not is_known_place(word.text) and not word.is_distinctive
    return set(keys) <= _NAME_PARTICLES


def _is_portfolio(office: NameToken, of: str, word: NameToken) -> bool:
    """Return whether a word belongs to an office, as in "Secretary of State"."""
    return of == "of" and office.key in OFFICES and (word.key in TOPICS or word.key == "state")


class _NameFinder:
    """Finds the names in the runs of capitalised words of one text."""

    def __init__(self, text: str, language: str, lowercase_words: Collection[str]) -> None:
        self._text, self._language, self._lowercase_words = text, language, lowercase_words

    def names_in(self, run: list[NameToken]) -> Iterator[NameMention]:
        """Yield the proper names in a run of capitalised words."""
        for piece in self._split(run):
            words = self._without_sentence_start(_without_outer_particles(piece))
            words = _without_outer_particles(words)
            if not words or self._is_common(words):
                continue
            start, end = words[0].start, words[-1].end
            yield NameMention(start, end, self._text[start:end], self._is_certain(words))

    def _split(self, run: list[NameToken]) -> Iterator[list[NameToken]]:
        """Split a run at nationalities, titles and months, which belong to no name."""
        piece: list[NameToken] = []
        for place, word in enumerate(run):
            if word.is_capitalised and self._breaks(run, place, piece):
                yield piece
                piece = []
            else:
                piece.append(word)
        yield piece

    def _breaks(self, run: list[NameToken], place: int, piece: list[NameToken]) -> bool:
        word, after = run[place], run[place + 1 :]
        following = after[0].key if after else ""
        if re.match(r"[A-Z][-‑][a-z]", word.text):
            return True  # An example is "T-shirt".
        if word.is_initial:
            return not piece and self._language == "fr" and word.text == "M."
        if any(part in MONTHS.get(self._language, {}) for part in word.key.split("-")):
            return not (word.key == "may" and piece and not following.isdigit())
        if place > 1 and _is_portfolio(run[place - 2], run[place - 1].key, word):
            return True
        if word.key.rstrip("s") in WEEKDAYS:
            return True
        if word.key in INSTITUTIONS and not (after and after[0].is_capitalised):
            return not (piece and piece[-1].key in _HEADS)
        if all(part in OFFICES for part in word.key.split("-")) or self._modifies_office(run, place):
            return not (
                (following in _HEADS and following not in OFFICES)
                or (word.key in ROYAL_TITLES and run[-1].key in _HEADS and bool(after))
                or (word.key in _HEADS and bool(piece))
            )
        if is_adjective(word.text):
            return not self._is_part(run, place)
        if len(word.text) == 1 and not word.text.isdigit():
            return True
        return self._is_no_name(word, bool(piece), bool(after))

    def _modifies_office(self, run: list[NameToken], place: int) -> bool:
        for word in run[place:]:
            if word.key in OFFICES:
                return True
            if word.key not in OFFICE_MODIFIERS | TOPICS:
                return False
        return False

    def _is_part(self, run: list[NameToken], place: int) -> bool:
        """Return whether an adjective belongs to a name, as in "Palestinian Authority"."""
        rest = []
        for word in run[place + 1 :]:
            if word.key in OFFICES and word.key not in _HEADS:
                break
            rest.append(word.key)
        if run[place].key in COMPASS:
            return bool(rest)
        return any(key in _HEADS or key.removesuffix("s") in _HEADS for key in rest) or (
            bool(rest) and rest[0] in _MODIFIER_NAMES
        )

    def _is_no_name(self, word: NameToken, is_inside: bool, has_more: bool) -> bool:
        if is_function_word(word):
            if word.key in _NAMES_LIKE_FUNCTION_WORDS and not word.first:
                return False
            if word.key in _LAST_WORDS and is_inside and word.text[1:].islower():
                return False  # An example is "History Today".
            return not (word.key in _PLACE_ARTICLES and has_more)
        shouted = word.text.isupper() and len(word.text) > 3
        return shouted and (word.key in self._lowercase_words or word.key in INTERFACE_WORDS)

    def _without_sentence_start(self, piece: list[NameToken]) -> list[NameToken]:
        """Return the words of a name without a first word capitalised only because it starts a sentence."""
        while piece and piece[0].first and not piece[0].is_distinctive:
            key = piece[0].key
            whole = " ".join(token.text for token in piece)
            if key in _ARTICLES and len(piece) > 1 and is_known_place(whole) and key != "the":
                return piece
            common = key in FUNCTION_WORDS or key in COMMON_STARTS or key in INTERFACE_WORDS or key in _ARTICLES
            if is_known_place(piece[0].text if len(piece) == 1 else whole) and key not in FUNCTION_WORDS:
                return piece
            if len(piece) > 1 and key in COMPASS | _HEADS and key not in _ARTICLES and key not in self._lowercase_words:
                return piece
            if key in _BRAND_STARTS and len(piece) > 1:
                return piece
            if key in COMMON_STARTS and len(piece) == 2 and piece[1].key in ORGANISATION_HEADS:
                return piece  # An example is "Security Council".
            rest = " ".join(token.text for token in piece[1:])
            common = common or (len(piece) > 1 and is_known_place(rest))  # An example is "Compare Japan".
            if not (common or key in self._lowercase_words or (len(piece) > 1 and _looks_common(key, self._language))):
                return piece
            piece = piece[1:]
            if piece and piece[0].is_capitalised:
                return piece
        if len(piece) > 1 and piece[0].key in INTERFACE_WORDS and piece[0].text.isupper():
            return piece[1:]
        return piece

    def _is_common(self, words: list[NameToken]) -> bool:
        """Return whether capitalised words are common nouns or inhabitants, and not a name.

        Such words are "North", "13H30", "DNA", and in French « 300 Parisiens ».
        """
        if len(words) > 1:
            return all(word.key in COMPASS for word in words) or all(self._is_common([word]) for word in words)
        word = words[0]
        if re.fullmatch(r"\d+[A-Z]\d*", word.text):
            return True  # Examples are "13H30" and "5G".
        if word.key in COMMON_ACRONYMS or re.fullmatch(r"[IVXLC]+(?:er?|eme|ème)?", word.text):
            return True
        if word.key in COMPASS or (word.text.isupper() and len(word.text) > 3 and word.key in INTERFACE_WORDS):
            return True
        before = self._text[max(0, word.start - 16) : word.start]
        return self._language == "fr" and bool(_COUNTED.search(before)) and bool(_INHABITANT.search(word.key))

    def _is_certain(self, words: list[NameToken]) -> bool:
        """Return whether capitals, grammar or known places show a certain name."""
        first, after = words[0], self._text[words[-1].end :]
        # A capitalised word with a possessive ending is usually a name.
        owning = self._language == "en" and after[:2] in ("’s", "'s")
        if len(words) > 1 or owning or not first.first or first.is_distinctive or is_known_place(first.text):
            return True
        if first.key in COMMON_STARTS or first.key in self._lowercase_words or _looks_common(first.key, self._language):
            return False
        plural = self._language == "en" and first.key.endswith("s") and not first.key.endswith("ss")
        verb = _SINGULAR_VERB if plural else _FINITE_VERB.get(self._language)
        return bool(verb and verb.match(after))


_COUNTED = re.compile(r"\b(?:[Ll]es|[Dd]es|[Uu]n|[Uu]ne|aux|ces|deux|trois|quelques|un|une|nos|ses|leurs) \Z")
_INHABITANT = re.compile(r"(?:ais|aises?|ois|oises?|iens?|iennes?|ains?|aines?|eens?|eennes?|ards?|ins|ines)\Z")
_FINITE_VERB = {
    "en": re.compile(
        r",? (?:is|was|has|had|says|said|will|would|could|does|did|also|told|announced|declined|plans|wants) | and [A-Z]"
    ),
    "fr": re.compile(
        r" (?:(?:n[’']|ne |s[’']|se |l[’'])?"
        r"(?:est|était|a|avait|sera|aura|va|doit|veut|peut|devrait|pourrait|reste|compte) |n[’']|ne |et [A-ZÀ-Ý])"
    ),
}
_SINGULAR_VERB = re.compile(r",? (?:is|was|has|says|does|plans|wants) ")
"""A finite verb, before which a word without an article is a name. A common noun would need an article."""
_COMMON_ENDINGS = {
    "en": re.compile(r"(?:ing|ly|tion|ment|ness|ity|ism|ance|ence|ed|ers|ors|ists|ians|ies)\Z"),
    "fr": re.compile(r"(?:ment|ant|tion|ions|ees?|iers|eurs|euses)\Z"),
}


def _looks_common(key: str, language: str) -> bool:
    return bool(language in _COMMON_ENDINGS and _COMMON_ENDINGS[language].search(key)) and len(key) > 5


def _without_outer_particles(piece: list[NameToken]) -> list[NameToken]:
    """Return a name's words without particles and numbers at either end.

    A particle is a word such as "de".
    """
    capitals = [place for place, word in enumerate(piece) if has_capital(word.text)]
    if not capitals:
        return []
    last = capitals[-1]
    while last + 1 < len(piece) and piece[last + 1].text.isdigit():
        last += 1
    return piece[capitals[0] : last + 1]
