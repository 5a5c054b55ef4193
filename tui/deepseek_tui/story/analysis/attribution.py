"""Voices: who stands behind an item of a story, and how much that weighs.

The rules, all of them:

- The *speakers* of a claim are whoever makes it. Those of any other item are whoever makes the claims about it, and
  whoever the article names for the sentences that it rests on. Nobody speaks in a question that the editor asks.
- A speaker is *independent* where it is named, and the editor knows of no stake: an interested party, an unnamed group
  and the article, of whose author nothing is known, are not.
- An item hangs on a *single* speaker where it has no second, and on *interested* ones where it has no others.
- A claim rests on *the article's word alone* where the article makes it in its own voice and names nobody for it, and
  no claim of another speaker is linked to it as supporting it.
"""

from typing import NamedTuple

from deepseek_tui.story.analysis.index import Index
from deepseek_tui.story.format.model import Claim, Evidence, Question, Source
from deepseek_tui.story.format.vocabulary import Asker, LinkKind, SourceKind, Stake


class Attribution(NamedTuple):
    """The speakers behind an item, in the order in which the article gives them their word."""

    speakers: tuple[str, ...]
    independent: tuple[str, ...]
    interested: tuple[str, ...]

    @property
    def single(self) -> bool:
        """Whether it hangs on one speaker."""
        return len(self.speakers) == 1

    @property
    def all_interested(self) -> bool:
        """Whether nobody stands behind it but interested parties."""
        return bool(self.speakers) and self.interested == self.speakers


def attribution(index: Index, ref: str) -> Attribution:
    """Who stands behind an item; nobody stands behind what the article does not say."""
    item = index.items.get(ref)
    if isinstance(item, Claim):
        speakers = dict.fromkeys([item.speaker])
    elif isinstance(item, Question) and item.asked_by is Asker.EDITOR:
        return Attribution((), (), ())
    else:
        found = [claim.speaker for claim in index.claims_about.get(ref, ())]
        places: tuple[Evidence, ...] = getattr(item, "evidence", ())
        speakers = dict.fromkeys(found + [index.speaker_of(place) for place in places])
    sources = [source for name in speakers if isinstance(source := index.items.get(name), Source)]
    return Attribution(
        tuple(source.id for source in sources),
        tuple(source.id for source in sources if is_independent(source)),
        tuple(source.id for source in sources if source.stake is Stake.INTERESTED),
    )


def is_independent(source: Source) -> bool:
    """Whether a speaker is named and has no stake that the editor knows of."""
    return source.stake is Stake.NONE and source.kind is not SourceKind.GROUP


def single_speaker_claims(index: Index) -> list[Claim]:
    """The claims that rest on the article's word alone, in the story's order."""
    article, items = index.article, index.items
    supporting = ((link.to, items.get(link.from_)) for link in index.story.links if link.kind is LinkKind.SUPPORTS)
    supported = {ref for ref, other in supporting if isinstance(other, Claim) and other.speaker != article}
    own = (claim for claim in index.story.claims if claim.speaker == article and claim.id not in supported)
    return [claim for claim in own if not any(place.source for place in claim.evidence)]
