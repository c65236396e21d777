from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_RUN = """
import sys
sys.modules["PySide6"] = sys.modules["sqlalchemy"] = None  # an import of it fails
sys.argv[0] = "smsdesk"
from smsdesk.__main__ import run
sys.exit(run())
"""


def check_list(*arguments: str | Path) -> tuple[int, list[dict[str, Any]]]:
    """Run the option as a process that has neither Qt nor a database."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, "--check-list", *map(str, arguments)], capture_output=True, text=True, check=False,
        timeout=60,
    )  # fmt: skip
    assert done.stderr == ""
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_a_table_is_told_row_by_row(tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("Name,Phone,Class\nAmal,92123456,4B\nHuda,965 9912 3456,\nSaid,+968 9212 3456,\n\nTotal,3,\n")
    code, (told,) = check_list(table)
    assert code == 0
    assert told == {
        "file": str(table),
        "refused": None,
        "encoding": "utf-8",
        "sheet": None,
        "columns": [
            {"column": 1, "header": "Name", "role": "name"},
            {"column": 2, "header": "Phone", "role": "number"},
            {"column": 3, "header": "Class", "role": "group"},
        ],
        "rows": [
            {
                "row": 2, "verdict": "ready", "number": "+96892123456", "suggestion": None, "name": "Amal",
                "typed": "92123456", "sentence": None, "warning": False,
            },
            {
                "row": 3, "verdict": "attention", "number": None, "suggestion": "+96599123456", "name": "Huda",
                "typed": "965 9912 3456", "warning": False,
                "sentence": "Perhaps +965 9912 3456, of another country: write + before the country code if it is",
            },
            {
                "row": 4, "verdict": "repeated", "number": "+96892123456", "suggestion": None, "name": "Said",
                "typed": "+968 9212 3456", "sentence": "the same number as in row 2", "warning": False,
            },
        ],
        "counts": {"rows": 3, "ready": 1, "repaired": 0, "repeated": 1, "attention": 1},
    }  # fmt: skip


def test_files_are_told_in_their_order_and_a_refused_one_makes_it_1(tmp_path: Path) -> None:
    good, gone = tmp_path / "good.txt", tmp_path / "gone.txt"
    good.write_text("90000012\n")
    code, told = check_list(gone, good)
    assert code == 1
    assert [(each["file"], each["refused"] is None, len(each["rows"])) for each in told] == [
        (str(gone), False, 0),
        (str(good), True, 1),
    ]
    assert told[1]["rows"][0]["warning"] is True


def test_a_file_may_be_read_as_a_paste_and_for_another_country(tmp_path: Path) -> None:
    text = tmp_path / "paste.txt"
    text.write_text("Amal: 083 000 0012\nSaid <+27 83 000 0013>\n")
    _, (told,) = check_list("--pasted", "--country", "za", text)
    assert [(row["row"], row["name"], row["number"]) for row in told["rows"]] == [
        (1, "Amal", "+27830000012"),
        (2, "Said", "+27830000013"),
    ]


def test_a_header_alone_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("Name,Phone\n")
    code, (told,) = check_list(table)
    assert (code, told["rows"], told["counts"]["rows"]) == (1, [], 0)
    assert "there is nobody in it" in told["refused"]


def test_a_country_that_does_not_exist_is_told(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _RUN, "--check-list", "--country", "QQ", str(tmp_path)], capture_output=True, text=True,
        check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2
    assert "write two letters, as in OM" in done.stderr
