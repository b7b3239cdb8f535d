"""Events from claims: a pure function of the evidence and what people and rules say of it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quietsignal.ledger.decisions import Decisions, Pair, corrected, decide
from quietsignal.ledger.grouping import group
from quietsignal.ledger.known import told_on
from quietsignal.ledger.values import (
    Candidate,
    Extent,
    Witness,
    as_conflict,
    choose_date,
    choose_status,
    extent_of,
    ranked,
    text_key,
)
from quietsignal.records import (
    UNKNOWN_DATE,
    Claim,
    ClaimId,
    Conflict,
    Document,
    DocumentId,
    DocumentKind,
    Event,
    EventId,
    EventType,
    FieldValue,
    Grade,
    ImpreciseDate,
    Judgement,
    Pairs,
    Proposal,
    Roles,
    Source,
    Status,
    Verdict,
    derived_id,
    parse_edtf,
    type_entry,
)

__all__ = ["THRESHOLD", "compute_events"]

THRESHOLD = 0.8  # the score from which a proposal is taken until a person judges the pair

# Roles that hold several actors as a matter of course: a list that one source cuts short.
_LISTS = frozenset({"participant", "observer", "partner", "party"})
_STANDING = {Verdict.ACCEPT: 1, Verdict.CORRECT: 1, Verdict.UNSURE: 3}


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the values of a claim are weighed with."""

    decisions: Decisions
    documents: Mapping[DocumentId, Document]
    sources: Mapping[str, Source]
    syndication: Mapping[DocumentId, str]


def compute_events(
    claims: Iterable[Claim],
    *,
    judgements: Iterable[Judgement] = (),
    proposals: Iterable[Proposal] = (),
    documents: Mapping[DocumentId, Document] | None = None,
    sources: Mapping[str, Source] | None = None,
    syndication: Mapping[DocumentId, str] | None = None,
    threshold: float = THRESHOLD,
) -> tuple[Event, ...]:
    """The events that the claims tell, in the order of their ids.

    The result depends on what is given, never on the order in which it is given. Claims that a
    person rejected drop out first, with every pair they are part of; the others are grouped as
    `grouping` says; each field shows the value that `values` chooses, and a field on which the
    claims differ lists all values as a conflict. `Event.claims` are the claims as the documents
    made them, the one that states most of the shown values first; corrections show in the fields
    of the event. Pairs judged `same` that another judgement keeps apart are a conflict named
    `identity` on both events. Lists of actors (participants, parties, partners, observers) add
    up; the other roles show one value. `sources` holds names and aliases of publishers.
    """
    evidence = _Evidence(decide(judgements), documents or {}, sources or {}, syndication or {})
    standing = {
        claim.id: claim
        for claim in claims
        if evidence.decisions.claims.get(claim.id) is not Verdict.REJECT
    }
    homes = {claim.id: _home(claim, evidence.documents) for claim in standing.values()}
    groups = group(homes, judged=evidence.decisions.pairs, proposals=proposals, threshold=threshold)
    contradicted = _by_claim(groups.contradicted)
    events = (
        _event([standing[claim] for claim in members], evidence, contradicted)
        for members in groups.members
    )
    return tuple(sorted(events, key=lambda event: event.id))


def _home(claim: Claim, documents: Mapping[DocumentId, Document]) -> str:
    """What makes one claim an event: a document, or an edition of a data set."""
    document = documents.get(claim.document)
    if document and document.kind is DocumentKind.DATASET and document.edition:
        return f"{document.publisher}\x1f{document.edition}"
    return claim.document


def _by_claim(pairs: Iterable[Pair]) -> dict[ClaimId, list[Pair]]:
    found: dict[ClaimId, list[Pair]] = {}
    for of in pairs:
        for claim in of:
            found.setdefault(claim, []).append(of)
    return found


def _event(
    claims: Sequence[Claim], evidence: _Evidence, contradicted: Mapping[ClaimId, Sequence[Pair]]
) -> Event:
    """The event of some claims, which are in the order of their ids."""
    if len(claims) == 1 and claims[0].id not in contradicted:
        return _lone(claims[0], evidence)
    witnesses = _witnesses(claims, evidence)
    draft = _Draft(witnesses)
    originals = {claim.id: claim for claim in claims}
    draft.conflicts.extend(_identity(claims, contradicted))
    return Event(
        id=EventId(derived_id("event", _founder(claims, evidence).id)),
        type=draft.type,
        roles=draft.roles(),
        date=draft.date(),
        status=draft.status(),
        name=draft.text("name"),
        item=draft.text("item"),
        quantity=draft.quantity(),
        place=draft.text("place"),
        details=draft.details(),
        stages=draft.stages(),
        claims=tuple(originals[claim] for claim in draft.order()),
        conflicts=tuple(sorted(draft.conflicts, key=lambda conflict: conflict.field)),
        first_known=_first_known(claims, evidence.documents),
        independent_sources=len({witness.source for witness in witnesses}),
    )


