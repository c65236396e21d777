"""A real Secret Service on a session bus of its own, far from the keyring of whoever runs the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import smsdesk
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Callable

    from jeepney.io.blocking import DBusConnection

SECRET_SERVICE = "org.freedesktop.secrets"
PROMPTER = "org.gnome.keyring.SystemPrompter"

# No service folders: nothing of the desktop (a real prompter least of all) is started by itself.
_BUS_CONFIG = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class Desktop:
    """A session bus, and on it the keyring daemon, for one temporary home."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.address = f"unix:path={home}/bus"
        self.env = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(Path(smsdesk.__file__).parents[1]),
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "DBUS_SESSION_BUS_ADDRESS": self.address,
        }
        self._daemons: list[subprocess.Popen[bytes]] = []
        self._connections: list[DBusConnection] = []

    def start_bus(self) -> None:
        """Start the session bus; returns once it listens."""
        (self.home / "run").mkdir(mode=0o700)
        config = self.home / "bus.conf"
        config.write_text(_BUS_CONFIG.format(socket=self.home / "bus"))
        bus = self._start("dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1")
        assert bus.stdout is not None
        assert bus.stdout.readline().startswith(b"unix:"), self.log()

    def start_keyring(self, *, unlocked: bool) -> None:
        """Start gnome-keyring; locked means that nobody has typed the keyring's password yet."""
        from jeepney import MatchRule, message_bus
        from jeepney.io.blocking import Proxy

        rule = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
        rule.add_arg_condition(0, SECRET_SERVICE)
        connection = self._connect()
        Proxy(message_bus, connection).AddMatch(rule)
        with connection.filter(rule) as changes:
            options = ["--foreground", "--components=secrets"]
            self._start("gnome-keyring-daemon", *options, *(["--unlock"] if unlocked else []), stdin=b"opens it")
            # The end of an earlier daemon may be told first; its new owner is empty.
            while not connection.recv_until_filtered(changes, timeout=PATIENCE_S).body[2]:
                pass

    def stop_keyring(self) -> None:
        """End the keyring daemon, as signing out does: what it keeps is locked afterwards."""
        self._end(self._daemons.pop())

    def own_silent_prompter(self) -> None:
        """Stand for the keyring's prompt on the screen while nobody answers it."""
        from jeepney import message_bus
        from jeepney.io.blocking import Proxy

        assert Proxy(message_bus, self._connect()).RequestName(PROMPTER) == (1,)

    def listen_to(self, interface: str) -> Callable[[], tuple[Any, ...]]:
        """From now on, hear the signals of this interface: each call gives the next one's values."""
        from jeepney import MatchRule, message_bus
        from jeepney.io.blocking import Proxy

        connection = self._connect()
        rule = MatchRule(type="signal", interface=interface)
        Proxy(message_bus, connection).AddMatch(rule)

        def heard() -> tuple[Any, ...]:
            while True:
                message = connection.receive(timeout=PATIENCE_S)
                if rule.matches(message):
                    body: tuple[Any, ...] = message.body
                    return body

        return heard

    def python(self, script: str) -> str:
        """Run a script in a Python of its own on this desktop; gives what it printed."""
        done = subprocess.run(
            [sys.executable, "-c", script],
            env=self.env, capture_output=True, text=True, timeout=PATIENCE_S, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def log(self) -> str:
        """What the daemons said."""
        return "".join(path.read_text() for path in self.home.glob("*.log"))

    def close(self) -> None:
        """End the daemons."""
        for connection in self._connections:
            connection.close()
        for daemon in reversed(self._daemons):
            self._end(daemon)

    def _connect(self) -> DBusConnection:
        from jeepney.io.blocking import open_dbus_connection

        self._connections.append(open_dbus_connection(bus=self.address))
        return self._connections[-1]

    def _start(self, program: str, *args: str, stdin: bytes = b"") -> subprocess.Popen[bytes]:
        if shutil.which(program) is None:
            pytest.fail(f"{program} is missing; on Debian: apt install dbus gnome-keyring")
        with (self.home / f"{program}.log").open("ab") as log:
            daemon = subprocess.Popen(
                [program, *args], env=self.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log
            )
        self._daemons.append(daemon)
        assert daemon.stdin is not None
        daemon.stdin.write(stdin)
        daemon.stdin.close()
        return daemon

    @staticmethod
    def _end(daemon: subprocess.Popen[bytes]) -> None:
        daemon.terminate()
        daemon.wait(timeout=PATIENCE_S)
        assert daemon.stdout is not None
        daemon.stdout.close()
