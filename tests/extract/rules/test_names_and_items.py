import pytest

from quietsignal.extract.rules.document import read_document
from quietsignal.extract.rules.items import find_items
from quietsignal.extract.rules.makers import maker_of
from quietsignal.extract.rules.names import agreement_name, exercise_name
from quietsignal.extract.rules.quantities import number_before, people_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The exercise Brave Heron 2024 began.", "Brave Heron 2024"),
        ("A joint exercise called “Calm River” began.", "Calm River"),
        ('The drill, dubbed "Iron Harvest-2023", ended.', "Iron Harvest-2023"),
        ("the annual Silver Falcon exercise ended", "Silver Falcon"),
        ("a joint training exercise – Quiet Dawn-2025 – in the hills", "Quiet Dawn-2025"),
    ],
)
def test_exercises_have_names(text: str, expected: str) -> None:
    """Capitalised or quoted words beside the noun are the name."""
    assert exercise_name(text, (0, len(text)), actors=frozenset()) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The joint exercise began in May 2024.",
        "The Chinese exercise began.",
        "The exercise ended Monday.",
    ],
)
def test_plain_words_are_no_name(text: str) -> None:
    """Months, states and the beginning of a sentence name no exercise."""
    assert exercise_name(text, (0, len(text)), actors=frozenset({"Chinese"})) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They signed a Mutual Defence Treaty on Monday", "Mutual Defence Treaty"),
        ("They signed an agreement on military cooperation", None),
        ("They signed a defence cooperation agreement", "defence cooperation agreement"),
    ],
)
def test_agreements_have_titles(text: str, expected: str | None) -> None:
    """A title in capitals, or the words that describe the agreement, is its name."""
    assert agreement_name(text, (0, len(text))) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("six CH-92A drones", "CH-92A drones"),
        ("the S-400 system", "S-400"),
        ("F-16 Block 70 fighters", "F-16 Block 70 fighters"),
        ("Pantsir-S1 systems", "Pantsir-S1"),
        ("HQ-17AE missiles", "HQ-17AE missiles"),
        ("air defence systems", "air defence systems"),
    ],
)
def test_items_are_designations_and_nouns(document, words: str, expected: str) -> None:
    """A designation with the noun after it is one item."""
    text = f"Norland bought {words} in May."
    sentence = read_document(document(text)).sentences[0]
    assert expected in [item.words for item in find_items(text, sentence)]


@pytest.mark.parametrize("words", ["COVID-19 tests", "the G-7 states", "EU-27 rules"])
def test_other_codes_are_no_items(document, words: str) -> None:
    """Codes of a disease or a group of states are no equipment."""
    text = f"Norland bought {words} in May."
    sentence = read_document(document(text)).sentences[0]
    assert not [item for item in find_items(text, sentence) if item.designated]


def test_makers_are_told_among_the_actors_only() -> None:
    """The maker of an item counts when the document names it."""
    assert maker_of("S-400 systems", among={"RUS", "TUR"}) == "RUS"
    assert maker_of("S-400 systems", among={"TUR"}) is None


def test_numbers_count_what_follows() -> None:
    """A number right before an item is its quantity, a year is not."""
    text = "twelve new K9 howitzers"
    assert number_before(text, text.index("K9")) == 12
    text = "in 2024 K9 howitzers"
    assert number_before(text, text.index("K9")) is None
    assert people_in("some 1,200 soldiers came", (0, 24)) == 1200
