"""The gateways that the program can speak to."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from smsdesk.providers.ismart_rest import IsmartRest
from smsdesk.providers.smsoffice import SmsOffice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.providers.base import Provider

PROVIDERS: Mapping[str, Provider] = MappingProxyType(
    {provider.id: provider for provider in (IsmartRest(), SmsOffice())}
)
"""Provider by id, in the order in which a person is offered them."""
