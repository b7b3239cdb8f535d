"""What points each way: what speaks for reading the event as a shift, and what against."""

from quietsignal.assess import YEARS_BACK, Consideration, Kind, Side, considerations
from quietsignal.brief.dossier import Dossier
from quietsignal.brief.model import Evidence, Figure, Section, Sentence
from quietsignal.brief.phrases import phrase, short
from quietsignal.brief.sections.arms import supplier_figure, supplier_table
from quietsignal.brief.sections.first import find_novelty
from quietsignal.brief.wording import (
    actor_name,
    count,
    day_words,
    joined,
    percent,
    sentence_case,
    span,
)
from quietsignal.records import Event

__all__ = ["pointers"]

SHOWN = 5
_RULE = f"Events of the {YEARS_BACK} years before the year of the brief, and of that year."
_LEADS = {Side.SHIFT: "For a shift", Side.ORDINARY: "For an ordinary step"}
_WORDS = {
    Kind.FIRST: "it is the first of its kind in this ledger",
    Kind.RUN: "with the same partner the ledger holds {n} of rung 3 or deeper in recent years",
    Kind.OTHER_SUSPENDED: "cooperation with others was cut back in recent years, {n}",
    Kind.KIN: "similar steps came before, {n}",
    Kind.EARLIER: "the kind is not new between the two, {n}",
    Kind.OTHER_PARTNERS: "the same is done with partners of other groups, {n} in recent years",
    Kind.OTHER_DEALS: "other deep ties run outside that group, {n} in recent years",
}


def pointers(dossier: Dossier) -> Section | None:
    """The section with both sides; None without a lead event."""
    lead = dossier.lead
    if lead is None:
        return None
    listed = considerations(
        find_novelty(dossier, lead),
        dossier.events,
        pair=dossier.pair,
        groups=dossier.groups,
        as_of=dossier.as_of,
    )
    shift = [_bullet(dossier, item) for item in listed if item.side is Side.SHIFT]
    ordinary = [_bullet(dossier, item) for item in listed if item.side is Side.ORDINARY]
    bullets = (*shift, *_supplier(dossier), *ordinary)
    return Section("pointers", "What else points each way?", bullets=bullets)


def _bullet(dossier: Dossier, item: Consideration) -> Sentence:
    newest = sorted(item.events, key=lambda event: (str(event.date), event.id))[-SHOWN:]
    words = _WORDS[item.kind].format(n=count(len(item.events), "event"))
    text = f"{_LEADS[item.side]}: {words}"
    if item.kind is not Kind.FIRST:
        among = "" if len(newest) == len(item.events) else "the latest "
        listed = joined(short(event, focus=dossier.focus.code) for event in newest)
        text += f": {among}{listed}"
    coverage = dossier.coverage if item.kind is Kind.FIRST else ()
    counted = ({"events": str(len(item.events))}, *map(_row, item.events))
    figure = Figure("considerations", _RULE, counted)
    evidence = Evidence(events=tuple(newest), coverage=coverage, figures=(figure,))
    return Sentence(f"{text}.", evidence)


def _row(event: Event) -> dict[str, str]:
    return {"date": span(event.date), "event": sentence_case(phrase(event))}


def _supplier(dossier: Dossier) -> tuple[Sentence, ...]:
    """Whether the partner leads the arms suppliers."""
    if not dossier.registers:
        return ()
    register = dossier.registers[-1]
    window = register.window
    table = supplier_table(register, window)
    if table.is_empty() or table["supplier"][0] != dossier.partner.code:
        return ()
    text = (
        f"{_LEADS[Side.SHIFT]}: {actor_name(dossier.partner.code)} is the largest supplier of "
        f"major arms from {window[0]} to {window[1]} with {percent(table['share'][0])} (SIPRI, "
        f"release of {day_words(register.edition)})."
    )
    return (Sentence(text, Evidence(figures=(supplier_figure(register, table, window=window),))),)
