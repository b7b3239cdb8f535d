"""Filters: which triggers and events are kept, so that ordinary news yields nothing."""

import re

from quietsignal.extract.rules.drafts import Draft
from quietsignal.extract.rules.items import Item
from quietsignal.extract.rules.lexicon import NameKind
from quietsignal.extract.rules.reading import Reading, Sentence
from quietsignal.extract.rules.triggers import NAMED_EXERCISE, Found
from quietsignal.records import EventType, type_entry

__all__ = ["given_not_sold", "is_fiction", "keeps_sentence", "keeps_trigger", "plausible"]

_REACH = 6  # tokens within which a blocking word takes a trigger its meaning


_FICTION = re.compile(
    r"^(?:chapter|prologue|epilogue|act|scene) ?(?:\d+|[ivx]+|one|two|three)?\b[ :.–-]|\bfan ?fic(?:tion)?\b"
    r"|\balternate history\b|\bshort story\b|\bdisclaimer: i (?:do not|don['’]t) own\b|\bchapter (?:\d+|one) of\b",
    re.IGNORECASE | re.MULTILINE,
)
_OPENING = 600  # characters in which a story calls itself one


def is_fiction(text: str) -> bool:
    """Whether a text calls itself a story: a chapter, a fan fiction, an alternate history."""
    return _FICTION.search(text, 0, _OPENING) is not None


def keeps_sentence(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence may tell an event: somebody is named in it or just before it."""
    if sentence.mentions or any(found.trigger is NAMED_EXERCISE for found in sentence.found):
        return True
    return sentence.index > 0 and bool(reading.sentences[sentence.index - 1].mentions)


def keeps_trigger(sentence: Sentence, found: Found, *, items: list[Item]) -> bool:
    """Whether what a trigger needs stands in its sentence, and nothing that blocks it."""
    trigger = found.trigger
    if any(sentence.near(group, found.first, reach=_REACH) for group in trigger.blocks):
        return False
    return not trigger.needs or any(_met(sentence, need, items=items) for need in trigger.needs)


def _met(sentence: Sentence, need: str, *, items: list[Item]) -> bool:
    if need == "item":
        return bool(items)
    if need == "actors2":
        return len({mention.code for mention in sentence.mentions if not mention.topic}) > 1
    if need == "leader" and any(mention.kind is NameKind.LEADER for mention in sentence.mentions):
        return True
    if need == "heading":
        return sentence.kind == "heading" and sentence.index > 0
    return need in sentence.groups


def given_not_sold(drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence without the transfers whose words tell a gift between the same actors."""
    gifts = [draft.actors() for draft in drafts if draft.type is EventType.AID]
    return [
        draft
        for draft in drafts
        if draft.type is not EventType.TRANSFER
        or not any(draft.actors() <= gift or gift <= draft.actors() for gift in gifts)
    ]


def plausible(_reading: Reading, event: Draft) -> bool:
    """Whether an event has the actors that its type requires."""
    required = type_entry(event.type).required
    if any(not event.roles.get(role) for role in required):
        return False
    if event.type is EventType.EXERCISE:
        return len(event.actors()) >= 2
    return True
