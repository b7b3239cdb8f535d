import pytest

from quietsignal.brief.wording import actor_name, actor_names, count, joined, percent, span, when
from quietsignal.records import parse_edtf


@pytest.mark.parametrize(
    ("edtf", "words", "adverbial"),
    [
        ("2025-07-15", "15 July 2025", "on 15 July 2025"),
        ("2025-07", "July 2025", "in July 2025"),
        ("2016", "2016", "in 2016"),
        ("2025-07-19/2025-07-28", "19 to 28 July 2025", "from 19 to 28 July 2025"),
        ("2025-06-27/2025-07-02", "27 June to 2 July 2025", "from 27 June to 2 July 2025"),
        (
            "2024-12-30/2025-01-03",
            "30 December 2024 to 3 January 2025",
            "from 30 December 2024 to 3 January 2025",
        ),
        ("2022/2023", "2022 to 2023", "in 2022 to 2023"),
        ("2006/..", "since 2006", "since 2006"),
        ("../2022-02-23", "until 23 February 2022", "until 23 February 2022"),
        ("2020-09-04~", "about 4 September 2020", "on about 4 September 2020"),
        ("2025-34", "the second quarter of 2025", "in the second quarter of 2025"),
        ("2024-24", "winter 2024/25", "in winter 2024/25"),
        ("2025-22", "summer 2025", "in summer 2025"),
        ("", "date not known", "at a date that the sources do not give"),
    ],
)
def test_dates_keep_their_precision_in_words(edtf, words, adverbial) -> None:
    """A month stays a month, an open date stays open, an unknown one is said to be."""
    assert span(parse_edtf(edtf)) == words
    assert when(parse_edtf(edtf)) == adverbial


def test_actors_are_named_as_prose_has_them() -> None:
    """Articles and acronyms are those of English prose."""
    assert [actor_name(c) for c in ("USA", "SRB", "NATO", "EU", "CSTO", "PFP")] == [
        "the United States", "Serbia", "NATO", "the European Union",
        "the Collective Security Treaty Organization", "Partnership for Peace",
    ]  # fmt: skip


def test_many_actors_are_counted() -> None:
    """Beyond five names the rest is a number, and the focus stands first."""
    codes = ("USA", "BIH", "BGR", "SVN", "GBR", "SRB")
    assert actor_names(codes, first="SRB") == (
        "Serbia, the United States, Bosnia and Herzegovina and 3 others"
    )


def test_lists_counts_and_shares() -> None:
    """Small numbers are words, shares are whole percentages, a trace is no zero."""
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert (count(1, "source"), count(2, "source"), count(14, "source"), count(0, "source")) == (
        "one source", "two sources", "14 sources", "no source",
    )  # fmt: skip
    assert (percent(0.572), percent(0.001), percent(0.0)) == ("57 %", "under 1 %", "0 %")
