"""`--output FILE`: what is printed stands in a file as well. A windowed program on Windows has no other place."""

from __future__ import annotations

import contextlib
import io
import sys
from typing import TYPE_CHECKING, Final, NoReturn, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OPTION: Final = "--output"

_USAGE: Final = 2
"""What a program that was called wrongly ends with."""


def taken_out(arguments: Sequence[str]) -> tuple[list[str], str | None]:
    """Give the arguments without the option, and the file that it names; None where it is not there.

    Raises:
        SystemExit: the option names no file.
    """
    rest: list[str] = []
    name: str | None = None
    given = iter(arguments)
    for argument in given:
        if argument == OPTION:
            name = next(given, "")
        elif argument.startswith(f"{OPTION}="):
            name = argument.partition("=")[2]
        else:
            rest.append(argument)
    if name == "":
        _refuse(f"{OPTION} needs the name of a file")
    return rest, name


@contextlib.contextmanager
def also_to(name: str) -> Iterator[None]:
    """Write what is printed, and what is complained of, into this file too, line by line as it comes.

    Raises:
        SystemExit: the file can't be written.
    """
    try:
        file = open(name, "w", buffering=1, encoding="utf-8", errors="backslashreplace")  # noqa: PTH123, SIM115 - as typed
    except OSError as error:
        _refuse(f"{name} can't be written: {error.strerror}")
    # Not `sys.__stdout__`: whoever runs this may have put something else there.
    printed, complained = _Both(sys.stdout, file), _Both(sys.stderr, file)
    with file, contextlib.redirect_stdout(printed), contextlib.redirect_stderr(complained):
        try:
            yield
        except SystemExit as left:
            if isinstance(left.code, str):  # Python prints it once this is over
                file.write(f"{left.code}\n")
            raise


def _refuse(why: str) -> NoReturn:
    print(f"smsdesk: {why}", file=sys.stderr)
    raise SystemExit(_USAGE) from None


class _Both(io.TextIOBase):
    """Writes to a screen, where there is one, and to a file."""

    def __init__(self, screen: TextIO | None, file: TextIO) -> None:
        self._screen = screen
        self._file = file
        if isinstance(screen, io.TextIOWrapper):
            screen.reconfigure(errors="backslashreplace")  # a console of one code page can't write every sign

    def write(self, text: str) -> int:
        """Write to both; a screen that is gone keeps nothing from the file."""
        if self._screen is not None:
            with contextlib.suppress(OSError, ValueError):
                self._screen.write(text)
        return self._file.write(text)

    def flush(self) -> None:
        """Flush both."""
        if self._screen is not None:
            with contextlib.suppress(OSError, ValueError):
                self._screen.flush()
        if not self._file.closed:
            self._file.flush()

    def fileno(self) -> int:
        """The file's: what a crash dumps, it dumps there."""
        return self._file.fileno()
