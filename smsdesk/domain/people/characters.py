"""The characters that come along with numbers: hidden ones, spaces, dashes, pluses, and digits of every script."""

from __future__ import annotations

import html
import re
import sys
from functools import cache

# What nobody can see: marks of direction, zero widths, variation selectors, fillers, controls. They come along from web
# pages, chats and spreadsheets. (Line ends and tabs are not among them.)
INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
SPACES = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
OPENING = r"(\[（［"
CLOSING = r")\]）］"
# What may stand between the digits of one number.
FILLING = rf"{INVISIBLE}{SPACES}{OPENING}{CLOSING}\-\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d.·․．_/\\⁄∕／"
PLUS = "+⁺﬩﹢＋"

_HIDDEN = re.compile(f"[{INVISIBLE}]+")
_HTML_SPACE = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|lrm|rlm|shy|#160|#xa0|#8206|#8207);", re.IGNORECASE)


def western(text: str) -> str:
    """Give the text with the ASCII digit for any script's decimal digit; every character keeps its place."""
    return text if text.isascii() else text.translate(_digits())


def without_hidden(text: str) -> str:
    """Give the text without what nobody can see."""
    return _HIDDEN.sub("", text)


def without_entities(text: str) -> str:
    """Give the text with the spaces and marks that a web page spells out, as `&nbsp;`."""
    return _HTML_SPACE.sub(lambda entity: html.unescape(entity[0]), text) if "&" in text else text


@cache
def _digits() -> dict[int, str]:
    every = map(chr, range(0x80, sys.maxunicode + 1))
    return {ord(char): str(int(char)) for char in every if char.isdecimal()}
