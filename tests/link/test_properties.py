"""What holds of the proposals whatever the claims are."""

from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from factories import claim, document
from quietsignal.link import FLOOR, propose
from quietsignal.link.compare import compare
from quietsignal.link.propose import _MANY
from quietsignal.link.reading import Reading, read_claim
from quietsignal.records import Claim, Document, DocumentKind, Proposal, Status

SOURCES = [document(f"The {number}th text tells of it.") for number in range(5)] + [
    document(f"Row {number}", kind=DocumentKind.DATASET, publisher="SIPRI", edition=edition)
    for number, edition in enumerate(("2024", "2024", "2025"))
]
DOCUMENTS: dict[Any, Document] = {source.id: source for source in SOURCES}

ACTORS = ("SRB", "CHN", "RUS", "USA", "NATO")
ROLES = {
    "exercise": ("participant", "host", "observer"),
    "transfer": ("supplier", "recipient"),
    "aid": ("donor", "recipient"),
    "visit": ("visitor", "host", "participant"),
    "agreement": ("party",),
    "suspension": ("actor", "target", "party"),
    "deployment": ("contributor", "host", "organisation"),
}
NAMES = ("Peace Guardian", "Peace Keeper-2025", "Umoja 7", "Umoja 8", "Peace", "FTA", "drill")
ITEMS = ("FK-3", "HQ-22 systems", "FK-3 missiles", "CH-92A", "CH-95", "uniforms", "tents")
DATES = (
    "", "2024", "2025", "2025-03", "2025-07", "2025-07-20", "2025-07-21/2025-07-31",
    "2025-08-01", "2025-12-10", "2026-07-20", "../2025-07-20", "2025-07-20/..", "2022~",
)  # fmt: skip


def maybe(values: tuple[str, ...]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(values)


@st.composite
def told(draw: st.DrawFn) -> Claim:
    """A claim of one of the documents, of few actors and names so that claims meet."""
    kind = draw(st.sampled_from(sorted(ROLES)))
    several = st.lists(st.sampled_from(ACTORS), min_size=1, max_size=3)
    names = st.sets(st.sampled_from(ROLES[kind]), min_size=1)
    return claim(
        draw(st.sampled_from(SOURCES)),
        kind,
        {role: draw(several) for role in sorted(draw(names))},
        when=draw(st.sampled_from(DATES)),
        status=draw(st.sampled_from(sorted(Status))),
        name=draw(maybe(NAMES)),
        item=draw(maybe(ITEMS)),
        place=draw(maybe(("Hebei", "Hebei province", "Kubinka"))),
        quantity=draw(st.none() | st.sampled_from((0, 6, 9))),
        stages=draw(st.sampled_from(({}, {"ordered": "2019"}, {"ordered": "2022-03"}))),
        details=draw(st.sampled_from(({}, {"domain": "police"}, {"what": "transfer"}))),
    )


CLAIMS = st.lists(told(), max_size=8, unique_by=lambda one: one.id)


def meet(left: Reading, right: Reading) -> bool:
    """Whether two claims are to be compared, said without any blocks."""
    if left.kin is not right.kin or left.home == right.home:
        return False
    words = [reading.name.words[:1] for reading in (left, right)]
    if words[0] and words[0] == words[1]:
        return True
    if len(left.actors) == 1 or len(right.actors) == 1:
        return left.actors == right.actors
    few = max(len(left.actors), len(right.actors)) <= _MANY
    return few and len(left.actors & right.actors) >= 2


def all_pairs(claims: list[Claim]) -> set[Proposal]:
    """The proposals found by comparing each claim with each other one."""
    readings = sorted((read_claim(one, DOCUMENTS) for one in claims), key=lambda one: one.claim.id)
    found = set()
    for left, right in combinations(readings, 2):
        result = compare(left, right) if meet(left, right) else None
        if result and result[0] >= FLOOR:
            found.add(Proposal(left.claim.id, right.claim.id, *result))
    return found


@settings(deadline=None)
@given(claims=CLAIMS, order=st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(claims: list[Claim], order: Any) -> None:
    """The same claims give the same proposals in the same order."""
    shuffled = list(claims)
    order.shuffle(shuffled)

    assert propose(shuffled, DOCUMENTS) == propose(claims, DOCUMENTS)


@settings(deadline=None)
@given(claims=CLAIMS)
def test_every_proposal_can_be_read(claims: list[Claim]) -> None:
    """A score lies between the floor and 1, each reason is words, and a pair stands once."""
    found = propose(claims, DOCUMENTS)

    for pair in found:
        assert FLOOR <= pair.score <= 1
        assert pair.reasons
        assert all(len(reason.split()) >= 2 for reason in pair.reasons)
        assert all(not reason.rstrip().endswith(":") for reason in pair.reasons)
        assert pair.left < pair.right
    assert len({(pair.left, pair.right) for pair in found}) == len(found)
    assert [pair.score for pair in found] == sorted((pair.score for pair in found), reverse=True)


@settings(deadline=None)
@given(claims=CLAIMS)
def test_no_proposal_joins_what_cannot_be_one(claims: list[Claim]) -> None:
    """The claims of a pair are of two documents, of one kind of event, and share an actor."""
    by_id = {one.id: one for one in claims}
    for pair in propose(claims, DOCUMENTS):
        left, right = by_id[pair.left], by_id[pair.right]

        assert left.document != right.document
        assert {left.type, right.type} <= {"aid", "transfer"} or left.type is right.type
        assert set(left.actors()) & set(right.actors())


@settings(deadline=None)
@given(claims=CLAIMS)
def test_blocks_lose_nothing(claims: list[Claim]) -> None:
    """The proposals are those of comparing every claim with every other."""
    assert set(propose(claims, DOCUMENTS)) == all_pairs(claims)


@settings(deadline=None, max_examples=300)
@given(left=told(), right=told())
def test_a_pair_has_one_score(left: Claim, right: Claim) -> None:
    """It does not matter which of two claims comes first."""
    one, other = read_claim(left, DOCUMENTS), read_claim(right, DOCUMENTS)
    if one.kin is not other.kin:
        return
    forth, back = compare(one, other), compare(other, one)

    assert (forth is None) == (back is None)
    if forth and back:
        assert forth[0] == back[0]


@settings(deadline=None)
@given(claims=CLAIMS, more=told())
def test_a_further_claim_changes_no_proposal(claims: list[Claim], more: Claim) -> None:
    """What is proposed of claims stays as it is when another document comes in."""
    assert set(propose(claims, DOCUMENTS)) <= set(propose([*claims, more], DOCUMENTS))


def test_comparisons_are_far_fewer_than_pairs(monkeypatch: Any) -> None:
    """Claims that cannot meet are not compared, so that the work does not grow with all pairs."""
    compared = []
    # The name of the module is that of its function: what the function sees is replaced.
    record = lambda left, right: compared.append((left, right))  # noqa: E731
    monkeypatch.setitem(propose.__globals__, "compare", record)
    claims = [
        claim(document(f"{year} {month}"), "exercise", {"participant": ["SRB", "CHN"]},
              when=f"{year}-{month:02}-10")
        for year in range(2000, 2020)
        for month in range(1, 13)
    ]  # fmt: skip
    propose(claims, {})

    # 60 days ahead reach the next month and, over February, the one after it.
    assert 239 <= len(compared) <= 3 * len(claims)
