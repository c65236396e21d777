"""Settings of the window, in `settings.json`: nothing here is needed to send, and nothing here is secret."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from smsdesk.domain.frozen import frozen
from smsdesk.files.replacing import put_in_place, rename
from smsdesk.store.sqlite.connection import user_facing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass
class Settings:
    """What the window remembers.

    Attributes:
        balance_minutes: minutes between two balance requests; 0 for only when asked.
        account_id: the account that was chosen last.
        geometry: the window's size and place, as Qt gives it, in base64.
        splitters: the splitters' places by object name, in base64.
        columns: how the tables' columns stand, by the table's object name; see `ui.widgets.listing.column_layout`.
        receiver_on: delivery reports are listened for.
        receiver_host: this computer's address to listen at; "0.0.0.0" for every one it has.
        receiver_port: the port to listen at.
        receiver_token: what nobody can guess in the address that the gateway calls; "" until it is first needed.
        receiver_public: where the gateway reaches this computer, as the office entered it.
        undo_seconds: how long Send can be taken back; 0 for not at all.
        repeat_hours: how far back the same text to the same number is noticed before sending; 0 for not at all.
        own_number: the user's own phone, as it was typed for the last test message.
        low_told: when it was told that a balance runs low, by account id; gone once it is above its mark again.
        language: the window's language as the user chose it: "en", "ar"; "" for the system's.
        arabic_digits: numbers stand in Arabic-Indic digits where the window is Arabic.
        hijri: the day in the Islamic calendar stands beside dates.
        import_folder: where the last file of people was chosen.
        import_choices: what was chosen for tables of people, oldest first; see `importing.remembered`.
        updates: whether it is asked for a newer version, and what was found; see `ui.controllers.updates`.
    """

    balance_minutes: int = 5
    account_id: str = ""
    geometry: str = ""
    splitters: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    receiver_on: bool = False
    receiver_host: str = "0.0.0.0"  # noqa: S104 - off by default, and a gateway calls from outside
    receiver_port: int = 8642
    receiver_token: str = ""
    receiver_public: str = ""
    undo_seconds: int = 10
    repeat_hours: int = 24
    language: str = ""
    arabic_digits: bool = False
    hijri: bool = False
    import_folder: str = ""
    import_choices: dict[str, str] = field(default_factory=dict)
    own_number: str = ""
    low_told: dict[str, str] = field(default_factory=dict)
    updates: dict[str, str] = field(default_factory=dict)


_BOUNDS: Final = {
    "balance_minutes": range(1441),
    "receiver_port": range(1, 65536),
    "undo_seconds": range(61),
    "repeat_hours": range(24 * 366),
}
"""What a number may be: one that was written into the file by hand must not make every Send fail."""

_MOST_BYTES: Final = 1_000_000


@frozen
class LoadedSettings:
    """Settings, and where a copy was kept of a file of which something could not be read.

    Attributes:
        settings: what could be read, and the defaults for the rest.
        set_aside: the copy; None where everything was read.
        refused: the names of what was there and could not be used; empty where nothing of the file could be read.
    """

    settings: Settings
    set_aside: Path | None
    refused: tuple[str, ...] = ()


def load_settings(path: Path) -> LoadedSettings:
    """Read the settings. One blemish costs what it stands in, and the file as it was is kept under another name."""
    try:
        settings, refused = _read(_text(path))
    except FileNotFoundError:
        return LoadedSettings(Settings(), None)
    except (ValueError, RecursionError, OSError):
        return LoadedSettings(Settings(), _keep(path, partial(rename, path)))
    kept = _keep(path, lambda aside: aside.write_bytes(path.read_bytes())) if refused else None
    return LoadedSettings(settings, kept, refused)


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings whole or not at all.

    Raises:
        UserFacingError: the folder is full or may not be written.
    """
    new = path.with_suffix(".new")
    try:
        new.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=2), encoding="utf-8")
        put_in_place(new, path)
    except OSError as error:
        raise user_facing(error) or error from error


def _text(path: Path) -> str:
    with path.open("rb") as file:
        raw = file.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        raise ValueError("more than any settings are")
    return raw.decode("utf-8").lstrip("\ufeff")  # an editor may have put one there


def _keep(path: Path, move: Callable[[Path], object]) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    aside = path.with_name(f"settings.broken-{stamp}.json")
    try:
        move(aside)
    except OSError:
        return path  # it can't even be renamed: the notice names the file as it is
    return aside


def _read(text: str) -> tuple[Settings, tuple[str, ...]]:
    """What the file says, and the names of what it says wrongly."""
    stored: Any = json.loads(text)
    if not isinstance(stored, dict):
        raise ValueError("settings are not an object")
    known: dict[str, Any] = {}
    refused: list[str] = []
    for each in fields(Settings):
        if each.name not in stored:
            continue
        if _may_be(each.name, stored[each.name]):
            known[each.name] = stored[each.name]
        else:
            refused.append(each.name)
    return Settings(**known), tuple(refused)


def _may_be(name: str, value: object) -> bool:
    if type(value) is not type(getattr(Settings(), name)):
        return False
    if isinstance(value, dict):
        return all(isinstance(place, str) for place in value.values())
    return name not in _BOUNDS or value in _BOUNDS[name]
