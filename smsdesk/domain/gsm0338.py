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
