"""Which Windows code page unlabelled bytes are written in, judged by the letters it gives.

Each language has a small set of letters beyond ASCII. A code page is plausible when the letters
that it gives all belong to one of its languages: in Polish bytes read as windows-1252 superscripts
stand inside words, in Serbian ones è, æ, š and ð stand together, which no language does.
"""

from collections import Counter

__all__ = ["plausible_code_page"]

_ENOUGH = 0.97  # share of the characters beyond ASCII that must belong to the language
_SAMPLE = 200_000  # bytes that are counted
_TYPOGRAPHY = set("‘’‚“”„†‡•…–—‹›«»°§©®™€£¥·\u00a0\u00ad½¼¾²³×±№´¨")

# In order of preference: where several fit equally well, the first is taken.
_LANGUAGES = (
    ("cp1252", "English", "éèêëïçñöüôàâæœ"),
    ("cp1252", "French", "àâæçéèêëîïôœùûüÿ"),
    ("cp1252", "German", "äöüß"),
    ("cp1252", "Spanish", "áéíóúüñ¿¡ªº"),
    ("cp1252", "Portuguese", "ãáâàçéêíóôõúüªº"),
    ("cp1252", "Italian", "àèéìíîòóùúªº"),
    ("cp1252", "Dutch", "áéëïóöüèê"),
    ("cp1252", "Swedish, Finnish", "åäöé"),
    ("cp1252", "Danish, Norwegian", "æøåéèêóòâô"),
    ("cp1252", "Icelandic", "áéíóúýþæöð"),
    ("cp1252", "Albanian", "ëç"),
    ("cp1252", "Estonian", "äõöüšž"),
    ("cp1250", "Serbian, Croatian, Bosnian, Slovene", "čćđšž"),
    ("cp1250", "Polish", "ąćęłńóśźż"),
    ("cp1250", "Czech", "áčďéěíňóřšťúůýž"),
    ("cp1250", "Slovak", "áäčďéíĺľňóôŕšťúýž"),
    ("cp1250", "Hungarian", "áéíóöőúüű"),
    ("cp1250", "Romanian", "ăâîşţ"),
    ("cp1251", "Russian", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    ("cp1251", "Ukrainian", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    ("cp1251", "Belarusian", "абвгдеёжзійклмнопрстуўфхцчшыьэюя"),
    ("cp1251", "Bulgarian", "абвгдежзийклмнопрстуфхцчшщъьюя"),
    ("cp1251", "Serbian", "абвгдђежзијклљмнњопрстћуфхцчџш"),
    ("cp1251", "Macedonian", "абвгдѓежзѕијклљмнњопрстќуфхцчџш"),
)


def plausible_code_page(content: bytes) -> str | None:
    """The code page in which the bytes read as some language, or None when none does.

    All three are tried on a sample; the bytes as a whole may still not be of that code page.
    """
    letters = {
        page: _beyond_ascii(content[:_SAMPLE], page) for page in ("cp1252", "cp1250", "cp1251")
    }
    best, best_share = None, _ENOUGH
    for page, _, alphabet in _LANGUAGES:
        share = _share(letters[page], set(alphabet))
        if share > best_share or (share == best_share and best is None):
            best, best_share = page, share
    return best


def _beyond_ascii(content: bytes, page: str) -> Counter[str]:
    """The characters beyond ASCII, in lower case, that are no typography; empty when undecodable.

    An upper-case letter that follows a lower-case one counts as itself, not as its lower case:
    it is a sign of the wrong code page.
    """
    try:
        text = content.decode(page)
    except UnicodeDecodeError:
        return Counter({"\ufffd": 1})
    counts: Counter[str] = Counter()
    before = " "
    for character in text:
        if character >= "\x80" and character not in _TYPOGRAPHY:
            inner = character.isupper() and before.islower()
            counts[character if inner else character.lower()] += 1
        before = character
    return counts


def _share(counts: Counter[str], alphabet: set[str]) -> float:
    total = counts.total()
    if total == 0:
        return 1.0
    return sum(number for letter, number in counts.items() if letter in alphabet) / total
