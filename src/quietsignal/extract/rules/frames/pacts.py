"""Pacts: agreements, trade and other economic deals."""

import re

from quietsignal.extract.rules.clauses import segment_around
from quietsignal.extract.rules.drafts import Draft, Scene
from quietsignal.extract.rules.names import agreement_name
from quietsignal.extract.rules.reading import Sentence
from quietsignal.extract.rules.roles import acting, codes_of, coordinated, governed, other_actor
from quietsignal.extract.rules.status import status_of
from quietsignal.extract.rules.when import date_for
from quietsignal.records import EventType, Status

__all__ = ["agreement", "economic_deal"]

_TRADE = re.compile(
    r"\b(?:free[- ]trade|FTA|trade agreement|trade deal|trade pact|gas|loan|infrastructure|investment|economic|railway|customs)\b",
    re.IGNORECASE,
)


def _parties(scene: Scene) -> tuple[list[str], bool]:
    """The parties: "between X and Y", "X and Y signed", "X ... with Y"; the rest is inferred."""
    sentence = scene.sentence
    between = governed(sentence, ("between", "among"))
    if len(between) > 1:
        return between, False
    first, last = segment_around(sentence.tokens, scene.position)
    inside = [m for m in acting(sentence) if first <= m.first < last]
    codes = codes_of(inside)
    if len(codes) == 1:
        codes = list(dict.fromkeys([*_leading(sentence, first), *codes]))
    if len(codes) < 2:
        codes = codes_of(acting(sentence))
    if len(codes) == 1:
        other = other_actor(scene.reading, sentence, known=codes)
        return ([*codes, other] if other else codes), True
    return codes, False


def _leading(sentence: Sentence, end: int) -> list[str]:
    """The subject of verbs joined by `and`: the first free name before the last of them."""
    free = [m for m in acting(sentence) if m.first < end and m.preposition == ""]
    return codes_of(each for m in free[:1] for each in coordinated(sentence, m))


def _pact(scene: Scene, event_type: EventType) -> list[Draft]:
    parties, inferred = _parties(scene)
    if not 2 <= len(parties) <= 6:
        return []
    sentence, text = scene.sentence, scene.reading.text
    status = status_of(sentence.tokens, scene.position, standing=True)
    return [
        Draft(
            type=event_type,
            roles={"party": parties},
            status=status,
            sentences=[sentence.index],
            date=date_for(scene.reading, sentence, position=scene.position, status=status),
            name=_pact_name(scene)
            or agreement_name(text, (sentence.start, sentence.end))
            or scene.words,
            score=0.55 if inferred else 0.7,
            inferred=inferred,
        )
    ]


def _pact_name(scene: Scene) -> str | None:
    """The title that covers the trigger itself, where the words around it are one."""
    tokens = scene.sentence.tokens
    start = tokens[max(0, scene.position - 4)].start
    end = tokens[min(len(tokens), scene.found.last + 1) - 1].end
    return agreement_name(scene.reading.text, (start, end))


def agreement(scene: Scene) -> list[Draft]:
    """A treaty, pact or memorandum that sets up cooperation."""
    text = scene.reading.text
    around = text[scene.sentence.start : scene.sentence.end]
    if _TRADE.search(around):
        return []
    return _pact(scene, EventType.AGREEMENT)


def economic_deal(scene: Scene) -> list[Draft]:
    """A loan, investment or trade deal that is not on arms."""
    drafts = _pact(scene, EventType.ECONOMIC_DEAL)
    for draft in drafts:
        if draft.status is Status.HYPOTHETICAL:
            return []
    return drafts
