"""Attribution: the speakers of an item, and whether they are independent.

The rules:

- The *speaker* of a claim is the one who makes it. The speakers of any other item are those of the claims about it, and
  the sources that the article names for the sentences cited as its evidence. A question of the editor has none.
- A speaker is *independent* if it is named and the editor knows of no stake. An interested party, an unnamed group and
  the article, about whose author nothing is known, are not independent.
- An item has a *single* speaker if it has exactly one, and *interested* speakers if all of them are interested parties.
- A claim is *article-only* if the article makes it without naming a source, and no claim of another speaker is linked to
  it as supporting it.
"""

from typing import NamedTuple

from deepseek_tui.story.analysis.index import Index
from deepseek_tui.story.format.model import Claim, Evidence, Question, Source
from deepseek_tui.story.format.vocabulary import LinkKind, Origin, SourceKind, Stake


class Attribution(NamedTuple):
    """Speakers who are the sources of an item, in the article's order."""

    speakers: tuple[str, ...]
    independent: tuple[str, ...]
    interested: tuple[str, ...]

    @property
    def single(self) -> bool:
        """Whether the item has exactly one speaker."""
        return len(self.speakers) == 1

    @property
    def all_interested(self) -> bool:
        """Whether there are speakers and all of them are interested parties."""
        return bool(self.speakers) and self.interested == self.speakers


def attribution(index: Index, ref: str) -> Attribution:
    """Return the speakers of an item.

    A context note has none.
    """
    item = index.items.get(ref)
    if isinstance(item, Claim):
        speakers = dict.fromkeys([item.speaker])
    elif isinstance(item, Question) and item.asked_by is Origin.EDITOR:
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
    """Return whether a speaker is named and without any known interest."""
    return source.stake is Stake.NONE and source.kind is not SourceKind.GROUP


def article_only_claims(index: Index) -> list[Claim]:
    """Return the claims supported by the article alone, in the story's order."""
    article, items = index.article, index.items
    supporting = ((link.to, items.get(link.from_)) for link in index.story.links if link.kind is LinkKind.SUPPORTS)
    supported = {ref for ref, other in supporting if isinstance(other, Claim) and other.speaker != article}
    unsupported = (claim for claim in index.story.claims if claim.speaker == article and claim.id not in supported)
    return [claim for claim in unsupported if not any(place.source for place in claim.evidence)]
