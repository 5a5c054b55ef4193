"""Copies: a story is told in words of its own; what the article prints as somebody's quotation is excepted."""

from collections.abc import Iterator

from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding
from deepseek_tui.article.lint.paragraphs import tokens

RUN = 8
"""How many words in a row make a copy."""


def copied_sentences(desk: LintContext) -> Iterator[Finding]:
    """Runs of the article's own words, in any text of the story and in any language."""
    runs: dict[tuple[str, ...], int] = {}
    for passage in desk.article or ():
        for stretch in passage.unquoted:
            for start in range(len(stretch) - RUN + 1):
                runs.setdefault(tuple(stretch[start : start + RUN]), passage.number)
    if not runs:
        return
    for path, _, text in desk.words:
        words = tokens(text)
        for start in range(len(words) - RUN + 1):
            run = tuple(words[start : start + RUN])
            if run in runs:
                yield Finding(path, f"{RUN} words in a row are those of ¶{runs[run]}: {' '.join(run)}", "say it otherwise")
                break
