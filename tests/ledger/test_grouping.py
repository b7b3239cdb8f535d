from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from quietsignal.ledger.grouping import group
from quietsignal.records import ClaimId, Proposal, Verdict

SAME, DIFFERENT = Verdict.SAME, Verdict.DIFFERENT
CLAIMS = tuple(ClaimId(name) for name in "abcdefgh")
HOMES = {claim: f"document {claim}" for claim in CLAIMS}


def judged(*pairs: str, apart: tuple[str, ...] = ()) -> dict[tuple[ClaimId, ClaimId], Verdict]:
    verdicts = {(ClaimId(a), ClaimId(b)): SAME for a, b in pairs}
    return verdicts | {(ClaimId(a), ClaimId(b)): DIFFERENT for a, b in apart}


def proposed(*pairs: str, score: float = 0.9) -> list[Proposal]:
    return [Proposal(ClaimId(a), ClaimId(b), score, ()) for a, b in pairs]


def together(homes=HOMES, pairs=None, proposals=(), threshold=0.8) -> set[str]:
    found = group(homes, judged=pairs or {}, proposals=proposals, threshold=threshold)
    return {"".join(members) for members in found.members if len(members) > 1}


def test_pairs_join_into_groups() -> None:
    """Groups are the connected claims."""
    assert together(pairs=judged("ab", "bc", "ef")) == {"abc", "ef"}


def test_proposals_count_from_the_threshold() -> None:
    """A lower score waits for a person."""
    assert together(proposals=proposed("ab")) == {"ab"}
    assert together(proposals=proposed("ab", score=0.79)) == set()


def test_a_person_wins_over_a_rule() -> None:
    """A pair judged different is never joined, not even by way of others."""
    apart = judged(apart=("ac",))
    assert together(pairs=apart, proposals=proposed("ac")) == set()
    assert together(pairs=apart, proposals=[*proposed("ab"), *proposed("bc", score=0.8)]) == {"ab"}


def test_a_contradiction_keeps_the_smaller_pair() -> None:
    """A=B, B=C and A≠C: A and B stay together, C apart, and the pair left open is told."""
    pairs = judged("ab", "bc", apart=("ac",))
    assert together(pairs=pairs) == {"ab"}
    found = group(HOMES, judged=pairs, proposals=(), threshold=0.8)
    assert found.contradicted == (("b", "c"),)


def test_one_claim_a_document_holds_against_proposals() -> None:
    """Two claims of a document do not meet by way of a third, unless a person says so."""
    homes = HOMES | {ClaimId("c"): "document a"}
    assert together(homes, proposals=[*proposed("ab", score=0.95), *proposed("bc")]) == {"ab"}
    assert together(homes, pairs=judged("ab", "bc")) == {"abc"}
    assert together(homes, proposals=proposed("ac")) == {"ac"}


def test_claims_that_are_not_there_are_passed_over() -> None:
    """A pair with a claim that was rejected, or came later, joins nothing."""
    few = {claim: HOMES[claim] for claim in CLAIMS[:2]}
    pairs = judged("az", "bz", apart=("ay",))
    assert together(few, pairs=pairs, proposals=proposed("ax", "bx")) == set()


PAIRS = st.lists(
    st.tuples(st.sampled_from(CLAIMS), st.sampled_from(CLAIMS)).filter(lambda of: of[0] < of[1]),
    max_size=12,
    unique=True,
)


@settings(deadline=None)
@given(PAIRS, st.data())
def test_order_does_not_matter(pairs, data) -> None:
    """The same pairs in any order give the same groups."""
    verdicts = {of: data.draw(st.sampled_from((SAME, DIFFERENT))) for of in pairs}
    scores = st.sampled_from((0.7, 0.8, 0.9))
    proposals = [Proposal(*of, data.draw(scores), ()) for of in data.draw(PAIRS)]
    shuffled = dict(data.draw(st.permutations(list(verdicts.items()))))
    found = group(HOMES, judged=verdicts, proposals=proposals, threshold=0.8)
    again = group(
        dict(data.draw(st.permutations(list(HOMES.items())))),
        judged=shuffled,
        proposals=data.draw(st.permutations(proposals)),
        threshold=0.8,
    )
    assert found.contradicted == again.contradicted
    assert set(found.members) == set(again.members)


@settings(deadline=None)
@given(PAIRS, st.data())
def test_no_group_holds_a_pair_judged_different(pairs, data) -> None:
    """Whatever else is judged and proposed, claims judged different are apart."""
    verdicts = {of: data.draw(st.sampled_from((SAME, DIFFERENT))) for of in pairs}
    proposals = [Proposal(*of, 0.9, ()) for of in data.draw(PAIRS)]
    found = group(HOMES, judged=verdicts, proposals=proposals, threshold=0.8)
    for members in found.members:
        for of in permutations(members, 2):
            assert verdicts.get(of) is not DIFFERENT
