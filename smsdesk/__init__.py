"""Send one-off SMS announcements in Arabic and English through your office's own gateway."""

__version__ = "0.1.0"
