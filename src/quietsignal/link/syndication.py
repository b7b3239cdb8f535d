"""Which documents are copies of one text, so that ten outlets of one agency are one source.

Texts are compared by their runs of five words (A. Z. Broder, "On the resemblance and containment
of documents", 1997): by the runs in common of all runs, or of the runs of the shorter text.
"""

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quietsignal.link.vocabulary import words
from quietsignal.records import Document, DocumentId, DocumentKind

__all__ = ["syndication"]

RUN = 5  # words
ALIKE = 0.7  # of the runs, from which two texts are copies
SHORTEST = (
    20  # runs below which a text is too short to be contained in another by anything but chance
)
SHARE = 1 / 3  # of the longer text that a contained one must be: a digest is no copy of its parts
RARE = 30  # texts with one run, up to which each pair of them is compared
PROBES = 40  # runs of a text that look for its copies

Runs = frozenset[int]


def syndication(documents: Mapping[DocumentId, Document]) -> dict[DocumentId, str]:
    """The group of each document: the smallest id of the documents that are copies of one text.

    A document without copies is its own group. Coders' notes and rows of data sets are compared
    with nothing: they are alike because they are written by one pattern.
    """
    ids = sorted(documents)
    texts = [key for key in ids if documents[key].kind is DocumentKind.CAPTURED]
    runs = _runs(documents[key].text for key in texts)
    parent = {key: key for key in ids}
    for left, right in _candidates(runs):
        one, other = _root(parent, texts[left]), _root(parent, texts[right])
        if one != other and _copies(runs[left], runs[right]):
            parent[max(one, other)] = min(one, other)
    return {key: _root(parent, key) for key in ids}


def _root(parent: dict[DocumentId, DocumentId], key: DocumentId) -> DocumentId:
    while parent[key] != key:
        parent[key] = parent[parent[key]]
        key = parent[key]
    return key


def _runs(texts: Iterable[str]) -> list[Runs]:
    """The runs of each text, as numbers that are equal for equal runs.

    The upper bits are a checksum, so that the smallest numbers of a text are a sample of its runs
    that depends on nothing but the words (Broder's sketch): texts that share runs share samples.
    """
    numbers: dict[tuple[str, ...], int] = {}
    found = []
    for text in texts:
        spoken = words(text)
        size = min(RUN, len(spoken))
        starts = range(len(spoken) - size + 1) if spoken else ()
        found.append(frozenset(_number(spoken[start : start + size], numbers) for start in starts))
    return found


def _number(run: tuple[str, ...], numbers: dict[tuple[str, ...], int]) -> int:
    number = numbers.get(run)
    if number is None:
        number = numbers[run] = zlib.crc32(" ".join(run).encode()) << 32 | len(numbers)
    return number


def _candidates(runs: Sequence[Runs]) -> Iterator[tuple[int, int]]:
    """Pairs of texts with a sampled run in common, each once."""
    common = Counter(run for text in runs for run in text)
    holders: dict[int, list[int]] = {}
    for number, text in enumerate(runs):
        for run in sorted(run for run in text if common[run] > 1)[:PROBES]:
            holders.setdefault(run, []).append(number)
    seen: set[tuple[int, int]] = set()
    for several in holders.values():
        for pair in _pairs(several):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _pairs(several: Sequence[int]) -> Iterator[tuple[int, int]]:
    # Of a run that very many texts hold, each text meets the next one only: copies of one wire
    # text come together along the chain.
    reach = len(several) if len(several) <= RARE else 1
    for place, left in enumerate(several):
        for right in several[place + 1 : place + 1 + reach]:
            yield left, right


def _copies(left: Runs, right: Runs) -> bool:
    common, shorter, longer = len(left & right), *sorted((len(left), len(right)))
    if not common:
        return False
    if common >= ALIKE * (shorter + longer - common):
        return True
    return shorter >= SHORTEST and shorter >= SHARE * longer and common >= ALIKE * shorter
