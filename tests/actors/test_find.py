import pytest

from quietsignal.actors import NameKind, all_actors, find_actor, names
from quietsignal.errors import UnknownActor


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SRB", "SRB"),
        ("srb", "SRB"),
        ("RS", "SRB"),
        ("rs", "SRB"),
        ("Serbia", "SRB"),
        ("republic of serbia", "SRB"),
        ("Türkiye", "TUR"),
        ("Turkiye", "TUR"),
        ("Turkey", "TUR"),
        ("USA", "USA"),
        ("us", "USA"),
        ("the United States", "USA"),
        ("Côte d’Ivoire", "CIV"),
        ("Ivory Coast", "CIV"),
        ("DRC", "COD"),
        ("Burma", "MMR"),
        ("Holland", "NLD"),
        ("ROK", "KOR"),
        ("  North   Korea ", "PRK"),
        ("Soviet Union", "SUN"),
        ("nato", "NATO"),
        ("European Union", "EU"),
        ("Arab League", "LAS"),
        ("Partnership for Peace", "PFP"),
        ("Kosovo", "XKX"),
    ],
)
def test_an_actor_is_found_by_code_iso2_and_name(text, code):
    """Case, accents, spaces and a leading article do not matter."""
    assert find_actor(text).code == code


def test_a_code_wins_over_an_iso2_code():
    """AU is the African Union and CS its last holder, Serbia and Montenegro."""
    assert find_actor("AU").code == "AU"
    assert find_actor("CS").code == "SCG"


@pytest.mark.parametrize("text", ["the West", "", "Balkans", "Atlantis"])
def test_what_is_no_actor_is_an_error(text):
    """A group, a region or nothing at all is no actor."""
    with pytest.raises(UnknownActor, match="unknown actor"):
        find_actor(text)


def test_a_misspelt_name_brings_the_right_one():
    """The error for a misspelt name offers the state meant."""
    with pytest.raises(UnknownActor, match=r"nearest: SRB \(Serbia\)"):
        find_actor("Serbja")


def test_every_actor_is_found_by_its_code_and_its_names():
    """All codes, main names and other names lead back to their actor."""
    for a in all_actors():
        assert find_actor(a.code) == a
        assert find_actor(a.name) == a
    for entry in names():
        if entry.kind is NameKind.NAME:
            assert find_actor(entry.text).code == entry.code
