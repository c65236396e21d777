"""What speaks for or against: whether the bill was right, and whether messages of unknown fate were sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.charge import Bill, Judgement, parts_billed
from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.frozen import frozen
from smsdesk.domain.money import Amount
from smsdesk.providers.capabilities import StatusBy

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime
    from decimal import Decimal

    from smsdesk.accounts.account import Account
    from smsdesk.domain.charge import Charge, Likelihood
    from smsdesk.domain.history import PastAnnouncement
    from smsdesk.providers.catalog import Providers
    from smsdesk.store.balance.charges import Charges
    from smsdesk.store.history.loose_reports import LooseReports


@frozen
class BillNote:
    """What an announcement really cost.

    Attributes:
        went_down: by how much the balance went down, negative where it went up; what was billed, where that is known.
        least, most: what was expected, if nothing and if everything of unknown fate was sent; None without a price.
        others: other announcements that were sent meanwhile.
        judgement: how that fits.
        billed: the gateway itself told what each copy cost: this is their sum, and the balance was not looked at.
    """

    went_down: Amount
    least: Amount | None
    most: Amount | None
    others: int
    judgement: Judgement
    billed: bool = False

    @property
    def differs(self) -> bool:
        """The gateway took another price than was expected: the user should know."""
        return self.judgement is Judgement.DIFFERS


@frozen
class BalanceEvidence:
    """What the balance did while messages of unknown fate were submitted.

    Attributes:
        before, after: when it was read (UTC).
        went_down: by how much it went down; negative where it went up.
        known: what the messages cost that were surely taken in that time; None without a price.
        unknown: what those of unknown fate would cost; None without a price.
        others: other announcements that were sent meanwhile.
        speaks_for: what that says of those of unknown fate.
    """

    before: datetime
    after: datetime
    went_down: Amount
    known: Amount | None
    unknown: Amount | None
    others: int
    speaks_for: Likelihood


@frozen
class ReportEvidence:
    """A delivery report for the number of a message of unknown fate; state None while nothing final is known."""

    number: str
    state: DeliveryState | None
    received_at: datetime


@frozen
class NoEvidence:
    """This gateway tells neither balance nor status."""

    gateway: str


EvidenceValue = BalanceEvidence | ReportEvidence | NoEvidence


class Evidence:
    """Finds evidence; `ui.evidence_words` puts it into words. Each call is a few short reads.

    Args:
        accounts: gives the accounts as they are now.
    """

    def __init__(
        self,
        charges: Charges,
        loose_reports: LooseReports,
        accounts: Callable[[], list[Account]],
        providers: Providers,
    ) -> None:
        self._charges = charges
        self._loose_reports = loose_reports
        self._accounts = accounts
        self._providers = providers

    def about_bill(self, past: PastAnnouncement) -> BillNote | None:
        """What an announcement really cost; None while that is not known, as where the gateway tells no balance."""
        if past.cost is not None and past.provider in self._providers:
            return self._as_billed(past, past.cost)
        on_its_way = past.counts.get(DeliveryState.QUEUED, 0) + past.counts.get(DeliveryState.SUBMITTING, 0)
        if past.charged is None or on_its_way:
            return None
        unit = self._charges.unit(past.account_id, past.created_at)
        if unit is None:
            return None
        bill = Bill(
            *parts_billed(past.part_counts),
            price=past.price_per_part,
            others=past.charged_others or 0,
        )
        return BillNote(
            Amount(past.charged, unit),
            _amount(bill.least, unit),
            _amount(bill.most, unit),
            bill.others,
            bill.judge(past.charged),
        )

    def _as_billed(self, past: PastAnnouncement, cost: Decimal) -> BillNote:
        taken, _ = parts_billed(past.part_counts)
        bill, unit = Bill(taken, 0, past.price_per_part), self._providers[past.provider].capabilities.unit
        expected = _amount(bill.least, unit)
        return BillNote(Amount(cost, unit), expected, expected, 0, bill.judge(cost), billed=True)

    def about_unknown(self, announcement_id: int, delivery_ids: Collection[int]) -> list[EvidenceValue]:
        """What the balance and stray delivery reports tell of these deliveries; empty where that is nothing yet."""
        account_id = self._loose_reports.account_of(announcement_id)
        if account_id is None:
            return []
        wanted = frozenset(delivery_ids)
        found: list[EvidenceValue] = [
            _of_charge(each) for each in self._charges.around_unknown(announcement_id, wanted)
        ]
        loose = self._loose_reports.loose_reports(account_id, announcement_id, wanted)
        found += [ReportEvidence(each.number, each.state, each.received_at) for each in loose]
        if found:
            return found
        account = next((each for each in self._accounts() if each.id == account_id), None)
        provider = self._providers.of(account) if account else None
        if provider is None:
            return []
        can = provider.capabilities
        silent = not can.has_balance and can.status_by is StatusBy.NOTHING
        return [NoEvidence(provider.title)] if silent else []


def _of_charge(charge: Charge) -> BalanceEvidence:
    bill, unit = charge.bill, charge.unit
    unknown = None if bill.price is None else bill.doubtful * bill.price
    return BalanceEvidence(
        charge.before.asked_at,
        charge.after.asked_at,
        Amount(charge.went_down, unit),
        _amount(bill.least, unit),
        _amount(unknown, unit),
        bill.others,
        charge.doubtful_sent,
    )


def _amount(value: Decimal | None, unit: str) -> Amount | None:
    return None if value is None else Amount(value, unit)
