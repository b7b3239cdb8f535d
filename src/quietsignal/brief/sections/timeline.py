"""The timeline: the deep events of the state with each partner group, the lead event marked."""

from collections.abc import Iterator

from quietsignal.brief.charts import TimelineRow, timeline_chart
from quietsignal.brief.dossier import Dossier
from quietsignal.brief.model import Evidence, Section, Sentence
from quietsignal.brief.wording import actor_name, count, day_words, sentence_case
from quietsignal.measure import event_depth
from quietsignal.records import Event, Precision, Rail, Status

__all__ = ["timeline"]

SHOWN_FROM = 2  # rungs below are visits and statements, which would hide the rest


def timeline(dossier: Dossier) -> Section | None:
    """The section with the timeline; None when nothing can be placed on it."""
    shown = [event for event in dossier.events if _shown(dossier, event)]
    rows = [row for event in shown for row in _rows(dossier, event)]
    if not rows:
        return None
    text = (
        f"{sentence_case(count(len(shown), 'event'))} of {actor_name(dossier.focus.code)} on rung "
        f"{SHOWN_FROM} or deeper, known by {day_words(dossier.as_of)}, can be placed in time."
    )
    evidence = Evidence(events=tuple(shown))
    chart = timeline_chart(
        rows,
        title=f"{sentence_case(actor_name(dossier.focus.code))} and its partner groups in time",
        as_of=dossier.as_of,
        names={group.id: group.name for group in dossier.groups},
        evidence=evidence,
    )
    sentences = (Sentence(text, evidence),)
    return Section("timeline", "How do the events lie in time?", sentences, charts=(chart,))


def _shown(dossier: Dossier, event: Event) -> bool:
    live = event.status.happened or event.status is Status.ANNOUNCED
    start = event.date.start
    return (
        live
        and event.rail is not Rail.NONE
        and start is not None
        and start.year >= dossier.first_year
        and event.date.precision is not Precision.UNKNOWN
        and event_depth(event) >= SHOWN_FROM
        and any(True for _ in _rows(dossier, event))
    )


def _rows(dossier: Dossier, event: Event) -> Iterator[TimelineRow]:
    """A mark for each partner group that takes part."""
    day = event.date.start or dossier.as_of
    others = [code for code in event.actors() if code != dossier.focus.code]
    for group in dossier.groups:
        if any(group.contains(code, day) for code in others):
            is_lead = dossier.lead is not None and event.id == dossier.lead.id
            yield TimelineRow(
                label=event.label,
                lane=group.name,
                group=group.id,
                date=event.date,
                key=is_lead and group.contains(dossier.partner.code, day),
            )
