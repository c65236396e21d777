"""An account's queue: its state and moves, its loop, and what it does after an answer."""
