"""One HTTP exchange with a gateway: bounded in time and size, never repeated, told apart by what left this machine.

Built on the adapter of `requests` rather than on its `Session`. A session would fill in passwords from `.netrc`,
keep cookies, and read a redirect's body without a limit even where redirects are off; the adapter gives what is
wanted here, which is one kept-alive connection, proxies and TLS.
"""

from __future__ import annotations

import http.client
import logging
import socket
import ssl
import time
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import requests
import requests.adapters
import truststore
import urllib3.connection
import urllib3.exceptions

from smsdesk import __version__
from smsdesk.privacy.secret import scrub
from smsdesk.providers.base import LOGIN_REFUSED, LOGIN_STATUSES, HttpReply
from smsdesk.providers.transport.answer_text import decoded, is_page
from smsdesk.providers.transport.clock_header import clock_ahead_of
from smsdesk.providers.transport.connection_watch import Wire, watched
from smsdesk.providers.transport.failures import NoClearAnswer, NotSent
from smsdesk.providers.transport.interim_answers import with_final_answers
from smsdesk.providers.transport.proxies import SOCKS, chosen, proxies_for
from smsdesk.workers.clock import elapsed_s

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import timedelta

    from smsdesk.privacy.secret import Secret
    from smsdesk.providers.base import HttpRequest

__all__ = ["HttpSession", "NoClearAnswer", "NotSent"]

_HEADERS: Final = {
    "User-Agent": f"smsdesk/{__version__}",
    "Accept": "*/*",
    "Accept-Encoding": "identity",
}

_BIT: Final = 16 * 1024

_OK: Final = 200
_PROXY_LOGIN: Final = 407

_FAILURES: Final = (OSError, ValueError, http.client.HTTPException, urllib3.exceptions.HTTPError)
_PROXY: Final = (
    requests.exceptions.ProxyError,
    requests.exceptions.InvalidProxyURL,
    requests.exceptions.InvalidSchema,
    urllib3.exceptions.ProxyError,
)
_TLS: Final = (ssl.SSLError, urllib3.exceptions.SSLError)
_NAME: Final = (socket.gaierror, UnicodeError)
_TIMEOUT: Final = (TimeoutError, urllib3.exceptions.TimeoutError)
_LET_GO: Final = (http.client.RemoteDisconnected, ConnectionError, ssl.SSLEOFError, ssl.SSLZeroReturnError)
_BROKEN_OFF: Final = (http.client.RemoteDisconnected, http.client.IncompleteRead)
_GARBLED: Final = (http.client.HTTPException, urllib3.exceptions.DecodeError, ValueError)


# It logs whole addresses, in which some gateways want the password.
logging.getLogger("urllib3").setLevel(logging.CRITICAL)


