import numpy as np
import polars as pl
import pytest
from scipy import stats

from factories import exercise, transfer
from quietsignal.actors import partner_groups
from quietsignal.measure import balance, group_rows, shift

GROUPS = [group.id for group in partner_groups()]


def rows(*events):
    return group_rows(events, focus="SRB", groups=partner_groups())


def row(frame: pl.DataFrame, year: int, group: str) -> dict:
    return frame.filter((pl.col("year") == year) & (pl.col("group") == group)).row(0, named=True)


def test_agrees_with_an_independent_computation() -> None:
    """Equal weights: the share and interval are those of scipy's Beta law for counts 3, 1, 0."""
    counted = rows(*(exercise("USA", f"2024-0{month}") for month in (1, 2, 3)),
                   exercise("CHN", "2024-04"))  # fmt: skip
    table = balance(counted, groups=GROUPS, years=[2024])
    law = stats.beta(3.5, 2.0)
    west = row(table, 2024, "west")
    assert west["share"] == pytest.approx(law.mean())
    assert (west["lower"], west["upper"]) == pytest.approx((law.ppf(0.05), law.ppf(0.95)))
    assert west["events"] == 3


def test_shares_add_up_to_one() -> None:
    """The shares of the groups in a known year sum to 1."""
    counted = rows(exercise("USA", "2024"), transfer("RUS", "2024"), exercise("CHN", "2024"))
    table = balance(counted, groups=GROUPS, years=[2024])
    assert table["share"].sum() == pytest.approx(1.0)


def test_recovers_known_shares_from_simulated_events() -> None:
    """Over 200 simulated years the 90 % interval holds the true share in 83 to 97 % of them."""
    generator = np.random.default_rng(7)
    truth = {"west": 0.5, "russia": 0.3, "china": 0.2}
    held = 0
    for year in range(1900, 2100):
        drawn = generator.choice(list(truth), size=20, p=list(truth.values()))
        sample = pl.DataFrame(
            {"event": [str(n) for n in range(20)], "year": [year] * 20, "group": drawn.tolist(),
             "part": [1.0] * 20, "weight": [3.0] * 20}
        )  # fmt: skip
        west = row(balance(sample, groups=GROUPS, years=[year]), year, "west")
        held += west["lower"] <= truth["west"] <= west["upper"]
    assert 0.83 <= held / 200 <= 0.97


def test_an_empty_year_is_unknown_and_not_zero() -> None:
    """A year without an event, or outside coverage, has no share and says why."""
    counted = rows(exercise("USA", "2024"))
    table = balance(counted, groups=GROUPS, years=[2022, 2023, 2024], covered=[2023, 2024])
    assert row(table, 2023, "west")["share"] is None
    assert row(table, 2023, "west")["reason"] == "no event in the ledger"
    assert row(table, 2022, "west")["reason"] == "outside coverage"
    assert row(table, 2024, "west")["reason"] is None


def test_weights_do_not_feign_evidence() -> None:
    """Scaling all weights leaves share and interval as they were."""
    light = rows(exercise("USA", "2024-01"), exercise("CHN", "2024-02"))
    heavy = light.with_columns(pl.col("weight") * 100)
    one, other = (balance(r, groups=GROUPS, years=[2024]) for r in (light, heavy))
    assert one["share"].to_list() == pytest.approx(other["share"].to_list())
    assert one["lower"].to_list() == pytest.approx(other["lower"].to_list())


def test_a_spread_event_is_half_an_event_in_each_year() -> None:
    """One event over two years gives each year less evidence than one event within it."""
    whole = row(balance(rows(transfer("CHN", "2024")), groups=GROUPS, years=[2024]), 2024, "china")
    half = row(
        balance(rows(transfer("CHN", "2023/2024")), groups=GROUPS, years=[2024]), 2024, "china"
    )
    assert half["share"] < whole["share"]


def test_a_shift_is_found_and_repeats_with_its_seed() -> None:
    """From the West alone to China alone the share of China rises beyond the interval."""
    before = [exercise("USA", f"20{y}-0{m}") for y in (10, 11, 12) for m in (1, 2, 3)]
    after = [exercise("CHN", f"20{y}-0{m}") for y in (20, 21, 22) for m in (1, 2, 3)]
    counted = rows(*before, *after)
    options = {"groups": GROUPS, "first": (2010, 2014), "second": (2018, 2022), "seed": 3}
    moved = {item.group: item for item in shift(counted, **options)}
    assert moved["china"].lower > 0.3
    assert moved["west"].upper < -0.3
    assert shift(counted, **options) == shift(counted, **options)


def test_a_shift_without_a_baseline_says_why() -> None:
    """A period without events gives a reason in words instead of numbers."""
    counted = rows(exercise("USA", "2024"))
    found = shift(counted, groups=GROUPS, first=(2010, 2014), second=(2020, 2024), seed=1)
    assert found == "no event in the ledger from 2010 to 2014"
