"""The account that pays, and the buttons beside it: where they have no room, they fold into one with a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from smsdesk.ui.balance.sign_button import SignButton
from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.elided.elided_combo import ElidedCombo
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_SHORTEST = 12
"""Characters of the account's name that are always there."""


class AccountChoice(QWidget):
    """Shows the name whole before the buttons, and the buttons before the caption.

    Attributes:
        combo: the accounts.
        add, edit: the buttons; who presses an entry of the menu presses them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.combo = named("accountCombo", ElidedCombo())
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.combo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.combo.setMinimumContentsLength(_SHORTEST)
        self._caption = Caption(self.tr("Accoun&t"))
        self._caption.setBuddy(self.combo)
        self.combo.setAccessibleName(self.tr("Account"))  # also without the caption
        self.edit = named("editAccountButton", QPushButton(self.tr("Ed&it…")))
        self.add = named("addAccountButton", QPushButton(self.tr("Add a&ccount…")))
        told = self.tr("Change this account, or add another one")
        self._more = named("moreAccountButton", SignButton(self.tr("More about accounts"), told, _dots))
        self._menu = named("moreAccountMenu", QMenu(self))
        for button in (self.edit, self.add):
            self._menu.addAction(button.text()).triggered.connect(button.click)
        self._more.clicked.connect(self._open)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._caption, self.combo, self.edit, self.add, self._more):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._more.hide()

    def share_room(self) -> None:
        """Look anew what has room, because the names have changed."""
        room = self.width()
        with_caption = self._in_line(self._caption, self.combo, self.edit, self.add) <= room
        with_buttons = with_caption or self._in_line(self.combo, self.edit, self.add) <= room
        shown = {self._caption: with_caption, self.edit: with_buttons, self.add: with_buttons}
        focused = [each for each in (self.edit, self.add, self._more) if each.hasFocus()]
        for widget, has_room in shown.items():
            widget.setVisible(has_room)
        self._more.setVisible(not with_buttons)
        if focused and focused[0].isHidden():
            (self.edit if with_buttons else self._more).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what has room."""
        super().resizeEvent(event)
        self.share_room()

    def sizeHint(self) -> QSize:
        """Room for everything."""
        wanted = self._in_line(self._caption, self.combo, self.edit, self.add)
        return QSize(wanted, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Some of the name, and the button with the menu."""
        least = self.combo.minimumSizeHint().width() + self._row.spacing() + self._more.sizeHint().width()
        return QSize(least, super().minimumSizeHint().height())

    def _open(self) -> None:
        for button, action in zip((self.edit, self.add), self._menu.actions(), strict=True):
            action.setEnabled(button.isEnabled())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        below = self._more.rect().bottomRight() if mirrored else self._more.rect().bottomLeft()
        if mirrored:
            below.setX(below.x() - self._menu.sizeHint().width())
        self._menu.setActiveAction(next(each for each in self._menu.actions() if each.isEnabled()))
        self._menu.popup(self._more.mapToGlobal(below))

    def _in_line(self, *widgets: QWidget) -> int:
        return sum(each.sizeHint().width() for each in widgets) + self._row.spacing() * (len(widgets) - 1)


def _dots() -> QPainterPath:
    """Three of them: there is more."""
    path = QPainterPath()
    for across in (0.2, 0.5, 0.8):
        path.addEllipse(QPointF(across, 0.5), 0.03, 0.03)
    return path
