"""Are the tables there that come as data, or as modules that nobody imports by hand: time zones, phone regions."""

from __future__ import annotations

import zoneinfo
from contextlib import contextmanager
from typing import TYPE_CHECKING

from smsdesk.build_check.check import Missing, expect

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEWEST_ZONES = 400
_FEWEST_REGIONS = 200


def time_zones() -> str:
    """Load every zone from what the build brings along: Windows has no zone files, nor has a bare Linux."""
    with _without_system_zones():
        names = sorted(zoneinfo.available_timezones())
        for name in ("Asia/Muscat", *names):
            zoneinfo.ZoneInfo(name)
    expect(len(names) >= _FEWEST_ZONES, f"there are only {len(names)}")
    return f"{len(names)} of its own"


def phone_regions() -> str:
    """Read a number of each region, of which each has a module of its own."""
    import phonenumbers

    from smsdesk.domain.phone_numbers import display, read_number, regions

    names = regions()
    expect(len(names) >= _FEWEST_REGIONS, f"there are only {len(names)}")
    for region in names:
        example = phonenumbers.example_number(region)
        if example is None:
            raise Missing(f"nothing is known of {region}")
        number = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
        expect(number.startswith("+") and display(number) != number, f"a number of {region} can't be shown: {number}")
        # Also the short numbers of each region, which are held against what was typed.
        phonenumbers.is_possible_short_number_for_region(example, region)
        read_number(number, region)
    return f"{len(names)} read"


@contextmanager
def _without_system_zones() -> Iterator[None]:
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(to=())
    zoneinfo.ZoneInfo.clear_cache()
    try:
        yield
    finally:
        zoneinfo.reset_tzpath(to=before)
        zoneinfo.ZoneInfo.clear_cache()
