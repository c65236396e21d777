"""The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, sections 6.2.1 and 6.2.1.1)."""

from __future__ import annotations

import re
from typing import Final

# In the order of the document's table, 0x00 to 0x7F, without 0x1B: that is the escape to the extension table,
# not a character anybody can send. So an ESC (U+001B) in a text is outside the alphabet.
BASIC: Final = (
    "@£$¥èéùìòÇ\nØø\rÅå"
    "Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ"
    " !\"#¤%&'()*+,-./"
    "0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNO"
    "PQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmno"
    "pqrstuvwxyzäöñüà"
)
"""Characters of one septet."""

EXTENSION: Final = "\f^{}\\[~]|€"
"""Characters of two septets: the escape and a second code that must stay in the same part."""

OUTSIDE: Final = re.compile(f"[^{re.escape(BASIC + EXTENSION)}]")
"""Matches one character that GSM-7 cannot carry."""

EXTENDED: Final = re.compile(f"[{re.escape(EXTENSION)}]")
"""Matches one character that takes two septets."""

_SAY_THE_SAME: Final = {
    "'": "\u2018\u2019\u201a\u201b\u2032\u02bc`\u00b4",
    '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022",
    "...": "\u2026",
    " ": "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "\n": "\v\x85\u2028\u2029",
    "": "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068"
    "\u2069\ufe0f\ufeff",
}
"""What word processors and chats put in the place of plain characters, and what only they can see."""

PLAIN: Final = {typed: plain for plain, all_typed in _SAY_THE_SAME.items() for typed in all_typed}
"""For a character outside the alphabet, what says the same within it; letters have nothing of the kind."""
