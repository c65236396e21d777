"""Who it goes to: paste anything, see at once which numbers will work and why others won't."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from smsdesk.domain.recipients.list import RecipientList
from smsdesk.ui.recipients.list_actions import ListActions
from smsdesk.ui.recipients.list_reading import ListReading, is_long
from smsdesk.ui.recipients.paste_box import Drop, PasteBox
from smsdesk.ui.recipients.people_table import PeopleTable
from smsdesk.ui.recipients.reading_strip import ReadingStrip
from smsdesk.ui.recipients.recipients_model import SUGGESTION_ROLE, VERDICT_ROLE, RecipientsModel
from smsdesk.ui.recipients.suggestions import Suggestions
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.card import Card
from smsdesk.ui.widgets.count_heading import CountHeading
from smsdesk.ui.widgets.elided.elided_label import ElidedLabel
from smsdesk.ui.widgets.icons import table_icon, undo_icon
from smsdesk.ui.widgets.listing.verdict_chips import VerdictChips
from smsdesk.ui.widgets.named import named
from smsdesk.ui.widgets.tables import hint_over, overlaid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QResizeEvent

    from smsdesk.accounts.account import Account
    from smsdesk.domain.announcement import Recipient
    from smsdesk.domain.draft import Written
    from smsdesk.domain.people.entries import Entry
    from smsdesk.domain.recipients.counts import Counts
    from smsdesk.domain.recipients.rows import RecipientRow
    from smsdesk.providers.base import Provider

_MARGIN, _GAP = 16, 8


class RecipientsPane(Card):
    """The recipient list with its paste box.

    Signals:
        edited: the list changed.
        import_requested: the user wants to choose a file of people.
        files_dropped: files were dropped or pasted here; `list[Path]`.
        save_problems_requested: the rows that need attention shall be saved.

    Attributes:
        model: the list, as the table shows it.
        reading: brings many people into it.
        told: says what became of the last change: "9 added".
    """

    edited = Signal()
    import_requested = Signal()
    files_dropped = Signal(list)
    save_problems_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = self._model = RecipientsModel(RecipientList(), self)
        self.reading = self._reading = ListReading(self._model, self)
        self._strip = ReadingStrip(self._reading)
        self._count = named("peopleCount", CountHeading())
        self._input = named("recipientsInput", PasteBox())
        self._input.setAccessibleName(self.tr("Add recipients"))
        self._input.setPlaceholderText(self.tr("Type or paste names and numbers, or drop a file"))
        self._add = named("addRecipientsButton", QPushButton(self.tr("A&dd")))
        self._table = PeopleTable(self._model, "recipientsTable", self.tr("Recipients"))
        self._suggestions = Suggestions(self._table, self._model)
        self._actions = ListActions(self._table, self._model, self._suggestions)
        self._remove = named("removeRecipientsButton", QPushButton(self.tr("Re&move")))
        self._remove.setToolTip(self.tr("Take the chosen rows off the list"))
        self._undo = named("undoButton", QPushButton(undo_icon(), self.tr("&Undo")))
        self._import = named("importButton", QPushButton(table_icon(), self.tr("Im&port…")))
        self._import.setToolTip(self.tr("Add the people of an Excel, CSV or contacts file"))
        self._chips = VerdictChips()
        self.told = ElidedLabel()
        teaching = self.tr("Add people: paste numbers from anywhere, with or without names, then press Add.")
        self._empty = hint_over(teaching)
        self._table.show_columns(self._model.columns, "check", VERDICT_ROLE, SUGGESTION_ROLE)
        self._build()
        self._connect()
        self._show_counts()

    @property
    def ready(self) -> int:
        """How many people a message can go to."""
        return self._model.recipients.counts.people

    @property
    def problems(self) -> int:
        """How many rows have a problem."""
        return self._model.recipients.counts.attention

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
        self.told.clear()
        self._reading.forget_sent(frozenset(person.number for person in people))

    def set_locked(self, locked: bool) -> None:
        """While it can be taken back who was sent to, the list stays in sight and is not changed."""
        self._actions.set_locked(locked)
        self.setAcceptDrops(not locked)
        for widget in (self._input, self._add, self._import, self._suggestions.button):
            widget.setEnabled(not locked)
        self._show_counts()

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
        if self._add_text(text):
            self._input.clear()

    def _add_text(self, text: str) -> bool:
        """Add whoever is in a text, wherever it was pasted or dropped; False if it is nobody."""
        if text and (is_long(text) or self._reading.busy):
            self._add_long(text)
            return True
        from smsdesk.domain.pasted_text import split_pasted  # its patterns take long to build

        entries = split_pasted(text, self._model.recipients.reader.country)
        if entries:
            self.add_entries(entries)
        return bool(entries)

    def _add_long(self, text: str) -> None:
        self._reading.add_text(text, self._show_added)

    def _typed(self) -> str:
        return self._input.toPlainText().strip()

    def _show_added(self, before: Counts, place: int) -> None:
        counts = self._model.recipients.counts
        added = counts.rows - before.rows - counts.repeated + before.repeated
        self.told.tell(translate("RecipientsPane", "%n added", None, 1).count(added))
        if place < counts.rows:
            if self._chips.shown is not None:  # who was added shall be seen
                self._chips.choose(None)
                self._model.show_only(None)
            self._table.scrollTo(self._model.index(self._model.row_of(place), self._model.columns.place("number")))

    def _remove_chosen(self) -> None:
        chosen = self._table.selectionModel().selection()
        places = self._model.places_in(chosen)
        if not places:
            return
        first = min(chosen.at(part).top() for part in range(chosen.count()))
        self.told.tell(translate("RecipientsPane", "%n removed", None, 1).count(len(places)))
        self._model.delete(places)
        stay = min(first, self._model.rowCount() - 1)
        if stay >= 0:
            self._table.selectionModel().setCurrentIndex(
                self._model.index(stay, self._model.columns.place("number")), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is quieter gives way where there is little room."""
        super().resizeEvent(event)
        self._share_room()

    def minimumSizeHint(self) -> QSize:
        """Room for everything but what can give way."""
        lines = ((self._count, self._undo, self._import), (self._chips,), (self._input, self._add), (self._table,))
        width = max(_in_line(*line, smallest=True) for line in lines)
        return QSize(width + _GAP + 2 * _MARGIN, super().minimumSizeHint().height())

    def _show_counts(self) -> None:
        counts = self._model.recipients.counts
        self._count.setText(translate("RecipientsPane", "%n person(s)", None, 1).count(counts.people))
        self._chips.set_counts(counts)
        self._show_undo()
        self._remove.setEnabled(counts.rows > 0 and not self._model.locked)
        self._empty.setVisible(not counts.rows)

    def _show_undo(self) -> None:
        stack = self._model.undo_stack
        can = stack.canUndo()
        self._undo.setEnabled(can and not self._model.locked)
        self._undo.setToolTip(self._actions.undo.text() if can else self.tr("Take the last change to the list back"))

    def _share_room(self) -> None:
        """Show the look at suggestions where the chips keep their most needed words, and Remove where it has room."""
        room, look = self.width() - 2 * _MARGIN, self._suggestions.button
        wanted = self._suggestions.count > 0
        look.setVisible(wanted and self._chips.quiet_width() + _GAP + look.sizeHint().width() <= room)
        self._remove.setVisible(_in_line(self._count, self._remove, self._undo, self._import) + _GAP <= room)

    def _connect(self) -> None:
        self._add.clicked.connect(self._add_typed)
        self._input.entered.connect(self._add_typed)
        self._input.textChanged.connect(self.edited)
        self._input.files_pasted.connect(self.files_dropped)
        self._input.long_pasted.connect(self._add_long)
        self._remove.clicked.connect(self._remove_chosen)
        self._undo.clicked.connect(self._model.undo_stack.undo)
        self._import.clicked.connect(self.import_requested)
        self._table.suggestion_pressed.connect(self._suggestions.offer)
        self._chips.chosen.connect(self._model.show_only)
        self._model.undo_stack.canUndoChanged.connect(self._show_undo)
        self._model.undo_stack.undoTextChanged.connect(self._show_undo)
        self._reading.busy_changed.connect(self.edited)
        self._model.changed.connect(self._show_counts)
        self._model.changed.connect(self.edited)
        self._suggestions.counted.connect(self._share_room)
        actions = self._actions
        actions.text_pasted.connect(self._add_text)
        actions.files_pasted.connect(self.files_dropped)
        actions.delete_wanted.connect(self._remove_chosen)
        actions.save_wanted.connect(self.save_problems_requested)

    def _build(self) -> None:
        drop = Drop(self)
        drop.files.connect(self.files_dropped)
        drop.text.connect(self._add_text)
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        side = round(0.85 * self.fontMetrics().height())
        for button in (self._undo, self._import):
            button.setIconSize(QSize(side, side))
        top, entry, filters = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._count)
        top.addWidget(self.told, 1)
        for button in (self._remove, self._undo, self._import):
            top.addWidget(button)
        self._add.setMinimumHeight(self._input.minimumHeight())
        entry.addWidget(self._input, 1)
        entry.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        filters.addWidget(self._chips, 1)
        filters.addWidget(self._suggestions.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        for line in (top, entry, filters):
            line.setSpacing(_GAP)
            layout.addLayout(line)
        layout.addWidget(overlaid(self._table, self._empty), 1)
        layout.addWidget(self._strip)


def _in_line(*widgets: QWidget, smallest: bool = False) -> int:
    """How wide these are side by side."""
    widths = [(each.minimumSizeHint() if smallest else each.sizeHint()).width() for each in widgets]
    return sum(widths) + _GAP * (len(widths) - 1)
