from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.segments import (
    Encoding,
    Part,
    SmsInfo,
    analyze,
    count_segments,
    encoding_of,
    part_capacity,
    split,
)

# 3GPP TS 23.038, 6.2.1 and 6.2.1.1, written down by code point rather than taken from the program.
ONE_SEPTET = {
    *range(0x20, 0x7F),
    *(0x0A, 0x0D, 0xA1, 0xA3, 0xA4, 0xA5, 0xA7, 0xBF),
    *(0xC4, 0xC5, 0xC6, 0xC7, 0xC9, 0xD1, 0xD6, 0xD8, 0xDC, 0xDF),
    *(0xE0, 0xE4, 0xE5, 0xE6, 0xE8, 0xE9, 0xEC, 0xF1, 0xF2, 0xF6, 0xF8, 0xF9, 0xFC),
    *(0x393, 0x394, 0x398, 0x39B, 0x39E, 0x3A0, 0x3A3, 0x3A6, 0x3A8, 0x3A9),
} - {0x5B, 0x5C, 0x5D, 0x5E, 0x60, 0x7B, 0x7C, 0x7D, 0x7E}
TWO_SEPTETS = {0x0C, 0x5B, 0x5C, 0x5D, 0x5E, 0x7B, 0x7C, 0x7D, 0x7E, 0x20AC}

ALEF = "\u0627"
SMILE = "\U0001f600"


def reference_atoms(text: str, *, gsm: bool) -> list[tuple[str, int]]:
    """What cannot be cut, with its units: characters, and two halves that make a surrogate pair."""
    if gsm:
        return [(c, 2 if ord(c) in TWO_SEPTETS else 1) for c in text]
    return [
        (atom, 1 + (atom > "\uffff" or len(atom) == 2))
        for atom in re.findall("[\ud800-\udbff][\udc00-\udfff]|(?s:.)", text)
    ]


def reference(text: str, header_octets: int = 6, *, ucs2: bool = False) -> tuple[str, list[str], list[int]]:
    """The rules once more, character by character: encoding, texts of the parts, their units."""
    gsm = not ucs2 and all(ord(c) in ONE_SEPTET | TWO_SEPTETS for c in text)
    atoms = reference_atoms(text, gsm=gsm)
    total = sum(size for _, size in atoms)
    bits = 7 if gsm else 16
    limit = 140 * 8 // bits
    if total > limit:
        limit = (140 - header_octets) * 8 // bits
    texts: list[str] = []
    sizes: list[int] = []
    for atom, size in atoms:
        if not texts or sizes[-1] + size > limit:
            texts.append("")
            sizes.append(0)
        texts[-1] += atom
        sizes[-1] += size
    return ("GSM-7" if gsm else "UCS-2"), texts, sizes


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


GSM_CHARACTERS = st.sampled_from("ab \n" + "".join(map(chr, sorted(TWO_SEPTETS))))
ANY_CHARACTERS = st.one_of(
    st.characters(codec=None),
    st.characters(categories=["Cs"]),
    st.sampled_from(["\ud83d", "\ude00", SMILE, ALEF, "a", "€"]),
)


@st.composite
def long_texts(draw: st.DrawFn) -> str:
    """Texts of several parts: runs of one character, with all kinds of characters between them."""
    characters = draw(st.sampled_from([GSM_CHARACTERS, ANY_CHARACTERS]))
    runs = st.builds(lambda character, times: character * times, characters, st.integers(1, 160))
    return "".join(draw(st.lists(st.one_of(st.text(characters, max_size=12), runs), max_size=12)))


TEXTS = st.one_of(st.text(st.characters(codec=None)), st.text(ANY_CHARACTERS), long_texts())


def limit_of(info: SmsInfo, header_octets: int) -> int:
    return part_capacity(info.encoding, header_octets if info.segments > 1 else 0)


@given(TEXTS, st.sampled_from([0, 6, 7, 136]), st.booleans())
def test_parts_are_those_of_the_rules_applied_character_by_character(text: str, header_octets: int, ucs2: bool) -> None:
    forced = Encoding.UCS2 if ucs2 else None
    encoding, texts, sizes = reference(text, header_octets, ucs2=ucs2)
    info = analyze(text, encoding=forced, header_octets=header_octets)
    assert info.encoding == encoding
    assert [part.units for part in info.parts] == sizes
    assert split(text, encoding=forced, header_octets=header_octets) == texts


@given(TEXTS)
def test_parts_rejoin_to_the_text_and_are_counted_alike_everywhere(text: str) -> None:
    info = analyze(text)
    assert "".join(split(text)) == text
    assert count_segments(text) == len(split(text)) == info.segments
    assert [text[part.start : part.end] for part in info.parts] == split(text)
    assert all(part.start < part.end for part in info.parts)


@given(TEXTS, st.sampled_from([6, 7]))
def test_no_part_is_over_capacity_and_none_but_the_last_could_take_the_next_character(
    text: str, header_octets: int
) -> None:
    info = analyze(text, header_octets=header_octets)
    limit = limit_of(info, header_octets)
    assert all(part.units <= limit for part in info.parts)
    for part, following in pairwise(info.parts):
        # What comes next is the character that the following part begins with, or a pair of halves.
        first, *_ = reference_atoms(text[following.start :], gsm=info.encoding == "GSM-7")
        assert part.units + first[1] > limit


@given(TEXTS)
def test_units_are_those_of_the_encoding_and_add_up_to_the_capacity(text: str) -> None:
    info = analyze(text)
    if info.encoding == "UCS-2":
        assert info.units == len(text.encode("utf-16-le", "surrogatepass")) // 2
    assert info.units == sum(part.units for part in info.parts)
    assert info.capacity == max(1, info.segments) * limit_of(info, 6)
    assert info.units + info.units_left + info.lost_to_straddles == info.capacity
    assert info.units_left >= 0


@given(TEXTS)
def test_forcing_lists_every_position_of_every_character_outside_gsm_and_no_other(text: str) -> None:
    expected: dict[str, list[int]] = {}
    for index, character in enumerate(text):
        if ord(character) not in ONE_SEPTET | TWO_SEPTETS:
            expected.setdefault(character, []).append(index)
    forcing = analyze(text).forcing
    assert [(f.character, list(f.positions)) for f in forcing] == list(expected.items())
    assert all(f.name for f in forcing)
