from __future__ import annotations

import os
import socket
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QMessageBox, QPushButton, QSpinBox, QTabWidget

from smsdesk.store.settings import Settings, load_settings, save_settings

if TYPE_CHECKING:
    from smsdesk.demo import Demo
    from tests.helpers.window.operator import OpenDemo, Operator

TOKEN = "t" * 32


def free_port() -> int:
    """A port that is free, and that nobody is given who asks for any: neither another test nor another program."""
    for port in range(20_000 + os.getpid() % 10_000, 32_000):
        with closing(socket.socket()) as tried, suppress(OSError):
            tried.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


def open_reports_page(operator: Operator) -> None:
    operator.trigger("&Settings…")
    operator.find(QTabWidget, "settingsPages").setCurrentIndex(1)


def states(operator: Operator) -> list[str]:
    """Where each stands, by name."""
    return [state for _, _, state, *_ in sorted(operator.rows("deliveriesTable"))]


async def test_from_switching_it_on_to_the_ticks_in_the_history(operator: Operator, demo: Demo) -> None:
    port = free_port()
    open_reports_page(operator)
    operator.find(QCheckBox, "receiverSwitch").click()
    operator.find(QComboBox, "receiverHostCombo").setCurrentIndex(1)
    operator.find(QSpinBox, "receiverPortSpin").setValue(port)
    operator.find(QLineEdit, "receiverPublicEdit").setText("127.0.0.1")
    url = operator.window.findChildren(QLineEdit, "reportUrl")[0].text()
    operator.find(QPushButton, "saveSettingsButton").click()
    await operator.until(lambda: operator.program.office.receiver._server is not None)
    await operator.until(lambda: load_settings(demo.folder / "settings.json").settings.receiver_token in url)
    demo.sandbox.report_to("smsoffice", url)
    operator.write("Closed on Sunday")
    operator.add("Amal 90000012\nSaid 90000097")
    operator.send()
    await operator.until(lambda: states(operator) == ["✓ delivered", "✗ undelivered"])
    open_reports_page(operator)
    assert "The last report arrived: just now." in operator.shown_texts()
    operator.find(QPushButton, "cancelSettingsButton").click()


async def test_a_port_that_is_taken_is_told_and_the_rest_goes_on(demo: Demo, open_demo: OpenDemo) -> None:
    with closing(socket.socket()) as owner:
        owner.bind(("127.0.0.1", 0))
        owner.listen()
        taken = owner.getsockname()[1]
        here = Settings(receiver_on=True, receiver_host="127.0.0.1", receiver_port=taken, receiver_token=TOKEN)
        save_settings(demo.folder / "settings.json", here)
        operator = open_demo()
        told = f"Delivery reports can't be received at port {taken}."
        await operator.until(lambda: any(told in text for text in operator.shown_texts()))
        assert operator.program.office.receiver._server is None
        box = next(each for each in operator.window.findChildren(QMessageBox) if each.isVisible())
        box.buttons()[0].click()
