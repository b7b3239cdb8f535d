import datetime as dt
import threading

import pytest

from factories import COVERAGE, claim, document
from ledger.evidence import ROLES, capture_of, item, judge, propose, tell
from quietsignal.errors import ItemFailed, UsageError
from quietsignal.ledger import Added, Counts, Ledger
from quietsignal.records import (
    CaptureHash,
    ClaimId,
    DocumentId,
    DocumentKind,
    EventType,
    Grade,
    Source,
)

DAY = dt.date(2025, 7, 20)


def test_a_document_comes_back_as_it_went_in(ledger) -> None:
    """Capture, document and claims equal what was added."""
    capture, source, claims = item("One text.", details={"domain": "military"})
    assert ledger.add_document(capture, source, claims=claims) == Added(source.id, True, 1)
    assert ledger.capture(capture.sha256) == capture
    assert ledger.captures() == {capture.sha256: capture}
    assert ledger.document(source.id) == source
    assert ledger.claim(claims[0].id) == claims[0]
    assert ledger.claims() == claims


def test_adding_again_changes_nothing(ledger) -> None:
    """The second time nothing is new, one by one or many at once."""
    first = item("One text.")
    ledger.add_document(first[0], first[1], claims=first[2])
    again = ledger.add_document(first[0], first[1], claims=first[2])
    assert (again.new, again.claims, again.problem) == (False, 0, "")
    before = ledger.path.read_bytes()
    ledger.add_documents([first, first])
    assert ledger.path.read_bytes() == before
    assert ledger.counts().claims == 1


def test_one_call_with_the_same_item_twice_adds_it_once(ledger) -> None:
    """Within one transaction, too, the second is not new."""
    first = item("One text.")
    added = ledger.add_documents([first, first])
    assert [(one.new, one.claims) for one in added] == [(True, 1), (False, 0)]


def test_claims_of_a_later_extraction_join_the_document(ledger) -> None:
    """A known document takes new claims beside those it has."""
    capture, source, claims = item("One text.")
    other = claim(source, "visit", {"visitor": ["CHN"], "host": ["SRB"]})
    ledger.add_document(capture, source, claims=claims)
    added = ledger.add_document(capture, source, claims=[*claims, other])
    assert (added.new, added.claims) == (False, 1)
    assert {told.id for told in ledger.claims(document=source.id)} == {claims[0].id, other.id}


def test_what_failed_does_not_take_the_rest_with_it(ledger) -> None:
    """One bad document of a batch is told by name; the others are added."""
    good, (capture, source, _) = item("One text."), item("Another text.")
    (stray,) = item("A third text.")[2]
    added = ledger.add_documents([(capture, source, (stray,)), good])
    assert [bool(one.problem) for one in added] == [True, False]
    assert str(stray.id) in added[0].problem
    assert set(ledger.documents()) == {good[1].id}


def test_one_document_that_cannot_be_added_is_an_error(ledger) -> None:
    """Added alone, it raises."""
    capture, source, _ = item("One text.")
    (stray,) = item("A third text.")[2]
    with pytest.raises(ItemFailed, match="expected " + source.id):
        ledger.add_document(capture, source, claims=[stray])


def test_reports_come_after_the_save(ledger, path) -> None:
    """What is reported is seen by another reader at that moment."""
    seen = []

    def report(added: Added) -> None:
        with Ledger.open(path, read_only=True) as other:
            seen.append(added.document in other.documents())

    ledger.add_documents((item(f"Text {number}.") for number in range(5)), batch=2, report=report)
    assert seen == [True] * 5


def test_what_is_missing_is_said_by_name(ledger) -> None:
    """Asking for an id that is not there names it."""
    with pytest.raises(UsageError, match="no document gone"):
        ledger.document(DocumentId("gone"))
    with pytest.raises(UsageError, match="no claim gone"):
        ledger.claim(ClaimId("gone"))
    with pytest.raises(UsageError, match="no capture gone"):
        ledger.capture(CaptureHash("gone"))


def test_documents_without_their_texts(ledger) -> None:
    """Lists need no texts; the rest of the document is there."""
    capture, source, claims = item("One text.")
    ledger.add_document(capture, source, claims=claims)
    (light,) = ledger.documents(text=False).values()
    assert (light.text, light.title) == ("", source.title)
    assert ledger.documents([source.id])[source.id].text == "One text."
    assert ledger.documents([]) == {}


