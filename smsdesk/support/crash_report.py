"""What is written down about a bug: enough to find it, and nothing about the office or the people it writes to."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from smsdesk import __version__
from smsdesk.privacy.anonymise import clean_traceback

if TYPE_CHECKING:
    from smsdesk.privacy.secret import Redactor


def crash_report(error: BaseException, redactor: Redactor, qt_version: str) -> str:
    """Describe a bug: versions, and where it happened, with the errors that led to it.

    No local variables. Passwords are struck out; phone numbers, the home folder, and whatever may be a message or a
    name in what an exception says are replaced by a word for it.

    Args:
        error: what was raised.
        redactor: knows the passwords in use.
        qt_version: of the Qt library in use, as it names itself.
    """
    versions = (
        f"smsdesk {__version__}",
        f"Python {platform.python_version()}, Qt {qt_version}",
        f"{platform.system()} {platform.release()} ({platform.machine()})",
    )
    return "\n".join([*versions, "", clean_traceback(error, redactor.scrub)])
