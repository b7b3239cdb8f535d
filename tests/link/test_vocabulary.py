import pytest

from quietsignal.link.vocabulary import abbreviations, equipment_names, generic, plain, words


def test_words_are_read_without_case_and_accents() -> None:
    """Hyphens and marks part words; letters of any script are kept."""
    assert words("“Peace Guardian‑2025”, Vežba") == ("peace", "guardian", "2025", "vezba")
    assert plain("ČELIK") == "celik"
    assert words("Щит-2019") == ("щит", "2019")


def test_every_designation_has_one_first_name() -> None:
    """The first name of a row is its own, and no name stands in two rows."""
    names = equipment_names()
    assert names["hq22"] == names["fk3"] == "fk3"
    assert all(names[first] == first for first in names.values())
    assert names["pantsirs1m"] != names["pantsirs1"]


@pytest.mark.parametrize(
    "kind", ["names", "agreements", "places", "items", "munitions", "carriers"]
)
def test_generic_words_are_plain(kind) -> None:
    """The words of the table are written as texts are read."""
    assert all(words(word) == (word,) for word in generic(kind))


def test_abbreviations_are_plain() -> None:
    """Short forms are one word, long ones several."""
    assert abbreviations()["fta"] == ("free", "trade", "agreement")
