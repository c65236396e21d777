"""Where a description would have the password sent, beside the host that it is for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from smsdesk.providers.custom.definition import PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smsdesk.providers.custom.definition import Definition

_PASSWORD: Final = "password"  # noqa: S105 - the name of a place
_HOST: Final = re.compile(r"(?:://|(?<![\w:/])//|@)([^\s/?#\"'<>,;{}@\\]{1,253})")


def strange_hosts(definition: Definition, address: str) -> tuple[str, ...]:
    """The hosts, other than its own, at which the password would arrive.

    Args:
        definition: a description that somebody else may have written.
        address: where the account's password goes now, "" where it goes nowhere yet.

    Returns:
        The description's own host, where that is not the account's; and every host, by name or in a mail address, that
        stands in a value together with the password: whoever gets such a value is asked to pass it on.
    """
    own, now = _host(definition.address), _host(address)
    found = [own] if own and now and own != now else []
    for template in _templates(definition):
        if _PASSWORD in PLACE.findall(template):
            # Once as it stands and once decoded: an address within an address is encoded.
            hosts = (_bare(each) for text in (template, unquote(template)) for each in _HOST.findall(text))
            found += [host for host in hosts if host and host != own]
    return tuple(dict.fromkeys(found))


def _templates(definition: Definition) -> Iterator[str]:
    for call in (definition.send, definition.balance):
        if call is not None:
            yield call.path
            yield from (template for _, template in call.fields)
    yield from (template for _, template in definition.headers)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _bare(written: str) -> str:
    return written.partition(":")[0].strip(".[]").lower()
