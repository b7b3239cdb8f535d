from datetime import date

from factories import event, exercise
from quietsignal.signals import lead_event, lead_partner

DAY = date(2025, 7, 20)
LEAD = exercise("CHN", "2025-07-21/2025-07-31", status="announced", known="2025-07-15")


def lead(*events):
    return lead_event(events, focus="SRB", partner="CHN", as_of=DAY)


def test_the_deepest_recent_event_leads() -> None:
    """An exercise announced this month goes before a visit of last week."""
    visit = event("visit", {"visitor": ["CHN"], "host": ["SRB"]}, "2025-07-14", known="2025-07-16")
    assert lead(visit, LEAD) == LEAD


def test_an_old_story_told_anew_is_no_news() -> None:
    """An exercise of 2019 that became known this month does not lead."""
    old = exercise("CHN", "2019-05", known="2025-07-18")
    assert lead(old, LEAD) == LEAD


def test_without_recent_news_the_latest_event_leads() -> None:
    """When nothing became known lately, it is the latest event of the tie."""
    old, older = exercise("CHN", "2019-05"), exercise("CHN", "2017-05")
    assert lead(older, old) == old


def test_events_of_others_do_not_lead() -> None:
    """A tie without events has no lead."""
    assert lead(exercise("RUS", "2025-07-01")) is None


def test_the_partner_with_the_weightiest_news_leads() -> None:
    """Of an exercise with China and a visit from Russia, both recent, it is China."""
    visit = event("visit", {"visitor": ["RUS"], "host": ["SRB"]}, "2025-07-18", known="2025-07-18")
    assert lead_partner([LEAD, visit], focus="SRB", as_of=DAY) == "CHN"
    assert lead_partner([], focus="SRB", as_of=DAY) is None
