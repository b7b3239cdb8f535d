"""When a page was published: the dates that it states, and the one that htmldate finds.

htmldate fills what a date lacks with the day of the run or the first of the month, and reads
"two days ago" from today. Its answer counts only where all of it stands in the page.
"""

import logging
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from htmldate import find_date
from lxml import etree, html

from quietsignal.collect.datelines import full_date
from quietsignal.errors import BadDate
from quietsignal.records import ImpreciseDate, parse_edtf

__all__ = ["EARLIEST", "guessed_day", "plausible", "stated_dates"]

EARLIEST = date(1990, 1, 1)  # the web is no older; earlier dates are placeholders such as 1970
_META = (
    *("article:published_time", "og:article:published_time", "og:published_time"),
    *("datepublished", "date.published", "pubdate", "publishdate", "publish-date", "publish_date"),
    *("publication_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date"),
    *("parsely-pub-date", "sailthru.date", "citation_publication_date", "datecreated", "date"),
)
_ISO_DAY = re.compile(r"\s*(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)")
_ISO_PART = re.compile(r"\s*(\d{4}(?:-\d{2})?)\s*\Z")

logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def plausible(stated: ImpreciseDate, captured_on: date) -> bool:
    """Whether a page of the web captured that day can have been published on the date.

    One day later is allowed for: the publisher's clock may be ahead of ours.
    """
    return stated.start is not None and EARLIEST <= stated.start <= captured_on + timedelta(days=1)


def stated_dates(
    tree: Any, *, meta: Mapping[str, str], article: Mapping[str, Any]
) -> Iterator[ImpreciseDate]:
    """The dates on which the page may have been published, the most reliable statement first.

    `meta` are its meta tags, `article` its description in JSON-LD.
    """
    texts = [article.get("datePublished"), article.get("dateCreated")]
    texts += [meta.get(key) for key in _META]
    for tag in tree.iter("*"):
        if tag.get("itemprop") == "datePublished":
            texts.append(tag.get("content") or tag.get("datetime") or tag.text_content())
    times = list(tree.iter("time"))
    times.sort(key=lambda tag: tag.get("pubdate") is None)
    texts += [tag.get("datetime") or tag.text_content() for tag in times[:3]]
    for text in texts:
        found = _read(text)
        if found is not None:
            yield found


def _read(text: Any) -> ImpreciseDate | None:
    """The day that a stated time begins with, or its month or year; no time zone is applied."""
    if not isinstance(text, str):
        return None
    day, part = _ISO_DAY.match(text), _ISO_PART.match(text)
    try:
        if day:
            return ImpreciseDate.day(date(*map(int, day.groups())))
        if part:
            return parse_edtf(part.group(1))
    except (ValueError, BadDate):
        return None
    written = full_date(text[:100])
    return ImpreciseDate.day(written) if written else None


def guessed_day(tree: Any, *, address: str, captured_on: date) -> date | None:
    """The day that htmldate finds in the markup or the address, when it really stands there."""
    source = etree.tostring(tree, encoding="unicode")
    found = find_date(
        etree.fromstring(source, parser=html.HTMLParser()),  # a copy, for it may be changed
        original_date=True,
        extensive_search=False,
        url=address or None,
        min_date=EARLIEST.isoformat(),
        max_date=captured_on.isoformat(),
    )
    day = date.fromisoformat(found) if found else None
    if day is None or not plausible(ImpreciseDate.day(day), captured_on):
        return None
    return day if _stands_in(day, address) or _stands_in(day, source) else None


def _stands_in(day: date, text: str) -> bool:
    """Whether the text holds year, month and day in numbers, or day and year around a word."""
    year, month, number = f"{day.year}", f"0?{day.month}", f"0?{day.day}"
    between, word = r"\D{0,2}", r"[^\d<>]{2,18}"
    forms = (
        rf"{year}{between}{month}{between}{number}",
        rf"{number}{between}{month}{between}{year}",
        rf"{month}{between}{number}{between}{year}",
        rf"{number}{word}{year}",
        rf"[^\W\d]{{3,12}}\.? {number}(?:st|nd|rd|th)?,? {year}",
    )
    return re.search(rf"(?<!\d)(?:{'|'.join(forms)})(?!\d)", text) is not None
