import dataclasses
import datetime as dt
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.evidence import MADE_AT, judge, propose, tell
from quietsignal.ledger import compute_events
from quietsignal.records import (
    UNKNOWN_DATE,
    DocumentKind,
    Grade,
    Source,
    Status,
    derived_id,
    parse_edtf,
)


def compute(*told, judgements=(), **fields):
    """The events of pairs of document and claim."""
    return compute_events(
        [claim for _, claim in told],
        judgements=judgements,
        documents={source.id: source for source, _ in told},
        **fields,
    )


def merged(*told, **fields):
    """The one event of claims that a person judged the same."""
    first = told[0][1]
    links = [judge("same", first, claim) for _, claim in told[1:]]
    (event,) = compute(*told, judgements=[*links, *fields.pop("judgements", ())], **fields)
    return event


def conflicts(event) -> dict[str, list[str]]:
    return {one.field: [value.value for value in one.values] for one in event.conflicts}


def test_a_claim_alone_is_an_event() -> None:
    """It shows what the claim says, under an id that is equal on every machine."""
    source, told = tell("One.", quantity=5.0, details={"domain": "military"}, place="Hebei")
    (event,) = compute((source, told))
    assert event.id == derived_id("event", told.id)
    assert (event.name, event.quantity, event.place) == (told.name, 5.0, "Hebei")
    assert (event.roles, event.date, event.details) == (told.roles, told.date, told.details)
    assert (event.claims, event.conflicts) == ((told,), ())
    assert (event.first_known, event.independent_sources) == (dt.date(2025, 7, 15), 1)


def test_the_id_is_of_the_smallest_claim() -> None:
    """An event of several claims is named for the smallest of their ids."""
    told = [tell(text) for text in ("One.", "Two.", "Three.")]
    event = merged(*told)
    assert event.id == derived_id("event", min(claim.id for _, claim in told))


def test_differing_values_are_all_kept() -> None:
    """Names, items, quantities, dates and places that differ are listed with their claims."""
    one = tell("One.", quantity=6.0, place="Hebei", item="CH-92A", name="Peace Guardian")
    two = tell(
        "Two.", quantity=9.0, place="Beijing", item="CH-95", name="Peace Defenders", when="2024",
        source={"publisher": "Other"},
    )  # fmt: skip
    event = merged(one, two, sources={"Other": Source("Other", "agency", Grade.A)})
    assert conflicts(event) == {
        "date": ["2024", "2025-07-19/2025-07-28"],
        "item": ["CH-95", "CH-92A"],
        "name": ["Peace Defenders", "Peace Guardian"],
        "place": ["Beijing", "Hebei"],
        "quantity": ["9", "6"],
    }
    assert event.conflicts[0].values[0].claims == (two[1].id,)
    assert event.claims == (two[1], one[1])


def test_a_rejected_claim_drops_out() -> None:
    """It tells no event, and joins no others."""
    a, b, c = (tell(text) for text in ("One.", "Two.", "Three."))
    made = [judge("same", a[1], b[1]), judge("same", b[1], c[1])]
    assert len(compute(a, b, c, judgements=made)) == 1
    found = compute(a, b, c, judgements=[*made, judge("reject", b[1], minute=1)])
    assert {event.claims for event in found} == {(a[1],), (c[1],)}
    again = [*made, judge("reject", b[1], minute=1), judge("accept", b[1], minute=2)]
    assert len(compute(a, b, c, judgements=again)) == 1


def test_a_correction_shows_and_the_claim_stays() -> None:
    """The event shows the corrected fields; its claim is as the document made it."""
    source, told = tell("One.", quantity=5.0)
    change = judge("correct", told, correction={"quantity": 6, "date": "2025-08"})
    (event,) = compute((source, told), judgements=[change])
    assert (event.quantity, event.date) == (6, parse_edtf("2025-08"))
    assert event.claims == (told,)


def test_a_corrected_field_wins_over_better_sources() -> None:
    """Only the corrected field; the others are weighed as before."""
    weak, good = (
        tell("One.", quantity=5.0, place="A"),
        tell("Two.", quantity=7.0, place="B", source={"publisher": "Good"}),
    )
    change = judge("correct", weak[1], correction={"quantity": 6}, minute=1)
    sources = {"Good": Source("Good", "agency", Grade.A)}
    event = merged(weak, good, judgements=[change], sources=sources)
    assert conflicts(event)["quantity"] == ["6", "7"]


