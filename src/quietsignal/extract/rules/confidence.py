"""Confidence: how sure the rules are of a claim, from 0 to 1.

The values are set so that on coded documents the share of right claims rises with them. What a
type starts from is how often its rule was right there; then the evidence of the claim counts.
"""

from quietsignal.extract.rules.drafts import Draft
from quietsignal.records import EventType, Status

__all__ = ["confidence_of"]

_START = {
    EventType.EXERCISE: 0.65,
    EventType.TRANSFER: 0.7,
    EventType.AID: 0.55,
    EventType.COPRODUCTION: 0.7,
    EventType.FACILITY: 0.45,
    EventType.AGREEMENT: 0.6,
    EventType.TRADE_PROVISION: 0.75,
    EventType.VISIT: 0.6,
    EventType.DEPLOYMENT: 0.45,
    EventType.TRAINING: 0.6,
    EventType.SANCTION: 0.6,
    EventType.MEMBERSHIP: 0.6,
    EventType.POLICY: 0.6,
    EventType.STATEMENT: 0.45,
    EventType.ECONOMIC_DEAL: 0.7,
    EventType.SUSPENSION: 0.65,
}
_HEDGED = (Status.REPORTED, Status.HYPOTHETICAL, Status.DENIED, Status.CANCELLED)
LEAST, MOST = 0.1, 0.95


def confidence_of(draft: Draft) -> float:
    """How sure a claim is: by its type, its evidence, and what is guessed or hedged in it."""
    score = _START[draft.type] + _evidence(draft)
    if draft.inferred:  # an actor comes from another sentence
        score -= 0.15 if draft.type is EventType.EXERCISE else 0.1
    if draft.weak and draft.inferred:  # and which way the supply went is not told
        score -= 0.05
    if draft.status in _HEDGED:
        score -= 0.1
    return round(min(MOST, max(LEAST, score)), 2)


def _evidence(draft: Draft) -> float:
    """What speaks for a claim: told more than once, with its day, by a name or a type of arms."""
    told = len(set(draft.sentences))
    score = min(0.15, 0.1 * (told - 1))
    score += 0.05 if draft.date.known else -0.05
    if draft.type is EventType.EXERCISE:
        return score + (0.1 if draft.name else -0.05)
    return score + (0.05 if draft.designated else 0.0)
