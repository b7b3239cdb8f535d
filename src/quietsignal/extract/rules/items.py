"""Items: designations of equipment (CH-92A, S-400) and the nouns of arms."""

import re
from typing import NamedTuple

from quietsignal.extract.rules.inflect import expand
from quietsignal.extract.rules.phrases import PhraseIndex
from quietsignal.extract.rules.reading import Sentence

__all__ = ["Item", "find_items", "names_equipment"]


class Item(NamedTuple):
    """An item of equipment at text[start:end]; `designated` when it has a type's name."""

    start: int
    end: int
    words: str
    designated: bool
    soft: bool = False  # "aircraft", "ships": arms only where the document tells of arms


_DESIGNATION = re.compile(
    r"\b(?:[A-Z]{1,5}[a-z]{0,3}-\d{1,4}[A-Z]{0,4}\d?(?:/[A-Z0-9-]+)?|[A-Z]{2,4}\d{2,4}[A-Z]{0,3}|[A-Z][a-z]+-(?:\d{1,3}[A-Z]{0,3}\d?|[IVX]{1,4}|[A-Z]\d?)"
    r"|JF-17|[A-Z]-\d{2,3}[A-Z]?)(?: Block \d+| Millennium)?(?![\w-])"
)
_NOT_DESIGNATION = re.compile(
    r"(?:COVID|G|EU|UN|AI|P|K|GPT|MH|QF|SARS|CO|PM|Q|H|HS|UTC|GMT|No|Article|Covid|Channel|Route|Highway|Sukhumi|Vostok|U|UNSCR|ISO|Formula)-?\d|[A-Z][a-z]+-(?:19|20)\d\d\b|[A-Z][a-z]+-(?:19|20|2[1-9])\b|G\d|F1\b|B92|N1\b|C4\b"
)
_TYPES = (
    "Rafale Gripen Typhoon Eurofighter Mirage Tejas BrahMos Bayraktar Anka Akinci Leopard Abrams Patriot Javelin Stinger NASAMS HIMARS "
    "Iskander Pantsir Tor Buk Kalashnikov Kalashnikovs Mistral Scorpene Scorpène CAESAR Caesar Mi-17 Apache Chinook Viper Hermes Heron Pegaz Pegasus Orbiter "
    "Barak SPYDER Iron-Dome Arrow Spike Kornet Igla Himars Taurus Shaheds Shahed Mohajer Hercules Globemaster Poseidon Seahawk Hawk Sukhoi MiG MiGs "
    "Griffin Puma Caracal Airbus-Helicopters Pinaka Akash Dornier MILGEM Su-30 Kilo Virginia-class Attack-class Ada-class Merkava Boxer Puma Lynx Stryker Bradley Harpoon Exocet Tomahawk "
    "Wing-Loong Yihaotong CH-4 Rainbow Hongdu JL-8 K-8W Yak-130 Aerostar"
).split()
_NAMED = re.compile(
    r"\b(?:"
    + "|".join(sorted((re.escape(name) for name in _TYPES), key=len, reverse=True))
    + r"|Iron Dome|Wing Loong|Attack Class|Super Tucano|Super Hornet|Bayraktar TB2)\b(?:[- ](?:[A-Z]{0,2}\d[\w-]*|[A-Z]\d?\b|[IVX]+\b))?"
)
_NOUNS = [
    "<drone>",
    "<uav>",
    "unmanned aerial vehicles",
    "unmanned aerial <vehicle>",
    "unmanned aircraft",
    "<missile>",
    "<missile> systems",
    "missile <system>",
    "air (defence|defense) <system>",
    "anti - aircraft (system|systems|missiles|guns)",
    "surface - to - air (missile|missiles)",
    "surface - to - air missile <system>",
    "<tank>",
    "fighter <jet>",
    "<fighter>",
    "fighter (aircraft|planes|plane)",
    "combat (aircraft|jets|planes|vehicles)",
    "military (aircraft|helicopters|vehicles|trucks|equipment|hardware|technology|goods|gear)",
    "<helicopter>",
    "attack <helicopter>",
    "<submarine>",
    "<frigate>",
    "<corvette>",
    "<warship>",
    "<destroyer>",
    "patrol (boat|boats|vessel|vessels|ship|ships)",
    "landing ships",
    "<howitzer>",
    "artillery",
    "artillery (shells|systems|rounds|pieces)",
    "rocket (launcher|launchers|artillery|systems)",
    "multiple rocket launchers",
    "<rifle>",
    "assault <rifle>",
    "ammunition",
    "munitions",
    "<munition>",
    "<shell>",
    "<cartridge>",
    "<mortar>",
    "armoured (vehicle|vehicles|personnel carriers|personnel carrier)",
    "armored (vehicle|vehicles|personnel carriers|personnel carrier)",
    "infantry fighting <vehicle>",
    "<radar>",
    "<torpedo>",
    "torpedoes",
    "<weapon>",
    "<armament>",
    "arms",
    "weaponry",
    "weapon <system>",
    "weapons <system>",
    "small arms",
    "<jet>",
    "<warplane>",
    "trainer (aircraft|jets|aircraft)",
    "transport (aircraft|planes|plane|helicopters)",
    "<gun>",
    "<bomb>",
    "defence equipment",
    "defense equipment",
    "<gunship>",
    "<grenade>",
    "<launcher>",
    "<minesweeper>",
    "air - to - air missiles",
    "cruise <missile>",
    "ballistic <missile>",
    "<bulletproof vest>",
    "military trucks",
    "machine <gun>",
    "air defences",
    "air defenses",
    "sniper rifles",
    "naval vessels",
    "aircraft carrier",
    "<interceptor>",
    "loitering <munition>",
    "self - propelled (howitzers|artillery|guns)",
    "(electronic warfare|command and control|coastal defence|coastal defense) <system>",
    "parachutes",
    "body armor",
    "body armour",
    "helmets",
]
_SOFT = [
    "aircraft",
    "planes",
    "machines",
    "ships",
    "vessels",
    "boats",
    "vehicles",
    "equipment",
    "units",
    "of the type",
    "fleet",
    "pieces",
]
_INDEX = PhraseIndex(
    [
        *((phrase, "noun") for pattern in _NOUNS for phrase in expand(pattern)),
        *((phrase, "soft") for phrase in _SOFT),
    ]
)
_DETERMINERS = frozenset(
    "the a an its their his her of these those such some several any more other new as".split()
)


