"""`python -m smsdesk`, and what the installed command runs."""

import gc
import importlib
import sys

_LOWER_FLOORS = (
    "sqlalchemy.dialects.sqlite",
    "smsdesk.services.account_book",
    "smsdesk.services.poller",
    "smsdesk.services.receiver",
    "smsdesk.services.review",
    "smsdesk.services.sender",
    "smsdesk.services.tracker",
    "smsdesk.store.balances",
    "smsdesk.store.draft",
    "smsdesk.store.history",
    "smsdesk.store.reports",
    "smsdesk.store.settings",
    "smsdesk.domain.recipients",
)


def run() -> int:
    """Start the program without garbage collection: a start makes many objects and next to no garbage."""
    gc.disable()
    # PySide6 reads the source of every module that is imported after it, so the lower floors come first.
    for floor in _LOWER_FLOORS:
        importlib.import_module(floor)
    from smsdesk.app import main

    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
