from datetime import date

import polars as pl

from factories import dossier
from quietsignal.brief import ArmsRegister
from quietsignal.brief.sections import arms


def register(edition: date, **tiv: float) -> ArmsRegister:
    rows = [{"edition": edition, "layout": "B", "supplier": code, "recipient": "SRB",
             "designation": "x", "years": [edition.year - 2], "tiv": value}
            for code, value in tiv.items()]  # fmt: skip
    return ArmsRegister(edition, "B", pl.DataFrame(rows), "SIPRI Arms Transfers Database")


def texts(*registers: ArmsRegister) -> list[str]:
    return [s.text for s in arms(dossier(registers=registers)).sentences]


def test_the_leaders_stand_with_the_release() -> None:
    """Shares of the newest release out on the day, with its date."""
    (told,) = texts(register(date(2025, 3, 13), CHN=60.0, RUS=40.0))
    assert told == (
        "From 2020 to 2024 Serbia had its major arms from China (60 %) and Russia (40 %), in "
        "SIPRI's release of 13 March 2025."
    )


def test_releases_that_differ_on_the_largest_supplier_are_both_told() -> None:
    """The window of the earlier release is shown as each release has it."""
    told = texts(register(date(2024, 3, 18), CHN=40.0, RUS=60.0),
                 register(date(2025, 3, 13), CHN=60.0, RUS=40.0))  # fmt: skip
    assert told[-1] == (
        "For 2019 to 2023 editions differ: the release of 18 March 2024 has Russia as the largest "
        "supplier (60 %) and the release of 13 March 2025 has China as the largest supplier (60 %)."
    )


def test_a_partner_who_supplies_nothing_is_told() -> None:
    """The partner's absence is stated for that release."""
    assert "The release has no delivery from China in those years." in texts(
        register(date(2025, 3, 13), RUS=1.0)
    )


def test_without_a_register_it_is_unknown() -> None:
    """No edition out by the day gives "unknown", not an empty table."""
    assert texts()[0].startswith("Unknown: no register of arms transfers out by 20 July 2025")
