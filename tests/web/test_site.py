from quietsignal.web.site import Site, stylesheet
from web.world import Case


def test_a_page_escapes_what_it_shows(case: Case) -> None:
    """Text that goes into a template comes out as text."""
    page = Site(case.project).page("problem.html", status=404, code=404, title="<x>", text="a & b")

    assert page.status_code == 404
    assert b"&lt;x&gt;" in page.body
    assert b"a &amp; b" in page.body
    assert b"A &lt;b&gt;test&lt;/b&gt; project" in page.body
    assert b"TLP:CLEAR" in page.body


def test_style_loads_nothing() -> None:
    """The style asks for no other file, here or elsewhere."""
    assert "url(" not in stylesheet()
    assert "@import" not in stylesheet()
    assert "prefers-color-scheme: dark" in stylesheet()
