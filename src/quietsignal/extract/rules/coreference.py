"""Coreference: "both sides", "the alliance", "the country" and "they" as mentions of actors."""

from collections import Counter
from collections.abc import Sequence

from quietsignal.extract.rules.phrases import PhraseIndex
from quietsignal.extract.rules.reading import Mention, Sentence

__all__ = ["resolve"]

_BODIES = (
    "countries",
    "sides",
    "nations",
    "states",
    "governments",
    "armies",
    "militaries",
    "navies",
    "parties",
    "forces",
    "neighbours",
    "neighbors",
    "partners",
    "allies",
    "leaders",
    "ministers",
    "presidents",
    "air forces",
    "ministries",
    "delegations",
    "capitals",
    "peoples",
    "defence ministers",
    "defense ministers",
    "foreign ministers",
    "republics",
)
_PHRASES: list[tuple[str, str]] = [
    *(
        (f"{lead} {body}", "two")
        for lead in ("both", "the two", "these two", "the two neighbouring", "their two", "our two")
        for body in _BODIES
    ),
    *((f"the three {body}", "three") for body in _BODIES),
    *((f"the four {body}", "four") for body in _BODIES),
    ("the pair", "two"),
    ("one another", "two"),
    ("each other", "two"),
    ("bilateral", "two"),
    ("the alliance", "alliance"),
    ("the bloc", "bloc"),
    ("the organisation", "bloc"),
    ("the organization", "bloc"),
    *(
        (phrase, "one")
        for phrase in (
            "the country",
            "his country",
            "her country",
            "their country",
            "the nation",
            "the kingdom",
            "the island nation",
            "the republic",
            "the government",
            "the ministry",
            "the army",
            "the navy",
            "the air force",
            "the military",
            "the defence ministry",
            "the defense ministry",
            "the foreign ministry",
            "the ministry of defence",
            "the ministry of defense",
            "the president",
            "the minister",
            "the prime minister",
        )
    ),
    ("they", "it"),
    ("it", "it"),
    ("he", "it"),
    ("she", "it"),
]
_INDEX = PhraseIndex(_PHRASES)
_COUNT = {"two": 2, "three": 3, "four": 4}


def resolve(sentences: Sequence[Sentence]) -> None:
    """Add to each sentence the mentions that its general words and pronouns stand for."""
    recent: list[str] = []
    both: list[str] = []  # the two actors of the sentence before, which "they" may stand for
    focus = ""
    main = _main(sentences)
    for sentence in sentences:
        own = [mention for mention in sentence.mentions if not mention.topic]
        added: list[Mention] = []
        for hit in _INDEX.find(sentence.tokens):
            seen = _before(own, hit.first)
            following = sentence.tokens[hit.last].lower if hit.last < len(sentence.tokens) else ""
            if hit.value == "one" and (following == "of" or focus in _ORGANISATIONS):
                continue
            they = hit.value == "it" and sentence.tokens[hit.first].lower == "they" and both
            topic = main or focus if hit.value == "one" else focus
            codes = both if they else _stands_for(hit.value, seen=seen, recent=recent, focus=topic)
            if hit.value == "it" and not _opens(sentence, own, hit.first):
                continue
            added += [_mention(sentence, code, hit.first, last=hit.last) for code in codes]
        sentence.mentions = sorted([*sentence.mentions, *added], key=lambda found: found.first)
        named = [mention for mention in added if mention.kind is None and mention.code == main]
        focus = _focus(own) or _focus(named) or focus
        both = _pair(sentence)
        for mention in own:
            if mention.code in recent:
                recent.remove(mention.code)
            recent.append(mention.code)


def _opens(sentence: Sentence, own: Sequence[Mention], position: int) -> bool:
    """Whether a pronoun is the subject of its sentence: first, or after an opening phrase."""
    before = [mention for mention in own if mention.first < position]
    if any(
        mention.acts and mention.preposition == "" and len(mention.code) == 3 for mention in before
    ):
        return False
    opening = sentence.tokens[:position]
    if len(opening) <= 5 and any(token.text.isdigit() for token in opening):
        return True  # "On 28 November 2019 they held ..."
    return position <= 2 or sentence.tokens[position - 1].lower in (
        ",",
        "that",
        "said",
        "and",
        "but",
    )


def _main(sentences: Sequence[Sentence]) -> str:
    """The one state that a document is about, when it names it far more often than any other."""
    counts = Counter(
        mention.code
        for sentence in sentences
        for mention in sentence.mentions
        if not mention.topic and mention.code not in _ORGANISATIONS
    )
    ranked = counts.most_common(2)
    if len(ranked) < 2:
        return ranked[0][0] if ranked else ""
    return ranked[0][0] if ranked[0][1] >= 1.5 * ranked[1][1] else ""


def _pair(sentence: Sentence) -> list[str]:
    """The two actors of a sentence that names no other: "Serbia and China", "the two countries"."""
    codes = list(dict.fromkeys(mention.code for mention in sentence.mentions if mention.acts))
    return codes if len(codes) == 2 else []


def _before(mentions: Sequence[Mention], position: int) -> list[str]:
    return list(dict.fromkeys(mention.code for mention in mentions if mention.first < position))


def _focus(mentions: Sequence[Mention]) -> str:
    acting = [mention for mention in mentions if mention.acts]
    free = [mention for mention in acting if mention.preposition == ""]
    return free[0].code if free else ""


def _stands_for(word: str, *, seen: list[str], recent: list[str], focus: str) -> list[str]:
    order = [*(code for code in recent if code not in seen), *seen]
    states = [
        code for code in order if len(code) == 3 and code.isupper() and code not in _ORGANISATIONS
    ]
    if word in _COUNT:
        wanted = _COUNT[word]
        return states[-wanted:] if len(states) >= wanted else []
    if word == "alliance":
        return ["NATO"] if "NATO" in order else []
    if word == "bloc":
        organisations = [code for code in order if code in _ORGANISATIONS or len(code) != 3]
        return organisations[-1:]
    if word == "one" and seen and len(seen) == 1:
        return seen
    return [focus] if focus else []


_ORGANISATIONS = frozenset(
    {"SCO", "PFP", "OAS", "EAC", "GCC", "CIS", "OTS", "G5S", "NATO", "EU", "UN", "AU", "CSTO"}
)


def _mention(sentence: Sentence, code: str, first: int, *, last: int) -> Mention:
    before = sentence.tokens[first - 1].lower if first else ""
    preposition = (
        before if before in ("with", "between", "by", "to", "from", "of", "for", "in") else ""
    )
    head = tuple(token.lower for token in sentence.tokens[last : last + 3])
    return Mention(
        code=code,
        kind=None,
        first=first,
        last=last,
        preposition=preposition,
        place=before == "in",
        head=head,
        possessive=head[:1] == ("'s",),
    )
