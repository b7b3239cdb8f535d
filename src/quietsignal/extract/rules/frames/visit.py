"""Visits, meetings and port calls: who came to whom."""

import datetime as dt
import re

from quietsignal.extract.rules.drafts import Draft, Scene
from quietsignal.extract.rules.lexicon import NameKind
from quietsignal.extract.rules.places import place_of
from quietsignal.extract.rules.reading import Mention
from quietsignal.extract.rules.roles import (
    ORGANISATIONS,
    acting,
    codes_of,
    coordinated,
    governed,
    other_actor,
    subject,
)
from quietsignal.extract.rules.ships import ship_names
from quietsignal.extract.rules.status import clause_around, is_negated, status_of
from quietsignal.extract.rules.when import date_for
from quietsignal.records import EventType, ImpreciseDate, Precision, Status

__all__ = ["visit"]

Sides = tuple[list[str], list[str]]


def visit(scene: Scene) -> list[Draft]:
    """The visits that a sentence tells, one for each host."""
    if is_negated(scene.sentence.tokens, scene.position, reach=3):
        return []
    if scene.sense == "go" and _brings_cargo(scene):
        return []
    visitor, hosts = _SENSES[scene.sense](scene)
    hosts = [code for code in hosts if code not in ORGANISATIONS][:4]
    visitor = [code for code in visitor if code not in hosts and code not in ORGANISATIONS]
    inferred = False
    if hosts and not visitor and scene.sense != "meet":
        other = other_actor(scene.reading, scene.sentence, known=hosts)
        visitor = [other] if other and other not in ORGANISATIONS and _personal(scene) else []
        inferred = True
    if not visitor:
        return []
    return [_draft(scene, visitor, host, inferred=inferred) for host in hosts]


_DELIVERED = frozenset({EventType.TRANSFER, EventType.AID})
_CARGO = frozenset(
    "aircraft plane planes airplane airplanes jet jets helicopter helicopters missiles systems drones tanks "
    "vehicles trucks batch shipment consignment cargo convoy".split()
)


def _brings_cargo(scene: Scene) -> bool:
    """Whether what arrives is an aircraft or arms, with nobody of rank named."""
    first, _ = clause_around(scene.sentence.tokens, scene.position)
    delivers = any(found.trigger.type in _DELIVERED for found in scene.sentence.found)
    reach = first if delivers else max(first, scene.position - 2)
    before = {token.lower for token in scene.sentence.tokens[reach : scene.position]}
    return bool(before & _CARGO) and not scene.sentence.has("leader")


def _personal(scene: Scene) -> bool:
    """Whether somebody of rank, or a ship, stands in the sentence."""
    return scene.sentence.has("leader")


def _draft(scene: Scene, visitor: list[str], host: str, *, inferred: bool) -> Draft:
    sentence = scene.sentence
    status = status_of(sentence.tokens, scene.position)
    if status in (Status.IN_FORCE, Status.REPORTED, Status.HYPOTHETICAL, Status.OFFERED):
        status = (
            Status.ANNOUNCED if status in (Status.HYPOTHETICAL, Status.OFFERED) else Status.DONE
        )
    if status is Status.ONGOING and "ongoing" not in _tense(scene):
        status = Status.DONE
    return Draft(
        type=EventType.VISIT,
        roles={"visitor": visitor[:3], "host": [host]},
        status=status,
        sentences=[sentence.index],
        date=_stay(
            scene, date_for(scene.reading, sentence, position=scene.position, status=status)
        ),
        place=_city(scene)
        or place_of(scene.reading.text, (sentence.start, sentence.end), named=frozenset()),
        name=", ".join(dict.fromkeys(ship_names(sentence.tokens))) or None,
        score=0.65,
        inferred=inferred,
    )


_DAYS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
}
_LENGTH = re.compile(r"\b(two|three|four|five|six|seven|[2-5])(?:[- ]day|\s+days)\b")


def _stay(scene: Scene, date: ImpreciseDate) -> ImpreciseDate:
    """The days from an arrival to the end of a "three-day visit"."""
    length = _LENGTH.search(scene.reading.text, scene.sentence.start, scene.sentence.end)
    if length is None or date.start is None or date.precision is not Precision.DAY:
        return date
    return ImpreciseDate.range(date.start, date.start + dt.timedelta(days=_DAYS[length[1]] - 1))


def _tense(scene: Scene) -> str:
    words = scene.sentence.lowers
    return (
        "ongoing"
        if words & {"is", "are", "at", "currently", "remain", "began", "begun", "started"}
        else ""
    )


def _city(scene: Scene) -> str | None:
    tokens = scene.sentence.tokens
    for mention in scene.sentence.mentions:
        if mention.kind in (NameKind.CAPITAL, NameKind.CITY) and (
            mention.place or mention.preposition == "to"
        ):
            return " ".join(token.text for token in tokens[mention.first : mention.last])
    return None


def _clause_mentions(scene: Scene) -> list[Mention]:
    first, last = clause_around(scene.sentence.tokens, scene.position)
    return [m for m in scene.sentence.mentions if first <= m.first < last and not m.topic]


def _before(scene: Scene, count: int) -> set[str]:
    return {
        token.lower
        for token in scene.sentence.tokens[max(0, scene.position - count) : scene.position]
    }


