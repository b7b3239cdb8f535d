"""Events as noun phrases and as sentences, for any state and any type of the ontology."""

from collections.abc import Callable

from quietsignal.brief.wording import (
    actor_name,
    actor_names,
    quantity_words,
    sentence_case,
    span,
    when,
)
from quietsignal.records import Event, EventType, Status, type_entry

__all__ = ["phrase", "short", "statement"]


def phrase(event: Event, *, focus: str | None = None) -> str:
    """The event as a noun phrase: "the joint exercise Peace Guardian-2025 of Serbia and China"."""
    return _PHRASES[event.type](event, focus)


def short(event: Event, *, focus: str | None = None) -> str:
    """The event with its date in brackets, for lists."""
    return f"{phrase(event, focus=focus)} ({span(event.date)})"


def statement(event: Event, *, focus: str | None = None) -> str:
    """One sentence that says what happened, by the status of the event."""
    subject = sentence_case(phrase(event, focus=focus))
    place = f" in {event.place}" if event.place else ""
    words = f"{subject}{place} {_STATUS[event.status]}"
    if not event.date.known:
        return f"{words}; the sources leave its date open."
    if event.status is Status.ANNOUNCED:
        return f"{words} for {span(event.date)}."
    if event.status is Status.DONE:
        return f"{words} {when(event.date)}."
    return f"{words} ({span(event.date)})."


_STATUS = {
    Status.ANNOUNCED: "is announced",
    Status.ONGOING: "is under way",
    Status.DONE: "took place",
    Status.IN_FORCE: "is in force",
    Status.OFFERED: "is on offer",
    Status.CANCELLED: "was cancelled",
    Status.DENIED: "is denied",
    Status.REPORTED: "is reported but not confirmed",
    Status.HYPOTHETICAL: "is spoken of as a possibility",
}


def _named(event: Event, kind: str) -> str:
    """The kind with the event's name, where it has one."""
    return f"the {kind} {event.name}" if event.name else f"the {kind}"


def _goods(event: Event) -> str:
    item = event.item or "military equipment"
    counted = event.quantity is not None and not item[:1].isdigit()
    return f"{quantity_words(event.quantity or 0)} {item}" if counted else item


def _exercise(event: Event, focus: str | None) -> str:
    kind = "joint police exercise" if event.detail("domain") == "police" else "joint exercise"
    if event.detail("summary") == "yes":
        return f"several {kind}s of {actor_names(event.actors('participant'), first=focus)}"
    return f"{_named(event, kind)} of {actor_names(event.actors('participant'), first=focus)}"


def _transfer(event: Event, _: str | None) -> str:
    sides = (
        f"from {actor_names(event.actors('supplier'))} to {actor_names(event.actors('recipient'))}"
    )
    return f"the transfer of {_goods(event)} {sides}"


def _aid(event: Event, _: str | None) -> str:
    sides = f"from {actor_names(event.actors('donor'))} to {actor_names(event.actors('recipient'))}"
    return f"the gift of {_goods(event)} {sides}"


def _coproduction(event: Event, focus: str | None) -> str:
    return f"the joint production of {event.item or 'arms'} by {_all(event, focus)}"


def _facility(event: Event, focus: str | None) -> str:
    return f"{_title(event, 'the joint facility')} of {_all(event, focus)}"


def _agreement(event: Event, focus: str | None) -> str:
    return f"{_title(event, 'the agreement')} of {_all(event, focus)}"


def _provision(event: Event, _: str | None) -> str:
    goods = event.item or event.name or "goods"
    sides = f"{actor_names(event.actors('grantor'))} for {actor_names(event.actors('beneficiary'))}"
    return f"the tariff rule on {goods} by {sides}"


def _visit(event: Event, focus: str | None) -> str:
    if event.actors("visitor") and event.actors("host"):
        visitors = actor_names(event.actors("visitor"))
        return f"the visit of {visitors} to {actor_names(event.actors('host'))}"
    return f"the meeting of {_all(event, focus)}"


def _deployment(event: Event, _: str | None) -> str:
    police = event.detail("domain") == "police"
    title = event.name or ("police patrols" if police else "forces")
    words = f"the deployment of {title} by {actor_names(event.actors('contributor'))}"
    if event.actors("organisation"):
        words += f" with {actor_names(event.actors('organisation'))}"
    return words + (f" to {actor_names(event.actors('host'))}" if event.actors("host") else "")


def _training(event: Event, focus: str | None) -> str:
    if event.actors("trainer") and event.actors("trainee"):
        trainers = actor_names(event.actors("trainer"))
        return f"the training of {actor_names(event.actors('trainee'))} by {trainers}"
    return f"the training of {_all(event, focus)}"


def _sanction(event: Event, _: str | None) -> str:
    action = {
        "impose": "the sanctions",
        "lift": "the lifting of sanctions",
        "threaten": "the threat of sanctions",
        "decline": "the decision against sanctions",
    }.get(event.detail("action") or "", "the sanctions")
    sender = actor_names(event.actors("sender")) or "an unnamed sender"
    return f"{action} of {sender} on {actor_names(event.actors('target'))}"


def _membership(event: Event, _: str | None) -> str:
    relation = {
        "member": "membership in",
        "candidate": "candidacy for",
        "partner": "partnership with",
        "observer": "observer status in",
        "left": "exit from",
        "refrain": "abstention from membership in",
    }.get(event.detail("relation") or "", "relation to")
    owner = actor_names(event.actors("actor"))
    return f"the {relation} {actor_names(event.actors('organisation'))} of {owner}"


def _policy(event: Event, _: str | None) -> str:
    return f"{_title(event, 'the declared policy')} of {actor_names(event.actors('actor'))}"


def _statement(event: Event, _: str | None) -> str:
    stance = event.detail("stance") or "neutral"
    target = actor_names(event.actors("target"))
    words = f"the {stance} statement of {actor_names(event.actors('actor'))}"
    return f"{words} on {target}" if target else words


def _economic(event: Event, focus: str | None) -> str:
    return f"{_title(event, 'the economic deal')} of {_all(event, focus)}"


def _suspension(event: Event, _: str | None) -> str:
    what = (event.detail("what") or "cooperation").replace("_", " ")
    who = event.actors("actor") or event.actors("party")
    target = f" with {actor_names(event.actors('target'))}" if event.actors("target") else ""
    by = f" by {actor_names(who)}" if who else ""
    label = type_entry(EventType(what)).label if what in set(EventType) else what
    return f"the suspension of {label}{target}{by}"


def _title(event: Event, fallback: str) -> str:
    title = event.name or event.item
    if not title:
        return fallback
    return title if title.lower().startswith("the ") else f"the {title}"


def _all(event: Event, focus: str | None) -> str:
    return actor_names(event.actors(), first=focus) or actor_name(event.actors()[0])


_PHRASES: dict[EventType, Callable[[Event, str | None], str]] = {
    EventType.EXERCISE: _exercise,
    EventType.TRANSFER: _transfer,
    EventType.AID: _aid,
    EventType.COPRODUCTION: _coproduction,
    EventType.FACILITY: _facility,
    EventType.AGREEMENT: _agreement,
    EventType.TRADE_PROVISION: _provision,
    EventType.VISIT: _visit,
    EventType.DEPLOYMENT: _deployment,
    EventType.TRAINING: _training,
    EventType.SANCTION: _sanction,
    EventType.MEMBERSHIP: _membership,
    EventType.POLICY: _policy,
    EventType.STATEMENT: _statement,
    EventType.ECONOMIC_DEAL: _economic,
    EventType.SUSPENSION: _suspension,
}
