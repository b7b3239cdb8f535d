"""Which claims belong together: groups over pairs, never across a pair judged different.

Pairs are taken in an order that depends on nothing but the pairs themselves, so that the same
judgements and proposals give the same groups however they came in:

1. pairs that a person judged `same`, by the ids of their claims;
2. pairs proposed with a score of the threshold or more, the best first, then by the ids.

A pair is left open where joining it would bring together two claims that a person judged
`different`. Where people contradict each other (A=B, B=C, A≠C) the `different` holds, and of the
two `same` the one with the smaller ids: A and B stay together, C stands apart, and the pair left
open is reported. A proposal is left open, too, where it would bring together two claims of one
document (for a data set: of one edition), since a document makes one claim an event.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from quietsignal.ledger.decisions import Pair, pair
from quietsignal.records import ClaimId, Proposal, Verdict

__all__ = ["Groups", "group"]


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups, each in the order of ids, and the pairs judged same that had to stay apart."""

    members: tuple[tuple[ClaimId, ...], ...]
    contradicted: tuple[Pair, ...]


class _Forest:
    """Disjoint sets of claims that know which of them must not meet."""

    def __init__(self, claims: Iterable[ClaimId], home: Callable[[ClaimId], str]) -> None:
        self._parent = {claim: claim for claim in claims}
        self._size = dict.fromkeys(self._parent, 1)
        self._foes: dict[ClaimId, set[ClaimId]] = {}
        self._homes = {claim: {home(claim)} for claim in self._parent}

    def root(self, claim: ClaimId) -> ClaimId:
        parent = self._parent
        while parent[claim] != claim:
            parent[claim] = parent[parent[claim]]
            claim = parent[claim]
        return claim

    def part(self, left: ClaimId, right: ClaimId) -> None:
        self._foes.setdefault(left, set()).add(right)
        self._foes.setdefault(right, set()).add(left)

    def foes(self, left: ClaimId, right: ClaimId) -> bool:
        """Whether a claim with the one was judged different from a claim with the other."""
        one, other = self.root(left), self.root(right)
        return any(self.root(foe) == other for foe in self._foes.get(one, ()))

    def share_home(self, left: ClaimId, right: ClaimId) -> bool:
        return not self._homes[self.root(left)].isdisjoint(self._homes[self.root(right)])

    def join(self, left: ClaimId, right: ClaimId) -> None:
        one, other = self.root(left), self.root(right)
        if one == other:
            return
        if self._size[one] < self._size[other]:
            one, other = other, one
        self._parent[other] = one
        self._size[one] += self._size[other]
        self._homes[one] |= self._homes.pop(other)
        if other in self._foes:
            self._foes.setdefault(one, set()).update(self._foes.pop(other))


def group(
    homes: Mapping[ClaimId, str],
    *,
    judged: Mapping[Pair, Verdict],
    proposals: Iterable[Proposal],
    threshold: float,
) -> Groups:
    """The groups of the claims in `homes`, by the rule of the module.

    `homes` gives each claim its document (or edition); pairs with other claims are passed over.
    """
    forest = _Forest(homes, homes.__getitem__)
    known = {of: verdict for of, verdict in judged.items() if of[0] in homes and of[1] in homes}
    for of, verdict in known.items():
        if verdict is Verdict.DIFFERENT:
            forest.part(*of)
    contradicted = _join_judged(forest, known)
    _join_proposed(forest, _eligible(proposals, homes, threshold), homes)
    members: dict[ClaimId, list[ClaimId]] = {}
    for claim in sorted(homes):
        members.setdefault(forest.root(claim), []).append(claim)
    return Groups(tuple(tuple(claims) for claims in members.values()), contradicted)


def _join_judged(forest: _Forest, judged: Mapping[Pair, Verdict]) -> tuple[Pair, ...]:
    contradicted = []
    for left, right in sorted(of for of, verdict in judged.items() if verdict is Verdict.SAME):
        if forest.foes(left, right):
            contradicted.append((left, right))
        else:
            forest.join(left, right)
    return tuple(contradicted)


def _eligible(
    proposals: Iterable[Proposal], homes: Mapping[ClaimId, str], threshold: float
) -> list[Pair]:
    scores: dict[Pair, float] = {}
    for proposal in proposals:
        if proposal.score >= threshold and proposal.left in homes and proposal.right in homes:
            of = pair(proposal.left, proposal.right)
            scores[of] = max(scores.get(of, 0.0), proposal.score)
    return sorted(scores, key=lambda of: (-scores[of], of))


def _join_proposed(forest: _Forest, proposed: Iterable[Pair], homes: Mapping[ClaimId, str]) -> None:
    for left, right in proposed:
        if forest.root(left) == forest.root(right) or forest.foes(left, right):
            continue
        # Within one document somebody proposed just this pair, and is taken at their word.
        if homes[left] == homes[right] or not forest.share_home(left, right):
            forest.join(left, right)
