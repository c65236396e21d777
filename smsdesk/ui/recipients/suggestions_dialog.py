"""A look at the suggestions before they are taken: alike beside alike, and each can be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from smsdesk.domain.phone_numbers import display
from smsdesk.ui.text.countries import country_name
from smsdesk.ui.text.directions import joined, left_to_right
from smsdesk.ui.text.formatting import as_plain_tooltip
from smsdesk.ui.text.translate import translate, translated
from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.delegates import LeftToRightDelegate
from smsdesk.ui.widgets.dialog import Dialog
from smsdesk.ui.widgets.main_button import MainButton
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.domain.recipients.alike import Alike
    from smsdesk.domain.recipients.rows import Seat

_SHOWN_ROWS: Final = 200
"""So many rows of a kind can be looked at one by one; the rest is taken or left out with its kind."""
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class SuggestionsDialog(Dialog):
    """What would be taken. Nothing is changed here.

    Args:
        kinds: all suggestions; none of what is doubted is ticked at first.
        parent: the window.

    Signals:
        taken: these seats' suggestions shall be taken; `list[Seat]`.
    """

    taken = Signal(list)

    def __init__(self, kinds: Sequence[Alike], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("suggestionsDialog")
        self.setWindowTitle(self.tr("Take suggestions"))
        self._tree = named("suggestionsTree", QTreeWidget())
        self._tree.setAccessibleName(self.tr("Suggestions"))
        self._tree.setHeaderLabels([self.tr("Name"), self.tr("Typed"), self.tr("Send to")])
        self._tree.setUniformRowHeights(True)
        for column in (1, 2):
            self._tree.setItemDelegateForColumn(column, LeftToRightDelegate(self._tree))
        self._take = named("takeSuggestionsButton", MainButton())
        self._kinds = [(kind, self._add(kind)) for kind in kinds]
        self._build()
        self._tree.itemChanged.connect(lambda _item, _column: self._count())
        self._take.clicked.connect(self._accept)
        self._count()

    def chosen(self) -> list[Seat]:
        """The seats whose suggestions are ticked."""
        found: list[Seat] = []
        for kind, top in self._kinds:
            shown = [top.child(at) for at in range(top.childCount())]
            listed = zip(kind.seats, shown, strict=False)
            found += [seat for seat, item in listed if item and item.checkState(0) == _CHECKED]
            if top.checkState(0) != _UNCHECKED:
                found += kind.seats[_SHOWN_ROWS:]
        return found

    def _add(self, kind: Alike) -> QTreeWidgetItem:
        top = QTreeWidgetItem([_title(kind)])
        top.setSizeHint(0, QSize(0, round(1.9 * self.fontMetrics().height())))  # all rows are as high as the first one
        top.setFlags(top.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        state = _UNCHECKED if kind.kind.doubted else _CHECKED
        for seat in kind.seats[:_SHOWN_ROWS]:
            row = seat.shown
            item = QTreeWidgetItem([row.name, row.typed, display(row.suggestion or "")])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, state)
            for column in range(3):
                item.setToolTip(column, as_plain_tooltip(item.text(column)))
            top.addChild(item)
        top.setCheckState(0, state)
        top.setToolTip(0, as_plain_tooltip(top.text(0)))
        self._tree.addTopLevelItem(top)
        top.setFirstColumnSpanned(True)
        top.setExpanded(len(kind.seats) <= 5)
        return top

    def _build(self) -> None:
        said = Caption(
            self.tr("Each of these rows can be read in another way. Leave out what you are not sure of."), wrap=True
        )
        buttons = QDialogButtonBox()
        cancel = named("cancelSuggestionsButton", QPushButton(self.tr("Cancel"), autoDefault=False))
        buttons.addButton(self._take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(said)
        layout.addWidget(self._tree, 1)
        layout.addWidget(buttons)
        width = self.fontMetrics().averageCharWidth()
        for column, characters in enumerate((40, 24)):
            self._tree.setColumnWidth(column, characters * width)
        self.resize(104 * width, 22 * self.fontMetrics().height())
        self._tree.setFocus()

    def _count(self) -> None:
        count = len(self.chosen())
        self._take.setText(translate("SuggestionsDialog", "&Take %n suggestion(s)", None, 1).count(count))
        self._take.setEnabled(count > 0)

    def _accept(self) -> None:
        self.taken.emit(self.chosen())
        self.accept()


def _title(kind: Alike) -> str:
    read = kind_title(kind)
    problem = translated(kind.problem) if kind.problem else ""
    more = len(kind.seats) - _SHOWN_ROWS
    if more > 0:
        rest = translate("SuggestionsDialog", "%n more row(s) not shown", None, 1).count(more)
        return joined([read, problem, rest])
    return joined(filter(None, [read, problem]))


def kind_title(kind: Alike) -> str:
    """What taking these does: "3 rows: read as Kuwait +965"."""
    return (
        translate("SuggestionsDialog", "%n row(s): read as {country} {code}", None, 1)
        .count(len(kind.seats))
        .format(country=country_name(kind.kind.region), code=left_to_right(f"+{kind.kind.code}"))
    )
