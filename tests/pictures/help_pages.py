"""Makes the pictures of the help and the README anew, of the window as it is today: played gateways, invented people.

Each in every language of the window: `window.png` in English, `window.ar.png` in Arabic.

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
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from smsdesk.demo import demo_profile
from smsdesk.sandbox.faults import Fault
from smsdesk.store.settings import Settings, save_settings
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
from tests.helpers.window.overviews import FRONT, LIBRARY
from tests.pictures.stories import STORIES

if TYPE_CHECKING:
    from smsdesk.demo import Demo
    from tests.pictures.stories import Story

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"
WINDOW, PREVIEW, BALANCE = QSize(1180, 790), QSize(1060, 500), QSize(900, 600)
_COLOURS = 255
_ALIKE, _MIDDLE = 0xFFE0E0E0, 0x00101010

FILLED = {
    "userNameEdit": "alnoor-school", "passwordEdit": "harbour-27-lamp",
    "accountSenderEdit": "ALNOORSCH", "pricePerPartEdit": "1", "lowMarkEdit": "400",
}  # fmt: skip


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


async def window_and_its_dialogs(operator: Operator, demo: Demo, story: Story, work: Path, folder: Path) -> None:
    """Announce something, write the next, and ask about it."""
    operator.window.resize(WINDOW)
    operator.choose("SMS Office — Demo")
    past = (story.told_before, None), (story.unclear_before, Fault.RESET_AFTER_ACCEPTING)
    for (text, people), fault in past:
        operator.write(text)
        operator.add(people)
        if fault is not None:
            demo.sandbox.faults.then(fault)
        operator.send()
        await operator.at_rest()
        await operator.until(operator.find(QPushButton, "addRecipientsButton").isEnabled)
    operator.program.settings.undo_seconds = 10
    await operator.until(lambda: len(operator.rows("historyTable")) == len(past))
    operator.window.history.select_newest()
    operator.write(story.written)
    operator.add(story.people)
    await settled()
    save(operator.window, folder / f"window{story.ending}.png")
    tall = operator.find(QAction, "tallHistoryAction")
    tall.trigger()
    await settled()
    save(operator.window.history, folder / f"history{story.ending}.png")
    tall.trigger()
    operator.press("sendButton")
    await settled()
    dialog = operator.find(ConfirmDialog, "")
    save(dialog, folder / f"confirm{story.ending}.png")
    operator.press("cancelSendButton")
    chosen = work / story.file_name
    chosen.write_text(story.file, encoding="utf-8")
    operator.program.desks.open_files([chosen])
    await operator.until(lambda: operator.sees("importTable") and operator.rows("importTable"))
    preview = operator.find(ImportDialog, "importDialog")
    preview.resize(PREVIEW)
    await settled()
    save(preview, folder / f"import-preview{story.ending}.png")
    preview.reject()


async def settled() -> None:
    """Wait until everything is laid out."""
    for _ in range(10):
        await asyncio.sleep(0.02)


async def dialogs_alone(story: Story, work: Path, folder: Path) -> None:
    """What the demo has no story for: months of a balance, and a form that is filled in."""
    stage = Stage(work, WINDOW)
    async with stage.running():
        balance = BalanceDialog(stage.window)
        titles = [(FRONT.id, f"SMS Office — {story.account}"), (LIBRARY.id, f"iSmart (HTTP) — {story.library}")]
        balance.show_accounts(titles, FRONT.id)
        balance.show_overview(story.overview())
        balance.resize(BALANCE)
        balance.show()
        await settled()
        save(balance, folder / f"balance{story.ending}.png")
        account = new_account(stage)
        account.findChild(QComboBox, "providerCombo").setCurrentText("SMS Office")
        for name, text in {"accountNameEdit": story.account, **FILLED}.items():
            account.findChild(QLineEdit, name).setText(text)
        account.findChild(LoginTest).tell(story.signed_in, Meaning.GOOD)
        await settled()
        save(account, folder / f"account{story.ending}.png")
    stage.close()


def main() -> None:
    """Make all of them."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HELP
    application = Application(["smsdesk"])
    application.setApplicationDisplayName("smsdesk")
    application.setWindowIcon(program_icon())
    application.setQuitOnLastWindowClosed(False)
    for story in STORIES:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        with (
            worn(application, Look(QSize(1366, 900))),
            demo_profile() as demo,
            tempfile.TemporaryDirectory() as work,
            asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner,
        ):
            save_settings(demo.folder / "settings.json", Settings(language=story.language, undo_seconds=0))
            runner.run(_all(application, demo, story, Path(work), folder))


async def _all(application: Application, demo: Demo, story: Story, work: Path, folder: Path) -> None:
    programs = Programs(application)
    operator = programs.open(demo.folder, demo.vault)
    async with programs.running():
        await window_and_its_dialogs(operator, demo, story, work, folder)
    await dialogs_alone(story, work, folder)
    programs.clear_away()


if __name__ == "__main__":
    main()
