"""The gateways that are played."""

from __future__ import annotations

from functools import cache
from pkgutil import resolve_name
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.sandbox.gateway import Gateway

_PLAYED: Final = (
    "smsoffice:SmsOffice",
    "ismart_rest:IsmartRest",
    "ismart_http:IsmartHttp",
    "inviosmart:Inviosmart",
    "intellisms:Intellisms",
)
"""Module and class in `sandbox/gateways/`, in the order in which the demo has its accounts."""


@cache
def gateways() -> Mapping[str, Gateway]:
    """Each played gateway by its name; imported when they are first asked for."""
    played: list[Gateway] = [resolve_name(f"smsdesk.sandbox.gateways.{each}")() for each in _PLAYED]
    return MappingProxyType({gateway.name: gateway for gateway in played})
