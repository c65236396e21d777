"""What characters are called that an ordinary message has no room for; in English as Unicode calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale

from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.ui.text.translate import translated

if TYPE_CHECKING:
    from smsdesk.domain.segments import Forcing
    from smsdesk.domain.sentence import Sentence

CHARACTERS: Final[dict[str, Sentence]] = {
    "‘": QT_TRANSLATE_NOOP("characters", "left single quotation mark"),
    "’": QT_TRANSLATE_NOOP("characters", "right single quotation mark"),
    "‚": QT_TRANSLATE_NOOP("characters", "single low-9 quotation mark"),
    "‛": QT_TRANSLATE_NOOP("characters", "single high-reversed-9 quotation mark"),
    "′": QT_TRANSLATE_NOOP("characters", "prime"),
    "\u02bc": QT_TRANSLATE_NOOP("characters", "modifier letter apostrophe"),
    "\u0060": QT_TRANSLATE_NOOP("characters", "grave accent"),
    "\u00b4": QT_TRANSLATE_NOOP("characters", "acute accent"),
    "“": QT_TRANSLATE_NOOP("characters", "left double quotation mark"),
    "”": QT_TRANSLATE_NOOP("characters", "right double quotation mark"),
    "„": QT_TRANSLATE_NOOP("characters", "double low-9 quotation mark"),
    "‟": QT_TRANSLATE_NOOP("characters", "double high-reversed-9 quotation mark"),
    "″": QT_TRANSLATE_NOOP("characters", "double prime"),
    "«": QT_TRANSLATE_NOOP("characters", "left-pointing double angle quotation mark"),
    "»": QT_TRANSLATE_NOOP("characters", "right-pointing double angle quotation mark"),
    "‐": QT_TRANSLATE_NOOP("characters", "hyphen"),
    "‑": QT_TRANSLATE_NOOP("characters", "non-breaking hyphen"),
    "‒": QT_TRANSLATE_NOOP("characters", "figure dash"),
    "–": QT_TRANSLATE_NOOP("characters", "en dash"),
    "—": QT_TRANSLATE_NOOP("characters", "em dash"),
    "―": QT_TRANSLATE_NOOP("characters", "horizontal bar"),
    "−": QT_TRANSLATE_NOOP("characters", "minus sign"),
    "•": QT_TRANSLATE_NOOP("characters", "bullet"),
    "…": QT_TRANSLATE_NOOP("characters", "horizontal ellipsis"),
    "\u0009": QT_TRANSLATE_NOOP("characters", "tab"),
    "\u00a0": QT_TRANSLATE_NOOP("characters", "no-break space"),
    "\u1680": QT_TRANSLATE_NOOP("characters", "ogham space mark"),
    "\u2000": QT_TRANSLATE_NOOP("characters", "en quad"),
    "\u2001": QT_TRANSLATE_NOOP("characters", "em quad"),
    "\u2002": QT_TRANSLATE_NOOP("characters", "en space"),
    "\u2003": QT_TRANSLATE_NOOP("characters", "em space"),
    "\u2004": QT_TRANSLATE_NOOP("characters", "three-per-em space"),
    "\u2005": QT_TRANSLATE_NOOP("characters", "four-per-em space"),
    "\u2006": QT_TRANSLATE_NOOP("characters", "six-per-em space"),
    "\u2007": QT_TRANSLATE_NOOP("characters", "figure space"),
    "\u2008": QT_TRANSLATE_NOOP("characters", "punctuation space"),
    "\u2009": QT_TRANSLATE_NOOP("characters", "thin space"),
    "\u200a": QT_TRANSLATE_NOOP("characters", "hair space"),
    "\u202f": QT_TRANSLATE_NOOP("characters", "narrow no-break space"),
    "\u205f": QT_TRANSLATE_NOOP("characters", "medium mathematical space"),
    "\u3000": QT_TRANSLATE_NOOP("characters", "ideographic space"),
    "\u000b": QT_TRANSLATE_NOOP("characters", "vertical tab"),
    "\u0085": QT_TRANSLATE_NOOP("characters", "next line"),
    "\u2028": QT_TRANSLATE_NOOP("characters", "line separator"),
    "\u2029": QT_TRANSLATE_NOOP("characters", "paragraph separator"),
    "\u00ad": QT_TRANSLATE_NOOP("characters", "soft hyphen"),
    "\u061c": QT_TRANSLATE_NOOP("characters", "arabic letter mark"),
    "\u200b": QT_TRANSLATE_NOOP("characters", "zero width space"),
    "\u200c": QT_TRANSLATE_NOOP("characters", "zero width non-joiner"),
    "\u200d": QT_TRANSLATE_NOOP("characters", "zero width joiner"),
    "\u200e": QT_TRANSLATE_NOOP("characters", "left-to-right mark"),
    "\u200f": QT_TRANSLATE_NOOP("characters", "right-to-left mark"),
    "\u202a": QT_TRANSLATE_NOOP("characters", "left-to-right embedding"),
    "\u202b": QT_TRANSLATE_NOOP("characters", "right-to-left embedding"),
    "\u202c": QT_TRANSLATE_NOOP("characters", "pop directional formatting"),
    "\u202d": QT_TRANSLATE_NOOP("characters", "left-to-right override"),
    "\u202e": QT_TRANSLATE_NOOP("characters", "right-to-left override"),
    "\u2060": QT_TRANSLATE_NOOP("characters", "word joiner"),
    "\u2066": QT_TRANSLATE_NOOP("characters", "left-to-right isolate"),
    "\u2067": QT_TRANSLATE_NOOP("characters", "right-to-left isolate"),
    "\u2068": QT_TRANSLATE_NOOP("characters", "first strong isolate"),
    "\u2069": QT_TRANSLATE_NOOP("characters", "pop directional isolate"),
    "\ufe0f": QT_TRANSLATE_NOOP("characters", "variation selector-16"),
    "\ufeff": QT_TRANSLATE_NOOP("characters", "byte order mark"),
}
"""Those that word processors and chats put in the place of plain ones: see `smsdesk.domain.gsm0338.PLAIN`."""


def character_name(forcing: Forcing) -> str:
    """What a character is called; "" for a letter or picture that has a name in English alone, in another window."""
    known = CHARACTERS.get(forcing.character)
    if known is not None:
        return translated(known)
    if QLocale().language() is QLocale.Language.English:
        return forcing.name.lower()
    return f"U+{ord(forcing.character):04X}" if forcing.invisible else ""
