"""Drafts that something else took the place of: what is kept of them, and the way back."""
