"""Finding an actor by what a person types: a code, an ISO2 code or an English name."""

import unicodedata
from functools import cache

from quietsignal.actors.codes import Actor
from quietsignal.actors.names import NameKind, names
from quietsignal.actors.registry import actor, all_actors, unknown_actor

_TYPED_KINDS = (NameKind.ORGANISATION, NameKind.NAME)


def find_actor(text: str) -> Actor:
    """Give the actor of a code in any case, an ISO2 code or an English name.

    Codes win over ISO2 codes (AU is the African Union), ISO2 codes over names. Accents, case, a
    leading "the" and surrounding space do not matter. Raises UnknownActor.
    """
    found = _index().get(_fold(text))
    if found is None:
        raise unknown_actor(text)
    return found


@cache
def _index() -> dict[str, Actor]:
    """Map folded texts to actors; what is entered later wins."""
    index = {
        _fold(entry.text): actor(entry.code)
        for kind in _TYPED_KINDS
        for entry in names()
        if entry.kind is kind
    }
    index |= {_fold(a.name): a for a in all_actors()}
    # Both Czechoslovakia and Serbia and Montenegro had CS: the later holder wins.
    ended_first = sorted(all_actors(), key=lambda a: (a.until is None, a.until))
    index |= {_fold(a.iso2): a for a in ended_first if a.iso2}
    index |= {_fold(a.code): a for a in all_actors()}
    return index


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("ı", "i"))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(kept.casefold().split()).removeprefix("the ")
