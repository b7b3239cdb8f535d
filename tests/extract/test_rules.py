"""One clear sentence a type, and one that only looks like it."""

import pytest

CASES = [
    ("Japan and India will hold a joint naval exercise in October 2025.", "exercise", {"participant": {"JPN", "IND"}}, "announced", "2025-10"),
    ("Serbia bought six CH-92A drones from China in 2019.", "transfer", {"supplier": {"CHN"}, "recipient": {"SRB"}}, "done", "2019"),
    ("Russia delivered the first S-400 battery to Turkey in July 2019.", "transfer", {"supplier": {"RUS"}, "recipient": {"TUR"}}, "done", "2019-07"),
    ("Sweden has offered Gripen fighters to Colombia.", "transfer", {"supplier": {"SWE"}, "recipient": {"COL"}}, "offered", ""),
    ("Poland will donate 14 Leopard tanks to Ukraine.", "aid", {"donor": {"POL"}, "recipient": {"UKR"}}, "announced", ""),
    ("India and Russia jointly develop BrahMos missiles.", "coproduction", {"partner": {"IND", "RUS"}}, "done", ""),
    ("The United States will open a naval base in Greece.", "facility", {"host": {"GRC"}, "partner": {"USA"}}, "announced", ""),
    ("Serbia and Hungary signed a defence cooperation agreement on 4 March 2024.", "agreement", {"party": {"SRB", "HUN"}}, "done", "2024-03-04"),
    ("The French defence minister visited Armenia on 3 May 2024.", "visit", {"visitor": {"FRA"}, "host": {"ARM"}}, "done", "2024-05-03"),
    ("Germany will station a brigade of soldiers in Lithuania.", "deployment", {"contributor": {"DEU"}, "host": {"LTU"}}, "announced", ""),
    ("British instructors train Ukrainian soldiers.", "training", {"trainer": {"GBR"}, "trainee": {"UKR"}}, "ongoing", ""),
    ("The EU imposed sanctions on Belarus in June 2021.", "sanction", {"sender": {"EU"}, "target": {"BLR"}}, "done", "2021-06"),
    ("Finland joined NATO in April 2023.", "membership", {"actor": {"FIN"}, "organisation": {"NATO"}}, "done", "2023-04"),
    ("Austria declared its neutrality in 1955.", "policy", {"actor": {"AUT"}}, "done", "1955"),
    ("Russia condemned Norway for the decision.", "statement", {"actor": {"RUS"}, "target": {"NOR"}}, "done", ""),
    ("France suspended arms exports to Israel in 2024.", "suspension", {"actor": {"FRA"}, "target": {"ISR"}}, "done", "2024"),
    ("China and Peru signed a free trade agreement in 2009.", "economic_deal", {"party": {"CHN", "PER"}}, "done", "2009"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "roles", "status", "date"), CASES, ids=[c[1] for c in CASES]
)
def test_one_sentence_tells_one_event(claims, text, kind, roles, status, date) -> None:
    """A clear sentence gives one claim with its actors, status and date."""
    found = claims(text)
    assert [claim.type.value for claim in found] == [kind]
    told = {role: set(codes) for role, codes in found[0].roles}
    assert {role: told.get(role) for role in roles} == roles
    assert (found[0].status.value, found[0].date.to_edtf()) == (status, date)


@pytest.mark.parametrize(
    "text",
    [
        "Doctors in Germany and France say that physical exercise helps the heart.",
        "Germany asked Poland to exercise restraint.",
        "Pupils in Japan and Chile took part in a fire drill at their school.",
        "Visit our website for news on France and Italy.",
        "France and Spain ordered vaccines from Germany.",
        "The Serbian club signed a player from Brazil.",
        "Brazil and Peru met in the football league.",
        "Turkey has room to maneuver between Russia and Ukraine.",
    ],
)
def test_other_news_tells_nothing(claims, text: str) -> None:
    """Words of fitness, school, trade and sport are no events of defence."""
    assert claims(text) == ()


def test_an_event_told_twice_is_one_claim(claims) -> None:
    """One claim an event a document, with all its quotes."""
    text = (
        "Japan and India will hold the exercise Calm Sea 2025 in October 2025. "
        "The army was told first.\n\nThe exercise Calm Sea 2025 is the third of its kind between Japan and India."
    )
    found = [claim for claim in claims(text) if claim.type.value == "exercise"]
    assert len(found) == 1
    assert len(found[0].quotes) == 2


def test_no_sanctions_are_a_sanction_declined(claims) -> None:
    """A state that has not imposed sanctions declines them."""
    (claim,) = claims("Serbia has not imposed sanctions on Russia.")
    assert claim.detail("action") == "decline"


def test_tariffs_have_rates_and_years(claims) -> None:
    """A provision holds what the duty is, what it becomes, and in how many years."""
    text = "Under the free trade agreement Peru will cut its duties on Chinese vehicles from 6 percent to zero within ten years."
    found = [claim for claim in claims(text) if claim.type.value == "trade_provision"]
    assert [dict(claim.details) for claim in found] == [
        {"rate_from": "6", "rate_to": "0", "years_max": "10"}
    ]


def test_fiction_tells_nothing(claims) -> None:
    """A text that calls itself a chapter of a story is no source."""
    assert claims("Chapter 2: The Fleet\n\nRussia sold missiles to China in 2019.") == ()
    assert claims("Fleet news\n\nRussia sold missiles to China in 2019.") != ()
