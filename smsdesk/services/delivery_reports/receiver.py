"""Delivery reports that gateways send by themselves: a small web server inside the program, off until switched on."""

from __future__ import annotations

import errno
import re
import sys
import threading
from functools import partial
from typing import TYPE_CHECKING, Any

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.providers.capabilities import StatusBy
from smsdesk.services.events import DeliveriesChanged, Failed
from smsdesk.workers.worker import WorkerClosed

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Mapping, Sequence

    from smsdesk.accounts.account import Account
    from smsdesk.providers.catalog import Providers
    from smsdesk.services.delivery_reports.http_server import ReportServer
    from smsdesk.services.events import Publish
    from smsdesk.store.history.delivery_reports import DeliveryReportStore
    from smsdesk.store.settings import Settings

_USUAL_PORTS = (8642, 8643)

_PATH = re.compile(r"/([^/]+)/([^/]+)/?")
_METHODS = ("GET", "HEAD", "POST")
_OK, _NOT_FOUND, _TRY_AGAIN = "200 OK", "404 Not Found", "500 Internal Server Error"

_CANT_LISTEN = QT_TRANSLATE_NOOP("receiver", "Delivery reports can't be received at port {port}.")
_OTHER_PORT = QT_TRANSLATE_NOOP(
    "receiver",
    "Another program uses it, or this computer does not allow it. "
    "Choose another port in the settings, for example {other}.",
)
_OTHER_ADDRESS = QT_TRANSLATE_NOOP("receiver", "Choose another address of this computer in the settings.")


class Receiver:
    """Listens for reports at `/<token>/<account id>`, by GET or POST. A report is on disk before it is answered.

    A slash behind that is as good, and HEAD is answered like GET but takes no report: websites try an address so.
    Whoever does not know the token learns nothing: for them, everything is "not found".

    Args:
        accounts: gives the accounts as they are now; called on the server's threads.
        reports: where reports are kept and applied.
        providers: the gateways.
        publish: told of what has moved, after it is on disk.
        on_unmatched: called when a report was kept and moved nothing: its message may not be known yet.
    """

    def __init__(
        self,
        accounts: Callable[[], list[Account]],
        reports: DeliveryReportStore,
        providers: Providers,
        publish: Publish,
        on_unmatched: Callable[[], None] = lambda: None,
    ) -> None:
        self._accounts = accounts
        self._reports = reports
        self._providers = providers
        self._publish = publish
        self._on_unmatched = on_unmatched
        self._lock = threading.Lock()
        self._server: ReportServer | None = None
        self._listens: tuple[str, int, str] | None = None

    def start(self, host: str, port: int, token: str) -> int:
        """Listen at this address of this computer, and at no other; gives the port (for port 0, one that is free).

        Raises:
            UserFacingError: the port is taken or forbidden; nothing is listened at then.
        """
        with self._lock:
            if self._server is not None and self._listens == (host, port, token):
                return port
            self._close()
            bound = _bind(host, port)
            from smsdesk.services.delivery_reports.http_server import (
                ReportServer,  # not needed where the receiver is off
            )

            port = bound.getsockname()[1]
            self._server = ReportServer(partial(self._answer, token.encode()), bound)
            self._listens = (host, port, token)
            return port

    def stop(self) -> None:
        """Listen no more; what is being stored is stored."""
        with self._lock:
            self._close()

    def follow(self, settings: Settings) -> None:
        """Listen, or not, as these settings say.

        Raises:
            UserFacingError: see `start`.
        """
        if settings.receiver_on:
            self.start(settings.receiver_host, settings.receiver_port, settings.receiver_token)
        else:
            self.stop()

    def _close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None

    def _answer(self, token: bytes, environ: dict[str, Any], start_response: Callable[..., object]) -> Sequence[bytes]:
        """The WSGI application. It never raises: the server's own way of telling would show the path."""
        try:
            status = self._status(token, environ)
        except Exception as error:  # whatever it is, the gateway must learn that its report is not stored
            if not isinstance(error, UserFacingError | WorkerClosed):
                self._publish(Failed(error))
            status = _TRY_AGAIN
        body = status.encode()
        start_response(status, [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def _status(self, token: bytes, environ: Mapping[str, Any]) -> str:
        import hmac  # like the server itself, not needed where the receiver is off

        from smsdesk.services.delivery_reports.form_fields import form_fields

        path = _PATH.fullmatch(environ["PATH_INFO"])
        if path is None or environ["REQUEST_METHOD"] not in _METHODS:
            return _NOT_FOUND
        if not hmac.compare_digest(path[1].encode("latin-1"), token):
            return _NOT_FOUND
        account = self._account(path[2])
        if account is None or self._providers.of(account).capabilities.status_by is not StatusBy.REPORT:
            return _NOT_FOUND
        if environ["REQUEST_METHOD"] != "HEAD":  # which only asks whether there is such an address
            self._take(account, form_fields(environ))
        return _OK

    def _account(self, account_id: str) -> Account | None:
        """The account, a deleted one too: its gateway tells what it still has to tell until it is answered 200."""
        kept = next((account for account in self._accounts() if account.id == account_id), None)
        return kept or self._reports.deleted_account(account_id)

    def _take(self, account: Account, fields: Mapping[str, str]) -> None:
        """Store a report. What is none is answered alike: SMS Office HTTP API Specification, section 3, asks so."""
        arrived = self._providers.of(account).read_report(fields)
        if arrived is None or not arrived.message_id:
            return
        moved = self._reports.receive(account.id, arrived)
        if moved is None:
            self._on_unmatched()
        else:
            self._publish(DeliveriesChanged(moved.announcement_id, (moved.delivery_id,)))


def _bind(host: str, port: int) -> socket.socket:
    import socket  # few receive, and a start need not load it

    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # Each system has its own way not to be kept waiting by a listener that has just ended, nor to share with another.
    exclusive = sys.platform == "win32"
    option = getattr(socket, "SO_EXCLUSIVEADDRUSE", 0) if exclusive else socket.SO_REUSEADDR
    try:
        bound.setsockopt(socket.SOL_SOCKET, option, 1)
        bound.bind((host, port))
        bound.listen()  # two that are bound in the same moment find out only here
    except (OSError, OverflowError) as error:
        bound.close()
        wrong_address = isinstance(error, socket.gaierror) or getattr(error, "errno", 0) == errno.EADDRNOTAVAIL
        other = next(usual for usual in _USUAL_PORTS if usual != port)
        todo = _OTHER_ADDRESS if wrong_address else _OTHER_PORT.fill(other=other)
        raise UserFacingError(_CANT_LISTEN.fill(port=port), todo, type(error).__name__) from error
    return bound
