"""Supply: arms transfers, military aid and joint production."""

from dataclasses import replace

from quietsignal.extract.rules.clauses import segment_around
from quietsignal.extract.rules.drafts import Draft, Scene
from quietsignal.extract.rules.items import Item
from quietsignal.extract.rules.lexicon import NameKind
from quietsignal.extract.rules.quantities import number_before
from quietsignal.extract.rules.reading import Mention, Sentence
from quietsignal.extract.rules.roles import (
    ORGANISATIONS,
    acting,
    codes_of,
    coordinated,
    governed,
    other_actor,
    subject,
)
from quietsignal.extract.rules.status import clause_around, is_negated, status_of
from quietsignal.extract.rules.triggers import Trigger
from quietsignal.extract.rules.when import date_for
from quietsignal.records import EventType, Status

__all__ = ["aid", "coproduction", "transfer"]

_BUY = frozenset({"buy"})
_MADE = frozenset({"made", "built", "produced", "manufactured", "designed", "origin"})
_GIVERS = frozenset({"sell", "give"})


def transfer(scene: Scene) -> list[Draft]:
    """Arms sold, ordered, offered or delivered: one draft a supplier, with the items of its clause."""
    if is_negated(scene.sentence.tokens, scene.position, reach=4) or _stopped(scene):
        return []
    if _share(scene) or _habit(scene):
        return []
    supplier, recipient = _parties(scene)
    if not (supplier or recipient) and not _firm(scene):
        return []
    if _vague(scene) and not (supplier and recipient and source_told(scene)):
        return []
    draft = _supply(scene, EventType.TRANSFER, {"supplier": supplier, "recipient": recipient})
    return _apart(scene, draft) if len(supplier) > 1 else [draft]


def _share(scene: Scene) -> bool:
    """Whether the words tell a share of all arms ("61 percent of imports"), not a supply."""
    words = {token.lower for token in scene.sentence.tokens}
    shares = bool(words & {"percent", "%", "half", "share", "part"}) or "per cent" in " ".join(
        sorted(words)
    )
    return shares and not any(item.designated for item in scene.items)


def _habit(scene: Scene) -> bool:
    """Whether the present tense tells what a state does as a rule ("procures arms for defence")."""
    sentence = scene.sentence
    present = scene.words in _PRESENT and sentence.kind != "heading"
    return present and not sentence.dates and not any(item.designated for item in scene.items)


_PRESENT = frozenset(
    "buys buy purchases acquires procures procure imports import orders sells sell supplies exports "
    "export delivers obtains fields equips".split()
)


def _apart(scene: Scene, draft: Draft) -> list[Draft]:
    """One draft for each of several suppliers, with the items that stand with its name."""
    items = _own_items(scene)
    owned: dict[str, list[Item]] = {}
    for item in items:
        owned.setdefault(_owner(scene, item, suppliers=draft.roles["supplier"]), []).append(item)
    if set(owned) != set(draft.roles["supplier"]):
        return [draft]
    return [
        replace(
            draft,
            roles={"supplier": [code], "recipient": list(draft.roles["recipient"])},
            item=", ".join(dict.fromkeys(item.words for item in own)),
            quantity=number_before(scene.reading.text, own[0].start, after=scene.sentence.start),
            sentences=list(draft.sentences),
        )
        for code, own in owned.items()
    ]


def _owner(scene: Scene, item: Item, *, suppliers: list[str]) -> str:
    """The supplier of an item: the demonym right before it, else the next "from X" after it."""
    tokens = scene.sentence.tokens
    named = [mention for mention in scene.sentence.mentions if mention.code in suppliers]
    before = [
        m
        for m in named
        if m.preposition not in ("from", "by", "with")
        and 0 <= item.start - tokens[m.last - 1].end <= 30
    ]
    after = [m for m in named if tokens[m.first].start > item.end and m.preposition == "from"]
    return before[-1].code if before else after[0].code if after else ""


def aid(scene: Scene) -> list[Draft]:
    """Equipment or money for the armed forces given, without a price."""
    supplier, recipient = _parties(scene)
    if not (supplier or recipient):
        return []
    return [_supply(scene, EventType.AID, {"donor": supplier, "recipient": recipient})]


def _stopped(scene: Scene) -> bool:
    """Whether the words right before halt the supply: "suspended arms exports to"."""
    return any(
        found.trigger.type in (EventType.SUSPENSION, EventType.SANCTION)
        and 0 <= scene.position - found.last <= 4
        for found in scene.sentence.found
    )


def _vague(scene: Scene) -> bool:
    """Whether verb or item say too little by themselves ("sends tanks" to an exercise, "arms")."""
    if any(found.trigger.type is EventType.EXERCISE for found in scene.sentence.found):
        return scene.sense != "noun" or not any(item.designated for item in scene.items)
    general = all(item.words.lower() in _GENERAL for item in scene.items)
    return general or (
        scene.words.startswith(
            ("send", "sent", "provid", "field", "get", "got", "arm", "equip", "receiv")
        )
        and not any(item.designated for item in scene.items)
    )


