"""Looking for secrets in whatever a program left behind, however they were written there.

It reads as an attacker would: undoes every encoding it knows, again and again, and looks for the secret in what comes
out. So it shares nothing with the program's own scrubbing, which knows how each character may be written.
"""

from __future__ import annotations

import base64
import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

SHORTEST_PIECE = 8
"""Characters; half a password that is shorter tells too little, and is found everywhere."""

_CHARSETS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1", "cp1252", "cp1256")
_MISREAD_AS = ("latin-1", "cp1252", "cp1256")
_DEEPEST = 3

_LINE = re.compile(rb"[^\x00-\x1f]{4,}")
_RUN = re.compile(rb"[A-Za-z0-9+/_-]{9,}")  # half a secret makes a longer one, in base64 and in hexadecimal
_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")
_PERCENT_U = re.compile(rb"%u([0-9A-Fa-f]{4})")
_BACKSLASH = re.compile(rb"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([\"'/\\]))")


class Search:
    """Knows secrets and finds them.

    Args:
        secrets: each under a name, by which it is told of.
        halves: half of one counts as well: a limit of a line may have cut it.
    """

    def __init__(self, secrets: Mapping[str, str], *, halves: bool = True) -> None:
        self._wide: dict[bytes, str] = {}
        self._plain: dict[bytes, str] = {}
        self._packed: dict[bytes, str] = {}
        self._hex: dict[bytes, str] = {}
        for name, secret in secrets.items():
            for piece in pieces(secret)[-2:] if halves else [secret]:  # who has the whole has both halves
                for raw in _raw(piece):
                    (self._wide if b"\0" in raw else self._plain)[raw] = name
                    self._hex[raw.hex().encode()] = name
                    self._packed.update(dict.fromkeys(_base64_cores(raw), name))

    def in_bytes(self, data: bytes) -> set[str]:
        """The names of the secrets that are in there."""
        found = {name for raw, name in self._wide.items() if raw in data}
        # Line by line and each once: the pages of a database, and the lines of a log, come again and again.
        for view in _views(b"\n".join(dict.fromkeys(_LINE.findall(data)))):
            found |= {name for raw, name in self._plain.items() if raw in view}
            runs = b"\n".join(_RUN.findall(view))
            small, standard = runs.lower(), runs.replace(b"-", b"+").replace(b"_", b"/")
            found |= {name for raw, name in self._hex.items() if raw in small}
            found |= {name for core, name in self._packed.items() if core in standard}
        return found

    def in_folder(self, folder: Path) -> list[str]:
        """What is found in the files of a folder, and in their names, each as "file: name of the secret"."""
        found = []
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            data = path.read_bytes() if path.is_file() else b""
            found += [f"{name}: {secret}" for secret in sorted(self.in_bytes(name.encode() + b"\n" + data))]
        return found


def pieces(secret: str) -> list[str]:
    """A secret, and its halves where they are long enough to tell something."""
    middle = len(secret) // 2
    return [secret, *(half for half in (secret[:middle], secret[middle:]) if len(half) >= SHORTEST_PIECE)]


def _raw(piece: str) -> set[bytes]:
    """Its bytes in every charset that has its letters; and once misread, as when UTF-8 is taken for another one."""
    found = set()
    for charset in _CHARSETS:
        try:
            found.add(piece.encode(charset))
        except UnicodeEncodeError:
            continue
    for wrong in _MISREAD_AS:
        try:
            found.add(piece.encode().decode(wrong).encode())
        except UnicodeDecodeError:
            continue
    return found


def _base64_cores(raw: bytes) -> Iterator[bytes]:
    """What is the same in every base64 text that holds these bytes, wherever in a group of three they begin."""
    for before in range(3):
        whole = base64.b64encode(bytes(before) + raw + bytes(2))
        yield whole[-(-before * 8 // 6) : (before + len(raw)) * 8 // 6]


def _views(data: bytes) -> set[bytes]:
    """The data, and what it reads as with its encodings undone, one after the other in every order."""
    seen = {data}
    newest = seen
    for _ in range(_DEEPEST):
        newest = {undo(view) for view in newest for undo in _UNDOINGS} - seen
        seen = seen | newest
    return seen


def _without_percent(data: bytes) -> bytes:
    data = _PERCENT_U.sub(lambda found: _utf8(found[1]), data)
    return _PERCENT.sub(lambda found: bytes([int(found[1], 16)]), data)


def _without_plus(data: bytes) -> bytes:
    return data.replace(b"+", b" ")


def _without_backslashes(data: bytes) -> bytes:
    def undone(found: re.Match[bytes]) -> bytes:
        if found[1]:
            return _utf8(found[1])
        return bytes([int(found[2], 16)]) if found[2] else found[3]

    return _BACKSLASH.sub(undone, data)


def _without_entities(data: bytes) -> bytes:
    if b"&" not in data:
        return data
    return html.unescape(data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")


def _utf8(digits: bytes) -> bytes:
    return chr(int(digits, 16)).encode("utf-8", "surrogatepass")


_UNDOINGS: tuple[Callable[[bytes], bytes], ...] = (
    _without_percent,
    _without_plus,
    _without_backslashes,
    _without_entities,
)
