import re
from dataclasses import replace

import pytest
from lxml import html as markup

from quietsignal.brief.model import (
    Chart,
    Evidence,
    Figure,
    Section,
    SectionKind,
    Sentence,
    Table,
)
from quietsignal.brief.render.html import _css, render_html

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'"


def _page(brief):
    return markup.document_fromstring(render_html(brief))


@pytest.fixture
def hostile(shelf):
    """A brief every text of which tries to break out of the page."""
    document = shelf.document(
        f"They train {HOSTILE}.",
        title=HOSTILE,
        publisher=HOSTILE,
        address="javascript:alert(1)",
        language='en" onload="alert(3)',
    )
    evidence = Evidence(
        (shelf.event(shelf.claim(document, name=HOSTILE)),),
        figures=(Figure(HOSTILE, HOSTILE, ({HOSTILE: HOSTILE},), HOSTILE, HOSTILE),),
    )
    svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(4)"><script>x</script></svg>'
    section = Section(
        HOSTILE,
        HOSTILE,
        (Sentence(HOSTILE, evidence),),
        (Sentence(HOSTILE, evidence),),
        (Table(HOSTILE, (HOSTILE,), ((HOSTILE,),), evidence),),
        (Chart(HOSTILE, svg, HOSTILE, HOSTILE, (HOSTILE,), ((HOSTILE,),), evidence),),
    )
    return shelf.cited(section, title=HOSTILE, subtitle=HOSTILE, marking=HOSTILE, version=HOSTILE)


def test_text_of_documents_is_escaped(hostile) -> None:
    """No text becomes an element or an attribute, wherever it stands."""
    page = _page(hostile)

    assert page.xpath("//script | //img") == []
    assert [name for element in page.iter() for name in element.attrib if name[:2] == "on"] == []
    assert page.xpath("string(//blockquote)") == f"“They train {HOSTILE}.”"


def test_address_that_runs_is_no_link(hostile) -> None:
    """Only http and https become links; other addresses stand as text."""
    page = _page(hostile)

    assert all(link.get("href").startswith("#") for link in page.xpath("//a"))
    assert page.xpath("string(//*[@id='sources']//*[@class='address'])") == "javascript:alert(1)"


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://news.example/a?b=c&d=e", True),
        ("HTTP://news.example/", True),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("//news.example/", False),
        ("file:///etc/passwd", False),
        ("https://[broken", False),
        ("", False),
    ],
)
def test_address_is_linked_where_it_is_of_the_web(shelf, address, linked) -> None:
    """A link leaves no trace of the page that it was on."""
    event = shelf.event(shelf.claim(shelf.document("T.", address=address)))
    page = _page(shelf.brief_of(("They train.", Evidence((event,)))))
    links = page.xpath("//*[@class='address']/a")

    assert bool(links) is linked
    assert all(link.get("rel") == "noreferrer" for link in links)


@pytest.fixture
def page(shelf, coverage, figure):
    """The page of a brief with every kind of part."""
    shelf.source("Xinhua", "C", reason="state agency")
    event, other = shelf.told("They train."), shelf.told("They trained.", name="Wolf")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>T</title></svg>'
    rows = (("China", "57 %", "big"), ("Russia", "unknown", "small"))
    sections = (
        Section(
            "findings",
            "Key findings",
            bullets=(Sentence("They train in 2025.", Evidence((event,))),),
            kind=SectionKind.FINDINGS,
        ),
        Section(
            "one",
            "What happened?",
            (
                Sentence("They train.", Evidence((event,))),
                Sentence("They did so.", Evidence((other,)), new_paragraph=True),
            ),
            tables=(Table("Shares", ("Who", "Share", "Size"), rows, Evidence(figures=(figure,))),),
            charts=(
                Chart("In time", svg, "Words", "Caption", ("A",), (("1",),), Evidence((event,))),
                Chart("Bare", svg, "Words", ""),
            ),
        ),
        Section(
            "gaps",
            "What is not known",
            bullets=(Sentence("No size is known.", Evidence(coverage=(coverage,))),),
            kind=SectionKind.UNKNOWNS,
        ),
    )
    return _page(shelf.cited(*sections, credits=("CHOICE",)))


def test_page_stands_alone(page) -> None:
    """Policy, language, viewport and style are in the page; no script, nothing loaded."""
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")

    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    assert page.get("lang") == "en"
    assert page.xpath("//script | //link | //iframe | //img") == []
    assert "@import" not in page.xpath("string(//style)")


def test_front_says_what_it_is(page) -> None:
    """Title, day, marking and version come first."""
    front = page.xpath("string(//header)")

    for words in ("Serbia and China", "As of 20 July 2025", "TLP:CLEAR", "Quiet Signal 0.1.0"):
        assert words in front


def test_every_sentence_opens_its_note(page) -> None:
    """A mark has a button for the card and a link for print; both lead somewhere."""
    ids = set(page.xpath("//@id"))
    sentences = page.xpath("//*[@class='sentence']")

    assert len(sentences) == 6
    for sentence in sentences:
        assert sentence.xpath("string(.//button/@popovertarget)") in ids
        assert sentence.xpath("string(.//a/@href)").removeprefix("#") in ids


