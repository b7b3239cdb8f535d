import pytest

from quietsignal.link.names import Likeness, compare_names, read_name

YEARS = range(2015, 2027)


@pytest.mark.parametrize(
    ("text", "words", "year"),
    [
        ("Platinum Wolf 25", ("platinum", "wolf"), 2025),
        ("Platinum Wolf 2025", ("platinum", "wolf"), 2025),
        ("“Peace Guardian‑2025”", ("peace", "guardian"), 2025),
        ("joint military exercise Slavic Shield-2019", ("slavic", "shield"), 2019),
        ("Bridge-18", ("bridge",), 2018),
        ("Steppe Eagle 99", ("steppe", "eagle", "99"), None),
        ("Vežba Čelik", ("vezba", "celik"), None),
        ("joint exercise", (), None),
        (None, (), None),
    ],
)
def test_a_name_is_its_words_and_its_year(text, words, year) -> None:
    """Marks, accents and common words are left aside; two digits are a year where one fits."""
    found = read_name(text, YEARS)
    assert (found.words, found.year) == (words, year)


def test_agreements_have_common_words_of_their_own() -> None:
    """A memorandum is marked by what it is on; abbreviations are written out."""
    assert read_name("Memorandum of Understanding", YEARS, agreement=True).words == ()
    assert read_name("FTA", YEARS, agreement=True).words == ("free", "trade")


@pytest.mark.parametrize(
    ("left", "right", "likeness"),
    [
        ("Platinum Wolf 25", "Platinum Wolf 2025", Likeness.SAME),
        ("Seabreeze", "Sea Breeze", Likeness.SAME),
        ("Khaan Quest", "Khan Quest", Likeness.CLOSE),
        ("Slavic Shield", "Slavic Shield stage two", Likeness.CLOSE),
        ("Peace Guardian", "Peace Defenders", Likeness.HEAD),
        ("Sea Breeze", "Sea Shield", Likeness.OTHER),
        ("Slavic Shield", "Platinum Wolf", Likeness.OTHER),
        ("joint exercise", "Platinum Wolf", Likeness.UNKNOWN),
    ],
)
def test_likeness(left, right, likeness) -> None:
    """What is one name, nearly one, begins alike, or is another; both ways the same."""
    one, other = read_name(left, YEARS), read_name(right, YEARS)
    assert compare_names(one, other) is likeness
    assert compare_names(other, one) is likeness