def test_claims_by_actor_and_type(ledger) -> None:
    """Every actor must take part; types are alternatives."""
    ledger.add_documents(
        [
            item("One."),
            item("Two.", roles={"participant": ["SRB", "RUS"]}),
            item("Three.", kind="agreement", roles={"party": ["SRB", "CHN"]}),
        ]
    )
    assert len(ledger.claims(actors=["SRB"])) == 3
    assert len(ledger.claims(actors=["SRB", "CHN"])) == 2
    assert len(ledger.claims(actors=["SRB", "CHN"], types=[EventType.EXERCISE])) == 1
    assert len(ledger.claims(types=[EventType.EXERCISE, EventType.AGREEMENT])) == 3


def test_claims_known_by_a_day(ledger) -> None:
    """Publication decides; a coder's note counts by its event; else the day of the capture."""
    coded = {"kind": DocumentKind.CODED, "published": ""}
    ledger.add_documents(
        [
            item("Published.", source={"published": "2025-07-20"}),
            item("Later.", source={"published": "2025-07-21"}),
            item("Coded, over.", source=coded, when="2025-07-19/2025-07-20"),
            item("Coded, not over.", source=coded, when="2025-07-19/2025-07-28"),
            item("Coded, open.", source=coded, when="2024/.."),
            item("Undated page.", source={"published": ""}),
        ]
    )
    texts = {key: source.text for key, source in ledger.documents().items()}
    known = {texts[told.document] for told in ledger.claims(known_by=DAY)}
    assert known == {"Published.", "Coded, over.", "Coded, open."}
    assert len(ledger.claims(known_by=dt.date(2026, 3, 1))) == 6


def test_events_as_of_a_day(ledger) -> None:
    """An event shows what could be known by the day, not what came later."""
    early = item("Early.", source={"published": "2025-07-15"}, status="announced")
    late = item("Late.", source={"published": "2025-07-29"}, status="done")
    ledger.add_documents([early, late])
    ledger.add_judgements([judge("same", early[2][0], late[2][0])])
    (then,), (now,) = ledger.events(known_by=DAY), ledger.events()
    assert (then.status, len(then.claims)) == ("announced", 1)
    assert (now.status, len(now.claims)) == ("done", 2)
    assert ledger.events(known_by=dt.date(2025, 1, 1)) == ()


def test_events_by_actor_type_and_time(ledger) -> None:
    """Filters hold together; an event of unknown date lies in no interval."""
    ledger.add_documents(
        [
            item("One."),
            item("Two.", when="", name="Undated"),
            item("Three.", when="2024", roles={"participant": ["SRB", "RUS"]}),
        ]
    )
    assert len(ledger.events()) == 3
    assert len(ledger.events(actors=["SRB", "CHN"])) == 2
    assert len(ledger.events(since=dt.date(2025, 7, 28))) == 1
    assert len(ledger.events(until=dt.date(2024, 3, 1))) == 1
    assert ledger.events(types=[EventType.VISIT]) == ()


def test_proposals_join_until_a_person_parts(ledger) -> None:
    """The current proposals of the linker are taken from the threshold on."""
    left, right = item("One."), item("Two.")
    ledger.add_documents([left, right])
    ledger.replace_proposals("link/1", [propose(left[2][0], right[2][0], 0.85)])
    assert len(ledger.events()) == 1
    assert len(ledger.events(threshold=0.9)) == 2
    ledger.add_judgements([judge("different", left[2][0], right[2][0])])
    assert len(ledger.events()) == 2


def test_another_version_of_the_linker_takes_over(ledger) -> None:
    """The version written last is the current one; earlier ones can be asked for."""
    left, right = item("One."), item("Two.")
    ledger.add_documents([left, right])
    made = propose(left[2][0], right[2][0])
    ledger.replace_proposals("link/1", [made])
    ledger.replace_proposals("link/2", [])
    assert ledger.proposals() == ()
    assert ledger.proposals("link/1") == (made,)
    assert len(ledger.events()) == 2


def test_syndicated_documents_are_one_source(ledger) -> None:
    """Documents of one group count once."""
    first = item("One.", source={"publisher": "Agency"})
    second = item("Two.", source={"publisher": "Outlet"})
    ledger.add_documents([first, second])
    ledger.add_judgements([judge("same", first[2][0], second[2][0])])
    assert ledger.events()[0].independent_sources == 2
    group = dict.fromkeys((first[1].id, second[1].id), "a group of any length " * 4)
    ledger.set_syndication("link/1", group)
    assert ledger.syndication() == group
    assert ledger.events()[0].independent_sources == 1


def test_grades_have_a_history(ledger) -> None:
    """A grade is a new row; on an earlier day the earlier one holds, before it none."""
    first = Source("Xinhua", "agency", Grade.C, "state", "CHN", dt.date(2024, 1, 1), ("Xin",))
    second = Source("Xinhua", "agency", Grade.B, "checked", "CHN", dt.date(2025, 1, 1), ("Xin",))
    assert ledger.add_sources([first]) == 1
    assert ledger.add_sources([first, second]) == 1
    assert ledger.gradings("Xinhua") == (first, second)
    assert ledger.sources() == {"Xinhua": second, "Xin": second}
    assert ledger.sources(dt.date(2024, 6, 1))["Xin"] == first
    assert ledger.sources(dt.date(2023, 6, 1))["Xinhua"].grade is Grade.F


