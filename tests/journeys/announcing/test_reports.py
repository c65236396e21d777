from __future__ import annotations

import socket
from contextlib import closing
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QMessageBox, QPushButton, QSpinBox, QTabWidget

from smsdesk.store.settings import Settings, load_settings, save_settings

if TYPE_CHECKING:
    from collections.abc import Callable

TOKEN = "t" * 32


def open_reports_page(clerk: Any) -> None:
    actions = {action.text(): action for action in clerk.window.findChildren(QAction)}
    actions["&Settings…"].trigger()
    clerk.find(QTabWidget, "settingsPages").setCurrentIndex(1)


def states(clerk: Any) -> list[str]:
    return [row[1] for row in clerk.rows("deliveriesTable")]


async def test_from_switching_it_on_to_the_ticks_in_the_history(clerk: Any, demo: Any) -> None:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    open_reports_page(clerk)
    clerk.find(QCheckBox, "receiverSwitch").click()
    clerk.find(QComboBox, "receiverHostCombo").setCurrentIndex(1)
    clerk.find(QSpinBox, "receiverPortSpin").setValue(port)
    clerk.find(QLineEdit, "receiverPublicEdit").setText("127.0.0.1")
    url = clerk.window.findChildren(QLineEdit, "reportUrl")[0].text()
    clerk.find(QPushButton, "saveSettingsButton").click()
    await clerk.until(lambda: clerk.program.office.receiver._server is not None)
    await clerk.until(lambda: load_settings(demo.folder / "settings.json").settings.receiver_token in url)
    demo.sandbox.report_to("smsoffice", url)
    clerk.write("Closed on Sunday")
    clerk.add("Amal 90000012\nSaid 90000097")
    clerk.send()
    await clerk.until(lambda: states(clerk) == ["✓ delivered", "✗ undelivered"])
    open_reports_page(clerk)
    assert "The last report arrived: just now." in clerk.shown_texts()
    clerk.find(QPushButton, "cancelSettingsButton").click()


async def test_a_port_that_is_taken_is_told_and_the_rest_goes_on(demo: Any, open_demo: Callable[[], Any]) -> None:
    with closing(socket.socket()) as owner:
        owner.bind(("127.0.0.1", 0))
        owner.listen()
        taken = owner.getsockname()[1]
        here = Settings(receiver_on=True, receiver_host="127.0.0.1", receiver_port=taken, receiver_token=TOKEN)
        save_settings(demo.folder / "settings.json", here)
        clerk = open_demo()
        told = f"Delivery reports can't be received at port {taken}."
        await clerk.until(lambda: any(told in text for text in clerk.shown_texts()))
        assert clerk.program.office.receiver._server is None
        box = next(each for each in clerk.window.findChildren(QMessageBox) if each.isVisible())
        box.buttons()[0].click()
