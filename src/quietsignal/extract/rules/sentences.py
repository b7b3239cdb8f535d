"""Sentences: where each begins and ends, and whether it is a heading or running text."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

__all__ = ["Kind", "Span", "split_sentences"]


class Kind(StrEnum):
    """What a sentence is in its document."""

    HEADING = "heading"  # a line without a full stop: headline, subheading, caption, byline
    ITEM = "item"  # a line of a list
    TEXT = "text"


class Span(NamedTuple):
    """A sentence as offsets into the text; `body` is where a dateline before it ends."""

    start: int
    end: int
    body: int
    kind: Kind


_BLANK = re.compile(r"\n[ \t\r]*\n+")
_END = re.compile(r"(?<![.!?…])[.!?…]{1,8}[\"'”’)\]]{0,4}(?=\s)")
_OPENS = re.compile(r"[\s]+[\"'“‘(\[]*[A-ZÀ-ÞČŠŽĆĐİ0-9▪•–—-]")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Cmdr|Cdr|Adm|Vice-Adm|Brig|Sgt|Cpl|Pvt|Prof|St|Sen|Rep|"
    r"Gov|Pres|Hon|Rev|No|Nos|Inc|Ltd|Co|Corp|Bros|vs|etc|approx|dept|est|Jan|Feb|Mar|Apr|Jun|Jul|"
    r"Aug|Sept|Sep|Oct|Nov|Dec|Mt|Ft|Fig|pp|cf|al|Messrs|Supt|Cmd|Cmdt|Amb|Min|Art|Ret)"
    r"|(?<![^\W\d_])[^\W\d_](?:\.[^\W\d_])*)\.\Z"
)
_INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}\Z")
_BULLET = re.compile(r"[ \t]*(?:[-*•▪‣·–]|\d{1,2}[.)])[ \t]+\S")
_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ ,/]+[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+)*|[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2})"
    r"(?:,? *[A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
    r"(?:[,:]? *(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
    r"(?: *\([^)\n]{1,40}\))?"
    r" *(?:--|[—–]|: (?=[A-Z])| - |- (?=[A-Z])|/(?=[A-Z]))\s*"
)
LONGEST = 2000  # characters; a longer run without a full stop is cut, so that work stays bounded


def split_sentences(text: str) -> list[Span]:
    """The sentences of the text in order; blank lines, lists and headings separate too."""
    spans: list[Span] = []
    for start, end in _lines(text):
        for first, last in _cut(text, start, end):
            spans.append(_span(text, first, last, last == end))
    return spans


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Blocks of running text: paragraphs, split at line ends unless the lines are wrapped."""
    position = 0
    for match in [*_BLANK.finditer(text), None]:
        stop = match.start() if match else len(text)
        yield from _block(text, position, stop)
        position = match.end() if match else stop


def _block(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    lines = text[start:end].split("\n")
    wrapped = len(lines) > 2 and all(50 <= len(line) <= 100 for line in lines[:-1])
    offset = start
    for number, line in enumerate(lines):
        offset += len(line) + 1
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if following and _goes_on(following, wrapped=wrapped):
            continue
        yield from _trim(text, first, min(offset - 1, end))
        first = offset


def _goes_on(following: str, *, wrapped: bool) -> bool:
    lead = following.lstrip()[:1]
    return not _BULLET.match(following) and (wrapped or lead.islower())


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in _END.finditer(text, start, end):
        if match.end() - first > LONGEST:
            yield from _slices(text, first, match.end())
            first = match.end()
        elif _ends_sentence(text, first, match):
            yield from _trim(text, first, match.end())
            first = match.end()
    yield from _slices(text, first, end)


def _slices(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        stop = space if space > start else start + LONGEST
        yield from _trim(text, start, stop)
        start = stop
    yield from _trim(text, start, end)


def _ends_sentence(text: str, first: int, match: re.Match[str]) -> bool:
    if not _OPENS.match(text, match.end()):
        return False
    mark = match.group()
    if mark != ".":
        return True
    before = text[max(first, match.start() - 12) : match.end()]
    if _INITIALS.search(before):  # "in the U.S. The visit": a short word with a capital opens
        return bool(
            re.match(
                r"\s+(?:The|A|An|It|He|She|They|In|On|This|That|But)\b", text[match.end() :][:8]
            )
        )
    return not _ABBREVIATION.search(before)


def _span(text: str, start: int, end: int, closes_line: bool) -> Span:
    if _BULLET.match(text, start, end):
        return Span(start, end, start, Kind.ITEM)
    heading = closes_line and text[end - 1] not in ".!?…\"'”’):;" and end - start < 160
    if heading:
        return Span(start, end, start, Kind.HEADING)
    line = _DATELINE.match(text, start, min(end, start + 90))
    body = line.end() if line and _is_dateline(line.group()) else start
    return Span(start, end, body, Kind.TEXT)


def _is_dateline(words: str) -> bool:
    """A place in capitals, or a place with a date or an agency, before a dash."""
    place = re.split(r"[,(:—–-]", words, maxsplit=1)[0].strip()
    capitals = place.isupper() and len(place) > 3
    return capitals or bool(re.search(r"\d|\(", words))
