from quietsignal.brief.model import Chart, Evidence, Figure, Part, Section, Sentence, Table


def test_pieces_come_in_reading_order() -> None:
    """A section gives its sentences, bullets, tables and charts in that order, with their words."""
    none = Evidence()
    section = Section(
        "one",
        "Title",
        (Sentence("A.", none),),
        (Sentence("B.", none),),
        (Table("C", (), (), none),),
        (Chart("D", "", "", ""),),
    )

    assert [(piece.text, piece.place[1]) for piece in section.pieces()] == [
        ("A.", Part.SENTENCES),
        ("B.", Part.BULLETS),
        ("C", Part.TABLES),
        ("D", Part.CHARTS),
    ]


def test_evidence_is_true_when_it_holds_something() -> None:
    """Empty evidence is false, a figure makes it true."""
    assert not Evidence()
    assert Evidence(figures=(Figure("share", "57 %"),))
