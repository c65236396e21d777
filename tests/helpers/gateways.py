"""What tests ask of every gateway, out of the catalog: nobody has to list one here."""

from __future__ import annotations

from typing import Final

from smsdesk.providers.catalog import PROVIDERS

_CAPABILITIES: Final = {gateway: provider.capabilities for gateway, provider in PROVIDERS.items()}

GATEWAYS: Final = tuple(gateway for gateway, can in _CAPABILITIES.items() if not can.by_definition)
"""The ids of all that have a provider file of their own, in the catalog's order."""

_BRITISH: Final = "+4477009000{:02}"  # reserved for the stage; for a gateway of another country too
_OF_COUNTRY: Final = {"OM": "+968900000{:02}", "ZA": "+278300000{:02}", "IT": "+3933300000{:02}", "GB": _BRITISH}

FICTIONAL: Final = {gateway: _OF_COUNTRY.get(_CAPABILITIES[gateway].country, _BRITISH) for gateway in GATEWAYS}
"""Numbers of each gateway's own country that nobody has: a format for their last two digits."""
