"""Lint: the rules that a brief must pass before it is rendered, and a rendered one again."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from quietsignal.actors import ActorKind, all_actors
from quietsignal.brief.model import Brief, EntryKind, Note, Piece, Section, Table
from quietsignal.brief.reread import Rendered, read_rendered
from quietsignal.brief.support import (
    allowed_numbers,
    evidence_quotes,
    evidence_text,
    unsupported_numbers,
)

__all__ = ["Finding", "Severity", "lint", "lint_file"]


class Severity(StrEnum):
    """An error keeps the brief from being rendered; a warning asks for a second look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a sentence breaks: where, why, and the sentence itself."""

    rule: str
    place: str
    message: str
    sentence: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class _Checked:
    """A piece of a brief beside its note, its place in words, and the words that are its own."""

    piece: Piece
    place: str
    note: Note | None
    own_words: str
    numbers: frozenset[str]


_LIKELIHOOD = re.compile(
    r"\b(almost no chance|remote chance|remotely possible|(?:very |highly )?(?:un)?likely"
    r"|(?:highly )?(?:im)?probabl[ey]|improbability|roughly even (?:chance|odds)"
    r"|(?:almost|nearly) certain(?:ly)?)\b",
    re.IGNORECASE,
)  # ICD 203 (2 January 2015), D.6.e(2)(a)
_CONFIDENCE = re.compile(r"\b(low|moderate|medium|high) (?:\w+ )?confidence\b", re.IGNORECASE)
_CERTAINTY = re.compile(
    r"\b(proves?|proved|proven|undoubtedly|clearly|obviously|definitely|unquestionably"
    r"|undeniabl[ey]|indisputabl[ey]|evidently|without (?:a )?doubt|no doubt|beyond doubt)\b",
    re.IGNORECASE,
)
_ABSENCE = re.compile(
    r"\b(no(?! longer\b| later\b| more than\b| fewer than\b| less than\b| doubt\b)(?=[ \u00a0])"
    r"|none|never|nothing|nobody|nowhere"
    r"|first(?! half\b| quarter\b| of all\b| place\b| time series\b))\b",
    re.IGNORECASE,
)
_ZERO = re.compile(
    r"(?<![\d.,])0(?:\.0+)?[ \u00a0\u202f]?(?:%|per ?cent\b)|\bzero\b", re.IGNORECASE
)
_ZERO_CELL = re.compile(r"0(?:[.,]0+)?[ \u00a0\u202f]?%?\Z")
_UNKNOWN = re.compile(r"\b(unknown|not known|outside coverage|no coverage)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|‘[^’]*’(?!\w)")
_CODE = re.compile(r"\b[A-Z]{3}\b")
_COMMON_CODES = {"USA", "SDN"}  # also words of English prose: the country, the sanctions list
_SEVERAL = re.compile(r"\b(?:[a-z]{2,}|[A-Z][a-z]{4,}|\d{2,})[.!?][”\")]*\s+[A-Z]")


def lint(brief: Brief) -> tuple[Finding, ...]:
    """What is wrong with a cited brief, in the order in which it is read."""
    notes = {note.number: note for note in brief.notes}
    return tuple(
        finding for section in brief.sections for finding in _section(section, brief, notes=notes)
    )


def lint_file(path: Path) -> tuple[Finding, ...]:
    """What is wrong with a rendered brief (.html or .md), which may have been edited since.

    Each sentence carries a mark, each mark leads to a note, each note holds a quote, a coverage
    record or a figure, and the page holds no script and loads nothing. Raises `UsageError` for
    another suffix and `UnreadableInput` for a file that cannot be read.
    """
    return tuple(_rendered_findings(read_rendered(path)))


def _section(section: Section, brief: Brief, *, notes: dict[int, Note]) -> Iterator[Finding]:
    pieces = list(section.pieces())
    if not pieces:
        message = f"section {section.title!r} is empty, expected a sentence, a table or a chart"
        yield Finding("empty-section", section.id, message, "")
    for piece in pieces:
        note = notes.get(brief.marks.get(piece.place, 0))
        own_words = _QUOTED.sub(" ", piece.text)
        numbers = allowed_numbers(piece.evidence, note, as_of=brief.as_of)
        checked = _Checked(piece, _place_words(piece), note, own_words, numbers)
        for rule in _RULES:
            yield from rule(checked)
    for index, table in enumerate(section.tables):
        note = notes.get(brief.marks.get((section.id, "tables", index), 0))
        yield from _cells(
            table, allowed_numbers(table.evidence, note, as_of=brief.as_of), section.id
        )


def _place_words(piece: Piece) -> str:
    section, part, index = piece.place
    return f"{section}, {part.removesuffix('s')} {index + 1}"


def _finding(rule: str, checked: _Checked, message: str, *, warn: bool = False) -> Finding:
    severity = Severity.WARNING if warn else Severity.ERROR
    return Finding(rule, checked.place, message, checked.piece.text, severity)


def _no_evidence(checked: _Checked) -> Iterator[Finding]:
    chart = checked.piece.place[1] == "charts"
    if not checked.piece.evidence:
        message = "found no evidence, expected an event, a claim, a figure or a coverage record"
        yield _finding("no-evidence", checked, message, warn=chart)
    elif checked.note is None:
        yield _finding("no-note", checked, "found no note, expected the brief to be cited")


def _empty_note(checked: _Checked) -> Iterator[Finding]:
    note = checked.note
    if note and not any(entry.kind is not EntryKind.DOCUMENT for entry in note.entries):
        message = f"note {note.number} has no quote, coverage record or figure, expected one"
        yield _finding("empty-note", checked, message)


def _unverified_quote(checked: _Checked) -> Iterator[Finding]:
    for quote in evidence_quotes(checked.piece.evidence):
        if not quote.citable:
            message = f"quote {quote.exact!r} was not found in its document"
            yield _finding("unverified-quote", checked, message)


def _likelihood(checked: _Checked) -> Iterator[Finding]:
    likelihood = _LIKELIHOOD.search(checked.own_words)
    confidence = _CONFIDENCE.search(checked.own_words)
    if likelihood and confidence:
        message = (
            f"found {likelihood.group()!r} and {confidence.group()!r}, "
            "expected a likelihood and a confidence in two sentences"
        )
        yield _finding("likelihood-with-confidence", checked, message)


def _certainty(checked: _Checked) -> Iterator[Finding]:
    for match in _CERTAINTY.finditer(checked.own_words):
        message = f"{match.group()!r} claims more than sources can carry"
        yield _finding("certainty", checked, message)


def _absence(checked: _Checked) -> Iterator[Finding]:
    evidence = checked.piece.evidence
    match = _ABSENCE.search(checked.own_words)
    if match is None or evidence.coverage:
        return
    word = match.group().casefold()
    quoted = any(
        re.search(rf"\b{word}s?\b", quote.exact, re.IGNORECASE)
        for quote in evidence_quotes(evidence)
    )
    message = f"{match.group()!r} rests on no coverage record: where was searched, and when?"
    if quoted:
        message += " (a quote says it)"
    yield _finding("absence-without-coverage", checked, message, warn=quoted)


def _unknown_as_zero(checked: _Checked) -> Iterator[Finding]:
    if not _ZERO.search(checked.own_words):
        return
    reasons = [
        row["reason"]
        for figure in checked.piece.evidence.figures
        for row in figure.rows
        if row.get("reason")
    ]
    if reasons:
        message = f"a value is not known ({reasons[0]}) and must not be written as zero"
        yield _finding("unknown-as-zero", checked, message)


def _actor_code(checked: _Checked) -> Iterator[Finding]:
    for match in _CODE.finditer(checked.own_words):
        name = _state_codes().get(match.group())
        if name and match.group() not in _COMMON_CODES:
            message = f"found the code {match.group()}, expected the name {name}"
            yield _finding("actor-code", checked, message)


@cache
def _state_codes() -> dict[str, str]:
    return {str(one.code): one.name for one in all_actors() if one.kind is ActorKind.STATE}


def _numbers(checked: _Checked) -> Iterator[Finding]:
    if not checked.piece.evidence:
        return
    text = evidence_text(checked.piece.evidence, checked.note)
    for number in unsupported_numbers(checked.piece.text, checked.numbers, text=text):
        message = f"{number!r} occurs neither in the quotes, the events nor the figures"
        yield _finding("unsupported-number", checked, message)


def _several_sentences(checked: _Checked) -> Iterator[Finding]:
    match = _SEVERAL.search(checked.piece.text)
    if match and checked.piece.place[1] in ("sentences", "bullets"):
        message = f"found more than one sentence at {match.group()!r}, expected one a note"
        yield _finding("several-sentences", checked, message, warn=True)


_RULES: tuple[Callable[[_Checked], Iterator[Finding]], ...] = (
    _no_evidence,
    _empty_note,
    _unverified_quote,
    _likelihood,
    _certainty,
    _absence,
    _unknown_as_zero,
    _actor_code,
    _numbers,
    _several_sentences,
)


def _cells(table: Table, numbers: frozenset[str], section: str) -> Iterator[Finding]:
    """The findings in the cells of a table: a zero beside "unknown", a number from nowhere."""
    text = evidence_text(table.evidence, None)
    for row in table.rows:
        words = " | ".join(row)
        place = f"{section}, table {table.caption!r}"
        if _UNKNOWN.search(words) and any(_ZERO_CELL.match(cell.strip()) for cell in row):
            message = "found zero in a row that is not known, expected the word unknown"
            yield Finding("unknown-as-zero", place, message, words)
        for number in unsupported_numbers(words, numbers, text=text):
            message = f"{number!r} occurs neither in the quotes, the events nor the figures"
            yield Finding("unsupported-number", place, message, words, Severity.WARNING)


def _rendered_findings(page: Rendered) -> Iterator[Finding]:
    for place, message in page.forbidden:
        yield Finding("external-resource", place, message, "")
    for sentence in page.sentences:
        if not sentence.marks:
            message = "found no note, expected a mark after the sentence"
            yield Finding("no-evidence", sentence.place, message, sentence.text)
        for mark in sentence.marks:
            if mark not in page.notes:
                message = f"mark {mark} leads to no note"
                yield Finding("dangling-mark", sentence.place, message, sentence.text)
        if _SEVERAL.search(sentence.text):
            message = "found more than one sentence before a mark, expected one a note"
            yield Finding(
                "several-sentences", sentence.place, message, sentence.text, Severity.WARNING
            )
    for number, holds in page.notes.items():
        if not holds:
            message = f"note {number} has no quote, coverage record or figure, expected one"
            yield Finding("empty-note", f"note {number}", message, "")
    for section in page.empty_sections:
        yield Finding("empty-section", section, f"section {section!r} is empty", "")
