"""The gateway address that an office types: where the gateway is, and nothing else."""

from __future__ import annotations

import ipaddress
import re
from typing import Final, NoReturn

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*)://(.*)", re.IGNORECASE | re.ASCII | re.DOTALL)
_HOST_AND_PORT: Final = re.compile(r"(\[[^\]]*\]|[^:\[\]]*)(?::(.*))?")
_UP_TO_PATH: Final = re.compile(r"[a-z][a-z0-9+.-]*://[^/?#\\]*", re.IGNORECASE | re.ASCII)
_LABEL: Final = re.compile(r"[\w-]{1,63}")

_EXAMPLE: Final = QT_TRANSLATE_NOOP("gateway_address", "Write it like https://www.example.com")
_NOT_AN_ADDRESS: Final = QT_TRANSLATE_NOOP(
    "gateway_address", "The gateway address must begin with https:// or http://."
)
_OTHER_SCHEME: Final = QT_TRANSLATE_NOOP("gateway_address", "A gateway address can't begin with {scheme}://.")
_SPACE: Final = QT_TRANSLATE_NOOP("gateway_address", "The gateway address has a space in it.")
_LOGIN_INSIDE: Final = QT_TRANSLATE_NOOP("gateway_address", "The gateway address holds a user name or password.")
_LOGIN_TODO: Final = QT_TRANSLATE_NOOP("gateway_address", "Remove everything up to the @; they have their own fields.")
_PATH: Final = QT_TRANSLATE_NOOP("gateway_address", "The gateway address has more behind the host name.")
_PATH_TODO: Final = QT_TRANSLATE_NOOP("gateway_address", "Leave out what follows it; the program adds the rest itself.")
_HOST: Final = QT_TRANSLATE_NOOP("gateway_address", "The gateway address has no valid host name.")
_PORT: Final = QT_TRANSLATE_NOOP("gateway_address", "The port in the gateway address must be a number from 1 to 65535.")


def check_address(text: str) -> str:
    """Give the address as `scheme://host[:port]`.

    Upper case, blanks around it, a closing slash and the scheme's own port are taken off, so that one place has one
    spelling (a login has one lane). Nothing is added.

    Raises:
        UserFacingError: it is no such address; says what is wrong and never repeats what was typed but the scheme.
    """
    text = text.strip()
    found = _SCHEME.fullmatch(text)
    if found is None:
        _refuse(_NOT_AN_ADDRESS)
    scheme, rest = found[1].lower(), found[2]
    if scheme not in _DEFAULT_PORTS:
        _refuse(_OTHER_SCHEME.fill(scheme=scheme))
    if any(c.isspace() for c in rest):
        _refuse(_SPACE)
    if "@" in rest:
        _refuse(_LOGIN_INSIDE, _LOGIN_TODO)
    if re.search(r"[/?#\\]", rest.removesuffix("/")):
        _refuse(_PATH, _PATH_TODO)
    return f"{scheme}://{_host_and_port(scheme, rest.removesuffix('/').lower())}"


def split_address(text: str) -> tuple[str, str]:
    """Give a whole URL as the gateway's address, and the path behind it with its query; "/" where there is none.

    Raises:
        UserFacingError: as in `check_address`.
    """
    text = text.strip()
    found = _UP_TO_PATH.match(text)
    before = found[0] if found else text
    path = text[len(before) :]
    return check_address(before), path if path.startswith("/") else f"/{path}"


def _host_and_port(scheme: str, rest: str) -> str:
    found = _HOST_AND_PORT.fullmatch(rest)
    if found is None or not _is_host(found[1]):
        _refuse(_HOST)
    host, port = found[1], found[2]
    if port is None:
        return host
    if not re.fullmatch("[0-9]{1,5}", port) or not 1 <= int(port) <= 65535:
        _refuse(_PORT)
    return host if int(port) == _DEFAULT_PORTS[scheme] else f"{host}:{int(port)}"


def _is_host(host: str) -> bool:
    if host.startswith("["):
        try:
            return ipaddress.ip_address(host[1:-1]).version == 6
        except ValueError:
            return False
    return all(_LABEL.fullmatch(label) for label in host.split("."))


def _refuse(what: Sentence, todo: Sentence = _EXAMPLE) -> NoReturn:
    raise UserFacingError(what, todo)
