import datetime as dt

import factories
from quietsignal.records import Grade, Verdict, derived_id
from quietsignal.web.holdings import CurrentHoldings, Entry
from web.world import Case, add, claim, judge


def test_events_come_newest_first_and_undated_last(case: Case) -> None:
    """The list begins with the latest event and ends with those whose date is not known."""
    holdings = CurrentHoldings(case.project)()

    assert [entry.event.type.value for entry in holdings.entries] == [
        "exercise",
        "transfer",
        "visit",
    ]
    assert holdings.entries[-1].years == {"unknown"}


def test_same_state_is_computed_once(case: Case) -> None:
    """As long as the ledger stays as it is, nothing is computed again."""
    current = CurrentHoldings(case.project)

    assert current() is current()


def test_a_changed_ledger_is_read_anew(case: Case) -> None:
    """What another program adds is there with the next page."""
    current = CurrentHoldings(case.project)
    before = current()
    new = factories.document("Serbia hosted a visit of France.")
    told = claim(new, "visit", {"visitor": ["FRA"], "host": ["SRB"]}, when="2025-08")

    add(case.project, new, [told])

    assert len(current().entries) == len(before.entries) + 1


def test_a_log_that_is_not_yet_in_the_file_is_seen(case: Case) -> None:
    """A change shows also while its writer keeps the ledger open."""
    current = CurrentHoldings(case.project)
    before = current()

    with case.project.ledger() as ledger:
        ledger.replace_proposals("test/1", [])
        ledger.set_syndication("test/1", {case.wire.id: "one"})
        during = current()

    assert during is not before


def test_an_event_is_found_where_it_went(case: Case) -> None:
    """Joined events keep answering to the ids that each of their claims gave them."""
    holdings = CurrentHoldings(case.project)()
    entry = holdings.by_claim[case.first.id]

    assert holdings.moved[derived_id("event", case.first.id)] is entry
    assert holdings.moved[derived_id("event", case.second.id)] is entry


def test_claims_of_a_document_are_in_reading_order(case: Case) -> None:
    """The claims of a document come in the order in which their quotes begin."""
    holdings = CurrentHoldings(case.project)()

    assert holdings.by_document[case.wire.id] == (case.first, case.visit)


def test_rejected_claims_tell_no_event(case: Case) -> None:
    """A claim that a person rejected is kept, with the decision, and has no event."""
    judge(case.project, Verdict.REJECT, case.visit)

    holdings = CurrentHoldings(case.project)()

    assert case.visit.id not in holdings.by_claim
    assert case.visit in holdings.by_document[case.wire.id]
    assert [one.author for one in holdings.on_claims[case.visit.id]] == ["Ana"]


def test_publishers_that_nobody_graded_have_no_known_grade(case: Case) -> None:
    """A grade comes with its reason; without one it is F, which says that it is not known."""
    holdings = CurrentHoldings(case.project)()

    assert (holdings.grade("Wire"), holdings.graded_because("Wire")) == (Grade.B, "Long record")
    assert (holdings.grade("?"), holdings.graded_because("?")) == (Grade.F, "not graded yet")


def test_an_event_counts_in_each_of_its_years() -> None:
    """An event that may have happened in several years is found under each of them."""
    told = factories.exercise("CHN", "2023-11-01/2025-02-01", known="2025-02-01")
    documents = {told.claims[0].document: factories.document("x")}

    entry = Entry.of(told, documents)

    assert entry.years == {"2023", "2024", "2025"}
    assert told.first_known == dt.date(2025, 2, 1)
