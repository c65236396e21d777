"""Fixtures of everything that shows widgets: where they are collected, and how the application looks meanwhile."""

from __future__ import annotations

import gc
from itertools import count
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QPalette

from smsdesk.ui.text.languages import Languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


_ALL_EVERY: Final = 25
"""Tests after which everything is looked at, for what became garbage only later."""

_collections = count(1)


@pytest.fixture(autouse=True)
def garbage_is_collected_here() -> Iterator[None]:
    """As the program does: on a worker's thread a Qt object would leave its timers behind, and crash a later test."""
    gc.disable()
    yield
    if next(_collections) % _ALL_EVERY == 0:
        gc.unfreeze()
    gc.collect()
    gc.freeze()  # what is left stays, for the most part: the collection after the next test looks at that test alone


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[QPalette]:
    before = QPalette(qapp.palette())
    palette = QPalette(QColor("#2b2f36"), QColor("#1f2227"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#262a2f"))
    qapp.setPalette(palette)
    yield palette
    qapp.setPalette(before)


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(before)


@pytest.fixture
def arabic(qapp: QApplication) -> Iterator[None]:
    """The window's language is Arabic, on a system set to Oman."""
    languages = Languages(qapp, QLocale("ar_OM"))
    languages.use("ar")
    yield
    languages.choose("en")
