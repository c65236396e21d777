from __future__ import annotations

import gc
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Signal, qVersion
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from smsdesk import __version__
from smsdesk.privacy.secret import Redactor, Secret
from smsdesk.support.crash_report import crash_report
from smsdesk.support.exception_hooks import install_hooks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ANNOUNCEMENT = "Dear parents, school is closed tomorrow. Please don't come to the gate."
ROW = {"name": "Amal", "text": "Hi"}
ARABIC = "السادة أولياء الأمور، المدرسة مغلقة غداً"


def caught(raising: Callable[[], object]) -> BaseException:
    with pytest.raises(BaseException) as error:  # noqa: PT011 - any error will do
        raising()
    return error.value


def told(error: BaseException) -> str:
    """What the report says of the exception itself, below its frames."""
    return crash_report(error, Redactor(), qVersion()).rsplit("\n  ", 1)[-1]


def fail(message: str) -> BaseException:
    def raising() -> None:
        raise RuntimeError(message)

    return caught(raising)


def test_a_report_says_which_versions_and_where() -> None:
    report = crash_report(fail("no such row"), Redactor(), qVersion())
    first, versions, *_ = report.splitlines()
    assert first == f"smsdesk {__version__}"
    assert versions.startswith("Python 3.")
    assert "Qt 6." in versions
    assert "in raising" in report
    assert report.endswith("RuntimeError: no such row\n")


def test_local_variables_are_not_in_it() -> None:
    def raising() -> None:
        people = ["Amal Said"]
        raise RuntimeError(len(people))

    assert "Amal" not in told(caught(raising))


@pytest.mark.parametrize(
    "number",
    [
        "+968 9000 0012",
        "+96890000012",
        "0096890000012",
        "9000-0012",
        "(083) 000 0012",
        "٩٠٠٠٠٠١٢",
        "+\u200e968\u200e 9000 0012",
        "۹۰۰۰ ۰۰۱۲",
    ],
)
def test_phone_numbers_are_taken_out_in_any_script(number: str) -> None:
    assert told(fail(f"cannot read {number} here")).endswith("RuntimeError: cannot read <number> here\n")


def test_short_numbers_and_places_stay() -> None:
    assert "line 12 of 345, code 23" in told(fail("line 12 of 345, code 23"))


@pytest.mark.parametrize(
    "message",
    [
        f"bad text {ANNOUNCEMENT!r}",
        f"can't encode '{ANNOUNCEMENT}'",
        f'bad text "{ANNOUNCEMENT}" here',
        f"bad text “{ANNOUNCEMENT}”",
        f"bad text {ANNOUNCEMENT.encode()!r}",
        f"cut off '{ANNOUNCEMENT}",
        f"bad text {ARABIC}",
        f"bad text {ARABIC!r} here",
    ],
)
def test_messages_are_taken_out(message: str) -> None:
    shown = told(fail(message))
    assert "<text>" in shown
    for word in ("parents", "tomorrow", "gate", "المدرسة", "غد"):
        assert word not in shown


def test_the_words_around_a_message_stay() -> None:
    shown = told(fail(f"cannot send {ARABIC} to the gateway"))
    assert shown.endswith("RuntimeError: cannot send <text> to the gateway\n")


def test_a_huge_message_does_not_make_a_huge_report() -> None:
    assert len(crash_report(fail("a" * 1_000_000), Redactor(), qVersion())) < 10_000


def test_a_short_quotation_that_names_the_culprit_stays() -> None:
    assert told(caught(lambda: {}["segments"])).endswith("KeyError: 'segments'\n")


def test_values_of_a_database_statement_are_taken_out() -> None:
    def raising() -> None:
        engine = create_engine("sqlite://")
        try:
            with engine.connect() as connection:
                connection.execute(text("INSERT INTO nowhere VALUES (:name, :text)"), ROW)
        finally:
            engine.dispose()

    error = caught(raising)
    assert isinstance(error, DBAPIError)
    report = crash_report(error, Redactor(), qVersion())
    assert "Amal" not in report
    assert "INSERT INTO nowhere" in report
    assert "[parameters: <text>]" in report


def test_passwords_are_struck_out_before_anything_can_hide_a_piece_of_them() -> None:
    redactor = Redactor()
    redactor.add(Secret("gate12345678 x"))
    report = crash_report(fail("GET /?password=gate12345678%20x&to=1"), redactor, qVersion())
    assert "gate" not in report.rsplit("\n  ", 1)[-1]
    assert "password=***&to=1" in report


def test_the_home_folder_is_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    home = Path(__file__).parents[1]
    monkeypatch.setattr(Path, "home", lambda: home)
    report = crash_report(fail(f"missing {home}/x"), Redactor(), qVersion())
    assert str(home) not in report
    assert 'File "~' in report
    assert "missing ~/x" in report.replace("\\", "/")


def test_the_errors_that_led_to_it_are_cleaned_too() -> None:
    def raising() -> None:
        try:
            raise ValueError(f"bad {ANNOUNCEMENT!r}")
        except ValueError as error:
            raise RuntimeError("not sent") from error

    report = crash_report(caught(raising), Redactor(), qVersion())
    assert "direct cause" in report
    assert "ValueError: bad <text>" in report
    assert report.endswith("RuntimeError: not sent\n")


def test_every_error_of_a_group_is_in_it() -> None:
    def raising() -> None:
        raise ExceptionGroup("two", [ValueError("one"), TypeError("+968 9000 0012")])

    report = crash_report(caught(raising), Redactor(), qVersion())
    assert "ValueError: one" in report
    assert "TypeError: <number>" in report


# --- hooks


@pytest.fixture
def reported() -> Iterator[list[BaseException]]:
    seen: list[BaseException] = []
    restore = install_hooks(seen.append)
    yield seen
    restore()


class Bell(QObject):
    rung = Signal()


def test_an_exception_in_a_slot_is_reported(reported: list[BaseException], qapp: object) -> None:
    bell = Bell()

    def slot() -> None:
        raise RuntimeError("in a slot")

    bell.rung.connect(slot)
    bell.rung.emit()
    assert [str(error) for error in reported] == ["in a slot"]


def test_an_exception_on_a_thread_is_reported(reported: list[BaseException]) -> None:
    def work() -> None:
        raise RuntimeError("on a thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert [str(error) for error in reported] == ["on a thread"]


def test_an_exception_that_python_can_only_ignore_is_reported(reported: list[BaseException]) -> None:
    class Careless:
        def __del__(self) -> None:
            raise RuntimeError("in the end")

    Careless()
    gc.collect()
    assert [str(error) for error in reported] == ["in the end"]


def test_wanting_to_leave_is_no_bug(reported: list[BaseException]) -> None:
    sys.excepthook(SystemExit, SystemExit(0), None)
    assert reported == []


def test_the_hooks_go_back_to_what_they_were() -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    install_hooks(lambda _error: None)()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
