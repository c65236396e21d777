"""Passwords in a real gnome-keyring, over a real D-Bus.

Where the keyring asks for its own password the test runs in a Python of its own: keyring leaves its connection open
there, and an unanswered prompt its thread.
"""

from __future__ import annotations

import sys
import uuid
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from smsdesk.accounts.credentials import Credentials
from smsdesk.accounts.system_keyring import open_system_vault
from smsdesk.domain.errors import UserFacingError
from smsdesk.privacy.secret import Redactor, Secret
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from tests.helpers.session_bus import Desktop

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's")

PASSWORD = "سر 4%&+=#{}~€/\"\\'"

ASK_AND_PRINT = """
from smsdesk.accounts.system_keyring import open_system_vault
from smsdesk.privacy.secret import Secret
from smsdesk.domain.errors import UserFacingError
try:
    vault = open_system_vault({timeout_s})
    {call}
except UserFacingError as problem:
    print(problem.what, problem.todo)
"""
GET = "print(vault.get('front-desk').reveal())"
PUT = "vault.put('front-desk', Secret('correct horse'))"
DROP = "vault.drop('front-desk')"


@pytest.fixture
def unlocked(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    desktop.start_keyring(unlocked=True)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.address)
    return desktop


def ask(desktop: Desktop, call: str, timeout_s: float = PATIENCE_S) -> str:
    return desktop.python(ASK_AND_PRINT.format(call=call, timeout_s=timeout_s))


def entries(**attributes: str) -> list[tuple[dict[str, str], str]]:
    import secretstorage

    with closing(secretstorage.dbus_init()) as connection:
        found = secretstorage.search_items(connection, attributes)
        return [(item.get_attributes(), item.get_secret().decode()) for item in found]


def test_a_password_comes_back_as_it_was_and_goes_when_dropped(unlocked: Desktop) -> None:
    account = str(uuid.uuid4())
    open_system_vault().put(account, Secret(PASSWORD))

    assert open_system_vault().get(account) == Secret(PASSWORD)
    open_system_vault().drop(account)
    assert open_system_vault().get(account) is None
    open_system_vault().drop(account)


def test_the_entry_is_filed_under_smsdesk_and_the_account(unlocked: Desktop) -> None:
    account = str(uuid.uuid4())
    open_system_vault().put(account, Secret(PASSWORD))

    [(attributes, password)] = entries(service="smsdesk")
    assert attributes["username"] == account
    assert password == PASSWORD


def test_a_new_password_replaces_the_old_one(unlocked: Desktop) -> None:
    vault = open_system_vault()
    vault.put("front-desk", Secret("first try"))
    vault.put("front-desk", Secret(PASSWORD))

    assert [password for _, password in entries(service="smsdesk")] == [PASSWORD]


def test_accounts_do_not_share_a_password(unlocked: Desktop) -> None:
    vault = open_system_vault()
    vault.put("front-desk", Secret("one"))
    vault.put("accounting", Secret("two"))
    vault.drop("front-desk")

    assert vault.get("front-desk") is None
    assert vault.get("accounting") == Secret("two")


def test_the_password_is_in_no_file_as_plain_text(unlocked: Desktop) -> None:
    open_system_vault().put("front-desk", Secret(PASSWORD))
    unlocked.stop_keyring()

    files = [path for path in unlocked.home.rglob("*") if path.is_file()]
    assert any(path.suffix == ".keyring" for path in files)
    for path in files:
        content = path.read_bytes()
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert PASSWORD[:6].encode(encoding) not in content, path.name
            assert PASSWORD[-6:].encode(encoding) not in content, path.name


def test_an_environment_variable_cannot_name_another_backend(
    unlocked: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    unlocked.env["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

    ask(unlocked, PUT)

    assert open_system_vault().get("front-desk") == Secret("correct horse")
    assert [password for _, password in entries(service="smsdesk")] == ["correct horse"]


def test_credentials_outlive_the_session_in_the_keyring(unlocked: Desktop) -> None:
    Credentials(open_system_vault, Redactor()).keep("front-desk", Secret(PASSWORD))

    later = Credentials(open_system_vault, Redactor())
    assert later.get("front-desk") == Secret(PASSWORD)
    later.forget("front-desk")
    assert entries(service="smsdesk") == []


@pytest.mark.parametrize("call", [GET, PUT, DROP])
def test_a_locked_keyring_is_said_in_words(desktop: Desktop, call: str) -> None:
    desktop.start_keyring(unlocked=True)
    ask(desktop, PUT)
    desktop.stop_keyring()
    desktop.start_keyring(unlocked=False)

    assert ask(desktop, call) == (
        "The password store of this computer is locked. "
        "Unlock it and try again, or use the password for this session only."
    )


def test_a_prompt_that_nobody_answers_holds_neither_the_call_nor_the_exit(desktop: Desktop) -> None:
    desktop.own_silent_prompter()
    desktop.start_keyring(unlocked=False)

    said = ask(desktop, PUT, timeout_s=0.5)

    assert said.startswith("The password store of this computer is waiting to be unlocked. Look for a window")


def test_a_password_kept_before_is_there_once_the_keyring_is_unlocked_again(desktop: Desktop) -> None:
    desktop.start_keyring(unlocked=True)
    ask(desktop, PUT)
    desktop.stop_keyring()
    desktop.start_keyring(unlocked=True)

    assert ask(desktop, GET) == "correct horse"


def test_a_bus_without_a_keyring_has_no_usable_store(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.address)

    with pytest.raises(UserFacingError, match="no password store that smsdesk can use"):
        open_system_vault()


def test_no_bus_at_all_has_no_usable_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)

    with pytest.raises(UserFacingError, match="no password store that smsdesk can use"):
        open_system_vault()
