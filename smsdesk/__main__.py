"""`python -m smsdesk`, and what the installed command runs."""

import gc
import sys


def run() -> int:
    """Start the program without garbage collection: a start makes many objects and next to no garbage."""
    gc.disable()
    # PySide6 makes every later import slower, and keeps the source of what is imported: what can goes before it.
    import smsdesk.services.sender
    import smsdesk.store.history  # noqa: F401
    from smsdesk.app import main

    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
