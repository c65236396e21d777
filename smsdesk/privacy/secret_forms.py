"""The ways in which a password may stand in a request, an answer or a log, and where in a text it does.

A gateway that echoes what it was asked may decode it, misread it, put it into JSON or HTML, and any of that on top of
what the request itself had done to it.
"""

from __future__ import annotations

import base64
import html
import json
import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, quote_plus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHORT_BELOW: Final = 4
"""Characters; a shorter secret is found only where a value stands."""

_VALUE_BEFORE: Final = r"""(?:=\s*|:\s+|["']\s*:\s*|>)\\{0,3}["']?"""
_VALUE_AFTER: Final = r"""(?=\\{0,3}["']|[&;,)\]}<\s]|$)"""
_ASSIGNED: Final = r"""(?:[=:>"']|&quot;|%(?:25){0,3}(?:3[aAdDeE]|2[27]))(?:[\s"'+\\]|%(?:25){0,3}2[027]|&quot;){0,5}"""
_ASSIGNED_SOMEWHERE: Final = re.compile(_ASSIGNED)

_PERCENT: Final = "%(?:25){0,3}"
_AND: Final = "&(?:amp;){0,3}"
_BACKSLASH: Final = rf"(?:\0?\\\0?|{_PERCENT}5[cC]|{_PERCENT}u005[cC]|{_AND}#(?:92|[xX]5[cC]);)"
_CUT_OFF: Final = re.compile(r"((?:[%\\&][%\\&\w#;]{0,8})?)[\s.…]*\Z")  # perhaps half a code, then the end
_ESCAPED: Final = "\"'/"
_CONTROLS: Final = {"\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f"}
_LOST: Final = ("?", "\ufffd")
_ONE_BYTE: Final = ("latin-1", "cp1252", "cp1256")
_WIDE: Final = ("utf-16-be", "utf-16-le")
_PACKED: Final = "[A-Za-z0-9+/_-]"
_RUNS: Final = re.compile(r"\\+|[^\x00-\x7f]+|[\x00-\x5b\x5d-\x7f]+")
_CODE: Final = re.compile("%[0-9A-F]{2}")


class WrittenForms:
    """Finds one secret, however it was written.

    It is found as it is, percent-encoded (any choice of safe characters, also several times over), plus-encoded, as a
    script's `%u`, escaped in JSON, HTML or a Python literal, read in the wrong charset or with its foreign letters
    lost, and in any mixture of these; in UTF-16, in hexadecimal, and in base64 (also inside `user:password`).

    One of 1 to 3 characters is found only as a whole value (`key=ab&`, `"key": "ab"`, `<key>ab</key>`): anywhere else
    it would turn innocent words into stars and, by that, give itself away.

    Args:
        text: the secret, which is not empty.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._short = len(text) < _SHORT_BELOW
        may_lose = sum(character.isascii() for character in text) >= _SHORT_BELOW
        self._letters = _letters(text, may_lose=may_lose)
        self._plain = _plain_forms(text)
        written = f"({''.join(_units(text, self._letters, may_lose=may_lose))})"
        self._written = re.compile(f"(?={_VALUE_BEFORE}{written}{_VALUE_AFTER})" if self._short else f"(?={written})")
        # Where no run is as long as the shortest packed form, looking for these would cost the most and find nothing.
        self._run = re.compile(f"[A-Za-z0-9+/_%-]{{{len(text) * 4 // 3}}}")
        self._tail = 40 * (len(text) + 1)

    def spans(self, said: str) -> Iterator[tuple[int, int]]:
        """Where the whole secret begins and ends in what was said; the places may overlap."""
        for match in self._written.finditer(said):
            yield match.span(1)
        for form in () if self._short else self._plain:
            at = said.find(form)
            while at >= 0:
                yield at, at + len(form)
                at = said.find(form, at + 1)
        if not self._short and self._run.search(said):
            for match in self._packed.finditer(said):
                yield match.span(1)

    def cut_spans(self, said: str) -> Iterator[tuple[int, int]]:
        """Where it stands as a value whose end is missing, because what was said ends there: half of it or more."""
        tail = said[-self._tail :]
        if not self._short and _ASSIGNED_SOMEWHERE.search(tail):
            least, others = self._halves
            for match in least.finditer(said, len(said) - len(tail)):
                ends = [match.end(1)]
                for letter in others:  # one by one: groups within groups, as many as letters, are more than `re` takes
                    if (more := letter.match(said, ends[-1])) is None:
                        break
                    ends.append(more.end())
                cut = next(filter(None, (_CUT_OFF.match(said, end) for end in reversed(ends))), None)
                if cut is not None:
                    yield match.start(1), cut.end(1)

    # Many a secret never needs these two, and they take the longest to make.

    @cached_property
    def _packed(self) -> re.Pattern[str]:
        return re.compile(f"(?=({'|'.join(_packed_forms(self._text))}))")

    @cached_property
    def _halves(self) -> tuple[re.Pattern[str], list[re.Pattern[str]]]:
        """What must be there of it where its end is missing, and each letter that may follow."""
        least = max((len(self._letters) + 1) // 2, min(_SHORT_BELOW, len(self._letters)))
        first, others = self._letters[:least], self._letters[least:]
        return re.compile(f"(?={_ASSIGNED}({''.join(first)}))"), [re.compile(letter) for letter in others]


@lru_cache(maxsize=64)
def forms_of(text: str) -> WrittenForms:
    """The forms of a secret, which take longer to make than many a request."""
    return WrittenForms(text)


def _plain_forms(text: str) -> tuple[str, ...]:
    """The secret as requests and answers mostly have it: found as such, also where the letters' forms are ambiguous."""
    encoded = [
        quote(text, safe="", errors="replace"),
        quote(text, errors="replace"),
        quote_plus(text, errors="replace"),
    ]
    forms = [text, *encoded, quote(encoded[0], safe=""), *_in_json(text), html.escape(text), repr(text)[1:-1]]
    return tuple(dict.fromkeys([*forms, *(_CODE.sub(lambda code: code[0].lower(), form) for form in forms)]))


