"""Forces abroad: deployments, bases and other facilities, training."""

from quietsignal.extract.rules.clauses import segment_around
from quietsignal.extract.rules.domain import POLICE, domain_of
from quietsignal.extract.rules.drafts import Draft, Scene
from quietsignal.extract.rules.places import host_of, place_of
from quietsignal.extract.rules.quantities import number_before, people_in
from quietsignal.extract.rules.roles import (
    acting,
    codes_of,
    coordinated,
    governed,
    other_actor,
    subject,
)
from quietsignal.extract.rules.status import is_negated, status_of
from quietsignal.extract.rules.when import date_for
from quietsignal.records import EventType, Status

__all__ = ["deployment", "facility", "training"]

_FORCES = {
    **dict.fromkeys(("kfor", "isaf", "sfor", "efp"), "NATO"),
    **dict.fromkeys(
        (
            "unifil",
            "minusma",
            "monusco",
            "unmiss",
            "unficyp",
            "minusca",
            "unamid",
            "unmil",
            "undof",
            "unisfa",
            "minustah",
        ),
        "UN",
    ),
    **dict.fromkeys(("amisom", "atmis"), "AU"),
    **dict.fromkeys(("eufor", "eutm", "althea", "eunavfor"), "EU"),
}
_MISSIONS = ("UN", "EU", "NATO", "AU", "CSTO", "ECOWAS", "OSCE", "SADC")


def deployment(scene: Scene) -> list[Draft]:
    """Forces sent or stationed abroad, or given to a mission of an organisation."""
    sentence = scene.sentence
    exercised = any(
        found.trigger.type is EventType.EXERCISE and found.trigger.sense != "list"
        for found in sentence.found
    )
    before = sentence.tokens[max(0, scene.position - 3) : scene.position]
    instead = bool({token.lower for token in before} & {"rather", "instead"})
    if exercised or instead or is_negated(sentence.tokens, scene.position, reach=4):
        return []
    first, last = segment_around(sentence.tokens, scene.position)
    organisations = codes_of(
        m
        for m in sentence.mentions
        if m.code in _MISSIONS and abs(m.first - scene.position) <= 12 and first <= m.first < last
    )
    organisations = organisations or list(
        dict.fromkeys(_FORCES[word] for word in sentence.lowers if word in _FORCES)
    )
    hosts = [
        code
        for code in (host_of(sentence) or governed(sentence, ("to", "on"), after=scene.position))
        if code not in _MISSIONS
    ]
    if scene.words.endswith((" in", " on")) and not any(
        m.place and 0 <= m.first - scene.position <= 5 for m in sentence.mentions
    ):
        return []
    contributors = [
        c
        for c in (subject(sentence, scene.position) or codes_of(acting(sentence)))
        if c not in hosts and c not in organisations
    ]
    if not contributors or not (hosts or (organisations and scene.sense == "mission")):
        return []
    if scene.sense == "mission" and organisations and not hosts:
        return _missions(scene, contributors[:1], organisations=organisations)
    return [
        _stay(
            scene,
            {"contributor": contributors[:4], "host": hosts[:1], "organisation": organisations[:1]},
        )
    ]


def _status(scene: Scene) -> Status:
    """The status of what lasts: a verb in the present ("instructors train") runs now."""
    status = status_of(scene.sentence.tokens, scene.position)
    word = scene.words.partition(" ")[0]
    present = word in (
        "train",
        "trains",
        "serve",
        "serves",
        "teach",
        "teaches",
        "contributes",
        "contribute",
        "stationed",
        "based",
        "serving",
        "presence",
        "engaged",
    )
    before = [
        token.lower for token in scene.sentence.tokens[max(0, scene.position - 3) : scene.position]
    ]
    past = bool({"was", "were", "had", "did"} & set(before))
    return Status.ONGOING if status is Status.DONE and present and not past else status


def _stay(scene: Scene, roles: dict[str, list[str]]) -> Draft:
    sentence = scene.sentence
    status = _status(scene)
    domain = domain_of(scene.reading, sentence, position=scene.position)
    return Draft(
        domain=domain,
        details={"domain": POLICE} if domain == POLICE else {},
        type=EventType.DEPLOYMENT,
        roles=roles,
        status=status,
        sentences=[sentence.index],
        date=date_for(scene.reading, sentence, position=scene.position, status=status),
        quantity=people_in(scene.reading.text, (sentence.start, sentence.end)),
        score=0.6,
    )


