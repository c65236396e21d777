"""Dangerous changes of `providers/transport`, `accounts` and the login gate: what leaves, with which password."""

from __future__ import annotations

from typing import Final

from tests.mutations.mutation import Mutation

_EXCHANGE: Final = "providers/transport/exchange.py"
_SESSION: Final = "providers/transport/http_session.py"
_CREDENTIALS: Final = "accounts/credentials.py"
_TESTS: Final = "tests/providers/transport"

OF_THE_WIRE: Final = (
    Mutation(
        "the backup host is asked after a request was written",
        _EXCHANGE,
        "        except NotSent:\n",
        "        except WireFailure:\n",
        (f"{_TESTS}/test_exchange_backup.py",),
    ),
    Mutation(
        "a password that the gateway echoes is kept with its words",
        _EXCHANGE,
        'words = _scrubbed(verdict.words[:_ENOUGH_TO_SCRUB], login).replace("\\0", "")',
        'words = verdict.words[:_ENOUGH_TO_SCRUB].replace("\\0", "")',
        (f"{_TESTS}/test_exchange.py",),
    ),
    Mutation(
        "a message id with the password in it is kept",
        _EXCHANGE,
        'return "" if hidden else message_id',
        "return message_id",
        (f"{_TESTS}/test_exchange.py",),
    ),
    Mutation(
        "what was written counts as not sent",
        _SESSION,
        "        if self._wire.written:\n            return NoClearAnswer(_unclear_code(causes), words)",
        "        if not causes:\n            return NoClearAnswer(_unclear_code(causes), words)",
        (f"{_TESTS}/test_http_session_no_clear_answer.py",),
    ),
    Mutation(
        "a request is repeated by the HTTP library",
        _SESSION,
        "max_retries=0",
        "max_retries=requests.adapters.Retry(2, allowed_methods=None)",
        (f"{_TESTS}/test_http_session_no_clear_answer.py",),
    ),
    Mutation(
        "a failure's words show the password",
        _SESSION,
        "outcome.words = scrub(outcome.words, *secrets)",
        "pass",
        (f"{_TESTS}/test_http_session_no_clear_answer.py",),
    ),
    Mutation(
        "a password for this session goes to the keyring",
        _CREDENTIALS,
        "if change.secret is None or session_only:",
        "if change.secret is None:",
        ("tests/accounts/test_credentials.py",),
    ),
    Mutation(
        "a deleted password goes on being used",
        _CREDENTIALS,
        "                self._known.pop(account_id, None)\n",
        "",
        ("tests/accounts/test_credentials.py",),
    ),
    Mutation(
        "a password from the keyring shows in logs",
        _CREDENTIALS,
        "            self._redactor.add(secret)\n            with self._lock:\n                return",
        "            with self._lock:\n                return",
        ("tests/accounts/test_credentials.py",),
    ),
    Mutation(
        "a password that could not be kept is used all the same",
        _CREDENTIALS,
        "            _save_with(self._opened(), account_id, change.secret, change)\n"
        "            self._switched(account_id, change, session_only=False)\n",
        "            self._switched(account_id, change, session_only=False)\n"
        "            _save_with(self._opened(), account_id, change.secret, change)\n",
        ("tests/accounts/test_credentials.py",),
    ),
    Mutation(
        "any backend that is named is taken for the keyring",
        "accounts/system_keyring.py",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.null.Keyring",
        ("tests/accounts/test_system_keyring.py", "tests/accounts/test_credentials_real_keyring.py"),
    ),
    Mutation(
        "refused logins are forgotten at the start",
        "services/accounts/account_book.py",
        "RefusedLogins(store.refused(), ",
        "RefusedLogins((), ",
        ("tests/services/test_refused_logins.py",),
    ),
    Mutation(
        "a question that waited on its lane takes the password of another login",
        "services/login_gate.py",
        "        if not self.is_current(account):\n            return Barred(Bar.CHANGED)\n        code",
        "        code",
        ("tests/services/test_login_gate.py", "tests/services/test_login_gate_prompt.py"),
    ),
    Mutation(
        "a password is given for a login that was changed while the keyring prompted",
        "services/login_gate.py",
        "return password if self.still(account, password) else Barred(Bar.CHANGED)",
        "return password",
        ("tests/services/test_login_gate.py", "tests/services/test_login_gate_prompt.py"),
    ),
    Mutation(
        "what is said of an old password holds the new one back",
        "services/login_gate.py",
        "            if not self.still(account, password):\n                return False\n",
        "",
        ("tests/services/test_login_gate.py", "tests/services/test_login_gate_prompt.py"),
    ),
    Mutation(
        "an account that can't be saved has its new password in the keyring all the same",
        "accounts/credentials.py",
        "            vault.drop(account_id)\n        else:\n            vault.put(account_id, old)\n        raise",
        "            pass\n        raise",
        ("tests/services/accounts/test_account_book_switch.py",),
    ),
    Mutation(
        "a machine tries a refused login again",
        "services/login_gate.py",
        "        if code is not None:\n            return Barred(Bar.REFUSED, code)\n",
        "",
        ("tests/services/test_login_gate.py", "tests/services/test_login_gate_prompt.py"),
    ),
)
