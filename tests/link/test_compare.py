from link.pairs import exercise, tell
from quietsignal.link.compare import CAP, compare
from quietsignal.link.reading import read_claim
from quietsignal.records import EventType


def compared(left, right):
    documents = {source.id: source for source, _ in (left, right)}
    return compare(read_claim(left[1], documents), read_claim(right[1], documents))


def test_reasons_are_told_the_weightiest_first() -> None:
    """Each point that counted is a reason in words."""
    found = compared(
        exercise("Golden Shield", "2025-07-20", place="Hebei"),
        exercise("Golden Shield", "2025-07-20", place="Hebei"),
    )
    assert found is not None
    assert found[1][0] == "the same name: Golden Shield and Golden Shield"
    assert found[1][1] == "the same date, 2025-07-20"
    assert "the same actors: CHN, SRB" in found[1]
    assert "one place: Hebei and Hebei" in found[1]


def test_it_does_not_matter_which_comes_first() -> None:
    """The score of a pair is one, whichever way round."""
    one = exercise("Golden Shield", "2025-07", roles={"participant": ["SRB", "CHN", "RUS"]})
    two = exercise("Golden Shield 2025", "2025-07-20", quantity=600)
    first, second = compared(one, two), compared(two, one)
    assert first is not None
    assert second is not None
    assert first[0] == second[0]


def test_without_an_anchor_a_person_decides() -> None:
    """Actors and a month in common say much, and are capped all the same."""
    found = compared(
        exercise(None, "2019-11", quantity=60, details={"domain": "police"}),
        exercise(None, "2019-11-05/2019-11-09", quantity=60, details={"domain": "police"}),
    )
    assert found is not None
    assert found[0] == CAP


def test_names_that_begin_alike_need_one_time_and_one_list_of_actors() -> None:
    """Slavic Brotherhood and Slavic Shield of one year are two."""
    close = compared(exercise("Peace Guardian", "2025-07"), exercise("Peace Keeper", "2025-07"))
    wide = compared(exercise("Peace Guardian", "2025"), exercise("Peace Keeper", "2025-07"))
    other = compared(
        exercise("Peace Guardian", "2025-07", roles={"participant": ["SRB", "CHN", "RUS"]}),
        exercise("Peace Keeper", "2025-07"),
    )
    assert close is not None
    assert wide is not None
    assert other is not None
    assert close[0] > 0.8 > wide[0]
    assert other[0] < 0.5


def test_what_is_certain_excludes() -> None:
    """Another stance, direction or year is another event, whatever else agrees."""
    protest = ("statement", {"actor": ["EU"], "target": ["SRB"]})
    told = [
        tell(*protest, when="2025-07-20", details={"stance": stance})
        for stance in ("negative", "positive")
    ]
    assert compared(*told) is None
    assert compared(exercise("Wolf 2019", "2019"), exercise("Wolf 2021", "2019")) is None
    assert told[0][1].type is EventType.STATEMENT
