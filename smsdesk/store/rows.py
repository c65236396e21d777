"""Rows become values. Times and decimals have been made into such before."""

from __future__ import annotations

import json
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Protocol

from smsdesk.accounts.account import Account, LoginKey
from smsdesk.domain.draft import Draft, DraftPerson
from smsdesk.domain.history import PastAnnouncement
from smsdesk.domain.money import Amount, Balance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from smsdesk.domain.delivery import DeliveryState
    from smsdesk.domain.draft import Written


MOST_POINTS: Final = 700
"""Of more readings of a balance one an hour is read: a line of four weeks is no wider."""

_PIECE: Final = 500  # people


class Row(Protocol):
    """What was read, by column name."""

    def __getitem__(self, column: str, /) -> Any: ...


def account_of(row: Row) -> Account:
    """An account."""
    senders = (row["sender"], *json.loads(row["more_senders"]))
    return Account(
        id=row["id"],
        name=row["name"],
        provider=row["provider"],
        user_name=row["user_name"],
        senders=tuple(sender for sender in senders if sender),
        address=row["address"],
        country=row["country"],
        price_per_part=row["price_per_part"],
        low_mark=row["low_mark"],
        batch_size=row["batch_size"],
        options=json.loads(row["options"]),
        budget_parts=row["budget_parts"],
    )


def sharing_login(accounts: Sequence[Row], account_id: str) -> list[str]:
    """The ids of those of all accounts that have the login of this one; none where it is not among them."""
    logins = {row["id"]: LoginKey.of(row["provider"], row["address"], row["user_name"]) for row in accounts}
    return [each for each, login in logins.items() if login == logins.get(account_id)]


def draft_of(row: Row) -> Draft:
    """The draft."""
    picked = datetime.fromisoformat(row["send_at"]) if row["send_at"] else None
    people = tuple(map(_draft_person, json.loads(row["people"])))
    return Draft(row["account_id"], row["sender"], row["text"], people, row["pending"], picked)


def people_kept(people: Iterable[Written]) -> str:
    """A draft's people as JSON: [typed, name], and [typed, name, accepted, fields] where that says more.

    It is put together from pieces, for one call would hold all other threads up while it works.
    """
    each = map(_kept, people)
    pieces = iter(lambda: [*islice(each, _PIECE)], [])
    return f"[{', '.join(json.dumps(piece, ensure_ascii=False)[1:-1] for piece in pieces)}]"


def _kept(person: Written) -> tuple[object, ...]:
    more = (person.accepted, person.fields) if person.accepted or person.fields else ()
    return (person.typed, person.name, *more)


def _draft_person(kept: list[Any]) -> DraftPerson:
    if len(kept) == 2:
        return DraftPerson(*kept)
    typed, name, accepted, fields = kept
    return DraftPerson(typed, name, accepted, tuple((header, text) for header, text in fields))


def balance_of(row: Row) -> Balance:
    """A reading of a balance."""
    return Balance(Amount(row["amount"], row["unit"]), row["asked_at"], row["messages"])


def past_announcement_of(
    row: Row, counts: Mapping[DeliveryState, int], part_counts: Mapping[DeliveryState, int], unknown_open: int
) -> PastAnnouncement:
    """An announcement, with what was counted of its deliveries."""
    return PastAnnouncement(
        id=row["id"],
        account_id=row["account_id"],
        account_name=row["account_name"],
        provider=row["provider"],
        text=row["text"],
        sender=row["sender"],
        parts=row["parts"],
        created_at=row["created_at"],
        send_at=row["send_at"],
        counts=counts,
        part_counts=part_counts,
        unknown_open=unknown_open,
        price_per_part=row["price_per_part"],
        charged=row["charged"],
        charged_others=row["charged_others"],
        billed=row["billed"],
        billed_copies=row["billed_copies"] or 0,
    )
