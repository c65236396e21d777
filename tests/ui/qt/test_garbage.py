"""Garbage is collected on the window's thread, and a long list is not looked at every few seconds."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt

from smsdesk.ui.qt.garbage import _CROWD, GarbageCollection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


class Cycle:
    """Garbage as soon as nobody else holds it, which only a collection finds."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collection(qapp: QApplication) -> Iterator[GarbageCollection]:
    gc.collect()
    frozen = gc.get_freeze_count()
    owner = QObject()
    yield GarbageCollection(owner)
    owner.deleteLater()
    if gc.get_freeze_count() > frozen:
        gc.unfreeze()


def _garbage() -> weakref.ref[Cycle]:
    return weakref.ref(Cycle())


def test_what_few_objects_left_is_collected(collection: GarbageCollection) -> None:
    left = _garbage()
    assert left() is not None
    collection.collect()
    assert left() is None


def test_a_list_of_thousands_is_not_looked_at_again_and_again(collection: GarbageCollection) -> None:
    people = [Cycle() for _ in range(_CROWD + 1)]
    before = gc.get_freeze_count()
    collection.collect()
    assert gc.get_freeze_count() - before > len(people)
    left = _garbage()
    collection.collect()
    assert left() is None
    assert len(gc.get_objects()) < len(people)


def test_garbage_among_thousands_is_collected_when_the_window_goes_to_the_background(
    collection: GarbageCollection, qapp: QApplication
) -> None:
    left = _garbage()
    people = [Cycle() for _ in range(_CROWD + 1)]
    collection.collect()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert left() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert left() is None
    assert len(people) > _CROWD
    before = gc.get_freeze_count()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationHidden)
    assert gc.get_freeze_count() == before
