"""The page in a browser: a note opens, nothing runs or loads, and it fits a phone."""

from datetime import date

import pytest

from quietsignal.brief.charts import balance_chart
from quietsignal.brief.model import Evidence, Section, SectionKind, Sentence, Table
from quietsignal.brief.render import render

pytestmark = pytest.mark.browser

LIGHT, DARK, PHONE = (
    {"color_scheme": "light", "viewport": {"width": 1280, "height": 800}},
    {"color_scheme": "dark", "viewport": {"width": 1280, "height": 800}},
    {"color_scheme": "light", "viewport": {"width": 375, "height": 700}},
)


@pytest.fixture
def address(shelf, coverage, figure, tmp_path):
    """The file address of a brief with text, a wide table, a chart and a long word."""
    event = shelf.told("Special forces will train in Hebei.", name="Peace Defenders-2025")
    shares = [
        {"year": year, "group": "china", "group_name": "China", "events": 2, "share": 0.5,
         "lower": 0.2, "upper": 0.8, "reason": None}
        for year in range(2005, 2026)
    ]  # fmt: skip
    evidence = Evidence((event,), coverage=(coverage,), figures=(figure,))
    text = "No exercise of Serbia and China came before Peace Defenders-2025."
    head = tuple(f"A column of some width, number {at}" for at in range(8))
    long = shelf.told("x" * 300)
    sections = (
        Section(
            "findings",
            "Key findings",
            bullets=(Sentence(text, evidence),),
            kind=SectionKind.FINDINGS,
        ),
        Section(
            "one",
            "What happened?",
            tuple(Sentence(f"They train {word}.", Evidence((long,))) for word in "abcdefgh" * 9),
            tables=(Table("Shares", head, (head,), evidence),),
            charts=(balance_chart(shares, title="It grew", evidence=evidence),),
        ),
    )
    path = tmp_path / "brief.html"
    brief = shelf.cited(*sections, as_of=date(2025, 7, 20))
    path.write_text(render(brief, ".html"), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def visit(browser, address):
    """Opens the page with a screen; whatever it logs or asks for from elsewhere is a failure."""
    contexts, troubles = [], []

    def opened(screen):
        context = browser.new_context(**screen)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url == address else troubles.append(request.url),
        )
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []


def _within_screen(page, selector: str) -> bool:
    box, size = page.locator(selector).bounding_box(), page.viewport_size
    return (
        box["x"] >= 0
        and box["y"] >= 0
        and box["x"] + box["width"] <= size["width"]
        and box["y"] + box["height"] <= size["height"]
    )


@pytest.mark.parametrize("screen", [LIGHT, DARK, PHONE], ids=["light", "dark", "phone"])
def test_note_opens_in_place(visit, screen) -> None:
    """A click on the mark shows the quote with its source; Escape closes it again."""
    page = visit(screen)
    card = page.locator("#card-1")
    assert not card.is_visible()

    page.locator("#at-findings-bullets-1 button").click()

    assert card.locator("blockquote").inner_text() == "“Special forces will train in Hebei.”"
    assert "Xinhua" in card.inner_text()
    assert _within_screen(page, "#card-1")
    assert _apart(page, "#at-findings-bullets-1 button", "#card-1")
    page.keyboard.press("Escape")
    assert not card.is_visible()


def _apart(page, one: str, other: str) -> bool:
    """Whether the card leaves the mark in sight that opened it."""
    first, second = (page.locator(selector).bounding_box() for selector in (one, other))
    below = first["y"] + first["height"] <= second["y"]
    return below or second["y"] + second["height"] <= first["y"]


def test_note_opens_by_keyboard_and_leads_on(visit) -> None:
    """The mark is a button; the card's link leads to the note at the end, and that one back."""
    page = visit(LIGHT)
    page.locator("#at-findings-bullets-1 button").focus()
    page.keyboard.press("Enter")
    page.locator("#card-1 .top a").click()

    assert page.url.endswith("#note-1")
    page.keyboard.press("Escape")
    page.locator("#note-1 .returns a").first.click()
    assert page.url.endswith("#at-findings-bullets-1")


def test_card_near_the_foot_of_the_screen_turns_up(visit) -> None:
    """The last mark in sight opens its card where there is room."""
    page = visit(LIGHT)
    mark = page.locator("#at-one-sentences-60 button")
    mark.evaluate("mark => mark.scrollIntoView({block: 'end', behavior: 'instant'})")
    mark.click()

    assert _within_screen(page, "#card-2")


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_page_does_not_scroll_sideways(visit, width) -> None:
    """Wide tables and charts scroll in their own frame, long words break."""
    page = visit({**PHONE, "viewport": {"width": width, "height": 700}})

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_dark_page_is_light_on_dark(visit) -> None:
    """Text and chart follow the reader's scheme."""
    page = visit(DARK)
    ink, ground, label = page.evaluate(
        """() => [getComputedStyle(document.body).color,
                  getComputedStyle(document.body).backgroundColor,
                  getComputedStyle(document.querySelector('.plot svg text')).fill]"""
    )

    assert _lightness(ink) > 200
    assert _lightness(ground) < 50
    assert label in (ink, "rgb(0, 114, 178)")


def _lightness(colour: str) -> float:
    return sum(float(part) for part in colour.strip("rgba()").split(",")[:3]) / 3


def test_print_shows_notes_and_no_cards(visit) -> None:
    """On paper the marks are plain numbers, and the notes stand at the end."""
    page = visit(DARK)
    page.emulate_media(media="print")

    assert page.locator("#at-findings-bullets-1 .mark a").is_visible()
    assert not page.locator("#at-findings-bullets-1 .mark button").is_visible()
    assert not page.locator("#contents").is_visible()
    assert page.locator("#note-1 blockquote").is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_contents_stay_in_sight(visit) -> None:
    """On a wide screen the contents go along."""
    page = visit(LIGHT)
    page.evaluate("window.scrollTo({top: 900, behavior: 'instant'})")

    assert _within_screen(page, "#contents")
