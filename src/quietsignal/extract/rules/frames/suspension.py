"""Suspensions: cooperation halted, postponed or withdrawn from."""

import re

from quietsignal.extract.rules.drafts import Draft, Scene
from quietsignal.extract.rules.frames.stance import standing_draft
from quietsignal.extract.rules.roles import acting, codes_of, other_actor, subject
from quietsignal.extract.rules.status import is_negated
from quietsignal.records import EventType, Status

__all__ = ["suspension"]

_WHAT = (
    (EventType.EXERCISE, ("exercise", "exercises", "drill", "drills", "manoeuvres", "maneuvers")),
    (
        EventType.TRANSFER,
        (
            "delivery",
            "deliveries",
            "sale",
            "sales",
            "exports",
            "licences",
            "licenses",
            "contract",
            "order",
            "purchase",
            "acquisition",
            "arms",
            "weapons",
            "shipments",
        ),
    ),
    (
        EventType.DEPLOYMENT,
        ("troops", "soldiers", "mission", "forces", "contingent", "peacekeepers"),
    ),
    (EventType.AGREEMENT, ("agreement", "treaty", "pact", "accord")),
    (EventType.MEMBERSHIP, ("membership",)),
    (EventType.AID, ("aid", "assistance")),
    (EventType.VISIT, ("visit", "summit", "talks")),
    (EventType.TRAINING, ("training",)),
    (EventType.FACILITY, ("base", "bases")),
)


def suspension(scene: Scene) -> list[Draft]:
    """Cooperation halted, postponed or withdrawn from."""
    sentence = scene.sentence
    what = _what(scene)
    if what is None or is_negated(sentence.tokens, scene.position, reach=3):
        return []
    if scene.words.endswith("closed") and what in (EventType.TRANSFER, EventType.AGREEMENT):
        return []  # a contract that was closed is one that was made
    actors = subject(sentence, scene.position)[:2] or codes_of(acting(sentence))[:1]
    rest = [c for c in codes_of(m for m in sentence.mentions if not m.topic) if c not in actors]
    if not actors:
        return []
    if _towards_all(scene):
        return [_halted(scene, {"actor": actors}, what=what)]
    inferred = not rest
    if not rest:
        other = other_actor(scene.reading, sentence, known=actors)
        rest = [other] if other else []
    if not rest:
        return []
    mutual = len(actors) == 2
    roles = {"party": actors} if mutual else {"actor": actors, "target": rest[:2]}
    draft = _halted(scene, roles, what=what)
    draft.inferred = inferred
    return [draft]


def _halted(scene: Scene, roles: dict[str, list[str]], *, what: EventType) -> Draft:
    draft = standing_draft(scene, EventType.SUSPENSION, roles=roles, details={"what": what.value})
    if draft.status in (Status.CANCELLED, Status.IN_FORCE, Status.REPORTED):
        draft.status = Status.DONE
    return draft


_ALL = re.compile(
    r"\bwith (?:all |its |their |any )?(?:foreign|other) (?:partners|armies|countries|states|forces|militaries)\b"
    r"|\ball (?:joint |military |foreign )*(?:exercises|drills|manoeuvres|maneuvers)\b"
)


def _towards_all(scene: Scene) -> bool:
    """Whether the halt is towards everybody: "with all foreign partners" has no single target."""
    sentence = scene.sentence
    return bool(_ALL.search(scene.reading.text, sentence.start, sentence.end))


def _what(scene: Scene) -> EventType | None:
    """What is suspended, as the sentence or the one before it tells."""
    index = scene.sentence.index
    for sentence in (
        scene.reading.sentences[index : max(-1, index - 2) : -1] if index else [scene.sentence]
    ):
        for kind, words in _WHAT:
            if sentence.lowers & set(words):
                return kind
    return None
