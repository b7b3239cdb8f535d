"""Events told side by side: which words, dates and actors belong to which of them."""

import pytest

from quietsignal.extract import extract
from quietsignal.extract.rules.confidence import confidence_of
from quietsignal.extract.rules.drafts import Draft
from quietsignal.records import UNKNOWN_DATE, EventType, ImpreciseDate, Status


def _kinds(found) -> list[str]:
    return [claim.type.value for claim in found]


def _roles(claim) -> dict[str, set[str]]:
    return {role: {str(code) for code in codes} for role, codes in claim.roles}


def test_a_note_of_two_sentences_is_read(document) -> None:
    """One word of defence is enough for a short note; the claim has name, place and day."""
    text = (
        "Kenya and Tanzania train together\n\nSynthetic. Soldiers of Kenya and Tanzania began the "
        "joint military exercise Ushirikiano Imara 2025 in Mombasa on 3 March 2025.\n"
    )
    (claim,) = extract(document(text, published="2025-03-04"))
    assert _roles(claim)["participant"] == {"KEN", "TZA"}
    assert (claim.name, claim.place) == ("Ushirikiano Imara 2025", "Mombasa")
    assert claim.date.to_edtf() == "2025-03-03"


@pytest.mark.parametrize("published", ["2025-03-09", ""])
def test_a_note_under_a_bare_heading_is_read(document, published: str) -> None:
    """A heading that says nothing does not hide the one sentence that does."""
    text = "Drill 7\n\nSynthetic. Soldiers of Kenya and Uganda held the joint exercise Umoja 7 on 8 March 2025.\n"
    (claim,) = extract(document(text, published=published))
    assert (claim.name, claim.date.to_edtf()) == ("Umoja 7", "2025-03-08")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Tanzania sign a footballer\n\nThe clubs met in Nairobi on 3 March 2025.",
        "Kenya and Uganda\n\nThe bank of Kenya lent money to Uganda.",
    ],
)
def test_a_short_note_on_other_matters_gives_nothing(document, text: str) -> None:
    """A note without a word of defence tells no event."""
    assert extract(document(text)) == ()


def test_the_day_of_the_announcement_is_not_that_of_the_event(document) -> None:
    """The date after a verb of saying, and the dateline, are left alone."""
    text = (
        "BEIJING, July 14 (Synthetic wire) - The armies of China and Serbia will hold joint training in "
        "Hebei in mid and late July, the spokesman announced on Monday."
    )
    (claim,) = extract(document(text, published="2025-07-14"))
    assert claim.date.to_edtf() == "2025-07-11/2025-07-31"
    assert claim.status is Status.ANNOUNCED


def test_an_exercise_of_two_gets_nobody_from_other_sentences(claims) -> None:
    """States named further on for other reasons do not take part."""
    text = (
        "The armies of China and Serbia held a joint exercise in May 2025.\n\nAccording to an institute in "
        "Stockholm, China, Russia and France supplied most of Serbia's arms."
    )
    exercises = [claim for claim in claims(text) if claim.type is EventType.EXERCISE]
    assert [_roles(claim)["participant"] for claim in exercises] == [{"CHN", "SRB"}]


def test_two_verbs_joined_by_and_are_two_transfers(claims) -> None:
    """Each verb has its own items, supplier and date."""
    text = (
        "Serbia took delivery of Chinese FK-3 missiles in April 2022 and signed a contract for 12 French "
        "Rafale fighter jets on 29 August 2024."
    )
    told = {_roles(claim)["supplier"].pop(): claim for claim in claims(text)}
    assert {code: claim.date.to_edtf() for code, claim in told.items()} == {
        "CHN": "2022-04",
        "FRA": "2024-08-29",
    }
    assert "FK-3" in told["CHN"].item
    assert "Rafale" in told["FRA"].item


def test_one_verb_with_two_suppliers_is_two_transfers(claims) -> None:
    """What stands before `from X` comes from X."""
    text = "Serbia ordered 12 Rafale aircraft from France and rocket launchers from Israel in August 2024."
    told = {_roles(claim)["supplier"].pop(): claim.item for claim in claims(text)}
    assert told == {"FRA": "Rafale aircraft", "ISR": "rocket launchers"}


def test_a_donation_is_aid_alone(claims) -> None:
    """The same words do not tell a gift and a purchase."""
    text = "In June 2017 the Serbian army received a donation from China which consisted of patrol boats."
    assert _kinds(claims(text)) == ["aid"]


