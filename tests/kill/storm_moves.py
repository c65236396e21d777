"""What can happen in a storm: what the user does, what gateways and the network do, and what this computer does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.sandbox.faults import Fault
from tests.helpers.gateways import FICTIONAL
from tests.helpers.patience import PATIENCE_S
from tests.kill.comparison import Order
from tests.kill.storm_gateways import PLENTY, USERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from smsdesk.accounts.account import Account
    from smsdesk.sandbox.gateway import Purpose
    from tests.kill.storm import Storm

    Move = Callable[[Storm, Random], object]

FAULTS: Final = (
    *(fault for fault in Fault if fault not in (Fault.TRICKLE, Fault.TRICKLE_BODY, Fault.HUGE)),
    *(Fault.RESET_AFTER_ACCEPTING, Fault.TRUNCATED) * 4,  # where a second try would be a second message
)
PURPOSES: Final[tuple[Purpose, ...]] = ("send", "send", "send", "balance", "status")
COUNTDOWN_S: Final = 30.0

# --- the user


def send(storm: Storm, lot: Random) -> None:
    """Some people get something; some of their numbers are refused."""
    account = storm.some_account(lot)
    if account is not None:
        storm.confirm(account, _people(account, lot), lot.choice([0.0, 0.0, COUNTDOWN_S]))


def send_for_later(storm: Storm, lot: Random) -> None:
    """For a time that may have passed before it leaves."""
    account = storm.some_account(lot)
    if account is not None and storm.office.providers.of(account).capabilities.can_schedule:
        later = storm.clock.now() + timedelta(minutes=lot.choice([2, 90]))
        storm.confirm(account, _people(account, lot), 0.0, send_at=later)


def send_again(storm: Storm, lot: Random) -> None:
    """To those of whom nobody knows whether they got it."""
    past = storm.some_announcement(lot)
    still_open = storm.office.unknowns.open_of(past.id) if past else []
    account = storm.office.book.get(past.order.account_id) if past else None
    if account is not None and still_open:
        storm.confirm(account, tuple(Recipient(each.number, resend_of=each.delivery_id) for each in still_open), 0.0)


def it_arrived(storm: Storm, lot: Random) -> None:
    """Somebody who is marked unknown says that it arrived."""
    past = storm.some_announcement(lot)
    if past is not None:
        got = {"+" + copy.number.lstrip("+") for copy in storm.gateways.accepted() if copy.text == past.order.text}
        arrived = [each.delivery_id for each in storm.office.unknowns.open_of(past.id) if each.number in got]
        storm.office.unknowns.arrived(arrived).result(PATIENCE_S)


def undo(storm: Storm, lot: Random) -> None:
    """One of the last announcements is taken back."""
    past = storm.some_announcement(lot, newest=4)
    account = storm.office.book.get(past.order.account_id) if past else None
    if past is not None and account is not None:
        storm.undo(account, past)


def stop(storm: Storm, lot: Random) -> None:
    """An account's queue is stopped and emptied."""
    account = storm.some_account(lot)
    if account is not None:
        storm.stop(account)


def go_on(storm: Storm, lot: Random) -> None:
    """Continue, or Try now."""
    account = storm.some_account(lot)
    if account is not None:
        storm.office.sender.resume(account)


def go_on_everywhere(storm: Storm, _lot: Random) -> None:
    """Continue in every account."""
    for account in storm.office.book.all():
        storm.office.sender.resume(account)


def move_away(storm: Storm, lot: Random) -> None:
    """The account gets the gateway's other address, where its user has another password."""
    account = storm.some_account(lot)
    if account is not None:
        place = storm.gateways.others(storm.gateways.at(account.address))
        storm.edit(replace(account, address=place.address), place.passwords[account.user_name])


def change_user(storm: Storm, lot: Random) -> None:
    """The account gets another user of the same gateway."""
    account = storm.some_account(lot)
    if account is not None:
        user = next(user for user in USERS if user != account.user_name)
        storm.edit(replace(account, user_name=user), storm.gateways.at(account.address).passwords[user])


def type_password(storm: Storm, lot: Random) -> None:
    """The right one, or a wrong one."""
    account = storm.some_account(lot)
    if account is not None:
        place = storm.gateways.at(account.address)
        right = place.passwords[account.user_name]
        storm.edit(account, lot.choice([right, right, storm.gateways.issue(place, account.user_name)]))


def rename(storm: Storm, lot: Random) -> None:
    """The account is called otherwise."""
    account = storm.some_account(lot)
    if account is not None:
        storm.edit(replace(account, name=f"Desk {lot.randrange(1000)}"), None)


def delete(storm: Storm, lot: Random) -> None:
    """The account is deleted, if nothing of it waits, and one like it is added."""
    account = storm.some_account(lot)
    if account is not None:
        storm.office.book.delete(account.id).result(PATIENCE_S)
        storm.add_account(storm.gateways.at(account.address), account.user_name)


