from __future__ import annotations

import sys

import pytest

from smsdesk.accounts.system_keyring import ALLOWED_BACKENDS
from smsdesk.build_check.check import Missing
from smsdesk.build_check.passwords import keyring_backends


def test_each_backend_of_this_system_is_there() -> None:
    told = keyring_backends()
    assert told.count(",") == len(ALLOWED_BACKENDS.get(sys.platform, ALLOWED_BACKENDS["linux"])) - 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these are Linux' own")
@pytest.mark.parametrize("library", ["secretstorage.collection", "jeepney.io.blocking", "keyring.backends.kwallet"])
def test_what_a_backend_stands_on_is_missed(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ModuleNotFoundError, match=library):
        keyring_backends()


def test_a_backend_of_another_name_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ALLOWED_BACKENDS, "played", ("keyring.backends.SecretService.Lost",))  # type: ignore[misc]
    with pytest.raises(Missing, match=r"no keyring\.backends\.SecretService\.Lost"):
        keyring_backends("played")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has it")
def test_windows_store_is_missed_where_its_library_is() -> None:
    with pytest.raises(ModuleNotFoundError, match="win32ctypes"):
        keyring_backends("win32")
