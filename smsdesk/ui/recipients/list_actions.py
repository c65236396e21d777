"""What can be done with the rows of the list, by keys and by the context menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from smsdesk.ui.window.file_drop import files_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.ui.recipients.people_table import PeopleTable
    from smsdesk.ui.recipients.recipients_model import RecipientsModel
    from smsdesk.ui.recipients.suggestions import Suggestions

    Keys = QKeySequence.StandardKey | str | None

_Key = QKeySequence.StandardKey


class ListActions(QObject):
    """Makes the actions, gives the table their keys, and opens the menu.

    Signals:
        text_pasted: people were pasted into the table.
        files_pasted: files were; `list[Path]`.
        delete_wanted: the chosen rows shall go.
        save_wanted: the problem rows shall be saved.
    """

    text_pasted = Signal(str)
    files_pasted = Signal(list)
    delete_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, table: PeopleTable, model: RecipientsModel, suggestions: Suggestions) -> None:
        super().__init__(table)
        self._locked = False
        self._table = table
        self._model = model
        self._suggestions = suggestions
        self.undo = self._stack_action("undo", _Key.Undo)
        self.redo = self._stack_action("redo", _Key.Redo, "Ctrl+Y", "Ctrl+Shift+Z")
        self.edit = self._action("editAction", self.tr("Edit"), self._edit, shown_key="F2")
        self.copy = self._action("copyAction", self.tr("Copy"), self._copy, _Key.Copy)
        self.cut = self._action("cutAction", self.tr("Cut"), self._cut, _Key.Cut)
        self.paste = self._action("pasteAction", self.tr("Paste"), self._paste, _Key.Paste)
        self.use = self._action("useSuggestionAction", self.tr("Use suggestion"), suggestions.use, "Ctrl+T")
        self.use_alike = self._action(
            "useAlikeAction", self.tr("Take all alike"), suggestions.use_alike, "Ctrl+Shift+T"
        )
        self.look = self._action("lookAtSuggestionsAction", self.tr("Look at all suggestions…"), suggestions.look)
        self.delete = self._action("deleteAction", self.tr("Delete"), self.delete_wanted.emit, _Key.Delete)
        self.select_all = self._action("selectAllAction", self.tr("Select all"), table.selectAll, _Key.SelectAll)
        self.save = self._action("saveProblemRowsAction", self.tr("Save the problem rows…"), self.save_wanted.emit)
        table.menu_wanted.connect(self.open_menu)
        self._opened: QMenu | None = None

    def open_menu(self, at: QPoint) -> None:
        """Show what can be done now, at this point of the screen."""
        self._enable()
        menu = self._new_menu("listMenu")
        groups = (
            (self.edit, self.copy, self.cut, self.paste),
            (self.use, self.use_alike, self.look),
            (self.delete, self.select_all, self.undo, self.redo),
            (self.save,),
        )
        for group in groups:
            menu.addActions(list(group))
            menu.addSeparator()
        menu.popup(at)

    def set_locked(self, locked: bool) -> None:
        """Do nothing that changes the list."""
        self._locked = self._model.locked = locked
        for action in (self.undo, self.redo):  # an action that is not there takes no key
            action.setVisible(not locked)

    def _enable(self) -> None:
        chosen, current = self._table.selectionModel().hasSelection(), self._table.currentIndex()
        suggested = self._suggestions.of(current) is not None
        some = self._model.recipients.counts.attention > 0
        can = {
            self.edit: current.isValid(), self.copy: chosen, self.cut: chosen, self.delete: chosen,
            self.paste: bool(_pasteable()), self.use: suggested, self.use_alike: suggested,
            self.look: self._suggestions.count > 0, self.save: some,
            self.select_all: self._model.rowCount() > 0,
        }  # fmt: skip
        for action, possible in can.items():
            action.setVisible(possible or action in (self.edit, self.copy, self.cut, self.paste, self.delete))
            action.setEnabled(possible)

    def _new_menu(self, name: str) -> QMenu:
        if self._opened is not None:
            self._opened.deleteLater()
        self._opened = menu = QMenu(self._table)
        menu.setObjectName(name)
        menu.aboutToHide.connect(self._enable_keys)
        return menu

    def _enable_keys(self) -> None:
        """Switch on what the menu has switched off: the keys are asked at another moment."""
        for action in (
            self.edit, self.copy, self.cut, self.paste, self.use, self.use_alike, self.delete, self.select_all
        ):  # fmt: skip
            action.setEnabled(True)

    def _action(
        self, name: str, text: str, work: Callable[[], object], key: Keys = None, *, shown_key: str = ""
    ) -> QAction:
        action = QAction(text, self._table)
        action.setObjectName(name)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if key is not None:
            action.setShortcuts(key if isinstance(key, QKeySequence.StandardKey) else [QKeySequence(key)])
        elif shown_key:  # the table itself takes it
            action.setText(f"{text}\t{QKeySequence(shown_key).toString(QKeySequence.SequenceFormat.NativeText)}")
        action.triggered.connect(lambda _checked=False: work())
        self._table.addAction(action)
        return action

    def _stack_action(self, kind: str, *keys: QKeySequence.StandardKey | str) -> QAction:
        stack = self._model.undo_stack
        # Qt puts what was done behind the word: "Undo delete 3 rows".
        action = stack.createUndoAction(self._table) if kind == "undo" else stack.createRedoAction(self._table)
        action.setObjectName(f"{kind}Action")
        known: list[QKeySequence] = []
        for key in keys:
            standard = isinstance(key, QKeySequence.StandardKey)
            known += QKeySequence.keyBindings(key) if standard else [QKeySequence(key)]  # type: ignore[arg-type]
        action.setShortcuts(list(dict.fromkeys(known)))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._table.addAction(action)
        return action

    # --- what they do

    def _edit(self) -> None:
        index = self._table.currentIndex()
        if index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            index = index.siblingAtColumn(self._model.columns.place("number"))
        if index.isValid():
            self._table.setCurrentIndex(index)
            self._table.edit(index)

    def _copy(self) -> None:
        rows = [self._model.seat(row).shown for row in self._table.chosen_rows()]
        if rows:
            from smsdesk.exporting.row_text import text_of

            QGuiApplication.clipboard().setText(text_of(rows))

    def _cut(self) -> None:
        self._copy()
        self.delete_wanted.emit()

    def _paste(self) -> None:
        pasted = "" if self._locked else _pasteable()
        if isinstance(pasted, str):
            self.text_pasted.emit(pasted)
        elif pasted:
            self.files_pasted.emit(pasted)


def _pasteable() -> str | list[object]:
    """What the clipboard holds for the list: files, or a text that is not blank."""
    data = QGuiApplication.clipboard().mimeData()
    return [*files_of(data)] or (data.text() if data.hasText() and data.text().strip() else "")
