import re
from collections.abc import Callable

import pytest

import factories
from quietsignal.project import Project
from quietsignal.records import DocumentKind, QuoteState, Verdict
from web.world import HOSTILE_TITLE, WIRE, Case, Client, add, claim, judge, quote


def _body(page: str) -> str:
    found = re.search(r'<div class="body"[^>]*>(.*?)</div>', page, re.DOTALL)
    assert found is not None
    return found.group(1)


def test_list_names_documents(client: Client, case: Case) -> None:
    """The list has each document with its publisher, date, grade and number of claims."""
    text = client.get("/documents").text

    assert "1–3 of 3 documents" in text
    assert f'href="/documents/{case.wire.id}"' in text
    assert "2 claims" in text
    assert HOSTILE_TITLE not in text


def test_an_empty_ledger_says_so(client_of: Callable[[Project], Client], empty: Project) -> None:
    """A new project shows how to begin, not an error."""
    assert "The ledger holds no documents yet" in client_of(empty).get("/documents").text


def test_quotes_are_marked_in_the_text(client: Client, case: Case) -> None:
    """Quotes are marked where they stand, overlaps twice, each with its anchor and its number."""
    body = _body(client.get(f"/documents/{case.wire.id}").text)

    shared = '<mark class="more">exercise Peace Guardian</mark>'
    assert shared in body
    assert f'id="quote-{case.first.id}-1"' in body
    assert f'id="quote-{case.first.id}-2"' in body
    assert "<mark>Vučić visited Beijing</mark>" in body
    assert body.count('class="ref"') == 3


def test_text_is_shown_letter_by_letter(client: Client, case: Case) -> None:
    """Without the marks the page has the text, no letter more or less."""
    body = _body(client.get(f"/documents/{case.wire.id}").text)

    assert re.sub(r'<a class="ref".*?</a>|<[^>]+>', "", body) == WIRE


def test_hostile_text_is_escaped(client: Client, case: Case) -> None:
    """Text, title, publisher and warnings never become a part of the page."""
    text = client.get(f"/documents/{case.hostile.id}").text

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "the date &lt;u&gt;is a guess&lt;/u&gt;" in text
    assert "<script" not in text
    assert "<img" not in text
    assert "<i>Pravda" not in text
    assert "synthetic" in text


def test_only_web_addresses_are_links(client: Client, case: Case) -> None:
    """An address that a browser would run is shown as text; a real one gives nothing away."""
    hostile = client.get(f"/documents/{case.hostile.id}").text
    harmless = client.get(f"/documents/{case.wire.id}").text

    assert "javascript:alert(3)" in hostile
    assert 'href="javascript' not in hostile
    assert '<a href="https://example.org/a" rel="noreferrer noopener">' in harmless


def test_claims_lead_to_their_events(client: Client, case: Case) -> None:
    """Each claim of a document leads to its event, and a rejected one says that it has none."""
    judge(case.project, Verdict.REJECT, case.visit)

    text = client.get(f"/documents/{case.wire.id}").text

    assert re.search(rf'href="/events/[0-9a-f-]+#claim-{case.first.id}"', text)
    assert "Visit or meeting: rejected, part of no event" in text


def test_quotes_that_are_not_in_the_text_are_not_marked(
    client_of: Callable[[Project], Client], empty: Project
) -> None:
    """A quote that was not found stands apart, with a warning, and marks nothing."""
    source = factories.document("Serbia and France met.", kind=DocumentKind.CODED)
    lost = quote(source.text, "Serbia", QuoteState.UNVERIFIED)
    told = claim(
        source, "visit", {"visitor": ["SRB"], "host": ["FRA"]}, when="2025", quotes=(lost,)
    )
    add(empty, source, [told])

    text = client_of(empty).get(f"/documents/{source.id}").text

    assert "<mark" not in text
    assert "Not found in the text of the document: not to be cited." in text
    assert "The words kept" in text


@pytest.mark.parametrize("name", ["none", "%2e%2e", "'%20or%201=1"])
def test_what_is_not_there_is_not_found(client: Client, name: str) -> None:
    """An id that the ledger does not hold gets a plain page."""
    assert client.get(f"/documents/{name}").status_code == 404
