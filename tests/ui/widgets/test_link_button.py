"""A button that looks like a link, in colours that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from smsdesk.ui.widgets.link_button import LinkButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def shade(qtbot: QtBot) -> QColor:
    button = LinkButton("Take 2 suggestions…")
    qtbot.addWidget(button)
    assert button.isFlat()
    return button.palette().color(QPalette.ColorRole.ButtonText)


def test_it_has_the_colour_of_links(qtbot: QtBot, qapp: QApplication) -> None:
    assert shade(qtbot) == qapp.palette().color(QPalette.ColorRole.Link)


def test_where_the_dark_has_a_dark_blue_for_links_it_has_the_colour_of_text(
    qtbot: QtBot, qapp: QApplication, dark: QPalette
) -> None:
    blue = QPalette(dark)
    blue.setColor(QPalette.ColorRole.Link, QColor("#0000ff"))
    qapp.setPalette(blue)
    assert shade(qtbot) == blue.color(QPalette.ColorRole.Text)
    light = QPalette(dark)
    light.setColor(QPalette.ColorRole.Link, QColor("#8ab4f0"))
    qapp.setPalette(light)
    assert shade(qtbot) == QColor("#8ab4f0")
