"""A password that doesn't print itself, and the means to strike it out wherever it still turns up."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smsdesk.privacy.secret_forms import WrittenForms

STARS: Final = "***"


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
        import hmac  # it loads OpenSSL, which the start needs for nothing

        return hmac.compare_digest(_bytes(self._text), _bytes(other.reveal()))

    def __repr__(self) -> str:
        return STARS

    def __format__(self, spec: str) -> str:
        return format(STARS, spec)

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a Secret is neither pickled nor copied")


class Redactor:
    """Knows the secrets in use and strikes them out of texts; may be used from any thread.

    In which forms a secret is found, `WrittenForms` says; so is one whose end is missing, because a gateway cut its
    answer there. Secrets that overlap are struck out together. An empty one hides nothing.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._secrets: dict[str, WrittenForms] = {}

    def add(self, secret: Secret) -> None:
        """Strike this secret out from now on; adding it again changes nothing."""
        text = secret.reveal()
        if not text or text in self._secrets:
            return
        forms = _forms_of(text)
        with self._lock:
            self._secrets = {**self._secrets, text: forms}

    def discard(self, secret: Secret) -> None:
        """Let this secret be seen again (it is no password any more); an unknown one is no error."""
        with self._lock:
            self._secrets = {text: forms for text, forms in self._secrets.items() if text != secret.reveal()}

    def scrub(self, text: str) -> str:
        """Give the text with `***` in place of every secret in it."""
        return _strike(text, self._secrets.values())


def scrub(text: str, *secrets: Secret) -> str:
    """Give the text with `***` in place of these secrets, by the rules of `Redactor`."""
    return _strike(text, [_forms_of(secret.reveal()) for secret in secrets if secret.reveal()]) if text else text


def holds(text: str, secret: Secret) -> bool:
    """Whether the whole secret stands in the text, in whatever form."""
    plain = secret.reveal()
    return bool(plain) and (text == plain or any(_forms_of(plain).spans(text)))


def _forms_of(text: str) -> WrittenForms:
    from smsdesk.privacy.secret_forms import forms_of  # nothing is secret before an account's password is fetched

    return forms_of(text)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _strike(text: str, secrets: Iterable[WrittenForms]) -> str:
    found = sorted(span for forms in secrets for span in (*forms.spans(text), *forms.cut_spans(text)))
    kept: list[str] = []
    end = 0
    for start, stop in found:
        if start >= end:
            kept += [text[end:start], STARS]
        end = max(end, stop)
    return "".join([*kept, text[end:]])
