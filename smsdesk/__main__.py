"""`python -m smsdesk`, and what the installed command runs."""

import gc
import sys


def run() -> int:
    """Start the program without garbage collection: a start makes many objects and next to no garbage."""
    gc.disable()
    import smsdesk.ui  # noqa: F401 - before anything else: it makes what is imported later cheaper
    from smsdesk.launch import main

    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
