"""Words of a brief: dates, numbers, lists and actors as prose has them."""

from collections.abc import Iterable, Sequence
from datetime import date

from quietsignal.actors import ActorKind, actor
from quietsignal.records import ImpreciseDate, Precision

__all__ = [
    "actor_name",
    "actor_names",
    "count",
    "day_words",
    "joined",
    "percent",
    "quantity_words",
    "sentence_case",
    "span",
    "when",
]

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_QUARTERS = {1: "first", 4: "second", 7: "third", 10: "fourth"}
_SMALL = "no one two three four five six seven eight nine ten eleven twelve".split()
_ARTICLE = {"USA", "GBR", "ARE", "NLD", "PHL", "BHS", "GMB", "MDV", "COD", "DOM"}
_BY_ACRONYM = {"NATO", "ASEAN", "ECOWAS", "AUKUS", "BRICS", "OPEC", "MERCOSUR", "UNASUR"}
_MAX_NAMES = 4


def actor_name(code: str) -> str:
    """The name of an actor inside a sentence: "the United States", "Serbia", "NATO"."""
    found = actor(code)
    if code in _BY_ACRONYM:
        return code
    is_named = found.kind is ActorKind.ORGANISATION and code != "PFP"
    needs = (code in _ARTICLE or is_named) and not found.name.lower().startswith("the ")
    return f"the {found.name}" if needs else found.name


def actor_names(codes: Sequence[str], *, first: str | None = None) -> str:
    """Several actors in a sentence; beyond five they are counted."""
    ordered = sorted(codes, key=lambda code: code != first)
    if len(ordered) > _MAX_NAMES + 1:
        rest = len(ordered) - _MAX_NAMES + 1
        shown = [actor_name(code) for code in ordered[: _MAX_NAMES - 1]]
        return f"{', '.join(shown)} and {rest} others"
    return joined([actor_name(code) for code in ordered])


def joined(parts: Iterable[str]) -> str:
    """A list in prose: "a", "a and b", "a, b and c"."""
    items = list(parts)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def count(number: int, singular: str, *, plural: str | None = None) -> str:
    """A counted noun: "one source", "three sources", "14 sources", "no source"."""
    word = _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"
    noun = singular if number in (0, 1) else plural or f"{singular}s"
    return f"{word} {noun}"


def percent(share: float) -> str:
    """A share between 0 and 1 as a whole percentage; below half a percent it says so."""
    return "under 1 %" if 0 < share < 0.005 else f"{share * 100:.0f} %"


def quantity_words(quantity: float) -> str:
    """A quantity without needless decimals."""
    return f"{quantity:,.0f}" if quantity == int(quantity) else f"{quantity:,g}"


def sentence_case(text: str) -> str:
    """The text with its first letter capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def day_words(day: date) -> str:
    """A day in words: "20 July 2025"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def span(value: ImpreciseDate) -> str:
    """A date in words with the precision that it has: "July 2025", "19 to 28 July 2025", "2016"."""
    words = _span(value)
    return f"about {words}" if value.approximate else words


def when(value: ImpreciseDate) -> str:
    """A date as an adverbial: "on 15 July 2025", "in July 2025", "from 19 to 28 July 2025"."""
    if not value.known:
        return "at a date that the sources do not give"
    words = span(value)
    if value.precision is Precision.DAY:
        return f"on {words}"
    if value.precision is Precision.OPEN:
        return words
    if value.precision is Precision.RANGE and not _whole_years(value):
        return f"from {words}"
    return f"in {words}"


def _span(value: ImpreciseDate) -> str:
    start, end = value.start, value.end
    if start is None or end is None:
        return _open_span(start, end)
    if value.precision is Precision.DAY:
        return day_words(start)
    if value.precision is Precision.YEAR:
        return str(start.year)
    if value.precision is Precision.RANGE:
        return _range(value, start, end)
    return _month_or_longer(value.precision, start)


def _month_or_longer(precision: Precision, start: date) -> str:
    if precision is Precision.QUARTER:
        return f"the {_QUARTERS[start.month]} quarter of {start.year}"
    if precision is Precision.SEASON:
        # Winter is named for the year in which it begins, as in EDTF.
        years = f"{start.year}/{(start.year + 1) % 100:02d}" if start.month == 12 else start.year
        return f"{_SEASONS[start.month]} {years}"
    return f"{_MONTHS[start.month - 1]} {start.year}"


def _open_span(start: date | None, end: date | None) -> str:
    if start is not None:
        return f"since {_edge(start, first=True)}"
    if end is not None:
        return f"until {_edge(end, first=False)}"
    return "date not known"


def _range(value: ImpreciseDate, start: date, end: date) -> str:
    if _whole_years(value):
        return f"{start.year} to {end.year}"
    if start.year != end.year:
        return f"{day_words(start)} to {day_words(end)}"
    if start.month != end.month:
        return f"{start.day} {_MONTHS[start.month - 1]} to {day_words(end)}"
    return f"{start.day} to {day_words(end)}"


def _edge(day: date, *, first: bool) -> str:
    """An open date's known end, which EDTF rounds outwards to whole months and years."""
    if (day.month, day.day) == ((1, 1) if first else (12, 31)):
        return str(day.year)
    return day_words(day)


def _whole_years(value: ImpreciseDate) -> bool:
    start, end = value.start, value.end
    return (
        start is not None
        and end is not None
        and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    )