def test_participants_add_up_and_suppliers_do_not() -> None:
    """A list that one source cuts short is completed; of a single role one value is shown."""
    one = tell("One.", roles={"participant": ["SRB", "CHN"]})
    two = tell("Two.", roles={"participant": ["RUS", "SRB"], "host": ["RUS"]})
    event = merged(one, two)
    assert sorted(event.actors("participant")) == ["CHN", "RUS", "SRB"]
    assert event.actors("host") == ("RUS",)
    sold = [
        tell(text, kind="transfer", roles={"supplier": [who], "recipient": ["SRB"]})
        for text, who in (("One.", "CHN"), ("Two.", "RUS"))
    ]
    event = merged(*sold)
    assert len(event.actors("supplier")) == 1
    assert sorted(conflicts(event)["supplier"]) == ["CHN", "RUS"]


def test_types_go_by_majority() -> None:
    """The type that most claims give is shown, the other is a conflict, roles are the type's."""
    gift = {"donor": ["CHN"], "recipient": ["SRB"]}
    aid = [tell(text, kind="aid", roles=gift) for text in ("One.", "Two.")]
    sale = tell("Three.", kind="transfer", roles={"supplier": ["CHN"], "recipient": ["SRB"]})
    event = merged(*aid, sale)
    assert conflicts(event)["type"] == ["aid", "transfer"]
    assert dict(event.roles) == {"donor": ("CHN",), "recipient": ("SRB",)}


def test_details_and_stages_come_together() -> None:
    """Each extra key and stage shows its value, a stage the more precise date."""
    one = tell("One.", details={"domain": "police"}, stages={"signed": "2024", "ordered": "2023"})
    two = tell("Two.", details={"activity": "patrol"}, stages={"signed": "2024-05"})
    event = merged(one, two)
    assert dict(event.details) == {"domain": "police", "activity": "patrol"}
    assert dict(event.stages) == {"signed": "2024-05", "ordered": "2023"}


def test_first_known_is_the_earliest_telling() -> None:
    """The first publication, or the end of the event for a coder's note without a date."""
    early = tell("One.", source={"published": "2025-07-14"})
    assert merged(tell("Two."), early).first_known == dt.date(2025, 7, 14)
    coded = tell("Three.", source={"published": "", "kind": DocumentKind.CODED})
    assert compute(coded)[0].first_known == dt.date(2025, 7, 28)
    assert compute(tell("Four.", source={"published": ""}))[0].first_known is None


def test_ten_copies_are_one_source() -> None:
    """Copies of a wire text, and documents of one publisher, are one source."""
    copies = [tell(f"Copy {n}.", source={"publisher": f"Outlet {n}"}) for n in range(10)]
    group = {source.id: "wire" for source, _ in copies}
    assert merged(*copies, syndication=group).independent_sources == 1
    assert merged(*copies).independent_sources == 10
    own = tell("Own words.", source={"publisher": "outlet 3 "})
    assert merged(*copies, own).independent_sources == 10
    chained = dict(list(group.items())[:4])
    assert merged(*copies, own, syndication=chained).independent_sources == 7


def test_an_unknown_date_stays_unknown() -> None:
    """Claims without a date give an event without one."""
    event = merged(tell("One.", when=""), tell("Two.", when=""))
    assert event.date == UNKNOWN_DATE


def test_a_contradiction_is_told_on_both_events() -> None:
    """A=B, B=C and A≠C: the pair left open shows on the events that it would have joined."""
    a, b, c = sorted((tell(text) for text in ("One.", "Two.", "Three.")), key=lambda one: one[1].id)
    made = [judge("same", a[1], b[1]), judge("same", b[1], c[1]), judge("different", a[1], c[1])]
    first, second = sorted(compute(a, b, c, judgements=made), key=lambda event: -len(event.claims))
    assert {claim.id for claim in first.claims} == {a[1].id, b[1].id}
    assert conflicts(first)["identity"] == conflicts(second)["identity"] == ["different", "same"]
    assert second.conflicts[0].values[0].claims == (b[1].id, c[1].id)


def test_rows_of_one_edition_are_different_deals() -> None:
    """A proposal joins editions of a data set, never two rows of one by way of another edition."""

    def row(text, edition):
        source = {"kind": DocumentKind.DATASET, "edition": edition, "publisher": "SIPRI"}
        return tell(text, source=source)

    one, two, other = row("One.", "2024"), row("Two.", "2024"), row("Three.", "2025")
    links = [propose(one[1], other[1], 0.95), propose(two[1], other[1], 0.9)]
    found = compute(one, two, other, proposals=links)
    assert sorted(len(event.claims) for event in found) == [1, 2]


TOLD = [tell(f"Text {number}.", quantity=float(number % 3)) for number in range(6)]
PAIRS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] < pair[1]),
    max_size=8,
    unique=True,
)


