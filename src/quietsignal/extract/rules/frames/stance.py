"""Stances: sanctions, memberships, declared policy and statements."""

import itertools
import re

from quietsignal.extract.rules.drafts import Draft, Scene
from quietsignal.extract.rules.reading import Sentence
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
from quietsignal.records import EventType, ImpreciseDate, Status

__all__ = ["membership", "policy", "sanction", "standing_draft", "statement"]

_LIFT = frozenset(
    {
        "lift",
        "lifted",
        "lifting",
        "lifts",
        "eased",
        "ease",
        "removed",
        "waived",
        "waive",
        "waiver",
        "remove",
    }
)
_THREAT = frozenset(
    {
        "threaten",
        "threatened",
        "threatens",
        "threat",
        "could",
        "might",
        "would",
        "warned",
        "risk",
        "threatening",
    }
)
_JOINABLE = frozenset(
    {
        "NATO",
        "EU",
        "CSTO",
        "SCO",
        "PFP",
        "ECOWAS",
        "AU",
        "ASEAN",
        "OSCE",
        "G5S",
        "AUKUS",
        "QUAD",
        "UN",
        "BRICS",
        "CIS",
        "EAEU",
        "OTS",
        "GCC",
    }
)


def standing_draft(
    scene: Scene, event_type: EventType, *, roles: dict[str, list[str]], **fields: object
) -> Draft:
    """An event that lasts or is said, with its status and date; `fields` are set on it."""
    sentence = scene.sentence
    status = status_of(sentence.tokens, scene.position, standing=True)
    draft = Draft(
        type=event_type,
        roles=roles,
        status=status,
        sentences=[sentence.index],
        date=date_for(scene.reading, sentence, position=scene.position, status=status),
        score=0.6,
    )
    for key, value in fields.items():
        setattr(draft, key, value)
    return draft


def sanction(scene: Scene) -> list[Draft]:
    """A sanction imposed, lifted, threatened or refused."""
    sentence = scene.sentence
    targets = _coordinated_after(scene, ("on", "against", "upon"))
    sender = [code for code in _senders(scene) if code not in targets]
    if not targets:
        rest = [m for m in acting(sentence) if m.code not in sender and m.code not in ("UN", "EU")]
        targets = codes_of(rest[:1])
    inferred = False
    if bool(sender) != bool(targets):
        other = other_actor(scene.reading, sentence, known=[*sender, *targets])
        (targets if sender else sender).extend([other] if other else [])
        inferred = True
    if not targets or not sender:
        return []
    action = _action(scene)
    draft = standing_draft(
        scene,
        EventType.SANCTION,
        roles={"sender": sender[:2], "target": targets[:2]},
        details={"action": action},
    )
    draft.inferred = inferred
    if action == "decline":
        draft.status = Status.ONGOING
    elif draft.status is Status.HYPOTHETICAL:
        draft.details = {"action": "threaten"}
    return [draft]


def _coordinated_after(scene: Scene, prepositions: tuple[str, ...]) -> list[str]:
    sentence = scene.sentence
    found = [m for m in sentence.mentions if m.preposition in prepositions and not m.topic]
    found.sort(key=lambda m: (m.first < scene.position, abs(m.first - scene.position)))
    return codes_of(each for m in found[:1] for each in coordinated(sentence, m))


def _senders(scene: Scene) -> list[str]:
    """Who imposes: the name right before the noun ("the EU embargo"), else the subject."""
    adjacent = [m for m in acting(scene.sentence) if 0 <= scene.position - m.last <= 2]
    by = governed(scene.sentence, ("by", "from"))
    if adjacent:
        return codes_of(each for m in adjacent[-1:] for each in coordinated(scene.sentence, m))
    return by or subject(scene.sentence, scene.position)


def _action(scene: Scene) -> str:
    words = {token.lower for token in scene.sentence.tokens}
    if is_negated(scene.sentence.tokens, scene.position, reach=8):
        return "decline"
    if words & _LIFT:
        return "lift"
    return "threaten" if words & _THREAT else "impose"


