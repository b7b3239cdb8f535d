"""Labels of records: events, documents and languages in a few words."""

from collections.abc import Iterable, Iterator

from quietsignal.actors import actor
from quietsignal.brief.wording import span
from quietsignal.errors import BadDate, UnknownActor
from quietsignal.records import (
    Claim,
    Document,
    DocumentKind,
    Event,
    parse_edtf,
    type_entry,
)

__all__ = [
    "actor_names",
    "claim_flags",
    "document_flags",
    "edtf_words",
    "event_words",
    "language_names",
]

_LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "bs": "Bosnian", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
    "hr": "Croatian", "hu": "Hungarian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "mk": "Macedonian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sl": "Slovene", "sq": "Albanian", "sr": "Serbian", "tr": "Turkish", "uk": "Ukrainian",
    "zh": "Chinese",
}  # fmt: skip


def edtf_words(text: str) -> str:
    """The words of a text that may be an EDTF date; any other text as it is."""
    try:
        return span(parse_edtf(text)) if text else text
    except BadDate:
        return text


def language_names(codes: Iterable[str]) -> str:
    """The names of the languages of these codes; a code without a name stands for itself."""
    return ", ".join(_LANGUAGES.get(code, code) for code in codes)


def event_words(told: Event | Claim) -> str:
    """What an event or a claim tells, in a few words: its name, type, date and status."""
    label = type_entry(told.type).label
    name = told.name or told.item
    head = f"{name}, {label}" if name else f"{label}: {', '.join(actor_names(told.actors()))}"
    status = told.status.value.replace("_", " ")
    return f"{head} ({span(told.date)}, {status})"


def actor_names(codes: Iterable[str]) -> Iterator[str]:
    """The names of the actors of these codes; a code without an actor stands for itself."""
    for code in codes:
        try:
            yield actor(code).name
        except UnknownActor:
            yield code


def claim_flags(claim: Claim, document: Document) -> tuple[str, ...]:
    """What a reader must know of how a claim was made: by which rule or model, how sure it is."""
    if document.kind is not DocumentKind.CAPTURED:
        return ()
    made = f"read by machine ({claim.extractor}, confidence {claim.confidence:.2f}), not reviewed"
    return (made,)


def document_flags(document: Document) -> tuple[str, ...]:
    """What a reader must know of a document before trusting its words."""
    flags = ["synthetic"] if document.synthetic else []
    if document.kind is DocumentKind.CODED:
        flags.append("coded by hand: the words are the coder's, the source was not captured")
    if document.kind is DocumentKind.DATASET:
        edition = edtf_words(document.edition or "")
        flags.append(f"data set, edition of {edition}" if edition else "data set, edition unknown")
    return tuple(flags)
