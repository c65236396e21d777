from __future__ import annotations

import subprocess
import sys
import zoneinfo
from pathlib import Path

import phonenumbers
import pytest

from smsdesk.build_check import tables
from smsdesk.build_check.check import Missing
from tests.helpers.patience import PATIENCE_S

ROOT = Path(__file__).resolve().parents[2]


def test_every_zone_is_loaded_from_what_comes_along_and_the_systems_are_back_afterwards() -> None:
    before = zoneinfo.TZPATH
    assert tables.time_zones().endswith("of its own")
    assert before == zoneinfo.TZPATH


@pytest.mark.skipif(not zoneinfo.TZPATH, reason="only a system with zones of its own hides what is missing")
def test_zones_of_the_system_do_not_stand_in_for_lost_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tzdata", None)
    monkeypatch.delitem(sys.modules, "tzdata.zoneinfo", raising=False)
    with pytest.raises(Missing, match="only 0"):
        tables.time_zones()


def test_a_handful_of_zones_is_too_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zoneinfo, "available_timezones", lambda: {"Asia/Muscat", "UTC"})
    with pytest.raises(Missing, match="only 2"):
        tables.time_zones()


def test_a_number_of_every_region_is_read() -> None:
    assert tables.phone_regions() == f"{len(phonenumbers.SUPPORTED_REGIONS)} read"


@pytest.mark.parametrize("data", ["phonenumbers.data.region_OM", "phonenumbers.shortdata.region_OM"])
def test_a_region_that_the_build_lost_fails_it(data: str) -> None:
    # A process of its own: after such an error phonenumbers keeps a lock for good.
    code = f"import sys; sys.modules[{data!r}] = None; from smsdesk.build_check import tables; tables.phone_regions()"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False, timeout=PATIENCE_S
    )
    assert done.returncode == 1
    assert data in done.stderr.splitlines()[-1]


def test_a_handful_of_regions_is_too_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phonenumbers, "SUPPORTED_REGIONS", {"OM", "IT"})
    with pytest.raises(Missing, match="only 2"):
        tables.phone_regions()
