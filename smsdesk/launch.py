"""From the command line to a running program and its exit code."""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, qVersion

from smsdesk import __version__
from smsdesk.accounts.system_keyring import open_system_vault
from smsdesk.app import Program
from smsdesk.domain.errors import UserFacingError
from smsdesk.store.sqlite.backups import backups_of
from smsdesk.store.sqlite.connection import Damaged
from smsdesk.support.log_file import keep_log
from smsdesk.ui.qt.application import Application, introduce
from smsdesk.ui.qt.single_instance import SingleInstance
from smsdesk.ui.text.languages import LANGUAGES, Languages
from smsdesk.ui.text.translate import error_text, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from smsdesk.accounts.credentials import Vault
    from smsdesk.desk import Desks
    from smsdesk.ui.problems.message_box import MessageBox

_DEMO_PACE_S = 0.15


def main(arguments: Sequence[str]) -> int:
    """Run smsdesk; gives the exit code."""
    options = _parser().parse_args(arguments)
    if options.self_test:
        from smsdesk.selftest.run import self_test

        return self_test()
    os.umask(0o077)  # what the program writes holds numbers and messages: it is for this user alone
    application = Application(["smsdesk"])  # by this name X11's window managers know the window
    introduce(application)
    languages = Languages(application, QLocale(), QLocale.system().uiLanguages(), options.language)
    languages.use("")
    try:
        with contextlib.ExitStack() as stack:
            if options.demo:
                from smsdesk.demo import demo_profile

                demo = stack.enter_context(demo_profile(_DEMO_PACE_S))
                return _run(application, demo.folder, options, lambda: demo.vault, languages)
            folder = options.profile or _usual_folder()
            return _run(application, folder, options, open_system_vault, languages)
    except UserFacingError as error:
        return _give_up(error, quietly=options.startup_report)


def _run(
    application: Application,
    folder: Path,
    options: argparse.Namespace,
    open_vault: Callable[[], Vault],
    languages: Languages,
) -> int:
    _make(folder)
    instance = SingleInstance(folder)
    if not instance.take_or_show(options.files):
        return 0
    try:
        notice, listening = "", False
        while True:
            try:
                program = Program(application, folder, open_vault, languages)
                if options.demo:
                    from smsdesk.ui.window.demo_mark import mark_as_demo

                    program.desks.mark(mark_as_demo)
                if not listening:
                    program.loader.loaded.connect(instance.listen)
                    listening = True
                program.desks.open_files([*options.files, *application.opened_so_far()])
                with _heard(program.desks, instance, application):
                    _use(program, folder, instance, options, notice)
            except Damaged as error:
                if options.startup_report:
                    raise
                damaged = error.with_traceback(None)  # it would keep what has the file open
            else:
                return 0
            done = _way_back(folder, damaged)
            if done is None:
                return 1
            notice = done
    finally:
        instance.release()


@contextlib.contextmanager
def _heard(desks: Desks, instance: SingleInstance, application: Application) -> Iterator[None]:
    """What is asked for from outside reaches this program's window, and none whose program has ended."""
    wishes = (
        (instance.asked_to_show, desks.raise_up),
        (instance.files_given, desks.open_files),
        (application.files_opened, desks.open_files),
    )
    for wish, answer in wishes:
        wish.connect(answer)
    try:
        yield
    finally:
        for wish, answer in wishes:
            wish.disconnect(answer)


def _use(program: Program, folder: Path, instance: SingleInstance, options: argparse.Namespace, notice: str) -> None:
    """Run the program until the user leaves.

    Raises:
        Damaged: the data file was found damaged; the program has ended.
    """
    gc.freeze()  # all this stays: no collection needs to look at it
    program.before_leaving = instance.stop_listening
    if notice:
        program.window.notice.add(notice)
    from smsdesk.support.exception_hooks import install_hooks

    restore = install_hooks(program.report_bug)
    try:
        with keep_log(folder, program.redactor):
            program.run(leave_when_ready=options.startup_report)
    except UserFacingError:
        raise
    except Exception as error:
        from smsdesk.support.crash_report import crash_report

        # Python's own would show everything.
        print(crash_report(error, program.redactor, qVersion()), file=sys.stderr)
        raise SystemExit(1) from None
    finally:
        restore()
    if program.damaged is not None:
        program.window.deleteLater()  # with its clocks, and with the dialogs that may be open
        raise program.damaged
    if options.startup_report:
        from smsdesk.support.startup_report import startup_report

        opening = program.opening
        print(startup_report(opening.ready_at or time.monotonic(), opening.painted_at))


def _way_back(folder: Path, damaged: Damaged) -> str | None:
    """Offer what can be done about a damaged data file; gives what was done, None when the user leaves."""
    from smsdesk.ui.problems.damaged_dialog import WayBack, ask_way_back, emptied_notice, restored_notice

    backups = backups_of(folder)
    backup = backups.newest_sound()
    chosen = ask_way_back(damaged, backup)
    if chosen is WayBack.RESTORE and backup is not None:
        return restored_notice(backups.restore(backup))
    return emptied_notice(backups.start_empty()) if chosen is WayBack.START_EMPTY else None


def _make(folder: Path) -> None:
    from smsdesk.store.sqlite.connection import user_facing
    from smsdesk.support.program_folder import refuse_program_folder

    refuse_program_folder(folder)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise user_facing(error) or error from error


def _usual_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("smsdesk", appauthor=False)


def _give_up(error: UserFacingError, *, quietly: bool) -> int:
    print(error_text(error), file=sys.stderr)
    if not quietly:
        refusal_box(error).exec()  # no other event loop runs yet
    return 1


def refusal_box(error: UserFacingError) -> MessageBox:
    """Why it can't be started."""
    from smsdesk.ui.problems.message_box import Icon, MessageBox

    box = MessageBox("refusalBox", Icon.Critical, error_text(error))
    box.setDetailedText(error.detail)
    box.offer_way_back("closeRefusalButton", translate("launch", "Close"))
    return box


def _folder(name: str) -> Path:
    """The folder of this name; an empty one is a variable that a script forgot to set, not the current folder."""
    if not name.strip():
        raise argparse.ArgumentTypeError("the name of the folder is empty")
    return Path(name)


def _file(name: str) -> Path:
    """The file of this name, wherever the program that shows it was started."""
    return Path(name).absolute()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="smsdesk", description="Send announcements by SMS.")
    parser.add_argument("files", nargs="*", type=_file, metavar="FILE", help="bring in the people of these files")
    parser.add_argument("--version", action="version", version=f"smsdesk {__version__}")
    parser.add_argument("--profile", type=_folder, metavar="DIR", help="keep all data in this folder")
    parser.add_argument("--language", choices=list(LANGUAGES), default="", help="show the window in this language")
    parser.add_argument("--demo", action="store_true", help="try it with played gateways; nothing is sent or paid")
    parser.add_argument("--self-test", action="store_true", help="do the main job by itself and say how it went")
    parser.add_argument("--startup-report", action="store_true", help="say how long the start took, and leave")
    # These are taken by `__main__` before anything of Qt is imported; here for --help alone.
    parser.add_argument("--output", metavar="FILE", help="write what is printed into this file as well")
    parser.add_argument("--build-check", action="store_true", help="say whether this build is complete")
    parser.add_argument(
        "--check-list", nargs="+", metavar="FILE", help="say what is in lists of people; see its --help"
    )
    return parser
