"""One login at one gateway, as the office set it up."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal


def new_account_id() -> str:
    """A random UUID: it names the keyring entry, so that two profiles never meet there."""
    import uuid

    return str(uuid.uuid4())


@frozen
class LoginKey:
    """What makes two accounts one login: they share a lane, so that the gateway sees one connection.

    In small letters throughout. SMS Office takes `office` and `Office` for one user, and no document says that another
    gateway tells them apart: two logins that share a lane though they need not cost nothing, one login on two lanes is
    a second connection and a second try of a refused password.
    """

    provider: str
    address: str
    user_name: str

    @classmethod
    def of(cls, provider: str, address: str, user_name: str) -> LoginKey:
        """The login of an account that has these, however they are spelt."""
        return cls(provider, address.casefold(), user_name.casefold())


@frozen
class Account:
    """An account; its password is in the OS keyring under `id`, never here.

    Attributes:
        id: random UUID.
        name: what the office calls it ("Front desk").
        provider: the provider's id ("smsoffice").
        user_name: the login name at the gateway.
        senders: sender IDs, the default one first; empty where the gateway takes none.
        address: `scheme://host[:port]` of the gateway; the documented path is appended to it.
        country: ISO region whose local number form is understood ("OM").
        price_per_part: in the provider's unit; None when unknown.
        low_mark: balance below which the window warns; None for never.
        options: settings that only this gateway has, by the provider's `Option.id`.
        batch_size: recipients in one request, where the provider lets it be chosen; None for its default.
        budget_parts: parts that the office wants to send in a month at most; None for no limit. It is told, not kept.
    """

    id: str
    name: str
    provider: str
    user_name: str
    senders: tuple[str, ...]
    address: str
    country: str
    price_per_part: Decimal | None = None
    low_mark: Decimal | None = None
    batch_size: int | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    budget_parts: int | None = None

    @property
    def login(self) -> LoginKey:
        """The login that this account uses."""
        return LoginKey.of(self.provider, self.address, self.user_name)

    def logs_in_like(self, other: Account) -> bool:
        """Whether both send the same user name to the same place in the same way: letter by letter."""
        mine, theirs = (
            (each.provider, each.address, each.user_name, dict(each.options)) for each in (self, other)
        )  # fmt: skip
        return mine == theirs

    @property
    def sender(self) -> str:
        """The default sender ID, "" where there is none."""
        return self.senders[0] if self.senders else ""
