"""Numbers in prose: which ones a sentence says, and which ones its evidence supports."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from quietsignal.brief.labels import edtf_words
from quietsignal.brief.model import Evidence, Figure, Note
from quietsignal.brief.wording import span
from quietsignal.records import Claim, Event, ImpreciseDate, Quote

__all__ = ["allowed_numbers", "evidence_quotes", "evidence_text", "unsupported_numbers"]

_WORDS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "twice": "2",
}  # fmt: skip
# "one" is left out: in prose it is a pronoun more often than a number.
_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b", re.IGNORECASE)
_DESIGNATION = re.compile(r"\b[A-Z]{1,5}[-‑]?\d+[A-Za-z]*\b")  # FK-3, HQ-17AE, CH-92A, Q1
_SPAN = re.compile(r"\b(\d{2})(\d{2})\s?[-–/]\s?(\d{2})\b(?![-–/]?\d)")  # 2019-23, 2019/23
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?![\d,])")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_FOREIGN_THOUSANDS = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?!\d)"
)  # 1.400, 5 000
_FOREIGN_DECIMAL = re.compile(r"(?<![\d.,])\d+,\d+(?![\d,])")  # 7,7 odsto
_SQUEEZED = re.compile(r"[\s‑–-]+")


def unsupported_numbers(words: str, allowed: frozenset[str], *, text: str) -> tuple[str, ...]:
    """The numbers in these words that are not allowed, as they are written.

    A designation such as FK-3 is no number: it is looked for as a whole in `text`, the words of
    the evidence.
    """
    squeezed = _squeeze(text)
    strange = [
        match.group()
        for match in _DESIGNATION.finditer(words)
        if _squeeze(match.group()) not in squeezed
    ]
    plain = _DESIGNATION.sub(" ", words)
    return (*strange, *(said for said, value in _said(plain) if value not in allowed))


def allowed_numbers(evidence: Evidence, note: Note | None, *, as_of: date) -> frozenset[str]:
    """Every number that the evidence supports, normalised (57, 0.4, 1400).

    Those of the quotes, the fields and dates of events, figures with their working (also rounded,
    and shares as percentages), coverage and the day of the brief; and how many there are of each.
    """
    found = set(_numbers_in(evidence_text(evidence, note)))
    found.update(_numbers_in(span(ImpreciseDate.day(as_of))))
    found.update(str(count) for count in _counts(evidence))
    for figure in evidence.figures:
        found.update(_rounded(figure))
    return frozenset(found)


def evidence_quotes(evidence: Evidence) -> Iterator[Quote]:
    """Every quote of the evidence."""
    for claim in _claims(evidence):
        yield from claim.quotes


def evidence_text(evidence: Evidence, note: Note | None) -> str:
    """All words of the evidence, from which a sentence may take its numbers."""
    parts = [quote.exact for quote in evidence_quotes(evidence)]
    told_by: tuple[Event | Claim, ...] = (*evidence.events, *_claims(evidence))
    for told in told_by:
        parts.extend(_field_words(told))
    for figure in evidence.figures:
        parts += [figure.measure, figure.text, edtf_words(figure.edition or "")]
        parts += [value for row in figure.rows for pair in row.items() for value in pair]
    for coverage in evidence.coverage:
        parts += [coverage.what, span(coverage.period), coverage.period.to_edtf()]
        parts += [str(coverage.sources), coverage.note]
    for document in evidence.documents:
        parts += [document.title, span(document.published)]
    if note:
        parts += [word for entry in note.entries for word in (entry.lead, entry.about, entry.text)]
    return "\n".join(parts)


def _claims(evidence: Evidence) -> Iterator[Claim]:
    yield from evidence.claims
    for event in evidence.events:
        yield from event.claims


def _field_words(told: Event | Claim) -> Iterator[str]:
    yield from (span(told.date), told.date.to_edtf())
    yield from (text for text in (told.name, told.item, told.place) if text)
    if told.quantity is not None:
        yield f"{told.quantity:f}"
    for _, value in (*told.details, *told.stages):
        yield from (value, edtf_words(value))
    if isinstance(told, Event):
        yield from (value.value for conflict in told.conflicts for value in conflict.values)
        if told.first_known:
            yield span(ImpreciseDate.day(told.first_known))


def _counts(evidence: Evidence) -> Iterator[int]:
    """How many events, claims, sources and days there are: what a reader can count."""
    claims = {claim.id: claim for claim in _claims(evidence)}
    yield from (len(evidence.events), len(claims), len(evidence.coverage))
    yield len({claim.document for claim in claims.values()})
    for event in evidence.events:
        yield from (event.independent_sources, len(event.claims), len(event.actors()))
        if event.date.start and event.date.end:
            yield (event.date.end - event.date.start).days + 1
    yield from (len(figure.rows) for figure in evidence.figures)


def _said(words: str) -> Iterator[tuple[str, str]]:
    """Each number in English prose as it is written, with its normal form."""
    for match in _WORD.finditer(words):
        yield match.group(), _WORDS[match.group().casefold()]
    for match in _SPAN.finditer(words):
        yield match.group(), match.group(1) + match.group(3)
    words = _SPAN.sub(r"\1\2 ", words)
    for match in _THOUSANDS.finditer(words):
        yield match.group(), _normal(re.sub(r"\D", "", match.group()))
    for match in _NUMBER.finditer(_THOUSANDS.sub(" ", words)):
        yield match.group(), _normal(match.group())


def _numbers_in(text: str) -> Iterator[str]:
    """Each number of a source in any of the ways in which it may be meant."""
    text = _DESIGNATION.sub(" ", text)
    yield from (value for _, value in _said(text))
    for match in _FOREIGN_THOUSANDS.finditer(text):
        yield _normal(re.sub(r"\D", "", match.group()))
    for match in _FOREIGN_DECIMAL.finditer(text):
        yield _normal(match.group().replace(",", "."))


def _rounded(figure: Figure) -> Iterator[str]:
    texts = [figure.text, *(value for row in figure.rows for value in row.values())]
    for text in texts:
        for match in _NUMBER.finditer(text):
            exact = Decimal(match.group())
            scales = (exact, exact * 100) if exact <= 1 else (exact,)
            for value in scales:
                for places in (Decimal(1), Decimal("0.1"), Decimal("0.01")):
                    for way in (ROUND_HALF_UP, ROUND_HALF_EVEN):
                        yield _normal(str(value.quantize(places, rounding=way)))


def _normal(digits: str) -> str:
    text = format(Decimal(digits), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _squeeze(text: str) -> str:
    return _SQUEEZED.sub("", text).casefold()
