"""A page of the web to a document: headline, empty line, body.

The page is parsed from the bytes that were archived; nothing here fetches. Parsing runs in a
child process with bounded memory and time (`worker`), so the limits here are those of meaning.
"""

import logging
import re
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

import trafilatura
from lxml import etree, html

from quietsignal.collect.encoding import decode, html_charset
from quietsignal.collect.html_dates import EARLIEST, guessed_day, plausible
from quietsignal.collect.html_hidden import remove_hidden
from quietsignal.collect.html_metadata import PageFacts, page_facts
from quietsignal.collect.invisible import invisible_characters
from quietsignal.collect.language import detect_language
from quietsignal.collect.parsed import Hints, Parsed
from quietsignal.errors import UnreadableInput

__all__ = ["parse"]

# What is discarded is told by our own errors, not by the log of a library.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def parse(content: bytes, hints: Hints) -> Parsed:
    """The document that a page holds.

    Raises `UnreadableInput` for a page that is nested too deeply or holds no text.
    """
    declared = hints.charset or html_charset(content)
    decoded = decode(content, name=hints.name, declared=declared)
    tree = _tree(decoded.text, hints.name)
    facts = page_facts(tree)
    published, date_warnings = _published(tree, hints, facts=facts)
    hidden = remove_hidden(tree)
    body = _body(tree, hints.name)
    text = _with_headline(facts.title, body)
    return Parsed(
        text=text,
        title=facts.title or body.split("\n", 1)[0][:200],
        publisher=facts.publisher or _host(hints.address or facts.address),
        author=facts.author or None,
        published=published,
        language=facts.language or detect_language(text),
        address=hints.address or facts.address,
        synthetic=facts.synthetic,
        warnings=decoded.warnings + date_warnings + hidden + invisible_characters(text),
    )


def _tree(text: str, name: str) -> Any:
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=False
    )
    try:
        tree = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise UnreadableInput(f"{name}: found no element, expected an HTML page") from None
    for entry in parser.error_log:
        if entry.type_name == "ERR_RESOURCE_LIMIT":
            # libxml2 stops there and drops the rest: part of a page must not pass for the whole
            found = "deeper nesting" if "depth" in entry.message else "a longer piece of text"
            raise UnreadableInput(
                f"{name}: found {found} than a parser follows (line {entry.line}), expected a page "
                "with at most 256 levels and 10 MB in one element"
            )
    return tree


def _published(tree: Any, hints: Hints, *, facts: PageFacts) -> tuple[str, tuple[str, ...]]:
    """The date of publication in EDTF, and a hint where only impossible dates are stated."""
    for stated in facts.dates:
        if plausible(stated, hints.captured_on):
            return stated.to_edtf(), ()
    guessed = guessed_day(tree, address=hints.address, captured_on=hints.captured_on)
    if guessed is not None:
        return guessed.isoformat(), ()
    if facts.dates:
        hint = (
            f"published: the page says {facts.dates[0]}, expected a day from {EARLIEST} to the "
            f"capture on {hints.captured_on}; left unknown"
        )
        return "", (hint,)
    return "", ()


def _body(tree: Any, name: str) -> str:
    """The text of the article: paragraphs apart, lists and tables together."""
    extracted = trafilatura.bare_extraction(
        tree, fast=True, favor_recall=True, include_comments=False, include_tables=True
    )
    lines = (getattr(extracted, "text", None) or "").split("\n")
    lines = [line.strip() for line in lines if line.strip()]
    if not lines:
        raise UnreadableInput(f"{name}: found no text in the page, expected an article")
    parts = [lines[0]]
    for before, line in pairwise(lines):
        together = any(before.startswith(mark) and line.startswith(mark) for mark in ("- ", "|"))
        parts.append(("\n" if together else "\n\n") + line)
    return "".join(parts)


def _with_headline(title: str, body: str) -> str:
    """The headline, an empty line and the body, which does not begin with the headline again."""
    first, _, rest = body.partition("\n")
    if title and _plain(first) == _plain(title):
        body = rest.lstrip("\n")
    return "\n\n".join(part for part in (title, body) if part) + "\n"


def _plain(line: str) -> str:
    return re.sub(r"\W+", " ", line).strip().lower()


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
