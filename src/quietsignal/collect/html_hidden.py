"""Text of a page that a reader does not see: taken out of the page and reported.

Such text is how a page speaks to a machine behind the reader's back. Seen are styles that stand
on the element itself; style sheets are not computed.
"""

import re
from typing import Any

__all__ = ["remove_hidden"]

_NOTHING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|font-size\s*:\s*0*(?:\.0+)?(?:px|pt|em|rem|%|vw)?\s*(?:;|!|$)"
    r"|opacity\s*:\s*0*(?:\.0+)?%?\s*(?:;|!|$)"
    r"|(?:text-indent|left|top|margin-left)\s*:\s*-\d{4,}px"
    r"|clip-path\s*:\s*inset\(\s*100%)",
    re.IGNORECASE,
)
_COLOUR = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]+)", re.IGNORECASE)
_BACKGROUND = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_WHITE = re.compile(
    r"#f{3}(?:f{3})?\Z|white\Z|rgba?\(\s*255\s*,\s*255\s*,\s*255\s*(?:,\s*1(?:\.0+)?\s*)?\)\Z",
    re.IGNORECASE,
)
_TRANSPARENT = re.compile(r"transparent\Z|rgba\([^)]*,\s*0(?:\.0+)?\s*\)\Z", re.IGNORECASE)
# Menus, forms and dialogs are hidden until they are wanted; nobody reads them as the article.
_FURNITURE = frozenset(
    "nav header footer form aside dialog button select option menu script style noscript template "
    "svg iframe figure video audio object label li ul".split()
)
_TELLING = 40  # letters from which hidden text is reported
_MOST = 0.5  # of the page's text in white: then its background is dark, and the text is seen


def remove_hidden(tree: Any) -> tuple[str, ...]:
    """Take hidden elements out of a parsed page; gives a hint for each way that hid a passage."""
    whole = max(1, len(_text(tree)))
    reported: dict[str, list[str]] = {}
    white: list[tuple[Any, str]] = []
    for element, way in _hidden(tree):
        text = _text(element)
        if way == "white on white":
            white.append((element, text))
            continue
        if _is_telling(element, text):
            reported.setdefault(way, []).append(text)
        _drop(element)
    if sum(len(text) for _, text in white) <= _MOST * whole:
        for element, text in white:
            if _is_telling(element, text):
                reported.setdefault("white on white", []).append(text)
            _drop(element)
    return tuple(_hint(way, texts) for way, texts in reported.items())


def _hidden(tree: Any) -> list[tuple[Any, str]]:
    """The outermost hidden elements with the way in which each is hidden."""
    found: list[tuple[Any, str]] = []
    inside: set[Any] = set()
    for element in tree.iter("*"):
        if element.getparent() in inside:
            inside.add(element)
            continue
        way = _way(element)
        # <html> and <body> are often hidden until a script has run
        if way and element.tag not in ("html", "body", "head"):
            inside.add(element)
            found.append((element, way))
    return found


def _way(element: Any) -> str:
    """How an element is hidden by itself, empty when it is not."""
    style = element.get("style")
    if element.get("hidden") is not None:
        return "attribute hidden"
    if not style:
        return _white(element, element.get("color", "")) if element.tag == "font" else ""
    match = _NOTHING.search(style)
    if match:
        return match.group(0).strip("; !").lower().replace(" ", "")
    colour = _COLOUR.search(style)
    return _white(element, colour.group(1)) if colour else ""


def _white(element: Any, colour: str) -> str:
    """The way `white on white` for text in the colour of the background that is known for it."""
    colour = colour.strip().lower()
    if _TRANSPARENT.match(colour):
        return "transparent"
    background = _background(element)
    if background == colour or (_WHITE.match(colour) and _WHITE.match(background)):
        return "white on white" if _WHITE.match(colour) else "text in the colour of its background"
    return ""


def _background(element: Any) -> str:
    """The nearest background that is written on an element around the text; white when none is."""
    for holder in (element, *element.iterancestors()):
        match = _BACKGROUND.search(holder.get("style") or "")
        value = (match.group(1) if match else holder.get("bgcolor") or "").strip().lower()
        if value and not _TRANSPARENT.match(value):
            return value
    return "white"


def _is_telling(element: Any, text: str) -> bool:
    """Whether hidden text is worth a hint: a passage, and no furniture of the page."""
    if sum(character.isalpha() for character in text) < _TELLING:
        return False
    around = (element, *element.iterancestors())
    if any(holder.tag in _FURNITURE for holder in around):
        return False
    return not any(part.tag in _FURNITURE for part in element.iter("*"))


def _text(element: Any) -> str:
    parts = (
        part.text or ""
        for part in element.iter("*")
        if part.tag not in ("script", "style", "noscript", "template")
    )
    tails = (part.tail or "" for part in element.iterdescendants())
    return " ".join(" ".join(parts).split() + " ".join(tails).split())


def _drop(element: Any) -> None:
    """Take an element out of its tree, but leave the text that follows it."""
    if element.getparent() is not None:
        element.drop_tree()


def _hint(way: str, texts: list[str]) -> str:
    size = sum(map(len, texts))
    begin = texts[0][:60].rstrip()
    return f"hidden text: {size} characters left out ({way}), beginning {begin!r}"
