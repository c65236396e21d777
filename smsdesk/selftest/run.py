"""`--self-test`: the main job, done in the real window against the played gateways, and held against their books."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QLocale, qVersion
from PySide6.QtWidgets import QApplication

from smsdesk.app import Program
from smsdesk.demo import DATABASE, demo_profile
from smsdesk.domain.errors import UserFacingError
from smsdesk.selftest.operator import Operator
from smsdesk.selftest.plan import NotAsExpected, expect
from smsdesk.selftest.reconcile import reconcile
from smsdesk.support.crash_report import crash_report
from smsdesk.support.exception_hooks import install_hooks
from smsdesk.support.line_report import say
from smsdesk.ui.qt.application import introduce
from smsdesk.ui.qt.single_instance import SingleInstance
from smsdesk.ui.text.languages import Languages
from smsdesk.ui.text.translate import error_text

if TYPE_CHECKING:
    from smsdesk.demo import Demo

_DEADLINE_S = 60.0
_GRACE_S = 10.0  # to say what was waited for, and to leave in order
_SIZE = (1180, 800)
_SHOWN_ON = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_PICTURE = "smsdesk-self-test.png"


def self_test(deadline_s: float = _DEADLINE_S) -> int:
    """Do the main job, print each step, save a picture of the window.

    The picture is `smsdesk-self-test.png` in the current folder, or where `SMSDESK_SCREENSHOT` says.

    Args:
        deadline_s: seconds after which it gives up waiting; some seconds later it ends by force.

    Returns:
        The exit code: 0 when everything was as it should be, else 1.
    """
    if sys.platform.startswith("linux") and not any(map(os.environ.get, _SHOWN_ON)):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    began = time.monotonic()
    test = _SelfTest(deadline_s)
    try:
        test.run()
    except NotAsExpected as error:
        return _failed(str(error))
    except UserFacingError as error:
        return _failed(error_text(error))
    except Exception:
        return _failed(traceback.format_exc())
    _say(f"the self-test passed in {time.monotonic() - began:.1f} s")
    return 0


class _SelfTest:
    """One run.

    Args:
        deadline_s: seconds until it gives up.
    """

    def __init__(self, deadline_s: float) -> None:
        self._deadline_s = deadline_s
        self._clerk: Operator | None = None
        self._trouble: BaseException | None = None
        self._bugs: list[str] = []
        self._done = False

    def run(self) -> None:
        """Raises `NotAsExpected`, or whatever else went wrong."""
        force = threading.Timer(self._deadline_s + _GRACE_S, self._end_by_force)
        force.daemon = True
        force.start()
        application = QApplication(sys.argv[:1])
        introduce(application)
        as_in_the_plan = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
        languages = Languages(application, as_in_the_plan)
        with demo_profile() as demo:
            self._serve(application, demo, languages)
            if self._trouble is not None:
                raise self._trouble
            expect(not self._bugs, "\n".join(["there was a mistake in smsdesk:", *self._bugs]))
            expect(self._done, "the window was closed before the work was done")
            _say("the window closed and the program ended in order")
            reconcile(demo.folder / DATABASE, demo.sandbox.ledger, _say)
        force.cancel()

    def _serve(self, application: QApplication, demo: Demo, languages: Languages) -> None:
        """Run the program as `app` does, with a clerk at the desk."""
        instance = SingleInstance(demo.folder)
        expect(instance.take(), "another smsdesk holds the demo's profile")
        try:
            program = Program(application, demo.folder, lambda: demo.vault, languages)
            program.settings.undo_seconds = 0  # nobody is there to change their mind
            program.loader.loaded.connect(instance.listen)
            program.window.resize(*_SIZE)

            def report(error: BaseException) -> None:
                self._bugs.append(crash_report(error, program.redactor, qVersion()))
                program.report_bug(error)

            restore = install_hooks(report)
            self._clerk = Operator(program, _say, self._deadline_s)
            program.tasks.spawn(self._work(program, self._clerk), program.window)
            try:
                program.run()
            finally:
                restore()
        finally:
            instance.release()

    async def _work(self, program: Program, clerk: Operator) -> None:
        try:
            await clerk.work()
            _save_picture(program)
            self._done = True
        except Exception as error:
            self._trouble = error
            with contextlib.suppress(NotAsExpected):  # of how far it came, where there is a place for it
                _save_picture(program)
        finally:
            clerk.waiting_for = "the program to end"
            if self._trouble is None:
                program.window.close()
            else:
                program.leave()  # something may be on its way still: nobody is here to be asked about it

    def _end_by_force(self) -> NoReturn:
        """Something holds the window up, so that no step can say so any more."""
        waiting_for = self._clerk.waiting_for if self._clerk else "the demo to be ready"
        _failed("\n".join([f"still waiting for {waiting_for}", *self._bugs]))
        if sys.stderr is not None:
            faulthandler.dump_traceback(sys.stderr)
        os._exit(1)


def _save_picture(program: Program) -> None:
    path = Path(os.environ.get("SMSDESK_SCREENSHOT") or _PICTURE).absolute()
    if program.window.grab().save(str(path), "PNG"):
        _say(f"picture saved: {path}")
    else:
        raise NotAsExpected(f"the picture could not be saved: {path}")


def _say(step: str) -> None:
    say(f"ok  {step}")


def _failed(why: str) -> int:
    say(f"FAILED  {why}")
    return 1
