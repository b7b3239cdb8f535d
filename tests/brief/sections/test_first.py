from factories import dossier, exercise
from quietsignal.brief.sections import first

LEAD = exercise("CHN", "2025-07-21/2025-07-31", status="announced", name="Peace Guardian-2025")


def texts(*events) -> str:
    return " ".join(s.text for s in first(dossier(LEAD, *events, lead=LEAD)).sentences)


def test_a_first_is_told_with_its_scope() -> None:
    """A first speaks of the ledger and stands beside what was searched."""
    told = texts()
    assert told.startswith("Yes, in this ledger: it holds no earlier military joint exercise")
    assert "public pages in English (1 January 2014 to 31 July 2025, partial)" in told


def test_kin_is_named() -> None:
    """Police drills before it are shown as the closest events."""
    police = exercise("CHN", "2019-11-28", details={"domain": "police"})
    assert "Closest to it came before: the joint police exercise" in texts(police)


def test_an_earlier_one_denies_it() -> None:
    """With an earlier exercise of the armies the answer is no, with that exercise."""
    assert texts(exercise("CHN", "2023-05-02")).startswith(
        "No: the ledger holds one earlier military joint exercise of Serbia and China: the joint "
        "exercise of Serbia and China (2 May 2023)."
    )


def test_the_chance_of_such_a_year_is_told() -> None:
    """The departure from ten empty years is given as a chance with its working."""
    section = first(dossier(LEAD, lead=LEAD))
    last = section.sentences[-1]
    assert "From 2015 to 2024 the ledger counts 0 of the kind" in last.text
    assert len(last.evidence.figures[0].rows) == 10


def test_without_a_lead_there_is_no_section() -> None:
    """A dossier without an event asks no question of novelty."""
    assert first(dossier()) is None