def names_equipment(text: str) -> bool:
    """Whether a text names a type of equipment anywhere."""
    found = (
        match.group() for pattern in (_NAMED, _DESIGNATION) for match in pattern.finditer(text)
    )
    return any(not _NOT_DESIGNATION.match(words) for words in found)


def find_items(text: str, sentence: Sentence) -> list[Item]:
    """The items of equipment in a sentence, designations joined with the noun after them."""
    found = [
        Item(match.start(), match.end(), match.group(), designated=True)
        for pattern in (_DESIGNATION, _NAMED)
        for match in pattern.finditer(text, sentence.start, sentence.end)
        if not _NOT_DESIGNATION.match(match.group())
    ]
    taken = [(item.start, item.end) for item in found]
    for hit in _INDEX.find(sentence.tokens):
        start, end = sentence.tokens[hit.first].start, sentence.tokens[hit.last - 1].end
        if not any(start < stop and end > first for first, stop in taken):
            found.append(
                Item(start, end, text[start:end], designated=False, soft=hit.value == "soft")
            )
    return _joined(text, sorted(set(found)))


def _joined(text: str, items: list[Item]) -> list[Item]:
    """A designation and the noun after it ("FK-3", "missile systems") as one item."""
    joined: list[Item] = []
    for item in items:
        last = joined[-1] if joined else None
        if last and item.start < last.end:
            continue
        if (
            last
            and last.designated
            and not item.designated
            and _adjacent(text[last.end : item.start])
        ):
            joined[-1] = Item(last.start, item.end, text[last.start : item.end], designated=True)
            continue
        joined.append(item)
    return joined


def _adjacent(between: str) -> bool:
    """Whether nothing but an adjective or two stands between a designation and its noun."""
    return len(between) < 32 and not re.search(
        r"[,;:.()\"“”’']|\b(?:and|to|from|of|for|the|a|with|in|by|or)\b", between
    )
