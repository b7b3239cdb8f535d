"""The table of words itself: what would be wrong in it is found before the linker reads it."""

import tomllib
from collections import Counter
from importlib.resources import files
from typing import Any

import pytest

from quietsignal.link import vocabulary
from quietsignal.link.vocabulary import abbreviations, equipment_names, generic, words


def table() -> dict[str, Any]:
    text = files("quietsignal.link").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def squeezed(name: str) -> str:
    return "".join(words(name))


def test_no_designation_stands_in_two_rows() -> None:
    """A designation that named two kinds of equipment would be read as the later one."""
    rows = Counter(name for row in table()["equipment"] for name in set(map(squeezed, row)))

    assert [name for name, count in rows.items() if count > 1] == []


@pytest.mark.parametrize("row", table()["equipment"], ids=lambda row: row[0])
def test_a_row_of_equipment_has_names_of_one_kind(row: list[str]) -> None:
    """Each row is a list of two names or more, none empty, each read as the first."""
    assert isinstance(row, list)
    assert len(row) == len(set(row)) >= 2
    assert all(squeezed(name) for name in row)
    assert {equipment_names()[squeezed(name)] for name in row} == {squeezed(row[0])}


def test_designations_are_no_common_words() -> None:
    """A designation that is also a word for any item would name what it does not."""
    common = generic("items") | generic("munitions") | generic("carriers")

    assert not equipment_names().keys() & common


def test_one_thing_is_not_fired_and_fires() -> None:
    """A word for what is fired is no word for what fires it."""
    assert not generic("munitions") & generic("carriers")


@pytest.mark.parametrize("short", table()["short"])
def test_an_abbreviation_is_a_word_with_a_longer_reading(short: str) -> None:
    """A short form is met as one word of a text, and stands for words of which none is short."""
    assert words(short) == (short,)
    assert abbreviations()[short]
    assert not set(abbreviations()[short]) & abbreviations().keys()


@pytest.mark.parametrize(
    "kind", ["names", "agreements", "places", "items", "munitions", "carriers"]
)
def test_no_generic_word_stands_twice(kind: str) -> None:
    """A word is listed once in its kind, so that to take it out is to take it out."""
    listed = Counter(table()["generic"][kind])

    assert [word for word, count in listed.items() if count > 1] == []


def test_a_kind_of_words_that_the_table_lacks_is_an_error() -> None:
    """A misspelt kind is named, and never read as an empty list."""
    with pytest.raises(KeyError, match="place"):
        generic("place")


def test_the_table_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of claims do not read the file again."""
    before = generic("names")
    monkeypatch.setattr(vocabulary, "files", None)

    assert generic("names") is before
