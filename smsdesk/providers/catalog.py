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


class Providers(Mapping[str, "Provider"]):
    """Providers by their id, and by the account that uses one.

    Args:
        by_id: the providers, in the order in which a person is offered them.
    """

    def __init__(self, by_id: Mapping[str, Provider]) -> None:
        self._by_id = by_id

    def of(self, account: Account) -> Provider:
        """The account's provider, as the account has set it up."""
        return self._by_id[account.provider].for_account(account.options)

    def __getitem__(self, key: str) -> Provider:
        return self._by_id[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)


class _OnDemand(Mapping[str, "Provider"]):
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


PROVIDERS = Providers(_OnDemand())
"""The gateways that there are."""
