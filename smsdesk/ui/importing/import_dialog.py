"""A chosen file before its people are taken: how it is read, and what each row comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from smsdesk.domain.people.columns import AS_RECOGNISED, TableChoice
from smsdesk.domain.phone_numbers import Verdict
from smsdesk.domain.recipients.counts import Counts
from smsdesk.importing.preview import Wish
from smsdesk.ui.importing.import_options import ImportOptions
from smsdesk.ui.importing.notices import notices_of
from smsdesk.ui.importing.preview_table import PreviewTable
from smsdesk.ui.importing.reading_page import ReadingPage
from smsdesk.ui.text.translate import error_text, translate
from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.dialog import Dialog
from smsdesk.ui.widgets.listing.verdict_chips import VerdictChips
from smsdesk.ui.widgets.main_button import MainButton
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from smsdesk.domain.errors import UserFacingError
    from smsdesk.domain.people.header_words import Role
    from smsdesk.importing.preview import Preview
    from smsdesk.ui.importing.watched import Watched

_READ_AT_ONCE = 2_000
"""As many rows are read again before anybody would see that it is done."""


class ImportDialog(Dialog):
    """Shows what was read, and says what shall be read otherwise. It reads nothing itself.

    Args:
        name: of the file.
        country: ISO region whose local numbers are read at first; "" for none.
        parent: the window.

    Signals:
        wished: the file shall be read like this; a `Wish`.
        reading_stopped: what is read now shall be given up; the rows before it are shown again.
        take_requested: the people shall be taken; True with the rows that need attention.
        save_requested: the rows that need attention shall be saved.
        suggestion_taken: the entry at this place shall go to the number that is suggested.
    """

    wished = Signal(object)
    reading_stopped = Signal()
    take_requested = Signal(bool)
    save_requested = Signal()
    suggestion_taken = Signal(int)

    def __init__(self, name: str, country: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setWindowTitle(self.tr("Import people — {file}").format(file=name))
        self._wish = Wish(country)
        self._preview: Preview | None = None
        self._from_last = False
        self._focus: QWidget | None = None
        self._options = ImportOptions(country)
        self._notices = named("importNotices", Caption(meaning=Meaning.UNDER_WAY, wrap=True))
        told = self.tr("Its columns are read as you chose for the last file with these headers.")
        self._as_last = Caption(told, wrap=True)
        self._afresh = named("readAfreshButton", QPushButton(self.tr("Read them a&fresh"), autoDefault=False))
        self._chips = VerdictChips(with_all=True)
        self._table = PreviewTable(self)
        self._page = ReadingPage(name)
        self._refusal = named("importRefusal", Caption(meaning=None, wrap=True))
        self._refusal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bring = named("bringAlongCheck", QCheckBox())
        self._bring.setChecked(True)
        self._mended = Caption(self.tr("Nothing is sent there until they are mended."), wrap=True)
        self._bring.setAccessibleDescription(self._mended.text())
        self._save = named("saveProblemRowsButton", QPushButton(self.tr("Save the &problem rows…"), autoDefault=False))
        self._cancel = named("cancelImportButton", QPushButton(self.tr("Cancel"), autoDefault=False))
        self._take = named("takePeopleButton", MainButton())
        self._build(parent)
        self._connect()
        self.show_reading(None)

    def begin(self) -> None:
        """Ask for the file as it is recognised."""
        self._ask(self._wish)

    @property
    def preview(self) -> Preview | None:
        """What is shown; None until something could be read."""
        return self._preview

    def show_reading(self, watched: Watched | None) -> None:
        """Say that it is being read, and how far that is."""
        self._page.follow(watched, can_stop=self._preview is not None)
        if self._preview is None or len(self._preview.people.entries) > _READ_AT_ONCE:
            # A table that is drawn while another thread is busy would wait for it at each cell.
            self._focus = self.focusWidget() or self._focus
            self._pages.setCurrentWidget(self._page)
        self._enable(reading=True)

    def show_preview(self, preview: Preview) -> None:
        """Show what was read."""
        self._page.follow(None)
        if self._preview is None:
            self._focus = self._table.view  # its rows are what is looked at
        self._preview = preview
        self._from_last = self._from_last or preview.as_last_time
        self._as_last_line.setVisible(self._from_last)
        self._wish = preview.wish
        self._options.show_preview(preview)
        told = notices_of(preview)
        self._notices.setText(told)
        self._notices.setVisible(bool(told))
        counts = Counts(**{verdict.value: len(preview.places[verdict]) for verdict in Verdict})
        if self._chips.shown is not None and not preview.places[self._chips.shown]:
            self._chips.choose(None)
        self._chips.set_counts(counts)
        self._table.show_preview(preview, self._chips.shown)
        problems = translate("ImportDialog", "&Bring along %n row(s) that need(s) attention", None, 1)
        self._bring.setText(problems.count(counts.attention))
        self._pages.setCurrentWidget(self._shown)
        self._enable(reading=False)
        if self._focus is not None and self.focusWidget() is not self._focus:
            self._focus.setFocus()  # the page that went had taken it away
        self._focus = None

    def show_refusal(self, error: UserFacingError) -> None:
        """Say why it can't be read."""
        self._page.follow(None)
        self._refusal.setText(error_text(error))
        self._pages.setCurrentWidget(self._refusal)
        self._enable(reading=True)
        self._cancel.setText(self.tr("Close"))
        self._cancel.setFocus()

    def forget(self) -> list[Preview]:
        """Show nothing any more; gives what was shown, if anything was."""
        held = [] if self._preview is None else [self._preview]
        self._preview = None
        self._table.show_nothing()
        return held

    def show_last(self) -> None:
        """Show the rows again that were shown before something else was wished."""
        if self._preview is not None:
            self.show_preview(self._preview)

    def say_busy(self) -> None:
        """The people are being taken: nothing more can be chosen."""
        self._enable(reading=True)
        self._options.setEnabled(False)

    def _enable(self, *, reading: bool) -> None:
        preview = None if reading else self._preview
        problems = 0 if preview is None else len(preview.places[Verdict.ATTENTION])
        self._options.setEnabled(self._preview is not None)
        self._chips.setVisible(self._preview is not None)
        self._as_last_line.setEnabled(preview is not None)
        self._bring.setVisible(problems > 0)
        self._mended.setVisible(problems > 0)
        self._save.setVisible(problems > 0)
        self._cancel.setText(self.tr("Cancel"))
        self._show_take()
        if preview is None:
            self._take.setEnabled(False)

    def _show_take(self) -> None:
        people = 0 if self._preview is None else self._preview.sent
        problems = 0 if self._preview is None else len(self._preview.places[Verdict.ATTENTION])
        if self._preview is None:
            self._take.setText(self.tr("&Take people"))
        elif people or not problems:
            self._take.setText(translate("ImportDialog", "&Take %n person(s)", None, 1).count(people))
        else:
            self._take.setText(translate("ImportDialog", "&Take %n row(s) to mend", None, 1).count(problems))
        self._take.setEnabled(people > 0 or (problems > 0 and self._bring.isChecked()))

    def _choose_sheet(self, sheet: int) -> None:
        self._from_last = False
        self._ask(Wish(self._wish.country, sheet, None, self._wish.encoding))

    def _choose_header(self, number: int) -> None:
        self._ask_for(TableChoice(number, None))

    def _choose_roles(self, roles: tuple[Role, ...]) -> None:
        header = self._preview.choice.header_row if self._preview is not None else None
        self._ask_for(TableChoice(header, roles))

    def _choose_encoding(self, encoding: str) -> None:
        self._from_last = False
        self._ask(Wish(self._wish.country, self._wish.sheet, None, encoding))

    def _choose_country(self, country: str) -> None:
        self._ask(Wish(country, self._wish.sheet, self._wish.choice, self._wish.encoding))

    def _ask_for(self, choice: TableChoice) -> None:
        self._from_last = False
        self._ask(Wish(self._wish.country, self._wish.sheet, choice, self._wish.encoding))

    def _ask(self, wish: Wish) -> None:
        self._wish = wish
        self.wished.emit(wish)

    def _stop(self) -> None:
        self.reading_stopped.emit()
        self.show_last()

    def _connect(self) -> None:
        self._options.sheet_chosen.connect(self._choose_sheet)
        self._options.header_chosen.connect(self._choose_header)
        self._options.encoding_chosen.connect(self._choose_encoding)
        self._options.country_chosen.connect(self._choose_country)
        self._table.roles_chosen.connect(self._choose_roles)
        self._afresh.clicked.connect(lambda: self._ask_for(AS_RECOGNISED))
        self._table.suggestion_taken.connect(self.suggestion_taken)
        self._chips.chosen.connect(self._table.show_only)
        self._bring.toggled.connect(self._show_take)
        self._page.stop_requested.connect(self._stop)
        self._save.clicked.connect(self.save_requested)
        self._cancel.clicked.connect(self.reject)
        self._take.clicked.connect(lambda: self.take_requested.emit(self._bring.isChecked()))

    def _build(self, parent: QWidget) -> None:
        self._as_last_line = QWidget()
        line = QHBoxLayout(self._as_last_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._as_last, 1)
        line.addWidget(self._afresh)
        self._as_last_line.hide()
        self._shown = self._table.widget
        self._pages = QStackedWidget()
        for page in (self._page, self._shown, self._refusal):
            self._pages.addWidget(page)
        buttons = QDialogButtonBox()
        buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self._take, QDialogButtonBox.ButtonRole.AcceptRole)
        self._take.setDefault(True)
        layout = QVBoxLayout(self)
        for widget in (self._options, self._notices, self._as_last_line, self._chips):
            layout.addWidget(widget)
        layout.addWidget(self._pages, 1)
        along = QHBoxLayout()
        along.addWidget(self._bring)
        along.addWidget(self._mended, 1)
        layout.addLayout(along)
        bottom = QHBoxLayout()
        bottom.addWidget(self._save)
        bottom.addWidget(buttons, 1)
        layout.addLayout(bottom)
        room = parent.window().size().boundedTo(parent.screen().availableSize())
        self.resize(round(room.width() * 0.93), round(room.height() * 0.9))
