"""Exercises: participants, hosts and observers."""

from quietsignal.extract.rules.clauses import segment_around
from quietsignal.extract.rules.domain import POLICE, domain_of
from quietsignal.extract.rules.drafts import Draft, Scene
from quietsignal.extract.rules.lexicon import NameKind
from quietsignal.extract.rules.names import exercise_name
from quietsignal.extract.rules.places import place_of
from quietsignal.extract.rules.reading import Mention, Sentence
from quietsignal.extract.rules.roles import codes_of, other_actor
from quietsignal.extract.rules.status import clause_around, status_of
from quietsignal.extract.rules.when import date_for
from quietsignal.records import EventType, Status

__all__ = ["exercise"]


def exercise(scene: Scene) -> list[Draft]:
    """The exercise that the sentence tells, or what it adds to one told before."""
    sentence, reading = scene.sentence, scene.reading
    if _not_held(scene) or _told_by_name(scene):
        return []
    near = _near(scene)
    observers = codes_of(m for m in near if m.acts and _watches(sentence, m))
    participants = [
        code
        for code in codes_of(m for m in near if m.acts and _takes_part(sentence, m))
        if code not in observers
    ]
    hosts = _hosts(sentence, near)
    name = _name(scene)
    alias = not participants and bool(sentence.lowers & _NAMING) and sentence.kind != "heading"
    attach = scene.sense == "list" or alias or _looks_back(scene, participants, name=name)
    if attach and scene.sense != "list":
        participants = []
    joint = bool(name) or sentence.has("joint") or len(participants) > 1
    if not joint and not attach:
        return []
    status = status_of(sentence.tokens, scene.position)
    draft = Draft(
        type=EventType.EXERCISE,
        roles={"participant": participants, "host": hosts, "observer": observers},
        status=status,
        sentences=[sentence.index],
        date=date_for(reading, sentence, position=_anchor(scene, name), status=status),
        name=name,
        place=_place(scene),
        domain=domain_of(reading, sentence, position=scene.position),
        closed=len(participants) > 1 and not sentence.lowers & _MORE,
        score=0.75 if name else 0.6,
        attach=attach or not (participants or name),
    )
    draft.details = {"domain": POLICE} if draft.domain == POLICE else {}
    if draft.attach and not draft.actors() and not _definite(scene):
        return []
    _complete(scene, draft)
    return [draft]


def _definite(scene: Scene) -> bool:
    """Whether the words point back: "the exercise", "this drill"."""
    before = scene.sentence.tokens[max(0, scene.position - 3) : scene.position]
    return bool({token.lower for token in before} & _DEFINITE)


def _anchor(scene: Scene, name: str | None) -> int:
    """Where the date is looked for: at the name, when "the same exercise" stands far from it."""
    sentence = scene.sentence
    at = scene.reading.text.find(name, sentence.start, sentence.end) if name else -1
    spots = (index for index, token in enumerate(sentence.tokens) if token.start >= at)
    spot = next(spots, scene.position) if at >= 0 else scene.position
    if scene.position - spot <= _FAR:
        return scene.position
    following = [token.lower for token in sentence.tokens[spot : spot + 7]]
    return spot + following.index("which") + 1 if "which" in following else spot


_FAR = 8
_MORE = frozenset(
    "multinational international other others several multilateral partners allies including among "
    "participants nations".split()
)
_NAMING = frozenset("name names named called call calls known rendered render dubbed".split())
_HALTS = ("suspen", "halt", "stop", "freez", "froz", "postpon", "put off", "put on hold", "on hold")


def _not_held(scene: Scene) -> bool:
    """Whether the words only tell that there was none: "halted exercises", "has not been held"."""
    tokens, (first, last) = scene.sentence.tokens, (scene.found.first, scene.found.last)
    after = [token.lower for token in tokens[last : last + 15]]
    before = [token.lower for token in tokens[max(0, first - 4) : first]]
    if "not" in after and {"held", "place"} & set(after):
        return True
    if "from" in before and {"back", "return", "returning", "returned"} & set(before):
        return True
    halts = _HALTS if not scene.words.endswith("s") else (*_HALTS, "call", "put a stop")
    return any(
        found.trigger.type is EventType.SUSPENSION
        and (0 <= first - found.last <= 4 or 0 <= found.first - last <= 3)
        and " ".join(t.lower for t in tokens[found.first : found.last]).startswith(halts)
        for found in scene.sentence.found
    )


def _told_by_name(scene: Scene) -> bool:
    """Whether a list ("members of") stands beside the name of an exercise, which tells it itself."""
    named = any(found.trigger.sense == "name" for found in scene.sentence.found)
    return scene.sense == "list" and named


