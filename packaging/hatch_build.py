"""Hatchling's hook: the wheel gets the compiled translations."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))

from translations import add_to


class CompileTranslations(BuildHookInterface[Any]):
    """Compiles them into a folder that is gone after the build."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's
        """Before the wheel is put together."""
        self._folder = tempfile.TemporaryDirectory(prefix="smsdesk-i18n-")
        add_to(build_data, Path(self._folder.name))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """The wheel is there."""
        self._folder.cleanup()
