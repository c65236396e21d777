from __future__ import annotations

import plistlib
import sys
from pathlib import Path, PurePath
from types import SimpleNamespace

import pytest

from smsdesk.services.updates.policy import is_forbidden, policy_files


def forbidden(file: Path, *, in_registry: bool = False) -> bool:
    return is_forbidden([file], lambda: in_registry)


def test_where_nobody_set_anything_it_is_allowed(tmp_path: Path) -> None:
    assert not forbidden(tmp_path / "nothing" / "policies.json")
    (tmp_path / "file").touch()
    assert not forbidden(tmp_path / "file" / "policies.json")


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ('{"DisableUpdateCheck": true}', True),
        ('\ufeff{"DisableUpdateCheck": 1}', True),
        ('{"DisableUpdateCheck": false}', False),
        ("{}", False),
        ('{"Another": true}', False),
    ],
)
def test_a_file_turns_it_off(tmp_path: Path, text: str, *, off: bool) -> None:
    (tmp_path / "policies.json").write_text(text, encoding="utf-8")
    assert forbidden(tmp_path / "policies.json") is off


@pytest.mark.parametrize("raw", [b"", b"garbage", b"[]", b"\xff\xfe", b"[" * 70_000])
def test_a_file_that_can_not_be_read_turns_it_off_too(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "policies.json").write_bytes(raw)
    assert forbidden(tmp_path / "policies.json")


def test_a_file_that_is_a_folder_turns_it_off_too(tmp_path: Path) -> None:
    (tmp_path / "policies.json").mkdir()
    assert forbidden(tmp_path / "policies.json")


@pytest.mark.parametrize("off", [True, False])
def test_a_device_management_of_macos_turns_it_off(tmp_path: Path, *, off: bool) -> None:
    (tmp_path / "smsdesk.plist").write_bytes(plistlib.dumps({"DisableUpdateCheck": off}, fmt=plistlib.FMT_BINARY))
    assert forbidden(tmp_path / "smsdesk.plist") is off


def test_the_registry_turns_it_off_whatever_a_file_says(tmp_path: Path) -> None:
    (tmp_path / "policies.json").write_text('{"DisableUpdateCheck": false}')
    assert forbidden(tmp_path / "policies.json", in_registry=True)


def test_each_system_has_its_place_that_only_an_administrator_writes() -> None:
    assert policy_files("linux", {}) == (Path("/etc/smsdesk/policies.json"),)
    (windows,) = policy_files("win32", {"PROGRAMDATA": "/data"})
    assert windows == Path("/data/smsdesk/policies.json")
    assert [PurePath(file).name for file in policy_files("darwin", {})] == [
        "org.smsdesk.smsdesk.plist",
        "policies.json",
    ]


@pytest.mark.parametrize(("error", "off"), [(FileNotFoundError(), False), (PermissionError(), True)])
def test_a_registry_that_can_not_be_read_turns_it_off_too(
    monkeypatch: pytest.MonkeyPatch, error: OSError, *, off: bool
) -> None:
    """A played registry: the real one is Windows' alone."""

    def open_key(*_: object) -> object:
        raise error

    registry = SimpleNamespace(
        KEY_READ=1, KEY_WOW64_64KEY=2, HKEY_LOCAL_MACHINE=3, HKEY_CURRENT_USER=4, OpenKey=open_key
    )
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr(sys, "platform", "win32")
    assert is_forbidden([]) is off
