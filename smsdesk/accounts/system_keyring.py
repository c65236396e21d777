"""The keyring of the operating system, which a person may have to unlock, and which may not be there at all."""

from __future__ import annotations

import importlib
import sys
import threading
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from smsdesk.accounts.credentials import Vault
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.privacy.secret import Secret, scrub

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from keyring.backend import KeyringBackend

_T = TypeVar("_T")

SERVICE: Final = "smsdesk"
"""The service of our entries. Their user name is the account's random UUID: two profiles never meet."""

_SECRET_SERVICES: Final = (
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
)
ALLOWED_BACKENDS: Final[Mapping[str, tuple[str, ...]]] = {
    "win32": ("keyring.backends.Windows.WinVaultKeyring",),
    "darwin": ("keyring.backends.macOS.Keyring",),
    "linux": _SECRET_SERVICES,
}
"""By `sys.platform`, first choice first. `keyring.get_keyring()` may take one that the environment names."""

PROMPT_TIMEOUT_S: Final = 120.0
OPEN_TIMEOUT_S: Final = 15.0

_LOCKED: Final = QT_TRANSLATE_NOOP("system_keyring", "The password store of this computer is locked.")
_UNLOCK: Final = QT_TRANSLATE_NOOP(
    "system_keyring", "Unlock it and try again, or use the password for this session only."
)
_SILENT: Final = QT_TRANSLATE_NOOP("system_keyring", "The password store of this computer is waiting to be unlocked.")
_LOOK: Final = QT_TRANSLATE_NOOP(
    "system_keyring",
    "Look for a window that asks for its password, answer it and try again, or use the password for this session only.",
)
_FAILED: Final = QT_TRANSLATE_NOOP("system_keyring", "The password store of this computer does not work properly.")
_RETRY: Final = QT_TRANSLATE_NOOP("system_keyring", "Try again, or use the password for this session only.")
_MISSING: Final = QT_TRANSLATE_NOOP("system_keyring", "This computer has no password store that smsdesk can use.")
_ONLY_NOW: Final = QT_TRANSLATE_NOOP(
    "system_keyring",
    "Use the password for this session only. On Linux, the package gnome-keyring brings a password store.",
)

_TOO_LONG: Final = QT_TRANSLATE_NOOP("system_keyring", "The password is too long for the password store of Windows.")
_SHORTER: Final = QT_TRANSLATE_NOOP(
    "system_keyring", "It takes 1,280 characters at most. Ask the gateway for a shorter one."
)
_NO_SESSION: Final = QT_TRANSLATE_NOOP(
    "system_keyring", "Windows gives no password store to a program that was started in this way."
)
_LOG_IN: Final = QT_TRANSLATE_NOOP(
    "system_keyring",
    "Log in to Windows yourself and start smsdesk there, or use the password for this session only.",
)
_BY_WINDOWS_CODE: Final = {1783: (_TOO_LONG, _SHORTER), 1312: (_NO_SESSION, _LOG_IN)}
"""What Windows' credential manager means by RPC_X_BAD_STUB_DATA and ERROR_NO_SUCH_LOGON_SESSION."""

_LOCKED_ERRORS: Final = frozenset({"KeyringLocked", "LockedException", "PromptDismissedException"})


class KeyringVault(Vault):
    """Passwords in the keyring of the operating system, as `open_system_vault` found it.

    Each call blocks until the keyring answers, which may take a person and a prompt, and then gives up. A
    prompt that is still open then is not doubled: the next call waits for it first. Nor does it hold the
    program's exit. Every method raises `UserFacingError` when the keyring is locked, refuses or stays
    silent.

    Args:
        backend: one of the allowed backends.
        timeout_s: how long a call waits for an answer, in seconds; twice that behind an open prompt.
    """

    def __init__(self, backend: KeyringBackend, timeout_s: float = PROMPT_TIMEOUT_S) -> None:
        self._backend = backend
        self._timeout_s = timeout_s
        self._turn = threading.Lock()
        self._unanswered: Future[Any] | None = None

    def get(self, account_id: str) -> Secret | None:
        """Give the account's password, or None where there is none."""
        text = self._ask(partial(self._backend.get_password, SERVICE, account_id))
        return None if text is None else Secret(text)

    def put(self, account_id: str, secret: Secret) -> None:
        """Keep the password, in place of an earlier one."""
        self._ask(partial(self._backend.set_password, SERVICE, account_id, secret.reveal()), secret)

    def drop(self, account_id: str) -> None:
        """Remove the password; that there is none is no error."""
        self._ask(partial(self._delete, account_id))

    def _delete(self, account_id: str) -> None:
        from keyring.errors import PasswordDeleteError

        try:
            self._backend.delete_password(SERVICE, account_id)
        except PasswordDeleteError:
            # The backends raise this for "there is none" and for "not allowed" alike.
            if self._backend.get_password(SERVICE, account_id) is not None:
                raise

    def _ask(self, call: Callable[[], _T], *secrets: Secret) -> _T:
        with self._turn:
            if self._unanswered is not None:
                _wait(self._unanswered, self._timeout_s)
                self._unanswered = None
            answer = _begin(call, *secrets)
            self._unanswered = answer
            _wait(answer, self._timeout_s)
            self._unanswered = None
            return answer.result()


