"""A document as the rules read it: sentences with tokens, mentions, dates and triggers."""

from collections import Counter
from dataclasses import dataclass, field

from quietsignal.extract.rules.dates import Clock, DateSpan
from quietsignal.extract.rules.lexicon import NameKind
from quietsignal.extract.rules.sentences import Kind
from quietsignal.extract.rules.tokens import Token
from quietsignal.extract.rules.triggers import Found

__all__ = ["Mention", "Reading", "Sentence"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an actor, with their place in the sentence.

    `preposition` is the one that governs the words ("with", "between", ""); `place` tells that
    they name where something happens, `topic` that they belong to a war or another matter that
    is only spoken of; `head` holds the words that follow (the noun of "Chinese drones").
    """

    code: str
    kind: NameKind | None  # None for "both sides", "the country", "it"
    first: int
    last: int
    preposition: str = ""
    place: bool = False
    topic: bool = False
    possessive: bool = False
    head: tuple[str, ...] = ()

    @property
    def acts(self) -> bool:
        """Whether the words can stand for somebody who does something."""
        return not (self.place or self.topic)


@dataclass(slots=True)
class Sentence:
    """One sentence; offsets are those of the document's text."""

    index: int
    start: int
    end: int
    kind: Kind
    tokens: list[Token]
    mentions: list[Mention] = field(default_factory=list)
    dates: list[DateSpan] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    groups: dict[str, list[int]] = field(default_factory=dict)
    lowers: frozenset[str] = frozenset()

    @property
    def has_digits(self) -> bool:
        """Whether a number stands in the sentence."""
        return any(token.text[0].isdigit() for token in self.tokens)

    def has(self, *groups: str) -> bool:
        """Whether a word of one of these groups stands in the sentence."""
        return any(group in self.groups for group in groups)

    def near(self, group: str, position: int, *, reach: int) -> bool:
        """Whether a word of the group stands within so many tokens of a position."""
        return any(abs(spot - position) <= reach for spot in self.groups.get(group, ()))


@dataclass(slots=True)
class Reading:
    """All sentences of a document, and which actors it is about."""

    text: str
    clock: Clock
    sentences: list[Sentence]
    weight: Counter[str] = field(default_factory=Counter)
    military: int = 0  # words of defence in the document
    exercises: tuple[str, ...] = ()  # names that the document gives to exercises
    armed: bool = False  # the document names a type of equipment
    free_trade: bool = False  # the document speaks of a free trade agreement
    trade: int = 0  # words of tariffs and free trade

    def salient(self, count: int) -> list[str]:
        """The actors that the document speaks of most, the first ones."""
        return [code for code, _ in self.weight.most_common(count)]

    def pair(self) -> tuple[str, str] | None:
        """The two actors that the document is about, when it is about two."""
        ranked = self.weight.most_common(3)
        if len(ranked) < 2 or ranked[1][1] < 2:
            return None
        if len(ranked) == 3 and ranked[2][1] > 0.7 * ranked[1][1]:
            return None
        return ranked[0][0], ranked[1][0]
