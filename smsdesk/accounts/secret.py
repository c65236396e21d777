"""A password that doesn't print itself, and the means to strike it out wherever it still turns up."""

from __future__ import annotations

import base64
import hmac
import html
import json
import logging
import re
import threading
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable

STARS: Final = "***"

_SHORT_BELOW: Final = 4
"""Characters; a shorter secret is struck out only where a value stands, see `Redactor`."""

_VALUE_BEFORE: Final = r"""(?:=\s*|:\s+|["']\s*:\s*|>)\\{0,3}["']?"""
_VALUE_AFTER: Final = r"""(?=\\{0,3}["']|[&;,)\]}<\s]|$)"""


class Secret:
    """A password; only `reveal` gives its text, everything that prints it gives `***`.

    Compared in constant time, and never equal to a plain string. It can't be pickled, copied or turned into
    JSON, and has no hash, so that it doesn't end up in a file or as a key by accident.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Give the password itself; for the gateway's request and the keyring only."""
        return self._text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(_bytes(self._text), _bytes(other.reveal()))

    def __repr__(self) -> str:
        return STARS

    def __format__(self, spec: str) -> str:
        return format(STARS, spec)

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a Secret is neither pickled nor copied")


class Redactor:
    """Knows the secrets in use and strikes them out of texts; may be used from any thread.

    A secret is found as it is, percent-encoded (any choice of safe characters, upper and lower hex, also
    twice), plus-encoded, escaped in JSON, HTML or a Python literal, in any mixture of these, and in base64
    (also inside `user:password`). Secrets that overlap are struck out together.

    A secret of 1 to 3 characters is found only as a whole value (`key=ab&`, `"key": "ab"`, `<key>ab</key>`):
    anywhere else it would turn innocent words into stars and, by that, give itself away. An empty one hides
    nothing.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._patterns: dict[str, re.Pattern[str]] = {}

    def add(self, secret: Secret) -> None:
        """Strike this secret out from now on; adding it again changes nothing."""
        text = secret.reveal()
        if not text or text in self._patterns:
            return
        pattern = _pattern(text)
        with self._lock:
            self._patterns = {**self._patterns, text: pattern}

    def discard(self, secret: Secret) -> None:
        """Let this secret be seen again (it is no password any more); an unknown one is no error."""
        with self._lock:
            self._patterns = {text: p for text, p in self._patterns.items() if text != secret.reveal()}

    def scrub(self, text: str) -> str:
        """Give the text with `***` in place of every secret in it."""
        return _strike(text, self._patterns.values())


class RedactingFilter(logging.Filter):
    """Strikes secrets out of a log record: message with its arguments, exception text, stack text.

    Belongs on every handler: a filter on a logger doesn't see what the loggers below it pass up. The record
    leaves as finished text, without arguments and without the exception object, so that nothing later can
    format the secret again.

    Args:
        redactor: knows the secrets.
    """

    def __init__(self, redactor: Redactor) -> None:
        super().__init__()
        self._redactor = redactor
        self._formatter = logging.Formatter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Scrub the record in place and let it pass."""
        record.msg, record.args = self._redactor.scrub(message_of(record)), None
        if record.exc_info and not record.exc_text:
            record.exc_text = self._formatter.formatException(record.exc_info)
        record.exc_info = None
        if record.exc_text:
            record.exc_text = self._redactor.scrub(record.exc_text)
        if record.stack_info:
            record.stack_info = self._redactor.scrub(record.stack_info)
        return True


def message_of(record: logging.LogRecord) -> str:
    """Give a log record's message with its arguments; arguments that do not fit are left out."""
    try:
        return record.getMessage()
    except Exception:  # logging itself would print the raw arguments to stderr
        return f"{record.msg} (with arguments that do not fit)"


def scrub(text: str, *secrets: Secret) -> str:
    """Give the text with `***` in place of these secrets, by the rules of `Redactor`."""
    if not text:
        return text  # before the patterns are made, which takes longer than many a request
    return _strike(text, [_pattern(secret.reveal()) for secret in secrets if secret.reveal()])


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _strike(text: str, patterns: Iterable[re.Pattern[str]]) -> str:
    found = sorted(match.span(1) for pattern in patterns for match in pattern.finditer(text))
    kept: list[str] = []
    end = 0
    for start, stop in found:
        if start >= end:
            kept += [text[end:start], STARS]
        end = max(end, stop)
    return "".join([*kept, text[end:]])


def _pattern(text: str) -> re.Pattern[str]:
    """Match every place where the secret begins; group 1 is the secret. The look-ahead finds overlaps too."""
    written = "".join(map(_written, text))
    if len(text) < _SHORT_BELOW:
        return re.compile(f"(?={_VALUE_BEFORE}({written}){_VALUE_AFTER})")
    return re.compile(f"(?=({'|'.join([written, *_base64_forms(text)])}))")


def _written(character: str) -> str:
    """Match one character of a secret in any encoding that a request, a reply or a log may use."""
    utf8 = _bytes(character)
    utf16 = character.encode("utf-16-be", "surrogatepass")
    units = [utf16[at : at + 2].hex() for at in range(0, len(utf16), 2)]
    raw = re.escape(character)
    forms = [
        "".join(f"%(?:25){{0,2}}(?i:{byte:02x})" for byte in utf8),
        "".join(rf"\\{{1,2}}u(?i:{unit})" for unit in units),
        "".join(rf"\\{{1,2}}x(?i:{byte:02x})" for byte in utf8),
        rf"&#(?:0*{ord(character)}|(?i:x0*{ord(character):x}));",
        re.escape(html.escape(character)),
        re.escape(json.dumps(character)[1:-1]),
        rf"\\{{0,3}}{raw}" if character in "\"'/" else raw,
    ]
    if character == " ":
        forms.append(r"\+")
    return f"(?:{'|'.join(dict.fromkeys(forms))})"


def _base64_forms(text: str) -> list[str]:
    """Match the secret in base64, wherever in a group of three bytes it begins."""
    forms = []
    for before in range(3):
        secret = bytes(before) + _bytes(text)
        # Only characters whose six bits all belong to the secret are known; neighbours share the outer ones.
        known = base64.b64encode(secret).decode()[-(-before * 8 // 6) : len(secret) * 8 // 6]
        core = "".join({"+": "(?:[+-]|%2[bB])", "/": "(?:[/_]|%2[fF])"}.get(c, c) for c in known)
        forms.append(("[A-Za-z0-9+/_-]" if before else "") + core + "[A-Za-z0-9+/_-]?(?:=|%3[dD]){0,2}")
    return forms
