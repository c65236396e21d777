"""The gateways of a storm: each at two addresses, and for every login of each a password of its own."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_plus

from smsdesk.sandbox.gateway import Request
from smsdesk.sandbox.registry import gateways
from smsdesk.sandbox.reports import send_report
from smsdesk.sandbox.server import Sandbox
from tests.helpers.gateways import GATEWAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smsdesk.sandbox.ledger import Accepted, Seen

USERS: Final = ("ann", "bob")
PACE_S: Final = 0.015
"""How long each answer takes, so that much else happens while a request is under way."""

PLENTY: Final = Decimal(100_000)
_PASSWORD: Final = re.compile(r"Pw\d{5}")


class Place:
    """One address at which one gateway is played.

    Attributes:
        passwords: what each of its users logs in with now.
        away: whether nobody listens there.
        early: how many messages are reported before their answer.
        url: gives where reports about this login go, "" for nowhere.
    """

    def __init__(self, gateway: str) -> None:
        self.gateway = gateway
        self.sandbox = Sandbox(PACE_S)
        self.passwords: dict[str, str] = {}
        self.away = False
        self.early = 0
        self.url: Callable[[Place, str], str] = lambda _place, _user: ""
        self.sandbox.start()
        self.address = self.sandbox.address
        self.sandbox.ledger.listen(self._taken)

    def go_away(self) -> None:
        """Nobody listens any more; what hangs ends."""
        if not self.away:
            self.sandbox.close()
            self.away = True

    def come_back(self) -> None:
        """Listen again, with the same books."""
        if self.away:
            self.sandbox.start()
            self.away = False

    def report(self, copy: Accepted, status: int) -> bool:
        """Tell what became of a message; whether that was taken."""
        url = self.url(self, copy.user)
        return bool(url) and send_report(url, gateways()[self.gateway], copy, status)

    def statuses(self) -> list[int]:
        """The ends of a message in this gateway's numbers; empty where it reports nothing."""
        reporting = gateways()[self.gateway].reporting
        return [] if reporting is None else [*reporting.final_status.values()]

    def _taken(self, copies: Sequence[Accepted]) -> None:
        for copy in copies:
            if self.early > 0 and self.statuses():
                self.early -= 1
                self.report(copy, self.statuses()[0])


class StormGateways:
    """All of them, and whom each password was ever issued to."""

    def __init__(self) -> None:
        self.places = [Place(gateway) for gateway in GATEWAYS for _ in range(2)]
        self._issued: dict[str, tuple[Place, str]] = {}
        for place in self.places:
            for user in USERS:
                place.passwords[user] = self.issue(place, user)
                place.sandbox.ledger.add_login(place.gateway, user, place.passwords[user], PLENTY)

    def issue(self, place: Place, user: str) -> str:
        """A password that nobody else has; right or wrong, it belongs to this login alone."""
        password = f"Pw{len(self._issued):05}"
        self._issued[password] = (place, user)
        return password

    def change_password(self, place: Place, user: str) -> None:
        """Somebody changes the login's password at the gateway."""
        place.passwords[user] = self.issue(place, user)
        place.sandbox.ledger.set_password(place.gateway, user, place.passwords[user])

    def at(self, address: str) -> Place:
        """The place of this address."""
        return next(place for place in self.places if place.address == address)

    def others(self, place: Place) -> Place:
        """The other address of the same gateway."""
        return next(each for each in self.places if each.gateway == place.gateway and each is not place)

    def behave(self) -> None:
        """No more faults; everybody is there, has credit, and is no longer blocked for wrong passwords."""
        for place in self.places:
            place.sandbox.faults.clear()
            place.early = 0
            place.go_away()  # ends what hangs
            place.come_back()
            for user in USERS:
                place.sandbox.ledger.add_login(place.gateway, user, place.passwords[user], PLENTY)

    def accepted(self) -> list[Accepted]:
        """What all of them took."""
        return [copy for place in self.places for copy in place.sandbox.ledger.accepted]

    def strays(self) -> list[str]:
        """Passwords that were shown to somebody whom they don't belong to."""
        return [
            f"{password} of {owner.gateway} at {owner.address} for {whose} was shown at {place.address} for {user}"
            for place in self.places
            for seen in place.sandbox.ledger.requests
            for password, user in _shown(place, seen)
            for owner, whose in [self._issued[password]]
            if (owner, whose) != (place, user)
        ]

    def close(self) -> None:
        """End all of them."""
        for place in self.places:
            place.sandbox.close()


def _shown(place: Place, seen: Seen) -> list[tuple[str, str]]:
    told = unquote_plus(seen.target) + unquote_plus(seen.body.decode("latin-1"))
    request = Request(seen.method, seen.target, seen.headers, seen.body)
    user = gateways()[place.gateway].user_of(request)
    return [(password, user) for password in _PASSWORD.findall(told)]
