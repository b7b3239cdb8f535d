"""Roles: who does what to whom, from word order and prepositions."""

from collections.abc import Iterable, Sequence

from quietsignal.extract.rules.reading import Mention, Reading, Sentence
from quietsignal.extract.rules.status import clause_around

__all__ = [
    "ORGANISATIONS",
    "acting",
    "codes_of",
    "coordinated",
    "governed",
    "other_actor",
    "subject",
]

ORGANISATIONS = frozenset(
    {
        "NATO",
        "UN",
        "EU",
        "CSTO",
        "SCO",
        "AU",
        "OSCE",
        "ASEAN",
        "ECOWAS",
        "PFP",
        "GCC",
        "CIS",
        "OTS",
        "G5S",
    }
)
_LINKS = frozenset({"and", ",", "or", "&", "-", "–", "/", "the", "as", "well", "both", "of"})


def codes_of(mentions: Iterable[Mention]) -> list[str]:
    """The actors of the mentions, each once, in order."""
    return list(dict.fromkeys(mention.code for mention in mentions))


def acting(sentence: Sentence) -> list[Mention]:
    """The mentions of a sentence that can stand for somebody who does something."""
    return [mention for mention in sentence.mentions if mention.acts]


def coordinated(sentence: Sentence, mention: Mention) -> list[Mention]:
    """The list to which a mention belongs: "China, Russia and Iran"."""
    mentions = sentence.mentions
    at = mentions.index(mention)
    first = last = at
    while first > 0 and _linked(sentence, mentions[first - 1], mentions[first]):
        first -= 1
    while last + 1 < len(mentions) and _linked(sentence, mentions[last], mentions[last + 1]):
        last += 1
    return [each for each in mentions[first : last + 1] if not each.topic]


def _linked(sentence: Sentence, left: Mention, right: Mention) -> bool:
    between = [token.lower for token in sentence.tokens[left.last : right.first]]
    if not between:
        return left.code == right.code
    if set(between) <= {",", "the"} and right.preposition != left.preposition:
        return False  # "for Russia, Serbia remains": the comma ends a phrase, not an item of a list
    return (
        len(between) <= 4
        and bool({"and", ",", "-", "–", "/", "&"} & set(between))
        and all(word in _LINKS for word in between)
    )


def subject(sentence: Sentence, position: int) -> list[str]:
    """The actors that act on the verb at a position: the nearest free name before it."""
    first, _ = clause_around(sentence.tokens, position)
    before = [mention for mention in acting(sentence) if mention.first < position]
    free = [mention for mention in before if mention.preposition in ("", "among", "like")]
    inside = [mention for mention in free if mention.first >= first]
    chosen = (inside or free)[-1:] if (inside or free) else []
    return codes_of(each for mention in chosen for each in coordinated(sentence, mention))


def governed(
    sentence: Sentence, prepositions: Sequence[str], *, after: int = -1, places: bool = True
) -> list[str]:
    """The actors governed by one of the prepositions, from a position on."""
    return codes_of(
        mention
        for mention in sentence.mentions
        if mention.preposition in prepositions
        and mention.first > after
        and not mention.topic
        and (places or mention.acts)
    )


def other_actor(reading: Reading, sentence: Sentence, *, known: Sequence[str]) -> str | None:
    """The actor that a sentence leaves unsaid: from the sentences before, else the document."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
        near = [code for code in codes_of(acting(reading.sentences[index])) if code not in known]
        if len(near) == 1:
            return near[0]
    pair = reading.pair()
    if pair is None or not (set(known) & set(pair) or not known):
        return None
    rest = [code for code in pair if code not in known]
    return rest[0] if len(rest) == 1 else None
