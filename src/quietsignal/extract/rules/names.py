"""Names of exercises and agreements: capitalised or quoted words beside the noun."""

import re
from functools import cache

__all__ = ["agreement_name", "exercise_name", "exercise_names", "numbered_names"]

_WORD = r"[A-ZÀ-ÞİŞČŠŽ][\w'’-]*"
_SUFFIX = r"(?:[-–/ ](?:20\d\d|\d{1,3}(?:[.-]\d)?|[IVXL]{1,5}|[A-Z])\b)?"
_TITLE = rf"{_WORD}(?:[- ](?:(?:of|the|and|de|al) )?{_WORD}){{0,3}}"
_QUOTED = r"[\"“‘'„«]{1,2}(?P<quoted>[A-ZÀ-Þİ0-9][^\"“”’'‘„«»\n]{2,45}?)[,.]?[\"”’'“»]{1,2}(?P<year>[- ](?:20)?\d\d\b)?"
_NOUN = r"(?:[Ee]xercises?|[Dd]rills?|[Mm]anoeuvres?|[Mm]aneuvers?|[Ww]ar ?games?|EXERCISE)"
_SOURCES = (
    rf"\b{_NOUN}s?,? (?:called |named |dubbed |codenamed |code-named |known as |titled |entitled )?(?:the )?{_QUOTED}",
    rf"{_QUOTED},? (?:\w+[ -]){{0,4}}{_NOUN}",
    rf"\b(?:called|named|dubbed|codenamed|code-named|known as|titled|entitled) (?:the )?(?:{_QUOTED}|(?P<name>{_TITLE}{_SUFFIX}))",
    rf"\b(?:call|calls|called) (?:it|them|this) (?P<name>{_TITLE}{_SUFFIX})",
    rf"\b(?:[Ee]xercises?|EXERCISE|[Mm]anoeuvres?|[Mm]aneuvers?) (?P<name>{_TITLE}{_SUFFIX})",
    rf"\b{_NOUN},? (?:of|than|as|like|such as|for) (?P<name>{_WORD}(?: {_WORD}){{1,2}}{_SUFFIX})",
    rf"^(?:In pictures: )?{_QUOTED}",
    rf"\b(?:[Ee]xercises?|[Dd]rills?),? (?P<name>{_TITLE}[- ](?:20\d\d|\d\d)\b)",
    rf"(?P<name>{_TITLE}[-– ](?:20\d\d|[12]\d)\b)(?:[,)]? (?:\w+[ -]){{0,3}}{_NOUN})",
    rf"\b(?:the|annual|The|multinational|joint|year['’]s|biennial) (?P<name>{_WORD}(?: {_WORD}){{1,2}}(?:[-– ](?:20\d\d|\d\d|[IVX]+)\b)?) (?:(?:joint|military|naval|multinational|annual|training|air|field) ){{0,2}}{_NOUN}",
    rf"(?P<name>{_WORD}(?: {_WORD}){{1,2}}{_SUFFIX}), (?:an?|the) (?:\w+[ -]){{0,3}}{_NOUN}",
    rf"[–—(-] ?(?P<name>{_TITLE}[- ](?:20\d\d|\d\d)\b) ?[–—)-]",
    rf"(?<![.\w] )\b(?P<name>{_WORD} {_WORD}(?: {_WORD})?[- ](?:20\d\d|[012]\d)\b)",
)
_BAD = frozenset(
    "Joint Military Naval International Multinational Annual Bilateral The This It In On At And With Defence Defense Army Navy Air January February March April "
    "May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday President Minister General "
    "Ministry Force Forces Royal Chinese Russian American US Since During From After Before Until NATO UN EU Summer Spring Winter Autumn Photo Twitter".split()
)
_DATES = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)


_NUMBERED = re.compile(
    rf"(?:(?<![.\w] )\b|\b(?:held|hosted|for|of|as|during|is|the|training|drill|it) )(?P<name>{_WORD} {_WORD}(?: {_WORD})?[- ](?:20\d\d|[012]\d))\b"
)


def numbered_names(text: str, span: tuple[int, int], *, actors: frozenset[str]) -> list[str]:
    """The titles with a year in the span of a text ("Platinum Wolf 23"), which exercises bear."""
    found = (_clean(match, actors) for match in _NUMBERED.finditer(text, *span))
    return [name for name in found if name]


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(source) for source in _SOURCES)


def exercise_names(text: str, spans: list[tuple[int, int]], *, actors: frozenset[str]) -> list[str]:
    """The names of exercises in the spans of a text, each once, the longer before the shorter."""
    names: dict[str, None] = {}
    for start, end in spans:
        for pattern in _patterns():
            for match in pattern.finditer(text, start, end):
                name = _clean(match, actors)
                if name:
                    names[name] = None
    return sorted(names, key=len, reverse=True)


def exercise_name(text: str, span: tuple[int, int], *, actors: frozenset[str]) -> str | None:
    """The name of an exercise in the span of a text; `actors` are words that name actors."""
    for pattern in _patterns():
        for match in pattern.finditer(text, *span):
            name = _clean(match, actors)
            if name:
                return name
    return None


def _clean(match: re.Match[str], actors: frozenset[str]) -> str | None:
    found = match.groupdict()
    if found.get("quoted"):
        return (found["quoted"] + (found.get("year") or "")).strip(" ,.")
    words = (found.get("name") or "").strip(" -–,.").split()
    while words and (words[0] in _BAD or words[0] in ("Exercise", "Exercises")):
        words = words[1:]
    name = " ".join(words)
    letters = re.sub(r"[\d\W]", "", name)
    if len(letters) < 4 or _DATES.search(name) or words[0] in _BAD or words[-1] in _BAD:
        return None
    if all(word in actors for word in re.split(r"[ -]", name) if word.isalpha()):
        return None
    return name


_KINDS = r"(?:Agreement|Treaty|Pact|Accord|Partnership|Memorandum(?: of Understanding)?|Protocol|Action Plan|Program(?:me)?|Declaration|Convention|Roadmap|Plan)"
_AGREEMENT = re.compile(
    rf"(?P<name>(?:{_WORD}(?:[ -](?:(?:of|for|and|on|the|in|to) )*(?={_WORD}))?)+)"
)
_TITLED = re.compile(rf"\b{_KINDS}\b")
_LOWER = re.compile(
    r"\b(?P<name>(?:(?:comprehensive|strategic|enhanced|mutual|military|defen[cs]e|security|bilateral|technical|military-technical|framework|cooperation|nuclear|border|peace|status[- ]of[- ]forces|"
    r"information[- ]sharing|logistics?|reciprocal|access|non-aggression|intergovernmental|general|free|trade|visiting|forces|individual|partnership|action|state|collective|assistance|friendship|basing|acquisition) )+"
    r"(?:agreements?|treaty|pact|accord|partnership|memorandum of understanding|memorandum|protocol|plan|program(?:me)?|roadmap|deal)(?: on [a-z -]{4,40})?)",
    re.IGNORECASE,
)


_TAIL = re.compile(
    r" (?:on|in|of|for) (?:the )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April"
    r"|May|June|July|August|September|October|November|December)\b.*"
)


def agreement_name(text: str, span: tuple[int, int]) -> str | None:
    """The name of an agreement in the span of a text: its title, or the words that describe it."""
    for match in _AGREEMENT.finditer(text, *span):
        name = _TAIL.sub("", match["name"].strip())
        if _TITLED.search(name) and len(name.split()) >= 2:
            return re.sub(r"^(?:The|A|An|In|On|Under) ", "", name)
    lower = _LOWER.search(text, *span)
    return lower["name"] if lower else None
