import pytest

from ledger.evidence import judge, tell
from quietsignal.errors import BadDate, DataError, UsageError
from quietsignal.ledger.decisions import check_judgement, corrected, decide, pair
from quietsignal.records import EventType, Status, Verdict, parse_edtf

A, B = (tell(text)[1] for text in ("One.", "Two."))


def test_the_last_judgement_on_a_pair_holds() -> None:
    """Whichever way round the pair is named, and in whatever order judgements are read."""
    made = [judge("same", A, B), judge("different", B, A, minute=1)]
    for order in (made, made[::-1]):
        assert decide(order).pairs == {pair(A.id, B.id): Verdict.DIFFERENT}


def test_unsure_takes_back_what_was_judged_of_a_pair() -> None:
    """After it, nobody has decided."""
    made = [judge("same", A, B), judge("unsure", A, B, minute=1)]
    assert decide(made).pairs == {}


def test_corrections_add_up_and_survive_acceptance() -> None:
    """A later correction replaces the same field; accepting accepts the claim as corrected."""
    made = [
        judge("correct", A, correction={"quantity": 9, "name": "X"}),
        judge("correct", A, correction={"quantity": 6}, minute=1),
        judge("accept", A, minute=2),
    ]
    found = decide(made)
    assert found.corrections == {A.id: {"quantity": 6, "name": "X"}}
    assert found.claims == {A.id: Verdict.ACCEPT}


def test_a_correction_replaces_fields() -> None:
    """Values are as on the wire; id and quotes stay."""
    change = {
        "type": "visit",
        "roles": {"host": ["SRB"], "visitor": ["CHN"]},
        "date": "2025-07",
        "status": "done",
        "name": None,
        "details": {"level": "minister"},
    }
    found = corrected(A, change)
    assert (found.id, found.quotes, found.name) == (A.id, A.quotes, None)
    assert (found.type, found.status) == (EventType.VISIT, Status.DONE)
    assert found.roles == (("visitor", ("CHN",)), ("host", ("SRB",)))
    assert found.date == parse_edtf("2025-07")
    assert found.details == (("level", "minister"),)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"colour": "red"}, UsageError),
        ({"type": "party"}, UsageError),
        ({"status": "maybe"}, UsageError),
        ({"date": "2025-02-30"}, BadDate),
        ({"roles": {"supplier": ["SRB"]}}, DataError),
    ],
)
def test_a_correction_that_cannot_be(change, error) -> None:
    """What cannot be read is said, with what would have been valid."""
    with pytest.raises(error, match="expected"):
        corrected(A, change)


@pytest.mark.parametrize(
    "wrong",
    [
        judge("same", A),
        judge("same", A, A),
        judge("accept", A, B),
        judge("unsure"),
        judge("correct", A),
        judge("accept", A, correction={"name": "X"}),
    ],
)
def test_a_judgement_that_cannot_be(wrong) -> None:
    """The verdict fits the number of claims, and only a correction corrects."""
    with pytest.raises(UsageError, match=f"judgement {wrong.id}"):
        check_judgement(wrong)
