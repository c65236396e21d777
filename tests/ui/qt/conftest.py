"""Test bodies here may be coroutines: they run on Qt's own event loop, as the program's do."""

from __future__ import annotations

from tests.journeys.conftest import house, pytest_pyfunc_call  # noqa: F401
