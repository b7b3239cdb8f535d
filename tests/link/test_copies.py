"""Wire copies and independent reports: which documents are one source."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import document
from quietsignal.link import syndication
from quietsignal.records import Document

WIRE = (
    "The ministry of defence said on Friday that soldiers of the two states would train together "
    "for ten days in the north of the country. The exercise begins on 21 July and brings together "
    "special units that practise reconnaissance, the crossing of rivers and the rescue of "
    "hostages. A spokesman added that the drill was not directed against any third party and had "
    "been agreed upon last autumn. It is the first of its kind between both armies. Analysts see "
    "in it a sign that the partnership, which was long about drones and missiles, now reaches the "
    "field. The embassy of the United States did not answer a request for comment by the evening."
)
OTHER_WORDS = (
    "A joint drill that starts in ten days has raised eyebrows in Brussels. For the first time, "
    "commandos from the Balkans will fly to Asia to practise with their hosts, according to an "
    "announcement that came late in the week. Hostage rescue, scouting and river crossings are on "
    "the programme. Officials insist that nobody should feel threatened. Until now, observers "
    "noted, the friendship of the two capitals had been one of purchases: unmanned aircraft "
    "first, then an air defence system. Washington kept silent when it was asked on the day."
)


def report(text: str, title: str = "A headline", **fields: Any) -> Document:
    """A document whose text begins with its headline, as extraction leaves it."""
    return document(f"{title}\n\n{text}", title=title, **fields)


def together(*documents: Document) -> bool:
    """Whether all of the documents are in one group."""
    return len(set(syndication({one.id: one for one in documents}).values())) == 1


def corrected(text: str, places: tuple[int, ...]) -> str:
    """The text with another word at each place."""
    changed = text.split()
    for place in places:
        changed[place] = f"corrected{place}"
    return " ".join(changed)


def test_a_copy_under_another_headline_is_one_source() -> None:
    """What an outlet writes over a wire text does not make it the outlet's own."""
    wire = report(WIRE, "Two armies to train in July", publisher="Agency")
    copy = report(WIRE, "Why the coming manoeuvres matter to Europe", publisher="Daily")

    assert together(wire, copy)


@pytest.mark.parametrize("places", [(5,), (17, 18), (30, 70), (12, 13, 14, 80)])
def test_a_correction_of_a_few_words_is_one_source(places: tuple[int, ...]) -> None:
    """A date, a number and a name put right leave the text what it was."""
    assert together(report(WIRE), report(corrected(WIRE, places), "Corrected: a headline"))


def test_a_text_with_every_fifth_word_changed_is_another() -> None:
    """A text without any five words in a row from the other is not its copy."""
    places = tuple(range(0, len(WIRE.split()), 5))

    assert not together(report(WIRE, "One"), report(corrected(WIRE, places), "Two"))


def test_two_reports_in_other_words_are_two_sources() -> None:
    """Who tells one event in his own words is a source of his own."""
    assert not together(report(WIRE), report(OTHER_WORDS))


def test_copies_are_brought_together_by_a_third() -> None:
    """Two cuts of one wire text that share little are one source where the whole is known."""
    spoken = WIRE.split()
    head, tail = " ".join(spoken[:80]), " ".join(spoken[45:])
    ends = [document(head), document(tail)]

    assert not together(*ends)
    assert together(*ends, document(WIRE))


@pytest.mark.parametrize("text", ["Talks.", "They met.", "They met in Belgrade today at noon."])
def test_short_texts_are_copies_only_as_a_whole(text: str) -> None:
    """A few words are one source where they are all the same, and two where one differs."""
    words = text.split()
    other = " ".join([*words[:-1], "elsewhere."])

    assert together(document(text), document(f"{text} "))
    assert not together(document(text), document(other))
    assert not together(document(text), document(f"{text} {OTHER_WORDS}"))


@pytest.mark.parametrize("texts", [("",), ("", " "), ("", "…", "—"), ("", WIRE)])
def test_documents_without_words_are_copies_of_nothing(texts: tuple[str, ...]) -> None:
    """Each empty document is its own group."""
    documents = {one.id: one for one in map(document, texts)}

    assert syndication(documents) == {key: key for key in documents}


def test_texts_in_another_script_are_compared() -> None:
    """Words of Cyrillic count as those of Latin do."""
    russian = "Военнослужащие двух стран проведут совместное учение на севере страны в июле."

    assert together(document(russian), document(russian.upper()))
    assert not together(
        document(russian), document(russian.replace("июле", "августе, затем в мае"))
    )


PIECES = st.lists(st.sampled_from([*WIRE.split(". "), *OTHER_WORDS.split(". "), ""]), max_size=6)
TEXTS = st.lists(PIECES.map(". ".join), max_size=8)


@settings(deadline=None)
@given(texts=TEXTS, order=st.randoms(use_true_random=False))
def test_a_group_is_named_for_its_smallest_document(texts: list[str], order: Any) -> None:
    """Every document has a group, named for its smallest member, in whatever order they came."""
    documents = [document(f"{text}{' ' * number}") for number, text in enumerate(texts)]
    found = syndication({one.id: one for one in documents})
    order.shuffle(documents)
    members: dict[str, list[str]] = {}
    for key, group in found.items():
        members.setdefault(group, []).append(key)

    assert found.keys() == {one.id for one in documents}
    assert all(group == min(keys) for group, keys in members.items())
    assert syndication({one.id: one for one in documents}) == found


@settings(deadline=None)
@given(texts=TEXTS)
def test_equal_texts_are_always_one_source(texts: list[str]) -> None:
    """Two documents of the same words are in one group, whatever else there is."""
    documents = [
        document(f"{text}{' ' * number}") for number, text in enumerate([*texts, WIRE, WIRE])
    ]
    found = syndication({one.id: one for one in documents})

    assert found[documents[-1].id] == found[documents[-2].id]
