"""One row of a form: the control, what explains it, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.colours import Meaning


class FormField(QWidget):
    """A control with its hint and its problem below it.

    Args:
        label: names the control, also to a screen reader.
        control: what is typed into or chosen from.
        beside: stands at the control's end: a unit.
        below: stands under the control: a box that belongs to it.
        hint: a quiet sentence that explains it.
        wide: the control takes all the room that `beside` leaves.
        narrow: the control is as wide as what it holds: a number.
    """

    def __init__(
        self,
        label: str,
        control: QWidget,
        *,
        beside: QWidget | None = None,
        below: QWidget | None = None,
        hint: str = "",
        wide: bool = False,
        narrow: bool = False,
    ) -> None:
        super().__init__()
        self.control = control
        self.label = QLabel(label)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setBuddy(control)
        self._hint = Caption(wrap=True)
        self._problem = Caption(meaning=Meaning.BAD, wrap=True)
        self._problem.setObjectName(f"{control.objectName()}Problem")
        row = QHBoxLayout()
        fills = wide or (beside is None and not narrow)
        row.addWidget(control, int(fills))
        if beside is not None:
            row.addWidget(beside)
        if not fills:
            row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(row)
        for widget in (below, self._problem, self._hint):
            if widget is not None:
                layout.addWidget(widget)
        self._problem.hide()
        self.set_hint(hint)

    @property
    def problem(self) -> str:
        """What is wrong with the control's content; "" when nothing is."""
        return self._problem.text()

    def add_to(self, form: QFormLayout) -> None:
        """Become the form's next row."""
        form.addRow(self.label, self)

    def show_with_label(self, shown: bool) -> None:
        """Be there with the label, or not, where the form does not see to that."""
        self.setVisible(shown)
        self.label.setVisible(shown)

    def set_hint(self, text: str) -> None:
        """Change the hint; "" hides it."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        self._describe()

    def show_problem(self, text: str) -> None:
        """Say what is wrong; "" when nothing is."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._describe()

    def _describe(self) -> None:
        self.control.setAccessibleDescription(" ".join(filter(None, (self._problem.text(), self._hint.text()))))
