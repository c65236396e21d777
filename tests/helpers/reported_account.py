"""An account at a gateway that reports, in an office that listens, and whoever calls its address."""

from __future__ import annotations

from contextlib import closing
from http.client import HTTPConnection
from typing import TYPE_CHECKING

from smsdesk.services.delivery_reports.url import new_token
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from tests.helpers.office import RunningOffice

TOKEN = new_token()
DELIVERED = "messageid={}&to=27830000000&from=Office&StatusID=200&statusMessage=Delivered%20to%20Mobile"


class ReportedAccount:
    """An account at a gateway that reports, in an office that listens."""

    def __init__(self, office: RunningOffice) -> None:
        self.office = office
        self.account = office.account()
        self.port = office.receiver.start("127.0.0.1", 0, TOKEN)

    @property
    def path(self) -> str:
        return f"/{TOKEN}/{self.account.id}"

    def sent(self, people: int = 1) -> list[str]:
        """Let the gateway accept an announcement; gives the message ids."""
        self.office.send(self.account, people)
        self.office.at_rest(self.account)
        return self.office.peek("SELECT message_id FROM delivery ORDER BY id")

    def call(self, target: str, method: str = "GET", body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)) as connection:
            connection.request(method, target, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()

    def report(self, message_id: str) -> int:
        return self.call(f"{self.path}?{DELIVERED.format(message_id)}")[0]

    def kept(self) -> list[str]:
        return self.office.peek("SELECT message_id FROM report ORDER BY id")
