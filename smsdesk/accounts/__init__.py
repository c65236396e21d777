"""Gateway accounts and their passwords."""
