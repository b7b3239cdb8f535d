"""What a page says about itself: title, publisher, author, day, language, address.

Looked up in this order: JSON-LD (schema.org), meta tags, elements of the page.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from quietsignal.collect.html_dates import stated_dates
from quietsignal.collect.language import declared_language
from quietsignal.records import ImpreciseDate

__all__ = ["PageFacts", "page_facts"]

_JSON_LD_BYTES = 1_000_000
_JSON_LD_NODES = 2_000
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|PressRelease)\Z")
_LONGEST = 300  # characters of a name or title


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """The facts of a page; empty where it does not state them. `dates` are candidates in order."""

    title: str
    publisher: str
    author: str
    dates: tuple[ImpreciseDate, ...]
    language: str
    address: str
    synthetic: bool


def page_facts(tree: Any) -> PageFacts:
    """What the parsed page says about itself."""
    meta = _meta(tree)
    article = _article(tree)
    publisher = _name(article.get("publisher")) or _first(meta, "og:site_name", "application-name")
    return PageFacts(
        title=_title(tree, meta, article=article, publisher=publisher),
        publisher=publisher,
        author=_name(article.get("author")) or _author(meta),
        dates=tuple(stated_dates(tree, meta=meta, article=article)),
        language=_language(tree, meta),
        address=_address(tree, meta),
        synthetic=meta.get("quietsignal:synthetic", "").lower() in ("yes", "true", "1"),
    )


def _meta(tree: Any) -> dict[str, str]:
    """The meta tags by name or property in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        key = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        value = _clean(tag.get("content") or "")
        if key and value:
            found.setdefault(key.strip().lower(), value)
    return found


def _first(meta: dict[str, str], *keys: str) -> str:
    return next((meta[key] for key in keys if meta.get(key)), "")


def _clean(text: object) -> str:
    """One line of text without entities and superfluous space; empty for what is no text."""
    if not isinstance(text, str):
        return ""
    return " ".join(unescape(text).split())[:_LONGEST]


def _article(tree: Any) -> dict[str, Any]:
    """The first JSON-LD object of the page that is an article; empty without one."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        source = script.text or ""
        if len(source) > _JSON_LD_BYTES:
            continue
        try:
            content = json.loads(source.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(content):
            types = node.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and _ARTICLE.search(name) for name in names):
                return node
    return {}


def _nodes(content: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD block, outermost first, up to a bound."""
    waiting = [content]
    for _ in range(_JSON_LD_NODES):
        if not waiting:
            return
        item = waiting.pop(0)
        if isinstance(item, dict):
            yield item
            waiting.extend(value for value in item.values() if isinstance(value, dict | list))
        elif isinstance(item, list):
            waiting.extend(item[:_JSON_LD_NODES])


def _name(value: Any) -> str:
    """The name or names in a JSON-LD value: a text, an object with a name, or a list of them."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        names = dict.fromkeys(filter(None, (_name(item) for item in value[:10])))
        return ", ".join(names)[:_LONGEST]
    name = re.sub(r"^by\s+", "", _clean(value), flags=re.IGNORECASE)
    return "" if name.lower().startswith(("http:", "https:")) else name


def _author(meta: dict[str, str]) -> str:
    return _name(_first(meta, "author", "article:author", "dc.creator", "parsely-author"))


def _title(tree: Any, meta: dict[str, str], *, article: dict[str, Any], publisher: str) -> str:
    headings = [_clean(heading.text_content()) for heading in tree.iter("h1")]
    shown = _clean(next((tag.text_content() for tag in tree.iter("title")), ""))
    stated = _clean(article.get("headline")) or _first(meta, "og:title", "twitter:title") or shown
    for heading in headings:
        # the heading is the title without what the site adds to it
        if len(heading) >= 15 and stated.lower().startswith(heading.lower()):
            return heading
    if not stated:
        return next(filter(None, headings), "")
    return _without_site(stated, publisher)


def _without_site(title: str, publisher: str) -> str:
    """The title without the name of the site at its end (Headline - Example Times)."""
    head, separator, tail = title, "", ""
    for mark in (" | ", " - ", " – ", " — ", " :: ", " • "):
        if mark in title:
            head, separator, tail = title.rpartition(mark)
            break
    known = publisher.lower() and tail.lower() in (publisher.lower(), f"{publisher.lower()}.com")
    return head.strip() if separator and known and head.strip() else title


def _language(tree: Any, meta: dict[str, str]) -> str:
    root = tree.getroottree().getroot()
    for value in (root.get("lang"), root.get("xml:lang"), meta.get("content-language")):
        language = declared_language(value or "")
        if language:
            return language
    return declared_language(meta.get("og:locale", ""))


def _address(tree: Any, meta: dict[str, str]) -> str:
    """The address that the page gives for itself, when it is a whole one."""
    links = (
        link.get("href") or "" for link in tree.iter("link") if link.get("rel", "") == "canonical"
    )
    for address in (*links, meta.get("og:url", "")):
        try:
            parts = urlsplit(address.strip())
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname and not parts.username:
            return address.strip()
    return ""
