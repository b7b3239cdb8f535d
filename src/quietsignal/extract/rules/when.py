"""When: which of the dates of a sentence belongs to an event."""

from quietsignal.extract.rules.clauses import segment_around
from quietsignal.extract.rules.dates import DateSpan, find_dates
from quietsignal.extract.rules.reading import Reading, Sentence
from quietsignal.records import UNKNOWN_DATE, EventType, ImpreciseDate, Precision, Status

__all__ = ["date_for"]

_AHEAD = (Status.ANNOUNCED, Status.OFFERED, Status.HYPOTHETICAL)
_BEHIND = (Status.DONE, Status.IN_FORCE)
_SPEECH = frozenset(
    "said says told known announced reported wrote stated declared disclosed added tweeted confirmed according announcement statement reports".split()
)


def date_for(
    reading: Reading, sentence: Sentence, *, position: int, status: Status
) -> ImpreciseDate:
    """The date nearest to a position that is not the day of speaking; unknown without one."""
    if not sentence.dates and not sentence.has_digits:
        return UNKNOWN_DATE
    forward = True if status in _AHEAD else False if status in _BEHIND else None
    begin = sentence.tokens[0].start if sentence.tokens else sentence.start  # after the dateline
    spans = find_dates(
        reading.text, (begin, sentence.end), clock=reading.clock._replace(forward=forward)
    )
    if not spans:
        return UNKNOWN_DATE
    best = min(spans, key=lambda span: _distance(sentence, span, position=position))
    if _distance(sentence, best, position=position) >= FAR:
        return UNKNOWN_DATE
    return best.date


FAR = 34  # tokens, after all additions, beyond which a date is not the event's


def _nearer(sentence: Sentence, index: int, *, position: int) -> bool:
    """Whether a trigger of another type stands much nearer to the date."""
    kinds = {found.trigger.type for found in sentence.found if found.first == position}
    reach = abs(index - position) - 4
    return any(
        abs(found.first - index) < reach
        and found.trigger.type not in kinds
        and found.trigger.sense not in ("list", "be", "meet", "send", "in", "join")
        for found in sentence.found
    )


_SPOKEN = frozenset(
    {EventType.STATEMENT, EventType.SUSPENSION, EventType.SANCTION, EventType.ECONOMIC_DEAL}
)


def _speaks(sentence: Sentence, position: int) -> bool:
    """Whether the event at a position is itself a word given: its day is the day of speaking."""
    return any(
        found.first == position and found.trigger.type in _SPOKEN for found in sentence.found
    )


def _of_speech(sentence: Sentence, index: int, *, date: ImpreciseDate) -> bool:
    """Whether a date is the day on which something was said: "announced on Monday"."""
    tokens = sentence.tokens
    day = date.precision is Precision.DAY
    for token in reversed(tokens[max(0, index - (4 if day else 2)) : index]):
        if token.lower in _SPEECH:
            return True
        if token.lower in (",", "that", ";"):
            break
    after = [token.lower for token in tokens[index : index + 3]]
    return day and bool(set(after) & _SPEECH)


def _distance(sentence: Sentence, span: DateSpan, *, position: int) -> int:
    index = next(
        (number for number, token in enumerate(sentence.tokens) if token.end > span.start),
        len(sentence.tokens) - 1,
    )
    first, last = segment_around(sentence.tokens, position)
    outside = 0 if first <= index < last else 15
    stolen = 15 if _nearer(sentence, index, position=position) else 0
    spoken = not _speaks(sentence, position) and _of_speech(sentence, index, date=span.date)
    return abs(index - position) + outside + stolen + (1000 if spoken else 0)
