"""Recognition of text from printed pages, whose lines are joined to paragraphs.

Such text is written by `pdftotext`, for example.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deepseek_tui.article.importers.page_columns import columns

PAGE_BREAK = "\f"
MIN_CUT_WORDS = 2
"""The fewest words hyphenated at a line end for a text to count as printed."""
MIN_LINES, MIN_CONTINUED = 4, 0.3
"""Text without blank lines is printed if at least this share of this many lines continue a sentence."""
HEAD_LINES = 2
"""The number of first and last lines of a page that may be its head and foot."""
MIN_REPEATED = 0.4
"""The smallest share of the pages on which a head or foot occurs."""
MAX_HEAD_LENGTH, MAX_WIDTH = 90, 200
"""The most characters of a head: without the space between its columns, and with that space."""
MIN_MARGIN = 0.15
"""The smallest share of the lines of a page that begin at its margin."""
FULL_LINE = 0.85
"""The share of the usual line length that a line needs to fill its column. Letters differ in width."""

_CUT_WORD = re.compile(r"[^\W\d_](?:-|\u2010|\u00ad)[ \t]*\n[ \t]*[^\W\d_]")
_CUT_END = re.compile(r"(\w+)[-\u2010]\Z")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:/|of|sur|de)\s*\d{1,4})?\W*", re.IGNORECASE)
_NUMBERED_HEAD = re.compile(r"\d{1,4}\s{3,}\S.*|\S.*\s{3,}(?:\S.*\D)?\d{1,4}")
"""A head of several columns, with the page number at its beginning or end."""
_SENTENCE_END = re.compile(r"[.!?\u2026:][\"'»”’)\]\s]*\Z")
_COMPOUND_BEGINNING = re.compile(
    "self|non|well|co|ex|anti|semi|mid|vice|cross|half|high|low|long|short|then|two|three|four|five|six|seven|eight|nine|ten"
    "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    "|peut|celui|celle|ceux|celles|lui|elle|eux|nous|vous|vingt|trente|quarante|cinquante|soixante|quatre|mi|demi|sous|grand"
    "|porte|chef|avant|après|arrière|est|dit|vis"
)
"""First parts of compounds. A hyphen after one of them is kept at a line end."""
_COMPOUND_ENDING = re.compile("ils?|elles?|on|ce|ci|là|je|tu|nous|vous|moi|toi|lui|leur|l[ae]s?|y|en|mêmes?|t")
"""Last parts of French compounds, before which a hyphen is kept."""


@dataclass(frozen=True)
class _Line:
    """A line of a page, without surrounding white space.

    Its indentation is counted from the margin of the page.
    """

    text: str
    indent: int
    begins_page: bool
    after_blank: bool
    """Whether a blank line precedes the line on its page."""

    @property
    def end(self) -> int:
        """The column in which the line ends."""
        return self.indent + len(self.text)

    @property
    def ends_sentence(self) -> bool:
        """Whether the line ends with a mark that ends a sentence."""
        return _SENTENCE_END.search(self.text) is not None

    @property
    def continues_sentence(self) -> bool:
        """Whether the line begins with a small letter, and so continues a sentence."""
        return self.text[:1].islower()


def is_printed(text: str) -> bool:
    """Return whether a text seems to come from printed pages.

    Signs are page breaks, words cut at line ends, and many lines that continue a sentence.
    """
    if PAGE_BREAK in text or len(_CUT_WORD.findall(text)) >= MIN_CUT_WORDS:
        return True
    lines = [line.strip() for line in text.strip().split("\n")]
    if not all(lines) or len(lines) < MIN_LINES:
        return False
    return sum(line[0].islower() for line in lines[1:]) >= MIN_CONTINUED * (len(lines) - 1)


def joined_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a printed text, each on one line."""
    pages = _without_heads(text.expandtabs().split(PAGE_BREAK))
    lines = list(_lines([column for page in pages for column in columns(page)]))
    if not lines:
        return []
    words = Counter(word.casefold() for line in lines for word in _WORD.findall(line.text))
    ends = sorted(line.end for line in lines)
    width = ends[int(0.95 * (len(ends) - 1))]
    is_double_spaced = sum(line.after_blank for line in lines) > 0.8 * (len(lines) - 1) and _are_continued(lines)
    pieces: list[list[str]] = [[lines[0].text]]
    for before, line in pairwise(lines):
        if _begins_paragraph(before, line, width, ignore_blank=is_double_spaced):
            pieces.append([line.text])
        else:
            pieces[-1][-1], glue = _before_joint(pieces[-1][-1], line.text, words)
            pieces[-1] += [glue, line.text]
    return [" ".join("".join(paragraph).split()) for paragraph in pieces]


def _are_continued(lines: Sequence[_Line]) -> bool:
    return sum(line.continues_sentence for line in lines) >= MIN_CONTINUED * len(lines)


