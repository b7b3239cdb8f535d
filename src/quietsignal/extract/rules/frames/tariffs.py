"""Trade provisions: which duty falls, from what to what, on whose goods, in how many years."""

import re

from quietsignal.extract.rules.drafts import Draft, Scene
from quietsignal.extract.rules.lexicon import NameKind
from quietsignal.extract.rules.reading import Mention, Reading, Sentence
from quietsignal.extract.rules.roles import ORGANISATIONS, codes_of
from quietsignal.extract.rules.when import date_for
from quietsignal.records import UNKNOWN_DATE, EventType, Status

__all__ = ["trade_provision"]

_NUMBER = r"\d{1,3}(?:\.\d+)?"
_PERCENT = r"(?: ?percent| per cent| ?%|-percent)"
_FROM_TO = re.compile(rf"from ({_NUMBER}){_PERCENT}? (?:down )?to (zero|nil|{_NUMBER})\b")
_INSTEAD = re.compile(rf"({_NUMBER}){_PERCENT}? instead of ({_NUMBER})")
_ZERO = re.compile(
    r"\b(?:zero|duty-free|free of duty|free of customs|eliminat\w+|remov(?:e|ed|ing|al)|abolish\w*|abolition|scrap\w*|tariff-free|strikes?|"
    r"lift\w*|relieved|fall away|falls away|disappear|be gone|phased? out|waive\w*)\b",
    re.IGNORECASE,
)
_SUBJECT_TO = re.compile(
    rf"(?:subject to|levied|charged|carried|faced|taxed at) (?:a |an |duties of |tariffs of )*({_NUMBER}){_PERCENT}"
)
_YEARS = re.compile(
    r"(?:(?P<low>\d{1,2})(?: to |-|–| or ))?(?P<high>\d{1,2}|two|three|four|five|seven|eight|ten|twelve|fifteen|twenty) years",
    re.IGNORECASE,
)
_WORDS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "seven": 7,
    "eight": 8,
    "ten": 10,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
}
_MUTUAL = re.compile(
    r"\b(?:mutual|both sides|either side|each other|both countries|the partners|the two|mutually|reciprocal)\b",
    re.IGNORECASE,
)
_GOODS = re.compile(
    r"(?:^|\b(?:on|Chinese|Serbian|for|all) )((?:[a-z0-9%-]+ ){0,3}(?:weapons|arms|ammunition|goods|products|imports|exports|vehicles))\b"
)
_FUTURE = re.compile(
    r"\b(?:will|would|promis\w+|agreed to|is to be|are to be|future|pledg\w+|shall)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:whether|if|wants?|wanted|demand\w*|could|might|may|urged?|called for|threaten\w*|rais(?:e|ed|ing)|increas\w+|impos\w+)\b",
    re.IGNORECASE,
)


def trade_provision(scene: Scene) -> list[Draft]:
    """A tariff that one grants to the goods of another."""
    sentence, reading = scene.sentence, scene.reading
    around = reading.text[sentence.start : sentence.end]
    if not (_ZERO.search(around) or _FROM_TO.search(around) or _INSTEAD.search(around)):
        return []
    told = _FROM_TO.search(around) or _INSTEAD.search(around)
    if _OPEN.search(around) or not (told or reading.free_trade):
        return []
    sides = _sides(reading, sentence, around=around)
    if sides is None:
        return []
    status = Status.ANNOUNCED if _FUTURE.search(around) else Status.IN_FORCE
    if sentence.kind == "text" and "includes" in sentence.lowers:
        status = Status.IN_FORCE
    return [
        Draft(
            type=EventType.TRADE_PROVISION,
            roles={"grantor": sides[0], "beneficiary": sides[1]},
            status=status,
            sentences=_with_rate(reading, sentence),
            date=date_for(reading, sentence, position=scene.position, status=status)
            if sentence.dates
            else UNKNOWN_DATE,
            item=_goods(around, sentence),
            details=_terms(around) | _earlier_rate(reading, sentence),
            score=0.6,
        )
    ]