_GENERAL = frozenset(
    "arms weapons weapon weaponry armament armaments equipment munitions units pieces".split()
) | {"military equipment", "weapons systems", "weapon systems", "military hardware"}


def _firm(scene: Scene) -> bool:
    """Whether the words alone tell a transfer, whose parties stand elsewhere."""
    return scene.words.startswith(_FIRM) and any(
        item.designated or item.soft for item in scene.items
    )


_FIRM = ("order", "deliver", "purchas", "acqui", "hand", "contract", "buy", "bought", "shipment")


def _supply(scene: Scene, event_type: EventType, roles: dict[str, list[str]]) -> Draft:
    sentence = scene.sentence
    status = status_of(sentence.tokens, scene.position)
    if scene.words.startswith("offer") and status is Status.DONE:
        status = Status.OFFERED
    if status is Status.ONGOING:  # "is buying" tells an order; a delivery that runs has begun
        status = Status.DONE
    items = _clause_items(scene)
    text = scene.reading.text
    return Draft(
        type=event_type,
        roles=roles,
        status=status,
        sentences=[sentence.index],
        date=date_for(scene.reading, sentence, position=scene.position, status=status),
        item=", ".join(dict.fromkeys(item.words for item in items)) or None,
        quantity=number_before(text, items[0].start, after=sentence.start) if items else None,
        weak=not source_told(scene),
        designated=any(item.designated or item.soft for item in items),
        score=0.7 if any(item.designated for item in items) else 0.6,
    )


def source_told(scene: Scene) -> bool:
    """Whether the words themselves tell the direction of the supply."""
    return scene.sense in ("buy", "sell") or bool(_inside(scene, ("to", "from")))


def _clause_items(scene: Scene) -> list[Item]:
    """The items of the trigger's clause, the designated ones alone where there are any."""
    inside = _own_items(scene)
    designated = [item for item in inside if item.designated]
    return (designated or inside)[:6]


def _own_items(scene: Scene) -> list[Item]:
    """The items of the trigger's clause; those after the verb where there are any."""
    tokens = scene.sentence.tokens
    first, last = _segment(scene)
    start, end = tokens[first].start, tokens[last - 1].end
    following = [
        found
        for found in scene.sentence.found
        if found.first > scene.position and _rival(scene, found.trigger)
    ]
    if following:
        end = min(end, tokens[min(found.first for found in following)].start)
    earlier = [
        found
        for found in scene.sentence.found
        if found.last <= scene.position and _rival(scene, found.trigger)
    ]
    if earlier:
        start = max(start, tokens[max(found.last for found in earlier) - 1].start)
    inside = [item for item in scene.items if start <= item.start < end] or scene.items
    after = [item for item in inside if item.start >= tokens[scene.position].start]
    if after and not _passive(scene.sentence, scene.position):
        inside = after
    return inside


def _segment(scene: Scene) -> tuple[int, int]:
    """The clause of the trigger, cut at `and` where another verb of supply follows or precedes."""
    tokens = scene.sentence.tokens
    whole = clause_around(tokens, scene.position)
    part = segment_around(tokens, scene.position)
    shared = any(
        found.trigger.type in _SUPPLIES
        and whole[0] <= found.first < whole[1]
        and not part[0] <= found.first < part[1]
        for found in scene.sentence.found
    )
    return part if shared else whole


_SUPPLIES = frozenset({EventType.TRANSFER, EventType.AID})


def _rival(scene: Scene, trigger: Trigger) -> bool:
    """Whether another trigger of supply takes the items on its side of the sentence."""
    return trigger.type in (EventType.TRANSFER, EventType.COPRODUCTION, EventType.AID) and (
        trigger.type is not scene.found.trigger.type
    )


def _parties(scene: Scene) -> tuple[list[str], list[str]]:
    """Supplier and recipient, by the direction of the verb or by prepositions."""
    sentence, position = scene.sentence, scene.position
    origin = _origin(scene)
    free = [code for code in subject(sentence, position) if code not in origin]
    to = _inside(scene, ("to", "for"))
    source = _inside(scene, ("from", "by"))
    if scene.sense == "buy":
        return _buying(scene, free=free, origin=origin, source=source)
    if scene.sense in _GIVERS and not _passive(sentence, position):
        recipient = to or _direct(sentence, position)
        return _minus(free or source or origin, recipient), recipient
    if scene.sense in _GIVERS:
        recipient = to or (
            _minus(free, origin)
            if scene.words.startswith(("suppl", "equip", "arm", "furnish", "offer", "provid"))
            else []
        )
        return _minus(source or origin or free, recipient), recipient
    return _nominal(scene, origin=origin, to=to, source=source)


