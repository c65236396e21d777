"""The system's proxies, and which of them can't be used."""

from __future__ import annotations

import ipaddress

import requests.utils

SOCKS = "socks"
"""What a proxy's address begins with that this program can't speak to."""


def proxies_for(url: str, host: str) -> dict[str, str]:
    """The system's proxies for this address; none for this machine itself, which no proxy can reach."""
    try:
        at_home = ipaddress.ip_address(host).is_loopback
    except ValueError:
        at_home = host == "localhost"
    return {} if at_home else dict(requests.utils.get_environ_proxies(url))


def chosen(url: str, proxies: dict[str, str]) -> str:
    """The address of the proxy that a request to `url` takes, "" for none."""
    return requests.utils.select_proxy(url, proxies) or ""
