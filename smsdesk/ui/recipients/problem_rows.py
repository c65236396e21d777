"""The list's rows that need attention, saved to be mended in a spreadsheet program and dropped again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from smsdesk.ui.text.directions import without_directions
from smsdesk.ui.text.translate import translate, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QFileDialog, QWidget

    from smsdesk.domain.recipients.rows import RecipientRow
    from smsdesk.exporting.problem_rows import ProblemRow
    from smsdesk.ui.qt.tasks import Tasks
    from smsdesk.ui.recipients.recipients_pane import RecipientsPane
    from smsdesk.ui.window.notice_bar import NoticeBar


class ProblemRows(QObject):
    """Asks where to, and writes the file aside of the window's thread.

    Args:
        pane: whose list it is.
        notice: where it is told that they were saved.
        tasks: runs it, and tells what went wrong.
    """

    def __init__(self, pane: RecipientsPane, notice: NoticeBar, tasks: Tasks) -> None:
        super().__init__(pane)
        self._pane = pane
        self._notice = notice
        self._tasks = tasks
        pane.save_problems_requested.connect(self.ask_where)

    def ask_where(self) -> None:
        """Open the system's dialog."""
        dialog = where_to_save(self._pane.window())
        dialog.fileSelected.connect(lambda name: self._tasks.spawn(self._save(Path(name)), self))
        dialog.open()

    async def _save(self, path: Path) -> None:
        from smsdesk.ui.qt.tasks import done_in_any_case
        from smsdesk.workers.worker import Worker

        rows = self._pane.not_ready()
        worker = Worker("smsdesk-saving")
        try:
            await done_in_any_case(worker.do(lambda: _write(path, rows)))
        finally:
            worker.close()
        saved = translate(
            "problem_rows", "%n row(s) saved: {file}. Mend them there and drop the file on the list.", None, 1
        )
        self._notice.add(saved.count(len(rows)).format(file=path))


def where_to_save(window: QWidget, folder: Path | None = None, name: str = "") -> QFileDialog:
    """Make the system's dialog that asks where to save them; as XLSX or CSV.

    Args:
        window: to which it belongs.
        folder: where to begin; the documents by default.
        name: without its ending; a usual one by default.
    """
    from PySide6.QtCore import QStandardPaths
    from PySide6.QtWidgets import QFileDialog

    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(window, translate("problem_rows", "Save the problem rows"), str(folder or usual))
    dialog.setObjectName("problemRowsFileDialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters(
        [translate("problem_rows", "Excel workbook (*.xlsx)"), translate("problem_rows", "CSV (*.csv)")]
    )
    dialog.setDefaultSuffix("xlsx")
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("csv" if "*.csv" in chosen else "xlsx"))
    named = name or translate("problem_rows", "rows to mend")  # within an f-string the translator's tool misses it
    dialog.selectFile(f"{named}.xlsx")
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def _write(path: Path, rows: Sequence[RecipientRow]) -> None:
    from smsdesk.exporting.problem_rows import ProblemRow

    problems = [
        ProblemRow(row.name, row.typed, without_directions(translated(row.problem)) if row.problem else "", row.fields)
        for row in rows
    ]
    write_problems(path, problems)


def write_problems(path: Path, problems: Sequence[ProblemRow]) -> None:
    """Write them under titles in the user's language.

    Raises:
        UserFacingError: the file can't be written.
    """
    from smsdesk.exporting.problem_rows import Titles, save_problem_rows

    titles = Titles(
        name=translate("problem_rows", "Name"),
        number=translate("problem_rows", "Number"),
        why=translate("problem_rows", "What to mend"),
    )
    save_problem_rows(path, problems, titles)
