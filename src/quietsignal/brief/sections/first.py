"""Is it a first: novelty with its scope, the kin before it, and how unusual the year is."""

from quietsignal.actors import actor
from quietsignal.brief.dossier import Dossier
from quietsignal.brief.model import Evidence, Figure, Section, Sentence
from quietsignal.brief.phrases import short
from quietsignal.brief.wording import actor_name, count, joined, percent, sentence_case, span
from quietsignal.records import Coverage, Event, type_entry
from quietsignal.signals import Novelty, departure, domain, novelty

__all__ = ["find_novelty", "first"]

BASELINE_YEARS = 10
SHOWN = 5
SEARCHES = 2


def find_novelty(dossier: Dossier, lead: Event) -> Novelty:
    """What precedes the lead event in its tie, with the coverage that bears on it."""
    return novelty(lead, dossier.tie(), pair=dossier.pair, coverage=dossier.coverage)


def first(dossier: Dossier) -> Section | None:
    """The section on novelty; None without a lead event."""
    lead = dossier.lead
    if lead is None:
        return None
    found = find_novelty(dossier, lead)
    sentences = (
        _answer(dossier, found),
        *_claimed(found),
        *_kin(dossier, found),
        *_scope(dossier, found),
        *_unusual(dossier, lead),
    )
    return Section("first", "Is it a first?", sentences)


def _kind(event: Event) -> str:
    label = type_entry(event.type).label
    return f"{domain(event)} {label}" if event.type == "exercise" else label


def _answer(dossier: Dossier, found: Novelty) -> Sentence:
    pair = joined(actor_name(code) for code in dossier.pair)
    kind = _kind(found.event)
    if found.first:
        text = f"Yes, in this ledger: it holds no earlier {kind} of {pair}."
        return Sentence(text, Evidence(events=(found.event,), coverage=found.coverage))
    shown = joined(short(event, focus=dossier.focus.code) for event in found.earlier[-SHOWN:])
    number = count(len(found.earlier), f"earlier {kind}", plural=f"earlier {kind}s")
    text = f"No: the ledger holds {number} of {pair}, the latest being {shown}."
    if len(found.earlier) == 1:
        text = f"No: the ledger holds {number} of {pair}: {shown}."
    return Sentence(text, Evidence(events=found.earlier, coverage=found.coverage))


def _claimed(found: Novelty) -> tuple[Sentence, ...]:
    if not found.claimed:
        return ()
    sources = count(len(found.claimed), "source")
    verb = "calls" if len(found.claimed) == 1 else "call"
    text = f"{sentence_case(sources)} {verb} it a first of its kind too."
    return (Sentence(text, Evidence(claims=found.claimed)),)


def _kin(dossier: Dossier, found: Novelty) -> tuple[Sentence, ...]:
    if not found.kin:
        return ()
    kin = sorted(found.kin, key=lambda event: str(event.date))
    listed = joined(short(event, focus=dossier.focus.code) for event in kin[-SHOWN:])
    text = f"Closest to it came before: {listed}."
    return (Sentence(text, Evidence(events=tuple(kin[-SHOWN:]))),)


def _scope(dossier: Dossier, found: Novelty) -> tuple[Sentence, ...]:
    """How far the answer reaches: the searches that speak of the partner and the kind first."""
    words = (actor(dossier.partner.code).name.lower(), _kind(found.event).split()[-1])

    def bearing(record: Coverage) -> int:
        return -sum(word in record.what.lower() for word in words)

    spans = sorted((one for one in found.coverage if one.period.known), key=bearing)[:SEARCHES]
    if not spans:
        return ()
    parts = [f"{record.what} ({span(record.period)}, {record.thoroughness})" for record in spans]
    text = f"The answer reaches as far as the search did: {'; '.join(parts)}."
    return (Sentence(text, Evidence(coverage=tuple(spans))),)


def _unusual(dossier: Dossier, lead: Event) -> tuple[Sentence, ...]:
    """The chance of such an event in a year at the steady rate of the ten years before."""
    day = lead.date.start or lead.date.end or lead.first_known
    if day is None:
        return ()
    alike = [event for event in dossier.tie() if _alike(event, lead)]
    years = range(max(dossier.first_year, day.year - BASELINE_YEARS), day.year)
    counts = [sum(1 for event in alike if _in_year(event, year)) for year in years]
    result = departure(counts, 1)
    if result.probability is None:
        return ()
    text = (
        f"From {years[0]} to {years[-1]} the ledger counts {result.earlier} of the kind between "
        f"the two; at that steady rate a year with at least one has a chance of "
        f"{percent(result.probability)}."
    )
    rows = tuple(
        {"year": str(year), "events": str(number)}
        for year, number in zip(years, counts, strict=True)
    )
    figure = Figure("departure", f"{text} Predictive law: negative binomial.", rows)
    return (Sentence(text, Evidence(figures=(figure,), coverage=dossier.coverage)),)


def _alike(event: Event, lead: Event) -> bool:
    return (
        event.type == lead.type
        and event.status.happened
        and domain(event) == domain(lead)
        and event.id != lead.id
    )


def _in_year(event: Event, year: int) -> bool:
    day = event.date.start or event.date.end
    return day is not None and day.year == year
