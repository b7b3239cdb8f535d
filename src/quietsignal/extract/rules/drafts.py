"""Drafts: events as the frames read them, before they are merged into claims."""

from dataclasses import dataclass, field
from typing import NamedTuple

from quietsignal.extract.rules.items import Item
from quietsignal.extract.rules.reading import Reading, Sentence
from quietsignal.extract.rules.triggers import Found
from quietsignal.records import UNKNOWN_DATE, EventType, ImpreciseDate, Status

__all__ = ["Draft", "Scene"]


class Scene(NamedTuple):
    """A trigger in its sentence and document: all that a frame looks at."""

    reading: Reading
    sentence: Sentence
    found: Found
    items: list[Item]

    @property
    def position(self) -> int:
        """The first token of the trigger."""
        return self.found.first

    @property
    def sense(self) -> str:
        """The sense of the trigger."""
        return self.found.trigger.sense

    @property
    def words(self) -> str:
        """The words of the trigger, in small letters."""
        return " ".join(t.lower for t in self.sentence.tokens[self.found.first : self.found.last])


@dataclass(slots=True)
class Draft:
    """One event as one sentence tells it; merging joins those of one event."""

    type: EventType
    roles: dict[str, list[str]]
    status: Status
    sentences: list[int]
    date: ImpreciseDate = UNKNOWN_DATE
    name: str | None = None
    item: str | None = None
    quantity: float | None = None
    place: str | None = None
    details: dict[str, str] = field(default_factory=dict)
    score: float = 0.5
    inferred: bool = False  # an actor comes from elsewhere in the document
    designated: bool = False  # the item is a type of equipment, not "weapons"
    weak: bool = False  # the direction between two actors is not told by the words
    domain: str = ""  # "police" or "army", as the words around tell
    closed: bool = False  # the sentence names all who take part: a list elsewhere adds nobody
    attach: bool = False  # only adds to another draft, is no event by itself

    def actors(self) -> set[str]:
        """All actors in any role."""
        return {code for codes in self.roles.values() for code in codes}