class HttpSession:
    """Speaks HTTP for one lane, on one connection; used by one thread.

    Proxies are the system's, except for this machine's own addresses. Certificates are always verified, against
    the system's store. No cookies, no `.netrc`, no redirects, no retries.

    Args:
        connect_timeout_s: seconds for the connection, and again for the TLS handshake.
        total_s: seconds for the whole exchange, from name look-up to the last byte of the answer. A name look-up
            can't be cut short; when it overstays, nothing is sent.
        max_reply: bytes of answer, decoded, that are read at most.
        idle_s: seconds after which a kept-alive connection isn't used again. The gateway may close it just as we
            write, and that would leave it unknown whether the message was taken. One that does so sooner, and
            unannounced, is found out once: from then on every exchange has a connection of its own.

    Attributes:
        on_clock: told after an answer, on the lane's thread, by how much this computer's clock is ahead.
    """

    def __init__(
        self,
        connect_timeout_s: float = 10,
        total_s: float = 30,
        max_reply: int = 1024 * 1024,
        idle_s: float = 4,
    ) -> None:
        self.on_clock: Callable[[timedelta], None] | None = None
        self._timeouts_s = (min(connect_timeout_s, total_s), total_s)
        self._total_s = total_s
        self._max_reply = max_reply
        self._idle_s = idle_s
        self._used_at = (elapsed_s(), time.time())
        self._keeps_alive = True
        self._answered = False
        self._wire = Wire()
        self._adapter = _WatchedAdapter(self._wire)

    def exchange(self, request: HttpRequest, secrets: Sequence[Secret]) -> HttpReply:
        """Send the request once and give the answer's text.

        Args:
            request: what to send.
            secrets: what must not show up in the words of a failure.

        Raises:
            NotSent: nothing left this machine.
            NoClearAnswer: it was written, at least in part, and there is no status 200 (or what the request reads
                beside it) with a text of sane size.
        """
        outcome = self._attempt(request)
        if isinstance(outcome, HttpReply):
            return outcome
        outcome.words = scrub(outcome.words, *secrets)
        # Raised here, outside of any `except`, so that no chained exception brings the address along.
        raise outcome

    def close(self) -> None:
        """Close the connection and end the thread that watches it."""
        self._adapter.close()
        self._wire.close()

    def _attempt(self, request: HttpRequest) -> HttpReply | NotSent | NoClearAnswer:
        if not self._keeps_alive or self._idle_for_s() >= self._idle_s:
            self._adapter.close()
        host = urlsplit(request.url).hostname or ""
        outcome: HttpReply | NotSent | NoClearAnswer
        self._wire.begin(self._total_s)
        self._answered = let_go = False
        try:
            outcome = self._ask(request, host)
        except _FAILURES as error:
            outcome = self._failure(error, host)
            let_go = self._let_go(error)
        except Exception as error:
            if not self._wire.written:
                raise
            outcome = self._failure(error, host)
        finally:
            cut = self._wire.end()
            self._used_at = (elapsed_s(), time.time())
        self._keeps_alive = self._keeps_alive and (cut or not let_go)
        if cut:
            self._adapter.close()
            if self._wire.written:  # even where there is an answer: its end may be where we cut it
                return NoClearAnswer("timeout", f"No answer from {host} within {self._total_s:g} s")
        return outcome

    def _idle_for_s(self) -> float:
        """How long nothing was exchanged, by whichever clock says longer: a machine may sleep, or be paused whole."""
        elapsed, wall = self._used_at
        return max(elapsed_s() - elapsed, abs(time.time() - wall))

    def _ask(self, request: HttpRequest, host: str) -> HttpReply | NotSent | NoClearAnswer:
        proxies = proxies_for(request.url, host)
        proxy = chosen(request.url, proxies)
        if proxy.lower().startswith(SOCKS):
            return NotSent("socks", f"A SOCKS proxy on the way to {host}")
        response = self._adapter.send(_prepared(request), stream=True, timeout=self._timeouts_s, proxies=proxies)
        self._answered = True
        try:
            status = response.status_code
            if status == _PROXY_LOGIN and proxy and request.url.lower().startswith("http:"):
                return NotSent("proxy", f"HTTP status {status} from the proxy on the way to {host}")
            if status != _OK and not request.own_statuses:
                return _no_answer(status, host)
            body = bytearray()
            for bit in response.raw.stream(_BIT, decode_content=True):
                body += bit
                if len(body) > self._max_reply:
                    return NoClearAnswer("too-big", f"More than {self._max_reply} bytes from {host}")
            response.raw.release_conn()
        finally:
            response.raw.close()
        kind = response.headers.get("Content-Type", "")
        text = decoded(bytes(body), kind)
        page = is_page(text, kind, xml_answers=request.own_statuses)
        if not (200 <= status < 300 or (400 <= status < 500 and not page)):
            return _no_answer(status, host, text)
        if page:
            told = f"A web page instead of an answer from {host}"
            return NoClearAnswer("moved", told, wrong_place=True, answer=text)
        if self.on_clock is not None and (ahead := clock_ahead_of(response.headers)) is not None:
            self.on_clock(ahead)
        return HttpReply(text, status)

    def _let_go(self, error: Exception) -> bool:
        """Whether the gateway let go of a connection that it had kept, before a byte of answer to this request.

        What was on its way then may have been taken: that shall happen once, and not at every second message.
        """
        used = self._wire.reused and self._wire.written and not self._answered
        return used and _any(list(_causes(error)), _LET_GO)

    def _failure(self, error: Exception, host: str) -> NotSent | NoClearAnswer:
        causes = list(_causes(error))
        root = next((cause for cause in causes if isinstance(cause, OSError) and cause.strerror), causes[-1])
        why = getattr(root, "verify_message", "") or getattr(root, "strerror", "") or type(root).__name__
        words = f"{type(error).__name__} at {host}: {why}"
        if self._wire.written:
            return NoClearAnswer(_unclear_code(causes), words)
        return NotSent(_not_sent_code(causes, self._wire.asked_proxy), words)


