"""Completion: actors that a sentence leaves unsaid, from what the document tells elsewhere.

A contract "signed on August 26" has its parties two sentences before. Who supplies whom is told
by the other drafts of the document, by the maker of the item, and last by the actors around.
"""

from collections import Counter

from quietsignal.extract.rules.drafts import Draft
from quietsignal.extract.rules.makers import maker_of
from quietsignal.extract.rules.reading import Reading
from quietsignal.extract.rules.roles import ORGANISATIONS, other_actor
from quietsignal.records import EventType

__all__ = ["complete", "fill_exercises"]

_GIVING = {
    EventType.TRANSFER: ("supplier", "recipient"),
    EventType.AID: ("donor", "recipient"),
}
Axis = tuple[str, str]


def complete(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts with their missing actors; those that stay without are left out."""
    axes = _axes(reading, drafts)
    kept = []
    for draft in drafts:
        if draft.type in _GIVING and not _supplied(reading, draft, axes=axes):
            continue
        kept.append(draft)
    return kept


def _axes(reading: Reading, drafts: list[Draft]) -> Counter[Axis]:
    """Who supplies whom in the document, as the drafts with both actors tell it."""
    axes: Counter[Axis] = Counter()
    for draft in drafts:
        if draft.type in _GIVING and not draft.inferred:
            _turn(reading, draft)
            giver, taker = (draft.roles[role] for role in _GIVING[draft.type])
            if len(giver) == 1 and len(taker) == 1:
                axes[giver[0], taker[0]] += 1
    return axes


def _maker(reading: Reading, draft: Draft) -> str | None:
    for item in (draft.item or "").split(", "):
        code = maker_of(item, among=reading.weight)
        if code:
            return code
    return None


def _turn(reading: Reading, draft: Draft) -> None:
    """Turn supplier and recipient round when the maker of the item is the recipient."""
    one, two = _GIVING[draft.type]
    giver, taker = draft.roles[one], draft.roles[two]
    if not giver or not taker:
        return
    maker = _maker(reading, draft)
    swapped = maker is not None and taker == [maker]
    if maker is None and draft.weak:
        swapped = _rank(taker[0]) < _rank(giver[0])
    if swapped:
        draft.roles[one], draft.roles[two] = taker, giver


_EXPORTERS = "USA FRA RUS CHN DEU ITA GBR ISR ESP KOR TUR SWE NLD NOR UKR CAN CZE BLR ZAF BRA POL IRN PRK IND".split()


def _rank(code: str) -> int:
    """The place of a state among exporters of arms (by SIPRI's shares of 2019-2023, roughly)."""
    return _EXPORTERS.index(code) if code in _EXPORTERS else len(_EXPORTERS)


def _supplied(reading: Reading, draft: Draft, *, axes: Counter[Axis]) -> bool:
    """Whether both actors are known in the end."""
    one, two = _GIVING[draft.type]
    _turn(reading, draft)
    giver, taker = draft.roles[one], draft.roles[two]
    if giver and taker:
        return not set(giver) & set(taker)
    draft.inferred = True
    if not draft.designated and draft.type is EventType.TRANSFER:
        return bool(giver or taker) and bool(draft.item) and _on_axis(axes, giver, taker=taker)
    maker = _maker(reading, draft)
    if not giver and maker and maker not in taker:
        giver.append(maker)
    if giver and taker and maker in giver:
        return True
    axis = _axis(axes, giver=giver, taker=taker)
    reverse = next(
        (a for a in axes if (not giver or a[1] in giver) and (not taker or a[0] in taker)), None
    )
    if axis is None and reverse is not None and draft.weak and len(axes) == 1:
        giver[:], taker[:] = [reverse[0]], [reverse[1]]
        return True
    if _on_axis(axes, giver, taker=taker):
        return True
    return _guessed(reading, draft, maker=maker)


def _on_axis(axes: Counter[Axis], giver: list[str], *, taker: list[str]) -> bool:
    """Fill the missing actor from a supply that the document tells in full; say whether it did."""
    axis = _axis(axes, giver=giver, taker=taker)
    takers = {axis[1] for axis in axes}
    if axis is None and giver and not taker and len(takers) == 1 and not takers & set(giver):
        axis = (giver[0], takers.pop())  # all other supplies of the document go to that one actor
    if axis is None:
        return False
    giver[:] = giver or [axis[0]]
    taker[:] = taker or [axis[1]]
    return True


def _axis(axes: Counter[Axis], *, giver: list[str], taker: list[str]) -> Axis | None:
    fits = [
        axis
        for axis, _ in axes.most_common()
        if (not giver or axis[0] in giver) and (not taker or axis[1] in taker)
    ]
    if not giver and not taker and (len(axes) != 1 or axes.total() < 1):
        return None
    return fits[0] if fits else None


def _guessed(reading: Reading, draft: Draft, *, maker: str | None) -> bool:
    """The other actor of the document for the one that is missing."""
    one, two = _GIVING[draft.type]
    giver, taker = draft.roles[one], draft.roles[two]
    known = [*giver, *taker]
    if not known:
        pair = reading.pair()
        if pair is None or maker is None or maker not in pair:
            return False
        giver[:] = [maker]
        taker[:] = [code for code in pair if code != maker]
        return True
    other = other_actor(reading, reading.sentences[draft.sentences[0]], known=known)
    if other is None or other in ORGANISATIONS:
        return False
    (taker if giver else giver).append(other)
    draft.weak = True
    _turn(reading, draft)
    return True


def fill_exercises(reading: Reading, events: list[Draft]) -> None:
    """Give an exercise with one participant the host, or the other actor of the document."""
    for event in events:
        if event.type is not EventType.EXERCISE:
            continue
        participants = event.roles["participant"]
        observers = event.roles.get("observer", [])
        for code in event.roles.get("host", []):
            if len(participants) < 2 and code not in participants and code not in observers:
                participants.append(code)
        if len(participants) < 2:
            _second(reading, participants, taken=observers)
            event.inferred = True


def _second(reading: Reading, participants: list[str], *, taken: list[str]) -> None:
    for code in reading.salient(3):
        enough = reading.weight[code] >= 3
        if len(participants) < 2 and enough and code not in participants and code not in taken:
            participants.append(code)
