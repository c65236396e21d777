from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

import smsdesk
from smsdesk.accounts.credentials import ALLOWED_BACKENDS, Credentials, KeyringVault, MemoryVault
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import Sentence
from smsdesk.privacy.secret import Redactor, Secret

MISSING = UserFacingError(Sentence("Credentials", "There is no password store."))


def no_vault() -> MemoryVault:
    raise MISSING


@pytest.fixture
def vault() -> MemoryVault:
    return MemoryVault()


@pytest.fixture
def credentials(vault: MemoryVault) -> Credentials:
    return Credentials(lambda: vault, Redactor())


def test_a_kept_password_is_in_the_vault(credentials: Credentials, vault: MemoryVault) -> None:
    credentials.keep("a", Secret("correct horse"))

    assert vault.get("a") == Secret("correct horse")
    assert credentials.get("a") == Secret("correct horse")


def test_an_account_without_a_password_has_none(credentials: Credentials) -> None:
    assert credentials.get("a") is None


def test_the_vault_is_asked_once_per_account(credentials: Credentials, vault: MemoryVault) -> None:
    vault.put("a", Secret("correct horse"))
    credentials.get("a")
    vault.drop("a")

    assert credentials.get("a") == Secret("correct horse")


def test_forget_clears_vault_and_memory(credentials: Credentials, vault: MemoryVault) -> None:
    credentials.keep("a", Secret("correct horse"))
    credentials.forget("a")

    assert vault.get("a") is None
    assert credentials.get("a") is None
    credentials.forget("a")


def test_a_session_only_password_needs_no_vault() -> None:
    credentials = Credentials(no_vault, Redactor())
    credentials.keep("a", Secret("correct horse"), session_only=True)

    assert credentials.get("a") == Secret("correct horse")
    credentials.forget("a")
    with pytest.raises(UserFacingError):
        credentials.get("a")


def test_a_session_only_password_wins_over_the_vault_and_leaves_it_alone(
    credentials: Credentials, vault: MemoryVault
) -> None:
    credentials.keep("a", Secret("from the vault"))
    credentials.keep("a", Secret("for now"), session_only=True)

    assert credentials.get("a") == Secret("for now")
    assert vault.get("a") == Secret("from the vault")


def test_forgetting_a_session_only_password_drops_the_older_one_in_the_vault_too(
    credentials: Credentials, vault: MemoryVault
) -> None:
    vault.put("a", Secret("from the vault"))
    credentials.keep("a", Secret("for now"), session_only=True)
    credentials.forget("a")

    assert credentials.get("a") is None


def test_a_vault_that_fails_to_open_is_tried_again_on_the_next_call(vault: MemoryVault) -> None:
    vault.put("a", Secret("correct horse"))
    attempts = iter([no_vault, lambda: vault])
    credentials = Credentials(lambda: next(attempts)(), Redactor())

    with pytest.raises(UserFacingError):
        credentials.get("a")
    assert credentials.get("a") == Secret("correct horse")
    assert credentials.get("b") is None


def test_a_password_that_could_not_be_kept_is_not_remembered_either() -> None:
    opened = iter([no_vault, MemoryVault])
    credentials = Credentials(lambda: next(opened)(), Redactor())

    with pytest.raises(UserFacingError):
        credentials.keep("a", Secret("correct horse"))
    assert credentials.get("a") is None


def test_every_password_that_passes_is_scrubbed_from_then_on(vault: MemoryVault) -> None:
    redactor = Redactor()
    credentials = Credentials(lambda: vault, redactor)
    vault.put("a", Secret("from the vault"))
    credentials.get("a")
    credentials.keep("b", Secret("typed now"))
    credentials.keep("c", Secret("for now"), session_only=True)
    credentials.forget("b")

    assert redactor.scrub("from the vault, typed now, for now") == "***, ***, ***"


def test_a_known_password_is_given_while_another_waits_for_the_vault() -> None:
    prompting, answered = Event(), Event()

    class Prompting(MemoryVault):
        def get(self, account_id: str) -> Secret | None:
            prompting.set()
            answered.wait(30)
            return super().get(account_id)

    credentials = Credentials(Prompting, Redactor())
    credentials.keep("known", Secret("correct horse"))
    waiting = Thread(target=credentials.get, args=("unknown",))
    waiting.start()
    try:
        assert prompting.wait(30)
        assert credentials.get("known") == Secret("correct horse")
    finally:
        answered.set()
        waiting.join()


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
        self.open.wait(30)
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

    with pytest.raises(UserFacingError, match="does not work properly") as raised:
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
    assert backend.asked == 1

    backend.open.set()
    patient = KeyringVault(backend)
    assert patient.get("a") is None


@pytest.mark.parametrize("path", sorted({path for paths in ALLOWED_BACKENDS.values() for path in paths}))
def test_every_allowed_backend_exists_in_the_keyring_package(path: str) -> None:
    module, _, name = path.rpartition(".")

    assert issubclass(getattr(importlib.import_module(module), name), KeyringBackend)


def test_the_keyring_package_is_not_loaded_at_start() -> None:
    script = "import sys, smsdesk.accounts.credentials; sys.exit('keyring' in sys.modules)"

    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(smsdesk.__file__).parents[1])
