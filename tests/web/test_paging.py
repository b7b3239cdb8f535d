import pytest
from starlette.exceptions import HTTPException

from quietsignal.web.paging import PAGE, page_number, page_of


def test_a_page_says_what_it_shows() -> None:
    """A page knows its entries, and where they stand in the whole list."""
    page = page_of(range(PAGE + 3), 2)

    assert page.shown == (PAGE, PAGE + 1, PAGE + 2)
    assert (page.first, page.last, page.pages, page.total) == (PAGE + 1, PAGE + 3, 2, PAGE + 3)


def test_an_empty_list_has_one_page() -> None:
    """Where there is nothing to show, that is the first page."""
    assert page_of([], 1).pages == 1


@pytest.mark.parametrize("number", [0, 3, 999_999])
def test_pages_that_do_not_exist_are_not_found(number: int) -> None:
    """A page beyond the last says which there are."""
    with pytest.raises(HTTPException, match="expected one from 1 to 2") as raised:
        page_of(range(PAGE + 1), number)

    assert raised.value.status_code == 404


@pytest.mark.parametrize("text", ["x", "-1", "1.5", "²", "9999999"])
def test_what_is_no_number_is_refused(text: str) -> None:
    """A page that is no number is told back."""
    with pytest.raises(HTTPException, match="expected a number") as raised:
        page_number(text)

    assert raised.value.status_code == 400


def test_no_page_is_the_first() -> None:
    """An address without a page is that of the first."""
    assert (page_number(None), page_number(""), page_number("7")) == (1, 1, 7)
