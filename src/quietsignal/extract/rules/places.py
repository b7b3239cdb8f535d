"""Places: where a text says that something happens."""

import re

from quietsignal.extract.rules.reading import Mention, Sentence

__all__ = ["host_of", "place_of"]

_PLACE = re.compile(
    r"\b(?:in|at|near|off|outside|on) (?:the )?(?:(?:\w+ )?(?:province|city|port|town|region|state|island|village|coast|waters) of )?"
    r"(?:[A-Z][\w’']+['’]s? )?(?P<place>[A-ZÀ-Þ][\w’'-]+(?: (?:of |al-|el-)?[A-ZÀ-Þ][\w’'-]+){0,3})(?P<kind> (?:province|region|training (?:ground|range|area)|base|airport|district|prefecture|island|range|port|polygon))?"
)
_NOT = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Sept|Oct|Nov|Dec|Jan|Feb|Aug|NATO|EU|UN|President|Minister|Exercise|Twitter|Facebook|Telegram)\b"
)


def place_of(text: str, span: tuple[int, int], *, named: frozenset[str]) -> str | None:
    """The place named in a span of a text that is not a state; `named` holds names of states."""
    for match in _PLACE.finditer(text, *span):
        place = match["place"]
        if place in named or _NOT.match(place) or place.isupper():
            continue
        return place
    return None


def host_of(sentence: Sentence) -> list[str]:
    """The states in which the sentence says that something happens."""
    return list(dict.fromkeys(mention.code for mention in _places(sentence)))


def _places(sentence: Sentence) -> list[Mention]:
    return [mention for mention in sentence.mentions if mention.place and not mention.topic]
