from __future__ import annotations

import pytest

from smsdesk.domain.segments import (
    Encoding,
    Part,
    analyze,
    count_segments,
    encoding_of,
    part_capacity,
    split,
)
from tests.helpers.wire.gsm_tables import ONE_SEPTET, TWO_SEPTETS

ALEF = "\u0627"
SMILE = "\U0001f600"


def test_the_default_alphabet_has_127_characters_and_the_extension_table_10() -> None:
    assert len(ONE_SEPTET) == 127
    assert len(TWO_SEPTETS) == 10


def test_exactly_the_characters_of_the_two_gsm_tables_are_gsm() -> None:
    found = {code for code in range(0x110000) if encoding_of(chr(code)) == "GSM-7"}
    assert found == ONE_SEPTET | TWO_SEPTETS


def test_each_gsm_character_takes_the_septets_of_its_table() -> None:
    assert {code for code in ONE_SEPTET if analyze(chr(code)).units == 1} == ONE_SEPTET
    assert {code for code in TWO_SEPTETS if analyze(chr(code)).units == 2} == TWO_SEPTETS


@pytest.mark.parametrize("character", ["\t", "`", "\u00a0", "\x1b", "ç", "\u2019", "\x00", "e\u0301"])
def test_what_looks_like_gsm_but_is_not_becomes_ucs2(character: str) -> None:
    assert analyze("Hello" + character).encoding == "UCS-2"


def test_the_encoding_reads_as_its_name() -> None:
    assert str(analyze("a").encoding) == "GSM-7"
    assert f"{analyze(ALEF).encoding}" == "UCS-2"


def test_an_empty_text_has_no_parts_and_room_for_one_message() -> None:
    info = analyze("")
    assert (info.segments, info.parts, info.encoding) == (0, (), "GSM-7")
    assert (info.units, info.capacity, info.units_left) == (0, 160, 160)
    assert count_segments("") == 0
    assert split("") == []


OFFICIAL = [
    *(("a", units, parts) for parts, units in enumerate((160, 306, 459, 612, 765), 1)),
    *((ALEF, units, parts) for parts, units in enumerate((70, 134, 201, 268, 335), 1)),
]


@pytest.mark.parametrize(("character", "most", "parts"), OFFICIAL)
def test_the_official_tables_hold_at_every_boundary(character: str, most: int, parts: int) -> None:
    full = analyze(character * most)
    assert (full.segments, full.units, full.capacity, full.units_left) == (parts, most, most, 0)
    assert count_segments(character * most) == parts
    assert count_segments(character * (most - 1)) == parts
    assert count_segments(character * (most + 1)) == parts + 1


@pytest.mark.parametrize(("header_octets", "gsm", "ucs2"), [(0, 160, 70), (6, 153, 67), (7, 152, 66), (12, 146, 64)])
def test_the_header_takes_its_octets_from_every_part(header_octets: int, gsm: int, ucs2: int) -> None:
    assert part_capacity(Encoding.GSM7, header_octets) == gsm
    assert part_capacity(Encoding.UCS2, header_octets) == ucs2
    for character, size in (("a", gsm), (ALEF, ucs2)):
        assert count_segments(character * size * 3, header_octets=header_octets) == 3
        assert count_segments(character * (size * 3 + 1), header_octets=header_octets) == 4


def test_a_single_message_has_no_header() -> None:
    assert count_segments("a" * 160, header_octets=7) == 1
    assert count_segments(ALEF * 70, header_octets=7) == 1


@pytest.mark.parametrize("header_octets", [-1, 137, 140])
@pytest.mark.parametrize("text", ["", "short", "long" * 100])
def test_a_header_that_leaves_no_room_is_refused_for_every_text(text: str, header_octets: int) -> None:
    for ask in (count_segments, analyze, split):
        with pytest.raises(ValueError, match="header"):
            ask(text, header_octets=header_octets)


def test_gsm_text_is_counted_as_ucs2_where_the_gateway_sends_it_so() -> None:
    info = analyze("a" * 71, encoding=Encoding.UCS2)
    assert (info.encoding, info.segments, info.capacity, info.forcing) == ("UCS-2", 2, 134, ())
    assert analyze("€", encoding=Encoding.UCS2).units == 1
    assert analyze("", encoding=Encoding.UCS2).capacity == 70
    assert split("a" * 71, encoding=Encoding.UCS2) == ["a" * 67, "a" * 4]
    assert count_segments("a" * 71, encoding=Encoding.UCS2) == 2


