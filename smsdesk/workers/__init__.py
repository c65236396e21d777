"""Threads and timers that no end of the program waits for."""
