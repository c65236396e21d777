"""A gateway that the office describes itself, without code."""