def test_the_police_give_an_exercise_its_domain(claims) -> None:
    """The sentence before may say that it is the police who drill."""
    text = (
        "Special police of Serbia and China trained together in 2019. "
        "A further drill of Serbia and China was held in China in September 2024."
    )
    found = claims(text)
    assert [claim.detail("domain") for claim in found] == ["police", "police"]
    assert [claim.date.to_edtf() for claim in found] == ["2019", "2024-09"]


def test_a_drill_of_the_police_is_not_the_exercise_of_the_army(claims) -> None:
    """Army and police stay apart though both are of the same two states."""
    text = (
        "The armies of China and Serbia will hold a joint exercise in October 2025.\n\n"
        "In September 2024 police of China and Serbia held a joint drill."
    )
    assert [claim.detail("domain") for claim in claims(text)] == [None, "police"]


def test_headline_and_body_tell_one_exercise(claims) -> None:
    """The headline's event takes the day and the status that the body gives it."""
    text = (
        "China-Serbia joint exercise\n\nIn October 2025 the armies of China and Serbia will hold the joint "
        'exercise "Peace Guardian-2025" in Hebei.'
    )
    (claim,) = claims(text)
    assert (claim.date.to_edtf(), claim.status) == ("2025-10", Status.ANNOUNCED)


def test_aircraft_that_bring_arms_are_no_visit(claims) -> None:
    """A delivery by air is a transfer and no visit."""
    text = "Chinese Y-20 aircraft landed in Belgrade in April 2022 and delivered the FK-3 missile system to Serbia."
    assert _kinds(claims(text)) == ["transfer"]


@pytest.mark.parametrize(
    "text",
    [
        "Serbia procures armament exclusively for the purpose of deterrence, its president said in China.",
        "Chinese equipment remains a small part of what the Serbian army bought.",
        "China is one of the largest suppliers of arms to Serbia.",
        "China supplied 61 percent of Serbia's imports of major arms.",
    ],
)
def test_general_words_on_arms_are_no_transfer(claims, text: str) -> None:
    """Purposes, shares and rankings tell no single supply."""
    assert claims(text) == ()


def test_a_halt_towards_all_has_no_target(claims) -> None:
    """The war that is the reason names neither participants nor targets."""
    (claim,) = claims(
        "Serbia halted exercises with foreign partners in February 2022 after Russia invaded Ukraine."
    )
    assert (claim.type, _roles(claim)) == (EventType.SUSPENSION, {"actor": {"SRB"}})


def test_an_exercise_that_was_not_held_is_none(claims) -> None:
    """A denied event is no event done."""
    assert (
        claims("A joint exercise of the armies of China and Serbia has not been held so far.") == ()
    )


def _draft(**fields: object) -> Draft:
    known = {"date": ImpreciseDate.year(2024), "sentences": [0], "status": Status.DONE}
    roles = {"supplier": ["CHN"], "recipient": ["SRB"]}
    return Draft(**{"type": EventType.TRANSFER, "roles": roles, **known, **fields})


@pytest.mark.parametrize(
    "weaker",
    [
        {"inferred": True},
        {"date": UNKNOWN_DATE},
        {"status": Status.REPORTED},
        {"type": EventType.STATEMENT},
    ],
)
def test_confidence_falls_with_what_is_guessed(weaker: dict[str, object]) -> None:
    """An inferred actor, an unknown day, a hedge and a weak type each cost confidence."""
    assert confidence_of(_draft(**weaker)) < confidence_of(_draft())


def test_confidence_rises_with_evidence() -> None:
    """An event told in two sentences, or of a named type of arms, is surer."""
    assert confidence_of(_draft(sentences=[0, 4])) > confidence_of(_draft())
    assert confidence_of(_draft(designated=True)) > confidence_of(_draft())


def test_a_title_with_a_year_names_an_exercise_without_the_noun(claims) -> None:
    """The name has its own date; that of "the same exercise" further on is another edition's."""
    text = (
        "Serbia suspended exercises with all foreign partners in February 2022. It made an exception for "
        "Platinum Wolf 23, which it held with U.S. and other troops in June 2023, and hosted the same "
        "exercise in 2024."
    )
    found = [claim for claim in claims(text) if claim.type is EventType.EXERCISE]
    assert [(claim.name, claim.date.to_edtf()) for claim in found] == [
        ("Platinum Wolf 23", "2023-06")
    ]
