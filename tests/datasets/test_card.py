import pytest

from quietsignal.datasets import DATASETS, card
from quietsignal.errors import UsageError


@pytest.mark.parametrize("name", sorted(DATASETS))
def test_every_data_set_has_a_whole_card(name) -> None:
    """Publisher, licence, citation, address, unit and coverage are told."""
    entry = card(name)
    assert entry.name == name
    assert all((entry.title, entry.publisher, entry.licence, entry.citation, entry.coverage))


def test_an_unknown_data_set_is_named() -> None:
    """The message says what was found and what there is."""
    with pytest.raises(UsageError, match="'spiri', expected one of events-csv, sipri"):
        card("spiri")
