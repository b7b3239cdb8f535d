import re
from collections import defaultdict
from datetime import date
from itertools import combinations

import pytest

from quietsignal.actors import ActorKind, NameKind, actor, all_actors, masks, names
from quietsignal.errors import DataError

WORD_BREAK = re.compile(r"[\s,\-]+")
# States whose capital is left out, because its name is that of the state, is a common word or
# person's name, or stands for somebody else (Brussels for the EU).
NO_CAPITAL = {
    "BEL", "MCO", "SCG", "SGP", "SMR", "STP", "SUN", "SYC", "VAT", "YAR", "YMD", "YUG", "CSK",
    "ZAN",
}  # fmt: skip
# States whose people are called as another state's are, or by no usual word.
NO_DEMONYM = {"DMA", "SCG", "VAT"}


def entries(kind: NameKind):
    return [entry for entry in names() if entry.kind is kind]


def codes_by_text(kind: NameKind):
    found = defaultdict(set)
    for entry in entries(kind):
        found[entry.text].add(entry.code)
    return found


def test_every_name_belongs_to_an_actor():
    """All codes of names are codes of actors."""
    for entry in names():
        assert actor(entry.code).code == entry.code


def test_names_are_tidy():
    """No name is empty, padded, doubled, or preceded by an article that is no part of it."""
    seen = set()
    for entry in names():
        key = (entry.text, entry.code, entry.kind, entry.from_)
        assert key not in seen
        seen.add(key)
        assert entry.text == " ".join(entry.text.split()) != ""


def test_no_name_means_two_actors_at_once():
    """Within a kind a text may mean two actors only at different times (Rutte, Kallas)."""
    by_text = defaultdict(list)
    for entry in names():
        by_text[entry.kind, entry.text].append(entry)
    for entries_of_text in by_text.values():
        for one, other in combinations(entries_of_text, 2):
            apart = (one.until or date.max) < (other.from_ or date.min) or (
                other.until or date.max
            ) < (one.from_ or date.min)
            assert apart or one.code == other.code, (one, other)


def test_a_text_means_the_same_actor_in_every_kind():
    """No text is the capital of one state and the city, company or name of another."""
    timeless = defaultdict(set)
    for entry in names():
        if entry.kind is not NameKind.LEADER:
            timeless[entry.text].add(entry.code)
    assert {text: codes for text, codes in timeless.items() if len(codes) > 1} == {}


def test_every_state_has_names_a_demonym_and_a_capital():
    """Each state can be met by name, people and capital, but for the exceptions above."""
    states = {a.code for a in all_actors() if a.kind is ActorKind.STATE}
    assert {e.code for e in entries(NameKind.NAME)} == states
    assert states - {e.code for e in entries(NameKind.DEMONYM)} == NO_DEMONYM
    assert states - {e.code for e in entries(NameKind.CAPITAL)} == NO_CAPITAL


def test_every_organisation_has_its_registered_name():
    """Each organisation is met by the name it has in the register."""
    texts = {(e.text, e.code) for e in entries(NameKind.ORGANISATION)}
    for a in all_actors():
        if a.kind is ActorKind.ORGANISATION:
            assert (a.name, a.code) in texts


@pytest.mark.parametrize(
    ("text", "code", "kind"),
    [
        ("U.S.", "USA", NameKind.NAME),
        ("Serbs", "SRB", NameKind.DEMONYM),
        ("Dutch", "NLD", NameKind.DEMONYM),
        ("Kiev", "UKR", NameKind.CAPITAL),
        ("Delhi", "IND", NameKind.CAPITAL),
        ("Kremlin", "RUS", NameKind.GOVERNMENT),
        ("Élysée", "FRA", NameKind.GOVERNMENT),
        ("People's Liberation Army", "CHN", NameKind.MILITARY),
        ("EUCOM", "USA", NameKind.MILITARY),
        ("Ohio National Guard", "USA", NameKind.MILITARY),
        ("Carabinieri", "ITA", NameKind.MILITARY),
        ("Vucic", "SRB", NameKind.LEADER),
        ("Zelenskyy", "UKR", NameKind.LEADER),
        ("Rosoboronexport", "RUS", NameKind.COMPANY),
        ("Yugoimport-SDPR", "SRB", NameKind.COMPANY),
        ("Brussels", "EU", NameKind.ORGANISATION),
        ("MINUSMA", "UN", NameKind.ORGANISATION),
        ("KFOR", "NATO", NameKind.ORGANISATION),
        ("Hebei", "CHN", NameKind.CITY),
        ("St. Petersburg", "RUS", NameKind.CITY),
    ],
)
def test_names_of_each_kind_are_there(text, code, kind):
    """The words that news of defence ties uses lead to the actor."""
    assert codes_by_text(kind)[text] == {code}


@pytest.mark.parametrize("text", ["the alliance", "the West", "Crimea", "MBDA", "BrahMos"])
def test_what_means_no_single_actor_is_left_out(text):
    """Disputed places, joint companies and vague words are no names."""
    assert all(entry.text != text for entry in names())


@pytest.mark.parametrize("text", ["US", "Turkey", "Chad", "Polish", "China", "Guinea", "NATO"])
def test_a_name_that_is_a_word_in_small_letters_is_case_sensitive(text):
    """Names that would match another word when case is folded are marked."""
    found = [entry for entry in names() if entry.text == text]
    assert found
    assert all(entry.case_sensitive for entry in found)


def test_most_names_may_be_folded():
    """Names that no other word resembles are not marked."""
    marked = {entry.text for entry in names() if entry.case_sensitive}
    assert not marked & {"Serbia", "Azerbaijan", "Belgrade", "European Union"}


def test_a_leader_stands_for_the_state_while_in_office():
    """A name with dates stands for its actor from the first to the last day."""
    rutte = {e.code: e for e in names() if e.text == "Mark Rutte"}
    assert rutte["NLD"].stands_on(date(2020, 1, 1))
    assert not rutte["NATO"].stands_on(date(2020, 1, 1))
    assert rutte["NATO"].stands_on(date(2025, 1, 1))


def test_dates_of_names_lie_within_the_life_of_the_actor():
    """Terms of office are in order, and the state exists at both ends of them."""
    for entry in names():
        for day in filter(None, (entry.from_, entry.until)):
            assert actor(entry.code).exists_on(day), entry
        assert (entry.from_ or date.min) <= (entry.until or date.max), entry


def test_masks_contain_a_name_and_are_none():
    """A mask hides a name within it; a phrase that is a name itself would be hidden wrongly."""
    texts = {entry.text for entry in names()}
    for mask in masks():
        assert mask not in texts
        words = WORD_BREAK.split(mask)
        parts = {
            " ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)
        }
        assert parts & texts, mask


@pytest.mark.parametrize(
    "text",
    ["South China Sea", "New Mexico", "Washington Post", "Moscow Times", "Georgia Tech"],
)
def test_phrases_that_only_contain_a_name_are_masked(text):
    """Seas, newspapers and schools called after a state are no mention of it."""
    assert text in masks()


def test_names_and_masks_are_sorted_and_unique():
    """The tables are in order, so that a change to them reads well."""
    assert list(masks()) == sorted(set(masks()))
    for kind in NameKind:
        texts = [entry.text for entry in entries(kind)]
        assert texts == sorted(texts)


def test_a_language_without_names_is_an_error():
    """Asking for a language that has no tables says which there are."""
    with pytest.raises(DataError, match="no names in the language 'xx'; there are: en"):
        names("xx")
    with pytest.raises(DataError):
        masks("xx")
