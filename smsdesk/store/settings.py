"""Settings of the window, in `settings.json`: nothing here is needed to send, and nothing here is secret."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from smsdesk.store.sqlite.connection import user_facing

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Settings:
    """What the window remembers.

    Attributes:
        balance_minutes: minutes between two balance requests; 0 for only when asked.
        account_id: the account that was chosen last.
        geometry: the window's size and place, as Qt gives it, in base64.
        splitters: the splitters' places by object name, in base64.
        receiver_on: delivery reports are listened for.
        receiver_host: this computer's address to listen at; "0.0.0.0" for every one it has.
        receiver_port: the port to listen at.
        receiver_token: what nobody can guess in the address that the gateway calls; "" until it is first needed.
        receiver_public: where the gateway reaches this computer, as the office entered it.
        undo_seconds: how long Send can be taken back; 0 for not at all.
        repeat_hours: how far back the same text to the same number is noticed before sending; 0 for not at all.
    """

    balance_minutes: int = 5
    account_id: str = ""
    geometry: str = ""
    splitters: dict[str, str] = field(default_factory=dict)
    receiver_on: bool = False
    receiver_host: str = "0.0.0.0"  # noqa: S104 - off by default, and a gateway calls from outside
    receiver_port: int = 8642
    receiver_token: str = ""
    receiver_public: str = ""
    undo_seconds: int = 10
    repeat_hours: int = 24


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings, and where a file that could not be read was set aside."""

    settings: Settings
    set_aside: Path | None


def load_settings(path: Path) -> LoadedSettings:
    """Read the settings; a broken file is renamed, never overwritten, and the defaults are used."""
    try:
        return LoadedSettings(_read(path.read_text(encoding="utf-8")), None)
    except FileNotFoundError:
        return LoadedSettings(Settings(), None)
    except (ValueError, RecursionError, OSError):
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        aside = path.with_name(f"settings.broken-{stamp}.json")
        try:
            path.rename(aside)
        except OSError:
            aside = path  # it can't even be renamed: the notice names the file as it is
        return LoadedSettings(Settings(), aside)


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings whole or not at all.

    Raises:
        UserFacingError: the folder is full or may not be written.
    """
    new = path.with_suffix(".new")
    try:
        with new.open("w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, ensure_ascii=False, indent=2)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        raise user_facing(error) or error from error


def _read(text: str) -> Settings:
    stored: Any = json.loads(text)
    if not isinstance(stored, dict):
        raise ValueError("settings are not an object")
    known: dict[str, Any] = {}
    for each in fields(Settings):
        if each.name not in stored:
            continue
        value = stored[each.name]
        default = getattr(Settings(), each.name)
        if type(value) is not type(default):
            raise ValueError(f"{each.name} is not a {type(default).__name__}")
        known[each.name] = value
    if not all(isinstance(place, str) for place in known.get("splitters", {}).values()):
        raise ValueError("a splitter's place is not a str")
    return Settings(**known)
