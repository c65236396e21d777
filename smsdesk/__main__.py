"""`python -m smsdesk`, and what the installed command runs."""

import gc
import sys


def run() -> int:
    """Run with the process's arguments; gives the exit code."""
    arguments = sys.argv[1:]
    if not any(argument.startswith("--output") for argument in arguments):
        return _run(arguments)
    from smsdesk.support.output_file import also_to, taken_out

    arguments, name = taken_out(arguments)
    if name is None:
        return _run(arguments)
    with also_to(name):
        return _run(arguments)


def _run(arguments: list[str]) -> int:
    if "--check-list" in arguments:  # no window, hence nothing of Qt
        from smsdesk.check_list import main as check_list

        return check_list(arguments)
    if "--build-check" in arguments:  # what is missing from the build may be what the window needs
        from smsdesk.build_check.run import main as build_check

        return build_check(arguments)
    gc.disable()  # a start makes many objects and next to no garbage
    import smsdesk.ui  # noqa: F401 - before anything else: it makes what is imported later cheaper
    from smsdesk.launch import main

    return main(arguments)


if __name__ == "__main__":
    sys.exit(run())
