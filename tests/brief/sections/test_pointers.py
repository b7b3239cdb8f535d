from factories import dossier, exercise, transfer
from quietsignal.brief.sections import pointers

LEAD = exercise("CHN", "2025-07-21/2025-07-31", status="announced", name="Peace Guardian-2025")


def test_each_side_has_its_bullets_with_events() -> None:
    """Deliveries from China speak for a shift, an exercise with the US for an ordinary step."""
    wolf = exercise("USA", "2025-06", name="Platinum Wolf 25")
    section = pointers(dossier(LEAD, transfer("CHN", "2022-04"), wolf, lead=LEAD))
    told = [bullet.text for bullet in section.bullets]
    assert any(t.startswith("For a shift: it is the first of its kind") for t in told)
    assert any(t.startswith("For an ordinary step") and "Platinum Wolf 25" in t for t in told)
    assert all(bullet.evidence for bullet in section.bullets)


def test_without_a_lead_there_is_nothing_to_weigh() -> None:
    """No lead event, no section."""
    assert pointers(dossier()) is None
