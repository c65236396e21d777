"""Object names: what automation and tests know a widget by."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

Named = TypeVar("Named", bound="QObject")


def named(name: str, thing: Named) -> Named:
    """Give a widget its object name, and give it back."""
    thing.setObjectName(name)
    return thing
