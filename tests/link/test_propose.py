import time

import pytest

from factories import claim, document
from link.pairs import EXERCISE, JOINED, PAIR, SALE, exercise, sale, score, tell
from quietsignal.link import FLOOR, propose
from quietsignal.records import DocumentKind

USA = {"participant": ["USA", "SRB"]}
WOLF19 = {"participant": ["USA", "SRB", "BIH", "BGR", "HUN", "ITA", "MKD", "ROU", "SVN", "GBR"]}
SLAVIC = {"participant": ["RUS", "SRB"]}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            exercise("Platinum Wolf 25", "2025-06", roles=USA),
            exercise("Platinum Wolf 2025", "2025-06-09/2025-06-20", roles=USA),
        ),
        (
            exercise("Platinum Wolf 19", "2019-06-03/2019-06-19", roles=WOLF19),
            exercise("Platinum Wolf 2019", "2019-06", roles=USA),
        ),
        (
            exercise("Peace Guardian-2025", "2025-07-19/2025-07-28", place="Hebei"),
            exercise("Peace Defenders-2025", "2025-07-21/2025-07-31", place="Hebei province"),
        ),
        (
            exercise("Peace Guardian 2025", "2025-07-19/2025-07-28", place="Hebei"),
            exercise("Peace Keeper-2025", "2025-07", status="announced", place="Hebei"),
        ),
        (
            exercise("“Slavic Shield‑2019”", "2019-10-23/2019-10-29", roles=SLAVIC),
            exercise("Slavic Shield 2019", "2019-10", roles=SLAVIC),
        ),
        (
            exercise(None, "2019-11-28", details={"domain": "police"}, place="Smederevo"),
            exercise(None, "2019-11", details={"domain": "police"}, place="Smederevo steel mill"),
        ),
        (sale("FK-3", "2022-04-09"), sale("HQ-22 air defence system", "2022")),
        (sale("FK-3 (HQ-22)", "2019", status="announced"), sale("FK-3", "2022-04-09")),
        (sale("CH-92A armed drones", "2020-07-04", quantity=6), sale("CH-92", "2020", quantity=9)),
        (sale("CH-92A", "2020"), sale("Rainbow 92 drones", "2020-07")),
        (sale("HQ-17AE air defence systems", "2024-06"), sale("HQ-17", "2024")),
        (
            tell("coproduction", {"partner": PAIR}, item="Pegaz drone", when="../2023-04-30"),
            tell("coproduction", {"partner": PAIR}, item="Pegasus", when="2022"),
        ),
        (
            tell("economic_deal", {"party": PAIR}, name="Free Trade Agreement", when="2023-10-17"),
            tell("economic_deal", {"party": PAIR}, name="FTA", when="2024-07-01", status="in_force"),
        ),
        (
            tell("visit", {"visitor": ["CHN"], "host": ["SRB"]}, when="2016-06-17/2016-06-19",
                 place="Belgrade"),
            tell("visit", {"visitor": ["CHN"], "host": ["SRB"]}, when="2016-06-18", place="Belgrade"),
        ),
        (
            tell("membership", {"actor": ["SRB"], "organisation": ["NATO"]},
                 details={"relation": "refrain"}, when="../2015"),
            tell("membership", {"actor": ["SRB"], "organisation": ["NATO"]},
                 details={"relation": "refrain"}, when="../2025-07-18"),
        ),
    ],
)  # fmt: skip
def test_two_tellings_of_one_event_are_joined(left, right) -> None:
    """Names with other years and hyphens, other names of one item, order and delivery."""
    assert score(left, right) >= JOINED


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            exercise("Platinum Wolf 2019", "2019", roles=USA),
            exercise("Platinum Wolf 2021", "2021", roles=USA),
        ),
        (
            exercise("Platinum Wolf", "2019-06", roles=USA),
            exercise("Platinum Wolf", "2020-06", roles=USA),
        ),
        (
            exercise("Slavic Brotherhood 2019", "2019-06-14/2019-06-27", roles=SLAVIC),
            exercise("Slavic Shield 2019", "2019", roles=SLAVIC),
        ),
        (exercise("Peace Guardian", "2025-07"), exercise("Golden Wing", "2025-07")),
        (
            exercise(None, "2019-11-28", details={"domain": "police"}),
            exercise(None, "2019-11-28", details={"domain": "military"}),
        ),
        (exercise(None, "2024"), exercise(None, "2024")),
        (sale("FK-3", "2022"), sale("HQ-17AE", "2022")),
        (sale("CH-92A drones", "2020"), sale("CH-95 drones", "2020")),
        (sale("FK-3 missile systems", "2022"), sale("FK-3 missiles", "2022")),
        (sale("missiles for CH-92A drones", "2020"), sale("CH-92A drones", "2020")),
        (sale("FK-3", "2012", status="announced"), sale("FK-3", "2022")),
        (sale("Mi-35M", "2019"), sale("Mi-35M", "2021", status="announced")),
        (
            sale("Mi-35M", "2019", stages={"ordered": "2018"}),
            sale("Mi-35M", "2019", stages={"ordered": "2021"}),
        ),
        (
            tell("transfer", {"supplier": ["RUS"], "recipient": ["SRB"]}, item="MiG-29", when="2017"),
            tell("transfer", {"supplier": ["SRB"], "recipient": ["RUS"]}, item="MiG-29", when="2017"),
        ),
        (
            tell("membership", {"actor": ["SRB"], "organisation": ["EU"]},
                 details={"relation": "candidate"}, when="2012"),
            tell("membership", {"actor": ["SRB"], "organisation": ["EU"]},
                 details={"relation": "refrain"}, when="2012"),
        ),
        (
            tell("visit", {"visitor": ["CHN"], "host": ["SRB"]}, when="2016-06-17"),
            tell("visit", {"visitor": ["CHN"], "host": ["SRB"]}, when="2024-05-07"),
        ),
    ],
)  # fmt: skip
def test_two_events_stay_apart(left, right) -> None:
    """Years, items, domains, directions and orders apart are not joined, and at most proposed."""
    assert score(left, right) < JOINED