def _buying(
    scene: Scene, *, free: list[str], origin: list[str], source: list[str]
) -> tuple[list[str], list[str]]:
    """`X bought it from Y`, `it was ordered by X from Y`, `X bought it in Y`."""
    if _passive(scene.sentence, scene.position):
        by = _inside(scene, ("by",))
        supplier = _inside(scene, ("from",)) or _minus(origin, by)
        first, last = clause_around(scene.sentence.tokens, scene.position)
        here = codes_of(m for m in scene.sentence.mentions if first <= m.first < last)
        return supplier, by or [code for code in _minus(free, supplier) if code in here]
    supplier = _minus(source or origin, free) or _minus(
        _inside(scene, ("in", "with", "through", "at")), free
    )
    return supplier, _minus(free or _inside(scene, ("for",)), supplier)


def _nominal(
    scene: Scene, *, origin: list[str], to: list[str], source: list[str]
) -> tuple[list[str], list[str]]:
    """`the delivery of X to Y`, `China's sale`, `a contract with Russia`."""
    sentence, position = scene.sentence, scene.position
    free = subject(sentence, position)
    partner = governed(sentence, ("with",), after=position)
    sells = scene.words.startswith(
        (
            "deliver",
            "sale",
            "suppl",
            "export",
            "ship",
            "handover",
            "transfer",
            "consign",
            "arms",
            "weapons",
            "foreign",
            "missile",
        )
    )
    if to or source:
        supplier = source or origin or _minus(free, to)
        return _minus(supplier, to), to or _minus(free, supplier)
    if sells:
        return _minus(origin or free, []), _minus(free, origin) if origin else []
    return partner or origin, _minus(free, partner or origin)


def _minus(codes: list[str], others: list[str]) -> list[str]:
    return [code for code in codes if code not in others]


def _inside(scene: Scene, prepositions: tuple[str, ...]) -> list[str]:
    """The actors governed by the prepositions in the clause of the trigger."""
    first, last = _segment(scene)
    chosen = [
        mention
        for mention in scene.sentence.mentions
        if mention.preposition in prepositions
        and not mention.topic
        and not (mention.kind is NameKind.DEMONYM and _modifies_item(scene, mention))
        and first <= mention.first < last
    ]
    return codes_of(chosen)


def _passive(sentence: Sentence, position: int) -> bool:
    if sentence.tokens[position].lower.endswith("ing") or sentence.tokens[position].lower == "co":
        return False
    before = [token.lower for token in sentence.tokens[max(0, position - 3) : position]]
    return bool(set(before) & {"be", "been", "being", "is", "are", "was", "were"})


def _direct(sentence: Sentence, position: int) -> list[str]:
    """The indirect object right after the verb: "sold Serbia six drones"."""
    for mention in acting(sentence):
        if 0 < mention.first - position <= 3 and mention.preposition in ("", "with"):
            if mention.kind is NameKind.DEMONYM and not set(mention.head[:2]) & {
                "army",
                "forces",
                "military",
                "government",
                "navy",
                "armed",
                "air",
            }:
                continue
            return codes_of(coordinated(sentence, mention))
    return []


def _origin(scene: Scene) -> list[str]:
    """The makers that the words of the items tell: "Chinese-made drones", "Russian S-400"."""
    sentence = scene.sentence
    first, last = _segment(scene)
    found = []
    for mention in sentence.mentions:
        if not first <= mention.first < last:
            continue
        if mention.kind not in (NameKind.DEMONYM, NameKind.NAME, NameKind.COMPANY) or mention.topic:
            continue
        if (
            (mention.head[:1] == ("-",) and len(mention.head) > 1 and mention.head[1] in _MADE)
            or (mention.kind is NameKind.DEMONYM and _modifies_item(scene, mention))
            or mention.kind is NameKind.COMPANY
        ):
            found.append(mention.code)
    return list(dict.fromkeys(found))


def _modifies_item(scene: Scene, mention: Mention) -> bool:
    end = scene.sentence.tokens[mention.last - 1].end
    return any(
        0 <= item.start - end <= 30
        and not set(mention.head[:2])
        & {"army", "navy", "forces", "government", "ministry", "military", "president", "air"}
        for item in scene.items
    )


def coproduction(scene: Scene) -> list[Draft]:
    """Arms developed or made together, or made by one in the land of another."""
    sentence = scene.sentence
    partners = [
        c for c in codes_of(m for m in sentence.mentions if not m.topic) if c not in ORGANISATIONS
    ]
    if scene.sense == "plant" and not any(item.designated for item in scene.items):
        return []
    inferred = False
    if not partners and scene.sense == "plant":
        partners = list(scene.reading.pair() or ())
        inferred = True
    if len(partners) == 1:
        other = other_actor(scene.reading, sentence, known=partners)
        partners += [other] if other and other not in ORGANISATIONS else []
        inferred = True
    if len(partners) < 2 or len(partners) > 5:
        return []
    draft = _supply(scene, EventType.COPRODUCTION, {"partner": partners})
    draft.inferred = inferred
    return [draft]