def test_gsm7_is_not_granted_to_a_text_that_it_cannot_carry() -> None:
    assert analyze(ALEF * 71, encoding=Encoding.GSM7) == analyze(ALEF * 71)


def test_an_escape_pair_is_never_cut() -> None:
    text = "a" * 152 + "€" + "b" * 20
    info = analyze(text)
    assert info.parts == (Part(0, 152, 152), Part(152, 173, 22))
    assert (info.units, info.lost_to_straddles) == (174, 1)
    assert (info.capacity, info.units_left) == (306, 131)


def test_a_surrogate_pair_is_never_cut() -> None:
    text = ALEF * 66 + SMILE + ALEF * 10
    info = analyze(text)
    assert info.parts == (Part(0, 66, 66), Part(66, 77, 12))
    assert (info.units, info.lost_to_straddles, info.units_left) == (78, 1, 55)


def test_two_halves_that_make_a_pair_on_the_wire_stay_together() -> None:
    assert split(ALEF * 66 + "\ud83d\ude00" + ALEF * 10) == [ALEF * 66, "\ud83d\ude00" + ALEF * 10]


def test_a_pair_that_ends_exactly_with_its_part_loses_nothing() -> None:
    assert split("a" * 151 + "€" + "b" * 20) == ["a" * 151 + "€", "b" * 20]
    assert split(ALEF * 65 + SMILE + ALEF * 10) == [ALEF * 65 + SMILE, ALEF * 10]
    assert analyze("a" * 151 + "€" + "b" * 20).lost_to_straddles == 0


def test_a_straddle_can_cost_a_part() -> None:
    assert count_segments("a" * 151 + "€" + "b" * 153) == 2
    assert count_segments("a" * 152 + "€" + "b" * 152) == 3
    assert count_segments(ALEF * 65 + SMILE + ALEF * 67) == 2
    assert count_segments(ALEF * 66 + SMILE + ALEF * 66) == 3


def test_a_text_of_pairs_alone_loses_a_unit_in_each_part_but_the_last() -> None:
    info = analyze("€" * 200)
    assert [part.units for part in info.parts] == [152, 152, 96]
    assert info.lost_to_straddles == 2
    assert [part.units for part in analyze(SMILE * 70).parts] == [66, 66, 8]


def test_a_message_of_pairs_that_fits_at_all_is_one_part() -> None:
    assert analyze("€" * 80).parts == (Part(0, 80, 160),)
    assert analyze(SMILE * 35).parts == (Part(0, 35, 70),)
    assert count_segments("€" * 81) == 2
    assert count_segments(SMILE * 36) == 2


def test_every_forcing_character_is_named_with_all_its_positions_in_order_of_appearance() -> None:
    info = analyze("a\u200fb\u00a0c\u200fم")
    assert [(f.character, f.name, f.positions, f.invisible) for f in info.forcing] == [
        ("\u200f", "RIGHT-TO-LEFT MARK", (1, 5), True),
        ("\u00a0", "NO-BREAK SPACE", (3,), True),
        ("م", "ARABIC LETTER MEEM", (6,), False),
    ]


def test_positions_are_python_indexes_also_after_an_emoji() -> None:
    assert [f.positions for f in analyze(SMILE + "a`" + SMILE).forcing] == [(0, 3), (2,)]


def test_gsm_text_has_nothing_that_forces() -> None:
    assert analyze("Straße €5 {ok}\r\n\f").forcing == ()


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\t", "U+0009 CHARACTER TABULATION"),
        ("\x1b", "U+001B ESCAPE"),
        ("\x01", "U+0001 CONTROL CHARACTER"),
        ("\ud83d", "U+D83D SURROGATE"),
        ("\ue000", "U+E000 PRIVATE USE CHARACTER"),
        ("\uffff", "U+FFFF UNASSIGNED CHARACTER"),
    ],
)
def test_a_character_without_a_unicode_name_goes_by_code_point_and_kind(character: str, name: str) -> None:
    (forcing,) = analyze(character).forcing
    assert forcing.name == name


@pytest.mark.parametrize("character", ["\t", "\u200b", "\u2066", "\ufeff", "\u2028", "\ufe0f", "\u2800"])
def test_what_nobody_can_see_is_marked_as_invisible(character: str) -> None:
    assert analyze(character).forcing[0].invisible


@pytest.mark.parametrize("character", ["`", "\u0600", "\u06dd", "\u064b", SMILE, "\ud83d"])
def test_what_is_drawn_is_not_marked_as_invisible(character: str) -> None:
    assert not analyze(character).forcing[0].invisible
