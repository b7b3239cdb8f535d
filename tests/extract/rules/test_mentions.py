from quietsignal.extract.rules.document import read_document


def _mentions(document, text: str) -> list[tuple[str, str, bool]]:
    reading = read_document(document(text))
    return [(m.code, m.preposition, m.place) for s in reading.sentences for m in s.mentions]


def test_a_capital_is_a_government_or_a_place(document) -> None:
    """A capital as subject is its state; after "in" it is a place."""
    found = _mentions(document, "Belgrade bought tanks. The ministers met in Moscow.")
    assert found == [("SRB", "", False), ("RUS", "in", True)]


def test_lists_share_their_preposition(document) -> None:
    """Every name of a list after "between" is governed by it."""
    found = _mentions(document, "A pact between China, Russia and Iran was signed.")
    assert [preposition for _, preposition, _ in found] == ["between"] * 3


def test_a_comma_ends_a_phrase(document) -> None:
    """In "for Russia, Serbia remains" only Russia is governed by "for"."""
    found = _mentions(document, "Despite its respect for Russia, Serbia remains neutral.")
    assert [(code, preposition) for code, preposition, _ in found] == [("RUS", "for"), ("SRB", "")]


def test_both_sides_are_the_two_named_last(document) -> None:
    """General words stand for the actors named before."""
    text = "China and Serbia are close. The two countries will train together."
    second = read_document(document(text)).sentences[1]
    assert {mention.code for mention in second.mentions} == {"CHN", "SRB"}


def test_the_alliance_is_nato_where_nato_was_named(document) -> None:
    """The alliance stands for NATO only after NATO."""
    named = read_document(document("NATO met. The alliance will train.")).sentences[1]
    alone = read_document(document("They met. The alliance will train.")).sentences[1]
    assert [mention.code for mention in named.mentions] == ["NATO"]
    assert alone.mentions == []


def test_a_ship_is_its_state(document) -> None:
    """The prefix of a ship's name tells whose ship it is."""
    assert _mentions(document, "The USS Example docked.")[0][0] == "USA"


def test_wars_are_no_actors(document) -> None:
    """The state in "the war in Ukraine" takes part in nothing."""
    reading = read_document(document("Since the war in Ukraine Poland buys tanks."))
    topics = {m.code: m.topic for m in reading.sentences[0].mentions}
    assert topics == {"UKR": True, "POL": False}
