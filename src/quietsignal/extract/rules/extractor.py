"""The rule extractor: the whole run from a document to its claims, on one page."""

from quietsignal.extract.rules.complete import complete, fill_exercises
from quietsignal.extract.rules.confidence import confidence_of
from quietsignal.extract.rules.document import read_document
from quietsignal.extract.rules.drafts import Draft, Scene
from quietsignal.extract.rules.filters import (
    given_not_sold,
    is_fiction,
    keeps_sentence,
    keeps_trigger,
    plausible,
)
from quietsignal.extract.rules.frames import FRAMES
from quietsignal.extract.rules.gathering import gather
from quietsignal.extract.rules.items import find_items
from quietsignal.extract.rules.merge import merge
from quietsignal.extract.rules.reading import Reading, Sentence
from quietsignal.extract.rules.settle import settle
from quietsignal.records import Claim, Document, EventType, Quote, make_claim

__all__ = ["NAME", "extract_by_rules"]

NAME = "rules/1"
ENOUGH = 3  # words of defence, or of tariffs, that a document must hold to be read at all
DENSITY = (
    0.25  # and so many words of defence a sentence: an essay on other matters names an army too
)
TOLD = 4  # tokens that make a sentence one: "Drill 7" and "Synthetic." tell nothing
SHORT = 4  # sentences below which a text is a note, for which one word of defence is enough


def extract_by_rules(document: Document) -> tuple[Claim, ...]:
    """The claims of an English document; nothing for one that is not about defence."""
    reading = read_document(document)
    types = _subjects(reading)
    if not types or is_fiction(document.text):
        return ()
    told = (draft for sentence in reading.sentences for draft in _drafts(reading, sentence))
    drafts = [draft for draft in told if draft.type in types]
    drafts += gather(reading, drafts)
    drafts.sort(key=lambda draft: draft.sentences[0])
    merged = merge(complete(reading, drafts))
    fill_exercises(reading, merged)
    for event in merged:
        settle(event, reading.clock.today)
    events = [event for event in merged if plausible(reading, event)]
    claims = {claim.id: claim for claim in (_claim(document, reading, event) for event in events)}
    return tuple(claims.values())


def _subjects(reading: Reading) -> frozenset[EventType]:
    """The types that a document may tell: defence needs words of defence, trade those of trade."""
    if not reading.weight:
        return frozenset()
    # A note of a few sentences cannot hold as many words of defence as an article must.
    told = sum(len(sentence.tokens) >= TOLD for sentence in reading.sentences)
    least = 1 if told < SHORT else ENOUGH
    if reading.military >= max(least, DENSITY * told):
        return frozenset(EventType)
    return _TRADE if reading.trade >= ENOUGH else frozenset()


_TRADE = frozenset({EventType.TRADE_PROVISION, EventType.ECONOMIC_DEAL})


def _drafts(reading: Reading, sentence: Sentence) -> list[Draft]:
    """The events that one sentence tells, at most one of a type and sense a clause."""
    if not sentence.found or not keeps_sentence(reading, sentence):
        return []
    items = [item for item in find_items(reading.text, sentence) if reading.armed or not item.soft]
    drafts: list[Draft] = []
    for found in sentence.found:
        if keeps_trigger(sentence, found, items=items):
            drafts += FRAMES[found.trigger.type](Scene(reading, sentence, found, items))
    return given_not_sold(drafts)


def _claim(document: Document, reading: Reading, event: Draft) -> Claim:
    quotes = tuple(
        Quote.cut(document.text, sentence.start, sentence.end)
        for sentence in (reading.sentences[index] for index in sorted(event.sentences))
    )
    return make_claim(
        capture=document.capture,
        document=document.id,
        event_type=event.type,
        roles=event.roles,
        date=event.date,
        status=event.status,
        quotes=quotes,
        extractor=NAME,
        confidence=confidence_of(event),
        name=event.name,
        item=event.item,
        quantity=event.quantity,
        place=event.place,
        details=event.details,
    )
