from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

import smsdesk
from smsdesk.accounts.credentials import Credentials, MemoryVault
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import Sentence
from smsdesk.privacy.secret import Redactor, Secret
from tests.helpers.patience import PATIENCE_S

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
            if account_id == "unknown":
                prompting.set()
                answered.wait(PATIENCE_S)
            return super().get(account_id)

    credentials = Credentials(Prompting, Redactor())
    credentials.keep("known", Secret("correct horse"))
    waiting = Thread(target=credentials.get, args=("unknown",))
    waiting.start()
    try:
        assert prompting.wait(PATIENCE_S)
        assert credentials.get("known") == Secret("correct horse")
    finally:
        answered.set()
        waiting.join()


def test_the_keyring_package_is_not_loaded_at_start() -> None:
    script = "import sys, smsdesk.accounts.system_keyring; sys.exit('keyring' in sys.modules)"

    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(smsdesk.__file__).parents[1])
