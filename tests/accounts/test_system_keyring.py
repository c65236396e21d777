from __future__ import annotations

import importlib
from threading import Event

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from smsdesk.accounts import system_keyring
from smsdesk.accounts.credentials import MemoryVault
from smsdesk.accounts.system_keyring import ALLOWED_BACKENDS, KeyringVault, SecondChoiceVault, open_system_vault
from smsdesk.domain.errors import UserFacingError
from smsdesk.privacy.secret import Secret
from tests.helpers.patience import PATIENCE_S
from tests.helpers.waiting import until


class Keyring(KeyringBackend):
    """A keyring of a system that this test doesn't run on: raises what it is told to."""

    priority = 0

    def __init__(self, problem: Exception | None = None) -> None:
        self.problem = problem
        self.open = Event()
        self.open.set()
        self.passwords: dict[tuple[str, str], str] = {}
        self.asked = 0

    def _answer(self) -> None:
        self.asked += 1
        self.open.wait(PATIENCE_S)
        if self.problem is not None:
            raise self.problem

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.passwords.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        self.passwords[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        raise PasswordDeleteError("not allowed, or not there")


def test_a_locked_keyring_is_said_in_words() -> None:
    with pytest.raises(UserFacingError, match="store of this computer is locked"):
        KeyringVault(Keyring(KeyringLocked("denied"))).get("a")


def test_what_a_keyring_raises_shows_neither_the_password_nor_its_frames() -> None:
    vault = KeyringVault(Keyring(OSError(1783, "CredWrite", "correct horse")))

    with pytest.raises(UserFacingError, match="too long") as raised:
        vault.put("a", Secret("correct horse"))
    assert "***" in raised.value.detail
    assert "horse" not in str(raised.value)
    assert raised.value.__cause__ is None
    assert raised.value.__context__ is None


def test_dropping_what_is_not_there_is_fine() -> None:
    KeyringVault(Keyring()).drop("a")


def test_a_password_that_may_not_be_removed_is_not_called_removed() -> None:
    vault = KeyringVault(Keyring())
    vault.put("a", Secret("correct horse"))

    with pytest.raises(UserFacingError):
        vault.drop("a")


def test_a_keyring_that_stays_silent_is_given_up_and_not_asked_twice_at_once() -> None:
    backend = Keyring()
    backend.open.clear()
    vault = KeyringVault(backend, timeout_s=0.05)

    for _ in range(2):
        with pytest.raises(UserFacingError, match="waiting to be unlocked"):
            vault.get("a")
    until(lambda: backend.asked)  # on a thread of its own, which a busy machine may begin late
    assert backend.asked == 1

    backend.open.set()
    patient = KeyringVault(backend)
    assert patient.get("a") is None


@pytest.mark.parametrize("path", sorted({path for paths in ALLOWED_BACKENDS.values() for path in paths}))
def test_every_allowed_backend_exists_in_the_keyring_package(path: str) -> None:
    module, _, name = path.rpartition(".")

    assert issubclass(getattr(importlib.import_module(module), name), KeyringBackend)


@pytest.mark.parametrize(
    ("code", "said"), [(1783, "too long for the password store"), (1312, "gives no password store"), (5, "properly")]
)
def test_what_windows_means_by_its_codes_is_said_in_words(code: int, said: str) -> None:
    with pytest.raises(UserFacingError, match=said):
        KeyringVault(Keyring(Exception(code, "CredWrite", "some words"))).put("a", Secret("correct horse"))


def _not_up() -> MemoryVault:
    raise UserFacingError(system_keyring._MISSING)


def test_a_password_that_the_second_choice_lacks_is_looked_for_in_the_first_once_it_is_up() -> None:
    first, second = MemoryVault(), MemoryVault()
    first.put("a", Secret("correct horse"))
    up = iter([_not_up, lambda: first])
    vault = SecondChoiceVault(second, [lambda: next(up)()])
    assert vault.get("a") is None
    assert vault.get("a") == Secret("correct horse")
    vault.put("b", Secret("battery staple"))
    assert first.get("b") == Secret("battery staple"), "from then on it is the one in use"


def test_what_the_second_choice_has_is_taken_from_it() -> None:
    second = MemoryVault()
    second.put("a", Secret("correct horse"))
    vault = SecondChoiceVault(second, [_not_up])
    assert vault.get("a") == Secret("correct horse")
    vault.drop("a")
    assert second.get("a") is None


def test_a_second_choice_goes_on_knowing_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    up: set[str] = {"second"}
    backends = {"first": Keyring(), "second": Keyring()}
    backends["first"].passwords["smsdesk", "a"] = "correct horse"

    def backend(path: str) -> Keyring:
        if path not in up:
            raise RuntimeError("not up")
        return backends[path]

    monkeypatch.setattr(system_keyring, "_backend", backend)
    monkeypatch.setitem(system_keyring.ALLOWED_BACKENDS, system_keyring.sys.platform, ("first", "second"))
    vault = open_system_vault()
    assert vault.get("a") is None
    up.add("first")
    assert vault.get("a") == Secret("correct horse")
