"""Text of the article in a story file, checked against its fingerprints.

A text that does not match its fingerprint is never shown.
"""

from deepseek_tui.article.fingerprints import fingerprint
from deepseek_tui.article.local_copy import CopiedParagraph
from deepseek_tui.story.format.model import Article


class EmbeddedText:
    """Text of an article that is included in the story file.

    Paragraphs are counted from 1.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._checked: dict[int, CopiedParagraph | None] = {}

    def paragraph(self, number: int) -> CopiedParagraph | None:
        """Return a paragraph of the article, or None without usable text.

        A text is unusable if it is missing or differs from its fingerprints.
        """
        if number not in self._checked:
            self._checked[number] = self._check(number)
        return self._checked[number]

    def is_rejected(self, number: int) -> bool:
        """Return whether the story's text of a paragraph differs from its fingerprints."""
        return self._has_text(number) and self.paragraph(number) is None

    def _check(self, number: int) -> CopiedParagraph | None:
        if not self._has_text(number):
            return None
        paragraph = self._article.paragraphs[number - 1]
        is_same = tuple(map(fingerprint, paragraph.text)) == paragraph.sentences
        is_whole = is_same and fingerprint(" ".join(paragraph.text)) == paragraph.fingerprint
        return CopiedParagraph(paragraph.text, edited=False) if is_whole else None

    def _has_text(self, number: int) -> bool:
        return 0 < number <= len(self._article.paragraphs) and bool(self._article.paragraphs[number - 1].text)
