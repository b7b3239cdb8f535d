"""Answers from a project: its events as known on a day, measures, and the dossier of a brief."""

from dataclasses import replace
from datetime import date

import polars as pl

from quietsignal.actors import Actor, actor
from quietsignal.brief import ArmsRegister, Dossier
from quietsignal.datasets import card
from quietsignal.errors import UsageError
from quietsignal.ledger import Ledger
from quietsignal.measure import balance, group_rows, rungs
from quietsignal.pipeline.registers import read_policy
from quietsignal.project import Project
from quietsignal.records import (
    Claim,
    Coverage,
    Document,
    DocumentId,
    Event,
    EventType,
    ImpreciseDate,
    Precision,
    Thoroughness,
)
from quietsignal.signals import lead_event, lead_partner

__all__ = ["balance_of", "counted", "depth_of", "dossier", "registers"]


def balance_of(
    project: Project, ledger: Ledger, *, focus: str, years: range, as_of: date
) -> pl.DataFrame:
    """The balance of a state over the project's partner groups, by year (see `measure.balance`)."""
    events, _ = counted(project, ledger.events(known_by=as_of, actors=[focus]))
    rows = group_rows(
        events, focus=focus, groups=project.config.groups, weights=project.config.weights
    )
    return balance(rows, groups=[group.id for group in project.config.groups], years=years)


def depth_of(
    project: Project, ledger: Ledger, *, pair: tuple[str, str], as_of: date
) -> pl.DataFrame:
    """The rungs that the events of a tie hold (see `measure.rungs`)."""
    events, _ = counted(project, ledger.events(known_by=as_of, actors=pair))
    return rungs(events, pair=pair)


def counted(
    project: Project, events: tuple[Event, ...]
) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """The events that count, and those that wait for a person.

    What a person coded, a data set holds, or a rule read with the project's confidence counts.
    """
    enough = project.config.min_confidence
    sure = [max(claim.confidence for claim in event.claims) >= enough for event in events]
    return (
        tuple(event for event, is_sure in zip(events, sure, strict=True) if is_sure),
        tuple(event for event, is_sure in zip(events, sure, strict=True) if not is_sure),
    )


def registers(project: Project, *, recipient: str, as_of: date) -> tuple[ArmsRegister, ...]:
    """The editions of the arms register that were out on a day, oldest first, for one state."""
    held = [edition for edition in project.lake.editions("sipri") if edition <= as_of]
    frames = [(edition, project.lake.read("sipri", edition)) for edition in held]
    credit = card("sipri").citation
    return tuple(
        ArmsRegister(edition, str(frame["layout"][0]), frame, credit)
        for edition, whole in frames
        if (frame := whole.filter(pl.col("recipient") == recipient)).height
    )


def dossier(
    project: Project, ledger: Ledger, *, focus: str, partner: str | None, as_of: date
) -> Dossier:
    """Everything that a brief on a state may speak of, as known on a day.

    Without a partner it is the one whose tie has the highest-ranking lead event. Raises `UsageError` when the ledger holds no event of the state.
    """
    commitments = read_policy(project)
    events, left_out = counted(project, ledger.events(known_by=as_of, actors=[focus]))
    other = actor(partner) if partner else _partner(events, focus, as_of)
    documents = ledger.documents()
    lead = lead_event(events, focus=focus, partner=other.code, as_of=as_of)
    return Dossier(
        focus=actor(focus),
        partner=other,
        as_of=as_of,
        groups=project.config.groups,
        weights=project.config.weights,
        events=events,
        left_out=left_out,
        lead=lead,
        documents=documents,
        sources=ledger.sources(),
        coverage=_coverage(ledger, documents, as_of),
        commitments=commitments,
        commitment_claims=_commitment_claims(ledger, as_of),
        registers=registers(project, recipient=focus, as_of=as_of),
        first_year=project.config.first_year,
        seed=project.config.seed,
    )


def _partner(events: tuple[Event, ...], focus: str, as_of: date) -> Actor:
    partner = lead_partner(events, focus=focus, as_of=as_of)
    if partner is None:
        raise UsageError(
            f"brief: the ledger holds no event of {actor(focus).name} with anybody known by "
            f"{as_of}; add documents first"
        )
    return actor(partner)


def _commitment_claims(ledger: Ledger, as_of: date) -> dict[str, tuple[Claim, ...]]:
    found: dict[str, list[Claim]] = {}
    for claim in ledger.claims(known_by=as_of, types=[EventType.POLICY]):
        key = claim.detail("commitment")
        if key:
            found.setdefault(key, []).append(claim)
    return {key: tuple(claims) for key, claims in found.items()}


def _coverage(
    ledger: Ledger, documents: dict[DocumentId, Document], as_of: date
) -> tuple[Coverage, ...]:
    """The searches recorded that had begun by the day; without any, the documents themselves."""
    recorded = [
        _until(record, as_of)
        for record in ledger.coverage()
        if record.period.start is None or record.period.start <= as_of
    ]
    return tuple(recorded) or (_documents_as_coverage(documents, as_of),)


def _until(record: Coverage, as_of: date) -> Coverage:
    """The search as far as it bears on the day: later years, and notes on them, are left out."""
    period = record.period
    if period.precision is Precision.UNKNOWN or (period.end and period.end <= as_of):
        return record
    if period.start is None:
        return replace(record, period=ImpreciseDate.open(end=as_of), note="")
    return replace(record, period=ImpreciseDate.range(period.start, as_of), note="")


def _documents_as_coverage(documents: dict[DocumentId, Document], as_of: date) -> Coverage:
    days = [document.known_on() for document in documents.values()]
    known = sorted(day for day in days if day is not None and day <= as_of)
    period = ImpreciseDate.range(known[0], known[-1]) if known else ImpreciseDate.open(end=as_of)
    return Coverage(
        id="documents",
        what="the documents added to this project; no search is recorded",
        period=period,
        languages=tuple(sorted({document.language for document in documents.values()})),
        thoroughness=Thoroughness.THIN,
        sources=len({document.publisher for document in documents.values()}),
        found=True,
    )
