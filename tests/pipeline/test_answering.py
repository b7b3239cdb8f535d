from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest

from factories import exercise
from quietsignal.errors import UsageError
from quietsignal.pipeline.answering import balance_of, counted, depth_of, dossier, registers
from quietsignal.pipeline.loading import load_dataset

CASE = files("quietsignal.cases") / "serbia"


@pytest.fixture
def loaded(project):
    """The project with the coded events of the built-in case."""
    load_dataset(project, CASE / "events.csv", name="events-csv")
    return project


def test_only_what_was_known_by_the_day_is_in_the_dossier(loaded) -> None:
    """As of 20 July 2025 the exercise is announced; the report of the 29th is not known."""
    with loaded.ledger() as ledger:
        known = dossier(loaded, ledger, focus="SRB", partner="CHN", as_of=date(2025, 7, 20))
    assert known.lead is not None
    assert known.lead.status == "announced"
    assert len(known.lead.claims) == 2
    assert all(event.first_known <= date(2025, 7, 20) for event in known.events)


def test_the_partner_is_found_when_none_is_named(loaded) -> None:
    """It is the one whose latest event leads."""
    with loaded.ledger() as ledger:
        known = dossier(loaded, ledger, focus="SRB", partner=None, as_of=date(2025, 7, 20))
    assert known.partner.code == "CHN"


def test_without_recorded_searches_the_documents_are_the_coverage(loaded) -> None:
    """A project without coverage.toml still says what it has looked at, thinly."""
    with loaded.ledger() as ledger:
        known = dossier(loaded, ledger, focus="SRB", partner="CHN", as_of=date(2025, 7, 20))
    (search,) = known.coverage
    assert search.thoroughness == "thin"
    assert search.sources > 50


def test_a_state_without_events_is_named(loaded) -> None:
    """A brief on a state that the ledger does not know is refused with the way out."""
    with loaded.ledger() as ledger, pytest.raises(UsageError, match="no event of Fiji"):
        dossier(loaded, ledger, focus="FJI", partner=None, as_of=date(2025, 7, 20))


def test_measures_are_of_the_day(loaded) -> None:
    """In 2014 the balance knows no exercise with China, and the tie no arms."""
    with loaded.ledger() as ledger:
        early = balance_of(loaded, ledger, focus="SRB", years=range(2010, 2026),
                           as_of=date(2014, 12, 31))  # fmt: skip
        rungs = depth_of(loaded, ledger, pair=("SRB", "CHN"), as_of=date(2014, 12, 31))
    assert early.filter(early["year"] > 2014)["events"].sum() == 0
    assert "practice" not in rungs["rail"].to_list()


def test_registers_are_those_that_were_out(loaded) -> None:
    """An edition of a later day is not used."""
    name = "serbia_imports_A_13-Mar-2025.csv"
    load_dataset(loaded, CASE / "sipri" / name, name="sipri", edition=date(2025, 3, 13))
    assert registers(loaded, recipient="SRB", as_of=date(2025, 3, 12)) == ()
    (one,) = registers(loaded, recipient="SRB", as_of=date(2025, 3, 13))
    assert one.layout == "A"


def test_what_a_machine_is_not_sure_of_waits(project) -> None:
    """An event below the project's confidence counts nowhere; one above it, or coded, does."""
    sure = exercise("CHN", "2025")
    unsure = replace(sure, claims=tuple(replace(claim, confidence=0.3) for claim in sure.claims))
    assert counted(project, (sure, unsure)) == ((sure,), (unsure,))
