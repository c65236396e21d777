"""Hatchling's hook: the wheel gets all of `resources`, of the translations the compiled ones."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))

from translations import FOLDER, add_to


class Resources(BuildHookInterface[Any]):
    """Compiles the translations into a folder that is gone after the build."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's
        """Before the wheel is put together."""
        self._folder = tempfile.TemporaryDirectory(prefix="smsdesk-i18n-")
        add_to(build_data, Path(self._folder.name))
        # Whatever lies there, by no list: one that forgets something loses it. A release writes a file there, too.
        others = (path for path in sorted(FOLDER.parent.iterdir()) if path != FOLDER)
        build_data["force_include"].update({str(path): f"smsdesk/resources/{path.name}" for path in others})

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """The wheel is there."""
        self._folder.cleanup()
