"""What happened: the lead event, who tells it, and where its sources disagree."""

from quietsignal.brief.dossier import Dossier
from quietsignal.brief.model import Evidence, Section, Sentence
from quietsignal.brief.phrases import statement
from quietsignal.brief.wording import actor_name, count, day_words, joined, quantity_words, span
from quietsignal.records import Conflict, Event, parse_edtf
from quietsignal.signals import attention

__all__ = ["happened"]

_FIELDS = {
    "name": "name",
    "item": "equipment",
    "quantity": "number",
    "date": "date",
    "place": "place",
    "status": "status",
}


def happened(dossier: Dossier) -> Section:
    """The section on the lead event; says so when the tie has none."""
    lead = dossier.lead
    if lead is None:
        pair = joined(actor_name(code) for code in dossier.pair)
        text = f"The ledger holds no event of {pair} known by {day_words(dossier.as_of)}."
        sentences: tuple[Sentence, ...] = (Sentence(text, Evidence(coverage=dossier.coverage)),)
        return Section("happened", "What happened", sentences)
    sentences = (
        Sentence(statement(lead, focus=dossier.focus.code), Evidence(events=(lead,))),
        _told(dossier, lead),
        *_size(lead),
        *(_disagree(lead, conflict) for conflict in lead.conflicts if conflict.field in _FIELDS),
    )
    return Section("happened", "What happened", sentences)


def _told(dossier: Dossier, lead: Event) -> Sentence:
    seen = attention(lead, dossier.events, documents=dossier.documents)
    sources = count(seen.independent_sources, "independent source")
    verb = "tells" if seen.independent_sources == 1 else "tell"
    text = f"{sources[:1].upper()}{sources[1:]} in the ledger {verb} it"
    if seen.documents > seen.independent_sources:
        text += f", in {count(seen.documents, 'document')} counting copies"
    if lead.first_known:
        text += f"; the earliest is dated {day_words(lead.first_known)}"
    return Sentence(f"{text}.", Evidence(events=(lead,)))


def _size(lead: Event) -> tuple[Sentence, ...]:
    if lead.quantity is None:
        return ()
    text = f"The number given for it is {quantity_words(lead.quantity)}."
    return (Sentence(text, Evidence(events=(lead,))),)


def _disagree(lead: Event, conflict: Conflict) -> Sentence:
    values = [_shown(conflict.field, value.value) for value in conflict.values]
    text = f"Its sources differ on the {_FIELDS[conflict.field]}: {joined(values)}."
    return Sentence(text, Evidence(events=(lead,)))


def _shown(field: str, value: str) -> str:
    if field == "date":
        return span(parse_edtf(value))
    return value.replace("_", " ")
