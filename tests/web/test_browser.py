from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from web.world import Case, served

PHONE, DESK = {"width": 375, "height": 740}, {"width": 1280, "height": 900}
MEASURE = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"


@contextmanager
def _page(browser: Browser, size: dict[str, int]) -> Iterator[tuple[Page, list[str]]]:
    """A page of its own, and what its console and its errors say."""
    with browser.new_context(viewport=size) as context:
        page, said = context.new_page(), []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        yield page, said


@pytest.mark.browser
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_from_the_list_to_the_quote(browser: Browser, case: Case, size: dict[str, int]) -> None:
    """One walks from the list to the event to the quote in its document, on a phone as well."""
    with served(case.project) as (address, _), _page(browser, size) as (page, said):
        page.goto(address)
        _fits(page)
        page.get_by_role("link", name="Peace Guardian").click()
        _fits(page)
        page.get_by_role("link", name="Armies to train").click()
        _fits(page)

        assert page.url.endswith(f"/documents/{case.wire.id}#quote-{case.first.id}-1")
        expect(page.locator("mark").first).to_be_in_viewport()
        page.get_by_role("link", name="Quote of claim 1").first.click()
        expect(page.locator("#claim-1")).to_be_in_viewport()

    assert said == []


@pytest.mark.browser
def test_facets_can_be_reached(browser: Browser, case: Case) -> None:
    """Where there is room the choices stand open; on a phone they open by the keyboard."""
    with served(case.project) as (address, _):
        with _page(browser, DESK) as (page, _):
            page.goto(address)
            page.get_by_role("link", name="China 2 events").click()
            expect(page.get_by_role("link", name="Remove actor")).to_be_visible()
        with _page(browser, PHONE) as (page, _):
            page.goto(address)
            expect(page.get_by_role("link", name="China 2 events")).to_be_hidden()
            page.get_by_text("Narrow by").press("Enter")
            page.get_by_role("link", name="France 1 events").click()
            expect(page.locator(".events > li")).to_have_count(1)


@pytest.mark.browser
def test_hostile_text_does_nothing(browser: Browser, case: Case) -> None:
    """A document that tries to run something is shown, and runs nothing."""
    with served(case.project) as (address, _), _page(browser, DESK) as (page, said):
        opened: list[str] = []
        page.on("dialog", lambda dialog: opened.append(dialog.message))
        page.goto(f"{address}documents/{case.hostile.id}")

        expect(page.locator(".body")).to_contain_text("<script>alert(1)</script>")

    assert (opened, said) == ([], [])


@pytest.mark.browser
def test_the_keyboard_skips_to_the_content(browser: Browser, case: Case) -> None:
    """The first stop of the keyboard leads past the navigation."""
    with served(case.project) as (address, _), _page(browser, DESK) as (page, _):
        page.goto(address)
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
        page.keyboard.press("Enter")

        expect(page.locator("main")).to_be_focused()


def _fits(page: Page) -> None:
    """No sideways scrolling."""
    needed, given = page.evaluate(MEASURE)
    assert needed <= given, f"{page.url}: found {needed} px, expected at most {given}"