def _prepared(request: HttpRequest) -> requests.PreparedRequest:
    prepared = requests.PreparedRequest()
    prepared.method, prepared.url, prepared.body = request.method, request.url, request.body or None
    if not request.url.isascii():  # a host name in Arabic letters, say
        prepared.prepare_url(request.url, None)
    # Otherwise the address is ready for the wire, and taking it apart again takes longer than all the rest.
    prepared.prepare_headers({**_HEADERS, **request.headers})
    if request.body:
        prepared.prepare_content_length(request.body)
    return prepared


def _no_answer(status: int, host: str, text: str = "") -> NoClearAnswer:
    code = "moved" if 300 <= status < 400 else LOGIN_REFUSED if status in LOGIN_STATUSES else "http"
    wrong_place = 300 <= status < 500
    return NoClearAnswer(code, f"HTTP status {status} from {host}", wrong_place=wrong_place, answer=text)


class _WatchedAdapter(requests.adapters.HTTPAdapter):
    """One kept-alive connection whose every byte reports to `wire`; certificates by the system's store."""

    def __init__(self, wire: Wire) -> None:
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0, pool_block=False)
        self._connections = {
            "http": with_final_answers(watched(urllib3.connection.HTTPConnection, wire)),
            "https": with_final_answers(watched(urllib3.connection.HTTPSConnection, wire)),
        }
        self._tls: ssl.SSLContext | None = None

    def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> Any:
        """Give the pool of this host, or of its proxy, which shall open watched connections."""
        pool: Any = super().get_connection_with_tls_context(*args, **kwargs)
        pool.ConnectionCls = self._connections[pool.scheme]
        return pool

    def build_connection_pool_key_attributes(
        self, request: requests.PreparedRequest, verify: Any, cert: Any = None
    ) -> Any:
        """Give host and TLS settings: the system's certificates."""
        host, tls = super().build_connection_pool_key_attributes(request, verify, cert)
        if host["scheme"] == "https":
            self._tls = self._tls or truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            tls["ssl_context"] = self._tls
        return host, tls

    def cert_verify(self, conn: Any, *_: object) -> None:
        """Require a valid certificate. Not the inherited way: that would trust a bundle beside the system's."""
        conn.cert_reqs = "CERT_REQUIRED"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Give the exception and what it wraps, the outermost first; urllib3 wraps in several ways."""
    waiting: list[object] = [error]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, BaseException) and id(one) not in seen:
            seen.add(id(one))
            yield one
            waiting += [getattr(one, "reason", None), *one.args, one.__cause__, one.__context__]


def _not_sent_code(causes: list[BaseException], asked_proxy: bool) -> str:
    """Say in one word why nothing could be sent."""
    if _any(causes, _PROXY):
        return "proxy"
    if _any(causes, _TLS):
        return "tls"
    if asked_proxy:
        return "proxy"
    return "dns" if _any(causes, _NAME) else "connect"


def _unclear_code(causes: list[BaseException]) -> str:
    """Say in one word why there is no answer."""
    if _any(causes, _TIMEOUT):
        return "timeout"
    if _any(causes, _BROKEN_OFF):
        return "reset"
    return "unreadable" if _any(causes, _GARBLED) else "reset"


def _any(causes: list[BaseException], types: tuple[type[BaseException], ...]) -> bool:
    return any(isinstance(cause, types) for cause in causes)
