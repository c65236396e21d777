"""Makes the pictures of the help and the README anew, of the window as it is today: played gateways, invented people.

python -m tests.pictures.help_pages [FOLDER]
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync
from PySide6.QtCore import QLocale, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from smsdesk.demo import demo_profile
from smsdesk.sandbox.faults import Fault
from smsdesk.ui.accounts.login_test import LoginTest
from smsdesk.ui.balance.balance_dialog import BalanceDialog
from smsdesk.ui.confirmation.confirm_dialog import ConfirmDialog
from smsdesk.ui.importing.import_dialog import ImportDialog
from smsdesk.ui.qt.application import Application, program_icon
from smsdesk.ui.widgets.colours import Meaning
from tests.helpers.dialogs.every_dialog import new_account
from tests.helpers.dialogs.look import Look, worn
from tests.helpers.dialogs.stage import Stage
from tests.helpers.window.operator import Operator, Programs
from tests.helpers.window.overviews import FRONT, HALF_A_YEAR, LIBRARY

if TYPE_CHECKING:
    from smsdesk.demo import Demo

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"
WINDOW, PREVIEW, BALANCE = QSize(1180, 790), QSize(1060, 500), QSize(900, 600)
_COLOURS = 255
_ALIKE, _MIDDLE = 0xFFE0E0E0, 0x00101010

PAST = (
    ("Parent evening: Thursday at 18:00.", "Amal Said\t9000 0012\nZahra\t9000 0015\nNoor\t9000 0044", None),
    ("The office is closed on Sunday.", "Amal\t9000 0012\nZahra\t9000 0015", Fault.RESET_AFTER_ACCEPTING),
)
WRITTEN = "السادة أولياء الأمور، المدرسة مغلقة غداً الخميس بسبب الأحوال الجوية. تبدأ الدروس عن بُعد الساعة 08:30."
PARENTS = (
    "أمل سعيد\t9000 0012\nبدر علي\t٩٠٠٠٠٠٣١\nHuda\t965 9912 3456\nSaid\t9000 001\nNoor\t9000 0012\nLayla\t9000 0044"
)
FILLED = {
    "accountNameEdit": "Front desk", "userNameEdit": "alnoor-school", "passwordEdit": "harbour-27-lamp",
    "accountSenderEdit": "ALNOORSCH", "pricePerPartEdit": "1", "lowMarkEdit": "400",
}  # fmt: skip
FILE = (
    "Class;Name;Mobile;Mobile 2\n1A;Amal Said;9000 0012;9000 0031\n1A;بدر علي;9.6890000013E+10;\n"
    "1B;Yousef Karim;965 9912 3456;\n1B;Omar Zaki;9000 001;\n2A;Noor Salim;9000 0012;\n2B;Samir Adel;15/03/2026;\n"
    "2B;Thandi Nkosi;+27 83 000 0012;\n2B;Hana Mubarak;9000 0023;\n"
)


def save(widget: QWidget, path: Path) -> None:
    """Save what is seen of it, in its most frequent colours: the files stay small."""
    shown = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    shades = Counter(shown.pixel(x, y) for y in range(shown.height()) for x in range(shown.width()))
    table = [shade for shade, _ in shades.most_common(_COLOURS // 2)]
    alike: Counter[int] = Counter()  # a word in a colour of its own has few pixels, and many shades
    for shade, times in shades.items():
        if shade not in table:
            alike[shade & _ALIKE | _MIDDLE] += times
    table += [shade for shade, _ in alike.most_common(_COLOURS - len(table))]
    few = shown.convertToFormat(QImage.Format.Format_Indexed8, table)
    few.save(str(path), "PNG", 0)


async def window_and_its_dialogs(operator: Operator, demo: Demo, work: Path, folder: Path) -> None:
    """Announce something, write the next, and ask about it."""
    operator.window.resize(WINDOW)
    operator.choose("SMS Office — Demo")
    for text, people, fault in PAST:
        operator.write(text)
        operator.add(people)
        if fault is not None:
            demo.sandbox.faults.then(fault)
        operator.send()
        await operator.at_rest()
    operator.program.settings.undo_seconds = 10
    await operator.until(lambda: len(operator.rows("historyTable")) == len(PAST))
    operator.window.history.select_newest()
    operator.write(WRITTEN)
    operator.add(PARENTS)
    await settled()
    save(operator.window, folder / "window.png")
    operator.trigger("Tall &history")
    await settled()
    save(operator.window.history, folder / "history.png")
    operator.trigger("Tall &history")
    operator.press("sendButton")
    await settled()
    dialog = operator.find(ConfirmDialog, "")
    save(dialog, folder / "confirm.png")
    operator.press("cancelSendButton")
    chosen = work / "Parents 2026.csv"
    chosen.write_text(FILE, encoding="utf-8")
    operator.program.desks.open_files([chosen])
    await operator.until(lambda: operator.sees("importTable") and operator.rows("importTable"))
    preview = operator.find(ImportDialog, "importDialog")
    preview.resize(PREVIEW)
    await settled()
    save(preview, folder / "import-preview.png")
    preview.reject()


async def settled() -> None:
    """Wait until everything is laid out."""
    for _ in range(10):
        await asyncio.sleep(0.02)


async def dialogs_alone(work: Path, folder: Path) -> None:
    """What the demo has no story for: months of a balance, and a form that is filled in."""
    stage = Stage(work, WINDOW)
    async with stage.running():
        balance = BalanceDialog(stage.window)
        titles = [(FRONT.id, "SMS Office — Front desk"), (LIBRARY.id, "iSmart (HTTP) — Library")]
        balance.show_accounts(titles, FRONT.id)
        balance.show_overview(HALF_A_YEAR)
        balance.resize(BALANCE)
        balance.show()
        await settled()
        save(balance, folder / "balance.png")
        account = new_account(stage)
        account.findChild(QComboBox, "providerCombo").setCurrentText("SMS Office")
        for name, text in FILLED.items():
            account.findChild(QLineEdit, name).setText(text)
        account.findChild(LoginTest).tell("Signed in. Balance: 1,234.56 credits", Meaning.GOOD)
        await settled()
        save(account, folder / "account.png")
    stage.close()


def main() -> None:
    """Make all of them."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HELP
    application = Application(["smsdesk"])
    application.setApplicationDisplayName("smsdesk")
    application.setWindowIcon(program_icon())
    application.setQuitOnLastWindowClosed(False)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    with (
        worn(application, Look(QSize(1366, 900))),
        demo_profile() as demo,
        tempfile.TemporaryDirectory() as work,
        asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner,
    ):
        runner.run(_all(application, demo, Path(work), folder))


async def _all(application: Application, demo: Demo, work: Path, folder: Path) -> None:
    programs = Programs(application)
    operator = programs.open(demo.folder, demo.vault)
    async with programs.running():
        await window_and_its_dialogs(operator, demo, work, folder)
    await dialogs_alone(work, folder)


if __name__ == "__main__":
    main()
