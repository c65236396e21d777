"""Who it goes to: paste anything, see at once which numbers will work and why others won't."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from smsdesk.domain.announcement import Recipient
from smsdesk.domain.recipients.list import RecipientList
from smsdesk.ui.recipients.list_reading import ListReading, is_long
from smsdesk.ui.recipients.reading_strip import ReadingStrip
from smsdesk.ui.recipients.recipients_model import RecipientsModel
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.card import Caption, Card, heading
from smsdesk.ui.widgets.named import named
from smsdesk.ui.widgets.tables import hint_over, overlaid, plain_table, set_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from smsdesk.accounts.account import Account
    from smsdesk.domain.draft import Written
    from smsdesk.domain.people.entries import Entry
    from smsdesk.domain.recipients.counts import Counts
    from smsdesk.domain.recipients.rows import RecipientRow
    from smsdesk.providers.base import Provider


class RecipientsPane(Card):
    """The recipient list with its paste box.

    Signals:
        edited: the list changed.
        import_requested: the user wants to bring people in from a file.
        files_dropped: files were dropped on the list; `list[Path]`.
    """

    edited = Signal()
    import_requested = Signal()
    files_dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RecipientsModel(RecipientList(), self)
        self._reading = ListReading(self._model, self)
        self._strip = ReadingStrip(self._reading)
        self._input = _PasteBox()
        self._input.setObjectName("recipientsInput")
        self._input.setAccessibleName(self.tr("Add recipients"))
        self._input.setPlaceholderText(self.tr("Type or paste names and numbers"))
        self._add = named("addRecipientsButton", QPushButton(self.tr("Add")))
        self._table = plain_table(self._model, "recipientsTable", self.tr("Recipients"))
        self._remove = named("removeRecipientsButton", QPushButton(self.tr("Remove")))
        self._remove.setToolTip(self.tr("Take the chosen rows off the list"))
        self._undo = named("undoButton", QPushButton(self.tr("Undo")))
        self._undo.setToolTip(self.tr("Take the last change to the list back"))
        self._undo_elsewhere = False
        self._ready = Caption(meaning=None)
        self._rest = Caption()
        self._told = Caption()
        self._empty = hint_over(
            self.tr("Add people: paste numbers from anywhere, with or without names, then press Add.")
        )
        self._set_up_table()
        self._build()
        self._add.clicked.connect(self._add_typed)
        self._input.entered.connect(self._add_typed)
        self._remove.clicked.connect(self._remove_chosen)
        self._undo.clicked.connect(self._model.undo_stack.undo)
        self._model.undo_stack.canUndoChanged.connect(self._show_undo)
        self._input.long_pasted.connect(self._add_long)
        self._reading.busy_changed.connect(self.edited)
        self._model.changed.connect(self._show_counts)
        self._model.changed.connect(self.edited)
        self._input.textChanged.connect(self.edited)
        delete = QShortcut(
            QKeySequence(QKeySequence.StandardKey.Delete), self._table, context=Qt.ShortcutContext.WidgetShortcut
        )
        delete.activated.connect(self._remove_chosen)
        self._show_counts()

    @property
    def ready(self) -> int:
        """How many people a message can go to."""
        return self._model.recipients.counts.people

    @property
    def problems(self) -> int:
        """How many rows have a problem."""
        return self._model.recipients.counts.attention

    def people(self) -> tuple[Recipient, ...]:
        """Everybody who can be sent to, in order, each number once."""
        return tuple(Recipient(each.number, each.name) for each in self._model.recipients.people if each.number)

    def listed(self) -> tuple[RecipientRow, ...]:
        """All rows that were read."""
        return self._model.recipients.rows

    def rows(self) -> tuple[Written, ...]:
        """All rows, for the draft, also those that are still being put back; `pending` belongs to it too."""
        coming = self._reading.coming
        return self._model.recipients.rows if coming is None else tuple(coming)

    def pending(self) -> str:
        """What was typed or pasted and is not in the list yet."""
        return "\n".join(filter(None, (self._reading.pasted, self._typed())))

    def set_pending(self, text: str) -> None:
        """Put back what had not been added."""
        if is_long(text):
            self._add_long(text)
        else:
            self._input.setPlainText(text)

    def add_pending(self) -> None:
        """Add what still stands in the paste box, as if Add had been pressed."""
        if self._typed():
            self._add_typed()

    def when_read(self, then: Callable[[], None]) -> None:
        """Call this as soon as nothing is being read any more: at once, mostly."""
        self._reading.when_read(then)

    def stop_reading(self) -> None:
        """Read no more, because the program ends; what has not been read is in the draft."""
        self._reading.stop()

    def set_people(self, people: Sequence[Written]) -> None:
        """Hold these instead of what is there; Undo brings that back. Many are read first, elsewhere."""
        self._reading.replace(people)

    def fetch_people(self, people: Callable[[], Sequence[Written]]) -> None:
        """Hold those instead whom this gives, on a worker's thread; Undo brings back who was there."""
        self._reading.replace_by(people)

    def not_ready(self) -> tuple[RecipientRow, ...]:
        """The rows with a problem: they stay when the others have been sent to."""
        return tuple([each for each in self._model.recipients.rows if not each.ready])

    def forget_sent(self, people: Iterable[Recipient]) -> None:
        """After Send, take everybody off the list who was sent to."""
        self._told.clear()
        self._model.forget_sent(frozenset(person.number for person in people))

    def undo_is_elsewhere(self, elsewhere: bool) -> None:
        """While Send can be taken back, an Undo that has nothing to take back only stands in the way."""
        self._undo_elsewhere = elsewhere
        self._show_undo()

    def set_account(self, account: Account | None, provider: Provider | None) -> None:
        """Read the numbers as this account's country writes them, and as this gateway takes them."""
        self._reading.read_for(account.country if account else "", provider.refuse_number if provider else None)

    def add_entries(self, entries: Sequence[Entry]) -> None:
        """Add people who were read for the chosen account's country; one step to undo."""
        self._reading.add_entries(entries, self._show_added)

    def _add_typed(self) -> None:
        """Add whoever stands in the paste box."""
        text = self._typed()
        self._input.setFocus()
        if text and (is_long(text) or self._reading.busy):
            self._input.clear()
            self._add_long(text)
            return
        from smsdesk.domain.pasted_text import split_pasted  # its patterns take long to build

        if entries := split_pasted(text, self._model.recipients.reader.country):
            self._input.clear()
            self.add_entries(entries)

    def _add_long(self, text: str) -> None:
        self._reading.add_text(text, self._show_added)

    def _typed(self) -> str:
        return self._input.toPlainText().strip()

    def _show_added(self, before: Counts, place: int) -> None:
        counts = self._model.recipients.counts
        added = counts.rows - before.rows - counts.repeated + before.repeated
        self._told.setText(translate("RecipientsPane", "%n added", None, 1).count(added))
        if place < counts.rows:
            self._table.scrollTo(self._model.index(self._model.row_of(place), self._model.columns.place("number")))

    def _remove_chosen(self) -> None:
        chosen = self._table.selectionModel().selection()
        places = self._model.places_in(chosen)
        if not places:
            return
        first = min(chosen.at(part).top() for part in range(chosen.count()))
        self._told.setText(translate("RecipientsPane", "%n removed", None, 1).count(len(places)))
        self._model.delete(places)
        stay = min(first, self._model.rowCount() - 1)
        if stay >= 0:
            self._table.selectionModel().setCurrentIndex(
                self._model.index(stay, self._model.columns.place("number")), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def _show_counts(self) -> None:
        counts = self._model.recipients.counts
        self._ready.setText(translate("RecipientsPane", "%n ready", None, 1).count(counts.people))
        rest = []
        if counts.attention:
            rest.append(translate("RecipientsPane", "%n need(s) attention", None, 1).count(counts.attention))
        if counts.repeated:
            rest.append(translate("RecipientsPane", "%n repeat(s) merged", None, 1).count(counts.repeated))
        self._rest.setText("".join(f"· {each} " for each in rest))
        self._show_undo()
        self._remove.setEnabled(counts.rows > 0)
        self._empty.setVisible(not counts.rows)

    def _show_undo(self) -> None:
        can = self._model.undo_stack.canUndo()
        self._undo.setEnabled(can)
        self._undo.setVisible(can or not self._undo_elsewhere)

    def _set_up_table(self) -> None:
        table = self._table
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        set_columns(table, self._model.columns)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(heading(self.tr("Recipients")))
        top.addStretch()
        top.addWidget(self._remove)
        top.addWidget(self._undo)
        entry = QHBoxLayout()
        entry.addWidget(self._input, 1)
        entry.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        bottom = QHBoxLayout()
        bottom.addWidget(self._ready)
        bottom.addWidget(self._rest)
        bottom.addStretch()
        bottom.addWidget(self._told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addLayout(top)
        layout.addLayout(entry)
        layout.addWidget(overlaid(self._table, self._empty), 1)
        layout.addWidget(self._strip)
        layout.addLayout(bottom)


class _PasteBox(QPlainTextEdit):
    """Two lines high; a paste of many lines keeps them. Enter adds, Shift+Enter makes a new line."""

    entered = Signal()
    long_pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__(tabChangesFocus=True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        margins = self.contentsMargins().top() + self.contentsMargins().bottom() + 2 * self.frameWidth()
        self.setFixedHeight(2 * self.fontMetrics().lineSpacing() + margins + 8)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A text that is too long to be looked through here is added at once."""
        if is_long(text := source.text()):
            self.long_pasted.emit(text)
        else:
            super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is Add."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (plain or control):
            self.entered.emit()
            return
        super().keyPressEvent(event)
