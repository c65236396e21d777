"""Adding, changing, checking and removing accounts."""
