"""Which announcements the history lists, and in which order: searched for, of a kind, sorted."""