def test_the_grade_decides_between_values(ledger) -> None:
    """The value of the better source is shown, the other one kept as a conflict."""
    weak = item("One.", quantity=9.0, source={"publisher": "Weak"})
    good = item("Two.", quantity=6.0, source={"publisher": "Good"})
    ledger.add_documents([weak, good])
    ledger.add_judgements([judge("same", weak[2][0], good[2][0])])
    ledger.add_sources([Source("Good", "agency", Grade.A), Source("Weak", "blog", Grade.D)])
    (event,) = ledger.events()
    assert event.quantity == 6.0
    (conflict,) = event.conflicts
    assert [value.value for value in conflict.values] == ["6", "9"]


def test_coverage_is_kept_and_renewed(ledger) -> None:
    """The same record is not new; one that differs takes the place of the one of its id."""
    assert ledger.add_coverage([COVERAGE]) == 1
    assert ledger.add_coverage([COVERAGE]) == 0
    assert ledger.coverage() == (COVERAGE,)


def test_judgements_must_name_claims_of_the_ledger(ledger) -> None:
    """A judgement on a claim that is not there is refused, and none of its call is added."""
    known, unknown = item("One."), item("Two.")
    ledger.add_document(known[0], known[1], claims=known[2])
    with pytest.raises(UsageError, match=unknown[2][0].id):
        ledger.add_judgements([judge("accept", *known[2]), judge("accept", *unknown[2])])
    assert ledger.judgements() == ()


def test_judgements_come_back_and_are_added_once(ledger) -> None:
    """A judgement equals what went in, correction and all; its id makes it one."""
    known = item("One.")
    ledger.add_document(known[0], known[1], claims=known[2])
    made = judge("correct", *known[2], reason="misread", correction={"quantity": 12, "name": None})
    assert ledger.add_judgements([made]) == 1
    assert ledger.add_judgements([made]) == 0
    assert ledger.judgements() == (made,)
    assert ledger.events()[0].quantity == 12


def test_a_correction_that_cannot_be_read_is_refused(ledger) -> None:
    """What could not be shown later is not taken in now."""
    known = item("One.")
    ledger.add_document(known[0], known[1], claims=known[2])
    with pytest.raises(UsageError, match="expected one of"):
        ledger.add_judgements([judge("correct", *known[2], correction={"colour": "red"})])


def test_counts(ledger) -> None:
    """Counts say how much there is; a source graded twice is one."""
    ledger.add_documents([item("One."), item("Two.")])
    ledger.add_sources([Source("A", "x", Grade.A), Source("A", "x", Grade.B)])
    assert ledger.counts() == Counts(2, 2, 2, 2, 0, 1, 0, 0)


def test_threads_read_while_one_writes(ledger) -> None:
    """Readers in other threads see whole documents while one is adding."""
    items = [item(f"Text {number}.") for number in range(60)]
    wrong: list[str] = []

    def read() -> None:
        for _ in range(20):
            claims, documents = ledger.claims(), ledger.documents()
            wrong.extend(told.id for told in claims if told.document not in documents)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    ledger.add_documents(items, batch=5)
    for reader in readers:
        reader.join()
    assert not wrong
    assert len(ledger.claims()) == 60


def test_the_same_evidence_gives_the_same_events(tmp_path) -> None:
    """Two ledgers filled in another order compute equal events."""
    items = [item(f"Text {number}.", quantity=float(number % 3)) for number in range(8)]
    told = [claims[0] for _, _, claims in items]
    links = [judge("same", one, other) for one, other in zip(told, told[2:], strict=False)]
    found = []
    for name, order in (("a", items), ("b", items[::-1])):
        with Ledger.create(tmp_path / name) as made:
            made.add_documents(order)
            made.add_judgements(links if name == "a" else links[::-1])
            found.append(made.events())
    assert found[0] == found[1]
    assert len(found[0]) == 2


def test_a_quote_is_kept_with_its_place(ledger) -> None:
    """Quotes come back in their order, with offsets, state and context."""
    source, told = tell("Peace Guardian began in Hebei on 19 July.")
    ledger.add_document(capture_of(source), source, claims=[told])
    assert ledger.claim(told.id).quotes == told.quotes
    assert document("x").id != source.id
    assert ROLES["participant"] == list(ledger.claim(told.id).actors("participant"))
