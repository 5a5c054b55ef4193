"""Clauses: the words, names, quotations and marks of a sentence as tokens."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.names import NameMention
from deepseek_tui.article.extraction.quotations import QuotationMention
from deepseek_tui.article.extraction.speech_words import A_GRAVE, OUTLET_WORDS, RANKS, TITLES

_TOKEN = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\w|$)"
    r"|[^\W_]+(?:[-‑][^\W_]+)*(?:['’](?!s\b)[^\W_]+)*(?:['’]s\b)?"
    r"|[^\w\s]",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"(?:\s[A-Z]\.)+\s[A-Z][^\W\d_]+(?:[-‑’'][A-Z][^\W\d_]+)*")
_RANK = re.compile(r"([^\W\d_]+)\.?\s+(?=\w)")
_HONOURS = re.compile(r"\s(?:QC|KC|MP|MEP|MBE|OBE|CBE|Jr|PhD)\Z")
"""Letters after the name of a person."""
_DASHES = "—–-"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a name, a quotation or a punctuation mark of a clause."""

    kind: str
    """One of "word", "name", "quote" and "mark"."""
    text: str
    key: str
    """The text, folded: in lower case without accents."""
    start: int
    end: int
    quotation: QuotationMention | None = None

    @property
    def is_possessive(self) -> bool:
        """Whether the token is a possessive, such as "Anna Tamm's" before "son"."""
        return self.key.endswith(("'s", "s'"))


@dataclass(frozen=True)
class TokenizedParagraph:
    """One paragraph of an article, with what was found in it."""

    text: str
    spans: tuple[tuple[int, int], ...]
    """The start and end position of each sentence."""
    names: tuple[NameMention, ...]
    quotations: tuple[QuotationMention, ...]
    covered: int = 0
    """The number of characters at the paragraph's start that belong to an earlier paragraph's quotation."""

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens between two positions, with each quotation as one token."""
        return list(self._tokens(max(start, self.covered), end))

    def outside_quotations(self, start: int, end: int) -> str:
        """Return the text between two positions without the quotations."""
        return " ".join(token.text for token in self.tokens(start, end) if token.kind != "quote")

    def _tokens(self, start: int, end: int) -> Iterator[Token]:
        at = start
        for quotation in self.quotations:
            if quotation.end <= start or quotation.start >= end:
                continue
            yield from self._plain_tokens(at, min(quotation.start, end))
            yield Token("quote", quotation.text, "", quotation.start, quotation.end, quotation)
            at = quotation.end
        yield from self._plain_tokens(at, end)

    def _plain_tokens(self, start: int, end: int) -> Iterator[Token]:
        at = start
        for name in self.names:
            if name.start >= start and name.end <= end:
                begin = name.start + _length_of_rank(name.text)
                yield from _words(self.text, at, begin)
                honours = _HONOURS.search(name.text)
                finish = name.end - (len(honours.group()) if honours else 0)
                after = self.text[name.end : name.end + 2]
                owns = 2 if after in ("’s", "'s") else 1 if name.text.endswith("s") and after[:1] in ("’", "'") else 0
                text = self.text[begin : name.end + owns]
                yield Token("name", self.text[begin:finish], folded(text), begin, name.end + owns)
                at = name.end + owns
        yield from _words(self.text, at, end)


def _length_of_rank(name: str) -> int:
    """Return the length of the rank or agency printed before a person's name.

    The rank in "Battalion Chief Anna Tamm" is "Battalion Chief ".
    An agency before a name is the one that the person spoke to, as in "à l'AFP Anna Tamm".
    """
    words = list(_RANK.finditer(name))
    if words and folded(words[0][1]) in RANKS:
        return words[0].end()
    if words and words[0][1].isupper() and folded(words[0][1]) in OUTLET_WORDS and len(words) > 1:
        return words[0].end()
    titles = [word.end() for word in words[:-1] if folded(word[1]) in TITLES]
    return titles[-1] if titles else 0


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    depth = 0
    for match in _TOKEN.finditer(text, start, max(start, end)):
        printed = match.group()
        # Words in parentheses are left out: they are a party, an age or an abbreviation after a name.
        if printed in "([":
            depth += 1
        elif printed in ")]":
            depth = max(0, depth - 1)
        elif not depth and not (printed == "." and _abbreviates(text, match.start())):
            kind = "word" if printed[0].isalnum() else "mark"
            key = "," if printed in _DASHES else A_GRAVE if printed in "àÀ" else folded(printed)
            yield Token(kind, printed, key, match.start(), match.end())


def _abbreviates(text: str, stop: int) -> bool:
    """Return whether the full stop at a position follows a title such as "Mr."."""
    word = re.search(r"[^\W_]+\Z", text[max(0, stop - 8) : stop])
    return bool(word) and text[stop + 1 : stop + 2].isspace() and text[stop + 1 :].lstrip()[:1].isupper()


def with_initials(text: str, names: Sequence[NameMention]) -> list[NameMention]:
    """Return the names, joined where a middle initial separates them: "Robert M. Tamm"."""
    joined: list[NameMention] = []
    for name in names:
        if joined and name.start < joined[-1].end:
            continue
        rest = None if " " in name.text else _INITIAL.match(text, name.end)
        end = rest.end() if rest else name.end
        joined.append(NameMention(name.start, end, text[name.start : end]) if rest else name)
    return joined
