"""The body of an answer as text: its charset, and whether it is a web page that no gateway would answer with."""

from __future__ import annotations

import codecs
import re
from typing import Final

_BOM: Final = "\ufeff"
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE | re.ASCII)
# Python has codecs that are no charsets (idna, unicode_escape), some slow and some that raise what they like.
_KNOWN: Final = re.compile(
    r"utf-?(?:16|32).*|cp\d+|iso8859.*|koi8.*|gb\w+|big5\w*|euc.*|shift_jis\w*|mac-\w+", re.ASCII
)

# Classic ASP and ASP.NET label their bare answers text/html, so the label alone makes no page of them. A page
# begins with a tag, or says it is HTML and holds a tag that only pages have (an error text may hold a <br>).
_BEGINS_AS_PAGE: Final = re.compile(r"\s*<[!?a-z]", re.IGNORECASE)
_PAGE_TAG: Final = re.compile(r"<(?:!doctype|html|head|body|title|script|form)\b", re.IGNORECASE)
_ROOT: Final = re.compile(r"<(?:!doctype\s{1,8}html|html|head|body|title|script|form)\b", re.IGNORECASE)
_MOST_BEFORE_ROOT: Final = 20


def decoded(body: bytes, content_type: str) -> str:
    """Read the body as UTF-8, else by its label, else as latin-1: every byte is some latin-1.

    UTF-8 first: other text is hardly ever valid UTF-8 by chance, and a server's label often is only its default.
    Marks of byte order are no text, however many of them stand there.
    """
    label = _charset(content_type)
    wide = label.startswith(("utf-16", "utf-32"))
    for charset in (label, "utf-8") if wide else ("utf-8", label):
        try:
            return body.decode(charset).lstrip(_BOM)
        except UnicodeError:
            continue
    return body.decode("latin-1")


def is_page(text: str, content_type: str, *, xml_answers: bool = False) -> bool:
    """Whether this is a web page: a network's sign-in page, say, or a server's error page.

    Args:
        text: the answer.
        content_type: its label.
        xml_answers: this gateway may answer in XML, so that a tag at the beginning makes no page of it.
    """
    if xml_answers and _BEGINS_AS_PAGE.match(text):
        return _ROOT.match(_from_root(text)) is not None
    return _BEGINS_AS_PAGE.match(text) is not None or (
        "html" in content_type.lower() and _PAGE_TAG.search(text) is not None
    )


def _from_root(text: str) -> str:
    """The text from its root element on, past declaration and comments; "" where that is nowhere near."""
    text = text.lstrip()
    for _ in range(_MOST_BEFORE_ROOT):
        end = "-->" if text.startswith("<!--") else "?>" if text.startswith("<?") else ""
        if not end:
            return text
        text = text.partition(end)[2].lstrip()
    return ""


def _charset(content_type: str) -> str:
    found = _CHARSET.search(content_type)
    try:
        name = codecs.lookup(found[1]).name if found else ""
    except (LookupError, ValueError):
        name = ""
    return name if _KNOWN.fullmatch(name) else "latin-1"