def test_ids_are_unique_and_links_resolve(page) -> None:
    """Every link on the page leads to a place on it."""
    ids = page.xpath("//@id")
    inner = [href[1:] for href in page.xpath("//a/@href") if href.startswith("#")]
    labels = " ".join(page.xpath("//@aria-labelledby")).split()

    assert len(ids) == len(set(ids))
    assert set(inner + labels) <= set(ids)


def test_note_leads_back_to_its_sentences(page) -> None:
    """A note that several sentences share leads back to each."""
    back = page.xpath("//li[@id='note-1']//*[@class='returns']/a/@href")

    assert back == ["#at-findings-bullets-1", "#at-one-sentences-1", "#at-one-charts-1"]


def test_paragraphs_follow_the_sentences(page) -> None:
    """A sentence that opens a paragraph does."""
    assert len(page.xpath("//section[@id='part-one']/p")) == 2


def test_headings_are_in_order(page) -> None:
    """One title, then headings of the second level only."""
    levels = [element.tag for element in page.iter("h1", "h2", "h3", "h4")]

    assert levels[0] == "h1"
    assert set(levels[1:]) == {"h2"}


def test_kinds_of_sections_are_told_apart(page) -> None:
    """Findings and what is not known have their own look."""
    assert page.xpath("//section[@class='part findings']/@id") == ["part-findings"]
    assert page.xpath("//section[@class='part unknowns']/@id") == ["part-gaps"]


def test_columns_of_numbers_are_set_right(page) -> None:
    """A column of numbers or unknowns is set to the right, words are not."""
    cells = page.xpath("//figure[@class='table']//thead//th/@class")

    assert cells == ["num"]
    assert page.xpath("count(//figure[@class='table']//td[@class='num'])") == 2


def test_chart_is_inline_with_words_and_numbers(page) -> None:
    """A chart stands in the page and can be read as text."""
    figures = page.xpath("//figure[@class='chart']")

    assert figures[0].xpath(".//*[local-name()='svg']/@aria-labelledby") == [
        "at-one-charts-1-title"
    ]
    assert "The chart in words and numbers" in figures[0].text_content()
    assert "and numbers" not in figures[1].text_content()


def test_source_has_grade_reason_and_notes(page) -> None:
    """The list of sources shows the grade with its meaning and where it is cited."""
    source = page.xpath("//li[@id='source-1']")[0]

    assert source.xpath("string(.//abbr/@title)") == "Grade C: fairly reliable"
    assert "fairly reliable; state agency" in source.text_content()
    assert source.xpath(".//a[starts-with(@href, '#note-')]/@href") == ["#note-1"]


def test_credits_stand_last(page) -> None:
    """Credits given and those of figures are listed."""
    assert page.xpath("//section[@id='credits']//li/text()") == [
        "CHOICE",
        "SIPRI Arms Transfers Database",
    ]


def test_long_working_is_cut_in_the_card_only(shelf) -> None:
    """The card shows the first rows and says how many more there are; the note shows all."""
    rows = tuple({"year": str(2000 + at)} for at in range(20))
    page = _page(shelf.brief_of(("In 2001.", Evidence(figures=(Figure("m", "t", rows),)))))

    assert page.xpath("count(//li[@id='note-1']//tbody/tr)") == 20
    assert page.xpath("count(//div[@id='card-1']//tbody/tr)") == 12
    assert "and 8 more rows" in page.xpath("string(//div[@id='card-1'])")


def test_claims_left_out_are_listed_in_the_note(shelf) -> None:
    """What does not fit into the card stands in full in the list of notes."""
    events = tuple(shelf.told(f"Event {name}.") for name in "abcdefgh")
    page = _page(shelf.brief_of(("They train.", Evidence(events))))

    assert "and 2 more claims in the ledger" in page.xpath("string(//div[@id='card-1'])")
    assert page.xpath("count(//li[@id='note-1']//details//tbody/tr)") == 2


@pytest.mark.parametrize(
    ("marking", "printed"), [("TLP:AMBER+STRICT", True), ('x"; } * { color: red', False)]
)
def test_only_a_known_marking_is_printed_on_every_page(shelf, marking, printed) -> None:
    """The print style holds the marking only where it is a word of TLP 2.0."""
    brief = shelf.brief_of(("They train.", Evidence((shelf.told("T."),))))
    page = _page(replace(brief, marking=marking))

    assert (marking in page.xpath("string(//style)")) is printed
    assert marking in page.xpath("string(//header)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast(scheme) -> None:
    """Each ink has a contrast of 4.5 to 1 on each ground it stands on (WCAG 2.2, 1.4.3)."""
    colours = _colours(str(_css()), scheme)
    grounds = ("page", "card", "wash", "mark")
    for ink in ("ink", "soft", "accent", "good", "fair", "poor"):
        for ground in grounds if ink in ("ink", "accent") else grounds[:3]:
            assert _contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def _colours(css: str, scheme: str) -> dict[str, str]:
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", blocks[0 if scheme == "light" else 1]))


def _contrast(one: str, other: str) -> float:
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_number_and_percent_sign_stay_together(shelf, figure) -> None:
    """A line does not end between a number and its sign."""
    page = _page(shelf.brief_of(("China has 57 % of it.", Evidence(figures=(figure,)))))

    assert "57\u00a0% of" in page.xpath("string(//*[@class='sentence'])")