def _going(scene: Scene) -> Sides:
    """`X visited Y`, `X arrived in Y`, `Y was visited by X`."""
    sentence, position = scene.sentence, scene.position
    visitor = subject(sentence, position)
    after = [
        m for m in _clause_mentions(scene) if m.first > position and m.kind is not NameKind.LEADER
    ]
    if _before(scene, 2) & {"was", "were", "been", "be"} and scene.words.startswith("visited"):
        return codes_of(m for m in after if m.preposition == "by")[:1], visitor
    if scene.words.startswith("call") and scene.words.endswith("on"):
        places = [m for m in after if m.place]
        return visitor, codes_of(places[:1] or after[:1])
    reach = [
        m for m in after if m.preposition in ("", "in", "at", "to", "into", "on", "for", "off")
    ]
    ranked = sorted(
        reach,
        key=lambda m: (not m.place and m.preposition != "to" and m.first > position + 4, m.first),
    )
    targets = codes_of(each for m in ranked[:1] for each in coordinated(sentence, m))
    if not targets:
        targets = codes_of(m for m in sentence.mentions if m.place)[:1]
    return visitor, [code for code in targets if code not in visitor]


def _being(scene: Scene) -> Sides:
    """`X's minister was in Y`: only when a place follows at once."""
    sentence = scene.sentence
    end = scene.found.last
    target = [
        m
        for m in sentence.mentions
        if end <= m.first <= end + 3
        and m.kind in (NameKind.CAPITAL, NameKind.NAME, NameKind.CITY, NameKind.GOVERNMENT)
    ]
    if not target:
        return [], []
    return [c for c in subject(sentence, scene.position) if c != target[0].code], codes_of(
        coordinated(sentence, target[0])
    )


def _trip(scene: Scene) -> Sides:
    """`X's visit to Y`, `the visit of X to Y`, `during a visit to Y, X`."""
    sentence = scene.sentence
    to = [
        m
        for m in sentence.mentions
        if m.preposition in ("to", "into", "through")
        and scene.position < m.first < scene.position + 9
    ]
    hosts = (
        codes_of(each for m in to[:1] for each in coordinated(sentence, m))
        or governed(sentence, ("in", "at"))[:1]
    )
    if not hosts:
        return [], []
    owner = [
        m
        for m in acting(sentence)
        if m.code not in hosts and m.kind is not NameKind.CITY and m.preposition != "with"
    ]
    nearest = sorted(owner, key=lambda m: (m.first > scene.position, abs(m.first - scene.position)))
    return codes_of(
        each for m in nearest[:1] for each in coordinated(sentence, m) if each.acts
    ), hosts


def _receiving(scene: Scene) -> Sides:
    """`X received Y`, `Y was received by X`."""
    sentence, position = scene.sentence, scene.position
    first = subject(sentence, position)[-1:]
    people = [
        m
        for m in _clause_mentions(scene)
        if m.first > position and m.acts and m.kind is not NameKind.ORGANISATION
    ]
    if _before(scene, 2) & {"was", "were", "been", "be"} and "host" not in scene.words:
        return first, codes_of(m for m in people if m.preposition in ("by", "in"))[:1]
    guest = codes_of(
        m for m in people if m.preposition in ("", "from", "of", "to") and m.first - position < 12
    )[:1]
    if not guest or not _ranked(scene, position):
        return [], []
    return guest, first or codes_of(m for m in _clause_mentions(scene) if m.place)[:1]


def _ranked(scene: Scene, position: int) -> bool:
    """Whether a title stands after the verb: one receives ministers, and also tanks."""
    return any(0 < spot - position < 14 for spot in scene.sentence.groups.get("leader", ()))


def _guest(scene: Scene) -> Sides:
    """`X was the guest of Y`, `Y had X as a guest`."""
    sentence = scene.sentence
    visitor = subject(sentence, scene.position)[:1]
    after = [m for m in _clause_mentions(scene) if m.first > scene.position]
    host = codes_of(m for m in after if m.preposition in ("of", "in", "at", ""))[:1]
    host = host or codes_of(m for m in sentence.mentions if m.place and m.code not in visitor)[:1]
    return visitor, host


def _meeting(scene: Scene) -> Sides:
    """`X met Y in Z`: the host is the one in whose land they meet."""
    mentions = _clause_mentions(scene)
    people = [c for c in codes_of(m for m in mentions if m.acts) if c not in ORGANISATIONS]
    places = codes_of(m for m in mentions if m.place) or codes_of(
        m for m in scene.sentence.mentions if m.place
    )
    if not places and len(people) == 2:
        places = [code for code in _places_nearby(scene) if code in people][:1]
    visitors = [code for code in people if code not in places]
    return visitors, places[:1] if visitors else []


def _places_nearby(scene: Scene) -> list[str]:
    around = scene.reading.sentences[max(0, scene.sentence.index - 1) : scene.sentence.index + 2]
    return codes_of(m for sentence in around for m in sentence.mentions if m.place)


_SENSES = {
    "go": _going,
    "be": _being,
    "trip": _trip,
    "host": _receiving,
    "guest": _guest,
    "meet": _meeting,
}
