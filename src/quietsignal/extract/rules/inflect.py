"""Inflection: the forms of English verbs and nouns that a pattern stands for.

A pattern may hold {verb} for all forms of a verb, <noun> for singular and plural, and (a|b|) for
alternatives, an empty one included.
"""

import itertools
import re
from functools import cache

__all__ = ["expand", "plural", "verb_forms"]

_IRREGULAR = {
    "be": "be is are was were been being",
    "become": "become becomes became becoming",
    "begin": "begin begins began begun beginning",
    "break": "break breaks broke broken breaking",
    "bring": "bring brings brought bringing",
    "build": "build builds built building",
    "buy": "buy buys bought buying",
    "cancel": "cancel cancels canceled cancelled canceling cancelling",
    "travel": "travel travels traveled travelled traveling travelling",
    "come": "come comes came coming",
    "cut": "cut cuts cutting",
    "do": "do does did done doing",
    "fly": "fly flies flew flown flying",
    "get": "get gets got gotten getting",
    "give": "give gives gave given giving",
    "go": "go goes went gone going",
    "have": "have has had having",
    "hold": "hold holds held holding",
    "keep": "keep keeps kept keeping",
    "lead": "lead leads led leading",
    "leave": "leave leaves left leaving",
    "lend": "lend lends lent lending",
    "make": "make makes made making",
    "meet": "meet meets met meeting",
    "pay": "pay pays paid paying",
    "put": "put puts putting",
    "quit": "quit quits quitting",
    "run": "run runs ran running",
    "sail": "sail sails sailed sailing",
    "see": "see sees saw seen seeing",
    "sell": "sell sells sold selling",
    "send": "send sends sent sending",
    "set": "set sets setting",
    "speak": "speak speaks spoke spoken speaking",
    "spend": "spend spends spent spending",
    "stand": "stand stands stood standing",
    "take": "take takes took taken taking",
    "teach": "teach teaches taught teaching",
    "tell": "tell tells told telling",
    "undertake": "undertake undertakes undertook undertaken undertaking",
    "win": "win wins won winning",
    "withdraw": "withdraw withdraws withdrew withdrawn withdrawing",
    "write": "write writes wrote written writing",
}
_DOUBLING = frozenset(
    {
        "ship",
        "stop",
        "scrap",
        "equip",
        "ban",
        "admit",
        "commit",
        "transfer",
        "refer",
        "shun",
        "plan",
        "train",
        "permit",
        "dock",
        "drop",
        "defer",
    }
) - {"train", "dock"}
_HOLE = re.compile(r"\{(\w+)\}|<([\w-]+)>|\(([^()]*)\)")


@cache
def verb_forms(verb: str) -> tuple[str, ...]:
    """The forms of a verb: buy, buys, bought, buying."""
    if verb in _IRREGULAR:
        return tuple(_IRREGULAR[verb].split())
    stem = verb + verb[-1] if verb in _DOUBLING else verb
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return verb, third, stem + "ed", stem + "ing"


def plural(noun: str) -> str:
    """The plural of a noun."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


def expand(pattern: str) -> list[str]:
    """All phrases that a pattern stands for."""
    parts: list[tuple[str, ...]] = []
    position = 0
    for match in _HOLE.finditer(pattern):
        parts.append((pattern[position : match.start()],))
        verb, noun, options = match.groups()
        if verb:
            parts.append(verb_forms(verb))
        elif noun:
            parts.append((noun, plural(noun)))
        else:
            parts.append(tuple(options.split("|")))
        position = match.end()
    parts.append((pattern[position:],))
    return [" ".join("".join(pieces).split()) for pieces in itertools.product(*parts)]
