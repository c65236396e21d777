"""Readings of the balance, and what announcements really cost."""
