"""Windows, panes, dialogs and Qt models. They translate and show; they decide nothing."""

import builtins
import os

# Whoever set this (Anaconda does, for its own programs) meant another Qt: qasync would take that one, or end.
os.environ["QT_API"] = "pyside6"

from PySide6 import QtCore  # noqa: F401 - it replaces `__import__`

# PySide6 reads, and keeps, the source of every module that is imported after it, to look for its own name there. Only
# `from __feature__ import ...` needs that, and the program would start slower and be 20 MB larger for it.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
