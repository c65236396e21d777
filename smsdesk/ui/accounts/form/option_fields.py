"""The part of the account form that only some gateways have, drawn from the options that they declare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSpinBox, QVBoxLayout, QWidget

from smsdesk.providers.capabilities import OptionKind
from smsdesk.ui.qt.boxes import SpinBox
from smsdesk.ui.text.translate import translated
from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smsdesk.providers.capabilities import Option

_ON = "1"


class OptionFields(QWidget):
    """A switch or a number for each option of one gateway, with what it does below it.

    Signals:
        edited: an option was changed.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controls: dict[str, QCheckBox | QSpinBox] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_options(self, options: Sequence[Option], values: Mapping[str, str] | None) -> None:
        """Draw these options with an account's values; without an account, as a new one has them."""
        while (item := self._layout.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.deleteLater()
        self._controls = {}
        for option in options:
            value = option.default if values is None else values.get(option.id, option.default)
            control = self._control(option, value)
            self._controls[option.id] = control
            self._layout.addWidget(control)
            self._layout.addWidget(Caption(translated(option.hint), wrap=True))
        self.setVisible(bool(options))

    def values(self) -> dict[str, str]:
        """The options as an account keeps them; a switch that is off is left out."""
        held = {}
        for key, control in self._controls.items():
            if isinstance(control, QSpinBox):
                held[key] = str(control.value())
            elif control.isChecked():
                held[key] = _ON
        return held

    def _control(self, option: Option, value: str) -> QCheckBox | QSpinBox:
        name = f"{option.id}Option"
        if option.kind is OptionKind.SWITCH:
            switch = named(name, QCheckBox(translated(option.label)))
            switch.setChecked(value == _ON)
            switch.toggled.connect(self.edited)
            return switch
        number = named(name, SpinBox(minimum=1, maximum=option.most))
        number.setPrefix(f"{translated(option.label)}: ")
        number.setAccessibleName(translated(option.label))
        number.setValue(int(value) if value.isdecimal() else 1)
        number.valueChanged.connect(self.edited)
        return number
