"""Texts that end in an ellipsis where they do not fit, and are the tooltip then."""
