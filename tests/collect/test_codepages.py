import pytest

from quietsignal.collect.codepages import plausible_code_page
from quietsignal.collect.encoding import decode

FRENCH = "Le traité a été signé à Belgrade ; c’est une première pour l’armée."
SERBIAN = "Vojska Srbije će učestvovati u vežbi; načelnik je rekao da će biti održana u Šapcu."
RUSSIAN = "Министерство обороны России сообщило о начале учений с армией Сербии."
POLISH = "Wojsko Polskie weźmie udział w ćwiczeniach, które się rozpoczną w środę."


@pytest.mark.parametrize(
    ("text", "page"),
    [(FRENCH, "cp1252"), (SERBIAN, "cp1250"), (POLISH, "cp1250"), (RUSSIAN, "cp1251")],
)
def test_a_windows_code_page_is_found_by_its_letters(text, page):
    """Unlabelled bytes of a code page are read in the one that gives letters of a language."""
    decoded = decode(text.encode(page), name="x")
    assert (decoded.text, decoded.encoding) == (text, page)
    assert f"read as windows-{page[2:]}" in decoded.warnings[0]


def test_bytes_of_no_language_have_no_code_page():
    """Letters of all alphabets at once are no text."""
    assert plausible_code_page(bytes(range(0x81, 0xFF))) is None


def test_typography_alone_is_windows_western():
    """English with curly quotes and a dash fits every code page; the most common one is taken."""
    assert plausible_code_page("“Peace” – he said – isn’t near".encode("cp1252")) == "cp1252"
