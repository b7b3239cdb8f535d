"""The names of actors as a phrase index, built once from the `actors` package."""

import datetime as dt
from functools import cache
from typing import NamedTuple

from quietsignal.actors import NameEntry, NameKind, masks, names
from quietsignal.extract.rules.phrases import PhraseIndex
from quietsignal.extract.rules.tokens import Token, tokenize

__all__ = ["NameKind", "Named", "find_names"]

_RANK = {
    kind: rank
    for rank, kind in reversed(list(enumerate((NameKind.NAME, NameKind.ORGANISATION, *NameKind))))
}


class Named(NamedTuple):
    """A name found: the actor, what the name is to it, and its tokens (last excluded)."""

    code: str
    kind: NameKind
    first: int
    last: int


@cache
def _index() -> PhraseIndex[NameEntry | None]:
    known: list[tuple[str, NameEntry | None]] = [(entry.text, entry) for entry in names()]
    return PhraseIndex([*known, *((mask, None) for mask in masks())])


@cache
def _pieces(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokenize(text))


def find_names(tokens: list[Token], day: dt.date | None) -> list[Named]:
    """The names of actors in the tokens, masked phrases left out."""
    spans: dict[tuple[int, int], list[NameEntry | None]] = {}
    for hit in _index().find_all(tokens):
        spans.setdefault((hit.first, hit.last), []).append(hit.value)
    found: list[Named] = []
    for (first, last), entries in spans.items():
        entry = _choose(tokens[first:last], entries, day)
        if entry is not None:
            found.append(Named(str(entry.code), entry.kind, first, last))
    return found


def _choose(
    tokens: list[Token], entries: list[NameEntry | None], day: dt.date | None
) -> NameEntry | None:
    """The entry that the words stand for; None for a mask, a common word or an ambiguous name."""
    fits: list[NameEntry] = []
    for entry in entries:
        if entry is None:
            return None
        if _cased(tokens, entry) and (day is None or entry.stands_on(day)):
            fits.append(entry)
    if not fits:
        return None
    best = min(fits, key=lambda entry: _RANK[entry.kind])
    rivals = {entry.code for entry in fits if _RANK[entry.kind] == _RANK[best.kind]}
    return best if len(rivals) == 1 else None


def _cased(tokens: list[Token], entry: NameEntry) -> bool:
    """Whether the words are written as a name: with a capital, or exactly where that tells."""
    if entry.case_sensitive:
        written = tuple(token.text for token in tokens)
        shouted = len(written[0]) > 3 and all(word.isupper() for word in written if word.isalpha())
        return shouted or written == _pieces(entry.text)
    return tokens[0].text[:1].isupper() or tokens[-1].text[:1].isupper() or entry.text[:1].islower()
