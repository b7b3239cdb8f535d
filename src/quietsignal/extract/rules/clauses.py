"""Clauses: the part of a sentence that one verb governs, where verbs are joined by `and`."""

from collections.abc import Sequence

from quietsignal.extract.rules.status import clause_around
from quietsignal.extract.rules.timeline import MONTHS
from quietsignal.extract.rules.tokens import Token

__all__ = ["segment_around"]

_VERBS = frozenset(
    "took takes take held holds sold sells bought buys gave gives sent sends made makes got gets began "
    "begins met went came said says told won paid built put has have had is are was were will would "
    "can could did does brought left kept saw sought set led lent spent receives orders signs plans "
    "delivers supplies".split()
)
_ADJECTIVES = frozenset(
    "armed united advanced combined related unmanned used allied aligned armoured armored guided "
    "mechanized mechanised towed tracked wheeled limited associated integrated manned unarmed "
    "based trained supposed continued increased enhanced shared need indeed red led".split()
)


def segment_around(tokens: Sequence[Token], position: int) -> tuple[int, int]:
    """The clause at a position, cut where `and` begins another verb of the same subject."""
    first, last = clause_around(tokens, position)
    cuts = [index for index in range(first + 1, last - 1) if _joins_verbs(tokens, index)]
    first = max([cut for cut in cuts if cut < position], default=first)
    last = min([cut for cut in cuts if cut > position], default=last)
    return first, last


def _dated(tokens: Sequence[Token], index: int) -> bool:
    """Whether a date opens the next clause: ", and in September 2024 ..."."""
    words = [token.lower for token in tokens[index : index + 3]]
    dated = any(word[:1].isdigit() or word in MONTHS for word in words[1:])
    return words[:1] in (["in"], ["on"], ["from"], ["since"]) and dated


def _joins_verbs(tokens: Sequence[Token], index: int) -> bool:
    if tokens[index].lower not in ("and", "but"):
        return False
    if tokens[index - 1].lower == "," and _dated(tokens, index + 1):
        return True
    following = index + 1
    while following + 1 < len(tokens) and tokens[following].lower in ("also", "then", "later"):
        following += 1
    word = tokens[following].lower
    return word in _VERBS or (
        word.endswith("ed") and tokens[following].text.islower() and word not in _ADJECTIVES
    )
