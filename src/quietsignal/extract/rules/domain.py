"""Domain: whether the police or the army act in a sentence, by its words or those just before."""

from quietsignal.extract.rules.reading import Reading, Sentence

__all__ = ["ARMY", "POLICE", "domain_of"]

POLICE = "police"
ARMY = "army"
_POLICE = frozenset("police policemen policewomen gendarmerie gendarmes carabinieri".split())
_ARMY = frozenset(
    "army armies navy navies naval troops soldiers soldier military militaries marines paratroopers "
    "brigade battalion warships warship frigate destroyer airmen".split()
)


def domain_of(reading: Reading, sentence: Sentence, *, position: int) -> str:
    """`police`, `army` or nothing: the word nearest to a position, else what the sentence before tells."""
    spots = [
        (abs(index - position), domain)
        for index, token in enumerate(sentence.tokens)
        for domain, words in ((POLICE, _POLICE), (ARMY, _ARMY))
        if token.lower in words
    ]
    if spots:
        return min(spots)[1]
    before = reading.sentences[sentence.index - 1] if sentence.index else None
    if before is None or "\n\n" in reading.text[before.end : sentence.start]:
        return ""
    if before.lowers & _POLICE and not before.lowers & _ARMY:
        return POLICE
    return ""
