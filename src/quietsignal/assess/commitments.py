"""Commitments: a state's declared policy made checkable, and how an event stands to it."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from quietsignal.errors import DataError, QuietSignalError
from quietsignal.records import Event, EventType, ImpreciseDate, Status, parse_edtf

__all__ = ["Commitment", "Finding", "PolicySource", "Rule", "Stand", "check", "read_commitments"]


class Stand(StrEnum):
    """How an event stands to a commitment."""

    COMPLIES = "complies"
    STRAINS = "strains"
    BREACHES = "breaches"
    SILENT = "silent"


_SEVERITY = (Stand.SILENT, Stand.COMPLIES, Stand.STRAINS, Stand.BREACHES)


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition on events and what it means for the commitment; all parts given must hold."""

    verdict: Stand
    types: tuple[EventType, ...]
    why: str
    role: str | None = None
    actors: tuple[str, ...] = ()
    details: tuple[tuple[str, tuple[str, ...]], ...] = ()
    status: tuple[Status, ...] = ()
    during: ImpreciseDate | None = None
    except_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PolicySource:
    """Where a commitment is documented."""

    title: str
    publisher: str
    url: str
    date: ImpreciseDate


@dataclass(frozen=True, slots=True)
class Commitment:
    """A declared policy: who declared it, when it holds, and the rules that make it checkable.

    `end_note` says what is not known about its end, when the end is not documented.
    """

    id: str
    actor: str
    title: str
    authority: str
    adopted: ImpreciseDate
    in_force: ImpreciseDate
    text: str
    sources: tuple[PolicySource, ...]
    rules: tuple[Rule, ...]
    end_note: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """How one event stands to one commitment, with the rule that says so."""

    commitment: Commitment
    stand: Stand
    why: str


def check(event: Event, commitments: Iterable[Commitment]) -> tuple[Finding, ...]:
    """How the event stands to each commitment of its actors that may be in force at its time.

    Of several rules that fit, the gravest counts. When none fits, the commitment is silent.
    """
    findings = []
    for commitment in commitments:
        if commitment.actor not in event.actors() or not _in_time(commitment.in_force, event):
            continue
        fitting = [rule for rule in commitment.rules if _fits(rule, event)]
        worst = max(fitting, key=lambda rule: _SEVERITY.index(rule.verdict), default=None)
        if worst is None:
            why = "none of its rules speaks of such an event"
            findings.append(Finding(commitment, Stand.SILENT, why))
        else:
            findings.append(Finding(commitment, worst.verdict, worst.why))
    return tuple(findings)


def _in_time(period: ImpreciseDate, event: Event) -> bool:
    """Whether the event may fall in the period; an event without a date may."""
    start, end = event.date.start, event.date.end
    begun = start is None or period.end is None or start <= period.end
    return begun and (end is None or period.start is None or end >= period.start)


def _fits(rule: Rule, event: Event) -> bool:
    actors = event.actors(rule.role) if rule.role else event.actors()
    name = (event.name or "").lower()
    return (
        event.type in rule.types
        and (rule.role is None or bool(actors))
        and (not rule.actors or bool(set(rule.actors) & set(actors)))
        and all(event.detail(key) in values for key, values in rule.details)
        and (not rule.status or event.status in rule.status)
        and (rule.during is None or _in_time(rule.during, event))
        and not any(exempt.lower() in name for exempt in rule.except_names if name)
    )


def read_commitments(text: str) -> tuple[Commitment, ...]:
    """The commitments of a TOML text; raises `DataError` naming the entry and field at fault."""
    try:
        entries = tomllib.loads(text).get("commitment", [])
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"policy: not valid TOML: {error}") from None
    return tuple(_commitment(entry, number) for number, entry in enumerate(entries, start=1))


def _commitment(entry: Mapping[str, Any], number: int) -> Commitment:
    where = f"policy, commitment {entry.get('id', number)}"
    try:
        return Commitment(
            id=entry["id"],
            actor=entry["actor"],
            title=entry["title"],
            authority=entry["authority"],
            adopted=parse_edtf(str(entry["adopted"])),
            in_force=parse_edtf(str(entry["in_force"])),
            text=entry["text"],
            sources=tuple(_source(source) for source in entry["sources"]),
            rules=tuple(_rule(rule) for rule in entry["rule"]),
            end_note=entry.get("end_note", ""),
        )
    except KeyError as error:
        raise DataError(f"{where}: {error.args[0]} is missing") from None
    except (ValueError, QuietSignalError) as error:
        raise DataError(f"{where}: {error}") from None


def _source(source: Mapping[str, Any]) -> PolicySource:
    return PolicySource(
        title=source["title"],
        publisher=source["publisher"],
        url=source["url"],
        date=parse_edtf(str(source.get("date", ""))),
    )


def _rule(rule: Mapping[str, Any]) -> Rule:
    return Rule(
        verdict=Stand(rule["verdict"]),
        types=tuple(EventType(name) for name in rule["types"]),
        why=rule["why"],
        role=rule.get("role"),
        actors=tuple(rule.get("actors", ())),
        details=tuple((key, tuple(values)) for key, values in rule.get("details", {}).items()),
        status=tuple(Status(name) for name in rule.get("status", ())),
        during=parse_edtf(rule["during"]) if "during" in rule else None,
        except_names=tuple(rule.get("except_names", ())),
    )