@settings(deadline=None)
@given(PAIRS, st.data())
def test_order_of_judgements_of_different_pairs_does_not_matter(pairs, data) -> None:
    """Judged in another order, at other times, and read in another order: the same events."""
    verdicts = [data.draw(st.sampled_from(("same", "different"))) for _ in pairs]
    asked = list(zip(pairs, verdicts, strict=True))

    def made(order):
        return [
            judge(verdict, TOLD[left][1], TOLD[right][1], minute=minute)
            for minute, ((left, right), verdict) in enumerate(order)
        ]

    expected = compute(*TOLD, judgements=made(asked))
    again = made(data.draw(st.permutations(asked)))
    found = compute(*data.draw(st.permutations(TOLD)), judgements=data.draw(st.permutations(again)))
    assert found == expected


@settings(deadline=None)
@given(PAIRS, st.integers(0, 4), st.sampled_from(("unsure", "different")))
def test_merge_then_split_gives_back_what_was(pairs, left, parting) -> None:
    """Joining two claims that were apart and parting them again leaves no trace."""
    before = [judge("same", TOLD[a][1], TOLD[b][1]) for a, b in pairs]
    expected = compute(*TOLD, judgements=before)
    one, other = TOLD[left][1], TOLD[left + 1][1]
    if any(one in event.claims and other in event.claims for event in expected):
        return
    joined = [*before, judge("same", one, other, minute=1)]
    assert len(compute(*TOLD, judgements=joined)) == len(expected) - 1
    parted = [*joined, judge(parting, one, other, minute=2)]
    assert compute(*TOLD, judgements=parted) == expected


@pytest.mark.parametrize("seed", range(3))
def test_order_of_claims_and_proposals_does_not_matter(seed) -> None:
    """The same evidence in any order gives equal events."""
    shuffle = random.Random(seed)
    links = [propose(TOLD[n][1], TOLD[n + 1][1], 0.8 + n / 50) for n in range(4)]
    expected = compute(*TOLD, proposals=links)
    told, mixed = list(TOLD), list(links)
    shuffle.shuffle(told)
    shuffle.shuffle(mixed)
    assert compute(*told, proposals=mixed) == expected
    assert len(expected) == 2


def test_ten_thousand_claims_take_a_second() -> None:
    """Twenty thousand links among ten thousand claims are computed in about a second of work."""
    shuffle = random.Random(1)
    told = [tell(f"Text {n}.", name=f"Drill {n // 4}", status="done") for n in range(10_000)]
    claims = [claim for _, claim in told]
    links = [propose(claims[n - n % 4], claims[n]) for n in range(10_000) if n % 4]
    judged = [judge("different", *shuffle.sample(claims, 2)) for _ in range(2_000)]
    start = time.process_time()
    found = compute(*told, proposals=links, judgements=judged)
    spent = time.process_time() - start
    assert 2_500 <= len(found) < 2_600
    assert spent < 3, f"found {spent:.1f} s of processor time"  # under 1 s on an idle laptop


def test_a_later_denial_is_shown() -> None:
    """An announced exercise that a later document cancels is cancelled, without a conflict."""
    one = tell("One.", status="announced", source={"published": "2025-07-01"})
    two = tell("Two.", status="cancelled", source={"published": "2025-07-18"})
    event = merged(one, two)
    assert event.status is Status.CANCELLED
    assert "status" not in conflicts(event)
    assert MADE_AT.tzinfo is not None


def test_nothing_is_done_before_it_begins() -> None:
    """What a document of 16 July tells as done from the 19th on was announced, alone or merged."""
    early = tell("Soldiers to China.", status="done", source={"published": "2025-07-16"})
    other = tell("They will train.", status="announced", source={"published": "2025-07-15"})
    later = tell("They trained.", status="done", source={"published": "2025-07-29"})
    assert compute(early)[0].status is Status.ANNOUNCED
    assert merged(early, other).status is Status.ANNOUNCED
    assert merged(early, other, later).status is Status.DONE


def test_a_list_that_a_person_coded_is_not_added_to_by_a_machine() -> None:
    """A participant that only a machine read stands beside the coded list, not in it."""
    coded = tell("Coded.", roles={"participant": ["SRB", "USA"]})
    read = tell("Read.", roles={"participant": ["SRB", "USA", "CHN"]})
    unsure = (read[0], dataclasses.replace(read[1], confidence=0.7))
    event = merged(coded, unsure)
    assert event.actors("participant") == ("SRB", "USA")
    assert "CHN" in str(conflicts(event)["participant"])
