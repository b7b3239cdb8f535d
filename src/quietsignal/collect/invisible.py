"""Characters that a reader does not see: kept in the text, so that offsets hold, but reported."""

import re

__all__ = ["invisible_characters", "shown"]

# Joiners (U+200C, U+200D) belong to Persian, Hindi and emoji; between Latin or Cyrillic letters
# they have no work to do. U+FEFF here is one that is not at the start.
_KINDS = (
    (
        "zero-width",
        re.compile("[\u200b\u2060-\u2064\ufeff\u180e]|(?<=[A-Za-z\u00c0-\u052f])[\u200c\u200d]"),
    ),
    ("direction-changing", re.compile("[\u202a-\u202e\u2066-\u2069]")),
    ("invisible tag", re.compile("[\U000e0000-\U000e007f]")),
)


def invisible_characters(text: str) -> tuple[str, ...]:
    """One hint for each kind of invisible character in the text, with how many and where first."""
    hints = []
    for kind, pattern in _KINDS:
        places = [match.start() for match in pattern.finditer(text)]
        if places:
            hints.append(
                f"hidden text: {len(places)} {kind} character{'s' * (len(places) > 1)}, kept "
                f"(the first at {places[0]})"
            )
    return tuple(hints)


def shown(name: object, *, limit: int = 300) -> str:
    """A name made safe to print: no control characters, no broken Unicode, not endless."""
    text = str(name).encode("utf-8", "backslashreplace").decode("utf-8")
    text = "".join(
        character if character.isprintable() else ascii(character)[1:-1] for character in text
    )
    return text if len(text) <= limit else text[: limit - 1] + "…"
