"""Ships: the prefix before a ship's name tells whose ship it is."""

from quietsignal.extract.rules.lexicon import Named, NameKind
from quietsignal.extract.rules.tokens import Token

__all__ = ["find_ships", "ship_names"]

PREFIXES = {
    **dict.fromkeys(("USS", "USNS", "USCGC"), "USA"),
    **dict.fromkeys(("HMS", "RFA"), "GBR"),
    **dict.fromkeys(("INS", "ICGS"), "IND"),
    **dict.fromkeys(("PNS", "PMSS"), "PAK"),
    **dict.fromkeys(("JS", "JDS"), "JPN"),
    **dict.fromkeys(("TCG",), "TUR"),
    **dict.fromkeys(("HMAS", "ADV"), "AUS"),
    **dict.fromkeys(("HTMS",), "THA"),
    **dict.fromkeys(("BNS",), "BGD"),
    **dict.fromkeys(("SLNS",), "LKA"),
    "KRI": "IDN", "BRP": "PHL", "HMCS": "CAN", "HMNZS": "NZL", "ROKS": "KOR", "KD": "MYS",
    "RSS": "SGP", "KDB": "BRN", "HNLMS": "NLD", "HDMS": "DNK", "HNoMS": "NOR", "HSwMS": "SWE",
    "ORP": "POL", "SAS": "ZAF", "NNS": "NGA", "RNOV": "OMN", "ENS": "EGY", "FGS": "DEU", "UMS": "MMR",
}  # fmt: skip


def find_ships(tokens: list[Token]) -> list[Named]:
    """The ships in the tokens, each as a mention of its state; the name is part of it."""
    return [
        Named(PREFIXES[token.text], NameKind.MILITARY, index, index + 2)
        for index, token in enumerate(tokens[:-1])
        if token.text in PREFIXES and tokens[index + 1].text[:1].isupper()
    ]


def ship_names(tokens: list[Token]) -> list[str]:
    """The ships in the tokens by prefix and name, up to two words of it."""
    names = []
    for ship in find_ships(tokens):
        last = ship.last
        if last < len(tokens) and tokens[last].text[:1].isupper():
            last += 1
        names.append(" ".join(token.text for token in tokens[ship.first : last]))
    return names
