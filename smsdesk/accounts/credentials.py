"""Passwords of the accounts: in the keyring of the operating system, or in memory for this session."""

from __future__ import annotations

import importlib
import sys
import threading
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.privacy.secret import Secret, scrub

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from keyring.backend import KeyringBackend

    from smsdesk.privacy.secret import Redactor

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

_LOCKED: Final = QT_TRANSLATE_NOOP("Credentials", "The password store of this computer is locked.")
_UNLOCK: Final = QT_TRANSLATE_NOOP("Credentials", "Unlock it and try again, or use the password for this session only.")
_SILENT: Final = QT_TRANSLATE_NOOP("Credentials", "The password store of this computer is waiting to be unlocked.")
_LOOK: Final = QT_TRANSLATE_NOOP(
    "Credentials",
    "Look for a window that asks for its password, answer it and try again, or use the password for this session only.",
)
_FAILED: Final = QT_TRANSLATE_NOOP("Credentials", "The password store of this computer does not work properly.")
_RETRY: Final = QT_TRANSLATE_NOOP("Credentials", "Try again, or use the password for this session only.")
_MISSING: Final = QT_TRANSLATE_NOOP("Credentials", "This computer has no password store that smsdesk can use.")
_ONLY_NOW: Final = QT_TRANSLATE_NOOP(
    "Credentials",
    "Use the password for this session only. On Linux, the package gnome-keyring brings a password store.",
)

_LOCKED_ERRORS: Final = frozenset({"KeyringLocked", "LockedException", "PromptDismissedException"})


class Vault(Protocol):
    """Where passwords stay. Every call may block on a prompt: never call it on the UI thread."""

    def get(self, account_id: str) -> Secret | None:
        """Give the account's password, or None where there is none."""

    def put(self, account_id: str, secret: Secret) -> None:
        """Keep the password, in place of an earlier one."""

    def drop(self, account_id: str) -> None:
        """Remove the password; that there is none is no error."""


class MemoryVault(Vault):
    """Passwords that end with the program: for the demo and the self-test."""

    def __init__(self) -> None:
        self._secrets: dict[str, Secret] = {}

    def get(self, account_id: str) -> Secret | None:
        """Give the account's password, or None where there is none."""
        return self._secrets.get(account_id)

    def put(self, account_id: str, secret: Secret) -> None:
        """Keep the password until the program ends."""
        self._secrets[account_id] = secret

    def drop(self, account_id: str) -> None:
        """Remove the password; that there is none is no error."""
        self._secrets.pop(account_id, None)


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


class Credentials:
    """The passwords of this session: asked from the vault once, then remembered until `forget`.

    The vault is opened when first needed; where that fails, the next call tries again. Every secret that
    passes is made known to the redactor, and stays so after `forget`: a late log line may still hold it.
    Call from any thread but the UI's: methods block while the vault prompts, one prompt at a time. What is
    remembered already is given at once.

    Args:
        open_vault: opens the vault, or raises `UserFacingError`.
        redactor: strikes secrets out of logs.
    """

    def __init__(self, open_vault: Callable[[], Vault], redactor: Redactor) -> None:
        self._open_vault = open_vault
        self._redactor = redactor
        self._vault: Vault | None = None
        self._vault_turn = threading.Lock()
        self._known: dict[str, Secret] = {}
        self._session_only: set[str] = set()
        self._lock = threading.Lock()

    def keep(self, account_id: str, secret: Secret, session_only: bool = False) -> None:
        """Keep the account's password, for this session or, else, in the vault.

        One kept for this session wins over the vault's, which is left as it is.

        Raises:
            UserFacingError: the vault can't be used; then this session goes on with what it knew.
        """
        self._redactor.add(secret)
        if session_only:
            with self._lock:
                self._known[account_id] = secret
                self._session_only.add(account_id)
            return
        with self._vault_turn:
            self._opened().put(account_id, secret)
            with self._lock:
                self._known[account_id] = secret
                self._session_only.discard(account_id)

    def get(self, account_id: str) -> Secret | None:
        """Give the account's password, or None where none was kept.

        Raises:
            UserFacingError: the password isn't known yet and the vault can't be used.
        """
        known = self._remembered(account_id)
        if known is not None:
            return known
        with self._vault_turn:
            # Another thread may have asked for the same one while this one waited for its turn.
            known = self._remembered(account_id)
            if known is not None:
                return known
            secret = self._opened().get(account_id)
            if secret is None:
                return self._remembered(account_id)
            self._redactor.add(secret)
            with self._lock:
                return self._known.setdefault(account_id, secret)

    def forget(self, account_id: str) -> None:
        """Remove the account's password everywhere; that there is none is no error.

        Raises:
            UserFacingError: the vault can't be used, so an entry may be left there; memory is cleared anyhow.
                Not raised for a password that was kept for this session only.
        """
        with self._vault_turn:
            with self._lock:
                self._known.pop(account_id, None)
                was_session_only = account_id in self._session_only
                self._session_only.discard(account_id)
            try:
                self._opened().drop(account_id)
            except UserFacingError:
                # Mostly there is no vault then, and the account must be deletable all the same.
                if not was_session_only:
                    raise

    def hide(self, secret: Secret) -> None:
        """Keep a password that is only being tried out of logs and reports, as those that are kept are."""
        self._redactor.add(secret)

    def _remembered(self, account_id: str) -> Secret | None:
        with self._lock:
            return self._known.get(account_id)

    def _opened(self) -> Vault:
        if self._vault is None:
            self._vault = self._open_vault()
        return self._vault


def open_system_vault(prompt_timeout_s: float = PROMPT_TIMEOUT_S) -> KeyringVault:
    """Find the keyring of this computer; blocks for some seconds at most, so not on the UI thread.

    Args:
        prompt_timeout_s: how long a person may take to answer the keyring's prompt, in seconds.

    Raises:
        UserFacingError: there is none that can be used.
    """
    reasons = []
    for path in ALLOWED_BACKENDS.get(sys.platform, _SECRET_SERVICES):
        attempt = _begin(partial(_backend, path))
        try:
            _wait(attempt, OPEN_TIMEOUT_S)
            return KeyringVault(attempt.result(), prompt_timeout_s)
        except UserFacingError as problem:
            reasons.append(f"{path}: {problem.detail or problem}")
    raise UserFacingError(_MISSING, _ONLY_NOW, "; ".join(reasons))


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
    return UserFacingError(_FAILED, _RETRY, detail)