def _near(scene: Scene) -> list[Mention]:
    """The mentions of the trigger's own clause where the sentence tells two exercises, else all."""
    sentence = scene.sentence
    first, last = segment_around(sentence.tokens, scene.position)
    inside = [m for m in sentence.mentions if first <= m.first < last]
    others = any(
        found.trigger.type is EventType.EXERCISE
        and found.trigger.sense == "noun"
        and not first <= found.first < last
        for found in sentence.found
    )
    return inside if others and len({m.code for m in inside if m.acts}) > 1 else sentence.mentions


def _place(scene: Scene) -> str | None:
    sentence = scene.sentence
    tokens = sentence.tokens
    first, last = segment_around(tokens, scene.position)
    within = (tokens[first].start, tokens[last - 1].end)
    text, named = scene.reading.text, _actor_words(sentence, cities=False)
    whole = (sentence.start, sentence.end)
    return place_of(text, within, named=named) or (
        place_of(text, whole, named=named) if _near(scene) is sentence.mentions else None
    )


_DEFINITE = frozenset({"the", "this", "these", "that", "those", "such", "its"})


def _looks_back(scene: Scene, participants: list[str], *, name: str | None) -> bool:
    """Whether the words only refer to an exercise told before: "the response to the exercise"."""
    if name or scene.sense != "noun":
        return False
    near = {
        mention.code
        for mention in scene.sentence.mentions
        if -8 <= mention.first - scene.found.last <= 8 and mention.code in participants
    }
    governed = any(
        mention.preposition in ("between", "with", "of", "by", "from", "among")
        for mention in scene.sentence.mentions
        if mention.code in near and not mention.possessive
    )
    listed = any(found.trigger.sense == "list" for found in scene.sentence.found)
    return _definite(scene) and (len(near) < 2 or not (governed or listed))


def _name(scene: Scene) -> str | None:
    """The name in the sentence: one that the document introduces, else one that looks like it."""
    sentence, reading = scene.sentence, scene.reading
    around = reading.text[sentence.start : sentence.end]
    for name in reading.exercises:
        if name in around:
            return name
    if scene.sense == "list":
        return None
    return exercise_name(
        reading.text, (sentence.start, sentence.end), actors=_actor_words(sentence)
    )


def _complete(scene: Scene, draft: Draft) -> None:
    """A second participant from the sentences before, when the sentence names one only."""
    participants = draft.roles["participant"]
    if draft.attach or len(participants) != 1:
        return
    if draft.name and scene.sentence.kind == "heading":
        return
    other = other_actor(
        scene.reading, scene.sentence, known=[*participants, *draft.roles["observer"]]
    )
    if other and not draft.name and draft.status is not Status.HYPOTHETICAL:
        participants.append(other)
        draft.inferred = True


def _actor_words(sentence: Sentence, *, cities: bool = True) -> frozenset[str]:
    """The words that name actors; a city where something happens is a place, too."""
    return frozenset(
        token.text
        for mention in sentence.mentions
        if mention.kind is not None and (cities or not _is_city(mention))
        for token in sentence.tokens[mention.first : mention.last]
    )


def _is_city(mention: Mention) -> bool:
    return mention.place and mention.kind in (NameKind.CITY, NameKind.CAPITAL)


def _watches(sentence: Sentence, mention: Mention) -> bool:
    first, last = clause_around(sentence.tokens, mention.first)
    return any(first <= spot < last for spot in sentence.groups.get("observe", ()))


def _takes_part(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention may be a participant: not one who complains or is aimed at."""
    if mention.preposition in ("against", "towards", "toward", "than", "off", "near"):
        return False
    first, last = clause_around(sentence.tokens, mention.first)
    complains = any(first <= spot < last for spot in sentence.groups.get("complaint", ()))
    return not complains


def _hosts(sentence: Sentence, near: list[Mention]) -> list[str]:
    """Where it is held, who hosts it, else where the forces are sent for it."""
    hosts = codes_of(m for m in near if m.place and not m.topic)
    for spot in sentence.groups.get("hosting", ()):
        before = [m for m in near if m.acts and m.first < spot and m.preposition == ""]
        after = [m for m in near if m.acts and m.first > spot and m.preposition == "by"]
        hosts += codes_of((after or before[-1:])[:1])
    sent = any(found.trigger.type is EventType.DEPLOYMENT for found in sentence.found)
    if sent and not hosts:
        hosts = codes_of(m for m in near if m.preposition == "to" and m.kind is NameKind.NAME)[:1]
    return list(dict.fromkeys(hosts))