def _founder(claims: Sequence[Claim], evidence: _Evidence) -> Claim:
    """The claim that gives the event its id: the one that could be known first.

    What becomes known later thus leaves the id as it is, and an event has one id on every day
    on which it is looked at. Between claims of one day the smaller id decides.
    """

    def first(claim: Claim) -> tuple[dt.date, str]:
        return told_on(claim, evidence.documents.get(claim.document)) or dt.date.max, claim.id

    return min(claims, key=first)


def _possible(status: Status, *, begins: dt.date | None, told: int) -> Status:
    """The status as far as it could be known: what was told as done before it began was announced.

    `told` is the ordinal of the day on which it was told, 0 when that is not known.
    """
    early = begins is not None and 0 < told < begins.toordinal()
    return Status.ANNOUNCED if early and status is Status.DONE else status


def _lone(claim: Claim, evidence: _Evidence) -> Event:
    """The event that one claim tells: most of a ledger, with nothing to weigh."""
    correction = evidence.decisions.corrections.get(claim.id)
    shown = corrected(claim, correction) if correction else claim
    fields = ("type", "roles", "date", "name", "item", "quantity", "place")
    first = told_on(claim, evidence.documents.get(claim.document))
    told = first.toordinal() if first else 0
    return Event(
        id=EventId(derived_id("event", claim.id)),
        claims=(claim,),
        status=_possible(shown.status, begins=shown.date.start, told=told),
        first_known=first,
        details=shown.details,
        stages=shown.stages,
        **{field: getattr(shown, field) for field in fields},
    )


def _identity(
    claims: Sequence[Claim], contradicted: Mapping[ClaimId, Sequence[Pair]]
) -> list[Conflict]:
    pairs = {of for claim in claims for of in contradicted.get(claim.id, ())}
    return [
        Conflict("identity", (FieldValue("different", of), FieldValue("same", of)))
        for of in sorted(pairs)
    ]


def _first_known(
    claims: Sequence[Claim], documents: Mapping[DocumentId, Document]
) -> dt.date | None:
    days = (told_on(claim, documents.get(claim.document)) for claim in claims)
    return min((day for day in days if day), default=None)


def _witnesses(claims: Sequence[Claim], evidence: _Evidence) -> list[Witness]:
    independent = _independent(claims, evidence)
    decisions = evidence.decisions
    witnesses = []
    for claim in claims:
        document = evidence.documents.get(claim.document)
        correction = decisions.corrections.get(claim.id)
        told = told_on(claim, document)
        verdict = decisions.claims.get(claim.id)
        witnesses.append(
            Witness(
                claim=corrected(claim, correction) if correction else claim,
                standing=2 if verdict is None else _STANDING.get(verdict, 2),
                grade=_grade(document, evidence.sources),
                source=independent[claim.document],
                told=told.toordinal() if told else 0,
                corrected=frozenset(correction or ()),
            )
        )
    return witnesses


def _grade(document: Document | None, sources: Mapping[str, Source]) -> Grade:
    source = sources.get(document.publisher) if document else None
    return source.grade if source else Grade.F


def _independent(claims: Sequence[Claim], evidence: _Evidence) -> dict[DocumentId, str]:
    """A mark for each document, equal for documents that are copies or of one publisher.

    Looked at within the event: that two publishers carried one wire text about this event says
    nothing of what they wrote about another.
    """
    marks: dict[DocumentId, str] = {}
    first: dict[str, str] = {}
    for document in sorted({claim.document for claim in claims}):
        found = evidence.documents.get(document)
        keys = [f"group {evidence.syndication.get(document, document)}"]
        if found and found.publisher.strip():
            keys.append(f"publisher {found.publisher.strip().casefold()}")
        joined = {first[key] for key in keys if key in first}
        mark = min(joined, default=str(document))
        marks[document] = mark
        first.update(dict.fromkeys(keys, mark))
        for other in joined - {mark}:
            marks = {of: mark if old == other else old for of, old in marks.items()}
            first = {key: mark if old == other else old for key, old in first.items()}
    return marks


def _certain(stated: Candidate[tuple[str, ...]]) -> bool:
    """Whether a person or a data set states the value: what a machine read adds nothing to it."""
    return any(one.claim.confidence >= 1 for one in stated.witnesses)


