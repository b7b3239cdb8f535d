"""Records in the words of a page: titles, facts, names and dates; and which address may be a link.

Nothing here raises for a record that it does not know: a ledger of another version may hold codes
of actors that this one has no name for, and they stand for themselves.
"""

import unicodedata
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from quietsignal.brief.labels import (
    actor_names,
    document_flags,
    edtf_words,
    language_names,
)
from quietsignal.brief.phrases import phrase
from quietsignal.brief.wording import day_words, quantity_words, sentence_case, span
from quietsignal.errors import UnknownActor
from quietsignal.records import (
    Claim,
    Document,
    DocumentKind,
    Event,
    EventType,
    Judgement,
    Verdict,
    type_entry,
)

__all__ = [
    "FILTERS",
    "counted",
    "facts",
    "folded",
    "label_words",
    "link",
    "names",
    "resting_on",
    "title",
    "type_words",
    "value_words",
]

_VERDICTS = {
    Verdict.ACCEPT: "accepted",
    Verdict.CORRECT: "corrected",
    Verdict.REJECT: "rejected",
    Verdict.UNSURE: "judged unsure",
}
_PLAIN = ("name", "item", "place", "quantity", "identity")
_DATES = ("date", "announced", "signed", "in_force", "ordered", "delivered", "ended")


def title(event: Event) -> str:
    """The event as a title: "The joint exercise Peace Guardian-2025 of Serbia and China"."""
    try:
        return sentence_case(phrase(event))
    except (UnknownActor, IndexError):  # an actor this version has no name for, or none at all
        return sentence_case(event.label)


def names(codes: Iterable[str]) -> str:
    """The names of actors, in a list."""
    return ", ".join(actor_names(codes))


def label_words(value: str) -> str:
    """A word of the ontology as one writes it: "in force" for `in_force`."""
    return value.replace("_", " ")


def type_words(value: str) -> str:
    """The type of an event as the ontology calls it."""
    return type_entry(EventType(value)).label


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 claim", "2,100 claims"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def folded(text: str) -> str:
    """The text without case and accents, for finding Vučić by vucic."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def facts(told: Event | Claim) -> tuple[tuple[str, str], ...]:
    """What an event or a claim says, field by field, in the order of the ontology."""
    rows = [
        ("type", type_words(told.type)),
        *((role, names(codes)) for role, codes in told.roles),
        ("date", span(told.date)),
        ("status", told.status.value),
        ("name", told.name),
        ("item", told.item),
        ("quantity", None if told.quantity is None else quantity_words(told.quantity)),
        ("place", told.place),
        *((key, value) for key, value in told.details),
        *((stage, edtf_words(day)) for stage, day in told.stages),
    ]
    free = {*_PLAIN, "date", "type", *dict(told.roles), *dict(told.stages)}
    return tuple(
        (sentence_case(label_words(key)), value if key in free else label_words(value))
        for key, value in rows
        if value
    )


def value_words(value: str, field: str) -> str:
    """One value of a field on which claims differ."""
    if field in _DATES:
        return edtf_words(value)
    if field == "type":
        return type_words(value)
    codes = value.split(", ")
    if all(code.isupper() and code.isalnum() for code in codes):
        return names(codes)
    return value if field in _PLAIN else label_words(value)


def resting_on(documents: Iterable[Document]) -> tuple[str, ...]:
    """What a reader must know at once where all that tell an event share it."""
    known = list(documents)
    flags = ["synthetic"] if known and all(one.synthetic for one in known) else []
    if known and all(one.kind is DocumentKind.CODED for one in known):
        flags.append("coded by hand")
    if known and all(one.kind is DocumentKind.DATASET for one in known):
        flags.append("data set")
    return tuple(flags)


def link(address: str) -> str:
    """The address where it may be a link, else nothing: http and https with a host only."""
    address = address.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    safe = parts.scheme.lower() in ("http", "https") and bool(parts.netloc)
    return address if safe and all(letter > " " for letter in address) else ""


def judged(judgement: Judgement) -> str:
    """A person's decision on a claim, in words."""
    words = f"{_VERDICTS.get(judgement.verdict, judgement.verdict.value)} by {judgement.author}"
    if judgement.correction:
        words += f" ({', '.join(map(label_words, judgement.correction))})"
    words += f", {_day(judgement.made_at.date())}"
    return sentence_case(f"{words}: {judgement.reason}" if judgement.reason else words)


def _day(day: date | None) -> str:
    return day_words(day) if day else "not known"


def language_attribute(document: Document) -> str:
    """The language of a text for its `lang` attribute; the empty string says it is not known."""
    code = document.language
    known = code.replace("-", "").isalnum() and code.isascii() and code != "und"
    return code if known else ""


FILTERS = {
    "address": link,
    "counted": counted,
    "day": _day,
    "edtf": edtf_words,
    "facts": facts,
    "flags": document_flags,
    "judged": judged,
    "label": label_words,
    "lang": language_attribute,
    "language": lambda code: language_names([code]),
    "names": names,
    "percent": lambda share: f"{share:.0%}",
    "sentence": sentence_case,
    "type": type_words,
    "value": value_words,
    "when": span,
}