def _sides(
    reading: Reading, sentence: Sentence, *, around: str
) -> tuple[list[str], list[str]] | None:
    """Who grants and who benefits; both ways when the rule is mutual."""
    mentions = [m for m in sentence.mentions if m.code not in ORGANISATIONS and not m.topic]
    pair = reading.pair()
    if _MUTUAL.search(around) and pair:
        return [*pair], [pair[1], pair[0]]
    beneficiary = codes_of(m for m in mentions if _owns_goods(m))[:1]
    grantor = codes_of(
        m for m in mentions if m.preposition in ("into", "to") and m.code not in beneficiary
    )
    grantor = grantor[:1] or [c for c in codes_of(mentions) if c not in beneficiary][:1]
    if not grantor and not beneficiary:
        return _from_context(reading, sentence)
    if pair is None:
        return (grantor, beneficiary) if grantor and beneficiary else None
    others = [code for code in pair if code not in (*grantor, *beneficiary)]
    grantor, beneficiary = grantor or others[:1], beneficiary or others[:1]
    return (grantor, beneficiary) if grantor and beneficiary else None


def _owns_goods(mention: Mention) -> bool:
    """Whether the goods come from that actor: "from X", "Chinese goods", "made in X"."""
    if mention.preposition == "from":
        return True
    demonym = mention.kind is NameKind.DEMONYM
    if demonym and (
        {"tariffs", "tariff", "duties", "duty", "import", "list", "side"} & set(mention.head[:2])
    ):
        return False
    return (
        demonym
        or (mention.preposition in ("of", "in") and "origin" in mention.head[:2])
        or mention.place
        or "exports" in mention.head[:2]
    )


def _from_context(reading: Reading, sentence: Sentence) -> tuple[list[str], list[str]] | None:
    """A line of a list takes the direction of the sentence that opens the list."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 12), -1):
        before = reading.sentences[index]
        states = [m for m in before.mentions if m.code not in ORGANISATIONS]
        if before.kind == "text" and len({m.code for m in states}) == 2:
            beneficiary = codes_of(m for m in states if m.preposition in ("from", "in"))[:1]
            grantor = [code for code in codes_of(states) if code not in beneficiary][:1]
            return (grantor, beneficiary) if grantor and beneficiary else None
    return None


def _goods(around: str, sentence: Sentence) -> str | None:
    """The goods that the rule is on; the head of the line in a list."""
    head, colon, _ = around.partition(":")
    if colon and sentence.kind != "text" and len(head) < 80:
        return head.strip()
    match = _GOODS.search(around)
    return match[1] if match else None


def _terms(around: str) -> dict[str, str]:
    terms: dict[str, str] = {}
    if _ZERO.search(around):
        terms["rate_to"] = "0"
    change = _FROM_TO.search(around)
    if change:
        terms |= {"rate_from": _plain(change[1]), "rate_to": _plain(change[2])}
    instead = _INSTEAD.search(around)
    if instead:
        terms |= {"rate_from": _plain(instead[2]), "rate_to": _plain(instead[1])}
    years = _YEARS.search(around)
    if years:
        high = years["high"].lower()
        terms["years_max"] = str(_WORDS.get(high, high))
        if years["low"]:
            terms["years_min"] = years["low"]
    return terms


def _plain(rate: str) -> str:
    return "0" if rate in ("zero", "nil") else f"{float(rate):g}"


def _next(reading: Reading, sentence: Sentence) -> re.Match[str] | None:
    """The rate in the sentence after: "Previously, such imports were subject to ..."."""
    if sentence.index + 1 >= len(reading.sentences):
        return None
    following = reading.sentences[sentence.index + 1]
    if not {"previously", "formerly", "until", "before", "earlier"} & following.lowers:
        return None
    return _SUBJECT_TO.search(reading.text, following.start, following.end)


def _earlier_rate(reading: Reading, sentence: Sentence) -> dict[str, str]:
    match = _next(reading, sentence)
    return {"rate_from": _plain(match[1])} if match else {}


def _with_rate(reading: Reading, sentence: Sentence) -> list[int]:
    return [sentence.index, sentence.index + 1] if _next(reading, sentence) else [sentence.index]