def _without_heads(pages: list[str]) -> list[list[str]]:
    """Return each page's lines, without page numbers and repeated heads and feet."""
    split = [page.split("\n") for page in pages if page.strip()]
    if len(pages) == 1:
        lines = pages[0].split("\n")
        repeated = Counter(_head(line) for line in lines if line.strip())
        return [[line for at, line in enumerate(lines) if not _is_head_between(lines, at, repeated)]]
    shared = Counter(key for page in split for key in {_head(page[at]) for at in (*_edge(page), *_edge(page, last=True))})
    heads = {key for key, count in shared.items() if key and count >= max(2, MIN_REPEATED * len(split))}
    return [_without_edges(page, heads) for page in split]


def _edge(page: Sequence[str], *, last: bool = False) -> list[int]:
    """Return the indexes of a page's first or last non-blank lines, outermost first."""
    written = [at for at, line in enumerate(page) if line.strip()]
    return (written[::-1] if last else written)[:HEAD_LINES]


def _without_edges(page: list[str], heads: set[str]) -> list[str]:
    """Return the lines of a page between its head and its foot."""
    removed = set()
    for edge in (_edge(page), _edge(page, last=True)):
        for at in edge:
            if not (_head(page[at]) in heads or _is_page_number(page[at])):
                break
            removed.add(at)
    return [line for at, line in enumerate(page) if at not in removed]


def _head(line: str) -> str:
    """Return a line with "#" for every number, to compare heads of pages.

    The result is empty if the line is too long for a head.
    """
    words = " ".join(line.split())
    return re.sub(r"\d+", "#", words).casefold() if len(words) <= MAX_HEAD_LENGTH else ""


def _is_page_number(line: str) -> bool:
    """Return whether a line is a page number or numbered head."""
    text = line.strip()
    return len(text) <= MAX_WIDTH and bool(_PAGE_NUMBER.fullmatch(text) or _NUMBERED_HEAD.fullmatch(text))


def _is_head_between(lines: Sequence[str], at: int, repeated: Counter[str]) -> bool:
    """Return whether a line between paragraphs is a page number or head.

    In a text without page breaks, a head must occur three times.
    """
    line = lines[at].strip()
    if not line:
        return False
    if len(line) <= MAX_WIDTH and _PAGE_NUMBER.fullmatch(line):
        return not (at and lines[at - 1].strip()) or not (at + 1 < len(lines) and lines[at + 1].strip())
    return bool(_head(line)) and repeated[_head(line)] > 2 and not _SENTENCE_END.search(line)


def _lines(pages: list[list[str]]) -> Iterator[_Line]:
    for number, page in enumerate(pages):
        margin = _margin(page)
        begins_page, after_blank = number > 0, False
        for line in page:
            text = line.strip()
            if text:
                yield _Line(text, max(0, len(line) - len(line.lstrip()) - margin), begins_page, after_blank)
                begins_page = after_blank = False
            else:
                after_blank = not begins_page


def _margin(page: Sequence[str]) -> int:
    """Return the margin: the smallest indentation that many lines of the page have."""
    counts = Counter(len(line) - len(line.lstrip()) for line in page if line.strip())
    return min((indent for indent, count in counts.items() if count >= MIN_MARGIN * counts.total()), default=0)


def _begins_paragraph(before: _Line, line: _Line, width: int, *, ignore_blank: bool) -> bool:
    if _CUT_END.search(before.text) and line.continues_sentence:
        return False
    would_fit = before.end + 1 + len(line.text.split()[0]) <= FULL_LINE * width
    if line.begins_page:
        return (line.indent > 1 and not line.continues_sentence) or (before.ends_sentence and would_fit)
    if line.after_blank and not ignore_blank:
        return True
    if line.indent > 1 and (before.indent <= 1 or before.ends_sentence):
        return True
    return would_fit and before.ends_sentence and not line.continues_sentence


def _before_joint(before: str, after: str, words: Counter[str]) -> tuple[str, str]:
    """Return a line, without a hyphen that cuts its last word, and its separator.

    The separator joins it to the next line: a space, or nothing within a word.
    """
    if before.endswith("\u00ad"):
        return before[:-1], ""
    cut, rest = _CUT_END.search(before), _WORD.match(after)
    if cut is None or not after[0].isalnum():
        return before, " "
    return (before if rest is None or _keeps_hyphen(before, cut[1], rest.group(), words) else before[:-1]), ""


def _keeps_hyphen(line: str, first: str, last: str, words: Counter[str]) -> bool:
    """Return whether a hyphen at a line end belongs to the word.

    The spelling elsewhere in the text decides, otherwise the parts of the word.
    """
    compound, whole = f"{first}-{last}".casefold(), f"{first}{last}".casefold()
    if words[compound] != words[whole]:
        return words[compound] > words[whole]
    is_longer_compound = bool(re.search(r"[-\u2010]\w+[-\u2010]\Z", line))
    return (
        is_longer_compound
        or not first.isalpha()
        or not last[0].islower()
        or _COMPOUND_BEGINNING.fullmatch(first.casefold()) is not None
        or _COMPOUND_ENDING.fullmatch(last.casefold()) is not None
    )