def _missions(scene: Scene, contributors: list[str], *, organisations: list[str]) -> list[Draft]:
    """One deployment an organisation: "five UN and four EU missions"."""
    drafts = []
    for code in organisations:
        draft = _stay(scene, {"contributor": contributors, "organisation": [code]})
        mention = next(m for m in scene.sentence.mentions if m.code == code)
        start = scene.sentence.tokens[mention.first].start
        draft.quantity = number_before(scene.reading.text, start, after=scene.sentence.start)
        drafts.append(draft)
    return drafts


def facility(scene: Scene) -> list[Draft]:
    """A base or centre of one state in another, or of both."""
    sentence = scene.sentence
    hosts = host_of(sentence) or governed(sentence, ("to", "on"))
    partners = [code for code in codes_of(acting(sentence)) if code not in hosts]
    inferred = False
    if len(hosts) != 1:
        return []
    if not partners:
        other = other_actor(scene.reading, sentence, known=hosts)
        partners = [other] if other else []
        inferred = True
    if not 1 <= len(partners) <= 3:
        return []
    status = _status(scene)
    return [
        Draft(
            type=EventType.FACILITY,
            roles={"host": hosts, "partner": partners},
            status=Status.DENIED if is_negated(sentence.tokens, scene.position) else status,
            sentences=[sentence.index],
            date=date_for(scene.reading, sentence, position=scene.position, status=status),
            name=scene.words,
            place=place_of(scene.reading.text, (sentence.start, sentence.end), named=frozenset()),
            score=0.55,
            inferred=inferred,
        )
    ]


def training(scene: Scene) -> list[Draft]:
    """Forces of one state trained by another."""
    sentence = scene.sentence
    if is_negated(sentence.tokens, scene.position, reach=3) or "exercise" in sentence.lowers:
        return []
    following = {token.lower for token in sentence.tokens[scene.found.last : scene.found.last + 1]}
    if scene.sense == "verb" and following & _TOGETHER:
        return []
    trainers, trainees = _trained(scene)
    inferred = False
    if bool(trainers) != bool(trainees):
        other = other_actor(scene.reading, sentence, known=[*trainers, *trainees])
        (trainees if trainers else trainers).extend([other] if other else [])
        inferred = True
    if not trainers or not trainees or set(trainers) & set(trainees):
        return []
    status = _status(scene)
    return [
        Draft(
            type=EventType.TRAINING,
            roles={"trainer": trainers[:2], "trainee": trainees[:6]},
            status=status,
            sentences=[sentence.index],
            date=date_for(scene.reading, sentence, position=scene.position, status=status),
            quantity=people_in(scene.reading.text, (sentence.start, sentence.end)),
            score=0.55,
            inferred=inferred,
        )
    ]


_TOGETHER = frozenset({"with", "elsewhere", "together", "alongside", "there", "side"})


def _trained(scene: Scene) -> tuple[list[str], list[str]]:
    """Trainer and trainee: by verb, by the noun ("X's instructors"), by the place of a course."""
    sentence, position = scene.sentence, scene.position
    before = [token.lower for token in sentence.tokens[max(0, position - 3) : position]]
    passive = bool(
        set(before) & {"be", "been", "being", "were", "was", "are"}
    ) or scene.words.endswith("by")
    first = subject(sentence, position)
    after = [m for m in acting(sentence) if m.first > position]
    if scene.sense == "course":
        places = [
            c
            for c in codes_of(
                m for m in sentence.mentions if m.place or m.preposition in ("for", "to")
            )
            if c not in first
        ]
        return places[:1], first or codes_of(m for m in acting(sentence) if m.code not in places)[
            :1
        ]
    if scene.sense == "verb" and passive:
        by = codes_of(m for m in after if m.preposition in ("by", "from"))[:1]
        return by or codes_of(m for m in sentence.mentions if m.place)[:1], first
    if scene.sense == "instructor":
        owner = [m for m in acting(sentence) if 0 <= position - m.last <= 3]
        trainers = codes_of(owner[-1:]) or first
        return trainers, [
            c
            for c in codes_of(m for m in sentence.mentions if m.first > position and not m.topic)
            if c not in trainers
        ][:1]
    trainees = [
        c
        for c in codes_of(
            each
            for m in after[:1]
            if m.preposition in ("", "of", "for", "from")
            for each in coordinated(sentence, m)
        )
        if c not in first
    ]
    return first, trainees