def _letters(text: str, *, may_lose: bool) -> list[str]:
    """Match each letter of a secret. After a backslash it may be escaped by one that was taken for that already."""
    letters = [_written(character, may_lose=may_lose) for character in text]
    needs, has = f"{_BACKSLASH}{{1,8}}", f"{_BACKSLASH}{{0,8}}"
    return [
        letter.replace(needs, has) if before == "\\" else letter
        for before, letter in zip(["", *text], letters, strict=False)
    ]


def _units(text: str, letters: list[str], *, may_lose: bool) -> Iterator[str]:
    """Match a secret, letter by letter; what could be divided in many ways is taken as one.

    Nothing here is tried in more than one way once it has matched (`(?>...)`): what is searched comes from outside, and
    must not be able to keep the search busy for ever.
    """
    for run in _RUNS.finditer(text):
        length = run.end() - run.start()
        written = "".join(letters[run.start() : run.end()])
        if run[0].startswith("\\"):
            yield f"(?>{_BACKSLASH}{{{length},{16 * length}}})"
        elif may_lose and not run[0].isascii():
            lost = "|".join(map(_encoded, _LOST))
            yield f"(?>{written}|(?:{lost}){{{length},{4 * length}}})"
        else:
            yield written


def _written(character: str, *, may_lose: bool) -> str:
    """Match one character of a secret in any encoding, and in any charset it may have been misread in."""
    forms = [_encoded(character)]
    if character == " ":
        forms.append(_encoded("+"))
    if character in _CONTROLS:
        forms.append(f"{_BACKSLASH}{{1,8}}{_CONTROLS[character]}")
    if not character.isascii():
        forms += ["".join(map(_encoded, misread)) for misread in _misread(character)]
        if may_lose:
            forms += map(_encoded, _LOST)
    if character == "\\":
        return f"(?>{_BACKSLASH}{{1,16}})"
    before = f"{_BACKSLASH}{{0,16}}" if character in _ESCAPED else ""
    return f"(?>{before}(?:{'|'.join(dict.fromkeys(forms))}))"


def _encoded(character: str) -> str:
    """Match one character as it is, or in any encoding of it."""
    utf8 = character.encode("utf-8", "surrogatepass")
    utf16 = character.encode("utf-16-be", "surrogatepass")
    units = [utf16[at : at + 2].hex() for at in range(0, len(utf16), 2)]
    raws = tuple(dict.fromkeys((utf8, *_one_byte(character))))
    forms = [
        *("".join(f"{_PERCENT}(?i:{byte:02x})" for byte in raw) for raw in raws),
        "".join(f"{_PERCENT}u(?i:{unit})" for unit in units),
        "".join(f"{_BACKSLASH}{{1,8}}u(?i:{unit})" for unit in units),
        *("".join(f"{_BACKSLASH}{{1,8}}x(?i:{byte:02x})" for byte in raw) for raw in raws),
        f"{_AND}#(?:0*{ord(character)}|(?i:x0*{ord(character):x}));",
        *(re.escape(character.encode(each, "surrogatepass").decode("latin-1")) for each in _WIDE),
    ]
    named = html.escape(character)
    if named != character:
        forms.append(_AND + re.escape(named[1:]))
    forms.append(re.escape(character))  # last: the others may begin with it, and the first that fits is taken
    return f"(?:{'|'.join(forms)})"


def _one_byte(character: str) -> Iterator[bytes]:
    """The character in the charsets of old programs, where they have it and it is not ASCII."""
    for charset in _ONE_BYTE if not character.isascii() else ():
        try:
            yield character.encode(charset)
        except UnicodeEncodeError:
            continue


def _misread(character: str) -> Iterable[str]:
    """What becomes of the character when its UTF-8 is taken for another charset."""
    utf8 = character.encode("utf-8", "surrogatepass")
    return dict.fromkeys(utf8.decode(charset, "replace") for charset in _ONE_BYTE)


def _packed_forms(text: str) -> Iterator[str]:
    """Match the secret in hexadecimal and in base64, as it is or as the request had it."""
    written = {text, text.replace(" ", "+"), quote(text, safe="", errors="replace"), *_in_json(text)}
    packed = {each.encode("utf-8", "surrogatepass") for each in written} | set(_in_other_charsets(text))
    for raw in sorted(packed):
        yield raw.hex()
        yield raw.hex().upper()
        yield from _base64_forms(raw)


def _in_json(text: str) -> Iterable[str]:
    return (json.dumps(text, ensure_ascii=each)[1:-1] for each in (True, False))


def _in_other_charsets(text: str) -> Iterator[bytes]:
    for charset in (*_WIDE, *_ONE_BYTE):
        try:
            yield text.encode(charset, "surrogatepass" if charset in _WIDE else "strict")
        except UnicodeEncodeError:
            continue


def _base64_forms(raw: bytes) -> Iterator[str]:
    """Match the bytes in base64, wherever in a group of three they begin."""
    for before in range(3):
        whole = bytes(before) + raw
        # Only characters whose six bits all belong to the secret are known; neighbours share the outer ones.
        known = base64.b64encode(whole).decode()[-(-before * 8 // 6) : len(whole) * 8 // 6]
        core = "".join({"+": "(?:[+-]|%2[bB])", "/": "(?:[/_]|%2[fF])"}.get(c, c) for c in known)
        yield (_PACKED if before else "") + core + f"{_PACKED}?(?:=|%3[dD]){{0,2}}"
