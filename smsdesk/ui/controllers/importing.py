"""Files of people on their way to the list: chosen, dropped or opened with the program, looked at, and taken."""

from __future__ import annotations

from collections import deque
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from smsdesk.domain.errors import UserFacingError
from smsdesk.ui.text.directions import without_directions
from smsdesk.ui.window.file_drop import FileDrop
from smsdesk.workers.futures import result_of
from smsdesk.workers.side_by_side import considerately
from smsdesk.workers.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smsdesk.accounts.account import Account
    from smsdesk.importing.preview import ChosenFile, Preview, Wish
    from smsdesk.store.settings import Settings
    from smsdesk.ui.importing.import_dialog import ImportDialog
    from smsdesk.ui.importing.watched import Watched
    from smsdesk.ui.qt.tasks import Tasks
    from smsdesk.ui.window.main_window import MainWindow

T = TypeVar("T")

_MOST_WAITING = 50
_PAINTED_S = 0.3
_KINDS = "*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt *.vcf"


class Importing(QObject):
    """Opens one file after the other. What is read, is read on a thread of its own, which nobody has to wait for.

    Args:
        window: whose list takes the people.
        account: gives the account that is chosen, whose local numbers are read.
        settings: remember the folder, and what was chosen for tables.
        tasks: for what takes long.
    """

    def __init__(
        self, window: MainWindow, account: Callable[[], Account | None], settings: Settings, tasks: Tasks
    ) -> None:
        super().__init__(window)
        self._window = window
        self._account = account
        self._settings = settings
        self._tasks = tasks
        self._waiting: deque[Path] = deque()
        self._busy = False
        drop = FileDrop(window)
        drop.dropped.connect(self.open_files)
        window.recipients.import_requested.connect(self.choose)
        window.recipients.files_dropped.connect(self.open_files)

    def choose(self) -> None:
        """Let the user choose files, where the last one was."""
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._settings.import_folder
        dialog = QFileDialog(self._window, self.tr("Import people"), folder if Path(folder).is_dir() else usual)
        dialog.setObjectName("importFileDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        kinds = without_directions(self.tr("Lists of people ({kinds})").format(kinds=_KINDS))
        dialog.setNameFilters([kinds, self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: self.open_files([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_files(self, paths: Sequence[Path]) -> None:
        """Show these, one after the other, as soon as the window is there."""
        self._waiting.extend(paths[: _MOST_WAITING - len(self._waiting)])
        self._tasks.spawn(self._open_next(), self)

    async def _open_next(self) -> None:
        if self._busy or not self._waiting:
            return
        self._busy = True
        await _aside(_load)
        from smsdesk.importing.preview import ChosenFile
        from smsdesk.ui.importing.import_dialog import ImportDialog

        path = self._waiting.popleft()
        self._settings.import_folder = str(path.parent)
        account = self._account()
        country = account.country if account is not None else ""
        file = ChosenFile(path, self._settings.import_choices)
        dialog = ImportDialog(file.name, country, self._window)
        reader = _Reader(dialog, file, self._tasks)
        dialog.wished.connect(reader.read)
        dialog.reading_stopped.connect(reader.stop)
        dialog.take_requested.connect(lambda problems: self._tasks.spawn(self._take(dialog, country, problems), dialog))
        dialog.suggestion_taken.connect(lambda place: self._tasks.spawn(self._take_suggestion(dialog, place), dialog))
        dialog.save_requested.connect(lambda: self._choose_where_to_save(dialog, path))
        dialog.finished.connect(lambda _result: self._closed(dialog, reader))
        dialog.open()
        dialog.begin()

    def _closed(self, dialog: ImportDialog, reader: _Reader) -> None:
        reader.stop()
        reader.forget()
        dialog.deleteLater()
        self._busy = False
        self._tasks.spawn(self._open_next(), self)

    async def _take(self, dialog: ImportDialog, country: str, problems: bool) -> None:
        """Give the people to the list, and remember how the file was read."""
        from smsdesk.importing.remembered import with_choice

        preview = dialog.preview
        if preview is None:
            return
        dialog.say_busy()
        entries = await _aside(partial(preview.taken, country, with_problems=problems))
        if preview.is_table:
            kept = self._settings.import_choices
            self._settings.import_choices = with_choice(kept, preview.sheet.rows, preview.choice, preview.wish.country)
        self._window.recipients.add_entries(entries)
        dialog.accept()

    async def _take_suggestion(self, dialog: ImportDialog, place: int) -> None:
        preview = dialog.preview
        if preview is not None:
            mended = await _aside(partial(preview.with_suggestion, place))
            if dialog.preview is preview:  # else something else was wished meanwhile
                dialog.show_preview(mended)

    def _choose_where_to_save(self, dialog: ImportDialog, path: Path) -> None:
        from smsdesk.ui.recipients.problem_rows import where_to_save

        name = without_directions(self.tr("{file} - to mend").format(file=path.stem))
        where = where_to_save(dialog, path.parent, name)
        where.fileSelected.connect(lambda chosen: self._tasks.spawn(self._save(dialog, Path(chosen)), dialog))
        where.open()

    async def _save(self, dialog: ImportDialog, path: Path) -> None:
        from smsdesk.ui.importing.problem_rows import save_problems

        if dialog.preview is not None:
            await _aside(partial(save_problems, path, dialog.preview))


class _Reader:
    """Reads a file whenever something else is wished of it; only the last wish counts."""

    def __init__(self, dialog: ImportDialog, file: ChosenFile, tasks: Tasks) -> None:
        self._dialog = dialog
        self._file = file
        self._tasks = tasks
        self._watched: Watched | None = None

    def read(self, wish: Wish) -> None:
        """Begin."""
        from smsdesk.ui.importing.watched import Watched

        self.stop()
        self._watched = Watched()
        self._dialog.show_reading(self._watched)
        self._tasks.spawn(self._read(wish, self._watched), self._dialog)

    def stop(self) -> None:
        """Give up what is read now."""
        if self._watched is not None:
            self._watched.stop()
            self._watched = None

    def forget(self) -> None:
        """The dialog is closed: free what was read."""
        held = self._dialog.forget()
        self._file.forget()
        _free(held, book=True)

    async def _read(self, wish: Wish, watched: Watched) -> None:
        from smsdesk.importing.base import Stopped

        try:
            preview = await _aside(partial(self._file.read, wish, watched))
        except Stopped:
            return
        except UserFacingError as error:
            if watched is self._watched:
                self._dialog.show_refusal(error)
            return
        except Exception:
            self._dialog.reject()
            raise
        finally:
            watched.stop()
        held = [preview]
        if watched is self._watched:
            before = self._dialog.preview
            self._dialog.show_preview(preview)
            held = [] if before is None or before is preview else [before]
            del before
        del preview
        import asyncio

        await asyncio.sleep(_PAINTED_S)  # the painting of what is shown now comes first
        _free(held, book=False)


def _free(held: list[Preview], *, book: bool) -> None:
    """Free what was read on a thread of its own; nobody waits for that."""
    if held:
        from smsdesk.importing.preview import release

        worker = Worker("smsdesk-importing")
        worker.do(partial(considerately, partial(release, held, book=book)))
        worker.close()


def _load() -> None:
    """Import what nothing needs before the first file: it takes longer than the window may be held."""
    import smsdesk.importing.preview
    import smsdesk.ui.importing.import_dialog  # noqa: F401
    from smsdesk.ui.accounts.country_combo import countries

    countries()


async def _aside(work: Callable[[], T]) -> T:
    """Do what takes long on a thread of its own: one that hangs, on a drive that is gone, must not keep the next."""
    worker = Worker("smsdesk-importing")
    try:
        return await result_of(worker.do(partial(considerately, work)))
    finally:
        worker.close()
