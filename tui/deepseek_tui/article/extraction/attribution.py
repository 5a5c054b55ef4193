"""Attribution of sentences and quotations: speaker, status and certainty.

Every guess has a reason, in the language of the article. In doubt, the article speaks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from deepseek_tui.article.extraction.clauses import TokenizedParagraph
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.names import NameMention
from deepseek_tui.article.extraction.people import People
from deepseek_tui.article.extraction.quotations import QuotationMention, article_quotations
from deepseek_tui.article.extraction.reasons import REASONS
from deepseek_tui.article.extraction.speakers import Speaker, SpeakerResolver
from deepseek_tui.article.extraction.speech import speech_events
from deepseek_tui.article.extraction.speech_words import ONLY_WITH_QUOTATIONS, OUTLET_VERBS
from deepseek_tui.article.extraction.status import (
    LEFT_OPEN,
    QUESTION,
    QUOTED,
    REPORTED,
    STATED,
    Judgement,
    certainty_of,
    status_of,
)
from deepseek_tui.article.extraction.tags import MAX_TAG_WORDS, SentenceTokens, only_quotes, speaker_beside
from deepseek_tui.article.extraction.transcripts import Turn, turns

_LETTER = re.compile(r"[^\W\d_]")
_ASKED_ALOUD = re.compile(r"[?!…][”\"»’']?\s*\Z")


@dataclass(frozen=True)
class ClaimAttribution:
    """Who makes a claim, of which status and certainty, and why."""

    speaker: Speaker
    status: str
    certainty: str
    reason: str


@dataclass(frozen=True)
class AttributedQuotation:
    """A quotation, its attribution, and the sentence in which the quotation ends."""

    mention: QuotationMention
    attribution: ClaimAttribution
    last: tuple[int, int]
    """The numbers, from 1, of the paragraph and the sentence in which the quotation ends."""


@dataclass
class SentenceAttribution:
    """The attribution of one sentence, and of the quotations that begin in it."""

    attribution: ClaimAttribution
    quotations: list[AttributedQuotation] = field(default_factory=list)
    is_quotation: bool = False
    """Whether the sentence has only quotations and the words that say who speaks."""


def attribute(
    texts: Sequence[str],
    spans: Sequence[Sequence[tuple[int, int]]],
    names: Sequence[Sequence[NameMention]],
    language: str,
) -> list[list[SentenceAttribution]]:
    """Return the attribution of each sentence of each paragraph of an article.

    `spans` are the positions of the sentences of each paragraph, and `names` the names found in it.
    """
    return _Attributor(texts, spans, names, language).run()


class _Attributor:
    def __init__(
        self,
        texts: Sequence[str],
        spans: Sequence[Sequence[tuple[int, int]]],
        names: Sequence[Sequence[NameMention]],
        language: str,
    ) -> None:
        self._language, self._texts = language, REASONS[language]
        self._turns = turns(texts)
        quotations = article_quotations(texts, language)
        covered = [0] * len(texts)
        for number, found in enumerate(quotations):
            for one in found:
                covered[number + 1 : number + 1 + len(one.ends_after)] = one.ends_after
        self._passages = [
            TokenizedParagraph(text, tuple(span), tuple(known), tuple(found), skip)
            for text, span, known, turn, found, skip in zip(
                texts, spans, names, self._turns, quotations, covered, strict=True
            )
        ]
        self._people = People(self._passages)
        self._resolver = SpeakerResolver(self._passages, self._people, language)

    def run(self) -> list[list[SentenceAttribution]]:
        """Return the attributions, paragraph by paragraph, because pronouns depend on what came before."""
        return [self._paragraph(number) for number in range(len(self._passages))]

    def _paragraph(self, number: int) -> list[SentenceAttribution]:
        passage = self._passages[number]
        lines = [self._line(passage, start, end) for start, end in passage.spans]
        if turn := self._turns[number]:
            return self._turn(turn, passage, lines, number)
        done: list[SentenceAttribution] = []
        for group in _groups(passage):
            start, end = passage.spans[group[0]][0], passage.spans[group[-1]][1]
            whole = self._line(passage, start, end) if len(group) > 1 else lines[group[0]]
            speakers = [self._resolver.resolve(event, whole.tokens, number) for event in whole.events]
            following = lines[group[-1] + 1] if group[-1] + 1 < len(lines) else None
            quoted = self._quotations(whole, speakers, following, number, done)
            for place in group:
                found = self._in_group(whole, speakers, lines[place])
                found.quotations = [one for one in quoted if lines[place].contains(one.mention.start)]
                found.is_quotation = found.is_quotation or self._is_continued(passage, place)
                done.append(found)
        return done

    def _line(self, passage: TokenizedParagraph, start: int, end: int) -> SentenceTokens:
        tokens = passage.tokens(start, end)
        return SentenceTokens(start, passage.text[start:end], tokens, speech_events(tokens, self._language, self._people))

    # The following methods attribute sentences.

    def _in_group(self, whole: SentenceTokens, speakers: Sequence[Speaker], line: SentenceTokens) -> SentenceAttribution:
        """Return the attribution of one of several sentences that a quotation joins."""
        said = [
            (event, speaker)
            for event, speaker in zip(whole.events, speakers, strict=True)
            if line.contains(whole.tokens[event.at].start)
        ]
        here = replace(line, events=[event for event, _ in said])
        return SentenceAttribution(self._sentence(here, [speaker for _, speaker in said]), [], only_quotes(here))

    def _sentence(self, line: SentenceTokens, speakers: Sequence[Speaker]) -> ClaimAttribution:
        has_quotation = any(token.kind == "quote" for token in line.tokens)
        plain = line.without_quotations()
        told = [
            (event, speaker)
            for event, speaker in zip(line.events, speakers, strict=True)
            if has_quotation or event.verb not in ONLY_WITH_QUOTATIONS
        ]
        verbs = [event.verb or folded(event.cue) for event, _ in told if event.subject]
        named = {folded(speaker.name): speaker for _, speaker in told if speaker.name}
        if len(named) > 1:
            names = tuple(speaker.name for speaker in named.values())
            speaker = Speaker(reason=self._texts.several.format(self._texts.choice(names)))
        else:
            unclear = next((speaker for event, speaker in told if event.subject and speaker.reason), None)
            speaker = next(iter(named.values()), None) or unclear or Speaker(reason=self._texts.own_words)
        status, certainty = status_of(plain, self._language, verbs), certainty_of(plain, self._language)
        if speaker.kind == "outlet" and status.word != QUESTION:
            return self._attribution(speaker, REPORTED, certainty.word, self._texts.outlet.format(speaker.name), certainty)
        if self._is_reported(line, speaker) and status.word == STATED:
            status = replace(status, word=REPORTED)
        word = LEFT_OPEN if status.word == QUESTION else certainty.word
        return self._attribution(speaker, status.word, word, status.reason, certainty)

    def _is_reported(self, line: SentenceTokens, speaker: Speaker) -> bool:
        """Return whether a verb such as "reports" relays what an organisation published."""
        return speaker.kind == "organisation" and any(
            event.verb in OUTLET_VERBS and self._people.is_outlet(speaker.name) for event in line.events
        )

    def _attribution(self, speaker: Speaker, status: str, certainty: str, why: str, judged: Judgement) -> ClaimAttribution:
        hedge = judged.reason if certainty == judged.word else ""
        reasons = dict.fromkeys(part for part in (speaker.reason, why, hedge) if part)
        return ClaimAttribution(speaker, status, certainty, self._texts.apart.join(reasons))

    # The following methods attribute quotations.

    def _quotations(
        self,
        line: SentenceTokens,
        speakers: Sequence[Speaker],
        following: SentenceTokens | None,
        number: int,
        done: Sequence[SentenceAttribution],
    ) -> list[AttributedQuotation]:
        found: list[AttributedQuotation] = []
        for place, token in enumerate(line.tokens):
            mention = token.quotation
            if mention is None or mention.start < line.start:
                continue
            speaker = (
                self._by_incise(mention, number)
                or speaker_beside(line, speakers, place, self._texts)
                or self._by_next_sentence(line, place, following, number)
                or self._by_carrying(line, place, found, done)
                or self._resolver.nobody
            )
            self._resolver.remember(speaker, number)
            certainty = certainty_of(mention.words, self._language)
            attribution = self._attribution(speaker, QUOTED, certainty.word, self._texts.quoted, certainty)
            found.append(AttributedQuotation(mention, attribution, self._last_place(mention, number)))
        return found

    def _by_incise(self, mention: QuotationMention, number: int) -> Speaker | None:
        """Return the speaker whom the reporter names inside a quotation."""
        passage = self._passages[number]
        inside = replace(passage, quotations=())
        for start, end in mention.incises:
            tokens = inside.tokens(start, end)
            for event in speech_events(tokens, self._language, self._people):
                if event.subject:
                    before = passage.tokens(passage.spans[0][0], mention.start)
                    moved = replace(event, at=event.at + len(before))
                    return self._resolver.resolve(moved, [*before, *tokens], number)
        return None

    def _by_next_sentence(
        self, line: SentenceTokens, place: int, following: SentenceTokens | None, number: int
    ) -> Speaker | None:
        """Return the speaker named in the next sentence, as in “Now!” Anna Tamm said."""
        if following is None or place + 1 < len(line.tokens) or not _ASKED_ALOUD.search(line.text):
            return None
        if len(following.tokens) > MAX_TAG_WORDS or not following.events or following.tokens[0].kind == "quote":
            return None
        event = following.events[0]
        if event.first == 0 and (event.follows_verb or event.at <= 6):
            return self._resolver.resolve(event, following.tokens, number)
        return None

    def _by_carrying(
        self, line: SentenceTokens, place: int, found: Sequence[AttributedQuotation], done: Sequence[SentenceAttribution]
    ) -> Speaker | None:
        """Return the previous quotation's speaker, if only a few words separate the two quotations."""
        if found:
            between = line.tokens[: place + 1]
            is_close = sum(token.kind == "word" for token in between) <= 2
            earlier = found[-1].attribution.speaker if is_close else None
        elif done and not line.events and only_quotes(line):
            last = done[-1]
            earlier = last.quotations[-1].attribution.speaker if last.quotations else last.attribution.speaker
        else:
            earlier = None
        if earlier is None or not earlier.name:
            return None
        return replace(earlier, reason=self._texts.same_speaker.format(earlier.name))

    def _last_place(self, mention: QuotationMention, number: int) -> tuple[int, int]:
        if mention.ends_after:
            last = number + len(mention.ends_after)
            return last + 1, _sentence_at(self._passages[last].spans, mention.ends_after[-1])
        return number + 1, _sentence_at(self._passages[number].spans, mention.end)

    def _is_continued(self, passage: TokenizedParagraph, place: int) -> bool:
        return passage.covered >= passage.spans[place][0] + 1 and not passage.outside_quotations(*passage.spans[place])

    # The following methods attribute paragraphs of transcripts.

    def _turn(
        self, turn: Turn, passage: TokenizedParagraph, lines: Sequence[SentenceTokens], number: int
    ) -> list[SentenceAttribution]:
        """Return the attributions of a transcript's paragraph, which is one quotation of its speaker."""
        speaker = self._turn_speaker(turn)
        words = passage.text[turn.end :]
        mention = QuotationMention(turn.end, len(passage.text), words, words)
        self._resolver.remember(speaker, number)
        sentences = [SentenceAttribution(self._spoken(speaker, line), is_quotation=bool(speaker.name)) for line in lines]
        if speaker.name and sentences:
            certainty = certainty_of(words, self._language)
            attribution = self._attribution(speaker, QUOTED, certainty.word, "", certainty)
            place = (number + 1, len(sentences))
            sentences[0].quotations.append(AttributedQuotation(mention, attribution, place))
        return sentences

    def _spoken(self, speaker: Speaker, line: SentenceTokens) -> ClaimAttribution:
        """Return the attribution of a sentence of a transcript."""
        status, certainty = status_of(line.text, self._language), certainty_of(line.text, self._language)
        word = status.word if status.word == QUESTION or not speaker.name else QUOTED
        return self._attribution(speaker, word, certainty.word, status.reason if word != QUOTED else "", certainty)

    def _turn_speaker(self, turn: Turn) -> Speaker:
        reason = self._texts.turn.format(self._texts.words(turn.label))
        if turn.is_question or turn.is_role:
            return Speaker(reason=reason)
        if turn.is_answer:
            people = self._people.everyone()
            return Speaker(people[0], "person", reason) if len(people) == 1 else Speaker(reason=reason)
        found = self._people.candidates(_name_of_label(turn.label))
        if len(found) > 1:
            return Speaker(reason=self._texts.several.format(self._texts.choice(found)))
        name = _name_of_label(found[0])
        return Speaker(name, "person", reason)


def _name_of_label(label: str) -> str:
    """Return the speaker's name of a transcript, with "ANNA TAMM" changed to "Anna Tamm"."""
    return label.title() if label.isupper() else label


def _groups(passage: TokenizedParagraph) -> list[list[int]]:
    """Return the indexes of sentences, grouped where a quotation continues in the next sentence."""
    groups: list[list[int]] = []
    for place, (start, _) in enumerate(passage.spans):
        if groups and any(one.start < start < one.end for one in passage.quotations):
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _sentence_at(spans: Sequence[tuple[int, int]], end: int) -> int:
    """Return the number, from 1, of the sentence with the character before a position."""
    return max(place for place, (start, _) in enumerate(spans, 1) if start < end)
