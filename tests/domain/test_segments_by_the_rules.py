"""Any text at all, held against the rules applied character by character."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.segments import (
    Encoding,
    SmsInfo,
    analyze,
    count_segments,
    part_capacity,
    split,
)
from tests.helpers.wire.gsm_tables import ONE_SEPTET, TWO_SEPTETS

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
