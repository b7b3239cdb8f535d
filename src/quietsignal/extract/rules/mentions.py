"""Mentions: which words of a sentence stand for an actor, and how they stand in it."""

from collections.abc import Sequence

from quietsignal.extract.rules.lexicon import Named, NameKind
from quietsignal.extract.rules.reading import Mention
from quietsignal.extract.rules.tokens import Token

__all__ = ["mentions_of"]

PREPOSITIONS = frozenset(
    "with between among by from to of in at near for against into inside across outside around "
    "through towards toward on over onto via under than alongside like within off".split()
)
_PLACE = frozenset("in at near into inside across outside around within off over".split())
_LINKS = frozenset({"and", ",", "or", "as", "well", "&", "/", "-", "–", "plus", "besides", "also"})
_BETWEEN = frozenset(
    "the a an its their his her our some several other many new former then visiting neighboring "
    "neighbouring northern southern eastern western central north south east west capital city "
    "of state government president prime minister foreign defence defense chief armed forces "
    "military army navy air force troops soldiers special royal national people republic islamic "
    "federal kingdom ministry companies company two three four five six leaders officials".split()
)
_PLACES_AFTER = frozenset(
    "province region coast waters territory soil border airspace city port".split()
)
_CONFLICT = frozenset(
    "war invasion conflict aggression occupation annexation attack attacks fighting crisis".split()
)
_ATTACKS = frozenset("invaded invades attacked attacks annexed annexes bombed occupied".split())
_ARTICLES = frozenset(
    {"the", "eastern", "western", "northern", "southern", "neighbouring", "neighboring"}
)
_REACH = 7


def mentions_of(tokens: Sequence[Token], named: Sequence[Named]) -> list[Mention]:
    """The mentions of a sentence, each with the preposition that governs it."""
    found: list[Mention] = []
    starts = {name.last: index for index, name in enumerate(named)}
    for name in named:
        preposition = _preposition(tokens, name, ends=starts, found=found)
        found.append(_mention(tokens, name, preposition))
    return found


def _mention(tokens: Sequence[Token], name: Named, preposition: str) -> Mention:
    head = tuple(token.lower for token in tokens[name.last : name.last + 4])
    return Mention(
        code=name.code,
        kind=name.kind,
        first=name.first,
        last=name.last,
        preposition=preposition,
        place=_is_place(name, preposition, head),
        topic=_is_topic(tokens, name),
        possessive=head[:1] == ("'s",) or head[:1] in (("'",), ("’",)),
        head=head,
    )


def _preposition(
    tokens: Sequence[Token], name: Named, *, ends: dict[int, int], found: Sequence[Mention]
) -> str:
    """The preposition before the name, past articles, titles and other names of its list."""
    position = name.first - 1
    joined = ""
    for _ in range(_REACH):
        if position < 0:
            return ""
        word = tokens[position].lower
        if word in PREPOSITIONS and not (word == "of" and _passes(tokens, position)):
            return word
        if position + 1 in ends:
            before = found[ends[position + 1]]
            comma = joined == "," and not _goes_on(tokens, name.last)
            return before.preposition if (joined and not comma) or before.last == name.first else ""
        if word in _LINKS and joined in ("", ","):
            joined = word
        if word not in _BETWEEN and word not in _LINKS and not word.isdigit():
            return ""
        position -= 1
    return ""


def _goes_on(tokens: Sequence[Token], last: int) -> bool:
    """Whether a list goes on after a name: a comma joins names only when more follow."""
    return last < len(tokens) and tokens[last].lower in (",", "and", "or", "&")


def _passes(tokens: Sequence[Token], position: int) -> bool:
    """Whether an `of` belongs to a name or title (the Republic of, the president of)."""
    return position > 0 and tokens[position - 1].lower in (
        "republic",
        "kingdom",
        "capital",
        "government",
    )


def _is_place(name: Named, preposition: str, head: tuple[str, ...]) -> bool:
    if name.kind is NameKind.CITY:
        return True
    if name.kind in (NameKind.NAME, NameKind.CAPITAL):
        possessed = head[:1] == ("'s",) and not (set(head[1:3]) & _PLACES_AFTER)
        return preposition in _PLACE and not possessed
    if name.kind is NameKind.DEMONYM:
        return bool(head) and (
            head[0] in _PLACES_AFTER
            or (head[0] == "and" and head[2:3] != () and head[2] in _PLACES_AFTER)
        )
    return False


def _is_topic(tokens: Sequence[Token], name: Named) -> bool:
    """Whether the name belongs to a war that is spoken of ("the war in X", "X's invasion of Y")."""
    before = [token.lower for token in tokens[max(0, name.first - 4) : name.first]]
    after = [token.lower for token in tokens[name.last : name.last + 6]]
    of_war = any(
        word in _CONFLICT
        and "games" not in before
        and before[spot + 1 : spot + 2] != []
        and before[spot + 1] in ("in", "of", "against", "on", "with")
        and set(before[spot + 2 :]) <= _ARTICLES
        for spot, word in enumerate(before)
    )
    owns_war = bool(set(after) & {"invasion", "aggression", "annexation", "war"}) and after[:1] in (
        ["'s"],
        ["'"],
        ["’"],
    )
    modifies = bool(after) and after[0] in ("war", "crisis", "conflict", "invasion", "aggression")
    attacks = bool(set(after[:2]) & _ATTACKS) or bool(set(before[-2:]) & _ATTACKS)
    return of_war or owns_war or modifies or attacks
