"""Reading a document: sentences, tokens, mentions and triggers, before any event is read."""

import datetime as dt
import re
from collections import Counter

from quietsignal.extract.rules.coreference import resolve
from quietsignal.extract.rules.dates import Clock, find_dates
from quietsignal.extract.rules.items import names_equipment
from quietsignal.extract.rules.lexicon import Named, find_names
from quietsignal.extract.rules.mentions import mentions_of
from quietsignal.extract.rules.names import exercise_names, numbered_names
from quietsignal.extract.rules.reading import Reading, Sentence
from quietsignal.extract.rules.sentences import Span, split_sentences
from quietsignal.extract.rules.ships import find_ships
from quietsignal.extract.rules.tokens import tokenize
from quietsignal.extract.rules.triggers import NAMED_EXERCISE, Found, find_triggers
from quietsignal.records import Document, EventType, ImpreciseDate, Precision

__all__ = ["read_document"]

_DATELINE_DAY = re.compile(r"\b(?:19|20)\d\d\b")


def read_document(document: Document) -> Reading:
    """The document with its sentences read; events are still to be found."""
    text = document.text
    spans = split_sentences(text)
    clock = Clock(_published(document.published) or _dateline_day(text, spans))
    sentences = [
        _sentence(text, span, index=index, clock=clock) for index, span in enumerate(spans)
    ]
    resolve(sentences)
    names = _exercises(text, sentences)
    return Reading(
        text=text,
        exercises=names,
        armed=names_equipment(text),
        clock=clock,
        sentences=sentences,
        weight=_weights(sentences),
        military=_count(sentences, "defence"),
        free_trade=_count(sentences, "fta") > 0,
        trade=_count(sentences, "trade"),
    )


def _published(date: ImpreciseDate) -> dt.date | None:
    return date.start if date.precision in (Precision.DAY, Precision.RANGE) else None


def _dateline_day(text: str, spans: list[Span]) -> dt.date | None:
    """The day of the first dateline or dated line that tells its year."""
    for span in spans[:6]:
        end = span.body if span.body > span.start else span.end
        if end - span.start > 90 or not _DATELINE_DAY.search(text, span.start, end):
            continue
        for found in find_dates(text, (span.start, end), clock=Clock(None)):
            if found.date.precision is Precision.DAY:
                return found.date.start
    return None


def _sentence(text: str, span: Span, *, index: int, clock: Clock) -> Sentence:
    tokens = tokenize(text, (span.body, span.end))
    found, groups = find_triggers(tokens)
    named = _apart(find_ships(tokens), find_names(tokens, clock.today))
    mentions = mentions_of(tokens, named)
    dates = find_dates(text, (span.body, span.end), clock=clock) if found else []
    spoken = [date for date in dates if date.sign == "before" and date.end - date.start > 20]
    kept = [
        mention
        for mention in mentions
        if not any(date.start <= tokens[mention.first].start < date.end for date in spoken)
    ]
    return Sentence(
        index=index,
        start=span.start,
        end=span.end,
        kind=span.kind,
        tokens=tokens,
        mentions=kept,
        dates=dates,
        found=found,
        groups=groups,
        lowers=frozenset(token.lower for token in tokens),
    )


def _apart(ships: list[Named], names: list[Named]) -> list[Named]:
    """Ships and names in order; a name within a ship's name is the ship."""
    covered = {index for ship in ships for index in range(ship.first, ship.last)}
    return sorted(
        [*ships, *(name for name in names if name.first not in covered)], key=lambda n: n.first
    )


def _exercises(text: str, sentences: list[Sentence]) -> tuple[str, ...]:
    """The names of exercises; a sentence that only names one is marked as telling it."""
    telling = [sentence for sentence in sentences if _tells_exercise(sentence)]
    if not telling:
        return ()
    actors = frozenset(
        token.text
        for sentence in telling
        for mention in sentence.mentions
        if mention.kind is not None
        for token in sentence.tokens[mention.first : mention.last]
    )
    names = exercise_names(text, [(each.start, each.end) for each in telling], actors=actors)
    names += _named_beside(text, sentences, telling=telling, actors=actors)
    names = sorted(dict.fromkeys(names), key=len, reverse=True)
    for sentence in sentences:
        if names and not _tells_exercise(sentence):
            _mark(text, sentence, names=names)
    return tuple(names)


def _named_beside(
    text: str, sentences: list[Sentence], *, telling: list[Sentence], actors: frozenset[str]
) -> list[str]:
    """Names with a year that stand near a sentence on an exercise: "the same, Platinum Wolf 23"."""
    near = {0, *(each.index + step for each in telling for step in (-2, -1, 0, 1, 2))}
    return [
        name
        for sentence in sentences
        if sentence.index in near
        for name in numbered_names(text, (sentence.start, sentence.end), actors=actors)
    ]


def _tells_exercise(sentence: Sentence) -> bool:
    return any(
        found.trigger.type is EventType.EXERCISE and found.trigger.sense == "noun"
        for found in sentence.found
    )


def _mark(text: str, sentence: Sentence, *, names: list[str]) -> None:
    """Add a trigger where a known name of an exercise stands."""
    for name in names:
        at = text.find(name, sentence.start, sentence.end)
        if at >= 0 and len(name) > 5:
            index = next((n for n, token in enumerate(sentence.tokens) if token.end > at), 0)
            sentence.found.append(Found(NAMED_EXERCISE, index, index + 1))
            return


def _count(sentences: list[Sentence], group: str) -> int:
    return sum(len(sentence.groups.get(group, ())) for sentence in sentences)


def _weights(sentences: list[Sentence]) -> Counter[str]:
    """How much the document speaks of each actor; headline and first lines count more."""
    weight: Counter[str] = Counter()
    for sentence in sentences:
        factor = 3 if sentence.index == 0 else 2 if sentence.index < 3 else 1
        for code in {mention.code for mention in sentence.mentions if not mention.topic}:
            weight[code] += factor
    return weight