class SecondChoiceVault(Vault):
    """The keyring that could be used when the better ones could not: at log-in these may just not have been up.

    That it has no password is not the last word: then the better ones are asked again, and the first that has it is
    used from then on.

    Args:
        vault: the one in use.
        better: opens each of the better ones, best first; it raises `UserFacingError` where that can't be used still.
    """

    def __init__(self, vault: Vault, better: Sequence[Callable[[], Vault]]) -> None:
        self._vault = vault
        self._better = better

    def get(self, account_id: str) -> Secret | None:
        """Give the account's password, or None where no keyring that can be used has one."""
        found = self._vault.get(account_id)
        if found is not None:
            return found
        for place, open_better in enumerate(self._better):
            try:
                vault = open_better()
                found = vault.get(account_id)
            except UserFacingError:
                continue
            if found is not None:
                self._vault, self._better = vault, self._better[:place]
                return found
        return None

    def put(self, account_id: str, secret: Secret) -> None:
        """Keep the password, in place of an earlier one."""
        self._vault.put(account_id, secret)

    def drop(self, account_id: str) -> None:
        """Remove the password; that there is none is no error."""
        self._vault.drop(account_id)


def open_system_vault(prompt_timeout_s: float = PROMPT_TIMEOUT_S) -> Vault:
    """Find the keyring of this computer; blocks for some seconds at most, so not on the UI thread.

    Args:
        prompt_timeout_s: how long a person may take to answer the keyring's prompt, in seconds.

    Raises:
        UserFacingError: there is none that can be used.
    """
    reasons, better = [], []
    for path in ALLOWED_BACKENDS.get(sys.platform, _SECRET_SERVICES):
        open_it = partial(_open, path, prompt_timeout_s)
        try:
            vault = open_it()
        except UserFacingError as problem:
            reasons.append(f"{path}: {problem.detail or problem}")
            better.append(open_it)
        else:
            return SecondChoiceVault(vault, better) if better else vault
    raise UserFacingError(_MISSING, _ONLY_NOW, "; ".join(reasons))


def _open(path: str, prompt_timeout_s: float) -> KeyringVault:
    attempt = _begin(partial(_backend, path))
    _wait(attempt, OPEN_TIMEOUT_S)
    return KeyringVault(attempt.result(), prompt_timeout_s)


def _backend(path: str) -> KeyringBackend:
    # Imported here: the keyring package costs start-up time, and is needed only once a password is.
    module, name = path.rsplit(".", 1)
    backend_class: type[KeyringBackend] = getattr(importlib.import_module(module), name)
    # Reading the priority is how a backend is asked whether it works here; it raises where it doesn't.
    backend_class.priority  # noqa: B018
    return backend_class()


def _begin(call: Callable[[], _T], *secrets: Secret) -> Future[_T]:
    """Run the call on a thread of its own; what it raises becomes a `UserFacingError` without a traceback.

    A daemon thread, not a pool: a prompt that nobody answers must not hold the exit. The error is made anew
    because the frames of the original hold the password.
    """
    future: Future[_T] = Future()

    def run() -> None:
        try:
            future.set_result(call())
        except Exception as problem:  # backends raise what their system libraries raise
            future.set_exception(_in_plain_words(problem, *secrets))

    threading.Thread(target=run, name="keyring", daemon=True).start()
    return future


def _wait(future: Future[_T], timeout_s: float) -> None:
    try:
        future.exception(timeout_s)
    except TimeoutError:
        raise UserFacingError(_SILENT, _LOOK, f"no answer within {timeout_s:g} s") from None


def _in_plain_words(problem: Exception, *secrets: Secret) -> UserFacingError:
    detail = scrub(f"{type(problem).__name__}: {problem}", *secrets)
    # By name: the libraries below keyring (SecretStorage) are there on some systems only.
    names = {type(error).__name__ for error in (problem, problem.__cause__)}
    if names & _LOCKED_ERRORS or "Cancelled by user" in str(problem):
        return UserFacingError(_LOCKED, _UNLOCK, detail)
    code = getattr(problem, "winerror", None) or next(iter(problem.args), None)
    what, todo = _BY_WINDOWS_CODE.get(code, (_FAILED, _RETRY)) if isinstance(code, int) else (_FAILED, _RETRY)
    return UserFacingError(what, todo, detail)