def membership(scene: Scene) -> list[Draft]:
    """Joining, leaving, applying to or staying out of an organisation."""
    sentence = scene.sentence
    reach = 14 if scene.sense == "join" else 3
    near = [
        m
        for m in sentence.mentions
        if m.code in _JOINABLE and abs(m.first - scene.position) <= reach
    ]
    if scene.sense == "in":
        near = [m for m in near if m.first > scene.position]
    if not near:
        return []
    near = [m for m in near if not _through_verb(scene, m.first)]
    if not near:
        return []
    organisation = min(
        near, key=lambda m: (m.first < scene.position, abs(m.first - scene.position))
    )
    actors = [c for c in subject(sentence, scene.position) if c not in _JOINABLE]
    actors = actors or [c for c in codes_of(acting(sentence)) if c not in _JOINABLE][:1]
    if not actors:
        return []
    relation = _relation(scene)
    draft = standing_draft(
        scene,
        EventType.MEMBERSHIP,
        roles={"actor": actors[:4], "organisation": [organisation.code]},
        details={"relation": relation},
    )
    if relation in ("refrain", "partner", "member", "observer"):
        standing = not scene.words.startswith(("joined", "became", "admitted", "acceded"))
        plain = draft.status is Status.DONE or relation == "refrain"
        draft.status = Status.ONGOING if plain and standing else draft.status
        draft.date = draft.date if draft.date.known else ImpreciseDate.open()
    return [draft]


def _through_verb(scene: Scene, position: int) -> bool:
    """Whether another verb stands before the organisation: "joined a call to present AUKUS"."""
    between = scene.sentence.tokens[scene.found.last : position]
    return len(between) > 3 and any(
        one.lower == "to"
        and two.text.islower()
        and two.lower not in ("the", "join", "become", "be")
        for one, two in itertools.pairwise(between)
    )


_RELATIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "left",
        (
            "leave",
            "leav",
            "left",
            "withdr",
            "quit",
            "pull",
            "exit",
            "is out",
            "announced its exit",
            "were leaving",
        ),
    ),
    ("partner", ("cooperate", "cooperat", "dialogue partner", "partnership")),
    ("observer", ("observer", "status of")),
    (
        "candidate",
        (
            "appl",
            "candidate",
            "a candidate",
            "accession",
            "accede",
            "wants",
            "bid",
            "aspire",
            "'s door",
            "to become",
        ),
    ),
)


def _relation(scene: Scene) -> str:
    """How the actor stands to the organisation, by the words of the trigger."""
    words = scene.words
    if words.startswith("refrain") or is_negated(scene.sentence.tokens, scene.position, reach=6):
        return "refrain"
    for relation, starts in _RELATIONS:
        if words.startswith(starts) or words.removeprefix("were ").startswith(starts):
            return relation
    return "member"


def policy(scene: Scene) -> list[Draft]:
    """A standing policy that a state declares."""
    sentence = scene.sentence
    actors = subject(sentence, scene.position)[:1] or codes_of(acting(sentence))[:1]
    if not actors or actors[0] in _JOINABLE:
        return []
    draft = standing_draft(
        scene, EventType.POLICY, roles={"actor": actors}, name=_policy_name(scene)
    )
    if draft.status is Status.DONE and not draft.date.known:
        draft.status = Status.IN_FORCE
    return [draft]


_TITLE = re.compile(
    r"(?:Resolution|Strategy|Doctrine|Concept|White Paper|Law|Act) (?:on|of|for) (?:the )?[A-Z][\w’' -]*(?:, [A-Z][\w ]+)*"
)


def _policy_name(scene: Scene) -> str:
    """The title of the document, "military neutrality", or the words of the trigger."""
    if "neutral" in scene.words:
        return (
            "military neutrality"
            if "military" in scene.sentence.lowers or "militarily" in scene.sentence.lowers
            else "neutrality"
        )
    sentence = scene.sentence
    title = _TITLE.search(scene.reading.text, sentence.start, sentence.end)
    words = [t.text for t in sentence.tokens[scene.found.first : scene.found.last]]
    return (
        title.group().strip()
        if title and words[0][0].isupper() and "resolution" in scene.words
        else " ".join(words)
    )


def statement(scene: Scene) -> list[Draft]:
    """A reaction of one actor to another, with its stance."""
    sentence, position = scene.sentence, scene.position
    if is_negated(sentence.tokens, position, reach=3) or _is_other_type(sentence):
        return []
    actors = subject(sentence, position)
    if not actors:
        return []
    after = [m for m in acting(sentence) if m.first > position and m.code not in actors]
    targets = [
        c
        for c in codes_of(each for m in after[:1] for each in coordinated(sentence, m))
        if c not in actors
    ]
    pair = scene.reading.pair() or ()
    if not targets and actors[0] in pair:
        targets = [code for code in pair if code not in actors]
    if not targets:
        return []
    stance = scene.found.trigger.attr("stance") or "neutral"
    draft = standing_draft(
        scene,
        EventType.STATEMENT,
        roles={"actor": actors[:3], "target": targets[:3]},
        details={"stance": stance},
    )
    draft.status = Status.DONE
    return [draft]


def _is_other_type(sentence: Sentence) -> bool:
    """Whether the sentence tells a sanction, so that a threat of it is no statement besides."""
    return any(found.trigger.type is EventType.SANCTION for found in sentence.found)
