"""`quietsignal events`: the ledger."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from quietsignal.cli.options import AsCsv, AsJson, AsOf, ProjectFolder, day, open_project
from quietsignal.cli.output import note, table, write_csv, write_json

if TYPE_CHECKING:
    from datetime import date

    from quietsignal.records import Event

__all__ = ["events"]

_Kind = TypeVar("_Kind", bound=StrEnum)

_HEAD = (
    "id,type,roles,start,end,precision,status,name,item,quantity,place,sources,first_known"
).split(",")


def events(
    project: ProjectFolder = None,
    actor: Annotated[
        list[str] | None,
        typer.Option(metavar="STATE", help="Events with this actor; give it twice for a tie."),
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--type", help="Only this type; may be given again.")
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option(help="Only this status; may be given again.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Not certainly before that date.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Not certainly after that date.")
    ] = None,
    text: Annotated[
        str | None, typer.Option(help="Only events with this text in name, item or place.")
    ] = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show the events of the ledger: what its claims tell, with sources and conflicts.

    Examples:
      quietsignal events --actor Serbia --actor China --type exercise

      quietsignal events --since 2022 --json > events.jsonl
    """
    from quietsignal.actors import find_actor
    from quietsignal.records import EventType, Status, event_json

    codes = [find_actor(name).code for name in actor or []]
    types = [_member(EventType, name, "--type") for name in kind or []]
    states = {_member(Status, name, "--status") for name in status or []}
    with open_project(project).ledger(read_only=True) as ledger:
        found = [
            event
            for event in ledger.events(
                known_by=day(as_of) if as_of else None,
                actors=codes,
                types=types,
                since=_edge(since, first=True),
                until=_edge(until, first=False),
            )
            if (not states or event.status in states) and _has(event, text)
        ]
        found.sort(key=lambda event: (str(event.date) or "9999", event.id))
        if as_json:
            documents, sources = ledger.documents(text=False), ledger.sources()
            write_json(event_json(one, documents=documents, sources=sources) for one in found)
            return
    if as_csv:
        write_csv(_HEAD, (_row(event) for event in found))
        return
    head = ("date", "type", "status", "actors", "event", "sources")
    table(head, (_line(event) for event in found))
    note(f"{len(found)} events")


def _member(kind: type["_Kind"], name: str, option: str) -> "_Kind":
    from quietsignal.errors import UsageError

    try:
        return kind(name)
    except ValueError:
        names = ", ".join(member.value for member in kind)
        raise UsageError(f"{option}: found {name!r}, expected one of {names}") from None


def _edge(text: str | None, *, first: bool) -> "date | None":
    from quietsignal.records import parse_edtf

    if text is None:
        return None
    value = parse_edtf(text)
    return value.start if first else value.end


def _has(event: "Event", text: str | None) -> bool:
    if text is None:
        return True
    told = " ".join(filter(None, (event.name, event.item, event.place)))
    return text.lower() in told.lower()


def _row(event: "Event") -> tuple[object, ...]:
    roles = " ".join(f"{role}={';'.join(codes)}" for role, codes in event.roles)
    return (
        event.id,
        event.type.value,
        roles,
        event.date.start,
        event.date.end,
        event.date.precision.value,
        event.status.value,
        event.name,
        event.item,
        event.quantity,
        event.place,
        event.independent_sources,
        event.first_known,
    )


def _line(event: "Event") -> tuple[object, ...]:
    sources = str(event.independent_sources)
    if event.conflicts:
        sources += f", differ on {', '.join(conflict.field for conflict in event.conflicts)}"
    return (
        str(event.date) or "unknown",
        event.type.value,
        event.status.value,
        " ".join(event.actors()),
        event.name or event.item or "",
        sources,
    )
