from collections.abc import Callable

import pytest

import factories
from quietsignal.project import Project
from quietsignal.records import DocumentKind, Verdict, derived_id
from quietsignal.web.holdings import CurrentHoldings
from quietsignal.web.paging import PAGE
from web.world import HOSTILE_TITLE, Case, Client, add, claim, judge


def _page(case: Case, of: str) -> str:
    return f"/events/{CurrentHoldings(case.project)().by_claim[getattr(case, of).id].event.id}"


def test_the_first_page_is_the_list(client: Client) -> None:
    """One begins at the list of events."""
    answer = client.get("/")

    assert (answer.status_code, answer.headers["location"]) == (307, "/events")


def test_list_shows_events_with_facets(client: Client, case: Case) -> None:
    """The list names each event with its date, type, status and what its sources differ on."""
    text = client.get("/events").text

    assert "1–3 of 3 events" in text
    assert "The joint exercise Peace Guardian of Serbia and China" in text
    assert f'href="{_page(case, "first")}"' in text
    assert "sources differ on date" in text
    assert 'href="/events?actor=CHN"' in text
    assert "date not known" in text


def test_list_is_narrowed_by_its_address(client: Client) -> None:
    """An address with choices shows what they leave, and how to undo each."""
    text = client.get("/events?actor=China&text=guardian").text

    assert "1–1 of 1 event, newest first for this choice, of 3" in text
    assert 'href="/events?text=guardian"' in text
    assert '<input type="hidden" name="actor" value="CHN">' in text


def test_a_search_without_result_says_so(client: Client) -> None:
    """Where nothing is left, the page says what to do."""
    text = client.get("/events?text=%3Cscript%3E+nothing").text

    assert "No event for this choice" in text
    assert "<script" not in text


def test_an_empty_ledger_says_so(client_of: Callable[[Project], Client], empty: Project) -> None:
    """A new project shows how to begin, not an error."""
    assert "The ledger holds no events yet" in client_of(empty).get("/events").text


def test_long_lists_come_in_pages(client_of: Callable[[Project], Client], empty: Project) -> None:
    """A page leads to the next and the one before, with the choices kept."""
    for year in range(1950, 1951 + PAGE):
        source = factories.document(f"Serbia and China trained in {year}.")
        told = claim(source, "exercise", {"participant": ["SRB", "CHN"]}, when=str(year))
        add(empty, source, [told])
    client = client_of(empty)

    first, second = client.get("/events?actor=SRB"), client.get("/events?actor=SRB&page=2")

    assert 'href="/events?actor=SRB&amp;page=2" rel="next"' in first.text
    assert 'href="/events?actor=SRB" rel="prev"' in second.text
    assert f"{PAGE + 1}–{PAGE + 1} of {PAGE + 1} events" in second.text
    assert client.get("/events?actor=SRB&page=3").status_code == 404


def test_an_event_shows_its_claims_with_their_sources(client: Client, case: Case) -> None:
    """Every claim stands with its quote, publisher, title, date, grade and what a grade means."""
    text = client.get(_page(case, "first")).text

    assert "“Serbia and China will hold the exercise Peace Guardian”" in text
    assert f'href="/documents/{case.wire.id}#quote-{case.first.id}-1"' in text
    assert "Armies to train" in text
    assert "After the drill" in text
    assert "15 July 2025" in text
    assert "Grade B: usually reliable (Long record)." in text
    assert "Grade F: reliability cannot be judged (not graded yet)." in text
    assert "2 independent sources" in text


def test_an_event_shows_both_sides_of_a_conflict(client: Client, case: Case) -> None:
    """The value shown and the other stand side by side, each with the claim that states it."""
    text = client.get(_page(case, "first")).text

    shown, other = text.index("19 July 2025</bdi>", text.index("Where the sources differ")), 0
    other = text.index("21 July 2025</bdi>", shown)
    assert "Also said" in text[shown:other]
    assert f'href="#claim-{case.first.id}"' in text
    assert f'href="#claim-{case.second.id}"' in text


def test_hostile_text_of_an_event_is_escaped(client: Client, case: Case) -> None:
    """What a source says is shown letter by letter and never becomes a part of the page."""
    text = client.get(_page(case, "radars")).text

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<script" not in text
    assert "<b>radars" not in text
    assert "<i>Pravda" not in text
    assert HOSTILE_TITLE not in text
    assert "<b>test</b>" not in text
    assert 'class="strong">synthetic' in text


def test_words_of_a_coder_are_flagged(client_of: Callable[[Project], Client], case: Case) -> None:
    """A quote from a coded sheet says that it is not the source that speaks."""
    source = factories.document("A visit.", kind=DocumentKind.CODED)
    told = claim(source, "visit", {"visitor": ["SRB"], "host": ["USA"]}, when="2025")
    add(case.project, source, [told])

    text = client_of(case.project).get(f"/events/{derived_id('event', told.id)}").text

    assert "coded by hand: the words are the coder&#39;s, the source was not captured" in text


def test_decisions_on_a_claim_are_shown(client: Client, case: Case) -> None:
    """What a person decided stands with the claim, with name, day and reason."""
    judge(case.project, Verdict.ACCEPT, case.radars)

    assert "Accepted by Ana" in client.get(_page(case, "radars")).text


def test_old_addresses_lead_on(client: Client, case: Case) -> None:
    """The id that an event had before another joined it leads to where it is now."""
    page = _page(case, "first")
    ids = [derived_id("event", one.id) for one in (case.first, case.second)]
    (old,) = [f"/events/{one}" for one in ids if f"/events/{one}" != page]

    answer = client.get(old)

    assert (answer.status_code, answer.headers["location"]) == (307, page)


def test_claims_have_addresses_that_stay(client: Client, case: Case) -> None:
    """The address of a claim leads to its place in the event that it tells."""
    answer = client.get(f"/claims/{case.second.id}")

    assert answer.headers["location"] == f"{_page(case, 'second')}#claim-{case.second.id}"


@pytest.mark.parametrize(
    "path", ["/events/none", "/claims/none", "/events/%2e%2e%2fx", "/events/%00"]
)
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    """An id that the ledger does not hold gets a plain page."""
    answer = client.get(path)

    assert answer.status_code == 404
    assert "Not found" in answer.text


@pytest.mark.parametrize("query", ["type=%3Cscript%3E", "actor=%3Cb%3E", "page=x"])
def test_a_wrong_address_is_told(client: Client, query: str) -> None:
    """A value that does not exist is told back, escaped."""
    answer = client.get(f"/events?{query}")

    assert answer.status_code == 400
    assert "expected" in answer.text
    assert "<script" not in answer.text
    assert "<b>" not in answer.text
