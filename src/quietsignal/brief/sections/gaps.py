"""What is not known: reactions, sizes, thin searches, sources that were not captured."""

from collections.abc import Iterator

from quietsignal.brief.dossier import Dossier
from quietsignal.brief.model import Evidence, Figure, Section, SectionKind, Sentence
from quietsignal.brief.phrases import short
from quietsignal.brief.wording import (
    actor_name,
    count,
    day_words,
    joined,
    sentence_case,
    span,
)
from quietsignal.records import (
    Coverage,
    Document,
    DocumentKind,
    Event,
    EventType,
    Grade,
    Thoroughness,
)

__all__ = ["gaps"]

_OPENERS = {"A", "An", "The", "Not", "No", "None", "Only", "One", "In", "This", "These", "Totals"}


def gaps(dossier: Dossier) -> Section:
    """The section on what the ledger cannot tell."""
    bullets = (
        *_reactions(dossier),
        *_size(dossier),
        *_searches(dossier),
        *_sources(dossier),
        *_register(dossier),
        *_waiting(dossier),
    )
    return Section("gaps", "What is not known", bullets=tuple(bullets), kind=SectionKind.UNKNOWNS)


def _reactions(dossier: Dossier) -> Iterator[Sentence]:
    """For each group that the partner is not of: its recorded reactions to the lead event."""
    lead = dossier.lead
    if lead is None or lead.first_known is None:
        return
    own = dossier.group_of(dossier.partner.code)
    silent = []
    for group in dossier.groups:
        if own is not None and group.id == own.id:
            continue
        told = [event for event in dossier.events if _reaction(event, lead, dossier, group.id)]
        if told:
            listed = joined(short(event) for event in told)
            text = f"Recorded reactions of {group.name}, which need not be all: {listed}."
            yield Sentence(text, Evidence(events=tuple(told), coverage=dossier.coverage))
        else:
            silent.append(group.name)
    if silent:
        text = (
            f"No reaction of {' or '.join(silent)} to it is in the ledger by "
            f"{day_words(dossier.as_of)}; whether there was one is not known beyond the search."
        )
        yield Sentence(text, Evidence(coverage=dossier.coverage))


def _reaction(event: Event, lead: Event, dossier: Dossier, group_id: str) -> bool:
    day = event.date.end or event.date.start or event.first_known
    if event.type is not EventType.STATEMENT or day is None or lead.first_known is None:
        return False
    group = next(group for group in dossier.groups if group.id == group_id)
    return (
        lead.first_known <= day <= dossier.as_of
        and any(group.contains(code, day) for code in event.actors("actor"))
        and bool({dossier.focus.code, dossier.partner.code} & set(event.actors("target")))
    )


def _size(dossier: Dossier) -> Iterator[Sentence]:
    lead = dossier.lead
    if lead is None:
        return
    missing = []
    if lead.quantity is None:
        missing.append("how many take part" if lead.type == "exercise" else "the number")
    if lead.place is None:
        missing.append("the place")
    if missing:
        text = f"The sources of the event known by then do not give {joined(missing)}."
        yield Sentence(text, Evidence(events=(lead,)))


def _searches(dossier: Dossier) -> Iterator[Sentence]:
    for record in dossier.coverage:
        what = f"{record.what} ({span(record.period)})"
        if not record.found:
            text = f"Nothing found: {what}"
        elif record.thoroughness is Thoroughness.THIN:
            text = f"Searched thinly: {what}"
        elif record.thoroughness is Thoroughness.PARTIAL:
            text = f"Searched in part: {what}"
        else:
            continue
        yield Sentence(f"{'; '.join([text, *_remarks(record)])}.", Evidence(coverage=(record,)))


def _remarks(record: Coverage) -> list[str]:
    """The remarks of a note as clauses of one sentence."""
    parts = [part for part in record.note.rstrip(".").split(". ") if part]
    return [part[:1].lower() + part[1:] if part.split()[0] in _OPENERS else part for part in parts]


def _sources(dossier: Dossier) -> Iterator[Sentence]:
    cited = _tie_documents(dossier)
    if not cited:
        return
    coded = [document for document in cited if document.kind is DocumentKind.CODED]
    synthetic = [document for document in cited if document.synthetic]
    unjudged = [document for document in cited if _grade(dossier, document) is Grade.F]
    rows = {
        "documents on the tie": str(len(cited)),
        "coded by hand, source not captured": str(len(coded)),
        "synthetic": str(len(synthetic)),
        "grade F": str(len(unjudged)),
    }
    text = (
        f"Of {count(len(cited), 'document')} on this tie {len(coded)} are coded by hand from "
        f"sources that were not captured, {len(synthetic)} are synthetic test documents, and the "
        f"publishers of {len(unjudged)} have a reliability that cannot be judged."
    )
    figure = Figure("documents behind the tie", text, (rows,))
    yield Sentence(sentence_case(text), Evidence(figures=(figure,)))


def _waiting(dossier: Dossier) -> Iterator[Sentence]:
    """Events that a rule read without enough confidence, and that no person has seen yet."""
    if dossier.left_out:
        text = (
            f"{sentence_case(count(len(dossier.left_out), 'event'))} read by machine with little "
            f"confidence wait for a person and are not counted above."
        )
        row = {"events that wait": str(len(dossier.left_out))}
        figure = Figure("events that wait for a person", text, (row,))
        yield Sentence(text, Evidence(figures=(figure,)))


def _tie_documents(dossier: Dossier) -> list[Document]:
    ids = {claim.document for event in dossier.tie() for claim in event.claims}
    return [dossier.documents[key] for key in sorted(ids) if key in dossier.documents]


def _grade(dossier: Dossier, document: Document) -> Grade:
    source = dossier.sources.get(document.publisher)
    return source.grade if source else Grade.F


def _register(dossier: Dossier) -> Iterator[Sentence]:
    if not dossier.registers:
        return
    register = dossier.registers[-1]
    age = (dossier.as_of - register.edition).days
    row = {
        "release": day_words(register.edition),
        "layout": register.layout,
        "days before": str(age),
    }
    unsplit = (
        " and does not say what came in which year of a delivery over several"
        if register.layout == "A"
        else ""
    )
    text = (
        f"The arms figures for {actor_name(dossier.focus.code)} end with the year before the "
        f"release of {day_words(register.edition)}; the register holds major arms only, marks "
        f"many numbers as its own estimates{unsplit}."
    )
    figure = Figure("suppliers", text, (row,), credit=register.credit)
    yield Sentence(text, Evidence(figures=(figure,)))
