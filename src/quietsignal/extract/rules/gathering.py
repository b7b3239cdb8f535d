"""Gathering: who takes part in an exercise, told in sentences beside the one that names it."""

from quietsignal.extract.rules.drafts import Draft
from quietsignal.extract.rules.reading import Mention, Reading, Sentence
from quietsignal.extract.rules.roles import ORGANISATIONS, acting, codes_of
from quietsignal.records import EventType, Status

__all__ = ["gather"]

_REACH = 8  # sentences after an exercise was told in which a list may belong to it
_FORCES = frozenset(
    "army armies navy forces troops soldiers personnel marines units aircraft ships jets warships paratroopers contingent contingents battalion company men officers planes sailors militaries service nations countries".split()
)
_LIST = 3  # names in one sentence that make a list
_OTHER = frozenset(
    {
        EventType.TRANSFER,
        EventType.VISIT,
        EventType.SANCTION,
        EventType.AGREEMENT,
        EventType.STATEMENT,
    }
)


def gather(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Drafts that add participants or observers to the exercise told last before them."""
    told = [draft for draft in drafts if draft.type is EventType.EXERCISE and not draft.closed]
    if not told:
        return []
    used = {index for draft in told for index in draft.sentences}
    busy = {index for draft in drafts if draft.closed for index in draft.sentences}
    busy |= {index for draft in drafts if draft.type in _OTHER for index in draft.sentences}
    added = []
    for sentence in reading.sentences:
        if sentence.index in used or sentence.index in busy:
            continue
        if not any(0 < sentence.index - index <= _REACH for index in used):
            continue
        draft = _list(sentence)
        if draft is not None:
            added.append(draft)
    return added


def _list(sentence: Sentence) -> Draft | None:
    states = [m for m in acting(sentence) if m.code not in ORGANISATIONS and not m.possessive]
    codes = codes_of(m for m in states if m.kind is not None)
    forces = codes_of(m for m in states if _of_forces(sentence, m))
    chosen = codes if len(codes) >= _LIST else forces
    if not chosen or not (sentence.has("joint", "forces", "observe") or len(codes) >= _LIST):
        return None
    role = "observer" if "observe" in sentence.groups else "participant"
    return Draft(
        type=EventType.EXERCISE,
        roles={"participant": [], "host": [], "observer": [], role: chosen},
        status=Status.DONE,
        sentences=[sentence.index],
        attach=True,
    )


def _of_forces(sentence: Sentence, mention: Mention) -> bool:
    """Whether the mention owns forces: "British, French and Belgian personnel"."""
    if mention.kind is None:
        return False
    after = {token.lower for token in sentence.tokens[mention.last : mention.last + 7]}
    before = {token.lower for token in sentence.tokens[max(0, mention.first - 4) : mention.first]}
    return bool(after & _FORCES) or ("from" in before and bool(before & _FORCES))
