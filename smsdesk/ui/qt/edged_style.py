"""The system's style, with edges of fields that can be seen, and a frame round the cell that has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionSpinBox,
    QWidget,
)

from smsdesk.ui.widgets.colours import accent, edge, focused_edge, wants_contrast

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

_FAINT = ("fusion", "windows")
"""Styles whose edges follow the window's colour: too faint in the light, not to be seen in the dark."""

_Primitive, _Control, _State = QStyle.PrimitiveElement, QStyle.ControlElement, QStyle.StateFlag
_RADIUS = {_Primitive.PE_FrameLineEdit: 2.0, _Primitive.PE_IndicatorCheckBox: 1.0}


class EdgedStyle(QProxyStyle):
    """Draws over what the style draws. Styles with edges of their own (macOS, Windows 11) only get the cell's frame."""

    @property
    def _draws_edges(self) -> bool:
        base = self.baseStyle()
        return base is not None and base.name().lower() in _FAINT

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Edges of fields and of boxes to tick; the frame of the focus in a list or table."""
        super().drawPrimitive(element, option, painter, widget)
        if element == _Primitive.PE_FrameFocusRect:
            if isinstance(widget, QAbstractItemView):
                _draw(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), 0, accent(option.palette), 2)
        elif element in _RADIUS:
            if self._draws_edges:
                _draw_edge(painter, option, _RADIUS[element])
        elif element == _Primitive.PE_IndicatorRadioButton and self._draws_edges:
            _draw_edge(painter, option, option.rect.width() / 2)
        elif element == _Primitive.PE_PanelButtonCommand and self._draws_edges:
            if option.state & _State.State_HasFocus and option.state & _State.State_KeyboardFocusChange:
                _draw(painter, QRectF(option.rect), 2, focused_edge(option.palette), 2)
            elif wants_contrast():  # else its face and its word are enough
                _draw_edge(painter, option, 2)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Edges of texts of several lines, of lists and tables."""
        super().drawControl(element, option, painter, widget)
        framed = isinstance(widget, QAbstractScrollArea) and widget.frameShape() == QFrame.Shape.StyledPanel
        if element == _Control.CE_ShapedFrame and framed and self._draws_edges:
            _draw_edge(painter, option, 0)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Edges of boxes for choices, numbers and times."""
        super().drawComplexControl(control, option, painter, widget)
        framed = isinstance(option, QStyleOptionComboBox | QStyleOptionSpinBox) and option.frame
        if framed and self._draws_edges:
            _draw_edge(painter, option, 2)


def _draw_edge(painter: QPainter, option: QStyleOption, radius: float) -> None:
    """The accent marks a field with the focus; what is switched off needs no edge that can be seen."""
    if not option.state & _State.State_Enabled:
        return
    focused = bool(option.state & _State.State_HasFocus)
    shade = focused_edge(option.palette) if focused else edge(option.palette)
    _draw(painter, QRectF(option.rect), radius, shade, 2 if focused else 1)


def _draw(painter: QPainter, rect: QRectF, radius: float, shade: QColor, width: int) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(shade, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()
