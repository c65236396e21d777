from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QProcess, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMessageBox, QPushButton, QWidget

from smsdesk import __version__
from smsdesk.app import Program
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.launch import _give_up, main
from smsdesk.ui.qt.single_instance import SingleInstance
from smsdesk.ui.text.languages import Languages
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import Operator, Programs

ROOT = Path(__file__).resolve().parents[3]

PROMISED = [
    "accountCombo",
    "senderEdit",
    "messageEdit",
    "segmentSummary",
    "recipientsInput",
    "addRecipientsButton",
    "recipientsTable",
    "sendButton",
    "historyTable",
    "deliveriesTable",
    "balanceValue",
    "refreshBalanceButton",
    "addAccountButton",
    "continueButton",
    "undoButton",
]

_ON_A_SMALL_DISK = """
import resource, sys
from smsdesk.launch import main
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
sys.exit(main(sys.argv[1:]))
"""


def start(*arguments: str, code: str = "") -> subprocess.Popen[str]:
    program = ["-c", code] if code else ["-m", "smsdesk"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, *program, *arguments], cwd=ROOT, env=environment, stdout=pipe, stderr=pipe, text=True
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Its exit code, what it printed, and what it complained of, without what Qt says of a missing screen."""
    with process:
        out, complaints = process.communicate(timeout=PATIENCE_S)
    said = [line for line in complaints.splitlines() if not line.startswith("This plugin does not support")]
    return process.returncode, out, "\n".join(said)


def test_it_tells_its_version() -> None:
    assert ended(start("--version")) == (0, f"smsdesk {__version__}\n", "")


def test_the_startup_report_is_one_line_of_json_and_the_profile_is_there_afterwards(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "profile"
    code, out, complaints = ended(start("--startup-report", "--profile", str(folder)))
    assert (code, complaints) == (0, "")
    assert out.count("\n") == 1
    report = json.loads(out)
    assert 0 < report["ready_s"] < PATIENCE_S
    assert report["rss_mb"] > 0
    assert {"smsdesk.db", "settings.json"} <= {path.name for path in folder.iterdir()}


def test_a_profile_that_can_not_be_made_is_answered_with_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    answer = ended(start("--startup-report", "--profile", str(tmp_path / "file" / "profile")))
    told = "A file or folder of your smsdesk data is gone, or something else stands in its place. Look whether it was"
    assert answer[:2] == (1, "")
    assert answer[2].startswith(told)
    assert answer[2].count("\n") == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_full_disk_is_answered_with_one_sentence_and_the_next_start_works(tmp_path: Path) -> None:
    arguments = ("--startup-report", "--profile", str(tmp_path / "profile"))
    code, out, complaints = ended(start(*arguments, code=_ON_A_SMALL_DISK))
    assert (code, out) == (1, "")
    assert complaints.startswith("The disk that holds your smsdesk data")
    assert complaints.count("\n") == 0
    assert ended(start(*arguments))[0] == 0


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")


def damaged(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 64)


def of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE recipes (title TEXT)")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (newer, "This data was last used with a newer smsdesk than this one. It was left untouched."),
        (damaged, "The smsdesk data file is damaged, or is not an smsdesk file. It was left untouched."),
        (of_another_program, "The smsdesk data file is damaged, or is not an smsdesk file. It was left untouched."),
    ],
)
def test_a_data_file_that_is_not_ours_to_use_is_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], None], sentence: str
) -> None:
    path = tmp_path / "smsdesk.db"
    make(path)
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    code, out, complaints = ended(start("--startup-report", "--profile", str(tmp_path)))
    assert (code, out) == (1, "")
    assert complaints.startswith(sentence)
    assert complaints.count("\n") == 0
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert {each.suffix for each in tmp_path.iterdir()} == {".db"}


def test_what_ends_the_start_is_also_told_in_a_window(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    shown: list[str] = []

    def read_and_close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        shown.append(box.text())
        box.close()

    QTimer.singleShot(0, read_and_close)
    error = UserFacingError(QT_TRANSLATE_NOOP("store", "The disk is <b>full</b>."))
    assert _give_up(error, quietly=False) == 1
    assert shown == ["The disk is <b>full</b>."]
    assert capsys.readouterr().err == "The disk is <b>full</b>.\n"


async def test_a_second_start_raises_the_first_window(operator: Operator, demo: Demo) -> None:
    first = SingleInstance(demo.folder)
    assert first.take()
    first.listen()
    first.asked_to_show.connect(operator.window.raise_up)
    operator.window.showMinimized()
    second = start("--profile", str(demo.folder))
    await operator.until(lambda: second.poll() is not None)
    assert ended(second) == (0, "", "")
    await operator.until(lambda: not operator.window.isMinimized())
    first.release()


def test_a_second_start_says_so_when_the_first_does_not_answer(tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.take()
    code, out, complaints = ended(start("--startup-report", "--profile", str(tmp_path)))
    first.release()
    assert (code, out) == (1, "")
    assert complaints.startswith("smsdesk is open already with this data folder, but does not answer.")


def test_a_window_that_is_closed_at_once_leaves_in_order(qapp: QApplication, tmp_path: Path) -> None:
    program = Program(qapp, tmp_path, lambda: pytest.fail("nobody asked for a password"), Languages(qapp, QLocale()))
    QTimer.singleShot(0, program.window.close)
    program.run()
    assert not program.window.isVisible()
    assert (tmp_path / "settings.json").is_file()
    program.window.deleteLater()


async def test_a_quit_that_the_system_asks_for_leaves_in_order(operator: Operator, qapp: QApplication) -> None:
    operator.write("Not sent yet")
    qapp.quit()
    await operator.left()
    assert operator.program.database.path.with_name("settings.json").is_file()


async def test_an_empty_profile_greets_with_two_ways_on(
    programs: Programs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    operator = programs.open(tmp_path)
    await operator.ready()
    assert not operator.sees("messageEdit")
    assert not operator.sees("historyTable")
    assert operator.label("balanceValue") == "No account yet"
    operator.press("welcomeAddButton")
    operator.press("cancelAccountButton")
    started: list[list[str]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda _program, arguments: started.append(arguments))
    operator.press("tryDemoButton")
    assert started == [["-m", "smsdesk", "--demo"]]


async def test_every_promised_widget_is_there_on_an_empty_profile(programs: Programs, tmp_path: Path) -> None:
    window = programs.open(tmp_path).window
    assert [name for name in PROMISED if window.findChild(QWidget, name) is None] == []


async def test_the_first_run_leads_to_the_first_send(programs: Programs, tmp_path: Path, demo: Demo) -> None:
    operator = programs.open(tmp_path)
    await operator.ready()
    QTest.keyClick(operator.find(QPushButton, "welcomeAddButton"), Qt.Key.Key_Return)
    gateway = operator.find(QComboBox, "providerCombo")
    gateway.setCurrentIndex(gateway.findText("SMS Office"))
    typed = {
        "accountNameEdit": "Front desk",
        "userNameEdit": "demo",
        "passwordEdit": "demo-password",
        "accountSenderEdit": "ALNOORSCH",
        "gatewayAddressEdit": demo.sandbox.address,
    }
    operator.press("advancedButton")
    for name, text in typed.items():
        operator.find(QLineEdit, name).setText(text)
    operator.press("saveAccountButton")
    await operator.until(lambda: operator.sees("messageEdit"))
    assert operator.find(QComboBox, "accountCombo").currentText() == "SMS Office — Front desk"
    await operator.until(lambda: operator.label("balanceValue") == "1,234.56 credits")
    operator.write("Closed on Sunday")
    operator.add("+968 9000 0012")
    operator.send()
    await operator.until(lambda: operator.states() == ["accepted"])


@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_name_of_the_data_folder_is_refused_in_words(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["--profile", name])
    assert ended.value.code == 2
    assert "the name of the folder is empty" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
