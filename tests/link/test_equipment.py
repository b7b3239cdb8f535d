import pytest

from quietsignal.link.equipment import Match, compare_items, read_item


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("FK-3", "HQ-22"),
        ("FK-3 (HQ-22)", "FK-3 surface-to-air missile systems"),
        ("Pegaz drone", "Pegasus"),
        ("HQ-17AE", "HQ-17A"),
        ("HQ-17", "HQ-17AE air-defence systems"),
        ("H145M helicopters", "EC-145 (H145M (EC145M)) light helicopter"),
        ("Pantsir-S1", "96K9 Pantsyr-S1 (Pantsyr-S1E) self-propelled AD system"),
        ("CH-92A armed drones", "CH-92 (CH-92A) armed UAV"),
        ("Rainbow 92", "CH-92"),
        ("Mi-17V-5 helicopters", "Mi-17 transport helicopter"),
        ("T-72MS tanks", "T-72 tank"),
        ("BRDM-2MS", "BRDM-2 reconnaissance AV"),
        ("57-E6 SAM", "57E6 surface-to-air missile"),
        ("PULS rocket launchers", "PULS multiple rocket launcher"),
        ("Rafale aircraft", "Rafale F4 (incl 3 Rafale-B trainer/combat) FGA aircraft"),
        ("Hermes 900 drones", "Hermes-900 UAV"),
        ("BearCat APC", "BearCat armoured vehicles"),
        ("Mistral SAM portable SAM", "Mistral (Mistral M3) portable surface-to-air missile"),
    ],
)
def test_other_names_of_one_item(left, right) -> None:
    """Export names, transliterations, variants in the table and words beside do not part them."""
    one, other = read_item(left), read_item(right)
    assert compare_items(one, other) is Match.SAME
    assert compare_items(other, one) is Match.SAME


@pytest.mark.parametrize(
    ("left", "right", "match"),
    [
        ("FK-3", "HQ-17AE", Match.OTHER),
        ("CH-92A", "CH-95", Match.OTHER),
        ("MiG-29S", "MiG-29 aircraft", Match.FAMILY),
        ("CH-92A and CH-95 drones", "CH-95 drones", Match.PARTLY),
        ("FK-3 systems", "FK-3 missiles", Match.OTHER),
        ("missiles for CH-92A drones", "CH-92A drones", Match.OTHER),
        ("military vehicles", "vehicles", Match.UNKNOWN),
        ("vehicle engine", "vehicle engines", Match.WORDS),
        ("boats", "snowmobiles", Match.OTHER),
        ("drones", "CH-95 drones", Match.UNKNOWN),
        (None, "CH-95", Match.UNKNOWN),
        ("tanks bought in May 2016", "tanks bought in June 2019", Match.UNKNOWN),
    ],
)
def test_what_is_another_item(left, right, match) -> None:
    """Other designations, missiles and what fires them, lists that share a part, mere words."""
    one, other = read_item(left), read_item(right)
    assert compare_items(one, other) is match
    assert compare_items(other, one) is match
