from quietsignal.collect import parse
from quietsignal.collect.invisible import invisible_characters, shown


def test_invisible_characters_are_kept_and_reported(hints):
    """Zero-width and direction-changing characters stay, so that offsets hold, with a warning."""
    text = "Ser\u200bbia and \u202eChina\u202c signed.\n"
    parsed = parse(text.encode(), hints())
    assert parsed.text == text
    assert parsed.warnings == (
        "hidden text: 1 zero-width character, kept (the first at 3)",
        "hidden text: 2 direction-changing characters, kept (the first at 12)",
    )


def test_joiners_where_scripts_need_them_are_no_hint():
    """Persian and emoji use joiners; between Latin letters they hide something."""
    assert invisible_characters("می\u200cخواهم 👩\u200d💻") == ()
    assert invisible_characters("Ser\u200dbia") != ()


def test_shown_names_are_printable_and_bounded():
    """Names for errors hold no line break, no escape and no broken Unicode."""
    assert shown("a\nb\x1b") == "a\\nb\\x1b"
    assert len(shown("x" * 999)) == 300
    assert shown("\udcff") == "\\udcff"
