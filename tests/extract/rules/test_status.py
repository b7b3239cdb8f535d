import pytest

from quietsignal.extract.rules.status import is_negated, status_of
from quietsignal.extract.rules.tokens import tokenize
from quietsignal.records import Status


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Norland will hold an exercise in May", "exercise", Status.ANNOUNCED),
        ("Norland held an exercise in May", "exercise", Status.DONE),
        ("The exercise is under way", "exercise", Status.ONGOING),
        ("Norland is selling tanks", "selling", Status.ONGOING),
        ("Norland reportedly sold tanks", "sold", Status.REPORTED),
        ("Norland offered to sell tanks", "sell", Status.OFFERED),
        ("Norland may buy tanks", "buy", Status.HYPOTHETICAL),
        ("Norland cancelled the exercise", "exercise", Status.CANCELLED),
        ("Norland denied a sale of tanks", "sale", Status.DENIED),
    ],
)
def test_status_follows_the_words_of_the_clause(text: str, word: str, expected: Status) -> None:
    """Tense, modality and hedges of a clause give the status of its event."""
    tokens = tokenize(text)
    position = next(index for index, token in enumerate(tokens) if token.lower == word)
    assert status_of(tokens, position) is expected


def test_a_hedge_stays_in_its_clause() -> None:
    """A hedge after "while" says nothing of the clause before it."""
    tokens = tokenize("Norland bought tanks, while Sudland reportedly sold ships")
    assert status_of(tokens, 1) is Status.DONE


def test_standing_agreements_are_in_force() -> None:
    """An agreement that took effect is in force."""
    tokens = tokenize("The treaty, which took effect in May, binds both")
    assert status_of(tokens, 1, standing=True) is Status.IN_FORCE


def test_negation_is_near_and_before() -> None:
    """A "not" right before a verb negates it, one far away does not."""
    assert is_negated(tokenize("Norland has not imposed sanctions"), 4)
    assert not is_negated(tokenize("sanctions were not imposed"), 0)
