"""Fields that belong together, side by side in one row of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFormLayout

    from smsdesk.ui.widgets.form_field import FormField


class FieldRow(QWidget):
    """The first field's label stands in the form's column of labels, each other one before its field.

    Args:
        first: the field whose label the row has.
        others: what follows, in reading order.
        filling: the fields share the whole width; else they are as wide as they need to be.
    """

    def __init__(self, first: FormField, *others: FormField, filling: bool) -> None:
        super().__init__()
        self._first = first
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(first, int(filling), Qt.AlignmentFlag.AlignTop)
        for field in others:
            row.addSpacing(row.spacing())
            field.label.setMinimumHeight(field.control.sizeHint().height())  # beside the control, not the sentences
            row.addWidget(field.label, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(field, int(filling), Qt.AlignmentFlag.AlignTop)
        if not filling:
            row.addStretch(1)

    def add_to(self, form: QFormLayout) -> None:
        """Become the form's next row."""
        form.addRow(self._first.label, self)
