"""The sandbox in a process of its own, for benchmarks and crash tests: `python -m smsdesk.sandbox`.

Prints one line of JSON, `{"address": ..., "logins": [{"gateway", "user", "password", "credits"}, ...]}`, and serves
until its standard input ends or it is told to stop (SIGTERM, Ctrl+C).
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
from decimal import Decimal
from typing import NoReturn

from smsdesk.sandbox.demo import add_demo_logins
from smsdesk.sandbox.server import Sandbox


def main() -> None:
    """Serve as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m smsdesk.sandbox", description=__doc__.partition("\n")[0])
    parser.add_argument("--port", type=int, default=0, help="the port on 127.0.0.1 (a free one)")
    parser.add_argument("--credits", type=Decimal, help="what each login has (as in the demo)")
    parser.add_argument("--pace-ms", type=float, default=0.0, help="how long each answer is held back (0)")
    options = parser.parse_args()

    for stop in (signal.SIGTERM, signal.SIGINT):
        signal.signal(stop, _leave)
    with Sandbox(options.pace_ms / 1000, options.port) as sandbox:
        logins = []
        for login in add_demo_logins(sandbox.ledger):
            if options.credits is not None:
                sandbox.ledger.set_credits(login.gateway, login.user, options.credits)
            left = sandbox.ledger.credits(login.gateway, login.user)
            logins.append(
                {
                    "gateway": login.gateway,
                    "user": login.user,
                    "password": login.password,
                    "credits": str(left),
                }
            )
        sys.stdout.write(json.dumps({"address": sandbox.address, "logins": logins}) + "\n")
        sys.stdout.flush()
        sys.stdin.buffer.read()


def _leave(*_: object) -> NoReturn:
    sys.exit(0)


if __name__ == "__main__":
    main()
