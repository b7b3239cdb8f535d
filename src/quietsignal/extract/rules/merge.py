"""Merging: the drafts of one document that tell one event become one."""

import re

from quietsignal.extract.rules.drafts import Draft
from quietsignal.records import EventType, ImpreciseDate, Precision, Status

__all__ = ["merge"]

_ENDED = (Status.CANCELLED, Status.DENIED)
_FINER = {
    Precision.DAY: 0,
    Precision.RANGE: 1,
    Precision.MONTH: 2,
    Precision.SEASON: 3,
    Precision.QUARTER: 3,
    Precision.YEAR: 4,
    Precision.OPEN: 5,
    Precision.UNKNOWN: 6,
}
_LIST = 3  # names in one sentence that make a list
_LISTS = frozenset({EventType.EXERCISE, EventType.DEPLOYMENT})
_PLANNED = frozenset({EventType.EXERCISE, EventType.VISIT})
_STANDING = frozenset({EventType.DEPLOYMENT, EventType.MEMBERSHIP, EventType.TRAINING})
_STOP = frozenset(
    "the of and for a an joint military exercise exercises agreement systems system".split()
)


def merge(drafts: list[Draft]) -> list[Draft]:
    """The events of a document, each once, in the order in which they are first told."""
    events: list[Draft] = []
    for draft in drafts:
        same = _best(events, draft)
        if same is not None:
            _join(same, draft)
        elif not draft.attach:
            events.append(draft)
    return events


def _best(events: list[Draft], draft: Draft) -> Draft | None:
    """The event that a draft tells again; the nearest one before it wins."""
    fits = [event for event in events if _same(event, draft)]
    if draft.attach:
        near = [event for event in fits if 0 <= draft.sentences[0] - event.sentences[-1] <= 8]
        return near[-1] if near else None
    return fits[-1] if fits else None


def _same(event: Draft, draft: Draft) -> bool:
    if event.type is not draft.type:
        return False
    if (event.status in _ENDED) != (draft.status in _ENDED):
        return False
    if not _details_fit(event, draft):
        return False
    if event.type is EventType.TRADE_PROVISION and event.item != draft.item:
        return False
    if event.type is EventType.EXERCISE:
        return _same_exercise(event, draft)
    return (
        _roles_fit(event, draft)
        and _dates_fit(event.date, draft.date)
        and _things_fit(event, draft)
    )


def _details_fit(event: Draft, draft: Draft) -> bool:
    """Whether what both tell of details, and of police or army, is the same."""
    if event.domain != draft.domain and event.domain and draft.domain:
        return False
    repeated = event.sentences[-1] == draft.sentences[0] and event.roles == draft.roles
    return event.details == draft.details or not (event.details and draft.details) or repeated


def _same_exercise(event: Draft, draft: Draft) -> bool:
    if event.name and draft.name:
        return _stem(event.name) == _stem(draft.name) and _years_fit(event.name, draft.name)
    if draft.attach:
        others = set(draft.roles["participant"]) - event.actors()
        return not (event.closed and others)
    if event.details.get("domain") != draft.details.get("domain"):
        return False  # a drill of the police is not the exercise of the armies told beside it
    if not _dates_fit(event.date, draft.date):
        return False
    if _apart(event.roles.get("host"), draft.roles.get("host")):
        return False
    one, two = set(event.roles["participant"]), set(draft.roles["participant"])
    return not one or not two or one <= two or two <= one


def _apart(one: list[str] | None, two: list[str] | None) -> bool:
    """Whether both are told and have nothing in common."""
    return bool(one and two and not set(one) & set(two))


def _stem(name: str) -> str:
    """The name without year and number, so that two editions share it."""
    return re.sub(r"[^a-z]+", "", re.sub(r"[-– ]?(?:20)?\d\d\b", "", name.lower()))


