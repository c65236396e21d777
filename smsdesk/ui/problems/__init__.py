"""Dialogs that say what went wrong and what can be done."""
