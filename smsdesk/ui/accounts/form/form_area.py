"""Where a form stands: whole where the screen is high enough, else scrolled, so that the buttons below it are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

_CHARACTERS = 80


class FormArea(QScrollArea):
    """Shows the form whole where the screen is high enough, else scrolls it."""

    def __init__(self, form: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the first field has it when the dialog opens
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(form)
        self._form = form

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the form and a scroll bar: it only scrolls up and down."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._form.minimumSizeHint().width() + bar, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """As wide as a sentence, and as high as the form is beside a scroll bar, which then isn't needed."""
        bar = self.verticalScrollBar().sizeHint().width()
        width = max(self._form.minimumSizeHint().width(), _CHARACTERS * self.fontMetrics().averageCharWidth()) + bar
        now = self.width() if self.isVisible() else width
        return QSize(width, self._form.heightForWidth(now - bar))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass on that the form needs more room, or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