def _years_fit(one: str, two: str) -> bool:
    years = [re.findall(r"\d\d\b", name)[-1:] for name in (one, two)]
    return not all(years) or years[0] == years[1]


def _roles_fit(event: Draft, draft: Draft) -> bool:
    for role in set(event.roles) & set(draft.roles):
        one, two = set(event.roles[role]), set(draft.roles[role])
        if one and two and not (one <= two or two <= one):
            return False
    if event.type in (EventType.VISIT, EventType.STATEMENT, EventType.SUSPENSION):
        return True
    return bool(event.actors() & draft.actors())


def _dates_fit(one: ImpreciseDate, two: ImpreciseDate) -> bool:
    """Whether two dates may be of one event: not known, or within each other."""
    if not one.known or not two.known:
        return True
    return not (one.certainly_before(two) or two.certainly_before(one))


def _things_fit(event: Draft, draft: Draft) -> bool:
    one, two = event.item or event.name, draft.item or draft.name
    if event.type in (
        EventType.TRANSFER,
        EventType.AID,
        EventType.COPRODUCTION,
        EventType.TRADE_PROVISION,
    ):
        return not one or not two or bool(_words(one) & _words(two))
    if event.type is EventType.AGREEMENT:
        return (
            not one or not two or _generic(one) or _generic(two) or bool(_words(one) & _words(two))
        )
    if event.type is EventType.ECONOMIC_DEAL:
        return _trade(one) == _trade(two)
    if event.type is EventType.POLICY:
        return bool(_words(one or "") & _words(two or ""))
    return True


def _trade(name: str | None) -> bool:
    """Whether the name is that of a free trade agreement, however it is shortened."""
    return bool(name) and bool(re.search(r"trade|fta\b", (name or "").lower()))


def _generic(name: str) -> bool:
    return len(name.split()) <= 2 and name.islower()


def _words(text: str) -> set[str]:
    return {re.sub(r"s$", "", word) for word in re.findall(r"[\w-]+", text.lower())} - _STOP


def _join(event: Draft, draft: Draft) -> None:
    """Add to an event what another draft of it tells."""
    for role, codes in draft.roles.items():
        kept = event.roles.setdefault(role, [])
        full = {"host": bool(kept), "participant": event.closed}.get(role, False)
        if draft.attach and full:
            continue
        if draft.attach and len(kept) >= 2 and len(codes) < _LIST:
            continue  # who is named beside an exercise of two is not of it; a list may be
        if event.type in _LISTS or not kept:
            kept += [code for code in codes if code not in kept and not (draft.inferred and kept)]
    event.sentences += [index for index in draft.sentences if index not in event.sentences]
    if draft.attach:
        event.name = event.name or draft.name
        return
    if draft.date.known and not event.date.known and event.type in _PLANNED:
        event.status = draft.status  # who tells the day tells how far it has come
    if _FINER[draft.date.precision] < _FINER[event.date.precision]:
        event.date = draft.date
    if draft.name and (event.name is None or len(draft.name) > len(event.name)):
        event.name = draft.name
    event.item = _union(event.item, draft.item)
    event.quantity = event.quantity if event.quantity is not None else draft.quantity
    event.place = event.place or draft.place
    event.details = event.details or draft.details
    event.inferred = event.inferred and draft.inferred
    event.score = min(0.95, max(event.score, draft.score) + 0.05)
    event.status = _status(event, draft)


def _union(one: str | None, two: str | None) -> str | None:
    if not one or not two:
        return one or two
    return one if _words(two) <= _words(one) else two if _words(one) <= _words(two) else one


def _status(event: Draft, draft: Draft) -> Status:
    """The later stage of the two: an order announced and then delivered is done."""
    weak = (Status.HYPOTHETICAL, Status.OFFERED)
    if event.status in weak and draft.status not in weak:
        return draft.status
    if event.type in _STANDING and draft.status is Status.ONGOING and event.status is Status.DONE:
        return Status.ONGOING
    return event.status
