"""`python -m smsdesk`, and what the installed command runs."""

import gc
import sys


def run() -> int:
    """Start the program without garbage collection: a start makes many objects and next to no garbage."""
    if "--check-list" in sys.argv[1:]:  # no window, hence nothing of Qt
        from smsdesk.check_list import main as check_list

        return check_list(sys.argv[1:])
    if "--build-check" in sys.argv[1:]:  # what is missing from the build may be what the window needs
        from smsdesk.build_check.run import main as build_check

        return build_check(sys.argv[1:])
    gc.disable()
    import smsdesk.ui  # noqa: F401 - before anything else: it makes what is imported later cheaper
    from smsdesk.launch import main

    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
