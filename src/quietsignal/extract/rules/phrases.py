"""A set of phrases that is looked up in a row of tokens, longest match first."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from quietsignal.extract.rules.tokens import Token, words_of

__all__ = ["Hit", "PhraseIndex"]

Value = TypeVar("Value")


class Hit(NamedTuple, Generic[Value]):
    """A phrase found: tokens first..last (last excluded) and what the phrase stands for."""

    first: int
    last: int
    value: Value


class PhraseIndex(Generic[Value]):
    """Phrases by their first word, then by length, the longest first."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        by_word: dict[str, dict[int, dict[tuple[str, ...], list[Value]]]] = {}
        for phrase, value in dict.fromkeys(phrases):
            words = words_of(phrase)
            if words:
                sizes = by_word.setdefault(words[0], {})
                sizes.setdefault(len(words) - 1, {}).setdefault(words[1:], []).append(value)
        self._by_word = {
            word: tuple(sorted(sizes.items(), reverse=True)) for word, sizes in by_word.items()
        }

    def find(self, tokens: Sequence[Token]) -> Iterator[Hit[Value]]:
        """The phrases in the tokens from left to right, none overlapping another."""
        position = 0
        for hit in self.find_all(tokens):
            if hit.first >= position:
                yield hit
                position = hit.last

    def find_all(self, tokens: Sequence[Token]) -> Iterator[Hit[Value]]:
        """Every value of the longest phrase at each place: one phrase may stand for several."""
        lowers = [token.lower for token in tokens]
        known = self._by_word
        position = 0
        for index in [index for index, word in enumerate(lowers) if word in known]:
            if index < position:
                continue
            for size, phrases in known[lowers[index]]:
                stop = index + 1 + size
                values = phrases.get(tuple(lowers[index + 1 : stop]))
                if values is not None:
                    for value in values:
                        yield Hit(index, stop, value)
                    position = stop
                    break
