import pytest

from quietsignal.collect.language import declared_language, detect_language

TEXTS = {
    "en": "The Serbian and Chinese armies will hold a joint exercise in July, the ministry said.",
    "de": "Die serbische und die chinesische Armee werden im Juli eine gemeinsame Übung abhalten.",
    "ru": "Вооружённые силы Сербии и Китая проведут в июле совместные учения, сообщило министерство.",
    "fr": "Les armées serbe et chinoise organiseront en juillet un exercice commun, dit le ministre.",
    "tr": "Sırbistan ve Çin orduları temmuz ayında ortak tatbikat yapacak, bakanlık açıkladı.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_is_enough_to_tell_the_language(language):
    """A whole sentence is told by the model."""
    assert detect_language(TEXTS[language]) == language


def test_serbian_in_latin_letters_is_one_of_its_family():
    """Serbian, Croatian and Bosnian are told together, not refused for being close."""
    text = (
        "Vojska Srbije i kineska vojska održaće zajedničku vežbu u julu, saopštilo je ministarstvo."
    )
    assert detect_language(text) in {"sr", "hr", "bs"}


@pytest.mark.parametrize("text", ["", "Belgrade", "1234 5678 / 90", "Vojska Srbije"])
def test_short_texts_are_undetermined(text):
    """A few words tell no language."""
    assert detect_language(text) == "und"


def test_long_english_needs_no_model(monkeypatch):
    """English is told by its function words, without the half second that the model takes."""

    def unwanted():
        raise AssertionError

    monkeypatch.setattr("quietsignal.collect.language._identifier", unwanted)
    text = (
        "The army of the country was in the field and it is to be said that they were not alone. "
    )
    assert detect_language(text * 3) == "en"


@pytest.mark.parametrize(
    ("tag", "language"),
    [("en", "en"), ("sr-Latn-RS", "sr"), ("pt_BR", "pt"), ("English", ""), ("", ""), ("x", "")],
)
def test_a_language_tag_gives_its_primary_part(tag, language):
    """Tags are cut to their language; what is no tag is nothing."""
    assert declared_language(tag) == language
