"""Confirmations for the tests of their dialog, made as the program makes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView, QWidget

from smsdesk.accounts.account import Account
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.money import Amount
from smsdesk.domain.phone_numbers import read_number
from smsdesk.domain.recipients.rows import RecipientRow
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.confirming.confirmation import Confirmation, confirmation
from smsdesk.services.sending.review import AlreadySent, Review, review
from smsdesk.services.sending.send_request import SendRequest
from smsdesk.store.history.duplicates import Duplicate
from smsdesk.ui.confirmation.confirm_dialog import ConfirmDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Open = Callable[[Confirmation], "Question"]

FRONT_DESK = Account(
    "a1", "Front desk", "smsoffice", "office", ("ALNOORSCH",), "http://127.0.0.1", "OM",
    price_per_part=Decimal(1), low_mark=Decimal(4),
)  # fmt: skip
CREDITS = Amount(Decimal("10.5"), "credits")
GOT_IT_AT = datetime(2026, 11, 20, 6, 31, tzinfo=UTC)
LIST = (
    ("+27 83 000 0012", "Thandi"),
    ("90000012", "Amal"),
    ("90000013.0", "ليلى"),
    ("900000", "Said"),
    ("+27830000013", ""),
)
TEXT = "We close at noon."


def asked(
    text: str = TEXT,
    listed: Sequence[tuple[str, str]] = LIST,
    *,
    account: Account = FRONT_DESK,
    balance: Amount | None = CREDITS,
    already: Sequence[str] = (),
    undo_s: int = 10,
    send_at: datetime | None = None,
) -> Confirmation:
    """Ask about sending to these (typed, name), some of whom have the text already."""
    rows = tuple(RecipientRow(typed, name, read_number(typed, account.country)) for typed, name in listed)
    people = tuple(Recipient(row.number, row.name) for row in rows if row.number)

    def meaning(count: int) -> Review:
        found = review(text, account.sender, count, 0, account, PROVIDERS[account.provider], balance)
        return replace(found, send_at=send_at)

    everybody = meaning(len(people))
    has_it = AlreadySent(Duplicate(dict.fromkeys(already, GOT_IT_AT)), meaning(len(people) - len(already)))
    new = Announcement(account.id, text, account.sender, everybody.info.segments, people, send_at=send_at)
    request = SendRequest(account, new, everybody, None, rows)
    return confirmation(request, everybody, has_it if already else None, undo_s)


class Question:
    """Somebody before the confirmation: reads it, presses its buttons, and looks at its lists."""

    def __init__(self, dialog: ConfirmDialog) -> None:
        self.dialog = dialog

    def sees(self, name: str) -> bool:
        return any(each.isVisible() for each in self.dialog.findChildren(QWidget, name))

    def label(self, name: str) -> str:
        (found,) = (each for each in self.dialog.findChildren(QLabel, name) if each.isVisible())
        return found.text()

    def button(self, name: str) -> QAbstractButton:
        (found,) = (each for each in self.dialog.findChildren(QAbstractButton, name) if each.isVisible())
        return found

    def shown_texts(self) -> list[str]:
        return [each.text() for each in self.dialog.findChildren(QLabel) if each.isVisible()]

    @property
    def people(self) -> QTableView | None:
        """The list that is open."""
        return next((each for each in self.dialog.findChildren(QTableView) if each.isVisible()), None)

    def rows(self, button: str) -> list[tuple[str, ...]]:
        """What the list behind a button says, which is closed again."""
        self.button(button).click()
        table = self.people
        assert table is not None
        model = table.model()
        rows = [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]
        table.window().close()
        return rows


def opened(window: QWidget, confirmation: Confirmation) -> Question:
    """Ask over this window, as the program does."""
    dialog = ConfirmDialog(confirmation, PROVIDERS[confirmation.request.account.provider], window)
    dialog.open()
    assert QTest.qWaitForWindowExposed(dialog)
    return Question(dialog)
