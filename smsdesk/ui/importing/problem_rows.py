"""The rows of a file that need attention, saved to be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.phone_numbers import Verdict
from smsdesk.exporting.problem_rows import ProblemRow
from smsdesk.ui.recipients.problem_rows import write_problems
from smsdesk.ui.text.directions import without_directions
from smsdesk.ui.text.translate import translated

if TYPE_CHECKING:
    from pathlib import Path

    from smsdesk.importing.preview import Preview


def save_problems(path: Path, preview: Preview) -> None:
    """Write them.

    Raises:
        UserFacingError: the file can't be written.
    """
    entries = (preview.people.entries[place] for place in preview.places[Verdict.ATTENTION])
    rows = [
        ProblemRow(
            one.name, one.typed, without_directions(translated(one.sentence)) if one.sentence else "", one.extras
        )
        for one in entries
    ]
    write_problems(path, rows)