def ask_balance(storm: Storm, lot: Random) -> None:
    """By hand, or as the poller does."""
    account = storm.some_account(lot)
    if account is not None:
        storm.office.poller.ask(account, by_hand=lot.random() < 0.5)


def start_anew(storm: Storm, _lot: Random) -> None:
    """The program is ended and started."""
    storm.start_anew()


# --- gateways and the network


def misbehave(storm: Storm, lot: Random) -> None:
    """The next requests meet faults."""
    account = storm.some_account(lot)
    place = storm.gateways.at(account.address) if account else lot.choice(storm.gateways.places)
    place.sandbox.faults.then(*lot.choices(FAULTS, k=lot.randint(1, 3)), only=lot.choice(PURPOSES))


def behave(storm: Storm, lot: Random) -> None:
    """One gateway behaves again."""
    lot.choice(storm.gateways.places).sandbox.faults.clear()


def go_away(storm: Storm, lot: Random) -> None:
    """Nobody listens at an address that is used."""
    account = storm.some_account(lot)
    if account is not None:
        storm.gateways.at(account.address).go_away()


def come_back(storm: Storm, _lot: Random) -> None:
    """Everybody listens again."""
    for place in storm.gateways.places:
        place.come_back()


def change_password(storm: Storm, lot: Random) -> None:
    """At the gateway, behind the program's back."""
    storm.gateways.change_password(lot.choice(storm.gateways.places), lot.choice(USERS))


def credit(storm: Storm, lot: Random) -> None:
    """A login runs out of credit, or is topped up."""
    place = lot.choice(storm.gateways.places)
    place.sandbox.ledger.set_credits(place.gateway, lot.choice(USERS), lot.choice([PLENTY, PLENTY, PLENTY * 0 + 2]))


def report(storm: Storm, lot: Random) -> None:
    """Some messages are reported: again, late, or otherwise than before."""
    place = lot.choice([place for place in storm.gateways.places if place.statuses()])
    copies = place.sandbox.ledger.accepted
    for copy in lot.choices(copies, k=2) if copies else []:
        status = lot.choice(place.statuses())
        for _ in range(lot.randint(1, 2)):
            place.report(copy, status)


def report_early(storm: Storm, lot: Random) -> None:
    """The next messages are reported before they are answered."""
    lot.choice(storm.gateways.places).early = lot.randint(1, 4)


# --- this computer


def ring(storm: Storm, lot: Random) -> None:
    """A countdown or a pause is over."""
    storm.timers.ring(lot.choice)


def ring_too_late(storm: Storm, lot: Random) -> None:
    """A countdown or a pause that was ended is over."""
    storm.timers.ring_too_late(lot.choice)


def sleep(storm: Storm, lot: Random) -> None:
    """The computer sleeps: the clock goes on, and nothing else."""
    storm.jump(timedelta(minutes=lot.choice([1, 5, 45, 240])), asleep=True)


def set_clock(storm: Storm, lot: Random) -> None:
    """The clock is set, forward or back."""
    storm.jump(timedelta(minutes=lot.choice([-240, -40, -3, 3, 40])))


def disk_refuses(storm: Storm, _lot: Random) -> None:
    """Nothing can be written from now on."""
    storm.disk_refuses()


def disk_is_well(storm: Storm, _lot: Random) -> None:
    """It can be written again."""
    storm.disk_is_well()


def settle(storm: Storm, _lot: Random) -> None:
    """Nobody does anything for a moment: every queue stands, and its figures are the file's."""
    storm.settle()


def _people(account: Account, lot: Random) -> tuple[Recipient, ...]:
    endings = lot.sample([*range(30), 96, 97, 98, 99], lot.randint(1, 6))
    return tuple(Recipient(FICTIONAL[account.provider].format(ending)) for ending in endings)


WEIGHTS: Final[dict[Move, int]] = {
    send: 36, send_for_later: 5, send_again: 4, it_arrived: 1, undo: 8, stop: 4, go_on: 12, go_on_everywhere: 3,
    move_away: 4, change_user: 4, type_password: 6, rename: 3, delete: 2, ask_balance: 3, start_anew: 2,
    misbehave: 14, behave: 2, go_away: 3, come_back: 5, change_password: 2, credit: 4, report: 4, report_early: 3,
    ring: 12, ring_too_late: 2, sleep: 4, set_clock: 3, disk_refuses: 2, disk_is_well: 12, settle: 4,
}  # fmt: skip
"""Every move, and how often it comes."""


def order_of(text: str, new: Announcement) -> Order:
    """What was confirmed, as the comparison wants it."""
    return Order(text, new.account_id, tuple(each.number for each in new.recipients))
