"""An office whose disk makes trouble: the same parts, and the same comparison as after a kill."""

from __future__ import annotations

from tests.services.conftest import held_gateways, office, profile, sandbox

__all__ = ["held_gateways", "office", "profile", "sandbox"]