def test_an_announcement_and_the_report_are_one() -> None:
    """What was announced for late July and held from the 19th is one exercise."""
    before = exercise(
        "Peace Guardian-2025",
        "2025-07-21/2025-07-31",
        status="announced",
        source={"published": "2025-07-14"},
    )
    after = exercise(
        "Peace Guardian-2025", "2025-07-19/2025-07-28", source={"published": "2025-07-29"}
    )
    assert score(before, after) >= JOINED


def test_a_person_is_asked_where_it_is_not_certain() -> None:
    """Two unnamed exercises of one month are proposed below the threshold."""
    told = ("Police of both states drilled at a steel mill.", "An exercise took place in autumn.")
    first, second = (document(text) for text in told)
    claims = [claim(one, *EXERCISE, when="2019-11") for one in (first, second)]
    found = score((first, claims[0]), (second, claims[1]))
    assert FLOOR <= found < JOINED


def register(edition: str, item: str, **fields):
    source = {"kind": DocumentKind.DATASET, "edition": edition, "publisher": "SIPRI"}
    return sale(item, "2020", source=source, stages={"ordered": "2019"}, **fields)


def test_editions_of_one_register_are_one_deal() -> None:
    """The same deal in two editions is one, though one of them calls it aid and counts anew."""
    one, two = (
        register("2024", "CH-92A", quantity=9),
        register("2025", "CH-92 armed UAV", quantity=6),
    )
    assert score(one, two) >= JOINED
    gift = tell(
        "aid",
        {"donor": ["CHN"], "recipient": ["SRB"]},
        item="CH-92",
        when="2020",
        quantity=6,
        source={"kind": DocumentKind.DATASET, "edition": "2026", "publisher": "SIPRI"},
    )
    assert score(two, gift) >= JOINED


def test_rows_of_one_edition_are_not_proposed() -> None:
    """Whoever made the edition has told them apart."""
    assert score(register("2024", "CH-92A"), register("2024", "CH-92A", quantity=3)) == 0.0


def test_claims_of_one_document_are_not_proposed() -> None:
    """A document makes one claim an event."""
    source = document("One text.")
    told = [claim(source, *SALE, item="FK-3", when=when) for when in ("2022", "2022-04")]
    assert propose(told, {source.id: source}) == ()


def test_proposals_have_one_form_in_any_order() -> None:
    """The smaller id is on the left, the best comes first, and the order of input is nothing."""
    told = [
        exercise("Platinum Wolf 25", "2025-06", roles=USA),
        exercise("Platinum Wolf 2025", "2025-06-09", roles=USA),
        sale("FK-3", "2022-04-09"),
        sale("HQ-22", "2022"),
    ]
    documents = {source.id: source for source, _ in told}
    claims = [one for _, one in told]
    found = propose(claims, documents)
    assert found == propose(claims[::-1], documents)
    assert len(found) == 2
    assert all(one.left < one.right and one.reasons for one in found)
    assert found[0].score >= found[1].score
    assert any("the same name" in reason for reason in found[0].reasons + found[1].reasons)


def test_many_actors_meet_by_name() -> None:
    """Claims with long lists of actors, or with one, are found by the name."""
    announced = exercise("Platinum Wolf 19", "2019-06", roles={"participant": ["SRB"]})
    held = exercise("Platinum Wolf 2019", "2019-06-03/2019-06-19", roles=WOLF19)
    assert score(announced, held) >= JOINED


def test_thousands_of_claims_take_seconds() -> None:
    """Blocks keep the comparisons far below all pairs."""
    names = ("Golden", "Silver", "Iron", "Copper", "Steel")
    told = [
        exercise(f"{names[n % 5]} Shield {n}", f"{2000 + n % 25}-{1 + n % 12:02}")
        for n in range(3000)
    ]
    start = time.process_time()
    propose([one for _, one in told], {source.id: source for source, _ in told})
    spent = time.process_time() - start
    assert spent < 20, f"found {spent:.1f} s of processor time"