class _Draft:
    """The values of one event, chosen field by field; conflicts gather as they are found."""

    def __init__(self, witnesses: list[Witness]) -> None:
        self.witnesses = witnesses
        self.conflicts: list[Conflict] = []
        self._states: dict[ClaimId, int] = dict.fromkeys((one.claim.id for one in witnesses), 0)
        self.type = self._type()

    def order(self) -> list[ClaimId]:
        """The claims, the one that states most of the shown values first."""
        ordered = sorted(
            self.witnesses, key=lambda one: (-self._states[one.claim.id], one.weight(""))
        )
        return [one.claim.id for one in ordered]

    def _type(self) -> EventType:
        stated = ranked("type", ((one.claim.type, one) for one in self.witnesses))
        stated.sort(key=lambda one: (one.weight("type")[0] > 0, -len(one.witnesses)))
        self._show("type", stated)
        return stated[0].value

    def _show(self, field: str, candidates: Sequence[Candidate[object]]) -> None:
        for witness in candidates[0].witnesses:
            self._states[witness.claim.id] += 1
        conflict = as_conflict(field, candidates)
        if conflict:
            self.conflicts.append(conflict)

    def text(self, field: str) -> str | None:
        """The shown value of a field of text, or None where no claim gives one."""
        every: Iterable[tuple[str | None, Witness]] = (
            (getattr(one.claim, field), one) for one in self.witnesses
        )
        stated = ((value, one) for value, one in every if value)
        candidates = ranked(field, stated, key=text_key)
        if not candidates:
            return None
        self._show(field, candidates)
        return candidates[0].value

    def quantity(self) -> float | None:
        """The shown quantity, or None."""
        stated = (
            (one.claim.quantity, one) for one in self.witnesses if one.claim.quantity is not None
        )
        candidates = ranked("quantity", stated)
        if not candidates:
            return None
        self._show("quantity", [Candidate(_number(one.value), one.witnesses) for one in candidates])
        return candidates[0].value

    def date(self) -> ImpreciseDate:
        """The shown date."""
        stated = ((one.claim.date, one) for one in self.witnesses)
        candidates = choose_date("date", stated, extent=extent_of(self.type))
        if not candidates:
            return self.witnesses[0].claim.date if len(self.witnesses) == 1 else UNKNOWN_DATE
        self._show("date", candidates)
        return candidates[0].value

    def status(self) -> Status:
        """The shown status."""
        candidates = choose_status((self._possible(one), one) for one in self.witnesses)
        self._show("status", candidates)
        return candidates[0].value

    def _possible(self, one: Witness) -> Status:
        """The status that a claim states, held against the day on which the event begins."""
        starts = [other.claim.date.start for other in self.witnesses if other.claim.date.start]
        begins = one.claim.date.start or min(starts, default=None)
        return _possible(one.claim.status, begins=begins, told=one.told)

    def roles(self) -> Roles:
        """The actors in each role that the shown type has."""
        found = ((role, self._role(role)) for role in type_entry(self.type).roles)
        return tuple((role, codes) for role, codes in found if codes)

    def _role(self, role: str) -> tuple[str, ...]:
        stated = (
            (codes, one) for one in self.witnesses if (codes := dict(one.claim.roles).get(role))
        )
        candidates = ranked("roles", stated, key=frozenset)
        if not candidates:
            return ()
        if role not in _LISTS:
            self._show(role, [Candidate(", ".join(c.value), c.witnesses) for c in candidates])
            return candidates[0].value
        judged = [one for one in candidates if one.weight("roles")[0] == 0]
        added = judged or [one for one in candidates if _certain(one)] or candidates
        whole = tuple(dict.fromkeys(code for one in added for code in one.value))
        apart = [one for one in candidates if one not in added and not set(one.value) <= set(whole)]
        shown = Candidate(", ".join(whole), added[0].witnesses)
        self._show(role, [shown, *(Candidate(", ".join(c.value), c.witnesses) for c in apart)])
        return whole

    def details(self) -> Pairs:
        """The shown value of each extra key of the type."""
        keys = sorted({key for one in self.witnesses for key, _ in one.claim.details})
        return tuple((key, self._detail(key)) for key in keys)

    def _detail(self, key: str) -> str:
        stated = (
            (value, one) for one in self.witnesses if (value := one.claim.detail(key)) is not None
        )
        candidates = ranked("details", stated)
        self._show(key, candidates)
        return candidates[0].value

    def stages(self) -> Pairs:
        """The shown date of each stage that a claim tells."""
        keys = sorted({key for one in self.witnesses for key, _ in one.claim.stages})
        found = ((key, self._stage(key)) for key in keys)
        return tuple((key, date) for key, date in found if date)

    def _stage(self, key: str) -> str:
        stated = (
            (parse_edtf(text), one)
            for one in self.witnesses
            if (text := dict(one.claim.stages).get(key))
        )
        extent = Extent.SERIES if key == "delivered" else Extent.MOMENT
        candidates = choose_date("stages", stated, extent=extent)
        if not candidates:
            return ""
        self._show(key, candidates)
        return candidates[0].value.to_edtf()


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(value)
