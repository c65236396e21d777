"""The self-test's hands and eyes: it works the window's own widgets, found by their object names."""

from __future__ import annotations

import asyncio
import re
import time
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from smsdesk.domain.money import Amount
from smsdesk.sandbox.demo import DEMO_LOGINS
from smsdesk.selftest.plan import DRAFT, PLAN, NotAsExpected, Planned, expect
from smsdesk.ui.text.formatting import amount

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.app import Program
    from smsdesk.ui.history.announcements_model import AnnouncementsModel
    from smsdesk.ui.history.deliveries_model import DeliveriesModel
    from smsdesk.ui.recipients.recipients_model import RecipientsModel
    from smsdesk.ui.widgets.columns import Columns

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)

_LOOK_EVERY_S = 0.02
_DIALOGS_OF_TROUBLE = ("crashDialog", "problemBox")


class Operator:
    """Does the main job at the desk, and sees whether the window says what it should.

    Args:
        program: the program, before or while it runs.
        say: told of each step that went well.
        deadline_s: seconds from now until the clerk gives up waiting.

    Attributes:
        waiting_for: what is being waited for now.
    """

    def __init__(self, program: Program, say: Callable[[str], None], deadline_s: float) -> None:
        self._program = program
        self._window = program.window
        self._left = {login.gateway: login.credits for login in DEMO_LOGINS}
        self._say = say
        self._deadline = time.monotonic() + deadline_s
        self.waiting_for = "the program to start"

    async def work(self) -> None:
        """Send everything that is planned, and leave a draft and a chosen announcement to be seen.

        Raises:
            NotAsExpected: something is not as it should be, or did not come in time.
        """
        for plan in PLAN:
            if self._find(QComboBox, "accountCombo").currentText() != plan.title or plan is PLAN[0]:
                await self._choose(plan)
            await self._write(plan)
            await self._add_people(plan)
            await self._send(plan)
            await self._see_history(plan)
            await self._clear_the_list(plan)
        await self._choose(DRAFT)
        await self._write(DRAFT)
        await self._add_people(DRAFT)
        await self._look_up_refusal()
        await self._until(lambda: not self._cut_off(), "every button to show all of its text", self._cut_off)

    # --- steps

    async def _choose(self, plan: Planned) -> None:
        combo = self._find(QComboBox, "accountCombo")
        titles = [combo.itemText(row) for row in range(combo.count())]
        expect(plan.title in titles, f"accountCombo offers {titles}")
        # By keys: a popup may be the platform's own, and would hold everything up.
        QTest.keyClick(combo, Qt.Key.Key_Home)
        for _ in range(titles.index(plan.title)):
            QTest.keyClick(combo, Qt.Key.Key_Down)
        expect(combo.currentText() == plan.title, f"accountCombo reads {combo.currentText()}")
        balance = await self._see_balance(plan)
        self._say(f"{plan.title} chosen: {balance}")

    async def _write(self, plan: Planned) -> None:
        edit = self._find(QPlainTextEdit, "messageEdit")
        edit.setFocus()
        if plan.text.isascii():
            QTest.keyClicks(edit, plan.text)
        else:  # as it comes from an input method: QTest has no keys for it
            event = QInputMethodEvent()
            event.setCommitString(plan.text)
            QApplication.sendEvent(edit, event)
        expect(edit.toPlainText() == plan.text, f"messageEdit holds {edit.toPlainText()!r}")
        summary = self._find(QLabel, "segmentSummary").text()
        expect(summary == plan.summary, f"segmentSummary reads {summary!r} instead of {plan.summary!r}")
        self._say(f"{plan.language} announcement written: {summary}")

    async def _add_people(self, plan: Planned) -> None:
        paste_box = self._find(QPlainTextEdit, "recipientsInput")
        paste_box.insertPlainText(plan.pasted)
        await self._press("addRecipientsButton")
        expect(not paste_box.toPlainText(), "recipientsInput was not emptied")
        rows = self._rows("recipientsTable")
        ready = [row for row in rows if row["check"].startswith("✓")]
        shown = [(_digits(row["number"]), row["name"]) for row in ready]
        expect(sorted(shown) == sorted(plan.people), f"recipientsTable is ready for {shown}")
        bad = [row for row in rows if row["check"].startswith("!")]
        expect(len(bad) == plan.left_out == len(rows) - len(ready), f"recipientsTable has problems in {bad}")
        why = bad[-1]["check"].removeprefix("! ")
        self._say(f"{len(ready)} people ready, nobody twice, {len(bad)} left out ({why})")

    async def _send(self, plan: Planned) -> None:
        if plan.provider == "smsoffice":
            expect(self._find(QLineEdit, "senderEdit").text(), "senderEdit is empty")
        await self._press("sendButton")
        cost = (await self._seen(QLabel, "costSummary")).text()
        expected = self._cost(plan)
        expect(cost == expected, f"costSummary reads {cost!r} instead of {expected!r}")
        self._say(f"confirmation shown: {cost}")
        await self._press("confirmSendButton")
        edit, paste_box = self._find(QPlainTextEdit, "messageEdit"), self._find(QPlainTextEdit, "recipientsInput")
        await self._until(lambda: not edit.toPlainText(), "the composer to be emptied")
        await self._until(lambda: not self._program.office.sender.sending(), "the queue to become idle")
        expect(not paste_box.toPlainText(), "recipientsInput is not empty")
        rows = self._rows("recipientsTable")
        stayed = [row for row in rows if row["check"].startswith("!")]
        expect(len(stayed) == len(rows) == plan.left_out, f"after Send the list holds {rows}")
        self._say(f"sent and the composer emptied; {len(stayed)} with a problem stayed on the list")

    async def _see_history(self, plan: Planned) -> None:
        outcome = f"{plan.accepted} accepted" + (f" · {len(plan.refused)} failed" if plan.refused else "")
        expected = (" ".join(plan.text.split()), plan.title, str(len(plan.people)), outcome)
        columns = ("message", "account", "people", "outcome")
        await self._until(
            lambda: [tuple(row[key] for key in columns) for row in self._rows("historyTable")[:1]] == [expected],
            f"the history to show {outcome} on top",
            lambda: str(self._rows("historyTable")[:1]),
        )
        await self._until(lambda: self._deliveries_are(plan), "every delivery to be shown", self._deliveries)
        self._say(f"history shows it: {outcome}")
        if plan.refused:
            self._say(f"the refused number is shown with its reason: {self._why(plan.refused[0])}")
        self._left[plan.provider] -= plan.accepted * plan.parts
        if plan.unit:
            self._say(f"balance went down by {plan.accepted * plan.parts}: {await self._see_balance(plan)}")

    async def _clear_the_list(self, plan: Planned) -> None:
        table = self._find(QTableView, "recipientsTable")
        table.selectAll()
        await self._press("removeRecipientsButton")
        expect(not self._rows("recipientsTable"), f"{plan.left_out} rows could not be removed")

    async def _look_up_refusal(self) -> None:
        """Choose the announcement with a refused number by a click, as the picture shows it."""
        place = next(place for place, plan in enumerate(reversed(PLAN)) if plan.refused)
        table = self._find(QTableView, "historyTable")
        index = table.model().index(place, self._columns(table).place("message"))
        table.scrollTo(index)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
        plan = PLAN[len(PLAN) - 1 - place]
        await self._until(lambda: self._deliveries_are(plan), "the older announcement's deliveries", self._deliveries)
        self._say("an older announcement chosen in the history: its deliveries are shown")

    # --- what should be there

    def _cost(self, plan: Planned) -> str:
        people, parts = f"{len(plan.people)} people", f"{plan.parts} part{'s' if plan.parts > 1 else ''}"
        total = len(plan.people) * plan.parts
        if not plan.unit:
            return f"{people} × {parts} = {total} parts · price unknown"
        left = self._left[plan.provider] - total
        return f"{people} × {parts} = {total} {plan.unit} · {amount(Amount(left, plan.unit))} left after"

    async def _see_balance(self, plan: Planned) -> str:
        expected = amount(Amount(self._left[plan.provider], plan.unit)) if plan.unit else "Balance not offered"
        value = self._find(QLabel, "balanceValue")
        await self._until(lambda: value.text() == expected, f"balanceValue to read {expected!r}", value.text)
        return expected

    def _deliveries_are(self, plan: Planned) -> bool:
        rows = self._rows("deliveriesTable")
        if len(rows) != len(plan.people):
            return False
        names = dict(plan.people)
        for row in rows:
            number = _digits(row["number"])
            stands = "rejected" if number in plan.refused else "accepted"
            if row["name"] != names.get(number) or not row["why"] or not row["state"].endswith(stands):
                return False
        return len({row["number"] for row in rows}) == len(names)

    def _deliveries(self) -> str:
        return str(self._rows("deliveriesTable"))

    def _cut_off(self) -> str:
        buttons = [button for button in self._window.findChildren(QAbstractButton) if button.isVisible()]
        return ", ".join(button.objectName() for button in buttons if button.width() < button.sizeHint().width())

    def _why(self, number: str) -> str:
        row = next(row for row in self._rows("deliveriesTable") if _digits(row["number"]) == number)
        why = row["why"]
        expect("does not accept this number" in why, f"the reason shown is {why!r}")
        return why

    # --- hands and eyes

    def _rows(self, table: str) -> list[dict[str, str]]:
        """What each row shows, by its columns' keys."""
        view = self._find(QTableView, table)
        model, keys = view.model(), [column.key for column in self._columns(view)]
        return [
            {key: str(model.index(row, place).data()) for place, key in enumerate(keys)}
            for row in range(model.rowCount())
        ]

    @staticmethod
    def _columns(table: QTableView) -> Columns[Any]:
        return cast("AnnouncementsModel | DeliveriesModel | RecipientsModel", table.model()).columns

    def _visible(self, kind: type[W], name: str) -> list[W]:
        return [widget for widget in self._window.findChildren(kind, name) if widget.isVisible()]

    def _find(self, kind: type[W], name: str) -> W:
        found = self._visible(kind, name)
        expect(len(found) == 1, f"the window shows {len(found)} widgets that are called {name}")
        return found[0]

    async def _seen(self, kind: type[W], name: str) -> W:
        return (await self._until(lambda: self._visible(kind, name), f"{name} to be seen"))[0]

    async def _press(self, name: str) -> None:
        button = await self._seen(QAbstractButton, name)
        await self._until(button.isEnabled, f"{name} to be ready to be pressed")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    async def _until(self, look: Callable[[], T], what: str, instead: Callable[[], str] = lambda: "") -> T:
        """Wait until a look finds something, which is given back."""
        self.waiting_for = what
        while True:
            expect(not (trouble := _trouble()), f"a dialog opened: {trouble}")
            if found := look():
                return found
            if time.monotonic() > self._deadline:
                there = instead()
                raise NotAsExpected(f"waited in vain for {what}" + (f"; there is {there}" if there else ""))
            await asyncio.sleep(_LOOK_EVERY_S)


def _trouble() -> str:
    """What a dialog says that nobody wants to see: a crash, or a problem."""
    for window in QApplication.topLevelWidgets():
        if window.objectName() in _DIALOGS_OF_TROUBLE and window.isVisible():
            report = window.findChild(QPlainTextEdit, "crashReport")
            return report.toPlainText() if report else str(window.property("text"))
    return ""


def _digits(shown: str) -> str:
    """The number in a cell, as E.164."""
    return re.sub(r"[^+\d]", "", shown)
