"""What every test may rely on."""

from __future__ import annotations

from hypothesis import settings

# A busy machine is slow, not wrong: timings belong into benchmarks.
settings.register_profile("smsdesk", deadline=None, print_blob=True)
settings.load_profile("smsdesk")
