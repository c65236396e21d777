"""The gateways that the program can speak to."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.providers.base import Provider

_CLASSES = {
    "ismart-rest": ("gateways.ismart_rest", "IsmartRest"),
    "ismart-http": ("gateways.ismart_http", "IsmartHttp"),
    "smsoffice": ("gateways.smsoffice", "SmsOffice"),
    "inviosmart": ("gateways.inviosmart", "Inviosmart"),
    "intellisms": ("gateways.intellisms", "Intellisms"),
    "custom": ("custom.provider", "CustomHttp"),
}
"""Module and class by the provider's id, in the order in which a person is offered them."""


class _Catalog(Mapping[str, "Provider"]):
    """Each provider is imported when it is first asked for: at start-up only those that have an account are."""

    def __init__(self) -> None:
        self._made: dict[str, Provider] = {}

    def __getitem__(self, key: str) -> Provider:
        if key not in self._made:
            module, name = _CLASSES[key]
            self._made[key] = getattr(importlib.import_module(f"smsdesk.providers.{module}"), name)()
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(_CLASSES)

    def __len__(self) -> int:
        return len(_CLASSES)


PROVIDERS: Mapping[str, Provider] = _Catalog()
"""Provider by id."""


def provider_of(providers: Mapping[str, Provider], account: Account) -> Provider:
    """The account's provider, as the account has set it up."""
    return providers[account.provider].for_account(account.options)
