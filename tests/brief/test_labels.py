import pytest

from quietsignal.brief.labels import (
    actor_names,
    document_flags,
    edtf_words,
    event_words,
    language_names,
)


def test_other_text_than_a_date_stays() -> None:
    """Only a date is put into words."""
    assert edtf_words("2025-03-13") == "13 March 2025"
    assert edtf_words("13-Mar-2025") == "13-Mar-2025"
    assert edtf_words("") == ""


def test_unknown_code_stands_for_itself() -> None:
    """A language or an actor without a name is shown by its code, not dropped."""
    assert language_names(("en", "sr", "qq")) == "English, Serbian, qq"
    assert list(actor_names(("SRB", "QQQ"))) == ["Serbia", "QQQ"]


def test_event_is_told_by_its_name_or_its_actors(shelf) -> None:
    """An event with a name shows it; one without shows who took part."""
    named = shelf.told("Peace Defenders begins.", name="Peace Defenders")
    nameless = shelf.told("They train.")

    assert event_words(named) == "Peace Defenders, joint exercise (July 2025, announced)"
    assert event_words(nameless) == "joint exercise: Serbia, China (July 2025, announced)"


@pytest.mark.parametrize(
    ("fields", "flag"),
    [
        ({"synthetic": True}, "synthetic"),
        (
            {"kind": "coded"},
            "coded by hand: the words are the coder's, the source was not captured",
        ),
        ({"kind": "dataset", "edition": "2025-03-13"}, "data set, edition of 13 March 2025"),
        ({"kind": "dataset"}, "data set, edition unknown"),
    ],
)
def test_reader_is_warned_of_the_document(shelf, fields, flag) -> None:
    """Made-up texts, coders' words and rows of data sets are flagged."""
    assert document_flags(shelf.document("Text.", **fields)) == (flag,)


def test_captured_document_has_no_flag(shelf) -> None:
    """A text as it was published needs no warning."""
    assert document_flags(shelf.document("Text.")) == ()
